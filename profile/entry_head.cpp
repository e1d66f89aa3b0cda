#include "profile/entry_head.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// Blocks after a title that may hold its dates and facts.
constexpr std::size_t kMostFactBlocks = 2;
/// A list of facts has no more items, and they are no wider.
constexpr std::size_t kMostFactItems = 6;
constexpr std::size_t kWidestFact = 56;
constexpr std::size_t kWidestFactLine = 90;
/// Lines of one paragraph that may belong to a head.
constexpr std::size_t kMostLines = 3;
constexpr std::size_t kMostCells = 6;

std::string_view text_of(const SourceLine& line) {
    return line.line.of(line.run.text);
}

/// The lines of a run of inlines, each without white space at its ends; not more than `most`.
/// `rest`: where what follows them begins, 0 if nothing does.
std::vector<SourceLine> lines_of(const ast::Inlines& inlines, std::size_t most,
                                 std::size_t& rest) {
    std::vector<SourceLine> lines;
    const RunText run = run_text(inlines, '\n');
    const std::string& text = run.text;
    std::size_t at = 0;
    rest = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        if (!trim(line).empty()) {
            if (lines.size() == most) {
                rest = at;
                break;
            }
            const std::size_t begin = at + line.find_first_not_of(" \t");
            lines.push_back({&inlines, run, {begin, begin + trim(line).size()}});
        }
        at = end + 1;
    }
    return lines;
}

/// The one line that `inlines` are, or nothing.
std::optional<SourceLine> only_line(const ast::Inlines& inlines) {
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(inlines, 1, rest);
    if (lines.size() != 1 || rest > 0) return std::nullopt;
    return std::move(lines.front());
}

Slice shifted(Slice slice, std::size_t by) {
    return {slice.begin + by, slice.end + by};
}

DateSpot shifted(DateSpot spot, std::size_t by) {
    spot.text = shifted(spot.text, by);
    spot.dates = shifted(spot.dates, by);
    spot.cut = shifted(spot.cut, by);
    return spot;
}

void set_date(EntryHead& head, DateSpot spot, std::size_t line, bool labelled) {
    if (head.date) return;
    head.date = std::move(spot);
    head.date_line = line;
    head.labelled_date = labelled;
}

/// Adds what a line says.
void add_line(EntryHead& head, SourceLine line) {
    const std::size_t index = head.lines.size();
    const std::size_t begin = line.line.begin;
    head.lines.push_back(std::move(line));
    const std::string_view text = text_of(head.lines.back());
    const LabelledFact fact = read_label(text);
    if (fact.label == FactLabel::None) {
        HeadLine read = read_head_line(text, index == 0);
        const bool dated = read.date.has_value();
        if (dated && head.date) {  // another date is a fact
            head.several_ranges = head.several_ranges || read.date->range.is_range;
            const Slice whole = shifted(read.date->text, begin);
            head.parts.push_back({index, whole, {}, FactLabel::Other});
        }
        if (dated) set_date(head, shifted(std::move(*read.date), begin), index, false);
        for (const Slice& part : read.parts)
            head.parts.push_back(
                {index, shifted(part, begin), nature_of(part.of(text)), FactLabel::None});
        return;
    }
    const std::string_view value = text.substr(fact.value);
    if (fact.label == FactLabel::Dates)
        if (auto spot = find_date_spot(value); spot && spot->apart == Apart::Alone)
            return set_date(head, shifted(std::move(*spot), begin + fact.value), index, true);
    if (!value.empty())
        head.parts.push_back(
            {index, {begin + fact.value, begin + text.size()}, nature_of(value), fact.label});
}

bool is_fact_line(std::string_view text) {
    return !text.empty() && !is_prose(text) && unicode::display_width(text) <= kWidestFactLine;
}

bool has_date(const SourceLine& line) {
    const std::string_view text = text_of(line);
    if (!is_fact_line(text)) return false;
    const LabelledFact fact = read_label(text);
    const auto spot = find_date_spot(text.substr(fact.value));
    if (!spot) return false;
    if (fact.label == FactLabel::Dates) return spot->apart == Apart::Alone;
    // Years and dates among words are not the entry's.
    return spot->apart == Apart::Alone || spot->apart == Apart::Column ||
           spot->apart == Apart::Brackets || (spot->range.is_range && spot->range.from.month);
}

bool is_emphasized(const ast::Inlines& inlines) {
    return inlines.size() == 1 && (std::holds_alternative<ast::Emphasis>(inlines[0].node) ||
                                   std::holds_alternative<ast::Strong>(inlines[0].node));
}

