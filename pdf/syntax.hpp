#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/geometry.hpp"

/// PDF's lexical conventions (ISO 32000-1, 7.3): numbers, names and strings as text. Everything
/// that comes from a document passes through here, so nothing of it can end a string or open an
/// object.
namespace cvtex::pdf {

/// Longest string written, in bytes of its value (ISO 19005-2, 6.1.13).
inline constexpr std::size_t kMaxStringBytes = 32766;
/// Longest name written, in bytes (ISO 32000-1, annex C).
inline constexpr std::size_t kMaxNameBytes = 127;

void append_integer(std::string& out, std::int64_t value);
/// At most three decimals (0.35 µm), clamped to ±10^6 pt: readers keep single precision.
void append_number(std::string& out, Pt value);
/// At most `decimals` (0–6) digits after the point; not a number becomes 0.
void append_number(std::string& out, double value, int decimals);
/// `<hex>`, cut at `kMaxStringBytes`.
void append_hex_string(std::string& out, std::string_view bytes);
/// `(bytes)`, which may be binary; cut likewise.
void append_literal_string(std::string& out, std::string_view bytes);
/// `/Name` with every byte that is not a regular character as #xx, cut at `kMaxNameBytes`.
void append_name(std::string& out, std::string_view bytes);

[[nodiscard]] std::string hex_string(std::string_view bytes);
/// The value of a text string (7.9.2.2): UTF-16BE with its mark, cut between code points.
[[nodiscard]] std::string text_bytes(std::string_view utf8);
/// The longest prefix of `utf8` that has at most `max_bytes` bytes and ends between code
/// points.
[[nodiscard]] std::string_view utf8_prefix(std::string_view utf8, std::size_t max_bytes);

/// `syntax` with no white space but what parts two tokens of regular characters (7.2.2). Its
/// white space is spaces and line feeds, and it has no comments.
[[nodiscard]] std::string without_spare_spaces(std::string_view syntax);

/// A rectangle (7.9.5) as `[left bottom right top]`: `at` is its top left corner, y downward.
[[nodiscard]] std::string box_array(Point at, Size size, Pt page_height);

}  // namespace cvtex::pdf
