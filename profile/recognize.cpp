#include "profile/recognize.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/walk.hpp"
#include "profile/entry_head.hpp"
#include "profile/entry_labels.hpp"
#include "profile/entry_lines.hpp"
#include "profile/entry_roles.hpp"
#include "profile/entry_rows.hpp"
#include "profile/lines.hpp"
#include "profile/make_entry.hpp"
#include "profile/section_kinds.hpp"
#include "profile/sections.hpp"

namespace cvtex::profile {
namespace {

/// Paragraphs and rows as heads end at any heading.
constexpr int kBelowHeadings = 7;

BlockNumber count_blocks(const ast::Block& block) {
    BlockNumber count = 1;
    ast::for_each_child_list(block, [&](const ast::Blocks& inner) {
        for (const ast::Block& child : inner) count += count_blocks(child);
    });
    return count;
}

/// For each item of a list numbered `own`, the number of its first block; then one past the
/// last.
std::vector<BlockNumber> item_numbers(const ast::List& list, BlockNumber own) {
    std::vector<BlockNumber> numbers{own + 1};
    for (const ast::ListItem& item : list.items) {
        BlockNumber next = numbers.back();
        for (const ast::Block& child : item.children) next += count_blocks(child);
        numbers.push_back(next);
    }
    return numbers;
}

/// For each item of a definition list numbered `own`, the number of its first block; then one
/// past the last.
std::vector<BlockNumber> item_numbers(const ast::DefinitionList& list, BlockNumber own) {
    std::vector<BlockNumber> numbers{own + 1};
    for (const ast::DefinitionItem& item : list.items) {
        BlockNumber next = numbers.back();
        for (const ast::Blocks& definition : item.definitions)
            for (const ast::Block& child : definition) next += count_blocks(child);
        numbers.push_back(next);
    }
    return numbers;
}

class Recognizer {
public:
    Recognizer(std::span<const ast::Block> body, bool has_header)
        : section_level_(section_level(body).value_or(1)), is_resume_(has_header) {
        for (const ast::Block& block : body) {
            const auto* heading = ast::get_if<ast::Heading>(&block.node);
            if (heading && holds_entries(section_kind(grammar::plain_text(heading->children))))
                is_resume_ = true;
        }
    }

    void walk(std::span<const ast::Block> blocks) {
        std::size_t at = 0;
        while (at < blocks.size()) {
            const std::size_t taken = visit(blocks, at);
            at += taken;
        }
    }

    void skip(std::span<const ast::Block> blocks) {
        for (const ast::Block& block : blocks) number_ += count_blocks(block);
    }

    [[nodiscard]] Recognized finish() {
        close_entries(0);
        close_sections(0);
        return std::move(found_);
    }

private:
    struct Open {
        std::size_t index = 0;  ///< in found_.sections or found_.entries
        int level = 0;
    };

    void close_entries(int level) {
        while (!entries_.empty() && entries_.back().level >= level) {
            Entry& entry = found_.entries[entries_.back().index];
            entry.end = std::max(number_, entry.body + (entry.skip > 0 ? 1U : 0U));
            entries_.pop_back();
        }
    }

    void close_sections(int level) {
        while (!sections_.empty() && sections_.back().level >= level) {
            found_.sections[sections_.back().index].end = number_;
            sections_.pop_back();
        }
    }

    [[nodiscard]] SectionKind kind() const {
        return sections_.empty() ? SectionKind::Generic
                                 : found_.sections[sections_.back().index].kind;
    }

    /// Handles `blocks[at]` and what belongs to it; returns how many blocks that was.
    std::size_t visit(std::span<const ast::Block> blocks, std::size_t at) {
        const ast::Block& block = blocks[at];
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
            return visit_heading(*heading, blocks, at);
        if (add_lines(block) || add_labelled(block)) return pass(block);
        if (const auto taken = try_head(blocks, at, place(), kBelowHeadings)) return *taken;
        if (std::holds_alternative<ast::Paragraph>(block.node)) return pass(block);
        if (const auto* element = ast::get_if<ast::ElementBlock>(&block.node)) {
            if (!cells_of(block).empty()) return pass(block);
            ++number_;
            walk(element->children);
            return 1;
        }
        if (const auto* list = std::get_if<ast::List>(&block.node)) {
            visit_list(*list);
            return 1;
        }
        add_rows(block);
        return pass(block);
    }

