#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// What a short line of a résumé is about, told from its text alone.
namespace cvtex::profile {

/// All of `text` is a date or a range of dates: `2023.03 - 至今`, `2016年08月 – 2020年05月`,
/// `（2019.7—2021.8）`, `Jan 2020 – Present`.
[[nodiscard]] bool is_date_range(std::string_view text);

/// Dates first, then at most a few short facts: `2016.01 – 至今 · 成都`.
[[nodiscard]] bool is_dated_line(std::string_view text);

/// Dates at the end of an entry's head, as byte offsets of its text.
struct TrailingDate {
    std::size_t separator = 0;  ///< where white space and separator before the dates start
    std::size_t sign = 0;       ///< where the separator itself starts; `begin` if there is none
    std::size_t begin = 0;      ///< of the dates, which go on to the end
};

[[nodiscard]] std::optional<TrailingDate> find_trailing_date(std::string_view text);

/// Where the role begins in `组织 · 职位`, `组织 | 职位` or `组织 - 职位`: at the separator.
[[nodiscard]] std::optional<std::size_t> find_role(std::string_view text);

/// Contact details or short facts between bars: `1999-02 | a@b.c | 杭州`.
[[nodiscard]] bool is_contact_line(std::string_view text);

/// A few words without an end: what a headline may be.
[[nodiscard]] bool is_short_phrase(std::string_view text);

/// Two to four Han characters and nothing else: a Chinese name to be spaced out.
[[nodiscard]] bool is_short_han_name(std::string_view text);

}  // namespace cvtex::profile
