#include "profile/recognize.hpp"

#include <string>

#include "grammar/parse.hpp"
#include "profile/arrange.hpp"
#include "profile/section_kinds.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

Profile make(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("test.md", markdown));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    return make_profile(std::move(document), sources, {}, diagnostics);
}

std::string value_of(const Profile& profile, grammar::ContactKind kind) {
    for (const FoundContact& contact : profile.recognized.contacts)
        if (contact.kind == kind) return contact.value;
    return "";
}

}  // namespace

TEST_CASE("sections are known by their titles in five languages") {
    struct Case {
        const char* title;
        const char* kind;
    };

    const Case cases[] = {
        {"工作经历", "work"},
        {"一、工作经历", "work"},
        {"💼 工作经历 Work Experience", "work"},
        {"项目经历（校内 / 实训）", "project"},
        {"工 作 经 历", "work"},
        {"開源專案", "open-source"},
        {"學歷", "education"},
        {"職務経歴", "work"},
        {"학력", "education"},
        {"Work Experience", "work"},
        {"TECHNICAL SKILLS:", "skills"},
        {"获奖情况", "awards"},
        {"专利", "patents"},
        {"自我评价", "summary"},
        {"求职意向", "intention"},
        {"基本信息", "personal"},
        {"教育与任职", "education"},
        {"奖项与证书", "awards"},
        {"Education and Experience", "education"},
        {"項目背景", "generic"},
        {"工作成果总结", "generic"},
        {"Experience with databases", "generic"},
        {"", "generic"},
        {"一", "generic"},
    };
    for (const Case& c : cases) {
        INFO(c.title);
        CHECK(name_of(section_kind(c.title)) == c.kind);
    }
}

TEST_CASE("contact details are found in whatever they are written in") {
    const char* const documents[] = {
        "# 林知远\n\n138-0000-0000 | a@example.com | 微信：some_one\n\n## 经历\n",
        "# 林知远\n\n- 138-0000-0000\n- a@example.com\n- 微信：some_one\n\n## 经历\n",
        "# 林知远\n\n> 138-0000-0000 · a@example.com\n> 微信：some_one\n\n## 经历\n",
        "# 林知远\n\n| 电话 | 138-0000-0000 | 邮箱 | a@example.com |\n|---|---|---|---|\n"
        "| 微信 | some_one | | |\n\n## 经历\n",
        "# 林知远\n\n<div align=\"center\"><p>138-0000-0000</p><p>a@example.com</p>"
        "<p>微信：some_one</p></div>\n\n## 经历\n",
        "# 林知远\n\n## 基本信息\n\n- 手机：138-0000-0000\n- 邮箱：a@example.com\n"
        "- 微信：some_one\n\n## 经历\n",
        "---\nname: 林知远\nphone: 138-0000-0000\nemail: a@example.com\nwechat: "
        "some_one\n---\n\n"
        "## 经历\n",
        "---\nname: 林知远\nheader:\n  - text: 138-0000-0000\n  - text: a@example.com\n"
        "  - text: 微信：some_one\n---\n\n## 经历\n",
    };
    for (const char* document : documents) {
        INFO(document);
        const Profile profile = make(document);
        CHECK(profile.recognized.name->text == "林知远");
        CHECK(value_of(profile, grammar::ContactKind::Mobile) == "13800000000");
        CHECK(value_of(profile, grammar::ContactKind::Email) == "a@example.com");
        CHECK(value_of(profile, grammar::ContactKind::WeChat) == "some_one");
    }
}

TEST_CASE("addresses below the head are somebody else's") {
    const Profile profile =
        make("# 林知远\n\n文。\n\n## 工作经历\n\n- 联系客户 someone@example.com\n");
    CHECK(profile.recognized.contacts.empty());
}

TEST_CASE("labels give name and headline") {
    const Profile profile = make(
        "## 个人信息\n\n- 姓名：林知远\n- 求职意向：后端工程师 | 杭州\n\n## 技能\n\n- Go\n");
    REQUIRE(profile.recognized.name);
    CHECK(profile.recognized.name->text == "林知远");
    REQUIRE(profile.recognized.headline);
    CHECK(profile.recognized.headline->text == "后端工程师");
}

TEST_CASE("an arranged head keeps what it does not understand") {
    Profile profile = make(
        "## 工作经历\n\n### [星海](https://example.com) · 工程师 | 2021.07 - 至今\n\n"
        "- 职位：组长\n- 时间：2020.01\n- "
        "负责网关的设计与实现，把延迟降到了原来的一半以下。\n");
    arrange_entries(profile, {.heads = true});
    const std::string text = dump(profile);
    CHECK(text.find("https://example.com") != std::string::npos);
    CHECK(text.find("负责网关") != std::string::npos);
    CHECK(text.find("组长") != std::string::npos);
    CHECK(profile.recognized.entries.empty());
    const std::string once = dump(profile);
    arrange_entries(profile, {.heads = true});
    CHECK(dump(profile) == once);
}

