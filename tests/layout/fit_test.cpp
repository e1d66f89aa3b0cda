#include "layout/fit.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "layout/advice.hpp"
#include "layout/measure_pages.hpp"
#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

/// Sections of one paragraph each on pages of 40 lines of 20 characters.
styles::StyledDocument sections(int count, int lines, std::optional<int> pages) {
    styles::StyledDocument made = document();
    for (int i = 0; i < count; ++i) {
        made.blocks.push_back(paragraph(lines_of(lines)));
        made.blocks.back().box.space_before = 10_pt;
    }
    made.fit.pages = pages;
    made.fit.spaces = {600, 1600};
    made.fit.leading = {900, 1100};
    made.fit.size = {900, 1050};
    made.fit.squeeze = true;
    made.fit.gap = Em::of(0.15);
    made.fit.margin = {14_pt, 15_pt, 14_pt, 15_pt};
    made.fit.body = kSize;
    return made;
}

fonts::FontLibrary& library() {
    static fonts::FontLibrary shared;
    return shared;
}

const LayoutOptions kOptions{{}, {}, false};

Fitting fit(styles::StyledDocument& made) {
    Result<Fitting> fitting = fit_pages(made, library(), kOptions);
    REQUIRE(fitting.ok());
    return std::move(fitting).value();
}

std::size_t page_count(const styles::StyledDocument& made) {
    Diagnostics diagnostics;
    const Result<LaidOut> out = lay_out(made, library(), kOptions, diagnostics);
    REQUIRE(out.ok());
    return out->pages.size();
}

std::string text_on(const LaidOut& out) {
    std::string text;
    for (std::size_t page = 0; page < out.pages.size(); ++page)
        for (const SeenLine& line : lines_on(out, page)) text += line.text;
    return text;
}

/// A paragraph of Han that says something else at every place.
std::string varied_text(int characters) {
    std::string text;
    for (int i = 0; i < characters; ++i) {
        append_utf8(text, static_cast<char32_t>(0x4E00 + i * 7));
        if (i % 13 == 12) text += "，";
    }
    return text + "。";
}

std::string without_characters(std::string text, const std::vector<std::size_t>& indices) {
    for (auto at = indices.rbegin(); at != indices.rend(); ++at) {
        std::size_t byte = 0;
        for (std::size_t i = 0; i < *at; ++i) byte += decode_utf8(text, byte).length;
        text.erase(byte, decode_utf8(text, byte).length);
    }
    return text;
}

}  // namespace

TEST_CASE("room is given in the order spaces, leading, marks, margins, size", "[fit]") {
    struct Case {
        int count, lines;
        bool leading, squeeze, margin, size;
    };

    // 40 lines hold at most as much: the more there is, the more stages are needed.
    const auto c = GENERATE(values<Case>({
        {3, 13, false, false, false, false},
        {6, 7, true, false, false, false},
        {4, 12, true, true, true, false},
        {7, 7, true, true, true, true},
    }));
    styles::StyledDocument made = sections(c.count, c.lines, 1);
    const Fitting fitting = fit(made);
    CAPTURE(c.count, c.lines, fitting.setting.spaces, fitting.setting.leading,
            fitting.setting.margin, fitting.setting.size);
    CHECK(fitting.fits);
    CHECK((fitting.setting.leading < 1000) == c.leading);
    CHECK((fitting.setting.squeeze != Squeeze::None) == c.squeeze);
    CHECK((fitting.setting.margin > 0) == c.margin);
    CHECK((fitting.setting.size < 1000) == c.size);
    CHECK(page_count(made) == 1);
}

TEST_CASE("the final layout has the pages that the trials found", "[fit]") {
    for (int count = 2; count <= 26; count += 3) {
        for (const int pages : {1, 2, 3}) {
            styles::StyledDocument made = sections(count, 6, pages);
            const Fitting fitting = fit(made);
            CAPTURE(count, pages);
            CHECK(page_count(made) == fitting.pages);
            CHECK(fitting.fits == (fitting.pages == static_cast<std::size_t>(pages)));
        }
    }
}

TEST_CASE("fitting changes no text", "[fit]") {
    styles::StyledDocument made = sections(6, 8, 1);
    const std::string before = text_on(set(made));
    REQUIRE(fit(made).fits);
    CHECK(text_on(set(made)) == before);
}

TEST_CASE("more text is never set looser", "[fit]") {
    int spaces = 10000;
    int size = 10000;
    for (int lines = 20; lines <= 46; ++lines) {
        styles::StyledDocument made = sections(1, lines, 1);
        made.blocks.push_back(paragraph(lines_of(2)));
        made.blocks.back().box.space_before = 10_pt;
        const Fitting fitting = fit(made);
        CAPTURE(lines);
        if (!fitting.fits) break;
        if (lines < 33) continue;  // loosened the less the emptier it is
        CHECK(fitting.setting.size <= size);
        CHECK(fitting.setting.spaces <= spaces);
        size = fitting.setting.size;
        spaces = fitting.setting.spaces;
    }
}

TEST_CASE("text is not made smaller than 9 pt", "[fit]") {
    styles::StyledDocument made = sections(6, 9, 1);
    made.fit.size = {500, 1000};
    made.text_styles.push_back(made.text_styles[0]);
    made.text_styles.back().size = Pt::of(8);
    (void)fit(made);
    CHECK(made.text_styles[0].size >= Pt::of(9));
    CHECK(made.text_styles[1].size == Pt::of(8));
}

