#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cvtex::grammar {

/// A decoded `&amp;`, `&#38;` or `&#x26;`.
struct CharacterReference {
    std::string text;
    std::uint32_t length = 0;  ///< bytes of the reference as written
};

/// The HTML5 character reference that starts at `offset`, if there is one (CommonMark §2.5).
[[nodiscard]] std::optional<CharacterReference> decode_reference(std::string_view text,
                                                                 std::size_t offset);
/// The same inside HTML, where 106 old names may do without their semicolon: `&copy 2020`. In
/// an attribute one that goes on as a word or a query is none (HTML §13.2.5.73).
[[nodiscard]] std::optional<CharacterReference> decode_html_reference(std::string_view text,
                                                                      std::size_t offset,
                                                                      bool in_attribute);
/// `text` with its character references decoded: HTML attribute values.
[[nodiscard]] std::string decode_references(std::string_view text);
/// `text` with backslash escapes and character references decoded: destinations, titles, info
/// strings.
[[nodiscard]] std::string unescape(std::string_view text);
/// ASCII punctuation: what a backslash escapes.
[[nodiscard]] bool is_ascii_punctuation(char c);

}  // namespace cvtex::grammar
