# Shared by the whole-program tests: a scratch folder, and checks that count.
# Usage: . lib.sh; check "what" command…; finish
cvtex=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# check WHAT COMMAND…: passes when the command succeeds.
check() {
    what=$1; shift
    if "$@" >"$scratch/check.log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)); echo "FAILED: $what"; sed 's/^/    /' "$scratch/check.log" | head -20
    fi
}

# exits CODE COMMAND…: passes when the command's exit code is CODE.
exits() {
    want=$1; shift
    "$@" && got=0 || got=$?
    [ "$got" -eq "$want" ] || { echo "exit code $got, expected $want: $*"; return 1; }
}

# says TEXT COMMAND…: passes when the command prints TEXT (to either stream).
says() {
    text=$1; shift
    "$@" >"$scratch/said" 2>&1 || true
    grep -qF -- "$text" "$scratch/said" || { echo "not said: $text"; cat "$scratch/said"; return 1; }
}

need() {  # need TOOL…: skip the whole test without them
    for tool in "$@"; do
        command -v "$tool" >/dev/null 2>&1 || { echo "SKIPPED: no $tool"; exit 77; }
    done
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
