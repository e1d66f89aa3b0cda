// Random documents of headings, paragraphs and lists on pages of many heights: nothing is left
// alone at a page's head or foot (TYPOGRAPHY §8), nothing lost or out of order.

#include <map>
#include <random>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

constexpr int kItems = 4;

styles::Block random_list(std::mt19937& random) {
    styles::List list;
    list.hang = 10_pt;
    for (std::size_t n = 1 + random() % kItems; n > 0; --n) {
        list.items.push_back(
            item(number("1."), {paragraph(lines_of(1 + static_cast<int>(random() % 3)))}));
    }
    return block(std::move(list));
}

styles::StyledDocument random_document(std::mt19937& random) {
    styles::StyledDocument made = document(14 + static_cast<int>(random() % 40));
    for (std::size_t n = 3 + random() % 10; n > 0; --n) {
        made.blocks.push_back(heading("题" + std::to_string(n)));
        for (std::size_t k = 1 + random() % 3; k > 0; --k) {
            made.blocks.push_back(paragraph(lines_of(1 + static_cast<int>(random() % 7))));
        }
        if (random() % 2 == 0) made.blocks.push_back(random_list(random));
    }
    return made;
}

/// A line where it was set.
struct PlacedLine {
    TextBlockId block;
    std::uint32_t line = 0;
    Pt y;
};

std::vector<PlacedLine> placed_lines(const LaidOut& out, std::size_t page) {
    std::vector<PlacedLine> lines;
    for (const Placed& placed : out.pages.at(page).items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text || text->glyphs.empty()) continue;
        const bool marker = out.text_blocks[text->block.index()].text == "1.";
        const bool goes_on = !lines.empty() && lines.back().block == text->block &&
                             lines.back().line == text->line;
        if (!marker && !goes_on) lines.push_back({text->block, text->line, placed.at.y});
    }
    return lines;
}

bool is_heading(const LaidOut& out, const PlacedLine& line) {
    return out.text_blocks[line.block.index()].text.starts_with("题");
}

/// How many lines each block has on each page.
using Counts = std::map<std::size_t, std::map<std::size_t, int>>;

void check_page(const LaidOut& out, std::size_t page, Counts& counts) {
    const std::vector<PlacedLine> lines = placed_lines(out, page);
    REQUIRE_FALSE(lines.empty());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ++counts[lines[i].block.index()][page];
        if (i > 0) CHECK(lines[i].y > lines[i - 1].y);
    }
    CHECK(lines.back().y <= out.pages[page].size.height - 20_pt);
    if (page + 1 == out.pages.size()) return;
    CHECK_FALSE(is_heading(out, lines.back()));
}

}  // namespace

TEST_CASE("random documents: nothing stands alone at a page's head or foot",
          "[page_property]") {
    std::mt19937 random(344);
    std::size_t pages = 0;
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const LaidOut out = set(random_document(random));
        Counts counts;
        for (std::size_t page = 0; page < out.pages.size(); ++page) {
            check_page(out, page, counts);
        }
        for (const auto& [block, on_pages] : counts) {
            if (on_pages.size() < 2) continue;
            for (const auto& [page, lines] : on_pages) {
                CAPTURE(block, page);
                CHECK(lines >= 2);
            }
        }
        pages += out.pages.size();
    }
    CHECK(pages > 300);
}
