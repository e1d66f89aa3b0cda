#include "profile/profile.hpp"

#include <string>
#include <vector>

#include "grammar/heading_ids.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

struct Made {
    Sources sources;
    Diagnostics diagnostics;
    Profile profile;

    explicit Made(const std::string& bytes, const std::string& lang = {}) {
        const FileId file = sources.add(Source::decode("cv.md", bytes));
        ast::Document document = grammar::interpret_html(
            grammar::parse(sources, file, diagnostics), sources, diagnostics);
        profile = make_profile(std::move(document), sources, {lang}, diagnostics);
    }

    /// "severity code: message" of each diagnostic.
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const Diagnostic& d : diagnostics.all()) out.push_back(d.code + ": " + d.message);
        return out;
    }

    [[nodiscard]] std::string first_text() const {
        const auto& paragraph = std::get<ast::Paragraph>(profile.blocks.at(0).node);
        return grammar::plain_text(paragraph.children);
    }
};

std::string text_of(const std::optional<Field>& field) {
    return field ? field->text : "-";
}

using Messages = std::vector<std::string>;

TEST_CASE("name, title and header come from front matter or the headings") {
    struct Case {
        std::string text, name, title;
        bool header;
    };

    const std::vector<Case> cases{
        {"# 张三\n\n正文", "张三", "张三", false},
        {"![](a.png)\n\n# 张三 · 34 岁 · 杭州", "张三", "张三", false},
        {"# 个人简历\n\n正文", "-", "个人简历", false},
        {"# 甲\n\n# 乙", "-", "甲", false},
        {"## 自我介绍", "-", "自我介绍", false},
        {"## 经历\n\n# 张三", "-", "经历", false},
        {"正文", "-", "-", false},
        {"---\nname: 张三\n---\n## 经历", "张三", "张三", true},
        {"---\nname: 张三\n---\n# 李四", "张三", "张三", false},
        {"+++\ntitle = \"关于\"\n+++\n## 经历", "-", "关于", true},
        {"---\ntitle: 简历\nname: 张三\n---\n", "张三", "简历", true},
        {"---\nName: 张三\ntitle:\n---\n", "张三", "张三", true},
        {"<h1 align=\"center\">张三</h1>", "张三", "张三", false},
        {"<div align=\"center\">\n\n# 张三\n\n</div>", "张三", "张三", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Made made(c.text);
        CHECK(text_of(made.profile.name) == c.name);
        CHECK(text_of(made.profile.title) == c.title);
        CHECK(made.profile.header_from_front_matter == c.header);
        CHECK(made.messages().empty());
    }
}

TEST_CASE("every field of the front matter is read") {
    const Made made(
        "---\nname: 张三\nrole: 后端\nheadline: 架构师\nauthor: {name: 张三丰}\ndate: "
        "2020-01-01\n"
        "description: 简介\nkeywords: Go，云原生、K8s\ntags: [x]\nemail: a@b.cn\n"
        "tel: 013800000000\nwebsite:\nlayout: post\ncategories: Blogs\n"
        "style: modern\ncvtex: {style: classic, accent: red}\n---\n");
    CHECK(made.messages().empty());
    CHECK(text_of(made.profile.headline) == "架构师");
    CHECK(text_of(made.profile.author) == "张三丰");
    CHECK(text_of(made.profile.date) == "2020-01-01");
    CHECK(text_of(made.profile.description) == "简介");
    REQUIRE(made.profile.keywords.size() == 3);
    CHECK(made.profile.keywords[2].text == "K8s");
    REQUIRE(made.profile.contacts.size() == 2);
    CHECK(made.profile.contacts[1].kind == "phone");
    CHECK(made.profile.contacts[1].value.text == "013800000000");
    CHECK(text_of(made.profile.style_name) == "classic");
    REQUIRE(made.profile.style_overrides.size() == 1);
    CHECK(made.profile.style_overrides[0].key == "accent");
    CHECK(made.sources.slice(made.profile.name->span) == "张三");
}

TEST_CASE("misspelt keys of ours are named, those of other tools are not") {
    struct Case {
        std::string key;
        std::string hint;
    };

    const std::vector<Case> cases{
        {"hedline", "did you mean \"headline\"?"},
        {"lnag", "did you mean \"lang\"?"},
        {"keyword", ""},
        {"layout", ""},
        {"draft", ""},
        {"theme", ""},
        {"permalink", ""},
        {"locale", ""},
        {"weight", ""},
        {"fullyunrelated", ""},
        {"titel", "did you mean \"title\"?"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.key);
        const Made made("---\n" + c.key + ": x\n---\n# 张三\n");
        REQUIRE(made.diagnostics.all().size() == (c.hint.empty() ? 0 : 1));
        if (c.hint.empty()) continue;
        CHECK(made.diagnostics.all()[0].code == "unknown-key");
        CHECK(made.diagnostics.error_count() == 1);
        CHECK(made.diagnostics.all()[0].hint == c.hint);
    }
}

TEST_CASE("contact details come from oh-my-cv's header list") {
    const Made made(
        "---\nname: 张三\nheader:\n  - text: <span class=\"iconify\" data-icon=\"x\"></span> "
        "(+1) 555\n"
        "    link: tel:+1555\n  - text: a@example.com\n    newLine: true\n  - text: <i></i>\n"
        "  - 3\n---\n文\n");
    CHECK(made.messages().empty());
    const std::vector<Contact>& contacts = made.profile.contacts;
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].value.text == "(+1) 555");
    CHECK(contacts[0].link == "tel:+1555");
    CHECK_FALSE(contacts[0].starts_line);
    CHECK(contacts[1].value.text == "a@example.com");
    CHECK(contacts[1].starts_line);
    for (const char* other : {"header: true", "header: {image: x}", "header: [a, b]"}) {
        const Made ignored(std::string("---\nname: 张三\n") + other + "\n---\n文\n");
        CHECK(ignored.profile.contacts.empty());
        CHECK(ignored.messages().empty());
    }
}

