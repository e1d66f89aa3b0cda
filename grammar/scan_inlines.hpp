#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The inline constructs that are recognised at one place, answered by the PEG rules. `rest` is
/// a leaf block's text from that place on.
namespace cvtex::grammar {

/// Which HTML constructs have no end in the rest of this text: they are not searched again.
struct HtmlMemory {
    enum Kind : std::uint8_t { Comment, Instruction, Declaration, Cdata };

    std::array<bool, 4> unclosed{};
};

/// A destination and title as written (delimiters stripped), and how much they took.
struct LinkTail {
    std::string_view destination;
    std::string_view title;
    std::uint32_t length = 0;
};

/// One link reference definition; `length` includes its line end.
struct LinkDefinition {
    std::string_view label;
    LinkTail target;
    std::uint32_t length = 0;
};

/// `<https://…>` or `<a@b.c>`.
struct Autolink {
    std::uint32_t length = 0;
    bool email = false;
};

/// Length of the raw HTML construct at `rest[0] == '<'`; 0 for none.
[[nodiscard]] std::uint32_t scan_raw_html(std::string_view rest, HtmlMemory& seen);
[[nodiscard]] Autolink scan_autolink(std::string_view rest);
/// `(destination "title")` after the `]` of a link.
[[nodiscard]] std::optional<LinkTail> scan_link_tail(std::string_view rest);
/// Length of `[label]`; 0 when it is none or longer than 999 characters. May be empty or blank.
[[nodiscard]] std::uint32_t scan_label(std::string_view rest);
/// Whether `text`, which holds no bracket that is not escaped, can be a label: not blank, at
/// most 999 characters.
[[nodiscard]] bool is_label(std::string_view text);
[[nodiscard]] std::optional<LinkDefinition> scan_link_definition(std::string_view rest);

/// Bytes of the GFM literal address (`https://…`, `www.…`) at `rest[0]`; 0 for none.
[[nodiscard]] std::uint32_t scan_literal_url(std::string_view rest, bool stop_at_bracket);
/// Bytes of a mail address' domain after its `@`; 0 when it is none.
[[nodiscard]] std::uint32_t scan_literal_domain(std::string_view rest);

}  // namespace cvtex::grammar
