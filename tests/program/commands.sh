#!/bin/sh
# cvtex check --fix, diff and explain; levels of the leak guard.
. "$(dirname "$0")/lib.sh"
cd "$scratch" || exit 1
mkdir employers styles
cat > profile.md <<'END'
---
name: 林知远
headline: 后端工程师
style:
  extends: styles/mine.toml
  body.size: 10.2pt
vars:
  wish: 后端
checks:
  todo: off
---

# 林知远

期望：{{wish}}

## 项目经历

- 订单系统 <!-- @backend -->
- 数据看板 <!-- @data -->

TODO
END
printf 'extends = "plain"\n[body]\nsize = "9.7pt"\n' > styles/mine.toml
printf 'name = "云帆集团"\n[vars]\nwish = "平台"\n' > employers/_base.toml
cat > employers/yunfan.toml <<'END'
extends = "_base"
name = "云帆"
include = "backend"
headline = "平台工程师"
[style]
body.size = "10.6pt"
END
printf 'include = "data"\n[checks]\ntodo = "error"\n' > employers/beichen.toml
cp profile.md before.md

# --- explain
check "explain shows the value that holds" says 'body.size = 10.6pt' "$cvtex" explain body.size profile.md --for yunfan
check "… and the base it comes from" says 'styles/base.toml:' "$cvtex" explain body.size profile.md
check "… the style file" sh -c "'$cvtex' explain body.size profile.md | grep -Eq '^  style +styles/mine.toml:3:9 +9.7pt\$'"
check "… front matter" sh -c "'$cvtex' explain body.size profile.md | grep -Eq '^  front matter +profile.md:6:14 +10.2pt\$'"
check "… the employer, after front matter" sh -c "'$cvtex' explain body.size profile.md --for yunfan | tail -1 | grep -Eq '^  employer +employers/yunfan.toml:6:14 +10.6pt\$'"
check "… flags last" sh -c "'$cvtex' explain body.size profile.md --for yunfan --set body.size=11pt | tail -1 | grep -Eq '^  flag +--set +11pt\$'"
check "a table: all its keys" sh -c "test \$('$cvtex' explain header profile.md | grep -c '^[^ ]') -gt 5"
check "an employer's vars over front matter's" sh -c "'$cvtex' explain vars.wish profile.md --for yunfan | grep -A9 -F 'vars.wish = 平台' | grep -q 'employers/_base.toml:3:9'"
check "an employer's own name is not inherited" sh -c "! '$cvtex' explain name profile.md --for yunfan | grep -q _base"
check "the style's name" sh -c "'$cvtex' explain style profile.md --style plain | tail -1 | grep -Eq '^  flag +--style +plain\$'"
check "what nobody says" says "lang = zh-CN" "$cvtex" explain lang profile.md
check "… is guessed" says "guessed" "$cvtex" explain lang profile.md
check "a level of a check" says 'checks.todo = error' "$cvtex" explain checks.todo profile.md --for beichen
check "… has a default for employers" says 'checks.pay = error' "$cvtex" explain checks.pay profile.md --for yunfan
check "… and another without" says 'checks.pay = warn' "$cvtex" explain checks.pay profile.md
check "the employer's name is not the person's" sh -c "'$cvtex' explain name profile.md --for yunfan | grep -q '^employer name = 云帆'"
check "a table of an employer: all its keys" says 'vars.wish = 平台' "$cvtex" explain vars profile.md --for yunfan
check "the end of a key is enough for a suggestion" says "did you mean 'header.icons'?" "$cvtex" explain icons profile.md
check "what is not set" says "redact.phone is not set" "$cvtex" explain redact.phone profile.md
check "an unknown key" exits 2 "$cvtex" explain body.sise profile.md
check "… gets a suggestion" says "did you mean 'body.size'?" "$cvtex" explain body.sise profile.md
check "no key" exits 2 "$cvtex" explain
check "an unknown employer" exits 1 "$cvtex" explain lang profile.md --for yunfam

