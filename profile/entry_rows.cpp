#include "profile/entry_rows.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// Of the rows of a table, those that must have a date for it to be a table of entries.
constexpr std::size_t kDatedPercent = 60;
constexpr std::size_t kMostColumns = 6;
constexpr std::size_t kWidestFact = 56, kWidestTitle = 100;

void shift(DateSpot& spot, std::size_t by) {
    for (Slice* each : {&spot.text, &spot.dates, &spot.cut}) {
        each->begin += by;
        each->end += by;
    }
}

Field field_of(const EntryHead& head, const HeadPart& part) {
    const RunText& run = head.lines[part.line].run;
    Field field{std::string(part.slice.of(run.text)),
                run.span_of(part.slice.begin, part.slice.end)};
    std::replace(field.text.begin(), field.text.end(), '\n', ' ');
    return field;
}

std::optional<SourceLine> line_of(const ast::Inlines& inlines) {
    SourceLine line{&inlines, run_text(inlines, '\n'), {}};
    const std::string_view text = line.run.text;
    const std::string_view words = trim(text);
    if (words.empty() || words.find('\n') != std::string_view::npos) return std::nullopt;
    line.line.begin = static_cast<std::size_t>(words.data() - text.data());
    line.line.end = line.line.begin + words.size();
    return line;
}

std::optional<DateSpot> whole_date(std::string_view text) {
    auto spot = find_date_spot(text);
    return spot && spot->apart == Apart::Alone ? std::move(spot) : std::nullopt;
}

/// `2022-07 / 2024-07` in a cell: match_date knows what stands alone better.
std::optional<DateSpot> cell_date(std::string_view text) {
    if (auto spot = whole_date(text)) return spot;
    const auto range = grammar::match_date(text);
    if (!range || range->confidence < grammar::kDateConfidence) return std::nullopt;
    const Slice all{0, text.size()};
    return DateSpot{*range, all, {range->begin, range->end}, all, Apart::Alone};
}

/// The column of a table in which most rows have a date, if there is one.
std::optional<std::size_t> date_column(const ast::Table& table) {
    if (table.columns.size() > kMostColumns || table.rows.empty()) return std::nullopt;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto dated = static_cast<std::size_t>(
            std::count_if(table.rows.begin(), table.rows.end(), [&](const ast::TableRow& row) {
                const auto line = line_of(row.cells[column].children);
                const auto date =
                    line ? cell_date(line->line.of(line->run.text)) : std::nullopt;
                return date && date->range.is_range;
            }));
        if (dated * 100 >= table.rows.size() * kDatedPercent) return column;
    }
    return std::nullopt;
}

std::vector<FactLabel> column_labels(const ast::Table& table) {
    std::vector<FactLabel> labels;
    for (const ast::TableCell& cell : table.head.cells)
        labels.push_back(
            read_label(std::string(trim(run_text(cell.children).text)) + ":").label);
    return labels;
}

std::optional<EntryHead> read_row(const ast::TableRow& row, std::size_t date,
                                  const std::vector<FactLabel>& labels) {
    EntryHead head;
    head.shape = EntryShape::TableRow;
    head.dress = TitleDress::Cells;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        auto line = line_of(row.cells[column].children);
        if (!line) continue;
        const Slice slice = line->line;
        head.lines.push_back(std::move(*line));
        const std::size_t index = head.lines.size() - 1;
        const std::string_view text = slice.of(head.lines.back().run.text);
        if (column != date) {
            head.parts.push_back({index, slice, nature_of(text), labels[column]});
            continue;
        }
        auto spot = cell_date(text);
        if (!spot) return std::nullopt;
        shift(*spot, slice.begin);
        head.date = std::move(spot);
        head.date_line = index;
        head.labelled_date = labels[column] == FactLabel::Dates;
    }
    if (head.parts.empty() || !head.date) return std::nullopt;
    return head;
}

void add_if_sure(const EntryHead& head, const HeadPlace& place, Span span, std::uint32_t item,
                 std::vector<Entry>& entries) {
    const int score = score_of(head, place);
    if (score < kEntryConfidence) return;
    Entry entry = make_entry(head, place.kind);
    entry.confidence = score;
    entry.span = span;
    entry.item = item;
    entry.skip = static_cast<std::uint32_t>(head.rest_text);
    entries.push_back(std::move(entry));
}

/// The first lines of a definition, as far as they are facts; where what follows them begins.
std::vector<SourceLine> fact_lines(const ast::Inlines& inlines, std::size_t& rest) {
    constexpr std::size_t kMostLines = 3;
    const RunText run = run_text(inlines, '\n');
    std::vector<SourceLine> lines;
    std::size_t at = 0;
    bool dated = false;
    while (at < run.text.size() && lines.size() < kMostLines && !dated) {
        const std::size_t end = std::min(run.text.find('\n', at), run.text.size());
        const std::string_view words = trim(std::string_view(run.text).substr(at, end - at));
        if (words.empty() || is_prose(words) || unicode::display_width(words) > kWidestFact)
            break;
        const auto begin = static_cast<std::size_t>(words.data() - run.text.data());
        lines.push_back({&inlines, run, {begin, begin + words.size()}});
        dated = whole_date(words).has_value();
        at = end + 1;
    }
    rest = at < run.text.size() ? at : 0;
    return lines;
}

}  // namespace

