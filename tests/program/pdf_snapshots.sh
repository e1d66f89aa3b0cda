#!/bin/sh
# Small PDFs as text: every object of tests/snapshots/*.md through qpdf --qdf, without the bytes of font programs and
# profiles, against the .txt beside it. CVTEX_UPDATE=1 rewrites them; review the difference.
. "$(dirname "$0")/lib.sh"
need qpdf
cd "$root/tests/snapshots" || exit 1

# snapshot FILE.md: the objects in the file's order, binary streams replaced by a word, qpdf's offsets left out.
snapshot() {
    "$cvtex" -q --style plain "$1" -o "$scratch/snapshot.pdf" &&
        qpdf --qdf --object-streams=disable --no-original-object-ids "$scratch/snapshot.pdf" "$scratch/snapshot.qdf" &&
        LC_ALL=C awk '
            /^xref$/ { exit }
            /^[0-9]+ 0 obj$/ { binary = 0 }
            /CIDFontType0C|\/Length1 |^  \/N 3$/ { binary = 1 }
            /^stream$/ && binary { print "stream: bytes"; skip = 1; next }
            /endstream$/ { if (skip) { skip = 0; next } }
            skip || /^%%|^%PDF|^%.*[^ -~]/ { next }
            { print }' "$scratch/snapshot.qdf" | grep -av '^%QDF' |
        sed -E "s/cvtex [0-9.]+/cvtex VERSION/; s/(.Producer) <feff[0-9a-f]+>/\1 VERSION/"
}

for document in *.md; do
    expected=${document%.md}.txt
    snapshot "$document" > "$scratch/$expected"
    if [ "${CVTEX_UPDATE:-}" = 1 ] || [ ! -e "$expected" ]; then cp "$scratch/$expected" "$expected"; echo "written: $expected"; fi
    check "$document is written as its snapshot says" diff -a "$expected" "$scratch/$expected"
done
finish
