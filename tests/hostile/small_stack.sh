#!/bin/sh
# A stack of 256 KB is enough for any document: every hostile shape goes through every output of the program in one batch,
# its threads on stacks of that size too. Documents may have errors; a crash, a hang or a lack of memory fails.
# usage: small_stack.sh CVTEX HOSTILE_FILES
set -u
cvtex=$(realpath "$1")
files=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir long short out
"$files" long 20000 > names && "$files" short 500 > /dev/null || exit 1
failed=0

# compile FOLDER OPTION…: exit code 1 is a document's error, 0 none.
compile() {
    folder=$1; shift
    (ulimit -s 256; timeout 300 "$cvtex" -q "$@" -j 2 -o out/ "$folder"/*.md > log 2>&1)
    code=$?
    [ "$code" -le 1 ] && return
    failed=$((failed + 1))
    echo "FAILED: exit code $code of cvtex $* with one of the $folder shapes:"
    for file in "$folder"/*.md; do
        (ulimit -s 256; timeout 60 "$cvtex" -q "$@" -o out/one "$file" > log 2>&1) 2> /dev/null
        [ $? -le 1 ] || grep "^$(basename "$file" .md) " names
    done
}

compile long --emit ast
compile long --to html --html fragment
compile long --to html --html page
compile long --to text
compile short --emit styled
compile short
[ "$failed" -eq 0 ] && echo "$(wc -l < names) shapes compile on 256 KB of stack"
exit "$failed"
