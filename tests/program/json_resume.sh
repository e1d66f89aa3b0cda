#!/bin/sh
# --to json writes JSON Resume: valid by the published schema (npm's @jsonresume/schema) for every sample and for shapes of
# every kind, as ajv judges. Skipped without node or the packages (tests/fetch-suites.sh).
set -eu
. "$(dirname "$0")/lib.sh"
need node
modules=$root/build/suites/node_modules
[ -d "$modules/@jsonresume/schema" ] && [ -d "$modules/ajv-formats" ] ||
    { echo "SKIPPED: the packages are not fetched"; exit 77; }
ln -s "$modules" "$scratch/node_modules"
cp "$root/tests/program/json_resume.mjs" "$scratch/validate.mjs"

cat > "$scratch/person.md" <<'EOF'
---
name: 林知远
headline: 后端工程师
email: zhiyuan@example.com
phone: 138-0000-0000
github: github.com/example
website: https://example.com/关于
---

## 个人简介

写服务。

## 工作经历

### 星海科技 · 后端工程师 | 2021.07 – 至今 | 杭州

负责网关。

- 延迟减半
  - 三个月
- 成本减三成

### 云杉网络

做海图的公司。

#### 测试主管
2020.01 – 2021.06

- 带三人

#### 测试工程师
2018.07 – 2019.12

## 教育背景

### 湖滨大学 | 本科 | 软件工程 | 2014-2018

## 获奖

- 程序设计竞赛金牌（2017.10）

## 技能

- **语言**：Go、Python

## 专利

一种方法。
EOF

for document in "$scratch/person.md" "$root"/samples/*.md; do
    name=$(basename "$document" .md)
    "$cvtex" "$document" --to json -o "$scratch/$name.json" 2>/dev/null || true
    check "$name is JSON" test -s "$scratch/$name.json"
done
check "all are valid by the schema" node "$scratch/validate.mjs" "$scratch"

cat > "$scratch/expect.mjs" <<'EOF'
import { readFileSync } from 'fs';
import assert from 'assert/strict';
const cv = JSON.parse(readFileSync(process.argv[2] + '/person.json', 'utf8'));
assert.equal(cv.basics.name, '林知远');
assert.equal(cv.basics.label, '后端工程师');
assert.equal(cv.basics.email, 'zhiyuan@example.com');
assert.equal(cv.basics.phone, '138-0000-0000');
assert.equal(cv.basics.summary, '写服务。');
assert.equal(cv.basics.profiles[0].username, 'example');
assert.equal(cv.basics.profiles[0].url, 'https://github.com/example');
const job = cv.work[0];
assert.deepEqual([job.name, job.position, job.location, job.startDate, job.endDate, job['x-current']],
    ['星海科技', '后端工程师', '杭州', '2021-07', undefined, true]);
assert.equal(job.summary, '负责网关。');
assert.deepEqual(job.highlights, ['延迟减半', '三个月', '成本减三成']);
const roles = cv.work.slice(1).map((role) => [role.name, role.position, role.startDate, role.description]);
assert.deepEqual(roles, [['云杉网络', '测试主管', '2020-01', '做海图的公司。'],
    ['云杉网络', '测试工程师', '2018-07', '做海图的公司。']]);
assert.deepEqual([cv.work[1].summary, cv.work[1].highlights], [undefined, ['带三人']]);
assert.deepEqual([cv.education[0].institution, cv.education[0].studyType, cv.education[0].area,
    cv.education[0].startDate, cv.education[0].endDate], ['湖滨大学', '本科', '软件工程', '2014', '2018']);
assert.equal(cv.awards[0].date, '2017-10');
assert.deepEqual(cv.skills[0], { name: '语言', keywords: ['Go', 'Python'] });
assert.equal(cv.meta['x-sections'][0].title, '专利');
EOF
check "every part is where the schema has it" node "$scratch/expect.mjs" "$scratch"
finish
