#pragma once

#include <string>
#include <utility>

#include "layout/vertical.hpp"

/// Hand-made vertical lists for tests of page breaking.
namespace cvtex::layout::test {

inline constexpr Pt kLine = Pt::of(10);

/// A line of text: an item whose anchor carries its name, so that it can be found on its page.
inline LineBox line(std::string name, Pt height = kLine) {
    LineBox box;
    box.frame.size = {Pt::of(100), height};
    box.frame.baseline = height.scaled(3, 4);
    box.frame.push({}, TagId::at(0), AnchorItem{std::move(name), {}});
    box.height = height;
    box.leading = true;
    return box;
}

/// Appends lines named `prefix` 0, 1, … with break points between them that cost `inside`.
inline void add_lines(VerticalList& list, const std::string& prefix, int count,
                      Penalty inside = penalty::kNone) {
    for (int i = 0; i < count; ++i) {
        if (i > 0) list.items.emplace_back(PageEnd{inside});
        list.items.emplace_back(line(prefix + std::to_string(i)));
    }
}

inline void add_break(VerticalList& list, Penalty cost = penalty::kNone, Pt space = {}) {
    list.items.emplace_back(PageEnd{cost});
    if (space > Pt{}) list.items.emplace_back(Space{space});
}

}  // namespace cvtex::layout::test
