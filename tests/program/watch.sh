#!/bin/sh
# cvtex watch: each way of saving, each kind of dependency, the last state built, nothing leaking.
. "$(dirname "$0")/lib.sh"
need pdftotext
cd "$scratch" || exit 1
watching=
trap '[ -z "$watching" ] || kill "$watching" 2>/dev/null; rm -rf "$scratch"' EXIT

# until COMMAND…: waits until it succeeds, half a minute at most.
until_ok() {
    i=0
    while ! "$@" >/dev/null 2>&1; do
        i=$((i + 1)); [ $i -le 600 ] || { echo "in vain: $*"; tail -20 watch.log; return 1; }
        sleep 0.05
    done
}
has() { pdftotext -raw "$1" - 2>/dev/null | grep -qF -- "$2"; }
start() { "$cvtex" "$@" 2>watch.log & watching=$!; }
stop() { kill "$watching"; wait "$watching"; code=$?; watching=; return $code; }
count() { grep -c "$1" watch.log; }
# The PDF is there before the line that tells of it, and the last save may be built once more.
settle() { was=; while [ "$(count wrote)" != "$was" ]; do was=$(count wrote); sleep 1; done; }
# saved WORD HOW…: after HOW the PDF has WORD.
saved() { word=$1; shift; "$@" && until_ok has cv.pdf "$word"; }
doc() { printf -- '---\nname: 林知远\n---\n\n%s\n\n![像](img/photo.png)\n' "$1"; }

mkdir -p img employers styles fonts
png='iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwSJiAFTEMLQkACmxIAasRElQAAAAASUVORK5CYII='
echo "$png" | base64 -d > img/photo.png
doc 零 > cv.md
start watch cv.md
check "the first build" until_ok has cv.pdf 零

# --- ways of saving
in_place() { doc "$1" > cv.md; }
renamed() { doc "$1" > .cv.swp && mv .cv.swp cv.md; }
with_backup() { mv cv.md cv.md~ && doc "$1" > cv.md; }
deleted_first() { rm cv.md && sleep 0.01 && doc "$1" > cv.md; }
deleted_long() { rm cv.md && until_ok grep -q "can't read" watch.log && doc "$1" > cv.md; }
linked() { doc "$1" > elsewhere.md && ln -sf elsewhere.md cv.md; }
behind_link() { doc "$1" > elsewhere.md; }
in_pieces() { : > cv.md; for part in "$(printf -- '---\nname: 林')" '知远' "$(printf '\n---\n\n%s' "$1")"; do printf '%s' "$part" >> cv.md; sleep 0.03; done; }
n=0
for how in in_place renamed with_backup deleted_first deleted_long renamed linked behind_link renamed in_pieces; do
    n=$((n + 1))
    check "saved: $how" saved "第${n}次" "$how" "第${n}次"
done
check "many saves at once" sh -c 'for i in $(seq 300); do printf "# 林\n\n急$i。\n" > cv.md; done'
check "... the last one is built" until_ok has cv.pdf '急300。'
check "many saves of one length, the file empty between them" sh -c 'for i in $(seq 700 999); do printf "# 林\n\n慢$i。\n" > cv.md; done'
check "... the last one is built" until_ok has cv.pdf '慢999。'
settle
builds=$(count wrote)
check "... not each of them" test "$builds" -lt 200
sleep 0.3
check "nothing changes: nothing is built" test "$(count wrote)" -eq "$builds"
touch unrelated.txt; sleep 0.3
check "what it was not made from does not matter" test "$(count wrote)" -eq "$builds"

# --- errors in place
printf -- '---\nname: [\n---\n' > cv.md
check "an error is told" until_ok grep -q 'cv.md:3:1: error' watch.log
check "... and the file kept" has cv.pdf '慢999。'
check "... and it goes on" saved 好了 renamed 好了
check "it ends on SIGTERM with success" stop

