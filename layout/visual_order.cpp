#include "layout/visual_order.hpp"

#include <algorithm>
#include <numeric>

namespace cvtex::layout {
namespace {

/// A space's whole width is its glue; to be reordered it is a box like others.
bool is_bare_space(const InlineText& inline_text, const SetItem& set) {
    return inline_text.items[set.item].space && set.width == Pt{};
}

BidiLevel level_of(const InlineText& inline_text, const SetItem& set) {
    return inline_text.shaped.clusters[set.item].level;
}

/// Whether a piece of right-to-left text ends before item `k` of a line: behind a space, and
/// between letters and the signs behind them, which extractors take for the next word's.
bool ends_word(const InlineText& inline_text, std::span<const SetItem> items, std::size_t k) {
    const Item& before = inline_text.items[items[k - 1].item];
    const Item& after = inline_text.items[items[k].item];
    return before.space || (before.letter && !after.letter && !after.space);
}

template <class T>
void reverse_range(std::vector<T>& list, std::size_t begin, std::size_t end) {
    std::reverse(list.begin() + static_cast<std::ptrdiff_t>(begin),
                 list.begin() + static_cast<std::ptrdiff_t>(end));
}

}  // namespace

VisualOrder reorder(std::span<const BidiLevel> levels) {
    VisualOrder order;
    order.items.resize(levels.size());
    std::iota(order.items.begin(), order.items.end(), 0U);
    order.glues = order.items;
    BidiLevel least_odd = UINT8_MAX;
    BidiLevel highest = 0;
    for (const BidiLevel level : levels) {
        highest = std::max(highest, level);
        if (is_right_to_left(level)) least_odd = std::min(least_odd, level);
    }
    for (int level = highest; level >= least_odd; --level) {
        for (std::size_t begin = 0; begin < levels.size();) {
            std::size_t end = begin;
            while (end < levels.size() && levels[order.items[end]] >= level) ++end;
            if (end > begin) {
                reverse_range(order.items, begin, end);
                reverse_range(order.glues, begin, end - 1);
            }
            begin = std::max(end, begin + 1);
        }
    }
    return order;
}

std::vector<SetItem> visual_order(const InlineText& inline_text, std::vector<SetItem> items) {
    if (inline_text.text.levels.empty() || items.empty()) return items;
    std::vector<BidiLevel> levels;
    std::vector<Pt> glues;
    for (SetItem& set : items) {
        levels.push_back(level_of(inline_text, set));
        const bool space = is_bare_space(inline_text, set);
        glues.push_back(space ? Pt{} : set.after);
        if (!space) set.after = {};
    }
    const VisualOrder order = reorder(levels);
    std::vector<SetItem> out;
    Pt x = items.front().x;
    for (std::size_t place = 0; place < items.size(); ++place) {
        SetItem set = items[order.items[place]];
        set.x = x;
        set.after += glues[order.glues[place]];
        x += set.width + set.after;
        out.push_back(set);
    }
    return out;
}

std::vector<SetItem> reading_order(const InlineText& inline_text, std::vector<SetItem> items) {
    if (inline_text.text.levels.empty()) return items;
    std::sort(items.begin(), items.end(),
              [](const SetItem& a, const SetItem& b) { return a.item < b.item; });
    for (std::size_t begin = 0; begin < items.size();) {
        const BidiLevel level = level_of(inline_text, items[begin]);
        std::size_t end = begin + 1;
        while (end < items.size() && level_of(inline_text, items[end]) == level &&
               !(is_right_to_left(level) && ends_word(inline_text, items, end))) {
            ++end;
        }
        if (is_right_to_left(level)) reverse_range(items, begin, end);
        begin = end;
    }
    return items;
}

}  // namespace cvtex::layout
