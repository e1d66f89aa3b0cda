#!/bin/sh
# Linear time: ten times a hostile document takes at most 12 times the instructions, all stages together. A single
# stage may take 15 times: where it costs a few dozen instructions a repetition, growing a buffer shows. A shape that
# looks steeper is counted again alone and fifteen times as large: what was a buffer or a table is nothing there, what is
# quadratic is worse. The program given is hostile_growth; callgrind counts, so that neither the machine nor its load
# matters.
set -eu
program=${1:?usage: growth.sh PROGRAM}
command -v valgrind >/dev/null || { echo "SKIPPED: no valgrind"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
large_size=1500  # fifteen times what the program begins with

# count [SHAPE SIZE]: leaves $work/names and $work/counts. Without the tunable, copies beyond a threshold are one
# counted instruction a byte, and below it none.
count() {
    GLIBC_TUNABLES=glibc.cpu.x86_rep_movsb_threshold=1000000000:glibc.cpu.x86_rep_stosb_threshold=1000000000 \
        valgrind -q --tool=callgrind --dump-line=no --combine-dumps=yes --callgrind-out-file="$work/counts" \
        "$program" "$@" > "$work/names" 2>/dev/null
}

# In the counters a function is `(number) name` the first time and `(number)` afterwards; the line after `calls=` ends
# with the callee's whole cost. A steep growth is a line that begins with its shape's number.
judge() {
    awk -v limit=12 -v stage_limit=15 '
    FNR == NR { number = $1; sub(/^[0-9]+ /, ""); shape[number] = $0; shapes++; next }
    /^desc: Trigger: Client Request: / { run = $5 " " $6 }
    /^c?fn=/ {
        match($0, /\([0-9]+\)/); id = substr($0, RSTART, RLENGTH); rest = substr($0, RSTART + RLENGTH)
        if (rest != "") name[id] = rest
        if ($0 ~ /^cfn=/) callee = name[id]
    }
    /^calls=/ {
        getline
        if (match(callee, /stage_[a-z]+/)) {
            stage = substr(callee, RSTART + 6, RLENGTH - 6); stages[stage]; cost[run, stage] += $NF
            if (run ~ /^trivial/) trivial[run]
        }
    }
    # What every document costs: no more than that may be taken off, or linear growth looks steeper than it is.
    function constant(stage,    run, least) {
        least = -1
        for (run in trivial) if (least < 0 || cost[run, stage] < least) least = cost[run, stage]
        return least
    }
    function steep(i, what, small, large) {
        printf "%d %s, %s: %d instructions, then %d (%.1f times)\n", i, shape[i], what, small, large, large / small
    }
    END {
        # Less than this for thousands of repetitions is constant: a buffer that grew, a page of memory.
        floor = 200000
        for (i in shape) {
            all_small = 0; all_large = 0
            for (stage in stages) {
                small = cost["small " i, stage] - constant(stage); large = cost["large " i, stage] - constant(stage)
                checked++; all_small += small; all_large += large
                if (large > floor && large > stage_limit * small) steep(i, stage, small, large)
            }
            if (all_large > floor && all_large > limit * all_small) steep(i, "all stages", all_small, all_large)
        }
        print "checked", shapes, checked
    }' "$work/names" "$work/counts"
}

count
judge > "$work/first"
read -r _ shapes checked <<END
$(grep '^checked ' "$work/first")
END
failed=0
if [ "$shapes" -lt 100 ] || [ "$checked" -lt $((6 * shapes)) ]; then
    echo "FAILED: the counters were not read"
    failed=1
fi
for shape in $(grep -v '^checked ' "$work/first" | cut -d' ' -f1 | sort -un); do
    count "$shape" "$large_size"
    judge | grep -v '^checked ' > "$work/again" || continue
    sed 's/^[0-9]* /FAILED: /' "$work/again"
    failed=$((failed + 1))
done
echo "$((shapes - failed)) of $shapes shapes are linear in each of $((checked / shapes)) stages"
[ "$failed" -eq 0 ]
