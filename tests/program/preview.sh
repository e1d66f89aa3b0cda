#!/bin/sh
# cvtex watch --serve: the server's manners, and its pages in a headless Chromium.
. "$(dirname "$0")/lib.sh"
need node
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ -n "$browser" ] || echo "no chromium: what a browser shows is not tested"
exec timeout 300 node "$root/tests/program/preview.mjs" "$cvtex" $browser
