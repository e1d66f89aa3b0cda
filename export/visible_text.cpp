#include "export/visible_text.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::exporting {
namespace {

/// Walks a profile in reading order and collects what is asked of it.
class Collector {
public:
    std::string text;
    std::vector<std::string> links;

    void blocks(const ast::Blocks& blocks) {
        for (const ast::Block& block : blocks) visit_block(block);
    }

    /// The notes in the order of their numbers, those never referred to last. What comes after
    /// this is their text.
    void visit_notes() {
        number_rest();
        for (std::size_t number = 0; number < notes_.size(); ++number) {
            for (const ast::FootnoteDefinition* each : definitions_) {
                if (each->label != notes_[number]) continue;
                text += "[" + std::to_string(number + 1) + "]";
                blocks(each->children);
                break;  // of two with one label, the first is set
            }
        }
    }

private:
    std::vector<std::string> notes_;
    std::vector<const ast::FootnoteDefinition*> definitions_;

    /// Numbers the notes that nothing refers to.
    void number_rest() {
        for (const ast::FootnoteDefinition* each : definitions_) {
            if (std::find(notes_.begin(), notes_.end(), each->label) == notes_.end()) {
                notes_.push_back(each->label);
            }
        }
    }

    void inlines(const ast::Inlines& inlines) {
        for (const ast::Inline& each : inlines) visit_inline(each);
    }

    void visit_inline(const ast::Inline& each) {
        std::visit(overloaded{
                       [&](const ast::Text& node) { text += node.text; },
                       [](const ast::SoftBreak&) {},
                       [](const ast::HardBreak&) {},
                       [&](const ast::Code& node) { text += node.text; },
                       [&](const ast::Emphasis& node) { inlines(node.children); },
                       [&](const ast::Strong& node) { inlines(node.children); },
                       [&](const ast::Strikethrough& node) { inlines(node.children); },
                       [&](const ast::Link& node) {
                           links.push_back(node.destination);
                           inlines(node.children);
                       },
                       // Without a file, or remote: its alternative text stands in.
                       [&](const ast::Image& node) { inlines(node.alternative); },
                       [](const ast::RawHtml&) {},
                       [&](const ast::Element& node) {
                           for (const ast::Attribute& attribute : node.attributes) {
                               if (node.tag == "img" && attribute.name == "alt")
                                   text += attribute.value;
                           }
                           inlines(node.children);
                       },
                       [&](const ast::FootnoteReference& node) { footnote(node.label); },
                   },
                   each.node);
    }

    void list(const ast::List& list) {
        std::int64_t number = list.start;
        for (const ast::ListItem& item : list.items) {
            if (list.ordered && item.task == ast::TaskState::None) {
                text += std::to_string(number++) + list.delimiter;
            }
            blocks(item.children);
        }
    }

    /// Notes are numbered by their first reference.
    void footnote(const std::string& label) {
        auto at = std::find(notes_.begin(), notes_.end(), label);
        if (at == notes_.end()) at = notes_.insert(at, label);
        text += "[" + std::to_string(at - notes_.begin() + 1) + "]";
    }

    void table(const ast::Table& table) {
        for (const ast::TableCell& cell : table.head.cells) inlines(cell.children);
        for (const ast::TableRow& row : table.rows) {
            for (const ast::TableCell& cell : row.cells) inlines(cell.children);
        }
    }

    void definitions(const ast::DefinitionList& list) {
        for (const ast::DefinitionItem& item : list.items) {
            inlines(item.term);
            for (const ast::Blocks& definition : item.definitions) blocks(definition);
        }
    }

    void visit_block(const ast::Block& block) {
        std::visit(
            overloaded{
                [&](const ast::Paragraph& node) { inlines(node.children); },
                [&](const ast::Heading& node) { inlines(node.children); },
                [](const ast::ThematicBreak&) {},
                [&](const ast::BlockQuote& node) { blocks(node.children); },
                [&](const ast::List& node) { list(node); },
                [&](const ast::CodeBlock& node) { text += node.text; },
                [](const ast::HtmlBlock&) {},
                [&](const ast::ElementBlock& node) { blocks(node.children); },
                [&](const ast::Table& node) { table(node); },
                [&](const ast::DefinitionList& node) { definitions(node); },
                [&](const ast::FootnoteDefinition& node) { definitions_.push_back(&node); },
                [](const ast::PageBreak&) {},
                [](const ast::Conditional&) {},  // resolved by the profile
                [](const ast::Note&) {},
            },
            block.node);
    }
};

bool is_ignorable(char32_t c) {
    return unicode::is_white_space(c) || c == 0xFEFF || c == 0xAD ||
           (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFE0F || c == 0xFE0E || c == 0x0B ||
           c == 0x2028;
}

/// A few characters from a little before `at`, in quotation marks.
std::string excerpt(const std::string& text, std::size_t at) {
    constexpr std::size_t kBefore = 30, kShown = 90;
    std::size_t begin = std::min(at < kBefore ? 0 : at - kBefore, text.size());
    while (begin > 0 && begin < text.size() && (text[begin] & 0xC0) == 0x80) --begin;
    std::string shown;
    for (std::size_t next = begin; next < text.size() && shown.size() < kShown;) {
        const Decoded decoded = decode_utf8(text, next);
        append_utf8(shown, decoded.code_point);
        next += decoded.length;
    }
    return "“" + shown + "”";
}

}  // namespace

VisibleText visible_text(const profile::Profile& profile) {
    Collector collector;
    if (profile.header_from_front_matter) {
        collector.text += profile.name    ? profile.name->text
                          : profile.title ? profile.title->text
                                          : "";
        if (profile.headline) collector.text += profile.headline->text;
        for (const profile::Contact& contact : profile.contacts) {
            collector.text += contact.value.text;
        }
    }
    collector.blocks(profile.blocks);
    VisibleText visible{without_space(collector.text), {}, {}};
    if (profile.photo && profile.photo->alternative)
        visible.photo = without_space(profile.photo->alternative->text);
    collector.text.clear();
    collector.visit_notes();
    visible.notes = without_space(collector.text);
    return visible;
}

std::vector<std::string> link_destinations(const profile::Profile& profile) {
    Collector collector;
    collector.blocks(profile.blocks);
    return collector.links;
}

std::string unordered_right_to_left(const std::string& text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        points += decoded.code_point;
        at += decoded.length;
    }
    std::size_t free = 0;  // what stands before this is in its place
    for (std::size_t at = 0; at < points.size(); ++at) {
        if (!unicode::is_right_to_left(points[at])) continue;
        const auto is_ordered = [&](std::size_t i) {
            return !unicode::is_right_to_left(points[i]) && unicode::is_letter(points[i]);
        };
        std::size_t begin = at, end = at + 1;
        while (begin > free && !is_ordered(begin - 1)) --begin;
        while (end < points.size() && !is_ordered(end)) ++end;
        std::sort(points.begin() + static_cast<std::ptrdiff_t>(begin),
                  points.begin() + static_cast<std::ptrdiff_t>(end));
        free = at = end;
    }
    std::string out;
    for (const char32_t c : points) append_utf8(out, c);
    return out;
}

std::string text_difference(const std::string& expected, const std::string& got) {
    const auto [left, right] =
        std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
    if (left == expected.end() && right == got.end()) return {};
    const auto at = static_cast<std::size_t>(left - expected.begin());
    return "expected " + excerpt(expected, at) + ", got " + excerpt(got, at);
}

std::string without_space(const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (!is_ignorable(decoded.code_point)) append_utf8(kept, decoded.code_point);
        at += decoded.length;
    }
    return kept;
}

}  // namespace cvtex::exporting