TEST_CASE("icons keep the size of the text beside them", "[fit]") {
    styles::StyledDocument made = sections(7, 7, 1);
    styles::Paragraph contacts = plain_paragraph("林知远");
    contacts.content.insert(contacts.content.begin(),
                            styles::InlineIcon{styles::Icon::Web, kSize, {}, {}});
    made.blocks.insert(made.blocks.begin(), block(contacts));
    const Fitting fitting = fit(made);
    REQUIRE(fitting.setting.size < 1000);
    const auto& set = std::get<styles::Paragraph>(made.blocks[0].node);
    CHECK(std::get<styles::InlineIcon>(set.content[0]).size == set.style.size);
}

TEST_CASE("a page that ends short is loosened, a half-empty one is left alone", "[fit]") {
    struct Case {
        int lines;
        bool loosened, filled;
    };

    const auto c =
        GENERATE(values<Case>({{16, false, false}, {27, true, false}, {37, true, true}}));
    styles::StyledDocument made = sections(1, c.lines - 2, 1);
    made.blocks.push_back(paragraph(lines_of(2)));
    made.blocks.back().box.space_before = 10_pt;
    const Fitting fitting = fit(made);
    CAPTURE(c.lines);
    CHECK(fitting.fits);
    CHECK((fitting.setting.spaces > 1000) == c.loosened);
    LineCache lines(made);
    const Result<Paging> paging = measure_pages(made, library(), kOptions, lines);
    REQUIRE(paging.ok());
    CHECK((paging->feet.back() * 100 >= paging->height * 97) == c.filled);
}

TEST_CASE("what cannot fit is left as tight as may be, with the lines to save", "[fit]") {
    styles::StyledDocument made = sections(10, 8, 1);
    const Fitting fitting = fit(made);
    CHECK_FALSE(fitting.fits);
    CHECK(fitting.pages == 2);
    CHECK(fitting.lines_over > 0);
    CHECK(fitting.setting.size == 900);
    styles::StyledDocument short_one = sections(2, 5, 3);
    CHECK_FALSE(fit(short_one).fits);
}

TEST_CASE("a fit makes the same of the same", "[fit]") {
    styles::StyledDocument one = sections(6, 7, 1);
    styles::StyledDocument two = sections(6, 7, 1);
    CHECK(fit(one).setting == fit(two).setting);
}

TEST_CASE("lines are saved by squeezing marks where that is asked for", "[fit]") {
    // 21 characters with marks in a measure of 20.
    styles::Paragraph marked = plain_paragraph("春，夏，秋，冬，东，西，南，北，上，下，左右");
    styles::StyledDocument made = document();
    made.blocks.push_back(block(marked));
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{2});
    std::get<styles::Paragraph>(made.blocks[0].node).style.fewest_lines = true;
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{1});
}

TEST_CASE("cutting as many Han as advised, wherever, saves the line", "[advice]") {
    for (const int characters : {41, 43, 62, 84, 125}) {
        const std::string text = varied_text(characters);
        styles::StyledDocument made = document();
        made.blocks.push_back(paragraph(text));
        std::get<styles::TextRun>(std::get<styles::Paragraph>(made.blocks[0].node).content[0])
            .span = {FileId{0}, 0, static_cast<std::uint32_t>(text.size())};
        const Result<Fitting> found = find_pages(made, library(), kOptions);
        REQUIRE(found.ok());
        const auto savings = find_savings(made, library(), kOptions, *found);
        REQUIRE(savings.ok());
        CAPTURE(characters);
        const std::size_t before = line_counts(set(made))[0];
        if (savings->empty()) continue;
        const auto count = static_cast<std::size_t>(savings->front().characters);
        std::vector<std::size_t> han;
        std::size_t index = 0;
        for (std::size_t at = 0; at < text.size(); ++index) {
            const Decoded next = decode_utf8(text, at);
            if (next.code_point >= 0x4E00 && next.code_point < 0xA000) han.push_back(index);
            at += next.length;
        }
        const auto lines_without = [&](std::vector<std::size_t> cut) {
            styles::StyledDocument shorter = document();
            std::sort(cut.begin(), cut.end());
            shorter.blocks.push_back(paragraph(without_characters(text, cut)));
            return line_counts(set(shorter))[0];
        };
        for (std::size_t begin = 0; begin + count <= han.size(); ++begin) {
            CAPTURE(begin, count);
            const auto first = han.begin() + static_cast<std::ptrdiff_t>(begin);
            CHECK(lines_without({first, first + static_cast<std::ptrdiff_t>(count)}) ==
                  before - 1);
        }
        for (std::size_t step = 2; step * count <= han.size(); ++step) {
            std::vector<std::size_t> cut;
            for (std::size_t i = 0; i < count; ++i) cut.push_back(han[i * step]);
            CAPTURE(step, count);
            CHECK(lines_without(cut) == before - 1);
        }
    }
}

TEST_CASE("advice names short last lines only, the cheapest first", "[advice]") {
    styles::StyledDocument made = document();
    const auto add = [&](int characters) {
        made.blocks.push_back(paragraph(varied_text(characters)));
        auto& content = std::get<styles::Paragraph>(made.blocks.back().node).content;
        const auto at = static_cast<std::uint32_t>(made.blocks.size() * 1000);
        std::get<styles::TextRun>(content[0]).span = {FileId{0}, at, at + 10};
    };
    add(36);  // nearly two full lines
    add(42);
    add(40);
    add(10);  // one line
    const Result<Fitting> found = find_pages(made, library(), kOptions);
    REQUIRE(found.ok());
    const auto savings = find_savings(made, library(), kOptions, *found);
    REQUIRE(savings.ok());
    REQUIRE(savings->size() == 2);
    CHECK((*savings)[0].span.begin == 3000);
    CHECK((*savings)[1].span.begin == 2000);
    CHECK((*savings)[0].characters < (*savings)[1].characters);
    CHECK_FALSE((*savings)[0].last_line.empty());
}
