#include <string>

#include "grammar/parse.hpp"
#include "profile/arrange.hpp"
#include "profile/date_form.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

struct Made {
    Sources sources;
    Diagnostics diagnostics;
    Profile profile;
};

Made make(const std::string& markdown, const ProfileOptions& options = {}) {
    Made made;
    const FileId file = made.sources.add(Source::decode("test.md", markdown));
    ast::Document document = grammar::parse(made.sources, file, made.diagnostics);
    document = grammar::interpret_html(std::move(document), made.sources, made.diagnostics);
    made.profile = make_profile(std::move(document), made.sources, options, made.diagnostics);
    return made;
}

grammar::DateRange range_of(const char* text) {
    return *grammar::match_date(text);
}

}  // namespace

TEST_CASE("dates are set in each form and language") {
    struct Case {
        const char* text;
        const char* form;
        const char* lang;
        const char* expected;
    };

    const Case cases[] = {
        {"2021年7月 - 至今", "yyyy.mm", "zh-CN", "2021.07 – 至今"},
        {"2021/7~2023/12", "yyyy.mm", "zh-CN", "2021.07 – 2023.12"},
        {"Jul 2021 - Present", "yyyy-mm", "ja", "2021-07 – 現在"},
        {"2021.07 - 至今", "yyyy/mm", "ko", "2021/07 – 현재"},
        {"2021.07 - 2022.01", "yyyy年m月", "zh-TW", "2021年7月 – 2022年1月"},
        {"2021.07 - 2022.01", "yyyy年m月", "ko", "2021년 7월 – 2022년 1월"},
        {"2021.07 - 至今", "mmm yyyy", "en", "Jul 2021 – Present"},
        {"2021.07.05 - 2021.08.09", "mmm yyyy", "en", "Jul 5, 2021 – Aug 9, 2021"},
        {"2021.05", "mmmm yyyy", "en", "May 2021"},
        {"2021.05 - 2021.11", "mm/yyyy", "en", "05/2021 – 11/2021"},
        {"2021.05 - 2023.11", "yyyy", "en", "2021 – 2023"},
        {"2021.05 - 2021.11", "yyyy", "en", "2021"},
        {"2015 - 2019", "yyyy.mm", "zh-CN", "2015 – 2019"},
        {"2021.07.05", "yyyy.mm", "zh-CN", "2021.07.05"},
    };
    for (const Case& c : cases) {
        INFO(c.text << " as " << c.form);
        const auto form = date_form(c.form);
        REQUIRE(form);
        CHECK(format_dates(range_of(c.text), *form, c.lang) == c.expected);
    }
    CHECK(date_form("keep") == DateForm::Keep);
    CHECK_FALSE(date_form("dd.mm.yy"));
}

TEST_CASE("dates in one form are found in every shape, others are left") {
    Made made = make(
        "## 工作经历\n\n### 星海科技（2021年7月-至今）\n\n- 2020.01 上线\n\n"
        "| 时间 | 公司 |\n|---|---|\n| 2018/6 - 2021/6 | 北辰数据 |\n\n"
        "## 教育背景\n\n- 2014.9-2018.6 湖滨大学 本科\n");
    arrange_entries(made.profile, {.heads = false, .dates = DateForm::Dotted});
    const std::string text = dump(made.profile);
    CHECK(text.find("\"星海科技（2021.07 – 至今）\"") != std::string::npos);
    CHECK(text.find("\"2014.09 – 2018.06 湖滨大学 本科\"") != std::string::npos);
    CHECK(text.find("\"2020.01 上线\"") != std::string::npos);
}

TEST_CASE("rows of a table take the form too") {
    Made made =
        make("## 工作经历\n\n| 时间 | 公司 |\n|---|---|\n| 2018/6 - 2021/6 | 北辰数据 |\n");
    arrange_entries(made.profile, {.heads = true, .dates = DateForm::Han});
    CHECK(dump(made.profile).find("\"2018年6月 – 2021年6月\"") != std::string::npos);
}

TEST_CASE("dates that end before they begin are warned of, and never rewritten") {
    Made made = make("## 工作经历\n\n### 星海科技 | 2021.07 - 2020.06\n\n- 甲\n");
    REQUIRE(made.diagnostics.count("dates-backwards") == 1);
    const Diagnostic& warning = made.diagnostics.all()[0];
    CHECK(made.sources.slice(warning.span) == "2021.07 - 2020.06");
    arrange_entries(made.profile, {.heads = true, .dates = DateForm::Han});
    CHECK(dump(made.profile).find("\"2021.07 - 2020.06\"") != std::string::npos);
}

TEST_CASE("roles at one firm overlap with its own dates, not with another job") {
    const std::string jobs =
        "## 工作经历\n\n### 甲公司 | 2015.07 - 2020.06\n\n#### 后端工程师 | 2015.07 - "
        "2017.12\n\n文\n\n"
        "#### 技术经理 | 2018.01 - 2020.06\n\n文\n";
    CHECK(make(jobs, {.lang = "", .timeline = true}).diagnostics.all().empty());
}

TEST_CASE("check notes gaps and overlaps between jobs") {
    const std::string jobs =
        "## 工作经历\n\n### 甲公司 | 2015.07 - 2017.06\n\n文\n\n### 乙公司 | 2018.03 - "
        "2020.08\n\n文\n\n"
        "### 丙公司 | 2020.05 - 至今\n\n文\n\n## 教育背景\n\n### 湖滨大学 | 2011.09 - "
        "2015.06\n";
    CHECK(make(jobs).diagnostics.all().empty());
    const Made checked = make(jobs, {.lang = "", .timeline = true});
    REQUIRE(checked.diagnostics.all().size() == 2);
    const auto& notes = checked.diagnostics.all();
    CHECK(notes[0].severity == Severity::Note);
    CHECK(notes[0].code == "dates-gap");
    CHECK(
        notes[0].message ==
        "8 months between '甲公司' (to 2017-06) and '乙公司' (from 2018-03) are not accounted "
        "for");
    CHECK(notes[1].code == "dates-overlap");
    CHECK(checked.sources.slice(notes[1].span) == "2020.05 - 至今");
}

}  // namespace cvtex::profile