bool is_short_fact(std::string_view text) {
    return is_fact_line(text) && unicode::display_width(text) <= kWidestFact;
}

/// `职位：后端工程师`.
bool is_labelled(const SourceLine& line) {
    return is_short_fact(text_of(line)) && read_label(text_of(line)).label != FactLabel::None;
}

/// Facts in the first lines of a paragraph: at least one of them has the date, or all of it is
/// emphasised.
bool take_paragraph(EntryHead& head, const ast::Inlines& inlines) {
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(inlines, kMostLines, rest);
    if (rest == 0 && !lines.empty() && std::all_of(lines.begin(), lines.end(), is_labelled)) {
        for (SourceLine& line : lines) add_line(head, std::move(line));
        return true;
    }
    std::size_t used = 0;
    for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
        const bool fact = is_short_fact(text_of(lines[i]));
        if (has_date(lines[i]) && !head.date) {
            used = i + 1;
            break;
        }
        if (!fact) break;
    }
    if (used == 0 && lines.size() == 1 && rest == 0 && is_emphasized(inlines) &&
        is_short_fact(text_of(lines[0])))
        used = 1;
    if (used == 0) return false;
    const std::size_t begin = used < lines.size()  ? lines[used].line.begin
                              : used == kMostLines ? rest
                                                   : 0;
    for (std::size_t i = 0; i < used; ++i) add_line(head, std::move(lines[i]));
    head.rest_text = begin;
    return true;
}

/// The one line of a list item, or nothing.
std::optional<SourceLine> item_line(const ast::ListItem& item) {
    if (item.children.size() != 1 || item.task != ast::TaskState::None) return std::nullopt;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.children[0].node);
    return paragraph ? only_line(paragraph->children) : std::nullopt;
}

/// Whether an item that stands among others says what the entry is, not what was done.
bool is_item_fact(const SourceLine& line) {
    const std::string_view text = text_of(line);
    if (!is_short_fact(text)) return false;
    if (read_label(text).label != FactLabel::None) return true;
    const PartNature nature = nature_of(text);
    return unicode::display_width(text) <= kWidestFact / 2 &&
           (nature.role || nature.degree || nature.place);
}

/// Below a head that is dated already: leading items with labels.
bool take_labelled(EntryHead& head, const ast::List& list) {
    std::size_t taken = 0;
    for (const ast::ListItem& item : list.items) {
        auto line = item_line(item);
        if (taken == kMostFactItems || !line || !is_labelled(*line)) break;
        if (read_label(text_of(*line)).label == FactLabel::Dates) break;
        add_line(head, std::move(*line));
        ++taken;
    }
    head.rest_items = taken == list.items.size() ? 0 : taken;
    return taken > 0;
}

/// Facts in the leading items of a list, the dates among them.
bool take_list(EntryHead& head, const ast::List& list) {
    if (list.ordered) return false;
    if (head.date) return take_labelled(head, list);
    std::vector<SourceLine> lines;
    bool any_date = false, all_facts = list.items.size() <= kMostFactItems;
    for (const ast::ListItem& item : list.items) {
        if (lines.size() == kMostFactItems) break;
        auto line = item_line(item);
        const bool dated = line && !any_date && has_date(*line);
        any_date = any_date || dated;
        const bool fact = line && (dated || is_item_fact(*line));
        // In a list of nothing but short lines all of them are facts.
        const bool short_line = line && is_short_fact(text_of(*line)) &&
                                unicode::display_width(text_of(*line)) <= kWidestFact / 2;
        all_facts = all_facts && (fact || short_line);
        if (!fact && !(all_facts && short_line)) break;
        lines.push_back(std::move(*line));
    }
    if (!any_date) return false;
    const bool all = all_facts && lines.size() == list.items.size();
    if (!all)  // unlabelled short lines before the first long one may be deeds
        while (!lines.empty() && !is_item_fact(lines.back()) && !has_date(lines.back()))
            lines.pop_back();
    head.rest_items = all ? 0 : lines.size();
    for (SourceLine& line : lines) add_line(head, std::move(line));
    return head.date.has_value();
}

bool take_cells(EntryHead& head, const ast::Block& block) {
    std::vector<SourceLine> cells = cells_of(block);
    const bool dated = std::any_of(cells.begin(), cells.end(), has_date);
    if (!dated || head.date) return false;
    for (const SourceLine& cell : cells)
        if (!is_fact_line(text_of(cell))) return false;
    for (SourceLine& cell : cells) add_line(head, std::move(cell));
    return true;
}

