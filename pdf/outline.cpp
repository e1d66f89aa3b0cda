#include "pdf/outline.hpp"

#include "pdf/links.hpp"

namespace cvtex::pdf {
namespace {

/// Items at this depth (from 1) are closed: their children show only when asked for.
constexpr int kFirstClosedDepth = 2;

struct Item {
    std::size_t parent = 0;  ///< index into the items; 0 is the root
    std::size_t first = 0, last = 0, previous = 0, next = 0;  ///< 0: none
    int level = 0;
    int depth = 0;
    std::int64_t children = 0;
    Dict dict;
};

/// The tree in document order behind the root. An entry's parent is the nearest entry before
/// it with a smaller level.
std::vector<Item> build_tree(const std::vector<layout::OutlineEntry>& entries,
                             Document& document) {
    std::vector<Item> items(1);
    items[0].dict = document.make_dict();
    items[0].level = INT32_MIN;
    std::vector<std::size_t> open{0};
    for (const layout::OutlineEntry& entry : entries) {
        while (items[open.back()].level >= entry.level && open.size() > 1) open.pop_back();
        const std::size_t parent = open.back();
        const std::size_t self = items.size();
        Item item;
        item.parent = parent;
        item.previous = items[parent].last;
        item.level = entry.level;
        item.depth = items[parent].depth + 1;
        item.dict = document.make_dict();
        items.push_back(item);
        if (item.previous) items[item.previous].next = self;
        if (!items[parent].first) items[parent].first = self;
        items[parent].last = self;
        ++items[parent].children;
        open.push_back(self);
    }
    return items;
}

/// /Count: how many descendants show when the item is open; negative when it is closed (table
/// 153). Of the root's descendants the first two levels show.
std::int64_t count_of(const std::vector<Item>& items, std::size_t index) {
    const Item& item = items[index];
    if (item.depth >= kFirstClosedDepth) return -item.children;
    if (item.depth == kFirstClosedDepth - 1) return item.children;
    std::int64_t shown = 0;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (items[i].depth <= kFirstClosedDepth) ++shown;
    }
    return shown;
}

}  // namespace

std::optional<Dict> write_outline(const layout::LaidOut& laid_out,
                                  const std::vector<Dict>& pages, Document& document) {
    if (laid_out.outline.empty()) return std::nullopt;
    std::vector<Item> items = build_tree(laid_out.outline, document);
    for (std::size_t i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        const auto relate = [&](const char* key, std::size_t other) {
            if (other) item.dict.reference(key, items[other].dict);
        };
        relate("First", item.first);
        relate("Last", item.last);
        if (item.children) item.dict.integer("Count", count_of(items, i));
        if (i == 0) {
            item.dict.name("Type", "Outlines");
            continue;
        }
        relate("Prev", item.previous);
        relate("Next", item.next);
        item.dict.reference("Parent", items[item.parent].dict);
        const layout::OutlineEntry& entry = laid_out.outline[i - 1];
        item.dict.text("Title", entry.title);
        if (entry.page >= laid_out.pages.size()) continue;
        const Pt height = laid_out.pages[entry.page].size.height;
        item.dict.raw("Dest", destination_array(pages[entry.page], height - entry.at.y));
    }
    return items.front().dict;
}

}  // namespace cvtex::pdf
