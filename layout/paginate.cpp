#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

bool is_forced(const VerticalItem& item) {
    const auto* point = std::get_if<PageEnd>(&item);
    return point && point->cost == penalty::kForced;
}

/// Where the piece of the list ends that is broken at one go: at a forced break or after
/// columns.
std::size_t segment_end(const VerticalList& list, std::size_t begin) {
    for (std::size_t i = begin; i < list.items.size(); ++i) {
        if (is_forced(list.items[i])) return i;
        if (std::holds_alternative<Columns>(list.items[i])) return i + 1;
    }
    return list.items.size();
}

/// A container that is open where the placer stands.
struct OpenDecoration {
    std::size_t index = 0;
    std::size_t order = 0;
    Pt top;             ///< of its part on this page
    bool first = true;  ///< this part holds its beginning
};

/// An item on its page that is read behind lines which are not placed yet.
struct Waiting {
    std::size_t lines = 0;  ///< of the list, before it
    Placed placed;
};

/// Puts a list's items on pages, one after another.
class Placer {
public:
    Placer(VerticalList& list, const Area& area, Cursor start, Sheets& sheets,
           Tightness tightness, bool one_piece)
        : list_(list),
          area_(area),
          cursor_(start),
          solid_(start.y),
          sheets_(sheets),
          tightness_(tightness),
          one_piece_(one_piece),
          fresh_(one_piece || start.y == Pt{}) {}

    Cursor run() {
        std::size_t begin = 0;
        while (begin < list_.items.size()) {
            const std::size_t end = one_piece_ ? list_.items.size() : segment_end(list_, begin);
            place_segment(begin, end);
            begin = end;
            if (begin < list_.items.size() && is_forced(list_.items[begin])) {
                if (!fresh_) turn_page();
                ++begin;
            }
        }
        add_waiting(SIZE_MAX);
        return {cursor_.page, solid_};
    }

private:
    void place_segment(std::size_t begin, std::size_t end) {
        PageBreaks pages;
        if (!one_piece_) {
            std::vector<std::size_t> open;
            for (const OpenDecoration& decoration : open_) open.push_back(decoration.index);
            pages = choose_breaks(list_, begin, end, open,
                                  {area_.height - solid_, area_.height, fresh_, area_.notes,
                                   sheets_.notes_height(cursor_.page)},
                                  tightness_);
        }
        if (pages.on_next_page) turn_page();
        auto next = pages.breaks.begin();
        for (std::size_t i = begin; i < end; ++i) {
            if (next != pages.breaks.end() && *next == i) {
                turn_page();
                ++next;
            } else {
                place(list_.items[i]);
            }
        }
    }

    void place(VerticalItem& item) {
        std::visit(
            overloaded{
                [&](LineBox& box) { place_box(box); },
                [&](const Space& space) {
                    if (!fresh_) {
                        cursor_.y += space.size.scaled(tightness_.spaces, 1000);
                    }
                },
                [&](const Kern& kern) { advance(kern.size); },
                [](const PageEnd&) {},
                [&](const OpenBox& box) {
                    open_.push_back({box.decoration, sheets_.next_order(), cursor_.y, true});
                },
                [&](const CloseBox&) { close(); },
                [&](Columns& columns) { place_columns(columns); },
            },
            item);
    }

    void advance(Pt height) {
        cursor_.y += height;
        solid_ = cursor_.y;
        fresh_ = false;
        sheets_.lower_foot(cursor_.page, solid_);
    }

    void place_box(LineBox& box) {
        sheets_.add_notes(cursor_.page, box.frame.notes, box.notes.height);
        ++lines_;
        place_frame(std::move(box.frame), {box.x, cursor_.y}, false);
        add_waiting(lines_);
        advance(box.leading ? box.height.scaled(tightness_.lines, 1000) : box.height);
    }

    void place_frame(Frame frame, Point at, bool artifact) {
        for (Placed& placed : frame.items) {
            placed.at = placed.at + area_.origin + at;
            if (artifact) placed.tag = {};
            if (placed.after_lines > 0) {
                waiting_.push_back({lines_ + placed.after_lines, std::move(placed)});
            } else {
                sheets_.add(cursor_.page, std::move(placed));
            }
        }
    }

    /// Adds what waits for no line beyond `lines`: it stands above, and is read here.
    void add_waiting(std::size_t lines) {
        for (Waiting& waiting : waiting_) {
            if (waiting.lines <= lines) sheets_.add(cursor_.page, std::move(waiting.placed));
        }
        std::erase_if(waiting_, [&](const Waiting& waiting) { return waiting.lines <= lines; });
    }

    void close() {
        if (open_.empty()) return;
        draw(open_.back(), cursor_.page, solid_, true);
        open_.pop_back();
    }

