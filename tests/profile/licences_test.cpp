#include "profile/licences.hpp"

#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

/// `2019-06 name`, a licence each.
std::vector<std::string> licences_in(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("test.md", markdown));
    const ast::Document document = grammar::parse(sources, file, diagnostics);
    std::vector<std::string> found;
    for (const Licence& licence : find_licences(document.blocks)) {
        std::string line = licence.date ? std::to_string(licence.date->year) : "-";
        if (licence.date && licence.date->month)
            line += "-" + std::to_string(*licence.date->month);
        found.push_back(line + " " + licence.text.text);
    }
    return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("licences are read from lists, lines and tables") {
    CHECK(licences_in("## 資格\n\n- 2018年6月 普通自動車第一種運転免許 取得\n"
                      "- TOEIC 860点（2017年3月）\n") ==
          Lines{"2018-6 普通自動車第一種運転免許 取得", "2017-3 TOEIC 860点"});
    CHECK(licences_in("## 証明書\n\n- 2018年6月 無関係\n").empty());
    CHECK(licences_in("## 资格证书\n\n2019.06 英语六级\\\n2020.11 软件设计师\n") ==
          Lines{"2019-6 英语六级", "2020-11 软件设计师"});
    CHECK(licences_in("## 資格・語学\n\n| 取得年月 | 名称 |\n| --- | --- |\n"
                      "| 2019年6月 | 応用情報技術者 |\n| 2017年3月 | TOEIC 860点 |\n") ==
          Lines{"2019-6 応用情報技術者", "2017-3 TOEIC 860点"});
}

TEST_CASE("a licence without a date is known by its name, a skill is none") {
    CHECK(licences_in("## 資格\n\n- 普通自動車第一種運転免許\n- 読書\n") ==
          Lines{"- 普通自動車第一種運転免許"});
}

TEST_CASE("only sections on certificates and languages are read") {
    CHECK(licences_in("## 語学\n\n- 2017年3月 TOEIC 860点\n\n## 職歴\n\n- 2018年6月 入社\n") ==
          Lines{"2017-3 TOEIC 860点"});
}

}  // namespace cvtex::profile
