#!/bin/sh
# Fetches the public test suites and the PDF readers that are packages, into the folder given. Without a registry the tests that need them
# are skipped and say so.
set -eu
dir=$1
[ -d "$dir/node_modules/micromark-extension-cjk-friendly" ] && [ -d "$dir/node_modules/pdfjs-dist" ] &&
    [ -d "$dir/node_modules/ajv-formats" ] && exit 0
mkdir -p "$dir"
npm install --prefix "$dir" --no-save --no-audit --no-fund --ignore-scripts --silent commonmark-spec@0.31.2 micromark@4 \
    micromark-extension-gfm-strikethrough@2 micromark-extension-cjk-friendly@2 micromark-extension-cjk-friendly-gfm-strikethrough@2 \
    pdfjs-dist@5 @hyzyla/pdfium@2 @jsonresume/schema@1 ajv@8 ajv-formats@3 ||
    echo "the suites could not be fetched: the tests that need them will be skipped" >&2
