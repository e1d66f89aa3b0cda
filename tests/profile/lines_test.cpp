#include "profile/lines.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace cvtex::profile;

TEST_CASE("dates and ranges of dates") {
    for (const char* text :
         {"2023.03 - 至今", "2016年08月 - 2020年05月", "2021.07 – 2023.06", "（2019.7—2021.8）",
          "(2016.07 - 2019.03)", "2018/06～2021/06", "2020", "2021-2022", "2024-09-01 到 现在",
          "Jan 2020 – Present", "September 2018 - May 2020", "2016.9至2020.6", "2025/05 -- "}) {
        INFO(text);
        CHECK(is_date_range(text));
    }
    for (const char* text :
         {"", "2023 年度优秀员工", "12345", "3.14", "v2023.03", "2023.03 上线", "（2019.7",
          "1024.01 - 至今", "May the force", "May", "1999年的夏天"}) {
        INFO(text);
        CHECK_FALSE(is_date_range(text));
    }
}

TEST_CASE("a dated line may add a few facts") {
    CHECK(is_dated_line("2016.01 – 至今 · 成都"));
    CHECK(is_dated_line("2023.07 – 2024.01 · 合肥 · 6 个月"));
    CHECK(is_dated_line("2021 | 上海"));
    CHECK_FALSE(is_dated_line("2016.01 – 至今，负责交付。"));
    CHECK_FALSE(is_dated_line("成都 · 2016.01 – 至今"));
    CHECK_FALSE(is_dated_line(std::string("2016 · ") + std::string(80, 'x')));
}

TEST_CASE("contact lines") {
    for (const char* text : {"1999-02 | someone@example.com | Go、云原生", "138-0000-0000",
                             "a@b.cn", "电话：13800000000 · 微信：abc", "(555) 000-0001",
                             "上海 | 5 年 | 本科", "杭州 · 后端 · 云原生"}) {
        INFO(text);
        CHECK(is_contact_line(text));
    }
    for (const char* text : {"", "热爱编程", "我负责 A | B 两个系统，并上线。", "@someone",
                             "从 2016 年开始写代码。邮箱 a@b.c"}) {
        INFO(text);
        CHECK_FALSE(is_contact_line(text));
    }
}

TEST_CASE("short names of Han characters are spaced") {
    for (const char* name : {"林知远", "欧阳修", "李白", "司马相如"})
        CHECK(is_short_han_name(name));
    for (const char* name : {"林", "李小明的简历", "Lin", "林 知远", ""})
        CHECK_FALSE(is_short_han_name(name));
}
