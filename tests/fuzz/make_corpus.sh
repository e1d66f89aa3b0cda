#!/bin/sh
# Writes the inputs of the golden cases as a seed corpus: one file a case in the folder $1.
set -eu
corpus=${1:?usage: make_corpus.sh FOLDER}
golden=$(dirname "$0")/../golden
mkdir -p "$corpus"
for file in "$golden"/*.txt; do
    awk -v prefix="$corpus/$(basename "$file" .txt)-" '
        /^--- .* ---$/ { out = prefix $2 ".md"; printf "" > out; next }
        /^----$/ { if (out != "") close(out); out = ""; next }
        out != "" { print > out }
    ' "$file"
done
