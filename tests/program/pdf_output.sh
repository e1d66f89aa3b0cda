#!/bin/sh
# What a PDF says, hides and never holds: its stamp, links, text put into its syntax, privacy, the same bytes everywhere.
. "$(dirname "$0")/lib.sh"
need qpdf
cd "$scratch" || exit 1
unpacked() { qpdf --qdf --object-streams=disable "$1" - 2>/dev/null; }
lacks() { text=$1; shift; ! "$@" | LC_ALL=C grep -aqF -- "$text"; }

# --- the stamp
mkdir -p employers && printf 'name = "Example"\n' > employers/example.toml
printf -- '---\ntitle: 简历 & <b>\nauthor: 林知远\n---\n# 林知远\n\n你好，世界。Hello\n' > a.md
export SOURCE_DATE_EPOCH=1714521600
check "a PDF with a stamp" exits 0 "$cvtex" a.md --for example --style compact -o a.pdf
check "which: the version" says "$("$cvtex" --version | sed -n 's/^cvtex //p')" "$cvtex" which a.pdf
check "which: the source" says "$(sha256sum < a.md | cut -d' ' -f1)" "$cvtex" which a.pdf
check "which: the style" says 'compact' "$cvtex" which a.pdf
check "which: the employer" says 'example' "$cvtex" which a.pdf
check "which: the date" says '2024-05-01' "$cvtex" which a.pdf
check "which: the standards" says 'PDF/A-2a, PDF/UA-1' "$cvtex" which a.pdf
check "which --json" says '"style":"compact","employer":"example","date":"2024-05-01","title":"简历 & <b>"' "$cvtex" which --json a.pdf
check "which: several files" sh -c "cp a.pdf b.pdf && test \$('$cvtex' which --json a.pdf b.pdf | wc -l) -eq 2"
check "which: a file that is no PDF" exits 3 "$cvtex" which a.md
check "which: another's PDF" sh -c "qpdf --empty other.pdf && ! '$cvtex' which other.pdf"
check "which: nothing" exits 2 "$cvtex" which
check "which: an unknown option" exits 2 "$cvtex" which --frobnicate a.pdf
check "a date that is none" sh -c "SOURCE_DATE_EPOCH=soon '$cvtex' a.md -o x.pdf; test \$? -eq 2"
for moment in 0 4102444800 253402300799; do
    check "SOURCE_DATE_EPOCH=$moment" env SOURCE_DATE_EPOCH=$moment "$cvtex" a.md -o x.pdf
done
check "a moment after 9999" sh -c "SOURCE_DATE_EPOCH=253402300800 '$cvtex' a.md -o x.pdf; test \$? -eq 2"
unset SOURCE_DATE_EPOCH
check "no date, no date in the file" lacks '/CreationDate' unpacked "$(sh -c "'$cvtex' a.md -o plain.pdf; echo plain.pdf")"
mkdir -p 'my styles' && printf 'extends = "classic"\n' > 'my styles/mine.toml'
check "a style of one's own is named without its folder" sh -c "'$cvtex' a.md --style 'my styles/mine.toml' -o own.pdf && '$cvtex' which own.pdf | grep -q 'style *mine$'"

# --- the same bytes wherever it is made
"$cvtex" -q a.md -o first.pdf
same() { "$@" -q a.md -o again.pdf && cmp first.pdf again.pdf; }
check "again" same "$cvtex"
for locale in C tr_TR.UTF-8 de_DE.UTF-8 zh_CN.UTF-8; do
    check "in locale $locale" same env LC_ALL=$locale LANG=$locale "$cvtex"
done
check "without a home" same env -u HOME "$cvtex"
check "in a home that can't be read" same env HOME=/nonexistent "$cvtex"
check "in another time zone" same env TZ=Pacific/Kiritimati "$cvtex"
check "with an unwritable cache" same env XDG_CACHE_HOME=/proc "$cvtex"
check "as another user's" same env USER=mallory LOGNAME=mallory HOSTNAME=secret.example "$cvtex"
check "on one core" same taskset -c 0 "$cvtex"
check "in eight threads" sh -c "mkdir t && for i in 1 2 3 4 5 6 7 8; do cp a.md t/\$i.md; done && '$cvtex' -q t/*.md -o t/ -j 8 && for i in 1 2 3 4 5 6 7 8; do cmp t/\$i.pdf first.pdf || exit 1; done"
check "from another folder" sh -c "mkdir -p deep/er && cp a.md deep/er && cd deep/er && '$cvtex' -q a.md -o ../../again.pdf && cmp ../../again.pdf ../../first.pdf"

# --- nothing of the machine or the user
for secret in "$scratch" "$(basename "$scratch")" "$(hostname)" "$(id -un)@" /usr/share /home/ /root; do
    check "the file does not hold '$secret'" lacks "$secret" unpacked first.pdf
done
printf '# 林知远\n\n<!-- cv: only other -->\n\nsecretphone\n\n<!-- cv: end -->\n\n<!-- secretcomment -->\n\n正文 <span hidden>secretspan</span>\n' > hidden.md
check "a document with hidden parts" exits 0 "$cvtex" -q hidden.md --for example -o hidden.pdf
for secret in secretphone secretcomment; do
    check "what is left out is nowhere: $secret" lacks $secret unpacked hidden.pdf
    check "... in the text" lacks $secret pdftotext hidden.pdf -
done

# --- links: addresses that lead out are http, https, mailto and tel
cat > links.md <<'MD'
# 链接