    std::size_t pass(const ast::Block& block) {
        number_ += count_blocks(block);
        return 1;
    }

    [[nodiscard]] HeadPlace place() const {
        HeadPlace place;
        place.kind = kind();
        place.is_resume = is_resume_;
        return place;
    }

    std::size_t visit_heading(const ast::Heading& heading, std::span<const ast::Block> blocks,
                              std::size_t at) {
        const int level = heading.level;
        const std::string title = grammar::plain_text(heading.children);
        const SectionKind title_kind = section_kind(title);
        close_entries(level);
        const bool nested = !entries_.empty();
        const bool known =
            nested ? holds_entries(title_kind) : title_kind != SectionKind::Generic;
        // 实习 below a firm, with dates, is a role there.
        const bool may_be_role = nested && may_hold_roles(above()) && nature_of(title).person;
        if (known && !may_be_role) return open_section(heading, title_kind, title, blocks[at]);
        HeadPlace where = place();
        where.section_level = level <= section_level_;
        where.nested = nested;
        if (!sections_.empty() && !where.section_level) {
            int& first = first_levels_[std::min<std::size_t>(sections_.back().index, last_)];
            if (first == 0) first = level;
            where.first_level = level <= first;
        }
        if (where.section_level) {
            // Perhaps an entry that is written as a section of its own.
            const SectionKind before = where.kind;
            where.kind = SectionKind::Generic;
            if (const auto taken = try_head(blocks, at, where, level, before)) return *taken;
            return open_section(heading, title_kind, title, blocks[at]);
        }
        if (const auto taken = try_head(blocks, at, where, level)) return *taken;
        if (known) return open_section(heading, title_kind, title, blocks[at]);
        return pass(blocks[at]);
    }

    std::size_t open_section(const ast::Heading& heading, SectionKind kind,
                             const std::string& title, const ast::Block& block) {
        close_entries(0);
        close_sections(heading.level);
        sections_.push_back({found_.sections.size(), heading.level});
        found_.sections.push_back(
            {kind, {std::string(ascii::trim(title)), block.span}, heading.level, number_, 0});
        first_levels_.push_back(0);
        last_ = found_.sections.size() - 1;
        return pass(block);
    }

    /// The head at `blocks[at]` as an entry, if it is surely one. `kind` replaces that of the
    /// place in the entry.
    std::optional<std::size_t> try_head(std::span<const ast::Block> blocks, std::size_t at,
                                        const HeadPlace& where, int level,
                                        std::optional<SectionKind> kind = {}) {
        const auto head = read_entry_head(blocks, at, where);
        if (!head) return std::nullopt;
        const int score = score_of(*head, where);
        if (score < kEntryConfidence) return std::nullopt;
        close_entries(level);
        Entry entry = make_entry(*head, kind.value_or(where.kind));
        const bool is_part = !entries_.empty() && take_organisation(above(), entry);
        // Items below a firm are its roles, or what was done there.
        if (where.in_list && !entries_.empty() && !is_part) return std::nullopt;
        entry.confidence = score;
        entry.head = number_;
        BlockNumber last = number_;
        for (std::size_t i = 0; i < head->blocks; ++i) {
            entry.span = join(entry.span, blocks[at + i].span);
            last = number_;
            number_ += count_blocks(blocks[at + i]);
        }
        entry.body = entry.end = number_;
        if (head->rest_text > 0) {
            entry.body = last;
            entry.skip = static_cast<std::uint32_t>(head->rest_text);
        }
        if (head->rest_items > 0)
            entry.body = item_numbers(std::get<ast::List>(blocks[at + head->blocks - 1].node),
                                      last)[head->rest_items];
        entries_.push_back({found_.entries.size(), level});
        found_.entries.push_back(std::move(entry));
        return head->blocks;
    }

    /// The innermost entry that is open.
    [[nodiscard]] Entry& above() { return found_.entries[entries_.back().index]; }

    /// Items that are entries, where no heading has begun one but of a firm.
    void visit_list(const ast::List& list) {
        const bool below_firm = !entries_.empty() && may_hold_roles(above()) && !above().dates;
        const bool may_be = (entries_.empty() || below_firm) && holds_entries(kind());
        ++number_;
        for (const ast::ListItem& item : list.items) {
            if (!may_be || item.children.empty() ||
                !std::holds_alternative<ast::Paragraph>(item.children[0].node)) {
                skip(item.children);
                continue;
            }
            HeadPlace where = place();
            where.in_list = true;
            const auto taken = try_head(item.children, 0, where, kBelowHeadings + 1);
            skip(std::span(item.children).subspan(taken.value_or(0)));
            close_entries(kBelowHeadings + 1);
        }
    }

