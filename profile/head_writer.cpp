#include "profile/head_writer.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "base/unicode.hpp"
#include "profile/arrange.hpp"

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

}  // namespace

void write_head(const EntryHead& head, const ast::Block& block, ast::Blocks& out) {
    const HeadWriter writer(head);
    ast::Block title{block.span, {}};
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node)) {
        title.node = ast::Heading{heading->level, writer.line(false),  heading->setext,
                                  heading->id,    heading->attributes, heading->tags};
    } else {
        title.node = ast::Paragraph{writer.line(true)};
    }
    out.push_back(std::move(title));
    if (auto second = writer.second_line()) out.push_back(std::move(*second));
}

std::optional<ast::Block> rest_of(const EntryHead& head, const ast::Block& block) {
    if (const auto* list = std::get_if<ast::List>(&block.node)) {
        if (head.rest_items == 0) return std::nullopt;
        ast::List rest{list->start, list->ordered, list->tight, list->delimiter, {}};
        const std::span items(list->items);
        const std::size_t end = head.rest_items_end > 0 ? head.rest_items_end : items.size();
        const std::span left = items.subspan(head.rest_items, end - head.rest_items);
        rest.items.assign(left.begin(), left.end());
        return ast::Block{block.span, std::move(rest)};
    }
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    if (paragraph == nullptr || head.rest_text == 0) return std::nullopt;
    ast::Inlines rest = slice_inlines(paragraph->children, head.rest_text,
                                      head.rest_end > 0 ? head.rest_end : std::string::npos);
    if (rest.empty()) return std::nullopt;
    const Span span = span_of(rest);
    return ast::Block{span, ast::Paragraph{std::move(rest)}};
}

}  // namespace cvtex::profile
