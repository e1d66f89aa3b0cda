#!/bin/sh
# Writes the seeds of the fuzzers below the folder $1: `document` gets the inputs of the golden cases and the examples of
# docs/FORMAT.md, and both folders what tests/fuzz/corpus keeps.
set -eu
corpus=${1:?usage: make_corpus.sh FOLDER}
here=$(dirname "$0")
mkdir -p "$corpus"
cp -r "$here/corpus/." "$corpus"
for file in "$here"/../golden/*.txt; do
    awk -v prefix="$corpus/document/$(basename "$file" .txt)-" '
        /^--- .* ---$/ { out = prefix $2 ".md"; printf "" > out; next }
        /^----$/ { if (out != "") close(out); out = ""; next }
        out != "" { print > out }
    ' "$file"
done
awk -v prefix="$corpus/document/format-" '
    /^```(markdown|yaml|toml|html)/ { out = prefix (++n) ".md"; printf "" > out; next }
    /^```$/ { if (out != "") close(out); out = ""; next }
    out != "" { print > out }
' "$here/../../docs/FORMAT.md"
