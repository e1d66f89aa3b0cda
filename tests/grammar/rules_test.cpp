#include <string_view>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/rules/blocks.hpp"
#include "grammar/rules/extensions.hpp"
#include "grammar/rules/html.hpp"
#include "grammar/rules/links.hpp"
#include "grammar/rules/match.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex::grammar;

struct Case {
    std::string_view input;
    std::uint32_t matched;  ///< bytes; 0 for no match
};

template <class Rule>
void check(std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        INFO(c.input);
        CHECK(rules::match<Rule>(c.input) == c.matched);
    }
}

}  // namespace

// clang-format off
TEST_CASE("rules of characters") {
    check<rules::escape>({{"\\*", 2}, {"\\a", 0}, {"\\中", 0}, {"\\", 0}});
    check<rules::named_reference>({{"&amp;x", 5}, {"&amp", 0}, {"&4x;", 0}});
    check<rules::decimal_reference>({{"&#35;", 5}, {"&#12345678;", 0}, {"&#;", 0}});
    check<rules::hexadecimal_reference>({{"&#x4E2D;", 8}, {"&#X1F600;", 9}, {"&#x1234567;", 0}});
}

TEST_CASE("rules of blocks") {
    check<rules::atx_opening>({{"# 题", 2}, {"###### x", 7}, {"####### x", 0}, {"#题", 0}, {"##", 2}});
    check<rules::setext_underline<'='>>({{"===  ", 5}, {"==x", 0}, {"= =", 0}});
    check<rules::backtick_fence>({{"``` a", 5}, {"``` a`", 0}, {"``", 0}});
    check<rules::closing_fence<'~'>>({{"~~~ ", 4}, {"~~~ a", 0}});
    check<rules::bullet_marker>({{"- a", 1}, {"-", 1}, {"-a", 0}, {"*\t", 1}});
    check<rules::ordered_marker>({{"1. a", 2}, {"123456789) ", 10}, {"1234567890. ", 0}, {"1.a", 0}});
}

TEST_CASE("rules of html") {
    check<rules::open_tag>({{"<a>", 3}, {"<br/>", 5}, {"<a b c=d e='f' g=\"h\" />", 23}, {"<a b=>", 0}, {"<1>", 0}, {"<a\nb>", 5}});
    check<rules::closing_tag>({{"</a >", 5}, {"</a b>", 0}});
    check<rules::comment>({{"<!-- 注 -->", 12}, {"<!-->", 5}, {"<!--->", 6}, {"<!-- a", 0}, {"<!-- a -- b -->", 15}});
    check<rules::block_tag_start>({{"<div>", 5}, {"</div", 5}, {"<div/>", 6}, {"<div$", 0}});
}

TEST_CASE("rules of links") {
    check<rules::destination>({{"/a(b)c d", 6}, {"<a b>", 5}, {"<a\nb>", 0}, {"a\\(b", 4}, {"路径", 6}, {"", 0}});
    check<rules::title>({{"\"a\"", 3}, {"'a\\'b'", 6}, {"(a)", 3}, {"(a(b)", 0}, {"\"a", 0}});
    check<rules::link_tail>({{"()", 2}, {"(/u)", 4}, {"( /u \"t\" )", 10}, {"(/u\"t\")", 7}, {"(/u 't)", 0}, {"(a b)", 0}});
    check<rules::uri_autolink>({{"<https://a>", 11}, {"<a:b>", 0}, {"<a+b:c d>", 0}, {"<mailto:x>", 10}});
    check<rules::email_autolink>({{"<a@b.c>", 7}, {"<a@-b>", 0}, {"<a@b->", 0}, {"<a b@c>", 0}});
}

TEST_CASE("rules of the extensions") {
    check<rules::delimiter_row>({{"|-|", 3}, {":-: | -", 7}, {"a|b", 0}, {"|", 0}, {"--- |", 5}});
    check<rules::task_marker>({{"[ ] a", 4}, {"[x]  a", 5}, {"[y] a", 0}, {"[x]a", 0}, {"[x] ", 0}});
    check<rules::footnote_marker>({{"[^1]: a", 5}, {"[^注]:", 7}, {"[^a b]:", 0}, {"[^]:", 0}});
    check<rules::attribute_list>({{"{#a}", 4}, {"{.b k=v x=\"y z\"}", 16}, {"{a}", 0}, {"{}", 0}, {"{#a} b", 4}, {"{:.a}", 5}, {"{.a.b x='1 2'}", 14}});
    check<rules::attribute_line>({{"{:toc}", 6}, {"{: .a #b} ", 10}, {"{.a}", 0}, {"{:a} b", 0}});
    check<rules::page_break>({{"<!-- pagebreak -->", 18}, {"<!--PageBreak-->", 16}, {"\\newpage", 8}, {"\\newpages", 0}, {"<!-- pagebreaks -->", 0}});
}

// clang-format on

TEST_CASE("no rule can loop without reading") {
    CHECK(tao::pegtl::analyze<rules::open_tag>() == 0);
    CHECK(tao::pegtl::analyze<rules::comment>() == 0);
    CHECK(tao::pegtl::analyze<rules::link_tail>() == 0);
    CHECK(tao::pegtl::analyze<rules::definition_head>() == 0);
    CHECK(tao::pegtl::analyze<rules::email_autolink>() == 0);
    CHECK(tao::pegtl::analyze<rules::delimiter_row>() == 0);
    CHECK(tao::pegtl::analyze<rules::attribute_list>() == 0);
    CHECK(tao::pegtl::analyze<rules::literal_url_head>() == 0);
}
