// cvtex watch --serve: what is served to whom, and what a browser shows. Usage: preview.mjs CVTEX [CHROMIUM]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, until } from './browser.mjs';

const [cvtex, chromium] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cvtex-preview-'));
let passed = 0;
let failed = 0;
const check = (what, holds) => {
  if (holds) ++passed;
  else { ++failed; console.log('FAILED: ' + what); }
};

const entry = (i) => `### 公司${i} · 工程师\n###### 2020.0${i % 9 + 1} – 至今\n\n- 负责第${i}号系统的设计与开发。\n- 再一行，写得长一些，好让页面有足够的高度可以滚动。\n\n`;
const document = (name) => `---\nname: ${name}\n---\n\n[链接](https://example.com/a?b=1&c=2) [坏](javascript:alert(1)) [内](#末尾)\n\n## 工作经历\n\n` +
  Array.from({ length: 24 }, (_, i) => entry(i)).join('') + '## 末尾\n\n结束 <b>粗</b> &lt;script&gt;\n';
const write = (name) => {  // as editors do: written beside it, then renamed
  writeFileSync(join(folder, '.new'), document(name));
  renameSync(join(folder, '.new'), join(folder, 'cv.md'));
};
write('林知远');
mkdirSync(join(folder, 'employers'));
writeFileSync(join(folder, 'employers', 'a.toml'), 'name = "甲公司"\n');
writeFileSync(join(folder, 'employers', 'b.toml'), 'name = "乙公司"\nheadline = "只给乙看"\n');

// Without the name at the foot, a page is the same when the name changes.
const program = spawn(cvtex, ['watch', 'cv.md', '--for', 'a,b', '--serve', '--set', 'page.foot.left='], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
let log = '';
program.stderr.on('data', (bytes) => { log += bytes; });
const ended = new Promise((resolve) => program.once('exit', resolve));

function get(url, { method = 'GET', headers = {}, path } = {}) {
  return new Promise((resolve, reject) => {
    const parts = new URL(url);
    const sent = request({ host: parts.hostname, port: parts.port, method, path: path ?? parts.pathname + parts.search, headers, agent: false },
      (answer) => {
        let body = '';
        answer.on('data', (bytes) => { body += bytes; });
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
      });
    sent.on('error', reject);
    sent.end();
  });
}

async function testServer(address) {
  const { port, pathname: token } = new URL(address);
  const origin = `http://127.0.0.1:${port}`;
  check('127.0.0.1 and a long token', /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/.test(address));
  check('the page', (await get(address)).status === 200);
  check('... by localhost too', (await get(address, { headers: { Host: `localhost:${port}` } })).status === 200);
  check('... with its own Origin', (await get(address, { headers: { Origin: origin } })).status === 200);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`, `[::1]:${port}`])
    check(`Host '${host}' is refused`, (await get(address, { headers: { Host: host } })).status !== 200);
  for (const from of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`])
    check(`Origin '${from}' is refused`, (await get(address, { headers: { Origin: from } })).status === 403);
  for (const path of ['/', '/state', '/preview.js', `${token.slice(0, -2)}/`, `${token.slice(0, -1)}`, `/x${token}`,
    `${token}../`, `${token}../../etc/passwd`, `${token}%2e%2e/%2e%2e/etc/passwd`, `${token}page/../state`, `${token}cv.md`, `${token}page/`,
    `${token}//etc/passwd`, `${token}index.html%00`])
    check(`${path} is not served`, (await get(address, { path })).status === 404);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    check(`${method} is refused`, [400, 405].includes((await get(address, { method })).status));
  const { headers } = await get(address);
  check('nothing from elsewhere may load', headers['content-security-policy'].startsWith("default-src 'none'"));
  check('no site may read it', headers['access-control-allow-origin'] === undefined && headers['cross-origin-resource-policy'] === 'same-origin');
  check('no site may frame it', headers['x-frame-options'] === 'DENY');
  const state = JSON.parse((await get(address + 'state')).body);
  check('two documents', state.documents.length === 2 && state.documents[0].title === 'cv.md · a');
  const page = (await get(address + 'page/' + state.documents[0].pages[0])).body;
  check('pages are SVG', page.startsWith('<svg'));
  check('links that run scripts are left out', !page.includes('javascript:'));
  check('nothing of a page runs', !/<script|\son\w+=/.test(page));
  // Clients that never finish, and many that wait, keep nobody else out.
  const slow = Array.from({ length: 12 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}));
  slow.forEach((socket) => socket.write('GET / HTTP/1.1\r\nHost:'));
  const waiting = Array.from({ length: 20 }, () => get(address + 'state?after=' + state.version).catch(() => null));
  check('slow and waiting clients', (await get(address)).status === 200);
  slow.forEach((socket) => socket.destroy());
  write('改名后');
  const answers = await Promise.all(waiting);
  check('all who wait hear of a change', answers.every((each) => each?.status === 200));
  await until('the new state', async () => JSON.parse((await get(address + 'state')).body).version > state.version);
}

