#include "layout/sheets.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cvtex::layout {

Sheets::Sheet& Sheets::reach(std::size_t page) {
    if (page >= sheets_.size()) sheets_.resize(page + 1);
    return sheets_[page];
}

void Sheets::add_back(std::size_t page, std::size_t order, Point at, FrameItem item) {
    reach(page).backs.push_back({order, {at, TagId{}, std::move(item)}});
}

void Sheets::add(std::size_t page, Placed placed) {
    reach(page).items.push_back(std::move(placed));
}

void Sheets::add_notes(std::size_t page, const std::vector<NoteRef>& notes, Pt height) {
    Sheet& sheet = reach(page);
    sheet.notes.insert(sheet.notes.end(), notes.begin(), notes.end());
    sheet.notes_height += height;
}

void Sheets::lower_foot(std::size_t page, Pt y) {
    Sheet& sheet = reach(page);
    sheet.foot = std::max(sheet.foot, y);
}

std::size_t Sheets::after(std::size_t page) {
    if (page + 1 >= kMaxPages) {
        overflown_ = true;
        return page;
    }
    reach(page + 1);
    return page + 1;
}

std::vector<Placed> Sheets::take(std::size_t page) {
    Sheet sheet = std::move(reach(page));
    std::stable_sort(sheet.backs.begin(), sheet.backs.end(),
                     [](const Back& a, const Back& b) { return a.order < b.order; });
    std::vector<Placed> items;
    items.reserve(sheet.backs.size() + sheet.items.size());
    for (Back& back : sheet.backs) items.push_back(std::move(back.placed));
    std::move(sheet.items.begin(), sheet.items.end(), std::back_inserter(items));
    return items;
}

}  // namespace cvtex::layout