# --- diff
"$cvtex" diff profile.md --for yunfan --for beichen > difference 2> messages
check "diff: what only the first sees" grep -q '^-.*订单系统' difference
check "diff: what only the second sees" grep -q '^+.*数据看板' difference
check "diff: who is compared" sh -c "head -2 difference | tr '\n' ' ' | grep -q -- '--- profile.md for yunfan +++ profile.md for beichen'"
check "diff: what is common is not listed whole" sh -c "! grep -q '^[-+].*项目经历' difference"
check "diff: findings are said" grep -q leak-todo messages
check "diff writes no file" sh -c "! ls *.pdf *.txt 2>/dev/null | grep -q ."
check "diff: everybody's version against one" says "--- profile.md for everybody" "$cvtex" diff profile.md --for yunfan
check "diff: colour" sh -c "'$cvtex' diff profile.md --for yunfan,beichen --color always 2>/dev/null | grep -q \"\$(printf '\\033')\\[32m\""
check "diff: three sides" exits 2 "$cvtex" diff profile.md --for yunfan,beichen,_base
check "diff: no employer" exits 2 "$cvtex" diff profile.md
check "diff: two documents" exits 2 "$cvtex" diff profile.md before.md --for yunfan

# --- levels of checks
check "front matter turns a check off" sh -c "! '$cvtex' check profile.md --for yunfan 2>&1 | grep -q leak-todo"
check "an employer turns it on again" says "error: 'TODO' is unfinished" "$cvtex" check profile.md --for beichen
printf -- '---\nchecks: {todo: error}\n---\n\nTODO\n' > strict.md
check "an error without --for" exits 1 "$cvtex" check strict.md
printf -- '---\nchecks: {todos: off}\n---\n\n甲\n' > misspelt.md
check "a misspelt rule" says "did you mean 'todo'?" "$cvtex" check misspelt.md

# --- check --fix
printf '\357\273\277# 陈⽴\r\n\r\n### 星海 2020年05月 - 2021年08 月\r\n\r\n### 云帆 2021.09–至今\r\n\r\n### 北辰 2019.01 - 2020.04\r\n' > fix.md
cp fix.md as-written.md
chmod 640 fix.md
check "--dry-run shows the difference" says "+# 陈立" "$cvtex" check --fix --dry-run fix.md
check "… and changes nothing" cmp -s fix.md as-written.md
check "--fix shows the difference" sh -c "'$cvtex' check --fix fix.md > shown"
check "… as a unified diff" sh -c "head -3 shown | tr '\n' ' ' | grep -q -- '--- fix.md +++ fix.md @@ -1 +1 @@'"
check "… repairs" sh -c "grep -q '2020年05月 - 2021年08月' fix.md && grep -q '2021.09 - 至今' fix.md"
check "… keeps line ends and the byte order mark" sh -c "printf '\357\273\277# 陈立\r\n' | cmp -s - fix.md -n 13"
check "… keeps the file's mode" sh -c "test \$(stat -c %a fix.md) = 640"
check "… keeps the old file" cmp -s fix.md~ as-written.md
check "… leaves nothing else behind" sh -c "! ls | grep -q tmp"
check "--fix twice changes nothing more" sh -c "test -z \"\$('$cvtex' check -q --fix fix.md)\""
cp as-written.md unwritable.md
mkdir unwritable.md~
check "no copy of the old file, no repair" exits 3 "$cvtex" check -q --fix unwritable.md
check "… the document is as it was" cmp -s unwritable.md as-written.md
check "nobody to show the difference to" sh -c "cp as-written.md full.md; '$cvtex' check --fix full.md > /dev/full; cmp -s full.md as-written.md"
check "--fix without check" exits 2 "$cvtex" --fix fix.md
check "--dry-run without --fix" exits 2 "$cvtex" check --dry-run fix.md
check "--fix of standard input" exits 2 "$cvtex" check --fix -
check "a missing file" exits 3 "$cvtex" check --fix nowhere.md
finish
