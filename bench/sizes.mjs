// sizes.mjs TOOLS CVTEX FILE.md…: how large the PDF of each document is, and what Typst and Chromium make of the same text with
// the same fonts. TOOLS holds npm's @myriaddreamin/typst-ts-node-compiler; Chromium is Debian's. Either may be missing.
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [tools, cvtex, ...files] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cvtex-sizes-'));
const require = createRequire(path.join(path.resolve(tools), 'x.js'));
const typst = (() => {
    try { return require('@myriaddreamin/typst-ts-node-compiler').NodeCompiler; } catch { return null; }
})();

const kTypstPage = `#set page(paper: "a4", margin: 18mm)
#set text(font: ("Noto Serif CJK SC",), lang: "zh", size: 10.5pt)
#show raw: set text(font: ("Noto Sans Mono", "Noto Sans CJK SC"))
#set par(justify: true)
`;
const kCss = `@page { size: A4; margin: 18mm } body { font: 10.5pt "Noto Serif CJK SC"; text-align: justify }
code, pre { font-family: "Noto Sans Mono", "Noto Sans CJK SC" } img { display: none }`;

/** HTML of the kind that cvtex writes, as Typst markup: text escaped, structure kept. */
function typstOf(html) {
    const text = s => s.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
        .replace(/[\\#$*_`<>@\[\]~"'=+\-\/]/g, c => '\\' + c);
    const open = {strong: '#strong[', em: '#emph[', del: '#strike[', blockquote: '#quote(block: true)[', ul: '\n', ol: '\n',
        li: '#list.item[', p: '\n\n', pre: '\n\n', code: '#text(font: "Noto Sans Mono")[', table: '\n\n', tr: '\n\n', td: ' ', th: ' '};
    const close = {strong: ']', em: ']', del: ']', blockquote: ']', li: ']\n', code: ']', p: '\n\n'};
    let out = '';
    for (const [token] of html.matchAll(/<!--[^]*?-->|<[^>]*>|[^<]+/g)) {
        const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
        if (!token.startsWith('<')) out += text(token);
        else if (!tag) continue;
        else if (/^h[1-6]$/.test(tag[2])) out += tag[1] ? ']\n' : `\n#heading(level: ${tag[2][1]})[`;
        else out += (tag[1] ? close : open)[tag[2]] ?? '';
    }
    return kTypstPage + out;
}

function byTypst(html) {
    if (!typst) return null;
    try {
        return typst.create({fontArgs: [{fontPaths: ['/usr/share/fonts']}]}).pdf({mainFileContent: typstOf(html)}).length;
    } catch (error) { return null; }
}

function byChromium(html, name) {
    const page = path.join(work, name + '.html');
    const pdf = path.join(work, name + '-chromium.pdf');
    fs.writeFileSync(page, `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>${kCss}</style>${html}`);
    spawnSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--print-to-pdf=' + pdf, page]);
    return fs.existsSync(pdf) ? fs.statSync(pdf).size : null;
}

const share = (own, other) => other ? `${String(other).padStart(8)} (${Math.round(own / other * 100)} %)` : '    none';
const sums = [0, 0, 0];
for (const file of files) {
    const name = path.basename(file, '.md');
    const pdf = path.join(work, name + '.pdf');
    execFileSync(cvtex, ['-q', file, '-o', pdf], {stdio: ['ignore', 'ignore', 'ignore']});
    const html = execFileSync(cvtex, ['-q', '--to', 'html', file, '-o', '-'], {maxBuffer: 1 << 26}).toString()
        .replace(/^<p>(?:[a-z]+: .*\n?)+<\/p>/, '');
    const sizes = [fs.statSync(pdf).size, byTypst(html), byChromium(html, name)];
    sizes.forEach((size, i) => { sums[i] += size ?? 0; });
    console.log(`${name.padEnd(24)} cvtex ${String(sizes[0]).padStart(8)}  Typst ${share(sizes[0], sizes[1])}  Chromium ${share(sizes[0], sizes[2])}`);
}
console.log(`${'together'.padEnd(24)} cvtex ${String(sums[0]).padStart(8)}  Typst ${share(sums[0], sums[1])}  Chromium ${share(sums[0], sums[2])}`);
fs.rmSync(work, {recursive: true});
