#!/bin/sh
# The architecture's direction: which folder may include which. Fails with the offending lines.
set -eu
cd "$(dirname "$0")/.."
status=0
check() {  # check FOLDER ALLOWED…
    folder=$1; shift
    pattern=$(printf '%s|' "$folder" "$@" | sed 's/|$//')
    bad=$(grep -rnE '#include "[a-z]+/' "$folder" --include='*.hpp' --include='*.cpp' | grep -vE "#include \"($pattern)/" || true)
    [ -z "$bad" ] || { echo "$folder may include only: $*"; echo "$bad"; status=1; }
}
third_party() {  # third_party PATTERN FOLDER…: the headers that only these folders may name
    pattern=$1; shift
    allowed=$(printf '%s/|' "$@" | sed 's/|$//')
    bad=$(grep -rnE "#include <($pattern)" base grammar profile styles fonts layout pdf preview serve export verify convert fetch cli | grep -vE "^($allowed)" || true)
    [ -z "$bad" ] || { echo "<$pattern> belongs in $*"; echo "$bad"; status=1; }
}
check base
check grammar base
check profile base grammar
check styles base grammar profile
check fonts base
check layout base styles fonts
check pdf base styles fonts layout
check export base grammar profile styles
check verify base
check preview base styles fonts layout
check serve base
check convert base
check fetch base
check cli base grammar profile styles fonts layout pdf preview serve export verify convert fetch
third_party 'tao/' grammar
third_party 'hb' fonts
third_party 'ft2build|freetype|fontconfig' fonts
third_party 'hpdf' pdf
third_party 'qpdf/' verify convert
third_party 'CLI/' cli
third_party 'httplib' serve
third_party 'curl/' fetch
third_party 'png' pdf convert
third_party 'webp/|librsvg/|jpeglib' convert
[ $status -eq 0 ] && echo "layers: every include points the right way"
exit $status
