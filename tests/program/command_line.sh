#!/bin/sh
# The command line: outputs, exit codes, messages, nothing lost on disk.
. "$(dirname "$0")/lib.sh"
cd "$scratch" || exit 1
printf '# 林知远\n\n你好，世界。Hello\n' > a.md
printf '# 陈安然\n\n第二份。\n' > b.md

# --- where the output goes
check "writes beside the input" exits 0 "$cvtex" a.md
check "a.pdf is a PDF" grep -q '^%PDF-' a.pdf
check "-o FILE" exits 0 "$cvtex" a.md -o out.pdf
check "-o DIR" sh -c "mkdir d && '$cvtex' a.md b.md -o d && test -s d/a.pdf && test -s d/b.pdf"
check "-o - writes to standard output" sh -c "'$cvtex' a.md -o - | cmp - out.pdf"
check "standard input to standard output" sh -c "'$cvtex' - < a.md | cmp - out.pdf"
check "a pipe as input" sh -c "mkfifo p.md && (cat a.md > p.md &) && '$cvtex' p.md -o p.pdf && cmp p.pdf out.pdf"
check "-j gives the same bytes" sh -c "mkdir j && '$cvtex' a.md b.md -o j -j 2 && cmp j/a.pdf d/a.pdf && cmp j/b.pdf d/b.pdf"
check "two inputs into one file are refused" exits 2 "$cvtex" a.md b.md -o one.pdf
check "the input is never overwritten" exits 2 "$cvtex" a.md -o a.md
check "--to html" says '<h1' "$cvtex" --to html a.md -o -
check "--to text" says '你好' "$cvtex" --to text a.md -o -
for stage in ast profile styled shaped lines frames; do
    check "--emit=$stage prints something" sh -c "'$cvtex' --emit=$stage a.md | grep -q ."
done

# --- exit codes
check "--version names the libraries" says 'HarfBuzz' "$cvtex" --version
check "--help" exits 0 "$cvtex" --help
check "no input is a usage error" exits 2 "$cvtex"
check "an unknown option is a usage error" exits 2 "$cvtex" --frobnicate a.md
check "--set without = is a usage error" exits 2 "$cvtex" --set body.size a.md
check "a missing file" exits 3 "$cvtex" nowhere.md
check "a missing file is named" says "nowhere.md" "$cvtex" nowhere.md
check "a folder" exits 3 "$cvtex" d -o x.pdf
check "/dev/full" exits 3 "$cvtex" a.md -o /dev/full
check "standard output on a full disk" sh -c "'$cvtex' a.md -o - > /dev/full; test \$? -eq 3"
check "a missing output folder" exits 3 "$cvtex" a.md -o no/such/folder/a.pdf
if [ "$(id -u)" -ne 0 ]; then
    check "an unreadable file" sh -c "cp a.md r.md && chmod 000 r.md; '$cvtex' r.md; test \$? -eq 3"
    check "an unwritable folder" sh -c "mkdir ro && chmod 500 ro; '$cvtex' a.md -o ro/a.pdf; test \$? -eq 3"
fi

# --- documents that can't be used
: > empty.md
check "an empty file is an error" exits 1 "$cvtex" empty.md
head -c 20000 /dev/urandom > junk.md
check "binary junk is an error" exits 1 "$cvtex" junk.md
check "... and says so" says 'UTF-8' "$cvtex" junk.md
printf -- '+++\ntitle = \n+++\n\n正文\n' > broken.md
check "broken front matter is an error" exits 1 "$cvtex" broken.md
check "... at its line" says 'broken.md:2' "$cvtex" broken.md
echo old > keep.pdf
check "an error leaves the old output alone" sh -c "'$cvtex' broken.md -o keep.pdf; test \"\$(cat keep.pdf)\" = old"
check "no temporary file is left" sh -c "! ls | grep -q tmp"
head -c 1000000 /dev/zero | tr '\0' x > long.md
check "one line of 1 MB" exits 0 timeout 60 "$cvtex" -q long.md -o long.pdf

