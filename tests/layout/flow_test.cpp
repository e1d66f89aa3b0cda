#include <vector>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

using Counts = std::vector<std::size_t>;

std::vector<std::string> texts_on(const LaidOut& out, std::size_t page) {
    std::vector<std::string> texts;
    for (const SeenLine& line : lines_on(out, page)) texts.push_back(line.text);
    return texts;
}

}  // namespace

TEST_CASE("space between blocks is the larger of after and before") {
    styles::StyledDocument made = document();
    made.blocks = {paragraph("一"), paragraph("二")};
    made.blocks[0].box.space_after = 6_pt;
    made.blocks[1].box.space_before = 10_pt;
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].at.y - lines[0].at.y == kLeading + 10_pt);
}

TEST_CASE("space collapses through a plain container but not through padding") {
    styles::StyledDocument made = document();
    styles::Container group;
    group.children = {paragraph("二")};
    group.children[0].box.space_before = 8_pt;
    made.blocks = {paragraph("一"), block(group)};
    made.blocks[1].box.space_before = 6_pt;
    std::vector<SeenLine> lines = lines_on(set(made), 0);
    CHECK(lines[1].at.y - lines[0].at.y == kLeading + 8_pt);
    made.blocks[1].box.padding.top = 3_pt;
    lines = lines_on(set(made), 0);
    CHECK(lines[1].at.y - lines[0].at.y == kLeading + 6_pt + 3_pt);
}

TEST_CASE("padding and borders narrow the measure") {
    styles::StyledDocument made = document();
    made.blocks = {paragraph(lines_of(2))};
    made.blocks[0].box.padding.left = 18_pt;
    made.blocks[0].box.left = styles::Border{2_pt, {}};
    const LaidOut out = set(made);
    CHECK(lines_on(out, 0)[0].at.x == 40_pt);
    CHECK(out.text_blocks[0].measure == 180_pt);
}

TEST_CASE("what stands beside a head is read behind all lines of it") {
    styles::Paragraph head =
        plain_paragraph("国家重点实验室先进计算与系统软件研究中心博士研究生");
    head.aside = text("年份");
    head.content.emplace_back(styles::ForcedBreak{});
    for (styles::InlineItem& item : text("职务")) head.content.push_back(std::move(item));
    styles::StyledDocument made = document();
    made.blocks = {block(head), paragraph("后文")};
    // Also where an entry is a row's cell, or on a marker's line.
    styles::List list;
    list.items = {item(number("一"), {block(head)})};
    made.blocks.push_back(block(list));
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 10);
    CHECK(lines[2].text == "年份");
    CHECK(lines[2].at.y == lines[0].at.y);
    CHECK(lines[3].text == "职务");
    CHECK(lines[8].text == "年份");
    CHECK(lines[8].at.y == lines[6].at.y);

    // A page that ends inside the head keeps what stands on it.
    made.page.size.height = kLeading + 40_pt;
    made.blocks = {block(head)};
    const LaidOut narrow = set(made);
    REQUIRE(lines_on(narrow, 0).size() == 2);
    CHECK(lines_on(narrow, 0)[1].text == "年份");
}

TEST_CASE("headings in a row are kept with what follows, entries without text are not") {
    styles::StyledDocument made = document(6);
    // Three entries that are headings alone, and a section with text.
    made.blocks = {paragraph(lines_of(3)), heading("甲", 3), heading("乙", 3),
                   heading("丙", 3),       heading("丁", 2), paragraph(lines_of(3))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{6, 4});
    made.blocks = {paragraph(lines_of(3)), heading("甲", 2), heading("乙", 3),
                   paragraph(lines_of(2))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{3, 4});
    // So are entries that are no headings, and facts below headings.
    styles::Paragraph school = plain_paragraph("大学");
    school.aside = text("2000");
    styles::Block entry = block(school);
    entry.box.keep_with_next = true;
    styles::Block fact = paragraph("事实");
    fact.box.keep_with_next = true;
    made.blocks = {paragraph(lines_of(3)), heading("甲", 2), entry, heading("乙", 2),
                   paragraph(lines_of(2))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{6, 3});
    made.blocks = {paragraph(lines_of(3)), heading("甲", 3), fact, heading("乙", 3),
                   paragraph(lines_of(2))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{5, 3});
    made.blocks = {paragraph(lines_of(3)), heading("甲", 3), fact, heading("乙", 4),
                   paragraph(lines_of(2))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{3, 5});
}

