#!/bin/sh
# Fetches the public test suites that are packages, into the folder given. Without a registry the tests that need them
# are skipped and say so.
set -eu
dir=$1
[ -d "$dir/node_modules/commonmark-spec" ] && exit 0
mkdir -p "$dir"
npm install --prefix "$dir" --no-save --no-audit --no-fund --ignore-scripts --silent commonmark-spec@0.31.2 ||
    echo "commonmark-spec could not be fetched: its examples will be skipped" >&2