    /// Ends the page: every open container gets its part drawn and goes on at the next head,
    /// below the padding and the table heads that are repeated there.
    void turn_page() {
        add_waiting(SIZE_MAX);
        Pt foot = solid_;
        for (auto d = open_.rbegin(); d != open_.rend(); ++d) {
            foot += decoration(*d).repeat_bottom;
            draw(*d, cursor_.page, foot, false);
        }
        cursor_ = {sheets_.after(cursor_.page), Pt{}};
        for (OpenDecoration& open : open_) {
            const Decoration& d = decoration(open);
            open.top = cursor_.y;
            open.first = false;
            cursor_.y += d.repeat_top;
            if (!d.head.items.empty()) place_frame(d.head, {d.x, cursor_.y}, true);
            cursor_.y += d.head_height;
        }
        solid_ = cursor_.y;
        fresh_ = true;
    }

    void place_columns(Columns& columns) {
        add_waiting(SIZE_MAX);
        Cursor end = cursor_;
        for (Column& column : columns.columns) {
            const Area area{area_.origin + Point{column.x, Pt{}}, area_.height, area_.notes};
            Cursor at{cursor_.page, cursor_.y + column.lowered};
            at = Placer(column.list, area, at, sheets_, tightness_, one_piece_).run();
            if (at.page > end.page || (at.page == end.page && at.y > end.y)) end = at;
        }
        for (; cursor_.page < end.page; ++cursor_.page) {
            for (OpenDecoration& open : open_) {
                draw(open, cursor_.page,
                     sheets_.foot(cursor_.page) + decoration(open).repeat_bottom, false);
                open.top = Pt{};
                open.first = false;
            }
        }
        cursor_ = end;
        advance(Pt{});
    }

    /// Draws a container's part on `page`, from its top there to `foot`.
    void draw(const OpenDecoration& open, std::size_t page, Pt foot, bool last) {
        const Decoration& d = decoration(open);
        const Pt height = foot - open.top;
        if (height <= Pt{}) return;
        sheets_.lower_foot(page, foot);
        const auto fill = [&](Point at, Size size, Color color) {
            sheets_.add_back(page, open.order, area_.origin + at, RectItem{size, color});
        };
        if (d.background) fill({d.x, open.top}, {d.width, height}, *d.background);
        if (d.left) fill({d.x, open.top}, {d.left->thickness, height}, d.left->color);
        if (d.right) {
            fill({d.x + d.width - d.right->thickness, open.top}, {d.right->thickness, height},
                 d.right->color);
        }
        if (d.top && (open.first || d.close_parts)) {
            fill({d.x, open.top}, {d.width, d.top->thickness}, d.top->color);
        }
        if (d.bottom && (last || d.close_parts)) {
            fill({d.x, foot - d.bottom->thickness}, {d.width, d.bottom->thickness},
                 d.bottom->color);
        }
    }

    [[nodiscard]] const Decoration& decoration(const OpenDecoration& open) const {
        return list_.decorations[open.index];
    }

    VerticalList& list_;
    Area area_;
    Cursor cursor_;
    Pt solid_;  ///< foot of the last box: where the page ends when broken here
    Sheets& sheets_;
    Tightness tightness_;
    bool one_piece_;
    bool fresh_;  ///< at a page's head: spaces vanish
    std::vector<OpenDecoration> open_;
    std::size_t lines_ = 0;  ///< placed so far
    std::vector<Waiting> waiting_;
};

}  // namespace

Cursor paginate(VerticalList list, const Area& area, Cursor start, Sheets& sheets,
                Tightness tightness) {
    return Placer(list, area, start, sheets, tightness, false).run();
}

Frame stack(VerticalList list, Pt width) {
    const std::optional<Pt> baseline = first_baseline(list);
    Sheets sheets;
    const Cursor end = Placer(list, {}, {}, sheets, {}, true).run();
    Frame frame;
    frame.size = {width, end.y};
    frame.baseline = baseline.value_or(end.y);
    if (sheets.size() > 0) frame.notes = sheets.notes(0);
    frame.items = sheets.take(0);
    return frame;
}

std::optional<Extent> find_extent(const VerticalList& list, const Area& area,
                                  Tightness tightness) {
    Extent extent{0, 0};
    for (std::size_t begin = 0; begin < list.items.size();) {
        const std::size_t end = segment_end(list, begin);
        if (end > begin && std::holds_alternative<Columns>(list.items[end - 1])) return {};
        const PageBreaks pages = choose_breaks(
            list, begin, end, {}, {area.height, area.height, true, area.notes}, tightness);
        extent.pages += pages.breaks.size() + 1;
        extent.last_lines = pages.last_lines;
        begin = end + 1;
    }
    return extent;
}

std::optional<Pt> first_baseline(const VerticalList& list) {
    Pt y;
    for (const VerticalItem& item : list.items) {
        if (const auto* kern = std::get_if<Kern>(&item)) y += kern->size;
        if (const auto* box = std::get_if<LineBox>(&item)) {
            if (box->frame.baseline >= box->frame.size.height) return {};
            return y + box->frame.baseline;
        }
        if (const auto* columns = std::get_if<Columns>(&item)) {
            if (columns->columns.empty()) return {};
            const Column& first = columns->columns.front();
            const std::optional<Pt> baseline = first_baseline(first.list);
            if (!baseline) return {};
            return y + first.lowered + *baseline;
        }
    }
    return {};
}

}  // namespace cvtex::layout