TEST_CASE("jobs in one list or paragraph of labels keep what stands below each") {
    const char* const documents[] = {
        "## 工作经历\n\n- 公司：甲网络\n- 职位：经理\n- 时间：2020.01 - 2021.01\n- 甲事\n"
        "- 公司：乙网络\n- 时间：2018.01 - 2019.01\n- 乙事\n\n后事\n",
        "## 工作经历\n\n公司：甲网络\n职位：经理\n时间：2020.01 - 2021.01\n甲事\n"
        "公司：乙网络\n时间：2018.01 - 2019.01\n乙事\n\n后事\n",
    };
    for (const char* document : documents) {
        INFO(document);
        Profile profile = make(document);
        REQUIRE(profile.recognized.entries.size() == 2);
        const Entry& first = profile.recognized.entries[0];
        const Entry& second = profile.recognized.entries[1];
        CHECK(first.end <= second.body + (second.skip > 0 ? 1 : 0));
        CHECK(second.end > second.body);
        arrange_entries(profile, {.heads = true});
        const std::string text = dump(profile);
        std::size_t at = 0;
        for (const char* part : {"甲网络", "经理", "2020.01 - 2021.01", "甲事", "乙网络",
                                 "2018.01 - 2019.01", "乙事", "后事"}) {
            at = text.find(part, at);
            REQUIRE(at != std::string::npos);
        }
        CHECK(text.find("公司") == std::string::npos);
    }
}

TEST_CASE("a role below its firm's heading is the firm's") {
    const std::string text =
        "## 工作经历\n\n### 甲网络有限公司\n\n做海图。\n\n#### 后端工程师\n2020.01 - "
        "2021.01\n\n- 事\n\n"
        "#### 实习生\n2019.01 - 2019.06\n";
    const Profile profile = make(text);
    const std::vector<Entry>& entries = profile.recognized.entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].names_organisation);
    CHECK(entries[0].end == entries[2].end);
    for (const Entry& role : {entries[1], entries[2]}) {
        CHECK_FALSE(role.names_organisation);
        CHECK(role.organisation == entries[0].organisation);
    }
    CHECK(entries[1].role->text == "后端工程师");
    CHECK(text.substr(entries[1].role->span.begin, entries[1].role->span.size()) ==
          "后端工程师");
    CHECK(entries[2].role->text == "实习生");
}

TEST_CASE("a definition for each fact, the last of them text") {
    Profile profile = make(
        "## 工作经历\n\n甲网络\n: 2019.01 - 2020.01\n: 后端工程师\n: 写网关。\n\n"
        "乙网络\n: 测试工程师\n: 2017.01 - 2018.01\n  写用例。\n");
    REQUIRE(profile.recognized.entries.size() == 2);
    const Entry& first = profile.recognized.entries[0];
    CHECK(first.role->text == "后端工程师");
    CHECK(first.end - first.body == 1);
    const Entry& second = profile.recognized.entries[1];
    CHECK(second.role->text == "测试工程师");
    CHECK(second.end - second.body == 1);
    CHECK(second.skip > 0);
    arrange_entries(profile, {.heads = true});
    const std::string text = dump(profile);
    std::size_t at = 0;
    for (const char* part :
         {"甲网络", "后端工程师", "写网关", "乙网络", "测试工程师", "写用例"}) {
        at = text.find(part, at);
        REQUIRE(at != std::string::npos);
        CHECK(text.find(part, at + 1) == std::string::npos);
    }
}

TEST_CASE("documents of hostile shape are read in time") {
    std::string text = "## 工作经历\n\n";
    for (int i = 0; i < 3000; ++i) text += "### 甲公司 | 2020.01 - 2021.01\n- 时间：2020.01\n";
    for (int i = 0; i < 3000; ++i) text += "**甲**\n*2020.01*\n\n";
    for (int i = 0; i < 3000; ++i) text += "- 公司：甲\n- 时间：2020.01 - 2021.01\n";
    text += "\n文\n\n";
    for (int i = 0; i < 3000; ++i) text += "公司：甲 | 时间：2020.01 - 2021.01\n";
    text += std::string(200000, '(') + " 2020.01 - 2021.01\n";
    CHECK(make(text).recognized.entries.size() > 2000);
}

}  // namespace cvtex::profile