/// Takes the facts in `block`, which stands below the title, if there are any.
bool take_facts(EntryHead& head, const ast::Block& block, int level) {
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return take_paragraph(head, paragraph->children);
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node)) {
        // A heading of the same level is the next entry.
        if (heading->level <= level || head.date) return false;
        auto line = only_line(heading->children);
        if (!line || !has_date(*line)) return false;
        const auto spot = find_date_spot(text_of(*line));
        const bool leads = spot && (spot->apart == Apart::Alone || spot->cut.begin == 0);
        if (!leads && heading->level < 5) return false;  // an entry of its own
        add_line(head, std::move(*line));
        return true;
    }
    if (const auto* list = std::get_if<ast::List>(&block.node)) return take_list(head, *list);
    if (const auto* quote = std::get_if<ast::BlockQuote>(&block.node))
        return quote->children.size() == 1 &&
               std::holds_alternative<ast::Paragraph>(quote->children[0].node) &&
               take_facts(head, quote->children[0], level) && head.rest_text == 0;
    return take_cells(head, block);
}

/// Takes facts of the blocks after the title.
void take_following(EntryHead& head, std::span<const ast::Block> siblings, std::size_t at,
                    int level) {
    const auto is_plain_paragraph = [](const ast::Block& block) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        if (!paragraph || is_emphasized(paragraph->children)) return false;
        std::size_t rest = 0;
        const std::vector<SourceLine> lines = lines_of(paragraph->children, kMostLines, rest);
        return rest > 0 || !std::all_of(lines.begin(), lines.end(), is_labelled);
    };
    std::size_t next = at + 1;
    EntryHead tried = head;
    for (std::size_t i = 0; i < kMostFactBlocks && next < siblings.size(); ++i, ++next) {
        // Running text that happens to begin with a date is not looked at once there is one.
        if (tried.date && is_plain_paragraph(siblings[next])) break;
        if (!take_facts(tried, siblings[next], level)) break;
        tried.blocks = next - at + 1;
        if (tried.date) head = tried;
        if (tried.rest_items > 0 || tried.rest_text > 0) break;
    }
    // An emphasised line of facts belongs to the head even when nothing is dated.
}

bool starts_bold(const ast::Inlines& inlines) {
    const auto first = std::find_if(inlines.begin(), inlines.end(), [](const auto& node) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        return !text || !trim(text->text).empty();
    });
    if (first == inlines.end()) return false;
    const auto* element = ast::get_if<ast::Element>(&first->node);
    return std::holds_alternative<ast::Strong>(first->node) ||
           (element && (element->tag == "b" || element->tag == "strong"));
}

/// Below a heading that is nothing but dates: the line that names the entry.
void take_title(EntryHead& head, const ast::Block& next, int level) {
    const ast::Inlines* inlines = nullptr;
    if (const auto* heading = ast::get_if<ast::Heading>(&next.node);
        heading && heading->level > level)
        inlines = &heading->children;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&next.node);
        paragraph && starts_bold(paragraph->children))
        inlines = &paragraph->children;
    if (!inlines) return;
    auto line = only_line(*inlines);
    if (!line || has_date(*line) || !is_fact_line(text_of(*line))) return;
    add_line(head, std::move(*line));
    head.blocks = 2;
}

std::optional<EntryHead> read_heading(const ast::Heading& heading,
                                      std::span<const ast::Block> siblings, std::size_t at) {
    auto line = only_line(heading.children);
    if (!line) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Heading;
    head.dress = TitleDress::Heading;
    add_line(head, std::move(*line));
    if (head.parts.empty() && head.date && head.date->range.is_range &&
        at + 1 < siblings.size()) {
        take_title(head, siblings[at + 1], heading.level);
        return head;
    }
    take_following(head, siblings, at, heading.level);
    return head;
}

/// A paragraph whose first line is a title: bold, or dates and facts alone.
std::optional<EntryHead> read_paragraph(const ast::Paragraph& paragraph,
                                        std::span<const ast::Block> siblings, std::size_t at,
                                        bool in_list) {
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(paragraph.children, kMostLines, rest);
    if (lines.empty()) return std::nullopt;
    EntryHead head;
    head.shape = in_list ? EntryShape::ListItem : EntryShape::Paragraph;
    head.dress = starts_bold(paragraph.children) ? TitleDress::Bold : TitleDress::Plain;
    std::size_t used = 1;
    std::vector<SourceLine> others(std::make_move_iterator(lines.begin() + 1),
                                   std::make_move_iterator(lines.end()));
    add_line(head, std::move(lines[0]));
    while (!head.date && used <= others.size() && is_short_fact(text_of(others[used - 1]))) {
        EntryHead tried = head;
        add_line(tried, others[used - 1]);
        ++used;
        if (tried.date || used <= others.size()) head = std::move(tried);
    }
    if (!head.date) {
        if (head.dress != TitleDress::Bold || !others.empty() || in_list) return std::nullopt;
        take_following(head, siblings, at, 0);
        return head.date ? std::optional(std::move(head)) : std::nullopt;
    }
    head.rest_text = used <= others.size() ? others[used - 1].line.begin : rest;
    return head;
}

