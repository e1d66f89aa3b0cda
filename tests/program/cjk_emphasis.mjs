// Compares cvtex's emphasis with that of micromark and its CJK-friendly extensions, paragraph by paragraph.
// Usage: node compare.mjs CVTEX FOLDER (with node_modules)
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { micromark } from "micromark";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import { gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";

const [cvtex, folder] = process.argv.slice(2);

// Letters, marks, symbols and selectors of every class that the amendment tells apart.
const neighbours = [
    "", "中", "。", "，", "（", "）", "「", "」", "“", "”", "a", "1", ".", "(", ")", "!", "あ", "ー", "한", "𠮷",
    "葛\u{E0100}", "“\uFE01", "！\uFE00", "☀\uFE0E", "☀\uFE0F", "😀", "①", "～", "—", "·", "$", "Ω", "㊙", "a\u0301",
    "か\u3099", "々", "ｱ", "・",
];
const marks = ["*", "**", "_", "__", "~~"];

const cases = [];
for (const mark of marks) {
    for (const outside of neighbours) {
        for (const inside of neighbours) {
            // The strikethrough package does not look behind a text selector.
            if (mark === "~~" && (inside + outside).includes("\uFE0E")) continue;
            cases.push(`字${mark}文${inside}${mark}${outside}字`, `字${outside}${mark}${inside}文${mark}字`);
        }
    }
}
// Random strings of all of them. A string has one length of run: micromark counts what is left of a run for the "multiple of 3"
// rule of CommonMark, where the specification counts the run as it was written; and a run never stands beside another, which
// micromark lets open.
let seed = 20240601;
const below = (n) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
};
const pick = (list) => list[below(list.length)];
const others = ["文", "ア", "가", "𰻞", "é", "、", "《", "》", "？", "：", "‘", "’\uFE01", "…", "￥", "＊", "〰", "©", "※", "\u3000", "\u00A0", " ", "["];
for (let i = 0; i < 4000; i++) {
    const runs = pick([["*", "_"], ["**", "__"], ["**"], ["~~"]]);
    let text = "字";
    for (let n = 2 + below(8), run = false; n > 0; n--) {
        run = !run && below(5) < 2;
        text += pick(run ? runs : below(2) ? neighbours : others);
    }
    if (/[*_~]{3}|[*_][~]|[~][*_]|\*_|_\*|[ \u3000\u00A0]$/.test(text)) continue;
    if (runs[0] !== "~~" || !/[\uFE00-\uFE0E]/.test(text)) cases.push(text);
}
const readme = readFileSync(`${folder}/node_modules/micromark-extension-cjk-friendly/README.md`, "utf8");
for (const block of readme.matchAll(/```md\n([^]*?)```/g)) {
    cases.push(...block[1].split("\n").filter((line) => /^[^#\s>|-].*\*\*/.test(line)));
}

writeFileSync(`${folder}/cases.md`, cases.join("\n\n") + "\n");
const html = execFileSync(cvtex, ["--to", "html", "-q", "-o", "-", `${folder}/cases.md`], { maxBuffer: 1 << 28 });
const got = html.toString().trimEnd().split("\n");
const options = {
    extensions: [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()],
    htmlExtensions: [gfmStrikethroughHtml()],
};
let wrong = 0;
cases.forEach((text, i) => {
    const want = micromark(text, options);
    if (got[i] === want) return;
    if (wrong++ < 10) console.log(`${JSON.stringify(text)}\n  expected ${want}\n  got      ${got[i]}`);
});
console.log(`${cases.length} cases, ${wrong} wrong`);
process.exit(wrong === 0 && got.length === cases.length ? 0 : 1);
