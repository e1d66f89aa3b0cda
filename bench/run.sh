#!/bin/sh
# Measures cvtex as built in the folder given (default build/bench): the whole process by hyperfine, memory, growth to 100
# copies, the split by stage. Uses ../shared/seeds where they are at hand, samples/ otherwise. Read the ratios, not the
# milliseconds: other work on the machine moves all of them together.
set -eu
build=${1:-build/bench}
cd "$(dirname "$0")/.."
cvtex=$build/cvtex
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -d ../shared/seeds ]; then documents=$(ls ../shared/seeds/*.md); else documents=$(ls samples/*.md); fi

echo "== whole process"
for document in $documents; do
    name=$(basename "$document" .md)
    hyperfine -N --warmup 3 --runs 30 --export-json "$work/$name.json" \
        "$cvtex -q $document -o $work/out.pdf" >/dev/null 2>&1
    smallest=$(sed -n 's/.*"min": \([0-9.]*\).*/\1/p' "$work/$name.json" | head -1)
    median=$(sed -n 's/.*"median": \([0-9.]*\).*/\1/p' "$work/$name.json" | head -1)
    memory=$("$cvtex" -q --timings "$document" -o "$work/out.pdf" 2>&1 | sed -n 's/^cvtex: memory \(.*\) MiB/\1/p')
    size=$(wc -c < "$work/out.pdf")
    awk -v n="$name" -v s="$smallest" -v m="$median" -v r="$memory" -v z="$size" \
        'BEGIN { printf "%-24s smallest %6.1f ms  median %6.1f ms  %4s MiB  %7d bytes\n", n, s * 1000, m * 1000, r, z }'
done

echo "== --verify: reading the PDF back, libqpdf's loading included"
for document in $documents; do
    "$cvtex" -q --verify --timings "$document" -o "$work/out.pdf" 2>&1 |
        sed -n "s/.*: \(pdf\|verify\|total\) \(.*\) ms/\1 \2/p" |
        awk -v n="$(basename "$document" .md)" '{ printf "%s%s %.1f ms", (NR > 1 ? "  " : sprintf("%-24s ", n)), $1, $2 } END { print "" }'
done

echo "== the PDF stage's share, fonts included"
for document in $documents; do
    "$cvtex" -q --timings "$document" -o "$work/out.pdf" 2>&1 |
        sed -n "s/.*: \(pdf\|total\) \(.*\) ms/\1 \2/p" |
        awk -v n="$(basename "$document" .md)" '{ t[$1] = $2 } END { printf "%-24s pdf %5.1f ms of %5.1f ms: %2.0f %%\n", n, t["pdf"], t["total"], 100 * t["pdf"] / t["total"] }'
done

# npm install --prefix build/bench-tools @myriaddreamin/typst-ts-node-compiler, and Debian's chromium, for the comparison.
if command -v node >/dev/null 2>&1 && [ -d build/bench-tools/node_modules ]; then
    echo "== size, and what Typst and Chromium make of the same text with the same fonts"
    node bench/sizes.mjs build/bench-tools "$cvtex" $documents
else
    echo "== size, compared: skipped, no node or no build/bench-tools"
fi

echo "== reading: 10 MB of the documents to an HTML fragment, beside cmark, cmark-gfm and md4c where they are installed"
while [ "$(cat "$work/ten.part" 2>/dev/null | wc -c)" -lt 10485760 ]; do
    for document in $documents; do sed '1{/^---$/,/^---$/d}' "$document"; echo; done >> "$work/ten.part"
done
head -c 10485760 "$work/ten.part" > "$work/ten.md"
# reader NAME COMMAND…: the least user and system time of five runs, and the most memory that was resident.
reader() {
    name=$1; shift
    command -v "$1" > /dev/null || return 0
    for run in 1 2 3 4 5; do /usr/bin/time -f "%U %S %M" "$@" 2>&1 > /dev/null | tail -1; done |
        awk -v n="$name" '{ t = $1 + $2; if (NR == 1 || t < least) least = t; if ($3 > most) most = $3 }
            END { printf "%-12s %5.0f ms  %5.1f times the input\n", n, least * 1000, most / 10240 }'
}
if [ -x /usr/bin/time ]; then
    reader cvtex "$cvtex" -q --to html "$work/ten.md" -o -
    reader cmark cmark --unsafe "$work/ten.md"
    reader cmark-gfm cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tasklist "$work/ten.md"
    reader md4c "$build/bench/bench_md2html" "$work/ten.md"
fi

echo "== growth: copies of one document in one file"
last=$(echo "$documents" | tr ' ' '\n' | head -1)
for document in $documents; do case $document in *five-year*) last=$document ;; esac; done
for copies in 1 10 100; do
    i=0; : > "$work/grown.md"
    # Front matter only once: a second one would be text.
    while [ $i -lt $copies ]; do sed '1{/^---$/,/^---$/d}' "$last" >> "$work/grown.md"; echo >> "$work/grown.md"; i=$((i + 1)); done
    "$cvtex" -q --timings "$work/grown.md" -o "$work/out.pdf" 2>&1 | sed -n "s/.*: \(.*\) \(.*\) ms/\1 \2/p" |
        awk -v c=$copies '{ printf "%s%s %.1f ms", (NR > 1 ? "  " : sprintf("%4d copies: ", c)), $1, $2 } END { print "" }'
done

echo "== breaking paragraphs into lines: time a character, by length"
"$build/bench/bench_line_breaking" --benchmark_color=false 2>/dev/null

echo "== stages, fonts warm"
CVTEX_BENCH_DOCUMENT=$(echo "$documents" | tr ' ' '\n' | head -1) "$build/bench/bench_stages" --benchmark_color=false 2>/dev/null

echo "== libharu's stages: the pdf stage of a page without its font programs, at most 3 ms"
page=samples/lin-zhiyuan.md
CVTEX_BENCH_DOCUMENT=$page "$build/bench/bench_stages" --benchmark_color=false --benchmark_filter='^pdf' --benchmark_repetitions=5 \
    --benchmark_format=csv 2>/dev/null |
    awk -F, -v n="$(basename "$page" .md)" '/^"pdf",/ { if (!p || $3 < p) p = $3 } /^"pdf: fonts",/ { if (!f || $3 < f) f = $3 }
        END { printf "%-24s %.2f ms of %.2f ms\n", n, (p - f) / 1000, p / 1000 }'
