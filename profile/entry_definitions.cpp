#include "profile/entry_definitions.hpp"

#include <algorithm>
#include <iterator>
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

bool is_dated(const SourceLine& line) {
    return whole_date(text_of(line)).has_value();
}

/// The inlines of the paragraph that a definition begins with, or null.
const ast::Inlines* first_inlines(const ast::Blocks& definition) {
    const auto* paragraph =
        definition.empty() ? nullptr : std::get_if<ast::Paragraph>(&definition[0].node);
    return paragraph ? &paragraph->children : nullptr;
}

/// Facts of one definition after another, as far as each is a paragraph of nothing else.
struct Facts {
    std::vector<SourceLine> lines;
    std::size_t definitions = 0, rest = 0;

    void take(const ast::DefinitionItem& item) {
        const ast::Inlines* inlines = first_inlines(item.definitions[definitions]);
        if (!inlines) return;
        std::vector<SourceLine> more = fact_lines(*inlines, rest);
        std::move(more.begin(), more.end(), std::back_inserter(lines));
        ++definitions;
    }

    [[nodiscard]] bool may_go_on(const ast::DefinitionItem& item) const {
        return rest == 0 && definitions > 0 && definitions < item.definitions.size() &&
               item.definitions[definitions - 1].size() == 1 && lines.size() < kMostHeadLines;
    }
};

/// The facts up to the dates, and a role behind them.
Facts read_facts(const ast::DefinitionItem& item) {
    Facts facts;
    facts.take(item);
    std::size_t before = 0;
    while (facts.may_go_on(item) && before < facts.definitions &&
           std::none_of(facts.lines.begin(), facts.lines.end(), is_dated)) {
        before = facts.definitions;
        facts.take(item);
    }
    if (!facts.may_go_on(item)) return facts;
    const ast::Inlines* inlines = first_inlines(item.definitions[facts.definitions]);
    const auto line = inlines ? only_line(*inlines) : std::nullopt;
    const bool has_role =
        std::any_of(facts.lines.begin(), facts.lines.end(),
                    [](const auto& each) { return nature_of(text_of(each)).role; });
    if (line && !has_role && is_plain_fact(text_of(*line))) facts.take(item);
    return facts;
}

std::optional<EntryHead> read_one_definition(const ast::DefinitionItem& item) {
    auto term = only_line(item.term);
    if (!term || item.definitions.empty()) return std::nullopt;
    const ast::Inlines* inlines = first_inlines(item.definitions[0]);
    if (!inlines) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Definition;
    head.dress = TitleDress::Bold;
    if (auto spot = whole_date(text_of(*term)))
        return read_dated_term(std::move(head), std::move(*term), std::move(*spot), *inlines);
    Facts facts = read_facts(item);
    if (std::none_of(facts.lines.begin(), facts.lines.end(), is_dated) ||
        is_prose(text_of(*term)))
        return std::nullopt;
    head.rest_text = facts.rest;
    head.definitions = facts.definitions;
    head.parts.push_back({0, term->line, nature_of(text_of(*term)), FactLabel::None});
    head.lines.push_back(std::move(*term));
    for (SourceLine& line : facts.lines) {
        const std::string_view text = text_of(line);
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
