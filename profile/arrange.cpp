#include "profile/arrange.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "grammar/walk.hpp"
#include "profile/entry_definitions.hpp"
#include "profile/entry_head.hpp"
#include "profile/entry_labels.hpp"
#include "profile/entry_lines.hpp"
#include "profile/head_writer.hpp"

namespace cvtex::profile {
namespace {

class Arranger {
public:
    explicit Arranger(const std::vector<Entry>& entries) : entries_(entries) {}

    [[nodiscard]] ast::Blocks arrange(ast::Blocks blocks, bool in_list) {
        ast::Blocks out;
        out.reserve(blocks.size());
        std::size_t at = 0;
        while (at < blocks.size()) {
            const Entry* entry = next();
            if (entry == nullptr || entry->head != number_) {
                out.push_back(inside(std::move(blocks[at])));
                ++at;
            } else if (entry->shape == EntryShape::Definition) {
                arrange_definitions(blocks[at], out);
                ++at;
            } else if (entry->shape == EntryShape::TableRow) {
                while (next() != nullptr && next()->head == number_) ++next_;
                out.push_back(inside(std::move(blocks[at])));
                ++at;
            } else if (entry->shape == EntryShape::Line) {
                arrange_lines(blocks[at], out);
                ++at;
            } else if (entry->shape == EntryShape::Labelled && has_several()) {
                arrange_labelled(blocks[at], out);
                ++at;
            } else {
                at += arrange_head(blocks, at, in_list, out);
            }
        }
        return out;
    }

private:
    [[nodiscard]] const Entry* next() const {
        return next_ < entries_.size() ? &entries_[next_] : nullptr;
    }

    /// Whether the block holds more entries than the next one.
    [[nodiscard]] bool has_several() const {
        return next_ + 1 < entries_.size() && entries_[next_ + 1].head == entries_[next_].head;
    }

    /// The block with what is in it arranged.
    [[nodiscard]] ast::Block inside(ast::Block block) {
        const bool is_list = std::holds_alternative<ast::List>(block.node);
        ++number_;
        ast::for_each_child_list(
            block, [&](ast::Blocks& inner) { inner = arrange(std::move(inner), is_list); });
        return block;
    }

    void skip(const ast::Block& block) {
        ++number_;
        ast::for_each_child_list(block, [&](const ast::Blocks& inner) {
            for (const ast::Block& child : inner) skip(child);
        });
    }

    std::size_t arrange_head(ast::Blocks& blocks, std::size_t at, bool in_list,
                             ast::Blocks& out) {
        HeadPlace place;
        place.in_list = in_list;
        const auto head = read_entry_head(blocks, at, place);
        ++next_;
        if (!head) {  // can't be: it was read from the same blocks
            out.push_back(inside(std::move(blocks[at])));
            return 1;
        }
        write_head(*head, blocks[at], out);
        if (auto rest = rest_of(*head, blocks[at + head->blocks - 1]))
            out.push_back(std::move(*rest));
        for (std::size_t i = 0; i < head->blocks; ++i) skip(blocks[at + i]);
        return head->blocks;
    }

    /// Lines that are entries become heads, those between them text.
    void arrange_lines(const ast::Block& block, ast::Blocks& out) {
        const std::vector<SourceLine> lines =
            entry_lines(std::get<ast::Paragraph>(block.node).children);
        while (next() != nullptr && next()->head == number_) {
            const std::size_t begin = next_line(lines.size());
            ++next_;
            const std::size_t end = next_line(lines.size());
            const auto head = read_line_head(std::span(lines).subspan(begin, end - begin));
            if (!head) continue;  // can't be: it was read from the same lines
            write_head(*head, block, out);
            if (auto rest = rest_of(*head, block)) out.push_back(std::move(*rest));
        }
        ++number_;
    }

    /// Facts become heads, lines and items between them text.
    void arrange_labelled(const ast::Block& block, ast::Blocks& out) {
        for (const LabelledHead& each : read_labelled_heads(block)) {
            ++next_;
            write_head(each.head, block, out);
            if (auto rest = rest_of(each.head, block)) out.push_back(std::move(*rest));
        }
        skip(block);
    }

    /// The line that the next entry of this block begins with, or `count`.
    [[nodiscard]] std::size_t next_line(std::size_t count) const {
        const Entry* entry = next();
        const bool here = entry != nullptr && entry->head == number_;
        return here ? std::min<std::size_t>(entry->item, count) : count;
    }

