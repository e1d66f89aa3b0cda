#!/bin/sh
# Many people, several employers: documents a second and core, and whether memory stays flat; then what fitting to pages costs.
# Usage: people.sh [FOLDER OF THE BUILD (default build/bench)] [PEOPLE (default 200)]. The profiles are made here, all different.
set -eu
build=${1:-build/bench}
people=${2:-200}
cd "$(dirname "$0")/.."
cvtex=$(realpath "$build/cvtex")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# write N: the profile of person N, with three to six entries, tags and a front matter. Characters come from a list by a fixed
# sequence, so that every run sees the same.
write() {
    awk -v seed="$1" '
    function next_number(below) { seed = (seed * 16807 + 11) % 2147483647; return seed % below }
    function words(count,    text, i) {
        text = ""
        for (i = 0; i < count; i++) text = text word[next_number(size)]
        return text
    }
    BEGIN {
        size = split("负责 平台 架构 设计 核心 开发 支撑 线上 服务 日常 变更 发布 成功率 提升 主导 系统 接口 描述 时间 降到 存储 引擎 索引 压缩 监控 告警 容量 规划 团队 评审 测试 部署 集群 调度 网络 协议 缓存 队列 一致性 可用性 Go Kubernetes MySQL gRPC 99.9%", word, " ")
        printf "---\nname: 林%s\nheadline: 后端工程师\nphone: 138-0000-%04d\nemail: p%d@example.com\n---\n\n## 工作经历\n\n", substr(words(1), 1, 1), seed % 10000, seed
        entries = 3 + next_number(4)
        for (e = 0; e < entries; e++) {
            printf "### %s科技有限公司 || 20%02d.07 - 20%02d.06\n\n", words(1), 20 - e, 21 - e
            for (b = 0; b < 3; b++) printf "- %s，%s；%s。%s\n", words(8), words(9), words(7), b == 1 ? " <!-- @backend -->" : ""
            print ""
        }
        print "## 专业技能\n"
        for (b = 0; b < 3; b++) printf "- %s：%s、%s、%s\n", words(1), words(2), words(2), words(2)
        print "\n## 教育背景\n\n湖滨大学 || 2011.09 - 2015.06"
    }'
}

make_folder() {  # make_folder DIR PEOPLE
    mkdir -p "$1/employers"
    printf 'name = "云帆集团"\nexclude = "backend"\n' > "$1/employers/yunfan.toml"
    printf 'name = "蓝田软件"\nstyle = "modern"\n' > "$1/employers/lantian.toml"
    printf 'name = "观澜数据"\nstyle = "compact"\n[redact]\nphone = true\n' > "$1/employers/guanlan.toml"
    i=0
    while [ $i -lt "$2" ]; do write $((i + 1)) > "$1/p$i.md"; i=$((i + 1)); done
}

# run LABEL DIR DOCUMENTS OPTION…: time by the processor, since other work shares the machine.
run() {
    label=$1; folder=$2; documents=$3; shift 3
    # Some profiles do not fit one page: that is an outcome like others.
    /usr/bin/env bash -c 'TIMEFORMAT="%U %S"; time "$@" || true' _ \
        "$cvtex" -q --timings "$@" --for all "$folder"/*.md -o "$work/out/" > "$work/log" 2>&1
    time=$(tail -1 "$work/log")
    memory=$(sed -n 's/^cvtex: memory \(.*\) MiB/\1/p' "$work/log")
    shaped=$(sed -n 's/^cvtex: \(.*\) % of text shaped before/\1/p' "$work/log")
    echo "$label $documents $time $memory $shaped" |
        awk '{ t = $3 + $4; printf "%-28s %4d documents  %6.2f s of processor  %6.1f documents a second and core  %3d MiB  %s %% of text shaped before\n", $1, $2, t, $2 / t, $5, $6 }'
}

mkdir -p "$work/out"
few=$((people / 10))
make_folder "$work/few" "$few"
make_folder "$work/many" "$people"
echo "== $people people, 3 employers: one process, one thread"
run a-tenth-of-them "$work/few" $((few * 3)) -j 1
run all "$work/many" $((people * 3)) -j 1
run all-two-threads "$work/many" $((people * 3)) -j 2
echo "== the same, fitted to one page"
run fitted-to-one-page "$work/many" $((people * 3)) -j 1 --pages 1

# Instructions do not depend on what else runs; the search is the difference.
if command -v valgrind >/dev/null 2>&1; then
    echo "== fitting: instructions, times those of a plain compilation"
    count() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | sed -n 's/.*refs: *//p' | tr -d ,; }
    if [ -d ../shared/seeds ]; then documents=$(ls ../shared/seeds/*.md samples/*.md); else documents=$(ls samples/*.md); fi
    for document in $documents; do
        plain=$(count "$cvtex" -q "$document" -o "$work/out.pdf")
        line=$(printf '%-24s' "$(basename "$document" .md)")
        for pages in 1 2 3; do
            fitted=$(count "$cvtex" -q --pages $pages "$document" -o "$work/out.pdf")
            line="$line  $pages: $(echo "$fitted $plain" | awk '{ printf "%.2f", $1 / $2 }')"
        done
        echo "$line"
    done
fi
