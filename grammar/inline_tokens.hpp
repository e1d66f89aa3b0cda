#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// The flat result of reading a leaf block's text: tokens in order, emphasis still as delimiter
/// runs with the marks that resolution put on them.
namespace cvtex::grammar {

constexpr std::uint32_t kNone = UINT32_MAX;

enum class TokenKind : std::uint8_t {
    Text,     ///< literal bytes
    Decoded,  ///< a character reference or the name of an emoji; payload: string
    Icon,     ///< payload: string, its name
    SoftBreak,
    HardBreak,
    Code,  ///< payload: string
    RawHtml,
    Autolink,    ///< `<…>`; payload: link
    Literal,     ///< GFM literal address; payload: link
    Footnote,    ///< payload: string, the label
    Delimiters,  ///< payload: delimiter run
    LinkOpen,    ///< payload: link
    ImageOpen,   ///< payload: link
    LinkClose,
};

/// Bytes [begin, end) of the leaf's text.
struct Token {
    TokenKind kind = TokenKind::Text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t payload = kNone;
};

/// A run of `*`, `_` or `~` that may open or close.
struct DelimiterRun {
    char marker = '*';
    bool can_open = false;
    bool can_close = false;
    std::uint32_t length = 0;          ///< as written
    std::uint32_t begin = 0, end = 0;  ///< what is still unused
    std::uint32_t previous = kNone, next = kNone;
    std::uint32_t first_close = kNone, last_close = kNone;  ///< marks, in document order
    std::uint32_t first_open = kNone;                       ///< marks, in document order
};

enum class MarkKind : std::uint8_t { Emphasis, Strong, Strikethrough };

/// The opening or closing delimiter of one emphasis.
struct Mark {
    MarkKind kind = MarkKind::Emphasis;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t next = kNone;
};

struct LinkData {
    std::string destination;
    std::string title;
};

struct InlineTokens {
    std::vector<Token> tokens;
    std::vector<DelimiterRun> runs;
    std::vector<Mark> marks;
    std::vector<LinkData> links;
    std::vector<std::string> strings;

    void clear() {
        tokens.clear();
        runs.clear();
        marks.clear();
        links.clear();
        strings.clear();
    }
};

}  // namespace cvtex::grammar
