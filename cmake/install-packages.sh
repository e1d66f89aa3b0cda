#!/bin/sh
# Installs those of the packages listed in the given files that are missing: apt-get, as root or through sudo.
set -eu
missing=""
for package in $(cat "$@"); do
    # npm and the compilers may come from elsewhere: a command of that name will do.
    case $package in g++|cmake|npm) command -v "$package" >/dev/null 2>&1 && continue ;; esac
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "these Debian packages are missing, and there is no apt-get:$missing" >&2
    exit 3
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "install as root:$missing" >&2; exit 3; }
    as_root=sudo
fi
echo "installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
