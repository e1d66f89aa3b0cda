#!/bin/sh
# Hostile documents: every one ends soon, with the right exit code and a message, and never with a crash.
. "$(dirname "$0")/lib.sh"
cd "$scratch" || exit 1

# repeat N TEXT: TEXT N times on one line.
repeat() { yes -- "$2" | head -n "$1" | tr -d '\n'; }
# sets FILE: it becomes a PDF within seconds and 1.5 GB.
sets() { (ulimit -v 1500000; exits 0 timeout 60 "$cvtex" -q "$1" -o out.pdf); }
# refuses TEXT ARGUMENT…: exit code 1, and TEXT is said.
refuses() { want_text=$1; shift; exits 1 timeout 60 "$cvtex" "$@" -o no.pdf && says "$want_text" "$cvtex" "$@" -o no.pdf; }

# --- nesting
for opener in '>' '- ' '*' '[' '(' '`' '<' '|' '![' '[a](' '<b>' '<div>'; do
    { repeat 100000 "$opener"; echo a; } > nest.md
    # A document may come out empty (a code fence without text), which is an error of its own.
    check "100000 times '$opener'" sh -c "timeout 60 '$cvtex' -q nest.md -o out.pdf; test \$? -le 1"
done

# --- shapes that invite quadratic time
seq 100000 | sed 's,.*,[a&]: http://e.x/&,' > definitions.md; printf '\n[a5] 正文\n' >> definitions.md
{ seq 10000 | sed 's/.*/正文[^&]/'; echo; seq 10000 | sed 's/.*/[^&]: 注\n/'; } > footnotes.md
{ repeat 10000 '|a'; echo '|'; repeat 10000 '|-'; echo '|'; repeat 10000 '|b'; echo '|'; } > columns.md
{ printf '|a|b|\n|-|-|\n'; yes '|甲|乙|' | head -n 20000; } > rows.md
yes 'a  ' | head -n 100000 > breaks.md
{ repeat 1000000 x; echo; } > token.md
{ printf a; repeat 10000 "$(printf '\314\201')"; echo; } > marks.md
{ repeat 10000 "$(printf '\360\237\221\250\342\200\215')"; echo; } > joiners.md
{ printf '[a](http://e.x/'; repeat 1000000 a; echo ') x'; } > address.md
for shape in definitions footnotes columns rows breaks token marks joiners address; do
    check "$shape" sets $shape.md
done

# --- front matter
{ echo '---'; echo 'a0: &a0 [x,x]'; for i in 1 2 3 4 5 6 7 8 9; do
    p=$((i - 1)); echo "a$i: &a$i [*a$p,*a$p,*a$p,*a$p,*a$p,*a$p]"; done; printf -- '---\n\nx\n'; } > bomb.md
check "a YAML alias bomb" refuses yaml-limit bomb.md
{ printf -- '---\na: '; repeat 100000 '['; printf '\n---\n\nx\n'; } > deep.md
check "deep YAML" refuses yaml-limit deep.md
{ printf '+++\na='; repeat 100000 '['; printf '\n+++\n\nx\n'; } > deep.md
check "deep TOML" refuses TOML deep.md
{ printf '{"a":'; repeat 100000 '['; printf '}\n\nx\n'; } > deep.md
check "deep JSON" refuses json-limit deep.md

# --- styles and images
printf '正文\n' > a.md
for value in body.size=0pt body.size=-1pt body.size=1e308pt body.size=nanpt body.size=1000000pt page.margin=500mm \
    page.margin=-5mm body.leading=0 body.font=nosuch; do
    check "--set $value" refuses "'${value#*=}'" --set "$value" a.md
done
mkfifo pipe.png && : > empty.png && ln -s /etc/passwd link.png
for image in pipe.png empty.png link.png /dev/zero ../../etc/passwd file:///etc/passwd; do
    printf '正文 ![图](%s)\n' "$image" > image.md
    check "the image $image is left out" says 'is left out' timeout 5 "$cvtex" image.md -o out.pdf
    check "... and the rest is set" sets image.md
done

# --- addresses and terminals
for address in 'javascript:x' 'JaVa&#x73;cript:x' '&#1;javascript:x' 'vbscript:x' 'data:text/html,x' 'file:///etc/passwd'; do
    printf '[a](%s)\n' "$address" > link.md
    check "a link to $address" says 'unsafe-link' "$cvtex" link.md -o out.pdf
done
printf '正文 ![x](mis\033[31m.png) \033]52;c;x\007\n' > escape.md
check "no escape reaches the terminal" sh -c "! '$cvtex' escape.md -o out.pdf 2>&1 | grep -q \"\$(printf '\033')\""

# --- environment
check "512 MB of memory" sh -c "ulimit -v 512000; '$cvtex' a.md -o out.pdf"
check "an empty environment" env -i "$cvtex" a.md -o out.pdf
check "closed standard streams" sh -c "'$cvtex' a.md -o out.pdf >&- 2>&-"
check "a deleted working folder" sh -c "mkdir gone && cd gone && rmdir ../gone && '$cvtex' '$scratch/a.md' -o '$scratch/gone.pdf'"
check "two runs into one file" sh -c "'$cvtex' a.md -o same.pdf & '$cvtex' a.md -o same.pdf; r=\$?; wait; test \$r -eq 0 && cmp same.pdf out.pdf"
finish