[a](https://example.com/ok) [b](mailto:a@example.com) [c](tel:+8612300000000) <http://example.com/x> [d](#链接)
[e](JavaScript:alert(1)) [f](javascript&colon;x) [g](vbscript:x) [h](data:text/html;base64,PHg+) [i](file:///etc/passwd)
[j](&#1;javascript:x) [k](java%0ascript:x) [l](https://example.com/‮gpj.exe) [m](https://аpple.example/) [n](../other.md)
[o](ftp://example.com) [p](launch:x) [q](\\\\host\\share) [r](//example.com/scheme-less) [s](HTTPS://EXAMPLE.COM) [t](#nowhere)
MD
check "odd addresses are text" exits 0 "$cvtex" links.md -o links.pdf
check "... each with a warning" sh -c "test \$('$cvtex' links.md -o links.pdf 2>&1 | grep -cE 'unsafe-link|relative-link|dead-link') -ge 8"
unpacked links.pdf > links.qdf
for key in JavaScript JS Launch SubmitForm ImportData EmbeddedFile OpenAction AA RichMedia GoToR Rendition Filespec; do
    check "no /$key" lacks "/$key" cat links.qdf
done
check "no forbidden scheme is written" sh -c "! pdfinfo -url links.pdf | grep -iE 'script:|data:|file:|ftp:|launch:'"
check "good ones are" sh -c "pdfinfo -url links.pdf | grep -q 'https://example.com/ok' && pdfinfo -url links.pdf | grep -q 'tel:+8612300000000' && pdfinfo -url links.pdf | grep -q 'mailto:a@example.com'"
check "a direction override is encoded" sh -c "pdfinfo -url links.pdf | grep -q '%E2%80%AEgpj.exe'"

# --- every heading is a place, and the outline mirrors them
printf '# 一 & <b>\n\n## 重复\n\n## 重复\n\n### Third ) (\n\n## 😀\n\n# \n\n## 重复 1\n\n[a](#重复-1) [b](#third--)\n' > headings.md
check "headings of every kind" exits 0 "$cvtex" headings.md -o headings.pdf
check "... each a named place" sh -c "test \$(pdfinfo -dests headings.pdf | grep -c XYZ) -ge 6"
check "... whose names differ" sh -c "test -z \"\$(pdfinfo -dests headings.pdf | sort | uniq -d)\""
check "... closed below level 2" sh -c "qpdf --json headings.pdf | grep -q '\"/Count\": -1'"
check "pages are labelled" sh -c "qpdf --json headings.pdf | grep -q '/PageLabels'"

# --- text that looks like syntax
cat > syntax.md <<'MD'
---
title: ") >> endobj endstream ]]> & <x> \\ ( trailer <</Root 1 0 R>>"
author: "a) /OpenAction <</S/JavaScript/JS(app.alert(1))>>"
description: "]]><script>alert(1)</script><!-- & -->"
keywords: ["(", ")", "\\", "<<", "endstream"]
---
# ) Tj ET Q endstream endobj

(unbalanced \\) [link ) >>](https://example.com/a(b)>>endobj) ![alt ) >> ]]>](missing.png)

## 名字 ) >> \ ( / # %

[there](#名字-------)
MD
check "text that looks like syntax" exits 0 "$cvtex" -q syntax.md -o syntax.pdf
check "... is a sound file" qpdf --check syntax.pdf
unpacked syntax.pdf > syntax.qdf
check "... with no action" sh -c "! grep -aE '^ *(/OpenAction|/JavaScript|/JS|/AA) ' syntax.qdf"
check "... and its title comes back" says ') >> endobj endstream ]]> & <x> \ ( trailer <</Root 1 0 R>>' pdfinfo syntax.pdf
if command -v xmllint >/dev/null 2>&1; then
    check "... and XMP that is XML" sh -c "pdfinfo -meta syntax.pdf | xmllint --noout -"
fi

# --- passwords
check "an encrypted file claims no archive" sh -c "'$cvtex' -q a.md --owner-password x -o e.pdf && '$cvtex' which e.pdf | grep -q 'PDF/UA-1' && ! '$cvtex' which e.pdf | grep -q PDF/A"
check "both passwords" sh -c "'$cvtex' -q a.md --owner-password x --user-password y -o e.pdf && qpdf --password=y --check e.pdf && qpdf --password=x --check e.pdf && ! qpdf --check e.pdf"
check "which: a file with a user's password" exits 3 "$cvtex" which e.pdf
check "--verify before encrypting" exits 0 "$cvtex" -q a.md --verify --owner-password x -o e.pdf

# --- the output file
mkdir folder.pdf
check "a folder of that name" sh -c "'$cvtex' -q a.md -o folder.pdf && test -s folder.pdf/a.pdf"
check "a pipe as output" sh -c "mkfifo out.fifo && (cat out.fifo > piped.pdf &) && '$cvtex' -q a.md -o out.fifo && sleep 0.2 && cmp piped.pdf first.pdf"
check "a closed pipe" sh -c "'$cvtex' -q a.md -o - | true"
check "killed half way, the old file is whole" sh -c "cp first.pdf kill.pdf; for i in 1 2 3 4 5; do '$cvtex' -q a.md -o kill.pdf & p=\$!; sleep 0.0\$i; kill -9 \$p 2>/dev/null; wait \$p; cmp kill.pdf first.pdf || exit 1; done"
check "new files have the mode that umask leaves" sh -c "umask 027; rm -f mode.pdf; '$cvtex' -q a.md -o mode.pdf && test \$(stat -c %a mode.pdf) = 640"
finish
