#include <algorithm>
#include <random>
#include <set>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

/// Adds a note of `words` to the document and returns its mark.
styles::InlineItems mark_of_note(styles::StyledDocument& made, std::string words) {
    const std::string number = std::to_string(made.notes.size() + 1);
    styles::LinkTarget link;
    link.destination = "#note-" + number;
    link.note = styles::NoteId::at(made.notes.size());
    styles::Footnote note;
    note.marker.content = text("[" + number + "]");
    note.anchor = "note-" + number;
    note.mark_anchor = "mark-" + number;
    note.children.push_back(paragraph(std::move(words)));
    made.notes.push_back(std::move(note));
    made.links.push_back(std::move(link));
    styles::InlineItems mark = text("[" + number + "]");
    std::get<styles::TextRun>(mark.front()).link = styles::LinkId::at(made.links.size() - 1);
    return mark;
}

void append(styles::InlineItems& items, styles::InlineItems more) {
    items.insert(items.end(), more.begin(), more.end());
}

styles::StyledDocument noted_document(int lines) {
    styles::StyledDocument made = document(lines);
    made.note_style.space_before = 8_pt;
    made.note_style.rule = styles::Border{0.5_pt, {}};
    made.note_style.padding = 4_pt;
    made.note_style.hang = 20_pt;
    made.note_style.marker_gap = 4_pt;
    return made;
}

/// The page on which an anchor stands.
std::size_t page_of(const LaidOut& out, const std::string& name) {
    for (std::size_t p = 0; p < out.pages.size(); ++p) {
        for (const Placed& placed : out.pages[p].items) {
            const auto* anchor = std::get_if<AnchorItem>(&placed.item);
            if (anchor && anchor->name == name) return p;
        }
    }
    return SIZE_MAX;
}

