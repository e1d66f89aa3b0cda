#!/bin/sh
# cvtex build: a folder of people for all their employers; cvtex new: a folder to start with.
. "$(dirname "$0")/lib.sh"
need pdfinfo
cd "$scratch" || exit 1
json() { node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1])); process.exit(eval(process.argv[2]) ? 0 : 1)' "$@"; }

# --- new
for lang in zh zh-TW en ja ko; do
    check "new --lang $lang" sh -c "'$cvtex' new --lang $lang cv/$lang"
    check "... compiles at once without warnings" "$cvtex" build -W error "cv/$lang"
    check "... for two employers" sh -c "test \$(find cv/$lang/build -name '*.pdf' | wc -l) -eq 2"
    check "... each on one page" sh -c "for f in cv/$lang/build/profile/*.pdf; do pdfinfo \"\$f\" | grep -q '^Pages: *1$' || exit 1; done"
    check "... and with make" sh -c "cd cv/$lang && make -s -j2 CVTEX='$cvtex' && test \$(find build -name '*.d' | wc -l) -eq 2 && make -s check CVTEX='$cvtex'"
done
check "new keeps what is there" sh -c "mkdir own && echo mine > own/profile.md && '$cvtex' new own && test \"\$(cat own/profile.md)\" = mine && test -s own/Makefile"
check "... and says so" says 'kept  own/profile.md' "$cvtex" new own
check "new in this folder" sh -c "mkdir here && cd here && '$cvtex' new && test -s .gitignore"
check "new in an unknown language" exits 2 "$cvtex" new --lang xx nowhere
check "... lists those it has" says 'zh-TW' "$cvtex" new --lang xx nowhere
check "... and writes nothing" test ! -e nowhere
check "new where nothing can be written" exits 3 "$cvtex" new /dev/null/x

# --- a folder of people
mkdir -p people/甲/employers "people/b c" people/.hidden people/node_modules people/alone
printf '# 甲\n\n正文\n' > people/甲/简历.md
printf 'name = "云帆"\noutput = "{name}-{employer}"\n' > people/甲/employers/yunfan.toml
printf 'name = "蓝田"\n' > people/甲/employers/lantian.toml
printf 'name = "基"\n' > people/甲/employers/_base.toml
printf '# 乙\n\n正文\n' > "people/b c/cv one.md"
printf '# 丙\n\n正文 ![图](none.png)\n' > people/alone/warn.md
printf -- '---\nname: [\n---\n\n正文\n' > people/alone/broken.md
for other in README.md readme.zh-CN.md _draft.md .hidden.md .hidden/x.md node_modules/x.md; do cp "people/甲/简历.md" "people/$other"; done
ln -s . people/loop
check "a failure is the exit code" exits 1 "$cvtex" build people -j 3 --out out --report report.json
check "... but stops nothing" sh -c "test \$(find out -name '*.pdf' | wc -l) -eq 4"
check "the tree" sh -c "test -s 'out/甲/简历/甲-云帆.pdf' && test -s 'out/甲/简历/lantian.pdf' && test -s 'out/b c/cv one.pdf' && test -s out/alone/warn.pdf"
check "the table names the failure" sh -c "'$cvtex' build people -o out 2>/dev/null | grep -q '^people/alone/broken.md *0 *1 *0 *0$'"
check "... and counts all" sh -c "'$cvtex' build people -o out 2>/dev/null | grep -q '^all *4 *1 *1 *4$'"
check "-q prints no table" sh -c "test -z \"\$('$cvtex' build -q people -o out 2>/dev/null)\""
check "what was built is not a source" sh -c "cp people/甲/简历.md out/ && '$cvtex' build -q . -o out 2>/dev/null; test ! -e out/out"
check "the default is build in the folder" sh -c "'$cvtex' build people/甲 && test -s people/甲/build/简历/lantian.pdf"
check "... whose outputs are left out" sh -c "'$cvtex' build people/甲 | grep -c '\.md' | grep -q '^1$'"
check "--for one of them" sh -c "'$cvtex' build people/甲 --for lantian -o one && test \$(find one -name '*.pdf' | wc -l) -eq 1"
check "--name" sh -c "'$cvtex' build people/甲 -o byid --name '{id}' && test -s byid/简历/yunfan.pdf"
check "a document by its name" sh -c "'$cvtex' build people/甲/简历.md -o byname && test -s byname/简历/lantian.pdf"
check "no documents at all" exits 3 "$cvtex" build people/.hidden/..hidden
check "an empty folder" sh -c "mkdir none; '$cvtex' build none; test \$? -eq 3"
check "the same bytes with any number of jobs" sh -c "'$cvtex' build -q people -j 1 -o seq 2>/dev/null; '$cvtex' build -q people -j 4 -o par 2>/dev/null; diff -r seq par"
check "an unwritable output folder" exits 3 "$cvtex" build people/甲 -o /dev/null/x

# --- the report
if command -v node >/dev/null 2>&1; then
    check "the report is JSON with totals" json report.json 'r.version===1 && r.totals.documents===4 && r.totals.written===4 && r.totals.failed===1'
    check "... each output with its employer" json report.json 'r.documents.some(d=>d.outputs.some(o=>o.employer==="yunfan" && o.output.endsWith("甲-云帆.pdf") && o.pages===1 && o.bytes>0))'
    check "... messages with their places" json report.json 'r.documents.some(d=>d.input.endsWith("warn.md") && d.outputs[0].messages.some(m=>m.line===3))'
    check "... and what failed" json report.json 'r.documents.some(d=>d.input.endsWith("broken.md") && d.outputs[0].status==="failed" && d.outputs[0].exit===1 && d.outputs[0].written===false)'
    "$cvtex" people/甲/简历.md missing.md -o flat/ --report flat.json 2>/dev/null
    check "a report without build, of a missing file" json flat.json 'r.documents[1].outputs[0].exit===3 && r.documents[1].outputs[0].messages[0].message.includes("missing.md")'
fi
finish
