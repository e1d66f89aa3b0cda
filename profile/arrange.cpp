#include "profile/arrange.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/unicode.hpp"
#include "grammar/walk.hpp"
#include "profile/entry_head.hpp"
#include "profile/entry_rows.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// Title, facts and dates share a line up to this width, in terminal columns: somewhat less
/// than the 46 em that the default style sets.
constexpr std::size_t kWidestHead = 78;
/// Between facts that stood on lines of their own: an em space, so that the text holds nothing
/// that nobody wrote.
constexpr std::string_view kGap = "\u2003";

ast::Inline element(std::string_view name, ast::Inlines children, Span span) {
    ast::Element made{"span", {}, std::move(children)};
    made.attributes.push_back({"class", std::string(name), span});
    return {span, std::move(made)};
}

ast::Inline gap(Span span) {
    return {{span.file, span.begin, span.begin}, ast::Text{std::string(kGap)}};
}

/// Without bold and italics: role and dates have a dress of their own.
ast::Inlines unstressed(ast::Inlines inlines) {
    ast::Inlines out;
    for (ast::Inline& node : inlines) {
        ast::Inlines* inner = nullptr;
        if (auto* strong = std::get_if<ast::Strong>(&node.node)) inner = &strong->children;
        if (auto* emphasis = std::get_if<ast::Emphasis>(&node.node))
            inner = &emphasis->children;
        if (inner == nullptr) {
            if (auto* link = ast::get_if<ast::Link>(&node.node))
                link->children = unstressed(std::move(link->children));
            out.push_back(std::move(node));
            continue;
        }
        ast::Inlines flat = unstressed(std::move(*inner));
        std::move(flat.begin(), flat.end(), std::back_inserter(out));
    }
    return out;
}

Span span_of(const ast::Inlines& inlines) {
    return inlines.empty() ? Span{} : join(inlines.front().span, inlines.back().span);
}

/// One head being put together.
class HeadWriter {
public:
    explicit HeadWriter(const EntryHead& head) : head_(head) { measure(); }

    /// The head's line. `titled`: it is a paragraph and its title needs a mark.
    [[nodiscard]] ast::Inlines line(bool titled) const {
        ast::Inlines out = title(titled);
        if (fits_) append_facts(out);
        append_dates(out);
        return out;
    }

    /// The facts that don't fit, as a line of their own.
    [[nodiscard]] std::optional<ast::Block> second_line() const {
        if (fits_ || first_fact() == head_.parts.size()) return std::nullopt;
        ast::Inlines facts;
        append_facts(facts);
        // One element, so that the line is known by it.
        ast::Inlines all{element(kRoleClass, std::move(facts), {})};
        all[0].span = span_of(ast::get<ast::Element>(all[0].node).children);
        const Span span = all[0].span;
        return ast::Block{span, ast::Paragraph{std::move(all)}};
    }

private:
    [[nodiscard]] ast::Inlines copy(std::size_t line, Slice slice) const {
        return slice_inlines(*head_.lines[line].inlines, slice.begin, slice.end);
    }

    [[nodiscard]] std::string_view text(std::size_t line) const {
        return head_.lines[line].run.text;
    }

    [[nodiscard]] std::string_view text(std::size_t line, Slice slice) const {
        return slice.of(text(line));
    }

    /// The index of the first part that is not in the title's line.
    [[nodiscard]] std::size_t first_fact() const {
        if (head_.dress == TitleDress::Cells || head_.parts[0].line > 0) return 1;
        const auto at = std::find_if(head_.parts.begin(), head_.parts.end(),
                                     [](const HeadPart& part) { return part.line > 0; });
        return static_cast<std::size_t>(at - head_.parts.begin());
    }

    void measure() {
        const std::size_t title = head_.parts[0].line;
        std::size_t width = unicode::display_width(text(title, head_.lines[title].line));
        for (std::size_t i = first_fact(); i < head_.parts.size(); ++i)
            width +=
                unicode::display_width(text(head_.parts[i].line, head_.parts[i].slice)) + 2;
        if (head_.date && head_.date_line > 0)
            width += unicode::display_width(text(head_.date_line, head_.date->dates)) + 2;
        fits_ = width <= kWidestHead || head_.dress == TitleDress::Cells;
    }

