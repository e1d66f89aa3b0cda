#!/bin/sh
# Fitting to pages: --pages, employers and front matter; what happens when it cannot; advice.
. "$(dirname "$0")/lib.sh"
need pdfinfo pdftotext
cd "$scratch" || exit 1

pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
has_pages() { [ "$(pages "$1")" = "$2" ] || { echo "$1 has $(pages "$1") pages, not $2"; return 1; }; }
words() { pdftotext -raw "$1" - | tr -d ' \n\f'; }
same_words() { [ "$(words "$1")" = "$(words "$2")" ]; }

# A document of N entries, each of a paragraph of 110 characters.
write() {
    i=0
    printf -- '# 林知远\n\n后端工程师\n\n## 工作经历\n\n'
    while [ $i -lt "$1" ]; do
        printf '### 星海科技有限公司 || 20%02d.07 - 20%02d.06\n\n' $((10 + i)) $((11 + i))
        printf -- '- 负责容器调度平台的架构设计与核心开发，支撑线上五百个服务、一万三千个实例的日常变更，发布成功率由百分之九十七提升到百分之九十九点九；主导灰度发布系统，以声明式接口描述变更，平均止损时间从十八分钟降到四分钟。\n\n'
        i=$((i + 1))
    done
}

for entries in 5 8 10 11 12; do
    write $entries > "cv$entries.md"
    check "$entries entries fit one page" "$cvtex" -q "cv$entries.md" --pages 1 -o one.pdf
    check "$entries entries: exactly one page" has_pages one.pdf 1
    # Page numbers are no part of the text.
    "$cvtex" -q "cv$entries.md" --set page.foot.left= --set page.foot.right= -o plain.pdf
    check "$entries entries: same text" same_words one.pdf plain.pdf
done
write 20 > long.md
check "twenty entries fit two pages" "$cvtex" -q long.md --pages 2 -o two.pdf
check "two pages" has_pages two.pdf 2
"$cvtex" -q long.md --pages 2 -o again.pdf
check "the same bytes again" cmp two.pdf again.pdf

# What cannot fit: an error with advice, and the old file stays.
echo old > kept.pdf
check "too long: exit 1" exits 1 "$cvtex" long.md --pages 1 -o kept.pdf
check "the old file stays" grep -qx old kept.pdf
check "it says how much is too much" says "lines are too many" "$cvtex" long.md --pages 1 -o kept.pdf
check "it has a code" says "[cannot-fit]" "$cvtex" long.md --pages 1 -o kept.pdf
check "too short: exit 1" exits 1 "$cvtex" cv5.md --pages 4 -o kept.pdf
check "check finds it without writing" exits 1 "$cvtex" check long.md --pages 1
check "check is content with two" exits 0 "$cvtex" check -q long.md --pages 2
check "no number of pages: exit 2" exits 2 "$cvtex" cv5.md --pages none
check "timings tell the setting" says "fitted to 1 page" "$cvtex" cv10.md --pages 1 --timings -o one.pdf

# Front matter and employers ask for pages; the command line wins.
{ printf -- '---\npages: 1\n---\n'; cat cv10.md; } > asked.md
check "front matter asks" "$cvtex" -q asked.md -o asked.pdf
check "front matter gets one page" has_pages asked.pdf 1
mkdir employers
printf 'name = "云帆集团"\npages = 1\n' > employers/yunfan.toml
printf 'name = "蓝田"\nextends = "yunfan"\npages = 2\n' > employers/lantian.toml
write 11 > cv.md
check "employers ask" "$cvtex" -q cv.md --for yunfan -o for.pdf
check "an employer gets one page" has_pages for.pdf 1
check "an employer's own wish wins" exits 1 "$cvtex" -q cv5.md --for lantian -o for.pdf
check "the command line wins" "$cvtex" -q cv5.md --for lantian --pages any -o for.pdf
check "pages must be a number" says "fit.pages" "$cvtex" cv.md --set fit.pages=many

# Advice, in the document's language.
cat > advice.md <<'END'
负责容器调度平台的设计与核心开发支撑线上五百个服务一万三千个实例的日常变更发布成功率由百分之九十七
END
lines() { "$cvtex" "$1" --emit=lines | grep -c '"line"'; }
check "advice has place and number" says "advice.md:1: 删去 " "$cvtex" advise advice.md
cut=$("$cvtex" advise advice.md | sed -n 's/^advice.md:1: 删去 \([0-9]*\) 字可省一行.*/\1/p')
check "the number is small" test "$cut" -le 3
before=$(lines advice.md)
saves() {  # saves TEXT: the line is saved
    printf '%s\n' "$1" > cut.md
    [ "$(lines cut.md)" -eq $((before - 1)) ]
}
text=$(cat advice.md)
for word in 负责容器 设计与核 核心开发 线上五百 百分之九; do
    part=$(printf %s "$word" | cut -c "1-$((cut * 3))" 2>/dev/null)
    check "cutting $cut characters of $word saves the line" saves "$(printf %s "$text" | sed "s/$part//")"
done
sed '1s/^/---\nlang: en\n---\n/' advice.md > english.md
check "advice in English" says "characters to save a line" "$cvtex" advise english.md
sed '1s/^/---\nlang: zh-TW\n---\n/' advice.md > traditional.md
check "advice in Traditional Chinese" says "字可省一行" "$cvtex" advise traditional.md
sed '1s/^/---\nlang: ja\n---\n/' advice.md > japanese.md
check "advice in Japanese" says "文字削ると" "$cvtex" advise japanese.md
sed '1s/^/---\nlang: ko\n---\n/' advice.md > korean.md
check "advice in Korean" says "쪽" "$cvtex" advise korean.md
check "advice counts what one page less needs" says "少一页须省" "$cvtex" advise long.md
check "advice on a wish that fails" says "排不进 1 页" "$cvtex" advise long.md --pages 1
check "advice on one that holds" says "可排成 2 页" "$cvtex" advise long.md --pages 2
printf -- '# 林知远\n\nTODO\n' > todo.md
check "advice in spite of errors" says "可排成 1 页" "$cvtex" advise todo.md --for yunfan

finish
