#include "styles/runs.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "base/unicode.hpp"

namespace cvtex::styles {
namespace {

bool shows_nothing(const InlineItem& item) {
    return std::visit(
        overloaded{[](const TextRun& run) { return ascii::trim(run.text).empty(); },
                   [](const ForcedBreak&) { return true; },
                   [](const InlineImage&) { return false; },
                   [](const InlineIcon&) { return false; }},
        item);
}

/// Whether offsets in the run's text are offsets in its source.
bool is_exact(const TextRun& run) {
    return run.span.valid() && run.span.size() == run.text.size();
}

}  // namespace

std::optional<std::string> text_only(const InlineItems& items) {
    std::string text;
    for (const InlineItem& item : items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (!run) return std::nullopt;
        text += run->text;
    }
    return text;
}

std::size_t split_at(InlineItems& items, std::size_t offset) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto* run = std::get_if<TextRun>(&items[i]);
        if (!run) continue;
        if (offset == 0) return i;
        if (offset < run->text.size()) {
            TextRun rest = *run;
            rest.text.erase(0, offset);
            run->text.erase(offset);
            if (is_exact(TextRun{run->text + rest.text, run->style, run->link, run->span})) {
                rest.span.begin += static_cast<std::uint32_t>(offset);
                run->span.end = rest.span.begin;
            }
            items.insert(items.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
            return i + 1;
        }
        offset -= run->text.size();
    }
    return items.size();
}

void redress(Context& context, InlineItems& items, std::size_t begin, std::size_t end,
             const Scope& scope, Element element) {
    for (std::size_t i = begin; i < end && i < items.size(); ++i) {
        auto* run = std::get_if<TextRun>(&items[i]);
        if (!run) continue;
        Scope of_run = scope;
        of_run.text = context.out[run->style];
        run->style = intern(context, dress(context, std::move(of_run), element).text);
    }
}

Pt estimate_width(const Context& context, const InlineItems& items) {
    constexpr Em kIconWidth = Em::of(1.32);  // with the space behind it
    Pt width;
    for (const InlineItem& item : items) {
        if (const auto* icon = std::get_if<InlineIcon>(&item))
            width += kIconWidth.at(icon->size);
        const auto* run = std::get_if<TextRun>(&item);
        if (!run) continue;
        const TextStyle& style = context.out[run->style];
        width += style.size * static_cast<std::int64_t>(unicode::display_width(run->text)) / 2;
    }
    return width;
}

void trim_ends(InlineItems& items) {
    while (!items.empty() && shows_nothing(items.back())) items.pop_back();
    const auto first = std::find_if_not(items.begin(), items.end(), shows_nothing);
    items.erase(items.begin(), first);
}

}  // namespace cvtex::styles