# --- everything it was made from
font=$(fc-list 2>/dev/null | sed -n 's/^\([^:]*NotoSans-Regular\.ttf\):.*/\1/p' | head -1)
bold=$(fc-list 2>/dev/null | sed -n 's/^\([^:]*NotoSans-Bold\.ttf\):.*/\1/p' | head -1)
[ -z "$font" ] || cp "$font" fonts/own.ttf
printf 'name = "云帆"\nstyle = "../styles/mine.toml"\nheadline = "一"\n' > employers/a.toml
printf 'extends = "plain"\n[fonts.sans]\nlatin = ["Noto Sans"]\n[fonts.serif]\nlatin = ["Noto Sans"]\n' > styles/mine.toml
doc 'Text' > cv.md
start watch cv.md --for all --font-dir fonts --uncompressed
check "for all employers" until_ok has cv-a.pdf Text
changed() { before=$(cksum cv-a.pdf); "$@"; until_ok sh -c "test \"\$(cksum cv-a.pdf)\" != '$before'"; }
check "an employer" changed sh -c "sed -i s/一/二/ employers/a.toml"
check "a style" changed sh -c "echo 'body.size = \"13pt\"' | cat - styles/mine.toml > styles/new && mv styles/new styles/mine.toml"
check "an image" changed sh -c "printf 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGPQMAhARQwEBQCSkxEBEWXRCwAAAABJRU5ErkJggg==' | base64 -d > img/photo.png"
check "a deleted image" changed rm -r img
check "an image that comes back with its folder" changed sh -c "mkdir img && echo $png | base64 -d > img/photo.png"
[ -z "$font" ] || [ -z "$bold" ] || check "a font" changed sh -c "cp '$bold' fonts/new.ttf && mv fonts/new.ttf fonts/own.ttf"
printf 'name = "新"\n' > employers/new.toml
check "a new employer" until_ok has cv-new.pdf Text
check "ended" stop

# --- a folder
mkdir -p people/x && printf '# 甲\n\n正文\n' > people/a.md
start watch people -o built
check "a folder is built" until_ok has built/a.pdf 甲
printf '# 乙\n\n正文\n' > people/x/b.md
check "a new document below it" until_ok has built/x/b.pdf 乙
printf '# 丙\n\n正文\n' > people/c.md
check "a new document in it" until_ok has built/c.pdf 丙
rm people/a.md; n=$(count wrote); printf '# 丁\n\n正文\n' > people/c.md
check "a deleted one is forgotten" sh -c "sleep 0.5; ! grep -q \"can't read\" watch.log"
check "... the others go on" until_ok has built/c.pdf 丁
check "ended again" stop

# --- make watch
printf 'CVTEX = %s\ninclude %s/cvtex.mk\n' "$cvtex" "$root" > Makefile
make -s watch BUILD=made EMPLOYERS=a PROFILES=cv.md 2>watch.log & making=$!
check "make watch builds what make builds" until_ok has made/cv/a.pdf Text
pkill -TERM -P $making; wait $making

# --- usage
check "standard input can't be watched" exits 2 "$cvtex" watch -
check "nor standard output be written" exits 2 "$cvtex" watch cv.md -o -
check "--serve without watch" exits 2 "$cvtex" cv.md --serve
check "a port that is none" exits 2 "$cvtex" watch cv.md --serve=http
check "a port that is too large" exits 2 "$cvtex" watch cv.md --serve=70000

# --- nothing leaks over many builds
printf '# 林\n\n0。\n' > cv.md; rm -r employers
start watch cv.md
until_ok has cv.pdf '0。'
size() { awk '/VmRSS/ {print $2}' "/proc/$watching/status"; }
files() { ls "/proc/$watching/fd" | wc -l; }
rebuild() { for i in $(seq "$1" "$2"); do n=$(count wrote); printf '# 林\n\n第%s次，再写一些字。\n' "$i" > cv.md; j=0; while [ "$(count wrote)" -le "$n" ] && [ $j -lt 200 ]; do sleep 0.01; j=$((j + 1)); done; done; }
rebuild 1 60; size_before=$(size); files_before=$(files)
rebuild 61 ${CVTEX_REBUILDS:-260}
check "open files stay" test "$(files)" -eq "$files_before"
check "memory stays: $size_before KB, then $(size) KB" test "$(size)" -lt $((size_before + 4096))
check "ended at last" stop
finish
