#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;

namespace {

/// Icons as `<name>` in the text, in reading order.
void append(const Blocks& blocks, std::string& out) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) {
            for (const InlineItem& item : paragraph->content) {
                if (const auto* run = std::get_if<TextRun>(&item)) out += run->text;
                if (const auto* icon = std::get_if<InlineIcon>(&item))
                    out += "<" + std::string(icon->icon ? name_of(*icon->icon) : "") + ">";
                if (std::holds_alternative<ForcedBreak>(item)) out += "/";
            }
            out += "/";
        }
        if (const auto* container = std::get_if<Container>(&block.node))
            append(container->children, out);
        if (const auto* row = std::get_if<Row>(&block.node))
            for (const RowCell& cell : row->cells) append(cell.children, out);
    }
}

std::string seen(const std::string& markdown, bool icons = true, bool labels = false,
                 const char* style = "classic") {
    const Styled styled =
        style_markdown(markdown, {style,
                                  {{"header.icons", icons ? "true" : "false"},
                                   {"header.contact-labels", labels ? "true" : "false"}}});
    std::string out;
    append(styled.document.blocks, out);
    for (std::size_t at = 0; (at = out.find("\u2003", at)) != std::string::npos;)
        out.replace(at, 3, "|");
    return out;
}

}  // namespace

TEST_CASE("details of the front matter get the icons of their kinds") {
    const std::string head =
        "---\nname: 林知远\nphone: 138-0000-0000\nemail: a@example.com\n"
        "github: github.com/lin-example\ncity: 杭州\nwechat: lin_x\n---\n";
    CHECK(seen(head) ==
          "林知远/<phone>138-0000-0000|<mail>a@example.com|"
          "<github>github.com/lin-example|<location>杭州|<wechat>lin_x/");
    CHECK(seen(head, false) ==
          "林知远/138-0000-0000|a@example.com|github.com/lin-example|杭州|lin_x/");
}

TEST_CASE("every kind of detail that front matter has a key for has its icon") {
    for (const auto& [key, icon] :
         std::vector<std::pair<std::string, std::string>>{{"知乎", "zhihu"},
                                                          {"juejin", "juejin"},
                                                          {"whatsapp", "whatsapp"},
                                                          {"birthday", "birthday"},
                                                          {"生日", "birthday"},
                                                          {"twitter", "x"},
                                                          {"linkedin", "linkedin"},
                                                          {"gitee", "gitee"},
                                                          {"gitlab", "gitlab"},
                                                          {"qq", "qq"},
                                                          {"website", "web"},
                                                          {"address", "location"}}) {
        CHECK(seen("---\nname: 林知远\n" + key + ": abc\n---\n") ==
              "林知远/<" + icon + ">abc/");
    }
}

TEST_CASE("details in a line get icons where no label says what they are") {
    CHECK(seen("# 林知远\n\n138-0000-0000 | 邮箱：a@example.com | "
               "[GitHub](https://github.com/lin-example) | 微信：lin_x\n") ==
          "林知远/<phone>138-0000-0000 | 邮箱：a@example.com | <github>GitHub | 微信：lin_x/");
}

TEST_CASE("details on lines of their own are not read as one word") {
    CHECK(seen("---\nname: 林知远\n---\n138-0000-0000\\\nlin@example.com\\\n杭州\n") ==
          "林知远/<phone>138-0000-0000/<mail>lin@example.com/杭州/");
}

TEST_CASE("lists of details get icons") {
    CHECK(seen("# 林知远\n\n- 138-0000-0000\n- a@example.com\n") ==
          "林知远/<phone>138-0000-0000|<mail>a@example.com/");
}

TEST_CASE("where details stand below each other, those without an icon leave its room") {
    const std::string line = "# 林知远\n\n138-0000-0000 | 杭州\n";
    CHECK(seen(line, true, false, "modern") == "林知远/<phone>138-0000-0000/<>杭州/");
    CHECK(seen(line, false, false, "modern") == "林知远/138-0000-0000/杭州/");
    CHECK(seen("# 林知远\n\n- 杭州\n- 138-0000-0000\n", true, false, "modern") ==
          "林知远/<>杭州/<phone>138-0000-0000/");
    CHECK(seen(line) == "林知远/<phone>138-0000-0000 | 杭州/");
}

TEST_CASE("shortcodes are icons, and not doubled") {
    CHECK(seen("# 林知远\n\n:phone: 138-0000-0000 | :fa-envelope: a@example.com\n") ==
          "林知远/<phone>138-0000-0000 | <mail>a@example.com/");
    CHECK(seen("# 林知远\n\n:phone: 138-0000-0000\n", false) == "林知远/138-0000-0000/");
}

TEST_CASE("labels are in the document's language") {
    const std::string details =
        "phone: 138-0000-0000\nemail: a@example.com\ncity: Lanyu\n---\n";
    const auto labelled = [&](const std::string& lang) {
        return seen("---\nname: Lin\nlang: " + lang + "\n" + details, false, true);
    };
    CHECK(labelled("zh-CN") == "Lin/电话：138-0000-0000|邮箱：a@example.com|所在地：Lanyu/");
    CHECK(labelled("zh-TW") ==
          "Lin/電話：138-0000-0000|電子郵件：a@example.com|所在地：Lanyu/");
    CHECK(labelled("ja") == "Lin/電話：138-0000-0000|メール：a@example.com|所在地：Lanyu/");
    CHECK(labelled("ko") == "Lin/전화: 138-0000-0000|이메일: a@example.com|거주지: Lanyu/");
    CHECK(labelled("en") == "Lin/Phone: 138-0000-0000|Email: a@example.com|Location: Lanyu/");
}

TEST_CASE("details that say what they are get no label") {
    CHECK(seen("# 林知远\n\n138-0000-0000 | 邮箱：a@example.com | "
               "[GitHub](https://github.com/lin-example)\n",
               false, true) == "林知远/电话：138-0000-0000 | 邮箱：a@example.com | GitHub/");
}

TEST_CASE("labels stand behind icons where a style has both") {
    CHECK(seen("# 林知远\n\n138-0000-0000\n", true, true) ==
          "林知远/<phone>电话：138-0000-0000/");
}
