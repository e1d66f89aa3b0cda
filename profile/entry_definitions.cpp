#include "profile/entry_definitions.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "profile/entry_facts.hpp"
#include "profile/lines.hpp"
#include "profile/row_head.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kWidestTitle = 100;

/// The first lines of a definition, as far as they are facts; where what follows them begins.
std::vector<SourceLine> fact_lines(const ast::Inlines& inlines, std::size_t& rest) {
    const RunText run = run_text(inlines, '\n');
    std::vector<SourceLine> lines;
    std::size_t at = 0;
    bool dated = false;
    while (at < run.text.size() && lines.size() < kMostHeadLines && !dated) {
        const std::size_t end = std::min(run.text.find('\n', at), run.text.size());
        const std::string_view words =
            ascii::trim(std::string_view(run.text).substr(at, end - at));
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
    if (ascii::trim(title).empty()) return std::nullopt;
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

std::optional<EntryHead> read_one_definition(const ast::DefinitionItem& item) {
    auto term = only_line(item.term);
    if (!term || item.definitions.empty() || item.definitions[0].empty()) return std::nullopt;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.definitions[0][0].node);
    if (!paragraph) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Definition;
    head.dress = TitleDress::Bold;
    if (auto spot = whole_date(term->line.of(term->run.text)))
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

/// Whether `item` is dates below a role: `**Backend Engineer** : **2021 - 2023**`.
bool lacks_organisation(const EntryHead& head, const ast::DefinitionItem& item) {
    const bool alone =
        head.rest_text == 0 && item.definitions.size() == 1 && item.definitions[0].size() == 1;
    return alone && !lacks_role(head) &&
           std::none_of(head.parts.begin(), head.parts.end(),
                        [](const HeadPart& part) { return part.nature.organisation; });
}

/// Adds `Northwind Inc. : Lisbon` to the head in the item before it.
void take_organisation(EntryHead& head, const ast::DefinitionItem& item) {
    if (item.definitions.size() != 1 || item.definitions[0].size() != 1) return;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.definitions[0][0].node);
    auto name = only_line(item.term);
    auto place = paragraph ? only_line(paragraph->children) : std::nullopt;
    if (!name || !place || has_date(*name) || has_date(*place)) return;
    if (!is_short_fact(text_of(*name)) || !is_short_fact(text_of(*place))) return;
    const PartNature nature = nature_of(text_of(*name));
    const bool is_place = nature_of(text_of(*place)).place;
    if (!nature.organisation && !is_place) return;
    for (SourceLine* line : {&*name, &*place}) {
        PartNature of_line = nature_of(text_of(*line));
        of_line.organisation = line == &*name;
        of_line.place = line == &*place;
        head.parts.push_back({head.lines.size(), line->line, of_line, FactLabel::None});
        head.lines.push_back(std::move(*line));
    }
    head.blocks = 2;
}

}  // namespace

std::optional<EntryHead> read_definition(std::span<const ast::DefinitionItem> items) {
    auto head = read_one_definition(items[0]);
    if (head && items.size() > 1 && lacks_organisation(*head, items[0]))
        take_organisation(*head, items[1]);
    return head;
}

}  // namespace cvtex::profile
