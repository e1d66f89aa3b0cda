#include "profile/entry_labels.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "profile/entry_facts.hpp"
#include "profile/lines.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kMostFacts = 10;

FactLabel label_of(const SourceLine& line) {
    return read_label(text_of(line)).label;
}

/// The length of the separator at `at` of a line of several facts, or 0.
std::size_t separator_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 5> kSigns{"|", "｜", "　", "  ", "\t"};
    for (const std::string_view sign : kSigns)
        if (text.substr(at).starts_with(sign)) return sign.size();
    return 0;
}

/// `公司：… | 职位：…`: each fact as a line of its own; the line where not all have labels.
std::vector<SourceLine> facts_in(const SourceLine& line) {
    std::vector<SourceLine> facts;
    const std::string_view text = text_of(line);
    const auto add = [&](std::size_t begin, std::size_t end) {
        const std::string_view words = ascii::trim(text.substr(begin, end - begin));
        if (words.empty()) return;
        SourceLine fact = line;
        fact.line.begin =
            line.line.begin + static_cast<std::size_t>(words.data() - text.data());
        fact.line.end = fact.line.begin + words.size();
        facts.push_back(std::move(fact));
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && facts.size() < kMostFacts;) {
        const std::size_t length = separator_at(text, at);
        if (length > 0) {
            add(begin, at);
            begin = at + length;
        }
        at += std::max<std::size_t>(length, 1);
    }
    add(begin, text.size());
    const bool all = std::all_of(facts.begin(), facts.end(), is_labelled);
    return all && !facts.empty() ? facts : std::vector<SourceLine>{line};
}

/// Puts a head together, the organisation first. Nothing without its dates.
std::optional<EntryHead> head_of(std::vector<SourceLine> facts) {
    const auto organisation = std::find_if(facts.begin(), facts.end(), [](const auto& fact) {
        return label_of(fact) == FactLabel::Organisation;
    });
    if (organisation == facts.end()) return std::nullopt;
    std::rotate(facts.begin(), organisation, organisation + 1);
    EntryHead head;
    head.shape = EntryShape::Labelled;
    head.dress = TitleDress::Plain;
    SourceLine& name = facts.front();
    name.line.begin += read_label(text_of(name)).value;
    if (name.line.empty()) return std::nullopt;
    head.parts.push_back({0, name.line, nature_of(text_of(name)), FactLabel::Organisation});
    head.lines.push_back(std::move(name));
    for (std::size_t i = 1; i < facts.size(); ++i) add_line(head, std::move(facts[i]));
    return head.labelled_date ? std::optional(std::move(head)) : std::nullopt;
}

bool name_organisation(const std::vector<SourceLine>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const SourceLine& fact) {
        return label_of(fact) == FactLabel::Organisation;
    });
}

/// Adds the facts of `line` if it goes on with the same entry: a second organisation does not.
bool append(std::vector<SourceLine>& facts, const SourceLine& line) {
    std::vector<SourceLine> more = facts_in(line);
    if (!std::all_of(more.begin(), more.end(), is_labelled)) return false;
    if (name_organisation(more) && name_organisation(facts)) return false;
    std::move(more.begin(), more.end(), std::back_inserter(facts));
    return true;
}

std::optional<EntryHead> read_paragraph(const ast::Paragraph& paragraph) {
    std::size_t rest = 0;
    const std::vector<SourceLine> lines = lines_of(paragraph.children, kMostFacts, rest);
    std::vector<SourceLine> facts;
    std::size_t used = 0;
    while (used < lines.size() && append(facts, lines[used])) ++used;
    auto head = head_of(std::move(facts));
    if (head) head->rest_text = used < lines.size() ? lines[used].line.begin : rest;
    return head;
}

std::optional<EntryHead> read_list(const ast::List& list) {
    if (list.ordered) return std::nullopt;
    std::vector<SourceLine> facts;
    std::size_t used = 0;
    for (const ast::ListItem& item : list.items) {
        const auto line = item_line(item);
        if (used == kMostFacts || !line || !append(facts, *line)) break;
        ++used;
    }
    auto head = head_of(std::move(facts));
    if (head) head->rest_items = used == list.items.size() ? 0 : used;
    return head;
}

}  // namespace

std::optional<EntryHead> read_labelled_head(const ast::Block& block) {
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return read_paragraph(*paragraph);
    if (const auto* list = std::get_if<ast::List>(&block.node)) return read_list(*list);
    return std::nullopt;
}

}  // namespace cvtex::profile
