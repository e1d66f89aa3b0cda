#pragma once

#include <cstdint>
#include <string_view>

namespace cvtex::grammar {

/// Reads one line by columns: tabs stop at every fourth column and can be consumed in part
/// (CommonMark §2.2).
class LineCursor {
public:
    static constexpr std::uint32_t kTabStop = 4;

    /// The line is bytes [begin, end) of `text`, without its line end.
    LineCursor(std::string_view text, std::uint32_t begin, std::uint32_t end);

    [[nodiscard]] std::uint32_t offset() const { return offset_; }

    [[nodiscard]] std::uint32_t end() const { return end_; }

    /// Offset of the first character at or after `offset()` that is not a space or tab.
    [[nodiscard]] std::uint32_t nonspace() const { return nonspace_; }

    /// Columns of white space between here and `nonspace()`.
    [[nodiscard]] std::uint32_t indent() const { return nonspace_column_ - column_; }

    [[nodiscard]] bool indented() const { return indent() >= kTabStop; }

    [[nodiscard]] bool blank() const { return nonspace_ == end_; }

    /// From `nonspace()` to the end of the line.
    [[nodiscard]] std::string_view rest() const {
        return text_.substr(nonspace_, end_ - nonspace_);
    }

    /// Columns that remain of a tab consumed in part: they count as spaces of the content.
    [[nodiscard]] std::uint32_t pending_spaces() const {
        return split_tab_ ? kTabStop - column_ % kTabStop : 0;
    }

    /// Offset of the content, a tab consumed in part left out.
    [[nodiscard]] std::uint32_t content() const { return split_tab_ ? offset_ + 1 : offset_; }

    [[nodiscard]] bool at_blank() const {
        return offset_ < end_ && (text_[offset_] == ' ' || text_[offset_] == '\t');
    }

    void advance_columns(std::uint32_t count);
    void advance_to_nonspace();
    /// Moves past `count` bytes that hold no tab, starting at `nonspace()`.
    void advance_past_marker(std::uint32_t count);

private:
    void find_nonspace();

    std::string_view text_;
    std::uint32_t end_;
    std::uint32_t offset_;
    std::uint32_t column_ = 0;
    std::uint32_t nonspace_ = 0;
    std::uint32_t nonspace_column_ = 0;
    bool split_tab_ = false;
};

}  // namespace cvtex::grammar
