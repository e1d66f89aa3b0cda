#!/bin/sh
# What is rebuilt: with cvtex.mk, and with the depfiles under ninja and CMake as docs/BATCH.md shows it.
. "$(dirname "$0")/lib.sh"
need make
cd "$scratch" || exit 1
mkdir -p people/employers people/styles people/fonts && cd people || exit 1
cat > profile.md <<'END'
---
name: 林知远
---
![像](photo.png)

## 工作经历

- 订单系统 <!-- @backend -->
- 数据看板 <!-- @data -->
END
sed -e 's/林知远/陈安然/' -e '/photo/d' profile.md > second.md
printf 'output = "{name}-{employer}"\n' > employers/_base.toml
printf 'name = "云帆"\nextends = "_base"\ninclude = "backend"\nstyle = "../styles/mine.toml"\n' > employers/yunfan.toml
printf 'name = "北辰"\ninclude = "data"\n' > employers/beichen.toml
printf 'extends = "plain"\n[colors]\ntext = "#123456"\n' > styles/mine.toml
base64 -d > photo.png <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwSJiAFTEMLQkACmxIAasRElQAAAAASUVORK5CYII=
END
font=$(fc-list 2>/dev/null | sed -n 's/^\([^:]*NotoSans-Regular\.ttf\):.*/\1/p' | head -1)
if [ -n "$font" ]; then
    cp "$font" fonts/own.ttf
    printf 'extends = "plain"\n[fonts.sans]\nlatin = ["Noto Sans"]\n[fonts.serif]\nlatin = ["Noto Sans"]\n' > styles/mine.toml
fi
cp "$cvtex" ./cvtex
printf 'CVTEX = ./cvtex\nCVTEXFLAGS = --font-dir fonts\ninclude %s/cvtex.mk\n' "$root" > Makefile

built() { find "${1:-build}" -name '*.pdf' -newer stamp | sort | tr '\n' ' '; }
# rebuilds WANT COMMAND FILE…: after FILE… are touched, COMMAND makes exactly the PDFs WANT again.
rebuilds() {
    want=$1; command=$2; shift 2
    sleep 0.05; touch stamp; sleep 0.05; touch "$@"; sleep 0.02
    sh -c "$command" >make.log 2>&1 || { cat make.log; return 1; }
    got=$(built)
    [ "$got" = "$want" ] || { echo "made again: $got; expected: $want"; cat make.log; return 1; }
}
touched() { want=$1; shift; rebuilds "$want" "make -s -j4" "$@"; }
all="build/profile/beichen.pdf build/profile/yunfan.pdf build/second/beichen.pdf build/second/yunfan.pdf "
yunfan="build/profile/yunfan.pdf build/second/yunfan.pdf "
profile="build/profile/beichen.pdf build/profile/yunfan.pdf "

touch stamp
check "make builds profiles x employers" sh -c "make -s -j4 && test \$(find build -name '*.pdf' | wc -l) -eq 4"
check "nothing to do" touched "" stamp
check "a profile" touched "$profile" profile.md
check "an employer" touched "build/profile/beichen.pdf build/second/beichen.pdf " employers/beichen.toml
check "what an employer extends" touched "$yunfan" employers/_base.toml
check "a style" touched "$yunfan" styles/mine.toml
check "a picture" touched "$profile" photo.png
[ -z "$font" ] || check "a font" touched "$yunfan" fonts/own.ttf
check "the program" touched "$all" ./cvtex
larger="make -s -j4 CVTEXFLAGS='--font-dir fonts --set body.size=11pt'"
check "other options" rebuilds "$all" "$larger" stamp
check "... are remembered" rebuilds "" "$larger" stamp
check "... and the former ones again" rebuilds "$all" "make -s -j4" stamp
check "make -q tells that nothing is to do" make -q
check "a new employer" sh -c "printf 'name = \"新\"\n' > employers/xin.toml && make -s -j4 && test -s build/profile/xin.pdf && rm employers/xin.toml"
check "a deleted picture stops nothing" sh -c "mv photo.png away.png && make -s -j4; code=\$?; mv away.png photo.png; exit \$code"
check "... and it comes back" touched "$profile" photo.png
check "a mistake keeps the old file" sh -c "cp profile.md good.txt && printf -- '---\nname: [\n---\n' > profile.md && ! make -s -k 2>/dev/null && test -s build/profile/yunfan.pdf && cp good.txt profile.md && make -s -j4"
check "PROFILES and EMPLOYERS" sh -c "make -s PROFILES=second.md EMPLOYERS=yunfan BUILD=few && test \$(find few -name '*.pdf' | wc -l) -eq 1"
check "make check" make -s check
check "make clean" sh -c "make -s clean && test ! -e build"
check "make -n tells the commands" says '--for yunfan' make -n