TEST_CASE("page ends keep what belongs together") {
    struct Case {
        const char* name;
        styles::Blocks blocks;
        Counts pages;
    };

    const Case cases[] = {
        {"plain", {paragraph(lines_of(8)), paragraph(lines_of(5))}, {10, 3}},
        {"short last page", {paragraph(lines_of(8)), paragraph(lines_of(4))}, {8, 4}},
        {"widow", {paragraph(lines_of(9)), paragraph(lines_of(4))}, {9, 4}},
        {"three lines", {paragraph(lines_of(8)), paragraph(lines_of(3))}, {8, 3}},
        {"heading", {paragraph(lines_of(8)), heading("题"), paragraph(lines_of(5))}, {8, 6}},
        {"headings in sequence",
         {paragraph(lines_of(7)), heading("题"), heading("目", 3), paragraph(lines_of(5))},
         {7, 7}},
        {"lead-in",
         {paragraph(lines_of(9)), paragraph("如下："), paragraph(lines_of(4))},
         {9, 5}},
        {"heading above single lines",
         {paragraph(lines_of(8)), heading("题"), paragraph("一"), paragraph("二"),
          paragraph(lines_of(3))},
         {8, 6}},
    };
    for (const Case& one : cases) {
        styles::StyledDocument made = document(10);
        made.blocks = one.blocks;
        INFO(one.name);
        CHECK(line_counts(set(made)) == one.pages);
    }
}

TEST_CASE("kept blocks move as one when they can") {
    styles::StyledDocument made = document(10);
    made.blocks = {paragraph(lines_of(7)), paragraph(lines_of(6))};
    made.blocks[1].box.keep_together = true;
    CHECK(line_counts(set(made)) == Counts{7, 6});
    made.blocks = {paragraph(lines_of(7)), paragraph(lines_of(25))};
    made.blocks[1].box.keep_together = true;
    CHECK(set(made).pages.size() == 4);
}

TEST_CASE("asked page breaks are made") {
    styles::StyledDocument made = document();
    made.blocks = {paragraph("一"), block(styles::PageBreak{}), paragraph("二"),
                   paragraph("三")};
    made.blocks[3].box.break_before = true;
    CHECK(line_counts(set(made)) == Counts{1, 1, 1});
    made.blocks.push_back(block(styles::PageBreak{}));
    CHECK(set(made).pages.size() == 3);
}

TEST_CASE("numbers stand right-aligned and widen the hang when they must") {
    styles::StyledDocument made = document();
    styles::List list;
    list.ordered = true;
    list.hang = 14_pt;
    list.marker_gap = 4_pt;
    list.items = {item(number("9."), {paragraph("甲")}),
                  item(number("1000."), {paragraph("乙")})};
    made.blocks = {block(list)};
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].text == "9.");
    CHECK(lines[1].text == "甲");
    CHECK(lines[0].at.y == lines[1].at.y);
    CHECK(lines[1].at.x == lines[3].at.x);
    CHECK(lines[1].at.x > 20_pt + 14_pt);
    CHECK(lines[2].at.x == 20_pt);
    CHECK(lines[0].at.x > lines[2].at.x);
}

TEST_CASE("an item's marker stands beside its first line whatever it holds") {
    styles::StyledDocument made = document();
    styles::List inner;
    inner.hang = 12_pt;
    inner.items = {item(styles::DrawnMarker{}, {paragraph("内")})};
    styles::List outer = inner;
    outer.items = {item(number("1"), {block(inner)}), item(number("2"), {heading("题")}),
                   item(number("3"), {})};
    outer.marker_gap = 2_pt;
    made.blocks = {block(outer)};
    const LaidOut out = set(made);
    CHECK(texts_on(out, 0) == std::vector<std::string>{"1", "内", "2", "题", "3"});
    const std::vector<SeenLine> lines = lines_on(out, 0);
    CHECK(lines[0].at.y == lines[1].at.y);
    CHECK(lines[2].at.y == lines[3].at.y);
    CHECK(lines[4].at.y == lines[3].at.y + kLeading);
}

TEST_CASE("a list does not leave one line behind or ahead when little is lost") {
    styles::StyledDocument made = document(20);
    styles::List list;
    for (int i = 0; i < 3; ++i)
        list.items.push_back(item(styles::DrawnMarker{}, {paragraph("项")}));
    const styles::Block after = paragraph(lines_of(4));
    for (const int before : {18, 19}) {
        made.blocks = {paragraph(lines_of(before)), block(list), after};
        CHECK(line_counts(set(made)) == Counts{static_cast<std::size_t>(before), 7});
    }
}

TEST_CASE("structure follows reading order") {
    styles::StyledDocument made = document();
    styles::List list;
    list.hang = 12_pt;
    list.items = {item(number("1."), {paragraph("甲")})};
    made.blocks = {heading("题"), block(list)};
    const LaidOut out = set(made);
    std::vector<Role> roles;
    for (const Tag& tag : out.tags) {
        roles.push_back(tag.role);
        if (tag.role != Role::Document) CHECK(tag.parent.index() < roles.size());
    }
    CHECK(roles == std::vector<Role>{Role::Document, Role::Heading, Role::List, Role::ListItem,
                                     Role::Label, Role::ListBody});
    CHECK(lines_on(out, 0)[1].tag == TagId::at(4));
}