TEST_CASE("the language comes from option, front matter, text") {
    struct Case {
        std::string text, option, lang;
    };

    const std::vector<Case> cases{
        {"# 张三\n\n负责后端开发与维护", "", "zh-CN"},
        {"# 張三\n\n負責後端開發與維護", "", "zh-TW"},
        {"# 山田太郎\n\nバックエンドの開発を担当しました", "", "ja"},
        {"# 홍길동\n\n백엔드 개발을 담당했습니다", "", "ko"},
        {"# Johnny Coder\n\nSenior engineer at 腾讯, working on compilers", "", "en"},
        {"负责 Kubernetes, Prometheus, OpenTelemetry 的研发工作与维护", "", "zh-CN"},
        {"", "", "zh-CN"},
        {"---\nlang: en\n---\n中文", "", "en"},
        {"---\nlanguage: zh_hant_hk\n---\n中文", "", "zh-HK"},
        {"---\nlang: zh\n---\n負責開發", "", "zh-TW"},
        {"---\nlang: en\n---\n中文", "ja-JP", "ja"},
        {"---\nlang: pt-br\n---\nx", "", "pt-BR"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Made made(c.text, c.option);
        CHECK(made.profile.lang == c.lang);
        CHECK(made.messages().empty());
    }
    const Made bad("---\nlang: 中文\n---\nplain English text\n");
    CHECK(bad.profile.lang == "en");
    CHECK(bad.messages() == Messages{"bad-language: \"中文\" is no language tag"});
}

TEST_CASE("pasted text is repaired with one warning a kind") {
    struct Case {
        std::string text, repaired;
        Messages messages;
    };

    const std::vector<Case> cases{
        {"使⽤⼯具 ⺠",
         "使用工具 民",
         {"kangxi-radical: 3 Kangxi radicals replaced, first ⽤ U+2F64 → 用"}},
        {"cafe\u0301 \uF914",
         "café 樂",
         {"not-nfc: 2 characters put into normal form C, first U+0065 U+0301 → é U+00E9"}},
        {"a\u0007b\uFEFFc\u202Ed\u2028e",
         "abcd e",
         {"control-character: 4 invisible characters removed, first U+0007"}},
        {"👨\u200D👩 a\u200Bb 葛\U000E0100 soft\u00ADhyphen",
         "👨\u200D👩 a\u200Bb 葛\U000E0100 soft\u00ADhyphen",
         {}},
        {"`⽤`", "⽤", {}},
        {"**⽤**[⼯](x)",
         "用工",
         {"kangxi-radical: 2 Kangxi radicals replaced, first ⽤ U+2F64 → 用"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Made made(c.text);
        CHECK(made.first_text() == c.repaired);
        CHECK(made.messages() == c.messages);
    }
}

TEST_CASE("repair keeps exact places around what changed length") {
    const Made made("甲cafe\u0301乙⽤\n");
    const auto& paragraph = std::get<ast::Paragraph>(made.profile.blocks.at(0).node);
    REQUIRE(paragraph.children.size() == 3);
    const auto text = [&](std::size_t i) {
        return std::get<ast::Text>(paragraph.children[i].node).text;
    };
    CHECK(text(0) == "甲caf");
    CHECK(made.sources.slice(paragraph.children[0].span) == "甲caf");
    CHECK(text(1) == "é");
    CHECK(made.sources.slice(paragraph.children[1].span) == "e\u0301");
    CHECK(text(2) == "乙用");
    CHECK(made.sources.slice(paragraph.children[2].span) == "乙⽤");
    REQUIRE(made.diagnostics.all().size() == 2);
    CHECK(made.sources.slice(made.diagnostics.all()[0].span) == "⽤");
}

TEST_CASE("what decoding changed is reported") {
    const std::string gbk = "\xD5\xC5\xC8\xFD\xA3\xBA\xB9\xA4\xB3\xCC\xCA\xA6\n";
    const std::string big5 = "\xB1\x69\xA4\x54\xA1\x47\xA4\x75\xB5\x7B\xAE\x76\n";
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("# Zhang San\n")) utf16 += std::string{c, '\0'};

    struct Case {
        std::string bytes;
        Messages messages;
    };

    const std::vector<Case> cases{
        {"\xEF\xBB\xBF# 张三\r\n", {"byte-order-mark: byte order mark ignored"}},
        {"# 张三\n\n文字\xFF文字\n",
         {"invalid-utf8: 1 invalid UTF-8 sequence is set as U+FFFD"}},
        {std::string("# 张三\n\na\0b\n", 14), {"nul-byte: 1 NUL byte is set as U+FFFD"}},
        {gbk, {"not-utf8: file is not UTF-8 (looks like GB18030)"}},
        {big5, {"not-utf8: file is not UTF-8 (looks like Big5)"}},
        {utf16, {"not-utf8: file is not UTF-8 (looks like UTF-16)"}},
        {"\xFF\xFE _\tN", {"not-utf8: file is not UTF-8 (looks like UTF-16)"}},  // 张三
        {std::string("a\0b", 3), {"nul-byte: 1 NUL byte is set as U+FFFD"}},
    };
    for (const Case& c : cases) CHECK(Made(c.bytes).messages() == c.messages);
}

TEST_CASE("the dump shows fields and blocks") {
    const std::string shown = dump(Made("---\nname: 张三\n---\n正文\n").profile);
    CHECK(shown.find("profile lang=zh-CN\nname \"张三\" 10-16\n") == 0);
    CHECK(shown.find("header from front matter\n") != std::string::npos);
}

}  // namespace
}  // namespace cvtex::profile
