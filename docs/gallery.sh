#!/bin/sh
# Usage: gallery.sh CVTEX FOLDER SHEET.png: every sample in every style in FOLDER, as PDF and PNG; a contact sheet of each
# style there; and one page of every style on SHEET. cvtex itself sets the sheets; pdftoppm draws them.
set -eu
cvtex=$(realpath "$1"); folder=$2; sheet=$(realpath -m "$3")
samples=$(cd "$(dirname "$0")/../samples" && pwd)
mkdir -p "$folder"
cd "$folder"

# picture NAME DPI: the first page of NAME.pdf as NAME.png
picture() { pdftoppm -r "$2" -png -singlefile -l 1 "$1.pdf" "$1"; }

# contact_sheet NAME COLUMNS HEIGHT DPI: pictures of pages, "title|file" a line on standard input, side by side on a page
# of HEIGHT points: NAME.pdf and NAME.png
contact_sheet() {
    awk -F'|' -v columns="$2" '
        (NR - 1) % columns == 0 { if (NR > 1) print "</div>\n"; print "<div style=\"display:flex;gap:8pt;margin-bottom:8pt\">" }
        { printf "<div style=\"width:%.1f%%;background:#dde1e6;padding:5pt\">\n\n%s\n\n<img src=\"%s\" alt=\"%s\">\n\n</div>\n", 100 / columns - 1.2, $1, $2, $1 }
        END { print "</div>" }' >"$1.md"
    "$cvtex" -q "$1.md" --style plain --set page.size="760x$3" --set page.margin=10pt --set body.size=9pt \
        --set colors.text=#444 --set page.foot.center= --set image.space-before=2pt -o "$1.pdf"
    picture "$1" "$4"
}

for style in $("$cvtex" styles | cut -d' ' -f1); do
    for sample in "$samples"/*.md; do
        name=$(basename "$sample" .md)
        "$cvtex" -q "$sample" --style "$style" -o "$name-$style.pdf"
        picture "$name-$style" 100
        echo "$name|$name-$style.png"
    done | contact_sheet "$style" 4 760 100
done

# The sample that shows each style best.
for style in $("$cvtex" styles | cut -d' ' -f1); do
    case $style in
        academic) name=shen-ruolan ;;
        report | plain) name=zhou-mingyue ;;
        rirekisho) name=suzuki-hanako ;;
        *) name=lin-zhiyuan ;;
    esac
    echo "$style|$name-$style.png"
done | contact_sheet gallery 5 472 110
cp gallery.png "$sheet"
