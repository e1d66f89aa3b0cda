#include <algorithm>
#include <random>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

/// A floating box of `lines` lines of `characters` Han characters.
styles::Block floating(int lines, int characters) {
    styles::Blocks inside;
    std::string words;
    for (int i = 0; i < characters; ++i) words += "图";
    for (int i = 0; i < lines; ++i) inside.push_back(paragraph(words));
    styles::Block made = block(styles::Container{styles::ContainerKind::Group, inside});
    made.box.float_end = true;
    return made;
}

}  // namespace

TEST_CASE("text runs beside a float, and below it in the full measure") {
    styles::StyledDocument made = document();
    made.blocks.push_back(floating(3, 4));
    made.blocks.push_back(paragraph(lines_of(8)));
    const LaidOut out = set(made);
    std::vector<SeenLine> beside, below;
    Pt bottom;
    for (const SeenLine& line : lines_on(out, 0)) {
        if (line.text.starts_with("图")) bottom = std::max(bottom, line.at.y);
    }
    for (const SeenLine& line : lines_on(out, 0)) {
        if (line.text.starts_with("图")) {
            CHECK(line.at.x == 180_pt);
            continue;
        }
        (line.at.y <= bottom ? beside : below).push_back(line);
    }
    REQUIRE(beside.size() >= 3);
    REQUIRE(below.size() > 2);
    // 200 pt less the float's 40 and a gap leave 14 characters of 10 pt.
    for (const SeenLine& line : beside) CHECK(line.text.size() <= 14 * 3);
    CHECK(below[1].text.size() == 20 * 3);
}

TEST_CASE("what cannot run around a float begins below it when it has no room") {
    styles::StyledDocument made = document();
    made.blocks.push_back(floating(3, 8));
    made.blocks.push_back(paragraph("甲"));
    styles::Block code = block(styles::CodeBlock{plain_paragraph("乙")});
    made.blocks.push_back(code);
    const LaidOut out = set(made);
    Pt bottom, second;
    for (const SeenLine& line : lines_on(out, 0)) {
        if (line.text.starts_with("图")) bottom = std::max(bottom, line.at.y);
        if (line.text == "乙") second = line.at.y;
    }
    CHECK(second > bottom);
}

TEST_CASE("a wide float is a block at the end side") {
    styles::StyledDocument made = document();
    made.blocks.push_back(floating(1, 12));
    made.blocks.push_back(paragraph(lines_of(2)));
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].at.x == 100_pt);
    CHECK(lines[1].text.size() == 20 * 3);
}

TEST_CASE("a float alone, or last, takes its room") {
    styles::StyledDocument made = document(6);
    made.blocks.push_back(paragraph(lines_of(4)));
    made.blocks.push_back(floating(3, 4));
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 2);
    CHECK(lines_on(out, 1).size() == 3);
}

TEST_CASE("a float stays on the page of the lines beside it, none of which overlaps it") {
    std::mt19937 random(3);
    for (int round = 0; round < 30; ++round) {
        INFO("round " << round);
        styles::StyledDocument made = document(14);
        for (int i = 0; i < 12; ++i) {
            const int kind = static_cast<int>(random() % 3);
            const int lines = 1 + static_cast<int>(random() % 6);
            if (kind == 0) made.blocks.push_back(floating(1 + lines / 2, 4));
            if (kind == 1) made.blocks.push_back(heading("标题"));
            made.blocks.push_back(paragraph(lines_of(lines)));
        }
        const LaidOut out = set(made);
        for (std::size_t p = 0; p < out.pages.size(); ++p) {
            const std::vector<SeenLine> lines = lines_on(out, p);
            for (const SeenLine& line : lines) {
                CHECK(line.at.y <= made.page.size.height - 20_pt);
                if (!line.text.starts_with("图")) continue;
                for (const SeenLine& other : lines) {
                    if (other.text.starts_with("图")) continue;
                    const Pt distance =
                        std::max(other.at.y - line.at.y, line.at.y - other.at.y);
                    // Fourteen characters end 20 pt before the float.
                    if (distance < 10_pt) CHECK(other.text.size() <= 14 * 3);
                }
            }
        }
    }
}
