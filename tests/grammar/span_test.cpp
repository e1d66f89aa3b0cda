#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "grammar/parse.hpp"
#include "tests/grammar/span_check.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

std::string violation(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("spans.md", markdown));
    return test::SpanCheck(sources[file]).check(grammar::parse(sources, file, diagnostics));
}

}  // namespace

TEST_CASE("every node has the span it was written at") {
    const std::string cases[] = {
        "**中文，**后文 &amp; \\*转义\\* [链接](https://a.com \"题\") ![图](a.png)",
        "> 引用一\n> **跨\n> 行** `代\n> 码`\n惰性续行\n",
        "- 甲\n  乙 &copy;\n\n  > 丙\n  > 丁\n- [x] 完成 *了*\n",
        "| 甲 | 乙 |\n|:--|--:|\n| `a\\|b` 后\\|文 | x |\n| 缺 |\n",
        "术语\n: 定义 **一**\n: 定义二\n\n正文[^1]。\n\n[^1]: 注 a@b.cn\n    续行\n",
        "标题 *斜*\n====\n\n# ATX `x` #\n\n# 属性 {#id .c}\n",
        "\t- 缩进代码\n\n-\t甲\n\n\t乙\n",
        "[a]: /u\n[b]: /v '题'\n余下的段落 [a] [乙][b]\n",
        "见https://a.com/x，www.b.cn。\n硬换行  \n反斜杠\\\n末行  \n",
    };
    for (const std::string& markdown : cases) {
        INFO(markdown);
        CHECK(violation(markdown) == "");
    }
}

TEST_CASE("spans hold in real documents") {
    const auto folder = std::filesystem::path(CVTEX_ROOT) / "../shared/seeds";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: no real documents beside the project");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".md") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        INFO(entry.path());
        CHECK(violation(text.str()) == "");
    }
}
