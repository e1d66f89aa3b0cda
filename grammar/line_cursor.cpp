#include "grammar/line_cursor.hpp"

#include <algorithm>

namespace cvtex::grammar {

LineCursor::LineCursor(std::string_view text, std::uint32_t begin, std::uint32_t end)
    : text_(text), end_(end), offset_(begin), nonspace_(begin) {
    find_nonspace();
}

void LineCursor::advance_columns(std::uint32_t count) {
    while (count > 0 && offset_ < end_) {
        if (text_[offset_] != '\t') {
            split_tab_ = false;
            ++offset_;
            ++column_;
            --count;
            continue;
        }
        const std::uint32_t to_stop = kTabStop - column_ % kTabStop;
        const std::uint32_t step = std::min(count, to_stop);
        split_tab_ = to_stop > count;
        if (!split_tab_) ++offset_;
        column_ += step;
        count -= step;
    }
    find_nonspace();
}

void LineCursor::advance_to_nonspace() {
    offset_ = nonspace_;
    column_ = nonspace_column_;
    split_tab_ = false;
}

void LineCursor::advance_past_marker(std::uint32_t count) {
    advance_to_nonspace();
    offset_ += count;
    column_ += count;
    find_nonspace();
}

void LineCursor::find_nonspace() {
    if (nonspace_ > offset_) return;  // Still ahead: scanning again would be quadratic.
    nonspace_ = offset_;
    nonspace_column_ = column_;
    for (; nonspace_ < end_; ++nonspace_) {
        if (text_[nonspace_] == ' ') {
            ++nonspace_column_;
        } else if (text_[nonspace_] == '\t') {
            nonspace_column_ += kTabStop - nonspace_column_ % kTabStop;
        } else {
            break;
        }
    }
}

}  // namespace cvtex::grammar
