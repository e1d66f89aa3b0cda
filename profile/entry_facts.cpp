#include "profile/entry_facts.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

/// Blocks after a title that may hold its dates and facts.
constexpr std::size_t kMostFactBlocks = 2;
/// A list of facts has no more items.
constexpr std::size_t kMostFactItems = 6;

Slice shifted(Slice slice, std::size_t by) {
    return {slice.begin + by, slice.end + by};
}

DateSpot shifted(DateSpot spot, std::size_t by) {
    shift(spot, by);
    return spot;
}

void set_date(EntryHead& head, DateSpot spot, std::size_t line, bool labelled) {
    if (head.date) return;
    head.date = std::move(spot);
    head.date_line = line;
    head.labelled_date = labelled;
}

}  // namespace

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

bool lacks_role(const EntryHead& head) {
    return std::none_of(head.parts.begin(), head.parts.end(), [](const HeadPart& part) {
        return part.nature.role || part.nature.degree || part.label == FactLabel::Role;
    });
}

std::size_t read_lines(EntryHead& head, std::span<const SourceLine> lines) {
    add_line(head, lines[0]);
    std::size_t used = 1;
    while (!head.date && used < lines.size() && is_short_fact(text_of(lines[used]))) {
        EntryHead tried = head;
        add_line(tried, lines[used]);
        ++used;
        if (tried.date || used < lines.size()) head = std::move(tried);
    }
    // `产品经理　上海` below the organisation and its dates.
    if (head.date && used == 1 && lines.size() > 1 && lacks_role(head) &&
        is_plain_fact(text_of(lines[1])))
        add_line(head, lines[used++]);
    return used;
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

namespace {

/// `**测试工程师**`: a line that says what somebody was and nothing else, below the dates.
bool is_role_line(const SourceLine& line) {
    const std::string_view text = text_of(line);
    const ast::Inlines inlines = slice_inlines(*line.inlines, line.line.begin, line.line.end);
    const bool stressed =
        !inlines.empty() && (std::holds_alternative<ast::Strong>(inlines[0].node) ||
                             std::holds_alternative<ast::Emphasis>(inlines[0].node));
    if ((stressed && !is_emphasized(inlines)) || !is_plain_fact(text)) return false;
    const PartNature first = nature_of(read_head_line(text, true).parts[0].of(text));
    return first.person || first.degree;
}

/// Facts in the first lines of a paragraph: at least one of them has the date, or all of it is
/// emphasised.
bool take_paragraph(EntryHead& head, const ast::Inlines& inlines) {
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(inlines, kMostHeadLines, rest);
    if (rest == 0 && !lines.empty() && std::all_of(lines.begin(), lines.end(), is_labelled)) {
        for (SourceLine& line : lines) add_line(head, std::move(line));
        return true;
    }
    if (head.date && rest == 0 && lines.size() == 1 && lacks_role(head) &&
        is_plain_fact(text_of(lines[0]))) {
        add_line(head, std::move(lines[0]));
        return true;
    }
    std::size_t used = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
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
    for (std::size_t i = 0; i < used; ++i) add_line(head, std::move(lines[i]));
    if (used < lines.size() && head.date && lacks_role(head) && is_role_line(lines[used]))
        add_line(head, std::move(lines[used++]));
    head.rest_text = used < lines.size() ? lines[used].line.begin : rest;
    return true;
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

/// Whether several items have a label for dates, or a role and its dates: the list is about
/// several things.
bool dates_several(const ast::List& list) {
    const auto dated = [](const ast::ListItem& item) {
        const auto line = item_line(item);
        if (!line) return false;
        const std::string_view text = text_of(*line);
        if (read_label(text).label == FactLabel::Dates) return true;
        if (!has_date(*line)) return false;
        const std::vector<Slice> parts = read_head_line(text, true).parts;
        return !parts.empty() && nature_of(parts[0].of(text)).person;
    };
    return std::count_if(list.items.begin(), list.items.end(), dated) > 1;
}

/// Facts in the leading items of a list, the dates among them.
bool take_list(EntryHead& head, const ast::List& list) {
    if (list.ordered) return false;
    if (head.date) return take_labelled(head, list);
    if (dates_several(list)) return false;
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

/// `| 期間 | 2018年4月〜2022年3月 |` and so on below a title: a label in each row, one of them
/// the dates'.
bool take_label_table(EntryHead& head, const ast::Table& table) {
    if (head.date || table.columns.size() != 2 || table.rows.size() >= kMostFactItems)
        return false;
    EntryHead tried = head;
    const auto take = [&](const ast::TableRow& row) {
        const auto key =
            row.cells.size() == 2 ? only_line(row.cells[0].children) : std::nullopt;
        auto value = key ? only_line(row.cells[1].children) : std::nullopt;
        if (!value || !is_short_fact(text_of(*value))) return false;
        const FactLabel label = read_label(std::string(text_of(*key)) + ":").label;
        const std::size_t index = tried.lines.size();
        const Slice slice = value->line;
        tried.lines.push_back(std::move(*value));
        const std::string_view text = text_of(tried.lines.back());
        auto spot = label == FactLabel::Dates ? find_date_spot(text) : std::nullopt;
        if (spot && spot->apart == Apart::Alone)
            set_date(tried, shifted(std::move(*spot), slice.begin), index, true);
        else
            tried.parts.push_back({index, slice, nature_of(text), label});
        return label != FactLabel::None && label != FactLabel::Organisation;
    };
    const bool has_head =
        std::any_of(table.head.cells.begin(), table.head.cells.end(),
                    [](const ast::TableCell& cell) { return only_line(cell.children); });
    if ((has_head && !take(table.head)) ||
        !std::all_of(table.rows.begin(), table.rows.end(), take) || !tried.date)
        return false;
    head = std::move(tried);
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
    const auto* table = ast::get_if<ast::Table>(&block.node);
    return take_cells(head, block) || (table && take_label_table(head, *table));
}

/// A paragraph that is neither emphasised nor facts: text, even where it begins with a date.
bool is_running_text(const EntryHead& head, const ast::Block& block) {
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    if (!paragraph || is_emphasized(paragraph->children)) return false;
    std::size_t rest = 0;
    const std::vector<SourceLine> lines = lines_of(paragraph->children, kMostHeadLines, rest);
    if (rest > 0) return true;
    const bool role = lines.size() == 1 && lacks_role(head) && is_plain_fact(text_of(lines[0]));
    return !role && !std::all_of(lines.begin(), lines.end(), is_labelled);
}

}  // namespace

void take_following(EntryHead& head, std::span<const ast::Block> siblings, std::size_t at,
                    int level) {
    std::size_t next = at + 1;
    EntryHead tried = head;
    for (std::size_t i = 0; i < kMostFactBlocks && next < siblings.size(); ++i, ++next) {
        // Running text that happens to begin with a date is not looked at once there is one.
        if (tried.date && is_running_text(tried, siblings[next])) break;
        if (!take_facts(tried, siblings[next], level)) break;
        tried.blocks = next - at + 1;
        if (tried.date) head = tried;
        if (tried.rest_items > 0 || tried.rest_text > 0) break;
    }
}

}  // namespace cvtex::profile
