#include "styles/entries.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "profile/lines.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

/// Heading and date must leave this part of the measure free to share a line.
constexpr std::int64_t kFreePercent = 8;

Pt text_measure(const Context& context) {
    const Insets& margin = context.out.page.margin;
    return context.out.page.size.width - margin.left - margin.right;
}

/// Half an em a terminal column: an estimate before any font is known, a little above what
/// Latin text takes.
Pt estimate_width(std::string_view text, Pt size) {
    return size * static_cast<std::int64_t>(unicode::display_width(text)) / 2;
}

/// Moves what follows byte `at` of the line to its right end, in the dress of dates; a
/// separator before the dates goes with them.
bool move_dates(Context& context, Paragraph& line, const profile::TrailingDate& date,
                const Scope& line_scope, const Scope& scope) {
    const Scope date_scope = entry_date_scope(context, scope);
    InlineItems content = line.content;
    const std::size_t left_end = split_at(content, date.separator);
    const std::size_t separator = split_at(content, date.sign);
    const std::size_t begin = split_at(content, date.begin);
    redress(context, content, separator, content.size(), date_scope, Element::EntryDate);
    redress(context, content, separator, begin, date_scope, Element::HeaderSeparator);
    InlineItems dates(content.begin() + static_cast<std::ptrdiff_t>(separator), content.end());
    content.erase(content.begin() + static_cast<std::ptrdiff_t>(left_end), content.end());
    trim_ends(content);
    trim_ends(dates);
    std::swap(line.content, content);
    if (!line.content.empty() &&
        set_aside(context, line, line_scope, std::move(dates), date_scope))
        return true;
    std::swap(line.content, content);
    return false;
}

}  // namespace

Scope entry_date_scope(Context& context, const Scope& scope) {
    Scope date = dress(context, scope, Element::EntryDate);
    date.subdued = true;
    return date;
}

bool set_aside(Context& context, Paragraph& heading, const Scope& heading_scope,
               InlineItems date, const Scope& date_scope) {
    const auto heading_text = text_only(heading.content), date_text = text_only(date);
    if (!heading_text || !date_text || heading_scope.list_depth > 0) return false;
    const Pt width = estimate_width(*heading_text, heading_scope.text.size) +
                     estimate_width(*date_text, date_scope.text.size);
    if (width > text_measure(context).scaled(100 - kFreePercent, 100)) return false;
    heading.aside = std::move(date);
    return true;
}

void dress_entry_head(Context& context, Paragraph& heading, const Scope& heading_scope,
                      const Scope& scope) {
    std::optional<std::string> text = text_only(heading.content);
    if (!text) return;
    if (heading.aside.empty())
        if (const auto date = profile::find_trailing_date(*text))
            if (move_dates(context, heading, *date, heading_scope, scope))
                text = text_only(heading.content);
    if (const auto role = profile::find_role(*text)) {
        const std::size_t begin = split_at(heading.content, *role);
        redress(context, heading.content, begin, heading.content.size(), heading_scope,
                Element::EntryRole);
    }
}

namespace {

/// In running text a comma or a space before a date parts nothing: only signs that authors
/// use for columns do.
bool is_column_separator(std::string_view text) {
    for (const std::string_view sign : {"|", "｜", "丨", "│", "·", "•", "\u3000", "  "})
        if (text.find(sign) != std::string_view::npos) return true;
    return false;
}

}  // namespace

bool dress_entry_paragraph(Context& context, Paragraph& paragraph, const Scope& scope) {
    if (!paragraph.aside.empty() || paragraph.content.empty()) return false;
    const auto* first = std::get_if<TextRun>(&paragraph.content.front());
    if (!first || context.out[first->style].weight <= scope.text.weight) return false;
    const auto text = text_only(paragraph.content);
    if (!text || text->find('\n') != std::string::npos) return false;
    const auto date = profile::find_trailing_date(*text);
    if (!date || date->separator == 0) return false;
    const std::size_t between = date->begin - date->separator;
    if (!is_column_separator(std::string_view(*text).substr(date->separator, between)))
        return false;
    return move_dates(context, paragraph, *date, scope, scope);
}

}  // namespace cvtex::styles
