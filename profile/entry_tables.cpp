#include "profile/entry_tables.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "profile/lines.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

/// Of the rows of a table, those that must have a date for it to be a table of entries.
constexpr std::size_t kDatedPercent = 60;
constexpr std::size_t kMostColumns = 6;

/// The column of a table in which most rows have a date, if there is one.
std::optional<std::size_t> date_column(const ast::Table& table) {
    if (table.columns.size() > kMostColumns || table.rows.empty()) return std::nullopt;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto dated = static_cast<std::size_t>(
            std::count_if(table.rows.begin(), table.rows.end(), [&](const ast::TableRow& row) {
                const auto line = only_line(row.cells[column].children);
                const auto date =
                    line ? whole_date(line->line.of(line->run.text)) : std::nullopt;
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
            read_label(std::string(ascii::trim(run_text(cell.children).text)) + ":").label);
    return labels;
}

std::optional<EntryHead> read_row(const ast::TableRow& row, std::size_t date,
                                  const std::vector<FactLabel>& labels) {
    EntryHead head;
    head.shape = EntryShape::TableRow;
    head.dress = TitleDress::Cells;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        auto line = only_line(row.cells[column].children);
        if (!line) continue;
        const Slice slice = line->line;
        head.lines.push_back(std::move(*line));
        const std::size_t index = head.lines.size() - 1;
        const std::string_view text = slice.of(head.lines.back().run.text);
        if (column != date) {
            head.parts.push_back({index, slice, nature_of(text), labels[column]});
            continue;
        }
        auto spot = whole_date(text);
        if (!spot) return std::nullopt;
        shift(*spot, slice.begin);
        head.date = std::move(spot);
        head.date_line = index;
        head.labelled_date = labels[column] == FactLabel::Dates;
    }
    if (head.parts.empty() || !head.date) return std::nullopt;
    return head;
}

/// A vertical table: labels in its first column, each organisation's row the first of an entry.
std::vector<RowHead> read_label_column(const ast::Table& table) {
    std::vector<RowHead> heads;
    if (table.columns.size() != 2) return heads;
    EntryHead head;
    std::size_t first = 0;
    Span span;
    const auto finish = [&] {
        if (!head.parts.empty() && head.date) heads.push_back({std::move(head), span, first});
        head = {};
    };
    const auto read = [&](const ast::TableRow& row, std::size_t number) {
        const auto key =
            row.cells.size() == 2 ? only_line(row.cells[0].children) : std::nullopt;
        auto value = key ? only_line(row.cells[1].children) : std::nullopt;
        if (!value) return;
        const FactLabel label = read_label(std::string(text_of(*key)) + ":").label;
        const std::string_view text = text_of(*value);
        if (label == FactLabel::Organisation) {
            finish();
            head.shape = EntryShape::TableRow;
            head.dress = TitleDress::Cells;
            first = number;
            span = row.span;
        }
        if (label == FactLabel::None || !is_short_fact(text)) return;
        if (head.parts.empty() && label != FactLabel::Organisation) return;
        span = join(span, row.span);
        auto spot = label == FactLabel::Dates ? whole_date(text) : std::nullopt;
        if (spot && !head.date) {
            shift(*spot, value->line.begin);
            head.date = std::move(spot);
            head.date_line = head.lines.size();
            head.labelled_date = true;
        } else {
            head.parts.push_back({head.lines.size(), value->line, nature_of(text), label});
        }
        head.lines.push_back(std::move(*value));
    };
    read(table.head, 0);
    for (std::size_t i = 0; i < table.rows.size(); ++i) read(table.rows[i], i + 1);
    finish();
    return heads;
}

/// A table with a column of dates, an entry in each row.
std::vector<RowHead> read_date_column(const ast::Table& table) {
    std::vector<RowHead> heads;
    const auto date = date_column(table);
    if (!date) return heads;
    const std::vector<FactLabel> labels = column_labels(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (auto head = read_row(table.rows[i], *date, labels))
            heads.push_back({std::move(*head), table.rows[i].span, i});
    return heads;
}

}  // namespace

std::vector<RowHead> read_table(const ast::Table& table) {
    std::vector<RowHead> heads = read_label_column(table);
    return heads.empty() ? read_date_column(table) : heads;
}

}  // namespace cvtex::profile