async function testBrowser(address) {
  const browser = await openBrowser(chromium);
  const window = await browser.open(address);
  const version = () => window.evaluate('Number(document.documentElement?.dataset.version || 0)');
  const text = () => window.evaluate("document.getElementById('pages').textContent");
  const seen = (what, word) => until(what, async () => (await text()).includes(word));
  await until('the first pages', async () => await version() > 0);
  check('the text is found', (await text()).includes('改名后') && (await text()).includes('公司23'));
  check('two pages', await window.evaluate("document.querySelectorAll('#pages svg').length") >= 2);
  check('they have a size', await window.evaluate("document.querySelector('#pages svg').getBoundingClientRect().height") > 500);
  const glyph = await window.evaluate("(() => { const box = document.querySelector('#pages use').getBoundingClientRect(); return [box.width, box.height]; })()");
  check('glyphs are drawn', glyph[0] > 2 && glyph[1] > 2 && glyph[0] < 60 && glyph[1] < 60);
  check('a link leads outside', await window.evaluate("document.querySelector('#pages a[href^=\"https://example.com/a?b=1&c=2\"]').getAttribute('target')") === '_blank');
  check('a link leads inside', await window.evaluate("(() => { const to = document.querySelector('#pages a[href^=\"#\"]').getAttribute('href'); return document.getElementById(to.slice(1)) !== null; })()"));
  check('a warning is shown, not as an error', await window.evaluate("document.getElementById('messages').textContent.includes('[unsafe-link]') && !document.body.classList.contains('failed')"));

  // The place is kept, and pages that did not change are not made again.
  await window.evaluate("window.scrollTo(0, 700); document.querySelectorAll('#pages section')[1].mark = 'kept'; window.mark = 'kept'");
  const before = await window.evaluate('window.scrollY');
  write('陈安然');
  await seen('a change', '陈安然');
  check('the page was not loaded again', await window.evaluate('window.mark') === 'kept');
  check('the place is kept', await window.evaluate('window.scrollY') === before && before === 700);
  check('an unchanged page stays', await window.evaluate("document.querySelectorAll('#pages section')[1].mark") === 'kept');

  // Errors, in place.
  writeFileSync(join(folder, 'cv.md'), '---\nname: [\n---\n');
  await until('an error', () => window.evaluate("document.body.classList.contains('failed')"));
  check('the message has its place', (await window.evaluate("document.getElementById('messages').textContent")).includes('cv.md:3:1: error'));
  check('the last good pages stay', (await text()).includes('陈安然'));
  rmSync(join(folder, 'cv.md'));
  await until('a missing file', () => window.evaluate("document.getElementById('messages').textContent.includes(\"can't read\")"));
  check('... with its pages', (await text()).includes('陈安然'));
  write('又来了');
  await seen('its return', '又来了');
  check('the error is gone', await window.evaluate("!document.getElementById('messages').textContent.includes('error') && !document.body.classList.contains('failed')"));

  // The other employer's version.
  check('a button for each version', await window.evaluate("document.querySelectorAll('#documents button').length") === 2);
  await window.evaluate("document.querySelectorAll('#documents button')[1].click()");
  await seen('the other version', '只给乙看');
  writeFileSync(join(folder, 'employers', 'b.toml'), 'name = "乙公司"\nheadline = "换了标题"\n');
  await seen('a change of the employer', '换了标题');
  writeFileSync(join(folder, 'employers', 'b.toml'), 'name = "乙公司"\nheadline = "<img src=x onerror=document.body.id=1>"\n');
  await seen('markup', 'onerror');
  check('markup is text', await window.evaluate("document.body.id === '' && document.querySelector('#pages img') === null"));
  if (process.env.CVTEX_SHOT) {
    const { data } = await window.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(process.env.CVTEX_SHOT, Buffer.from(data, 'base64'));
  }

  // cvtex ends while a browser waits.
  program.kill('SIGTERM');
  await until('the end', () => window.evaluate("document.getElementById('messages').textContent.includes('does not answer')"));
  await browser.close();
}

try {
  const address = (await until('the address', () => /preview at (\S+)/.exec(log)))[1];
  await until('the first build', () => log.includes('wrote'));
  await testServer(address);
  if (chromium) await testBrowser(address);
  program.kill('SIGTERM');
  check('it ends well', await ended === 0);
  check('the PDF is the last state', readFileSync(join(folder, 'cv-a.pdf')).subarray(0, 5).toString() === '%PDF-');
} catch (error) {
  check(String(error.stack) + '\n' + log.slice(-2000), false);
  program.kill('SIGKILL');
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
