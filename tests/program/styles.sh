#!/bin/sh
# Every style with every sample: no untrue warnings, sound files, text in the document's order; the list of styles
# and the schemas.
. "$(dirname "$0")/lib.sh"
need qpdf pdftotext python3
cd "$scratch" || exit 1
conformance=$(dirname "$cvtex")/tests/check_conformance
styles=$("$cvtex" styles | awk '{print $1}')

check "ten styles at least" test "$(echo "$styles" | wc -l)" -ge 10
for style in $styles; do
    check "styles names what $style is for" sh -c "'$cvtex' styles | grep -q '^$style  *[^ ]'"
done
check "an unknown style is an error" exits 3 "$cvtex" styles --show nosuch
check "and is told apart from the closest" says "classic" "$cvtex" styles --show clasic

# --- pages: warnings are those of the document, whatever the style
codes() { sed -n 's/.*: warning: .*\[\([a-z-]*\)\]$/\1/p' "$1" | sort; }
"$cvtex" "$root"/samples/*.md --style plain -o ./ 2>plain.log
codes plain.log >plain.codes
sound() { for pdf in "$@"; do qpdf --check "$pdf" >qpdf.log 2>&1 || { echo "$pdf"; cat qpdf.log; return 1; }; done; }
for style in $styles; do
    mkdir "$style"
    check "samples in $style read back" exits 0 "$cvtex" -q "$root"/samples/*.md --style "$style" --verify -o "$style/"
    "$cvtex" "$root"/samples/*.md --style "$style" -o "$style/" 2>"$style.log"
    codes "$style.log" >"$style.codes"
    check "samples in $style warn of nothing that is the style's" cmp plain.codes "$style.codes"
    check "samples in $style are sound" sound "$style"/*.pdf
    [ -x "$conformance" ] && check "samples in $style conform" "$conformance" "$style"/*.pdf
done

# --- reading order: the document's, whichever column a section stands in
order() { pdftotext -raw "$1" - | tr -d ' \n' | grep -bo "$2" | head -1 | cut -d: -f1; }
for style in $styles; do
    [ "$style" = sidebar ] && continue
    pdf=$style/lin-zhiyuan.pdf
    check "$style keeps the order of sections" test "$(order "$pdf" 工作经历)" -lt "$(order "$pdf" 教育背景)"
done
check "the structure of sidebar has the document's order" sh -c \
    "pdfinfo -struct-text sidebar/lin-zhiyuan.pdf | tr -d ' \n' | grep -q '林知远.*工作经历.*专业技能.*教育背景'"

# --- over several pages the side's ground goes on, and the name is there
{ cat "$root/samples/lin-zhiyuan.md"; for i in 1 2 3 4 5 6; do sed -n '/^## 工作经历/,$p' "$root/samples/lin-zhiyuan.md"; done; } >long.md
check "a long one" exits 0 "$cvtex" long.md --style sidebar -o long.pdf
check "has several pages" sh -c "pdfinfo long.pdf | grep -q 'Pages: *[2-9]'"
check "with the name on the second" sh -c "pdftotext -f 2 -l 2 long.pdf - | grep -q 林知远"
check "and its number" sh -c "pdftotext -f 2 -l 2 long.pdf - | grep -q '2 */ *'"
check "and the ground on each" sh -c "'$cvtex' --emit=frames long.md --style sidebar | grep -c 'rect.*175.*841' | grep -q '^[2-9]'"

# --- shown styles and schemas
for kind in style employer front-matter; do
    "$cvtex" schema $kind >$kind.json
done
check "an unknown schema is a usage error" exits 2 "$cvtex" schema nosuch
for style in $styles; do "$cvtex" styles --show "$style" >shown-$style.toml; done
if python3 -c 'import jsonschema, tomllib' 2>/dev/null; then
    check "what we ship validates, what is wrong does not" python3 "$root/tests/program/validate.py" "$root" .
fi
finish
