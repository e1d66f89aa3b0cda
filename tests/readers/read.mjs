// read.mjs SUITES FILE.pdf…: what two engines copy from each file, written beside it: FILE.pdf.pdfjs and FILE.pdf.pdfium.
// SUITES is the folder that fetch-suites.sh fills.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';

const [suites, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(suites), 'x.js'));
const pdfjs = await import(require.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
const {PDFiumLibrary} = await import(require.resolve('@hyzyla/pdfium'));
const pdfium = await PDFiumLibrary.init();

async function readByPdfjs(bytes) {
    const document = await pdfjs.getDocument({data: new Uint8Array(bytes), verbosity: 1}).promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const {items} = await page.getTextContent();
        text += items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('') + '\f';
    }
    return text;
}

async function readByPdfium(bytes) {
    const document = await pdfium.loadDocument(bytes);
    let text = '';
    for (const page of document.pages()) text += page.getText() + '\f';
    document.destroy();
    return text;
}

for (const file of files) {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file + '.pdfjs', await readByPdfjs(bytes));
    fs.writeFileSync(file + '.pdfium', await readByPdfium(bytes));
}
pdfium.destroy();