std::optional<EntryHead> read_cells(const ast::Block& block) {
    EntryHead head;
    head.shape = EntryShape::Row;
    head.dress = TitleDress::Cells;
    if (!take_cells(head, block)) return std::nullopt;
    return head;
}

/// Adds the line of each cell; false when a cell is more than one line.
bool add_cell(const ast::Block& block, std::vector<SourceLine>& cells) {
    if (const auto* element = ast::get_if<ast::ElementBlock>(&block.node))
        return std::all_of(element->children.begin(), element->children.end(),
                           [&](const ast::Block& child) { return add_cell(child, cells); });
    const ast::Inlines* inlines = nullptr;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        inlines = &paragraph->children;
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
        inlines = &heading->children;
    if (!inlines || cells.size() == kMostCells) return false;
    // `<span>…</span> <span>…</span>`: each is a cell.
    std::vector<const ast::Inlines*> spans;
    for (const ast::Inline& node : *inlines) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        if (std::holds_alternative<ast::SoftBreak>(node.node) ||
            (text && trim(text->text).empty()))
            continue;
        const ast::Inlines* inner = nullptr;
        if (const auto* strong = std::get_if<ast::Strong>(&node.node))
            inner = &strong->children;
        if (const auto* emphasis = std::get_if<ast::Emphasis>(&node.node))
            inner = &emphasis->children;
        const auto* element = ast::get_if<ast::Element>(&node.node);
        if (element && element->tag != "img" && element->tag != "br")
            inner = &element->children;
        if (!inner) {
            spans.clear();
            break;
        }
        spans.push_back(inner);
    }
    if (spans.size() < 2) spans = {inlines};
    for (const ast::Inlines* cell : spans) {
        auto line = only_line(*cell);
        if (!line) return trim(run_text(*cell).text).empty();
        cells.push_back(std::move(*line));
    }
    return true;
}

bool has_flex(const ast::ElementBlock& element) {
    return std::any_of(element.attributes.begin(), element.attributes.end(),
                       [](const ast::Attribute& attribute) {
                           return attribute.name == "style" &&
                                  attribute.value.find("flex") != std::string::npos &&
                                  attribute.value.find("display") != std::string::npos;
                       });
}

/// The only row of an HTML table, or null.
const ast::ElementBlock* only_row(const ast::ElementBlock& element) {
    if (element.tag == "tr") return &element;
    if (element.tag != "table" && element.tag != "tbody" && element.tag != "thead")
        return nullptr;
    const ast::ElementBlock* row = nullptr;
    for (const ast::Block& child : element.children) {
        const auto* inner = ast::get_if<ast::ElementBlock>(&child.node);
        if (!inner || row) return nullptr;
        row = only_row(*inner);
        if (!row) return nullptr;
    }
    return row;
}

}  // namespace

std::vector<SourceLine> cells_of(const ast::Block& block) {
    std::vector<SourceLine> cells;
    if (const auto* table = ast::get_if<ast::Table>(&block.node)) {
        const auto is_empty = [](const ast::TableRow& row) {
            return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
                return trim(run_text(cell.children).text).empty();
            });
        };
        const ast::TableRow* row = nullptr;
        if (table->rows.empty()) row = &table->head;
        if (table->rows.size() == 1 && is_empty(table->head)) row = &table->rows[0];
        if (!row || row->cells.size() > kMostCells) return {};
        for (const ast::TableCell& cell : row->cells)
            if (auto line = only_line(cell.children)) cells.push_back(std::move(*line));
    } else if (const auto* element = ast::get_if<ast::ElementBlock>(&block.node)) {
        const ast::ElementBlock* row = has_flex(*element) ? element : only_row(*element);
        if (!row) return {};
        for (const ast::Block& child : row->children)
            if (!add_cell(child, cells)) return {};
    }
    if (cells.size() < 2) cells.clear();
    return cells;
}

std::optional<EntryHead> read_entry_head(std::span<const ast::Block> siblings, std::size_t at,
                                         const HeadPlace& place) {
    const ast::Block& block = siblings[at];
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
        return read_heading(*heading, siblings, at);
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return read_paragraph(*paragraph, siblings, at, place.in_list);
    return read_cells(block);
}

}  // namespace cvtex::profile
