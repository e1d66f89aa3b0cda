#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "export/export.hpp"
#include "export/soft_break.hpp"

namespace cvtex::exporting {
namespace {

using Lines = std::vector<std::string>;

/// Cells are padded to their column up to this width; longer ones push the row out.
constexpr std::size_t kMaxPadding = 40;
constexpr std::string_view kColumnGap = "  ";

/// Writes inlines as lines of text. A soft break between two Han characters is nothing, any
/// other one a space.
class InlineText {
public:
    void add(const ast::Inlines& inlines) {
        for (const ast::Inline& node : inlines) add(node);
    }

    [[nodiscard]] Lines take() {
        for (std::string& line : lines_) {
            line.erase(line.find_last_not_of(' ') + 1);
        }
        return std::move(lines_);
    }

private:
    void text(std::string_view words) {
        if (words.empty()) return;
        std::string& line = lines_.back();
        if (std::exchange(soft_break_, false) && !line.empty() && !line.ends_with(' ') &&
            !joins_without_space(decode_utf8_before(line, line.size()).code_point,
                                 decode_utf8(words, 0).code_point)) {
            line += ' ';
        }
        line += words;
    }

    void add(const ast::Inline& node) {
        std::visit(overloaded{
                       [&](const ast::Text& n) { text(n.text); },
                       [&](const ast::SoftBreak&) { soft_break_ = true; },
                       [&](const ast::HardBreak&) {
                           soft_break_ = false;
                           lines_.emplace_back();
                       },
                       [&](const ast::Code& n) { text(n.text); },
                       [&](const ast::Emphasis& n) { add(n.children); },
                       [&](const ast::Strong& n) { add(n.children); },
                       [&](const ast::Strikethrough& n) { add(n.children); },
                       [&](const ast::Link& n) { link(n); },
                       [&](const ast::Image& n) { add(n.alternative); },
                       [](const ast::RawHtml&) {},
                       [&](const ast::Element& n) { element(n); },
                       [&](const ast::FootnoteReference& n) { text("[" + n.label + "]"); },
                   },
                   node.node);
    }

    void element(const ast::Element& node) {
        for (const ast::Attribute& attribute : node.attributes) {
            if (node.tag == "img" && attribute.name == "alt") text(attribute.value);
        }
        add(node.children);
    }

    /// The address in parentheses, unless the text shows it already or it leads into the
    /// document.
    void link(const ast::Link& node) {
        InlineText inner;
        inner.add(node.children);
        std::string words;
        for (const std::string& line : inner.take()) {
            words += (words.empty() ? "" : " ") + line;
        }
        add(node.children);
        std::string_view target = node.destination;
        if (target.starts_with("mailto:")) target.remove_prefix(7);
        if (target.starts_with("tel:")) target.remove_prefix(4);
        if (target.empty() || target.starts_with('#') || shows(words, target)) return;
        text(words.empty() ? std::string(target) : " (" + std::string(target) + ")");
    }

    [[nodiscard]] static bool shows(std::string_view words, std::string_view target) {
        const auto bare = [](std::string_view address) {
            for (const std::string_view scheme : {"https://", "http://", "www."}) {
                if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
            }
            if (address.ends_with('/')) address.remove_suffix(1);
            return address;
        };
        return bare(words) == bare(target);
    }

    Lines lines_{std::string()};
    bool soft_break_ = false;
};

Lines lines_of(const ast::Inlines& inlines) {
    InlineText text;
    text.add(inlines);
    return text.take();
}

std::string single_line(const ast::Inlines& inlines) {
    std::string joined;
    for (const std::string& line : lines_of(inlines)) {
        if (!line.empty()) joined += (joined.empty() ? "" : " ") + line;
    }
    return joined;
}

void append(Lines from, Lines& out) {
    for (std::string& line : from) out.push_back(std::move(line));
}

/// `first` before the first line, as much space before the others.
void append_indented(Lines from, const std::string& first, Lines& out) {
    const std::string rest(unicode::display_width(first), ' ');
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (i > 0 && from[i].empty()) {
            out.emplace_back();
        } else {
            out.push_back((i == 0 ? first : rest) + from[i]);
        }
    }
    if (from.empty()) out.push_back(first.substr(0, first.find_last_not_of(' ') + 1));
}

Lines lines_of(const ast::Blocks& blocks, bool tight);
Lines lines_of(const ast::Block& block, bool tight);

Lines list_lines(const ast::List& list) {
    Lines out;
    std::int64_t number = list.start;
    for (const ast::ListItem& item : list.items) {
        if (!list.tight && !out.empty()) out.emplace_back();
        std::string marker = list.ordered ? std::to_string(number++) + ". " : "- ";
        if (item.task != ast::TaskState::None) {
            marker += item.task == ast::TaskState::Done ? "[x] " : "[ ] ";
        }
        append_indented(lines_of(item.children, list.tight), marker, out);
    }
    return out;
}

Lines table_lines(const ast::Table& table) {
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](const ast::TableRow& row) {
        std::vector<std::string> cells;
        bool blank = true;
        for (const ast::TableCell& cell : row.cells) {
            cells.push_back(single_line(cell.children));
            blank = blank && cells.back().empty();
        }
        if (!blank) rows.push_back(std::move(cells));
    };
    add(table.head);
    for (const ast::TableRow& row : table.rows) add(row);
    std::vector<std::size_t> widths(table.columns.size());
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < std::min(row.size(), widths.size()); ++c) {
            const std::size_t width = unicode::display_width(row[c]);
            if (width <= kMaxPadding) widths[c] = std::max(widths[c], width);
        }
    }
    Lines out;
    for (const auto& row : rows) {
        std::string line;
        std::size_t spaces = 0;
        for (std::size_t c = 0; c < std::min(row.size(), widths.size()); ++c) {
            const std::size_t width = unicode::display_width(row[c]);
            if (!row[c].empty()) line.append(std::exchange(spaces, 0), ' ');
            line += row[c];
            spaces += kColumnGap.size() + (width < widths[c] ? widths[c] - width : 0);
        }
        out.push_back(std::move(line));
    }
    return out;
}

