#include <string>
#include <vector>

#include "base/overloaded.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

/// The inlines of a one-line document: text as it is, icons in angle brackets, others by name.
std::string read(const std::string& line) {
    Sources sources;
    const FileId file = sources.add(Source::decode("case.md", line));
    Diagnostics diagnostics;
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    std::string out;
    for (const ast::Block& block : document.blocks) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        if (paragraph == nullptr) continue;
        for (const ast::Inline& node : paragraph->children) {
            if (const auto* text = std::get_if<ast::Text>(&node.node)) out += text->text;
            if (const auto* code = std::get_if<ast::Code>(&node.node))
                out += "`" + code->text + "`";
            if (const auto* link = ast::get_if<ast::Link>(&node.node))
                out += "[" + link->destination + "]";
            if (const auto* icon = ast::get_if<ast::Element>(&node.node)) {
                out += "<" +
                       icon->attributes.at(0).value.substr(std::string("icon icon-").size()) +
                       ">";
            }
        }
    }
    return out;
}

struct Case {
    std::string line;
    std::string expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        CAPTURE(c.line);
        CHECK(read(c.line) == c.expected);
    }
}

TEST_CASE("names of emoji between colons are emoji") {
    check({
        {":rocket: 上线", "🚀 上线"},
        {"上线:tada::tada:了", "上线🎉🎉了"},
        {":+1: :-1: :100:", "👍 👎 💯"},
        {":smile: :heart: :cn: :one: :e-mail:", "😄 ❤️ 🇨🇳 1️⃣ 📧"},
        {":grinning_face: :mortar_board:", "😀 🎓"},
        {":man_technologist:（开发）", "👨‍💻（开发）"},
    });
}

TEST_CASE("names of icons leave no text behind") {
    check({
        {":phone: 138-0000-0000 | :email: 邮箱", "<phone>138-0000-0000 | <email>邮箱"},
        {"电话:phone:13800000000", "电话<phone>13800000000"},
        {":github: me :zhihu: 某人 :wechat: id", "<github>me <zhihu>某人 <wechat>id"},
        {"x :fa-phone: :fas-map-marker-alt: :mdi-email-outline:", "x <phone><location><email>"},
        {"x :fontawesome-brands-github: :octicons-mail-16: :fa-xyz:", "x <github><email><xyz>"},
        {"icon:phone 138 icon:blog 博客", "<phone>138 <web>博客"},
        {"icon:info 男", "<info>男"},
    });
    CHECK(read(":phone: :email:").empty());  // nothing but icons
}

TEST_CASE("what only looks like a shortcode stays as written") {
    const std::vector<std::string> lines{
        ":unknown: :Rocket: :ro cket: : rocket :",
        "12:30:45 10:100:20 9:on:5",
        "a:b:c a:rocket:c key:email:value",
        "std::rocket::x ::rocket::",
        "C:/rocket:/x ./:rocket: a@:rocket:",
        ":rocket :: :",
        "时间 8:00-9:00，比例 1:1:1",
        "myicon:phone icon: phone icon:phone1: iconic:phone",
    };
    for (const std::string& line : lines) {
        CAPTURE(line);
        CHECK(read(line) == line);
    }
    check({
        {"`:rocket:`", "`:rocket:`"},
        {"\\:rocket:", ":rocket:"},
        {"https://example.com/:rocket:/x", "[https://example.com/:rocket:/x]"},
        {"<https://example.com/:rocket:>", "[https://example.com/:rocket:]"},
        {"[甲](https://example.com/:rocket:)", "[https://example.com/:rocket:]"},
    });
}

TEST_CASE("floods of colons are read") {
    std::string colons(200'000, ':');
    CHECK(read("x" + colons) == "x" + colons);
    std::string names;
    for (int i = 0; i < 50'000; ++i) names += ":nonsense";
    CHECK(read(names) == names);
}

}  // namespace
