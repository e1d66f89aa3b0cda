#include <algorithm>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

styles::Block code(std::string words) {
    styles::Paragraph made = plain_paragraph(std::move(words));
    made.style.preformatted = true;
    made.style.align = styles::Align::Start;
    made.style.punctuation = styles::Punctuation::None;
    made.style.gap = {};
    return block(styles::CodeBlock{std::move(made)});
}

std::size_t turns_on(const LaidOut& out, std::size_t page) {
    const auto& items = out.pages.at(page).items;
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const Placed& placed) {
            const auto* shape = std::get_if<ShapeItem>(&placed.item);
            return shape && shape->kind == ShapeKind::Turn && !placed.tag.valid();
        }));
}

}  // namespace

TEST_CASE("a long line of code goes on indented behind an arrow") {
    styles::StyledDocument made = document();
    std::string words = "alpha";
    for (int i = 0; i < 12; ++i) words += " word" + std::to_string(i);
    made.blocks.push_back(code("short\n" + words + "\nend"));
    const LaidOut out = set(made);
    const std::vector<SeenLine> lines = lines_on(out, 0);
    REQUIRE(lines.size() >= 4);
    CHECK(lines.front().at.x == 20_pt);
    CHECK(lines[1].at.x == 20_pt);
    CHECK(lines[2].at.x == 20_pt + 12.5_pt);
    CHECK(lines.back().at.x == 20_pt);
    CHECK(turns_on(out, 0) == lines.size() - 3);
    // Between words, and nothing of the line is lost.
    std::string all;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        CHECK(lines[i].text.find("wor ") == std::string::npos);
        all += lines[i].text;
    }
    std::erase(all, ' ');
    std::erase(words, ' ');
    CHECK(all == words);
}

TEST_CASE("blank lines of code vanish where a page ends") {
    styles::StyledDocument made = document(5);
    made.blocks.push_back(code("a\nb\n\nc\nd\n\n\ne\nf\ng"));
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 2);
    // No page begins or ends with them, and none keeps a line alone.
    REQUIRE(line_counts(out) == std::vector<std::size_t>{4, 3});
    CHECK(lines_on(out, 1)[0].at.y == lines_on(out, 0)[0].at.y);
    CHECK(lines_on(out, 0)[2].at.y - lines_on(out, 0)[1].at.y == kLeading * 2);
}

TEST_CASE("code without a place between words is wrapped all the same, in linear time") {
    styles::StyledDocument made = document();
    made.blocks.push_back(code(std::string(20'000, 'x')));
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics);
    CHECK(diagnostics.all().empty());
    CHECK(out.pages.size() > 5);
    CHECK(turns_on(out, 0) == lines_on(out, 0).size() - 1);
}

TEST_CASE("lines of preformatted text stand in the middle as one") {
    styles::StyledDocument made = document();
    styles::Block middle = code("alpha\n  b\nc");
    std::get<styles::CodeBlock>(middle.node).text.style.align = styles::Align::Center;
    made.blocks = {middle};
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].at.x > 60_pt);
    CHECK(lines[2].at.x == lines[0].at.x);
}
