#include "profile/source_repair.hpp"

#include "profile/date_style.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

TEST_CASE("a source is repaired where it was written, and nowhere else") {
    struct Case {
        const char *before, *after;
    };

    const std::vector<Case> cases{
        // Radicals: in text, headings, emphasis, cells, values, pasted HTML.
        {"负责⼯程", "负责工程"},
        {"# ⽴\n\n**⼯**作 | ⽤", "# 立\n\n**工**作 | 用"},
        {"|⼯|\n|-|\n|⽤|\n", "|工|\n|-|\n|用|\n"},
        {"---\nname: 陈⽴\ntags: [\"⼯\"]\n---\n\n甲\n",
         "---\nname: 陈立\ntags: [\"工\"]\n---\n\n甲\n"},
        {"<p align=\"center\">⼯</p>\n", "<p align=\"center\">工</p>\n"},
        // … but not in code, addresses and comments, nor where an escape was written.
        {"`⼯` <https://a.cn/⼯>", "`⼯` <https://a.cn/⼯>"},
        {"```\n⼯\n```\n", "```\n⼯\n```\n"},
        {"<!-- note: ⼯ -->\n", "<!-- note: ⼯ -->\n"},
        {"[⼯](https://a.cn/⼯)", "[工](https://a.cn/⼯)"},
        {"⼯&amp;", "工&amp;"},
        {"&#x2F2F;", "&#x2F2F;"},
        // What is never seen, and what is not composed.
        {"甲\u202E乙", "甲乙"},
        {"cafe\u0301", "café"},
        // Dates.
        {"### 甲 2020年05月 - 2021年08 月\n", "### 甲 2020年05月 - 2021年08月\n"},
        {"甲 2020. 08 - 至今", "甲 2020.08 - 至今"},
        {"2020 年 8 月 - 2021 年 9 月", "2020 年 8 月 - 2021 年 9 月"},
        {"2020.01 - 2020.05\n\n2020.06–2020.08\n\n2020.09 - 至今\n",
         "2020.01 - 2020.05\n\n2020.06 - 2020.08\n\n2020.09 - 至今\n"},
        {"- 2013～2015\n- 2015～2017\n- 2018-2019\n",
         "- 2013～2015\n- 2015～2017\n- 2018～2019\n"},
        {"2020-01 ~ 2020-05，2020-06-2020-08", "2020-01 ~ 2020-05，2020-06 ~ 2020-08"},
        {"2018-2019，2020-01 ~ 2020-05", "2018-2019，2020-01 ~ 2020-05"},
        {"`2020.01-2020.02` 2020.03 - 2020.04", "`2020.01-2020.02` 2020.03 - 2020.04"},
        // Words are no dashes, versions and prices no dates.
        {"2020.01 至 2020.05，2021.01 - 2021.05", "2020.01 至 2020.05，2021.01 - 2021.05"},
        {"版本 1.2 – 1.3，¥20 – 30，2020.01 - 2020.02",
         "版本 1.2 – 1.3，¥20 – 30，2020.01 - 2020.02"},
        // Two tildes in one paragraph would strike out what stands between them.
        {"2013~2015\n\n2014~2016\n\n2017-2018 甲 2018-2019\n",
         "2013~2015\n\n2014~2016\n\n2017-2018 甲 2018-2019\n"},
        {"", ""},
        {"# 甲\n\n没有日期。\n", "# 甲\n\n没有日期。\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.before);
        CHECK(repair_source(c.before) == c.after);
        CHECK(repair_source(c.after) == c.after);
    }
}

TEST_CASE("stray spaces go from dates that have none elsewhere") {
    struct Case {
        const char *before, *after;
    };

    const std::vector<Case> cases{
        {"2021年08 月", "2021年08月"},
        {"2021 年08月", "2021年08月"},
        {"2021年 8月", "2021年8月"},
        {"2021 年 8 月", "2021 年 8 月"},
        {"2021. 08 - 2022 .01", "2021.08 - 2022.01"},
        {"2020年05月 - 2021年08 月", "2020年05月 - 2021年08月"},
        {"Sep 2019 – Present", "Sep 2019 – Present"},
        {"2019 / 2020", "2019 / 2020"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.before);
        CHECK(without_stray_spaces(c.before) == c.after);
    }
}

TEST_CASE("the usual dash is that of most ranges, the first of equals") {
    CHECK(usual_dash({}).empty());
    CHECK(usual_dash({"2020.01", "2020.01 至 2020.05"}).empty());
    CHECK(usual_dash({"2020.01-2020.05", "2020.06 – 至今"}) == "-");
    CHECK(usual_dash({"2020-01 – 2020-05", "2020.06 – 至今", "2020.07-2020.08"}) == " – ");
    CHECK(with_dash("2020-01 – 2020-05", "～") == "2020-01～2020-05");
    CHECK(with_dash("2020-01 – 2020-05", "-") == "2020-01 – 2020-05");
    CHECK(with_dash("2020.06 – 至今", " - ") == "2020.06 - 至今");
    CHECK(with_dash("Sep 2019-Present", " – ") == "Sep 2019 – Present");
    CHECK(with_dash("2020.01", " - ") == "2020.01");
}

}  // namespace
}  // namespace cvtex::profile
