#!/bin/sh
# Pictures: formats, where they may lie, what is wrong with them, and the printed page around them.
. "$(dirname "$0")/lib.sh"
need python3 qpdf pdfimages
cd "$scratch" || exit 1
mkdir doc other

# A PNG by hand: python3 make.py NAME WIDTH HEIGHT
cat > make.py <<'PY'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
name, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = (b'\0' + b'\x30\x60\x90' * width) * height if width * height < 10**7 else b'\0'
open(name, 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) +
                       chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
PY
python3 make.py doc/a.png 30 40
python3 make.py other/b.png 30 40
python3 make.py doc/huge.png 30000 30000
printf '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="20" cy="10" r="8" fill="#06c"/></svg>' > doc/c.svg
head -c 60 doc/a.png > doc/short.png
printf 'GIF89a' > doc/d.gif
ln -s ../other/b.png doc/link.png

page() { printf '# 林知远\n\n%s\n' "$1" > doc/cv.md; }
compiles() { exits 0 timeout 60 "$cvtex" doc/cv.md -o out.pdf "$@" && qpdf --check out.pdf >/dev/null; }
has_pictures() { test "$(pdfimages -list out.pdf | tail -n +3 | grep -c ' image  *[0-9]')" -eq "$1"; }
left_out() { says "$1" timeout 20 "$cvtex" doc/cv.md -o out.pdf && says 'cv.md:3:' "$cvtex" doc/cv.md -o out.pdf; }

page '![甲](a.png)';                check "a PNG" compiles; check "... is in it" has_pictures 1
page '![甲](a.png)

![乙](a.png) ![丙](./a.png)';      check "one picture three times" compiles
data=$(python3 -c 'import base64; print(base64.b64encode(open("doc/a.png","rb").read()).decode())')
page "![甲](data:image/png;base64,$data)"; check "a data: URI" compiles; check "... is in it" has_pictures 1
page '![甲](data:image/png;base64,AAAA)';  check "a data: URI of nothing" left_out 'neither PNG'
page '![甲](c.svg)'
if test -e "$(dirname "$cvtex")/cvtex-svg.so"; then
    content() { qpdf --qdf --object-streams=disable out.pdf - | grep -aq "$1"; }
    check "an SVG" compiles; check "... has no pixels" has_pictures 0; check "... is a form" content '/Subtype /Form'
    check "... in its colour" content '^0 0.4 0.8 rg'
    check "... read back" compiles --verify
    check "... is grey where the print is: pixels" compiles --set print.color=gray; check "... are in it" has_pictures 1
    svg() { printf '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">%s</svg>' "$1" > doc/c.svg; }
    svg '<text x="2" y="15" font-family="Noto Sans CJK SC">字</text>'
    check "an SVG with text" compiles; check "... is pixels" has_pictures 1
    svg '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="9" height="9" filter="url(#f)"/>'
    check "an SVG with a blur" compiles; check "... is pixels" has_pictures 1
else
    check "an SVG without its module" left_out 'without SVG'
fi
page '![甲](../other/b.png)';       check "outside of the folder" left_out 'outside the document'
check "... with --allow-path" compiles --allow-path other; check "... is in it" has_pictures 1
page '![甲](link.png)';             check "a link out of the folder" left_out 'outside the document'
page '![甲](huge.png)';             check "900 million pixels" left_out '64 million pixels'
page '![甲](short.png)';            check "a file cut off" left_out 'short.png'
page '![甲](d.gif)';                check "a GIF" left_out 'neither PNG'
page '![甲](none.png)';             check "no such file" left_out 'none.png'
printf '![只有照片](none.png)\n' > doc/cv.md
check "nothing but a picture that is not there" compiles --style plain --verify
check "... leaves its words" sh -c "pdftotext out.pdf - | grep -q 只有照片"
printf '甲\n\n![只有照片](https:/x.png)\n\n乙[^1]\n\n[^1]: 注\n\n[^1]: 又注\n' > doc/cv.md
check "an address that is none, alone; a note defined twice" compiles --verify
page '![甲](https://example.com/a.png)'; check "a remote picture" left_out 'not fetched'
page '![](a.png)';                  check "a picture without alternative text" left_out 'alternative'

# The photo
printf -- '---\nname: 林知远\nphone: 138-0000-0000\nphoto: {src: a.png, size: 2寸, radius: 3mm}\n---\n正文\n' > doc/cv.md
for style in classic modern compact minimal plain; do
    check "a photo in $style" compiles --style $style; check "... is in it" has_pictures 1
done
check "a photo read back" compiles --verify
check "a photo left out by the style" compiles --set photo.place=none; check "... is not in it" has_pictures 0
printf -- '---\nname: 林知远\nphoto: none.jpg\n---\n正文\n' > doc/cv.md
check "a photo that is not there" says 'cv.md:3:' "$cvtex" doc/cv.md -o out.pdf

# Print
page '正文'
check "bleed and marks" compiles --set print.bleed=3mm --set print.marks=true
boxes() { qpdf --qdf --object-streams=disable out.pdf - | grep -aq "/$1"; }
for box in MediaBox BleedBox TrimBox; do check "... $box" boxes $box; done
check "CMYK is no PDF/A" says 'PDF/A' "$cvtex" doc/cv.md -o out.pdf --set print.color=cmyk
check "... asked for, an error" exits 1 "$cvtex" doc/cv.md -o no.pdf --set print.color=cmyk --pdf-standard a-2b
if command -v gs >/dev/null; then
    inks() { gs -q -dNOPAUSE -dBATCH -sDEVICE=inkcov -o - out.pdf | grep -q "^ *0.00000  0.00000  0.00000  0.0"; }
    check "CMYK text" compiles --set print.color=cmyk --pdf-standard none; check "... is black ink alone" inks
    check "grey" compiles --set print.color=gray --set color.accent=#0052d9; check "... is black ink alone" inks
fi
finish
