#pragma once

#include <cstddef>
#include <vector>

#include "layout/frame.hpp"

namespace cvtex::layout {

/// More pages than any document of a person needs; a guard against endless input.
inline constexpr std::size_t kMaxPages = 5000;

/// Pages being filled. Backgrounds and borders of a container are known only when it ends, but
/// lie below its text: they are kept apart and sorted, outer before inner.
class Sheets {
public:
    /// A number that grows from container to container, in the order they open.
    [[nodiscard]] std::size_t next_order() { return order_++; }

    void add_back(std::size_t page, std::size_t order, Point at, FrameItem item);
    void add(std::size_t page, Placed placed);

    /// Footnotes first mentioned on `page`; `height` is what they need at its foot.
    void add_notes(std::size_t page, const std::vector<NoteRef>& notes, Pt height);

    [[nodiscard]] const std::vector<NoteRef>& notes(std::size_t page) const {
        return sheets_[page].notes;
    }

    [[nodiscard]] Pt notes_height(std::size_t page) const {
        return page < sheets_.size() ? sheets_[page].notes_height : Pt{};
    }

    /// Notes that text reaches down to `y` on `page`, from the text area's top.
    void lower_foot(std::size_t page, Pt y);

    [[nodiscard]] Pt foot(std::size_t page) const {
        return page < sheets_.size() ? sheets_[page].foot : Pt{};
    }

    [[nodiscard]] std::size_t size() const { return sheets_.size(); }

    /// The page after `page`; the same one, noting the overflow, when the cap is reached.
    [[nodiscard]] std::size_t after(std::size_t page);

    [[nodiscard]] bool overflown() const { return overflown_; }

    /// The page's items in order: backgrounds, then content as it was added.
    [[nodiscard]] std::vector<Placed> take(std::size_t page);

private:
    struct Back {
        std::size_t order = 0;
        Placed placed;
    };

    struct Sheet {
        std::vector<Back> backs;
        std::vector<Placed> items;
        std::vector<NoteRef> notes;
        Pt notes_height;
        Pt foot;
    };

    Sheet& reach(std::size_t page);

    std::vector<Sheet> sheets_;
    std::size_t order_ = 0;
    bool overflown_ = false;
};

}  // namespace cvtex::layout
