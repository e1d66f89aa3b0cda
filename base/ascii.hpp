#pragma once

#include <string>
#include <string_view>

/// The characters of ASCII by their kinds, whatever the locale; all others are of none.
/// `Char` is char or char32_t.
namespace cvtex::ascii {

template <class Char>
[[nodiscard]] constexpr bool is_digit(Char c) {
    return c >= '0' && c <= '9';
}

template <class Char>
[[nodiscard]] constexpr bool is_lower(Char c) {
    return c >= 'a' && c <= 'z';
}

template <class Char>
[[nodiscard]] constexpr bool is_upper(Char c) {
    return c >= 'A' && c <= 'Z';
}

template <class Char>
[[nodiscard]] constexpr bool is_letter(Char c) {
    return is_lower(c) || is_upper(c);
}

template <class Char>
[[nodiscard]] constexpr bool is_alphanumeric(Char c) {
    return is_letter(c) || is_digit(c);
}

template <class Char>
[[nodiscard]] constexpr bool is_hex_digit(Char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

inline constexpr std::string_view kBlanks = " \t";
inline constexpr std::string_view kSpaces = " \t\n\r\f";

/// A space or a tab: what CommonMark indents by.
[[nodiscard]] constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// HTML's white space (HTML, ASCII whitespace).
[[nodiscard]] constexpr bool is_space(char c) {
    return is_blank(c) || c == '\n' || c == '\r' || c == '\f';
}

[[nodiscard]] constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

[[nodiscard]] inline std::string to_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = to_lower(c);
    return lower;
}

/// `text` without the `blanks` at its ends.
[[nodiscard]] constexpr std::string_view trim(std::string_view text,
                                              std::string_view blanks = kSpaces) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace cvtex::ascii