    /// Items that are entries become heads and text; the others stay a list.
    void arrange_definitions(ast::Block& block, ast::Blocks& out) {
        const BlockNumber own = number_++;
        auto& list = std::get<ast::DefinitionList>(block.node);
        ast::DefinitionList others;
        const auto flush = [&] {
            if (!others.items.empty()) out.push_back({block.span, std::move(others)});
            others = {};
        };
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            ast::DefinitionItem& item = list.items[i];
            const Entry* entry = next();
            const bool is_entry = entry != nullptr && entry->head == own && entry->item == i;
            const auto head =
                is_entry ? read_definition(std::span(list.items).subspan(i)) : std::nullopt;
            if (is_entry) ++next_;
            if (!head) {
                for (ast::Blocks& inner : item.definitions)
                    inner = arrange(std::move(inner), false);
                others.items.push_back(std::move(item));
                continue;
            }
            flush();
            write_head(*head, {item.span, ast::Paragraph{}}, out);
            if (auto rest = rest_of(*head, item.definitions[head->definitions - 1][0]))
                out.push_back(std::move(*rest));
            for (std::size_t begun = 0; begun < head->definitions; ++begun) {
                skip(item.definitions[begun][0]);
                item.definitions[begun].erase(item.definitions[begun].begin());
            }
            for (ast::Blocks& inner : item.definitions) {
                ast::Blocks arranged = arrange(std::move(inner), false);
                std::move(arranged.begin(), arranged.end(), std::back_inserter(out));
            }
            // A second item is all head.
            for (std::size_t more = 1; more < head->blocks; ++more)
                skip(list.items[++i].definitions[0][0]);
        }
        flush();
    }

    const std::vector<Entry>& entries_;
    std::size_t next_ = 0;
    BlockNumber number_ = 0;
};

/// Dates in texts that are their slice of the source, in another form.
class DateSetter {
public:
    DateSetter(const std::vector<Entry>& entries, DateForm form, std::string_view lang) {
        for (const Entry& entry : entries) {
            if (!entry.dates || !entry.range || !entry.dates->span.valid()) continue;
            if (entry.range->confidence < grammar::kDateConfidence) continue;
            changes_.emplace_back(entry.dates->span, format_dates(*entry.range, form, lang));
        }
        std::sort(changes_.begin(), changes_.end(),
                  [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    }

    void operator()(ast::Inlines& inlines) const {
        for (ast::Inline& node : inlines) {
            auto* text = std::get_if<ast::Text>(&node.node);
            if (text == nullptr || !node.span.valid() || node.span.size() != text->text.size())
                continue;
            replace(text->text, node.span);
        }
    }

private:
    void replace(std::string& text, Span span) const {
        const auto first = std::lower_bound(
            changes_.begin(), changes_.end(), span.begin,
            [](const auto& change, std::uint32_t begin) { return change.first.begin < begin; });
        std::string changed;
        std::size_t done = 0;
        for (auto at = first; at != changes_.end() && at->first.end <= span.end; ++at) {
            const std::size_t begin = at->first.begin - span.begin;
            if (begin < done) continue;
            changed.append(text, done, begin - done).append(at->second);
            done = at->first.end - span.begin;
        }
        if (done > 0) text = changed.append(text, done);
    }

    std::vector<std::pair<Span, std::string>> changes_;
};

}  // namespace

void arrange_entries(Profile& profile, const Arrangement& arrangement) {
    if (profile.recognized.entries.empty()) return;
    const std::vector<Entry> entries = std::exchange(profile.recognized.entries, {});
    if (arrangement.heads)
        profile.blocks = Arranger(entries).arrange(std::move(profile.blocks), false);
    if (arrangement.dates == DateForm::Keep) return;
    const DateSetter set(entries, arrangement.dates, profile.lang);
    ast::for_each_inlines(profile.blocks, [&](ast::Inlines& inlines) { set(inlines); });
}

bool has_class(const ast::Attributes& attributes, std::string_view name) {
    return std::any_of(
        attributes.begin(), attributes.end(), [&](const ast::Attribute& attribute) {
            if (attribute.name != "class") return false;
            const std::string words = " " + attribute.value + " ";
            return words.find(" " + std::string(name) + " ") != std::string::npos;
        });
}

}  // namespace cvtex::profile