Entry make_entry(const EntryHead& head, SectionKind kind) {
    Entry entry;
    entry.shape = head.shape;
    entry.kind = kind;
    const Roles roles = assign_roles(head, kind);
    for (std::size_t i = 0; i < head.parts.size(); ++i) {
        Field field = field_of(head, head.parts[i]);
        if (roles.organisation == i)
            entry.organisation = std::move(field);
        else if (roles.role == i)
            entry.role = std::move(field);
        else if (roles.place == i)
            entry.place = std::move(field);
        else
            entry.details.push_back(std::move(field));
    }
    if (head.date) {
        const RunText& run = head.lines[head.date_line].run;
        const Slice dates = head.date->dates;
        entry.dates =
            Field{std::string(dates.of(run.text)), run.span_of(dates.begin, dates.end)};
        entry.range = head.date->range;
    }
    return entry;
}

namespace {

/// `2010-2014` as the term: the definition's first line is the title.
std::optional<EntryHead> read_dated_term(EntryHead head, SourceLine term, DateSpot spot,
                                         const ast::Inlines& definition) {
    const RunText run = run_text(definition, '\n');
    const std::size_t end = std::min(run.text.find('\n'), run.text.size());
    // The title may be broken over lines, but a second fact is none of it.
    const bool goes_on = run.text.find('\n', end + 1) == std::string::npos &&
                         unicode::display_width(run.text) <= kWidestTitle;
    const Slice line{0, goes_on ? run.text.size() : end};
    std::string title(line.of(run.text));
    std::replace(title.begin(), title.end(), '\n', ' ');
    if (trim(title).empty()) return std::nullopt;
    head.lines.push_back({&definition, run, line});
    for (const Slice& part : read_head_line(title, true).parts)
        head.parts.push_back({0, part, nature_of(part.of(title)), FactLabel::None});
    shift(spot, term.line.begin);
    head.date = std::move(spot);
    head.date_line = 1;
    head.lines.push_back(std::move(term));
    head.rest_text = line.end < run.text.size() ? line.end + 1 : 0;
    return head;
}

}  // namespace

std::optional<EntryHead> read_definition(const ast::DefinitionItem& item) {
    auto term = line_of(item.term);
    if (!term || item.definitions.empty() || item.definitions[0].empty()) return std::nullopt;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.definitions[0][0].node);
    if (!paragraph) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Definition;
    head.dress = TitleDress::Bold;
    if (auto spot = cell_date(term->line.of(term->run.text)))
        return read_dated_term(std::move(head), std::move(*term), std::move(*spot),
                               paragraph->children);
    const std::string_view name = term->line.of(term->run.text);
    const Slice slice = term->line;
    std::vector<SourceLine> lines = fact_lines(paragraph->children, head.rest_text);
    const auto dated = std::find_if(lines.begin(), lines.end(), [](const SourceLine& line) {
        return whole_date(line.line.of(line.run.text)).has_value();
    });
    if (dated == lines.end() || is_prose(name)) return std::nullopt;
    head.parts.push_back({0, slice, nature_of(name), FactLabel::None});
    head.lines.push_back(std::move(*term));
    for (SourceLine& line : lines) {
        const std::string_view text = line.line.of(line.run.text);
        if (auto spot = whole_date(text)) {
            shift(*spot, line.line.begin);
            head.date = std::move(spot);
            head.date_line = head.lines.size();
        } else {
            head.parts.push_back(
                {head.lines.size(), line.line, nature_of(text), FactLabel::None});
        }
        head.lines.push_back(std::move(line));
    }
    return head;
}

std::vector<Entry> entries_in_rows(const ast::Block& block, const HeadPlace& place) {
    std::vector<Entry> entries;
    if (const auto* table = ast::get_if<ast::Table>(&block.node)) {
        const auto date = date_column(*table);
        if (!date) return entries;
        const std::vector<FactLabel> labels = column_labels(*table);
        for (std::size_t i = 0; i < table->rows.size(); ++i)
            if (const auto head = read_row(table->rows[i], *date, labels))
                add_if_sure(*head, place, table->rows[i].span, static_cast<std::uint32_t>(i),
                            entries);
    }
    if (const auto* list = std::get_if<ast::DefinitionList>(&block.node))
        for (std::size_t i = 0; i < list->items.size(); ++i)
            if (const auto head = read_definition(list->items[i]))
                add_if_sure(*head, place, list->items[i].span, static_cast<std::uint32_t>(i),
                            entries);
    return entries;
}

}  // namespace cvtex::profile