Lines definition_lines(const ast::DefinitionList& list) {
    Lines out;
    for (const ast::DefinitionItem& item : list.items) {
        append(lines_of(item.term), out);
        for (const ast::Blocks& definition : item.definitions) {
            append_indented(lines_of(definition, true), "  ", out);
        }
    }
    return out;
}

/// Cells of a row stand side by side: a table's `tr` and the flex boxes of pasted HTML.
bool is_row(const ast::ElementBlock& element) {
    if (element.tag == "tr") return true;
    return std::any_of(element.attributes.begin(), element.attributes.end(),
                       [](const ast::Attribute& attribute) {
                           return attribute.name == "style" &&
                                  attribute.value.find("flex") != std::string::npos;
                       });
}

/// Children are rendered once: whether they fit side by side shows only afterwards.
Lines element_lines(const ast::ElementBlock& element, bool tight) {
    if (!is_row(element)) return lines_of(element.children, tight || element.tag == "table");
    std::vector<Lines> cells;
    bool side_by_side = true;
    for (const ast::Block& child : element.children) {
        cells.push_back(lines_of(child, true));
        side_by_side = side_by_side && cells.back().size() <= 1;
    }
    Lines out;
    std::string row;
    for (Lines& cell : cells) {
        if (cell.empty()) continue;
        if (side_by_side) {
            row += (row.empty() ? "" : std::string(kColumnGap)) + cell[0];
        } else {
            append(std::move(cell), out);
        }
    }
    if (side_by_side) out.push_back(std::move(row));
    return out;
}

Lines code_lines(std::string_view text) {
    Lines out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Lines quote_lines(const ast::BlockQuote& quote) {
    Lines out = lines_of(quote.children, false);
    for (std::string& line : out) line.insert(0, line.empty() ? ">" : "> ");
    return out;
}

Lines lines_of(const ast::Block& block, bool tight) {
    return std::visit(overloaded{
                          [](const ast::Paragraph& n) { return lines_of(n.children); },
                          [](const ast::Heading& n) { return lines_of(n.children); },
                          [](const ast::ThematicBreak&) { return Lines{}; },
                          [](const ast::BlockQuote& n) { return quote_lines(n); },
                          [](const ast::List& n) { return list_lines(n); },
                          [](const ast::CodeBlock& n) { return code_lines(n.text); },
                          [](const ast::HtmlBlock&) { return Lines{}; },
                          [&](const ast::ElementBlock& n) { return element_lines(n, tight); },
                          [](const ast::Table& n) { return table_lines(n); },
                          [](const ast::DefinitionList& n) { return definition_lines(n); },
                          [](const ast::FootnoteDefinition& n) {
                              Lines out;
                              append_indented(lines_of(n.children, false), "[" + n.label + "] ",
                                              out);
                              return out;
                          },
                          [](const ast::PageBreak&) { return Lines{}; },
                          [&](const ast::Conditional& n) {
                              const bool seen = n.kind != ast::ConditionKind::Private;
                              return seen ? lines_of(n.children, tight) : Lines{};
                          },
                          [](const ast::Note&) { return Lines{}; },
                      },
                      block.node);
}

/// Blocks with a blank line between them, or none when `tight`.
Lines lines_of(const ast::Blocks& blocks, bool tight) {
    Lines out;
    for (const ast::Block& block : blocks) {
        Lines lines = lines_of(block, tight);
        if (lines.empty()) continue;
        if (!out.empty() && !tight) out.emplace_back();
        append(std::move(lines), out);
    }
    return out;
}

std::string joined(const Lines& lines) {
    std::string out;
    for (const std::string& line : lines) {
        out += line;
        out += '\n';
    }
    return out;
}

}  // namespace

std::string to_text(const ast::Document& document) {
    return joined(lines_of(document.blocks, false));
}

std::string to_text(const profile::Profile& profile) {
    Lines lines;
    if (profile.header_from_front_matter) {
        const auto& name = profile.name ? profile.name : profile.title;
        if (name) lines.push_back(name->text);
        if (profile.headline) lines.push_back(profile.headline->text);
        for (const profile::Contact& contact : profile.contacts) {
            lines.push_back(contact.value.text);
        }
        if (!profile.blocks.empty()) lines.emplace_back();
    }
    append(lines_of(profile.blocks, false), lines);
    return joined(lines);
}

}  // namespace cvtex::exporting
