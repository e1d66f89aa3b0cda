#!/bin/sh
# One profile, many employers: --for, names of outputs, what is left out, depfiles.
. "$(dirname "$0")/lib.sh"
need pdftotext qpdf
cd "$scratch" || exit 1
mkdir employers styles
cat > profile.md <<'END'
---
name: 林知远
headline: 后端工程师
phone: 138-0000-1234
email: zhiyuan@example.com
---
<!-- cv: private -->

薪资另议，见 SECRET 备忘

<!-- cv: end -->

## 工作经历

### 星海科技有限公司 || 2021.07 - 至今

- 订单系统重构 <!-- @backend -->
- 数据看板 <!-- @data -->

## 教育背景

清河大学
END
cat > employers/_base.toml <<'END'
output = "{name}-{role}-{employer}"
[redact]
phone = true
[redact.names]
"星海科技有限公司" = "某上市公司"
END
cat > employers/yunfan.toml <<'END'
name = "云帆集团"
extends = "_base"
role = "平台工程师"
include = "backend"
style = "../styles/mine.toml"
END
cat > employers/beichen.toml <<'END'
name = "北辰科技"
include = "data"
sections = ["教育背景"]
END
printf 'extends = "plain"\n[colors]\ntext = "#123456"\n' > styles/mine.toml
text_of() { pdftotext -raw "$1" -; }

# --- one employer
check "--for" exits 0 "$cvtex" profile.md --for beichen
check "the output bears the employer" test -s profile-beichen.pdf
check "a pattern names the output" sh -c "'$cvtex' profile.md --for yunfan && test -s 林知远-平台工程师-云帆集团.pdf"
mv 林知远-平台工程师-云帆集团.pdf yunfan.pdf
check "included is there" says 订单系统 text_of yunfan.pdf
check "other tags are not" sh -c "! pdftotext yunfan.pdf - | grep -q 数据看板"
check "names are replaced" says 某上市公司 text_of yunfan.pdf
check "the number is masked" says '138****1234' text_of yunfan.pdf
check "nothing hidden is left in the file" sh -c "
    qpdf --qdf --object-streams=disable yunfan.pdf y.txt
    ! grep -aqE '1380000|0000-1234|SECRET|E6989F' y.txt
    for word in 星海科技 数据看板 SECRET; do
        code=\$(printf %s \"\$word\" | iconv -t UTF-16BE | od -An -tx1 | tr -d ' \n')
        ! grep -aqi \"\$code\" y.txt || exit 1
    done"
check "sections are reordered" sh -c "pdftotext -raw profile-beichen.pdf - | tr -d '\n' | grep -q '教育背景.*工作经历'"
check "private parts never show" sh -c "! pdftotext profile-beichen.pdf - | grep -q 薪资"
check "-o FILE" sh -c "'$cvtex' profile.md --for yunfan -o x.pdf && test -s x.pdf"
check "--to text" says '教育背景' "$cvtex" profile.md --for beichen --to text -o -

# --- several
mkdir out all
check "-o makes a folder that is not there" sh -c "'$cvtex' profile.md --for yunfan -o new/below/ && test -s new/below/*.pdf"
check "--for a,b" sh -c "'$cvtex' profile.md --for yunfan,beichen -o out/ && test \$(ls out | wc -l) -eq 2"
check "--for all leaves bases out" sh -c "'$cvtex' profile.md --for all -o all/ -j 4 && test \$(ls all | wc -l) -eq 2"
check "the same bytes" sh -c "cmp out/profile-beichen.pdf all/profile-beichen.pdf"
check "two outputs in one file are refused" exits 2 "$cvtex" profile.md --for yunfan,beichen -o one.pdf

# --- mistakes
check "an unknown employer" exits 1 "$cvtex" profile.md --for yunfn
check "... with a suggestion" says "did you mean 'yunfan'?" "$cvtex" profile.md --for yunfn
printf 'x\n' > alone.md
mkdir elsewhere && mv alone.md elsewhere/
check "no employers at all" exits 1 "$cvtex" elsewhere/alone.md --for all
printf 'inclde = "x"\n' > employers/bad.toml
check "a broken employer file is named" says 'employers/bad.toml:1:1: error' "$cvtex" profile.md --for bad
check "... and stops only its own output" sh -c "'$cvtex' profile.md --for all -o all/; test \$? -eq 1 && test -s all/profile-beichen.pdf"
rm employers/bad.toml

# --- leak guard
printf '# 林知远\n\nTODO 数据\n' > todo.md
check "an unfinished place is a warning" exits 0 "$cvtex" todo.md
check "... and an error for an employer" exits 1 "$cvtex" todo.md --for beichen -o todo-b.pdf
check "... that writes nothing" test ! -e todo-b.pdf
check "a dead link is an error for an employer" sh -c "printf '# 林\n\n[x](#nowhere)\n' > dead.md; '$cvtex' dead.md --for beichen; test \$? -eq 1"

# --- depfile
check "the depfile lists the employer, its base and its style" sh -c "
    '$cvtex' profile.md --for yunfan -o x.pdf --depfile x.d &&
    grep -q '^x.pdf:' x.d && grep -q employers/yunfan.toml x.d && grep -q employers/_base.toml x.d &&
    grep -q styles/mine.toml x.d && ! grep -q beichen x.d"

# --- front matter
cat > own.md <<'END'
---
name: 林知远
employers:
  jia: { name: 甲公司, include: [a] }
---
- 一 <!-- @a -->
- 二 <!-- @b -->
END
check "employers in the front matter" sh -c "'$cvtex' own.md --for jia --to text -o - | grep -q 一"
check "... hide what is not theirs" sh -c "! '$cvtex' own.md --for jia --to text -o - | grep -q 二"

# --- check
check "check finds what compiling would" exits 1 "$cvtex" check todo.md --for beichen
check "... and writes nothing" sh -c "rm -f todo.pdf todo-*; '$cvtex' check todo.md && ! ls | grep -q '^todo.*pdf'"

finish
