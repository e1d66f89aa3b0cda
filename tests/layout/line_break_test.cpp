#include "layout/line_break.hpp"

#include <string>

#include "base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/unicode_break_cases.hpp"

using namespace cvtex;
using layout::BreakAction;

namespace {

/// The text with `|` at every allowed break and `!` at every mandatory one but the last.
std::string marked(const std::u32string& text) {
    const auto actions = layout::find_line_breaks(text);
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (actions[i] == BreakAction::Allowed) out += U'|';
        if (actions[i] == BreakAction::Mandatory) out += U'!';
        out += text[i];
    }
    return to_utf8(std::u32string_view(out));
}

}  // namespace

TEST_CASE("all of Unicode's line break tests pass") {
    std::size_t failures = 0;
    for (const auto& one : test::read_break_cases("LineBreakTest.txt")) {
        std::vector<bool> breaks;
        for (const BreakAction action : layout::find_line_breaks(one.text)) {
            breaks.push_back(action != BreakAction::Prohibited);
        }
        if (breaks == one.breaks) continue;
        ++failures;
        UNSCOPED_INFO(one.line);
    }
    CHECK(failures == 0);
}

TEST_CASE("line breaks of ordinary text") {
    CHECK(marked(U"他说：“你好”。") == "他|说：“你|好”。");
    CHECK(marked(U"使用 C++ 开发") == "使|用 |C+|+ |开|发");
    CHECK(marked(U"（约 30%）") == "（约 |30%）");
    CHECK(marked(U"$(12.35) x") == "$(12.35) |x");
    CHECK(marked(U"a\r\nb\u2028c") == "a\r\n!b\u2028!c");
    CHECK(marked(U"🇨🇳🇨🇳") == "🇨🇳|🇨🇳");
}

TEST_CASE("the ends of the text") {
    CHECK(layout::find_line_breaks(U"") == std::vector{BreakAction::Mandatory});
    CHECK(layout::find_line_breaks(U"a") ==
          std::vector{BreakAction::Prohibited, BreakAction::Mandatory});
}

TEST_CASE("long runs of marks and openings stay linear") {
    std::u32string text;
    for (int i = 0; i < 100000; ++i) text += U"$(";
    text += std::u32string(200000, U'\u0301');
    CHECK(layout::find_line_breaks(text).size() == text.size() + 1);
}