# --- names
printf '# 名\n\n正文\n' > "two words.md"
check "a name with a space is refused" sh -c "! make -s"
check "... with what to do" says "cvtex build" make -s
rm "two words.md"; printf '# 名\n\n正文\n' > "it's.md"
check "a name that the shell would read is refused" sh -c "! make -s"
check "... by name" says "it's.md" make -s
rm "it's.md"; printf '# 名\n\n正文\n' > 中文名.md
check "a Chinese name" sh -c "make -s && test -s build/中文名/yunfan.pdf"
rm 中文名.md
check "a missing program" says "there is no program 'nowhere'" make -s CVTEX=nowhere
mkdir "a b" && cp ./cvtex "a b/cvtex"
check "a program below a folder with a space" sh -c "PATH=\"$PWD/a b:\$PATH\" make -s CVTEX=cvtex BUILD=spaced && PATH=\"$PWD/a b:\$PATH\" make -q CVTEX=cvtex BUILD=spaced"
check "README.md is no profile" sh -c "cp profile.md README.md && make -s && test ! -e build/README; rm README.md"
rm -rf build
check "without employers" sh -c "make -s -j4 EMPLOYERS= && test -s build/profile.pdf && test -s build/second.pdf"
check "the sources' own samples" sh -c "make -s -C '$root/samples' -j2 CVTEX='$cvtex' BUILD='$scratch/samples'
    test \$(find '$scratch/samples' -name '*.pdf' | wc -l) -eq 3"
rm -rf build few spaced

# --- the examples of docs/BATCH.md
example() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$root/docs/BATCH.md" | sed '1d;$d'; }
PATH=$PWD:$PATH; export PATH
if command -v ninja >/dev/null 2>&1; then
    example ninja > build.ninja
    all="build/beichen.pdf build/yunfan.pdf "
    sleep 0.05
    check "ninja builds" sh -c "ninja && test \$(find build -name '*.pdf' | wc -l) -eq 2"
    check "ninja: nothing to do" rebuilds "" ninja stamp
    check "ninja: an employer" rebuilds "build/beichen.pdf " ninja employers/beichen.toml
    check "ninja: a base" rebuilds "build/yunfan.pdf " ninja employers/_base.toml
    check "ninja: a style" rebuilds "build/yunfan.pdf " ninja styles/mine.toml
    check "ninja: a picture" rebuilds "$all" ninja photo.png
    check "ninja: a profile" rebuilds "$all" ninja profile.md
    rm -rf build
fi
if command -v cmake >/dev/null 2>&1; then
    example cmake > CMakeLists.txt
    for generator in "Unix Makefiles" Ninja; do
        [ "$generator" != Ninja ] || command -v ninja >/dev/null 2>&1 || continue
        rm -rf build
        check "cmake, $generator: builds" sh -c "cmake -G '$generator' -S . -B build && cmake --build build && test \$(find build -name '*.pdf' | wc -l) -eq 2"
        check "cmake, $generator: nothing to do" rebuilds "" "cmake --build build" stamp
        check "cmake, $generator: a base" rebuilds "build/yunfan.pdf " "cmake --build build" employers/_base.toml
        check "cmake, $generator: a style" rebuilds "build/yunfan.pdf " "cmake --build build" styles/mine.toml
        check "cmake, $generator: a picture" rebuilds "$all" "cmake --build build" photo.png
    done
fi
finish