    /// The title's line without the dates: what comes first, and the rest of it as the role.
    [[nodiscard]] ast::Inlines title(bool titled) const {
        const HeadPart& first = head_.parts[0];
        if (head_.dress == TitleDress::Cells || first.line > 0) {
            ast::Inlines name = copy(first.line, first.slice);
            if (!titled) return name;
            return {element(kOrganisationClass, std::move(name), {})};
        }
        const Slice line = head_.lines[0].line;
        // What stands on either side of the dates.
        Slice before = line, after{line.end, line.end};
        if (head_.date && head_.date_line == 0) {
            before.end = std::max(before.begin, head_.date->cut.begin);
            after.begin = std::min(after.end, head_.date->cut.end);
        }
        Slice name = before.empty() ? after : before;
        Slice separator{name.end, name.end}, role{name.end, name.end};
        const bool has_more = head_.parts.size() > 1 && head_.parts[1].line == 0;
        if (has_more && first.slice.end > name.begin && first.slice.end < name.end) {
            separator = {first.slice.end,
                         std::clamp(head_.parts[1].slice.begin, first.slice.end, name.end)};
            // Brackets around a role are part of it.
            const std::size_t bracket = separator.of(text(0)).find_first_of("(\xEF");
            if (bracket != std::string_view::npos && !is_wide_bar(separator, bracket))
                separator.end = separator.begin + bracket;
            name.end = first.slice.end;
            role.begin = separator.end;
        }
        ast::Inlines out = copy(0, name);
        if (titled) out = {element(kOrganisationClass, std::move(out), {})};
        add(out, kSeparatorClass, copy(0, separator));
        add(out, kRoleClass, copy(0, role));
        if (!before.empty() && !after.empty()) {
            add(out, kSeparatorClass, {gap({})});
            add(out, kRoleClass, copy(0, after));
        }
        return out;
    }

    static void add(ast::Inlines& out, std::string_view name, ast::Inlines children) {
        if (children.empty()) return;
        const Span span = span_of(children);
        out.push_back(element(name, unstressed(std::move(children)), span));
    }

    /// Whether a full-width sign in a separator is a bar, not a bracket.
    [[nodiscard]] bool is_wide_bar(Slice separator, std::size_t at) const {
        const std::string_view rest = separator.of(text(0)).substr(at);
        return rest.starts_with("｜") || rest.starts_with("，");
    }

    void append_facts(ast::Inlines& out) const {
        for (std::size_t i = first_fact(); i < head_.parts.size(); ++i) {
            ast::Inlines fact = copy(head_.parts[i].line, head_.parts[i].slice);
            if (fact.empty()) continue;
            const Span span = span_of(fact);
            if (!out.empty()) add(out, kSeparatorClass, {gap(span)});
            add(out, kRoleClass, std::move(fact));
        }
    }

    void append_dates(ast::Inlines& out) const {
        if (!head_.date) return;
        ast::Inlines dates = copy(head_.date_line, head_.date->dates);
        if (dates.empty()) return;
        const Span span = span_of(dates);
        ast::Inline made = element(kDatesClass, unstressed(std::move(dates)), span);
        ast::get<ast::Element>(made.node).attributes.push_back({"style", "float:right", span});
        // The space keeps the two apart as plain text.
        out.push_back({{span.file, span.begin, span.begin}, ast::Text{" "}});
        out.push_back(std::move(made));
    }

    const EntryHead& head_;
    bool fits_ = true;
};

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

    /// What the head leaves of the last block that it is in.
    static std::optional<ast::Block> rest_of(const EntryHead& head, const ast::Block& block) {
        if (const auto* list = std::get_if<ast::List>(&block.node)) {
            if (head.rest_items == 0) return std::nullopt;
            ast::List rest{list->start, list->ordered, list->tight, list->delimiter, {}};
            rest.items.assign(
                list->items.begin() + static_cast<std::ptrdiff_t>(head.rest_items),
                list->items.end());
            return ast::Block{block.span, std::move(rest)};
        }
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        if (paragraph == nullptr || head.rest_text == 0) return std::nullopt;
        ast::Inlines rest =
            slice_inlines(paragraph->children, head.rest_text, std::string::npos);
        if (rest.empty()) return std::nullopt;
        const Span span = span_of(rest);
        return ast::Block{span, ast::Paragraph{std::move(rest)}};
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
        const HeadWriter writer(*head);
        ast::Block title{blocks[at].span, {}};
        if (const auto* heading = ast::get_if<ast::Heading>(&blocks[at].node)) {
            title.node = ast::Heading{heading->level, writer.line(false),  heading->setext,
                                      heading->id,    heading->attributes, heading->tags};
        } else {
            title.node = ast::Paragraph{writer.line(true)};
        }
        out.push_back(std::move(title));
        if (auto second = writer.second_line()) out.push_back(std::move(*second));
        if (auto rest = rest_of(*head, blocks[at + head->blocks - 1]))
            out.push_back(std::move(*rest));
        for (std::size_t i = 0; i < head->blocks; ++i) skip(blocks[at + i]);
        return head->blocks;
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
            const auto head = is_entry ? read_definition(item) : std::nullopt;
            if (is_entry) ++next_;
            if (!head) {
                for (ast::Blocks& inner : item.definitions)
                    inner = arrange(std::move(inner), false);
                others.items.push_back(std::move(item));
                continue;
            }
            flush();
            const HeadWriter writer(*head);
            out.push_back({item.span, ast::Paragraph{writer.line(true)}});
            if (auto second = writer.second_line()) out.push_back(std::move(*second));
            if (auto rest = rest_of(*head, item.definitions[0][0]))
                out.push_back(std::move(*rest));
            skip(item.definitions[0][0]);
            item.definitions[0].erase(item.definitions[0].begin());
            for (ast::Blocks& inner : item.definitions) {
                ast::Blocks arranged = arrange(std::move(inner), false);
                std::move(arranged.begin(), arranged.end(), std::back_inserter(out));
            }
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