# --- messages
printf '正文 ![图](missing.png)\n' > warn.md
check "a warning has file, line and column" says 'warn.md:1:4: warning' "$cvtex" warn.md -o w.pdf
sed -n '/^```text$/,/^```$/{//!p}' "$root/docs/FORMAT.md" > shown
{ printf '# 林知远\n\n'; yes 正文 | head -9; printf '徽章在这一行 ![徽章](https://example.com/badge.svg)\n'; } > profile.md
check "docs/FORMAT.md shows a message" test -s shown
check "... as it is printed" says "$(cat shown)" "$cvtex" profile.md -o w.pdf
check "-W error" exits 1 "$cvtex" -W error warn.md -o w2.pdf
check "... writes nothing" test ! -e w2.pdf
check "-q is silent about warnings" sh -c "test -z \"\$('$cvtex' -q warn.md -o w.pdf 2>&1)\""
check "JSON messages" says '"line":1' "$cvtex" --error-format json warn.md -o w.pdf
check "an unknown style is an error" exits 1 "$cvtex" --style clasic a.md -o s.pdf
check "... with a suggestion" says 'classic' "$cvtex" --style clasic a.md -o s.pdf
check "an unknown key is an error" says 'body.size' "$cvtex" --set body.sise=10pt a.md -o s.pdf
mkdir sub && cp a.md sub/ && printf '![x](../secret.png)\n\n正文\n' > sub/peek.md && cp a.md secret.png
check "an image outside the folder is refused" says 'outside' "$cvtex" sub/peek.md -o s.pdf

# --- standards, passwords, reading back
printf '# 王五\n\n\363\260\200\200 正文\n' > private.md
check "a standard that can't be kept is lowered" says 'PDF/A-2a' "$cvtex" private.md -o p.pdf
check "... and the file written" exits 0 "$cvtex" private.md -o p.pdf
check "asked for by name it is an error" exits 1 "$cvtex" --pdf-standard a-2a private.md -o p.pdf
check "a lower one is kept" exits 0 "$cvtex" --pdf-standard a-2u,ua-1 -W error a.md -o p.pdf
check "an unknown standard is a usage error" exits 2 "$cvtex" --pdf-standard a-9 a.md -o p.pdf
check "PDF/A with a password is a usage error" exits 2 "$cvtex" --pdf-standard a-2b --user-password x a.md -o p.pdf
check "--verify" exits 0 "$cvtex" --verify a.md -o p.pdf
check "a user's password" sh -c "'$cvtex' --user-password x a.md -o p.pdf && ! qpdf --show-npages p.pdf && qpdf --password=x --check p.pdf"
check "an owner's password" sh -c "'$cvtex' --owner-password x a.md -o p.pdf && qpdf --check p.pdf && qpdf --show-encryption p.pdf | grep -q 'AESv3'"

# --- dependencies, links, installation
check "--depfile" sh -c "'$cvtex' a.md -o dep.pdf --depfile dep.d && grep -q '^dep.pdf:.*' dep.d && grep -q 'a.md' dep.d"
check "make reads the depfile" sh -c "printf 'all: dep.pdf\ninclude dep.d\n' > m.mk && make -s -f m.mk -q all"
check "a symbolic link stays one" sh -c "ln -s real.pdf link.pdf && echo x > real.pdf && '$cvtex' a.md -o link.pdf && test -L link.pdf && grep -q '^%PDF' real.pdf"
for option in $("$cvtex" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
    check "the manual page has $option" grep -qF -- "$(printf '%s' "$option" | sed 's/-/\\-/g')" "$root/docs/cvtex.1"
done
for shell in bash zsh fish; do
    check "completion for $shell" says 'depfile' "$cvtex" --completion $shell
done
check "the bash completion is valid" sh -c "'$cvtex' --completion bash | bash -n"
finish
