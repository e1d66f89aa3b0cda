#!/bin/sh
# Emphasis and strikethrough beside Chinese, Japanese and Korean text are what the npm packages of the CJK-friendly
# amendment make of them: every pair of neighbours inside and outside of the marks, and the packages' own examples.
# Skipped without node or the packages (tests/fetch-suites.sh).
set -eu
. "$(dirname "$0")/lib.sh"
need node
modules=$root/build/suites/node_modules
[ -d "$modules/micromark-extension-cjk-friendly" ] || { echo "SKIPPED: the packages are not fetched"; exit 77; }
ln -s "$modules" "$scratch/node_modules"
cp "$root/tests/program/cjk_emphasis.mjs" "$scratch/compare.mjs"

check "emphasis is that of the CJK-friendly amendment" node "$scratch/compare.mjs" "$cvtex" "$scratch"
finish
