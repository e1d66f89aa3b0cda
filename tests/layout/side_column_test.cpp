// What styles ask of pages: a column beside the text, grounds that bleed, page numbers.

#include <algorithm>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

constexpr Color kGround{0x22, 0x38, 0x4f};

/// The text area is 200 pt wide beside a column of 100 pt with 60 pt for text.
styles::StyledDocument with_column() {
    styles::StyledDocument made = document(10);
    made.page.size.width += 100_pt;
    made.page.margin.left += 100_pt;
    made.page.side = styles::SideColumn{100_pt, {20_pt, 20_pt, 20_pt, 20_pt}, kGround, false};
    return made;
}

styles::Block beside(styles::Block block) {
    block.box.beside = true;
    return block;
}

Pt left_of_text(const Page& page, std::size_t text_block) {
    Pt left = Pt::of(10'000);
    for (const Placed& placed : page.items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (text && text->block.index() == text_block) left = std::min(left, placed.at.x);
    }
    return left;
}

const RectItem* first_rect(const Page& page) {
    for (const Placed& placed : page.items)
        if (const auto* rect = std::get_if<RectItem>(&placed.item)) return rect;
    return nullptr;
}

}  // namespace

TEST_CASE("blocks stand in their columns and are read in the document's order") {
    styles::StyledDocument made = with_column();
    made.blocks.push_back(beside(paragraph("名")));
    made.blocks.push_back(paragraph("经历"));
    made.blocks.push_back(beside(paragraph("技能")));
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 1);
    CHECK(left_of_text(out.pages[0], 0) == 20_pt);
    CHECK(left_of_text(out.pages[0], 1) == 120_pt);
    CHECK(left_of_text(out.pages[0], 2) == 20_pt);
    // Structure elements come in the order of the document: its root, then the three.
    REQUIRE(out.tags.size() == 4);
    for (std::size_t i = 1; i < out.tags.size(); ++i) CHECK(out.tags[i].parent.index() == 0);
    REQUIRE(out.text_blocks.size() == 3);
    CHECK(out.text_blocks[1].text == "经历");
}

TEST_CASE("the column's ground is on every page, whichever column is longer") {
    for (const bool longer_side : {false, true}) {
        styles::StyledDocument made = with_column();
        made.blocks.push_back(beside(paragraph("名")));
        styles::Block text = paragraph(lines_of(25));
        if (longer_side) text = beside(std::move(text));
        made.blocks.push_back(std::move(text));
        const LaidOut out = set(made);
        CHECK(out.pages.size() > 1);
        for (const Page& page : out.pages) {
            const RectItem* ground = first_rect(page);
            REQUIRE(ground);
            CHECK(ground->color == kGround);
            CHECK(ground->size == Size{100_pt, made.page.size.height});
        }
    }
}

TEST_CASE("a ground that bleeds reaches the edges, and its content is in the middle") {
    styles::StyledDocument made = document();
    styles::Blocks inside;
    inside.push_back(paragraph("名"));
    styles::Block band =
        block(styles::Container{styles::ContainerKind::Header, std::move(inside)});
    band.box.bleed = true;
    band.box.background = kGround;
    band.box.least_height = 100_pt;
    band.box.padding = {10_pt, 30_pt, 10_pt, 30_pt};
    made.blocks.push_back(std::move(band));
    made.blocks.push_back(paragraph("文"));
    const LaidOut out = set(made);
    const Page& page = out.pages[0];
    const auto ground = std::find_if(page.items.begin(), page.items.end(), [](const Placed& p) {
        return std::holds_alternative<RectItem>(p.item);
    });
    REQUIRE(ground != page.items.end());
    CHECK(ground->at == Point{});
    CHECK_FALSE(ground->tag.valid());
    CHECK(std::get<RectItem>(ground->item).size == Size{240_pt, 100_pt});
    CHECK(left_of_text(page, 0) == 30_pt);
    for (const Placed& placed : page.items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text) continue;
        // One line of 16 pt in the middle of 100 pt; the text below begins where the ground
        // ends.
        const Pt top = placed.at.y - 11.8_pt;
        CHECK(top.points() == Approx(text->block.index() == 0 ? 42 : 100).margin(0.01));
    }
}

TEST_CASE("a box may be as wide as its content") {
    styles::StyledDocument made = document();
    styles::Block tab = paragraph("技能");
    tab.box.background = kGround;
    tab.box.fit_content = true;
    tab.box.padding = {2_pt, 8_pt, 2_pt, 8_pt};
    made.blocks.push_back(std::move(tab));
    const LaidOut out = set(made);
    const RectItem* ground = first_rect(out.pages[0]);
    REQUIRE(ground);
    CHECK(ground->size.width == 36_pt);
}

TEST_CASE("page numbers are those of the pages that links lead to, with dots before them") {
    styles::StyledDocument made = document(10);
    made.links.push_back({"#甲", {}, {}, {}});
    styles::Paragraph line = plain_paragraph("甲");
    line.leader = true;
    styles::TextRun number;
    number.text = "0";
    number.style = styles::TextStyleId::at(0);
    number.link = styles::LinkId::at(0);
    number.page_number = true;
    line.aside.emplace_back(number);
    made.blocks.push_back(block(std::move(line)));
    made.blocks.push_back(paragraph(lines_of(25)));
    made.blocks.push_back(heading("甲"));
    made.blocks.push_back(paragraph("文"));
    const LaidOut out = set(made);
    CHECK(out.pages.size() == 3);
    CHECK(std::any_of(out.text_blocks.begin(), out.text_blocks.end(),
                      [](const TextBlock& text) { return text.text == "3"; }));
    const auto dots = std::count_if(
        out.pages[0].items.begin(), out.pages[0].items.end(), [](const Placed& placed) {
            return std::holds_alternative<ShapeItem>(placed.item) && !placed.tag.valid();
        });
    CHECK(dots > 25);
}

TEST_CASE("an aside may stand in a column left of the text") {
    styles::StyledDocument made = document();
    styles::Paragraph line = plain_paragraph("公司");
    line.aside = text("年");
    line.aside_column = 50_pt;
    styles::Block entry = block(std::move(line));
    entry.box.padding.left = 50_pt;
    made.blocks.push_back(std::move(entry));
    const LaidOut out = set(made);
    CHECK(left_of_text(out.pages[0], 0) == 70_pt);
    CHECK(left_of_text(out.pages[0], 1) == 20_pt);
}