bool contains(const std::vector<SeenLine>& lines, const std::string& words) {
    return std::any_of(lines.begin(), lines.end(), [&](const SeenLine& line) {
        return line.text.find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("a footnote stands at the foot of the page of its mark, below a short rule") {
    styles::StyledDocument made = noted_document(10);
    styles::Paragraph first = plain_paragraph("甲");
    append(first.content, mark_of_note(made, "注释一"));
    made.blocks.push_back(block(first));
    made.blocks.push_back(paragraph(lines_of(12)));
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 2);
    const std::vector<SeenLine> lines = lines_on(out, 0);
    REQUIRE(contains(lines, "注释一"));
    // The note is the last line of its page, at the foot of the text area.
    CHECK(lines.back().text == "注释一");
    CHECK(lines.back().at.y > 20_pt + kLeading * 9);
    CHECK(lines.back().at.y < 20_pt + kLeading * 10);
    CHECK(page_of(out, "mark-1") == 0);
    CHECK(page_of(out, "note-1") == 0);
    std::vector<RectItem> rules;
    for (const Placed& placed : out.pages[0].items) {
        const auto* rule = std::get_if<RectItem>(&placed.item);
        if (rule) rules.push_back(*rule);
        if (rule) CHECK_FALSE(placed.tag.valid());
    }
    REQUIRE(rules.size() == 1);
    CHECK(rules[0].size.width < 100_pt);
}

TEST_CASE("a note is a Note of the structure, with its number as label") {
    styles::StyledDocument made = noted_document(10);
    styles::Paragraph first = plain_paragraph("甲");
    append(first.content, mark_of_note(made, "注释"));
    made.blocks.push_back(block(first));
    const LaidOut out = set(made);
    const auto note = std::find_if(out.tags.begin(), out.tags.end(),
                                   [](const Tag& tag) { return tag.role == Role::Note; });
    REQUIRE(note != out.tags.end());
    const TagId id = TagId::at(static_cast<std::size_t>(note - out.tags.begin()));
    std::multiset<Role> children;
    for (const Tag& tag : out.tags) {
        if (tag.parent == id) children.insert(tag.role);
    }
    CHECK(children == std::multiset<Role>{Role::Label, Role::Paragraph});
}

TEST_CASE("a long note goes on at the foot of the next page") {
    styles::StyledDocument made = noted_document(10);
    styles::Paragraph first = plain_paragraph("甲");
    append(first.content, mark_of_note(made, lines_of(11)));
    made.blocks.push_back(block(first));
    made.blocks.push_back(paragraph(lines_of(3)));
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 2);
    CHECK(page_of(out, "note-1") == 0);
    CHECK(lines_on(out, 0).size() > 6);
    CHECK(lines_on(out, 1).size() > 3);
}

TEST_CASE("notes of notes follow them, and unmentioned ones stand on the last page") {
    styles::StyledDocument made = noted_document(10);
    styles::Paragraph first = plain_paragraph("甲");
    append(first.content, mark_of_note(made, "外层"));
    styles::InlineItems inner = mark_of_note(made, "内层");
    append(std::get<styles::Paragraph>(made.notes[0].children[0].node).content, inner);
    static_cast<void>(mark_of_note(made, "无人提及"));
    made.blocks.push_back(block(first));
    made.blocks.push_back(paragraph(lines_of(12)));
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(out.pages.size() == 2);
    CHECK(contains(lines_on(out, 0), "内层"));
    CHECK(contains(lines_on(out, 1), "无人提及"));
    CHECK_FALSE(contains(lines_on(out, 0), "无人提及"));
}

TEST_CASE("a note mentioned twice is set once; marks in tables count") {
    styles::StyledDocument made = noted_document(10);
    const styles::InlineItems mark = mark_of_note(made, "只有一次");
    styles::Table table;
    table.columns.resize(1);
    styles::TableCell cell;
    styles::Paragraph words = plain_paragraph("格");
    append(words.content, mark);
    cell.children.push_back(block(words));
    table.rows.push_back({{cell}});
    made.blocks.push_back(block(table));
    styles::Paragraph again = plain_paragraph("又");
    append(again.content, mark);
    made.blocks.push_back(block(again));
    const LaidOut out = set(made);
    std::size_t count = 0;
    for (const SeenLine& line : lines_on(out, 0)) count += line.text == "只有一次";
    CHECK(count == 1);
}

TEST_CASE("thousands of notes that mention each other take no recursion and linear time") {
    constexpr int kNotes = 3000;
    styles::StyledDocument made = noted_document(20);
    std::vector<styles::InlineItems> marks;
    for (int i = 0; i < kNotes; ++i) marks.push_back(mark_of_note(made, "注"));
    for (int i = 0; i + 1 < kNotes; ++i) {
        auto& note = std::get<styles::Paragraph>(
            made.notes[static_cast<std::size_t>(i)].children[0].node);
        append(note.content, marks[static_cast<std::size_t>(i) + 1]);
    }
    styles::Paragraph first = plain_paragraph("甲");
    append(first.content, marks[0]);
    made.blocks.push_back(block(first));
    const LaidOut out = set(made);
    std::size_t seen = 0;
    for (std::size_t p = 0; p < out.pages.size(); ++p) {
        for (const SeenLine& line : lines_on(out, p)) seen += line.text.starts_with("注");
    }
    CHECK(seen == kNotes);
}

TEST_CASE("random documents: every note begins on the page of its mark, nothing overlaps") {
    std::mt19937 random(7);
    const auto pick = [&](int least, int most) {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    };
    for (int round = 0; round < 40; ++round) {
        INFO("round " << round);
        styles::StyledDocument made = noted_document(pick(12, 24));
        for (int i = 0; i < 30; ++i) {
            styles::Paragraph words = plain_paragraph(lines_of(pick(1, 7)));
            if (pick(0, 2) == 0)
                append(words.content, mark_of_note(made, lines_of(pick(1, 4))));
            made.blocks.push_back(block(words));
        }
        const LaidOut out = set(made);
        for (std::size_t n = 1; n <= made.notes.size(); ++n) {
            const std::string number = std::to_string(n);
            INFO("note " << n);
            CHECK(page_of(out, "note-" + number) == page_of(out, "mark-" + number));
        }
        for (std::size_t p = 0; p < out.pages.size(); ++p) {
            Pt lowest;
            for (const SeenLine& line : lines_on(out, p)) {
                const bool beside = line.at.y == lowest;  // a number and its note
                CHECK((beside || line.at.y >= lowest + kLeading));
                lowest = line.at.y;
            }
            CHECK(lowest <= made.page.size.height - 20_pt);
        }
    }
}
