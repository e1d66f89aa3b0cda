// Shows the pages that cvtex makes and exchanges them when they change. The page itself is never loaded again, so that the place
// stays; pages that did not change stay as they are.
const pagesBox = document.getElementById('pages');
const messagesBox = document.getElementById('messages');
const documentsBox = document.getElementById('documents');
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

let state = { version: 0, documents: [] };
let chosen = sessionStorage.getItem('cvtex-document');

function say(text, failed) {
  messagesBox.textContent = text;
  messagesBox.hidden = text === '';
  document.body.classList.toggle('failed', failed);
}

async function makePage(name) {
  const response = await fetch('page/' + name);
  if (!response.ok) throw new Error(name);
  const svg = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const section = document.createElement('section');
  section.dataset.name = name;
  section.append(document.importNode(svg.documentElement, true));
  return section;
}

function showDocuments(current) {
  documentsBox.hidden = state.documents.length < 2;
  documentsBox.replaceChildren(...state.documents.map((each) => {
    const button = document.createElement('button');
    button.textContent = each.title;
    button.className = each.failed ? 'failed' : '';
    button.setAttribute('aria-current', String(each === current));
    button.addEventListener('click', () => {
      chosen = each.title;
      sessionStorage.setItem('cvtex-document', chosen);
      show();
    });
    return button;
  }));
}

async function show() {
  const current = state.documents.find((each) => each.title === chosen) ?? state.documents[0];
  if (!current) return;
  showDocuments(current);
  // All new pages are there before the first is exchanged.
  const pages = await Promise.all(current.pages.map((name, i) => {
    const shown = pagesBox.children[i];
    return shown?.dataset.name === name ? shown : makePage(name);
  }));
  pages.forEach((page, i) => {
    const shown = pagesBox.children[i];
    if (!shown) pagesBox.append(page);
    else if (shown !== page) shown.replaceWith(page);
  });
  while (pagesBox.children.length > pages.length) pagesBox.lastElementChild.remove();
  say(current.messages, current.failed);
  document.title = (current.failed ? '✗ ' : '') + current.title;
  document.documentElement.dataset.version = state.version;
}

async function follow() {
  for (;;) {
    try {
      const response = await fetch('state?after=' + state.version);
      if (!response.ok) throw new Error(response.statusText);
      const next = await response.json();
      if (next.version !== state.version) {
        state = next;
        await show();
      } else {
        await pause(100);  // too many windows wait: cvtex answers at once
      }
    } catch {
      say('cvtex does not answer. Start it again and open the address that it prints.', true);
      await pause(1000);
    }
  }
}
follow();