    /// Several entries in the lines of a paragraph; what follows it belongs to the last one.
    bool add_lines(const ast::Block& block) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        const bool below_heading = !entries_.empty() && entries_[0].level < kBelowHeadings;
        if (paragraph == nullptr || below_heading) return false;
        const std::vector<SourceLine> lines = entry_lines(paragraph->children);
        const std::vector<std::size_t> heads = find_line_heads(lines, place());
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const std::size_t end = i + 1 < heads.size() ? heads[i + 1] : lines.size();
            const auto head =
                read_line_head(std::span(lines).subspan(heads[i], end - heads[i]));
            if (!head) continue;
            close_entries(kBelowHeadings);
            Entry entry = make_entry(*head, kind());
            entry.confidence = score_of(*head, place());
            entry.span = block.span;
            entry.head = number_;
            entry.item = static_cast<std::uint32_t>(heads[i]);
            entry.skip = static_cast<std::uint32_t>(head->rest_text);
            entry.until = static_cast<std::uint32_t>(head->rest_end);
            entry.body = number_ + (head->rest_text > 0 ? 0 : 1);
            entries_.push_back({found_.entries.size(), kBelowHeadings});
            found_.entries.push_back(std::move(entry));
        }
        return !heads.empty();
    }

    /// Several entries in the facts of one list or paragraph; what follows belongs to the last.
    bool add_labelled(const ast::Block& block) {
        const std::vector<LabelledHead> heads = read_labelled_heads(block);
        const bool sure =
            std::all_of(heads.begin(), heads.end(), [&](const LabelledHead& each) {
                return score_of(each.head, place()) >= kEntryConfidence;
            });
        if (heads.size() < 2 || !sure) return false;
        const BlockNumber own = number_;
        std::vector<BlockNumber> items;
        if (const auto* list = std::get_if<ast::List>(&block.node))
            items = item_numbers(*list, own);
        for (const auto& [head, first, left] : heads) {
            if (first > 0 && !items.empty()) number_ = items[first];
            close_entries(kBelowHeadings);
            Entry entry = make_entry(head, kind());
            entry.confidence = score_of(head, place());
            entry.span = block.span;
            entry.head = own;
            entry.item = static_cast<std::uint32_t>(first);
            entry.skip = static_cast<std::uint32_t>(head.rest_text);
            entry.until = static_cast<std::uint32_t>(head.rest_end);
            entry.body = own + (head.rest_text > 0 ? 0 : 1);
            if (!items.empty()) entry.body = items[left];
            entries_.push_back({found_.entries.size(), kBelowHeadings});
            found_.entries.push_back(std::move(entry));
        }
        number_ = own;
        return true;
    }

    void add_rows(const ast::Block& block) {
        if (!entries_.empty()) return;
        std::vector<RowEntry> rows = entries_in_rows(block, place());
        if (rows.empty()) return;
        const BlockNumber end = number_ + count_blocks(block);
        std::vector<BlockNumber> items;
        if (const auto* list = std::get_if<ast::DefinitionList>(&block.node))
            items = item_numbers(*list, number_);
        for (auto& [entry, taken, begun] : rows) {
            entry.head = number_;
            entry.body = entry.end = end;
            if (!items.empty()) {
                // The last paragraph of the head is all head unless something of it is left.
                entry.body = items[entry.item + taken - 1] + static_cast<BlockNumber>(begun) -
                             (entry.skip == 0 ? 0 : 1);
                entry.end = items[entry.item + taken];
            }
            found_.entries.push_back(std::move(entry));
        }
    }

    int section_level_;
    bool is_resume_;
    BlockNumber number_ = 0;
    Recognized found_;
    std::vector<Open> sections_, entries_;
    std::vector<int> first_levels_;  ///< of headings below each section's; 0: none yet
    std::size_t last_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace

Recognized recognize(std::span<const ast::Block> blocks, std::size_t body, bool has_header) {
    Recognizer recognizer(blocks.subspan(body), has_header);
    recognizer.skip(blocks.first(body));
    recognizer.walk(blocks.subspan(body));
    return recognizer.finish();
}

}  // namespace cvtex::profile
