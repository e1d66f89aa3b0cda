#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// Maps offsets in the text of a raw HTML node to the source. The text is the source less the
/// prefixes of containers (`> `, list indent) at the start of its lines.
class HtmlPlaces {
public:
    HtmlPlaces(const Sources& sources, std::string_view text, Span span);

    /// The source of text[begin, end).
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;

private:
    [[nodiscard]] std::uint32_t source_offset(std::uint32_t offset) const;

    struct Line {
        std::uint32_t text_begin = 0;
        std::uint32_t source_begin = 0;
    };

    Span span_;
    std::vector<Line> lines_;
};

enum class HtmlTokenKind : std::uint8_t { Word, Space, Open, Close, Comment };

/// One piece of HTML. A Word is contiguous in the source or one decoded character reference.
struct HtmlToken {
    HtmlTokenKind kind = HtmlTokenKind::Word;
    std::string
        text;  ///< decoded text, raw white space, comment's text, or lower-case tag name
    Span span;
    ast::Attributes attributes;  ///< of Open
    bool endless = false;        ///< of Comment: no `-->` follows
};

/// Splits `text` into tokens: never fails, what is not markup is text. The contents of raw text
/// elements (script, style…) are left out.
[[nodiscard]] std::vector<HtmlToken> tokenize_html(std::string_view text,
                                                   const HtmlPlaces& places);

}  // namespace cvtex::grammar