TEST_CASE("headings become outline entries and targets; dead links are told") {
    styles::StyledDocument made = document(4);
    made.links = {{"#题", {}, {}}, {"#无", {}, {}}, {"#top", {}, {}}};
    made.blocks = {paragraph(lines_of(4)), heading("题"), paragraph(lines_of(2))};
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics);
    REQUIRE(out.outline.size() == 1);
    CHECK(out.outline[0].page == 1);
    CHECK(out.outline[0].title == "题");
    CHECK(out.outline[0].at.y == 20_pt);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "dead-link");
}

TEST_CASE("running text fills its placeholders and is no part of the text") {
    styles::StyledDocument made = document(4);
    made.blocks = {paragraph(lines_of(6))};
    made.page.foot.left = "{title} {unknown}";
    made.page.foot.right = "{page} / {pages}";
    made.page.foot.style = styles::TextStyleId::at(0);
    made.page.foot.paragraph.size = kSize;
    made.page.foot.paragraph.leading = kLeading;
    made.page.foot_distance = 10_pt;
    const LaidOut out = set(made);
    const std::vector<SeenLine> lines = lines_on(out, 1);
    REQUIRE(lines.size() == 4);
    CHECK(lines[2].text == "测试 {unknown}");
    CHECK(lines[3].text == "2 / 2");
    CHECK(lines[3].at.y == made.page.size.height - 10_pt);
    CHECK_FALSE(lines[3].tag.valid());
    made.page.foot.first_page = false;
    CHECK(line_counts(set(made)) == Counts{4, 4});
    made.blocks = {paragraph("短")};
    CHECK(line_counts(set(made)) == Counts{1});
}

TEST_CASE("impossible pages are told and set anyway") {
    styles::StyledDocument made = document();
    made.blocks = {paragraph("一")};
    made.page.margin.left = 500_pt;
    made.page.margin.top = -5_pt;
    Diagnostics diagnostics;
    CHECK(line_counts(set(made, diagnostics)) == Counts{1});
    CHECK(diagnostics.count("page-margins") == 2);
    made.page.size = {0_pt, 1e6_pt};
    CHECK(set(made, diagnostics).pages[0].size.width > 500_pt);
    CHECK(diagnostics.count("page-size") == 1);
}

TEST_CASE("a document without blocks has one empty page") {
    CHECK(line_counts(set(document())) == Counts{0});
}

TEST_CASE("a drawn bar stands in the middle of its space, letter-spacing included") {
    styles::StyledDocument made = document();
    styles::TextStyle bar = made.text_styles[0];
    bar.bar = true;
    bar.letter_spacing = Em::of(0.35);
    made.text_styles.push_back(bar);
    styles::Paragraph line = plain_paragraph("甲");
    styles::TextRun space;
    space.text = "\u2003";
    space.style = styles::TextStyleId::at(1);
    line.content.emplace_back(space);
    line.content.push_back(text("乙").front());
    made.blocks = {block(line)};
    const LaidOut out = set(made);
    Pt middle, behind;
    for (const Placed& placed : out.pages[0].items) {
        if (const auto* rect = std::get_if<RectItem>(&placed.item))
            middle = placed.at.x + rect->size.width / 2;
        if (std::holds_alternative<TextItem>(placed.item)) behind = placed.at.x;
    }
    const Pt difference = middle - (20_pt + kSize + behind) / 2;
    CHECK(difference < Pt::of(0.01));
    CHECK(difference > Pt::of(-0.01));
}

TEST_CASE("strokes end with the ink of a mark, not with its blank") {
    styles::StyledDocument made = document();
    styles::TextStyle struck = made.text_styles[0];
    struck.strikethrough = true;
    made.text_styles.push_back(struck);
    styles::Paragraph line = plain_paragraph("甲");
    auto words = std::get<styles::TextRun>(text("（旧）").front());
    words.style = styles::TextStyleId::at(1);
    line.content.emplace_back(words);
    line.content.push_back(text("乙").front());
    made.blocks = {block(line)};
    const LaidOut out = set(made);
    std::size_t strokes = 0;
    for (const Placed& placed : out.pages[0].items)
        if (const auto* rect = std::get_if<RectItem>(&placed.item)) {
            ++strokes;
            CHECK(placed.at.x == 20_pt + kSize + kSize / 2);
            CHECK(rect->size.width == kSize * 2);
        }
    CHECK(strokes == 1);
}
