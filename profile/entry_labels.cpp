#include "profile/entry_labels.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include "base/ascii.hpp"
#include "profile/entry_facts.hpp"
#include "profile/lines.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kMostFacts = 10;
/// Lines of a longer paragraph, and more of them, are text.
constexpr std::size_t kLongestText = 4000;  // bytes
constexpr std::size_t kMostLines = 40;

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

/// What stands before the colon.
std::string_view label_text(const SourceLine& fact) {
    const std::string_view text = text_of(fact);
    return ascii::trim(text.substr(0, std::min(text.find(':'), text.find("："))));
}

/// Adds the facts of `line` if it goes on with the same entry: a second organisation, or the
/// first label once more, does not.
bool append(std::vector<SourceLine>& facts, const SourceLine& line) {
    std::vector<SourceLine> more = facts_in(line);
    if (!std::all_of(more.begin(), more.end(), is_labelled)) return false;
    if (name_organisation(more) && name_organisation(facts)) return false;
    if (!facts.empty() && label_text(more.front()) == label_text(facts.front())) return false;
    std::move(more.begin(), more.end(), std::back_inserter(facts));
    return true;
}

/// The lines of a paragraph or the items of a list; nothing for an item that isn't one line.
using Rows = std::vector<std::optional<SourceLine>>;

/// Rows [first, left) say what an entry is, rows [left, end) belong to it.
struct Group {
    std::vector<SourceLine> facts;
    std::size_t first = 0, left = 0, end = 0;
};

Group read_group(const Rows& rows, std::size_t first) {
    Group group{{}, first, first, rows.size()};
    while (group.left < rows.size() && group.left - first < kMostFacts && rows[group.left] &&
           append(group.facts, *rows[group.left]))
        ++group.left;
    return group;
}

/// Whether `row` begins with the label `first`.
bool begins_with(const std::optional<SourceLine>& row, std::string_view first) {
    return row && label_of(*row) != FactLabel::None && label_text(*row) == first;
}

/// The rows as groups that begin with the same label.
std::vector<Group> group_rows(const Rows& rows) {
    std::vector<Group> groups;
    for (std::size_t at = 0; at < rows.size();) {
        groups.push_back(read_group(rows, at));
        at = std::max(groups.back().left, at + 1);
        while (at < rows.size() && !begins_with(rows[at], label_text(*rows[0]))) ++at;
        groups.back().end = at;
    }
    return groups;
}

/// At most `most` rows, none where the first has no label: so are most blocks.
Rows rows_of(const ast::List& list, std::size_t most) {
    Rows rows;
    if (list.ordered) return rows;
    for (const ast::ListItem& item : list.items) {
        if (rows.size() == most) break;
        rows.push_back(item_line(item));
        if (!rows[0] || label_of(*rows[0]) == FactLabel::None) return {};
    }
    return rows;
}

Rows rows_of(const ast::Paragraph& paragraph, std::size_t most) {
    std::size_t rest = 0;
    const std::vector<SourceLine> first = lines_of(paragraph.children, 1, rest);
    if (first.empty() || label_of(first[0]) == FactLabel::None) return {};
    const bool is_long = first[0].run.text.size() > kLongestText;
    most = std::min(most, is_long ? kMostFacts + 1 : kMostLines);
    const std::vector<SourceLine> lines = lines_of(paragraph.children, most, rest);
    return {lines.begin(), lines.end()};
}

Rows rows_of(const ast::Block& block, std::size_t most) {
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return rows_of(*paragraph, most);
    if (const auto* list = std::get_if<ast::List>(&block.node)) return rows_of(*list, most);
    return {};
}

/// Notes in `head` what the rows of `group` below its facts leave to it.
void leave_rest(EntryHead& head, const Group& group, const Rows& rows, bool in_list) {
    const bool last = group.end == rows.size();
    if (group.left == group.end) return;
    if (in_list) {
        head.rest_items = group.left;
        head.rest_items_end = last ? 0 : group.end;
    } else {
        head.rest_text = rows[group.left]->line.begin;
        head.rest_end = last ? 0 : rows[group.end - 1]->line.end;
    }
}

}  // namespace

std::optional<EntryHead> read_labelled_head(const ast::Block& block) {
    const Rows rows = rows_of(block, kMostFacts + 1);
    if (rows.empty()) return std::nullopt;
    Group group = read_group(rows, 0);
    auto head = head_of(std::move(group.facts));
    if (head) leave_rest(*head, group, rows, std::holds_alternative<ast::List>(block.node));
    return head;
}

std::vector<LabelledHead> read_labelled_heads(const ast::Block& block) {
    const Rows rows = rows_of(block, std::numeric_limits<std::size_t>::max());
    std::vector<LabelledHead> heads;
    std::vector<Group> groups;
    for (Group& group : group_rows(rows)) {
        auto head = head_of(std::move(group.facts));
        if (head) {
            heads.push_back({std::move(*head), group.first, group.left});
            groups.push_back(group);
        } else if (heads.empty()) {
            return {};
        } else {
            groups.back().end = group.end;  // no entry: text of the one above
        }
    }
    for (std::size_t i = 0; i < heads.size(); ++i)
        leave_rest(heads[i].head, groups[i], rows,
                   std::holds_alternative<ast::List>(block.node));
    return heads;
}

}  // namespace cvtex::profile
