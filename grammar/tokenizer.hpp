#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/backtick_runs.hpp"
#include "grammar/emphasis.hpp"
#include "grammar/inline_tokens.hpp"
#include "grammar/link_definitions.hpp"
#include "grammar/options.hpp"
#include "grammar/scan_inlines.hpp"

namespace cvtex::grammar {

/// What the inlines of a document depend on.
struct InlineContext {
    const LinkDefinitions& definitions;
    const FootnoteLabels& footnotes;
    const ParseOptions& options;
    /// Bytes that reference links may still copy from their definitions: many uses of one huge
    /// definition would be quadratic.
    std::size_t expansion_budget = 0;
    bool math_reported = false;
};

/// Phase two of CommonMark's parsing strategy: reads one leaf block's text from left to right
/// into flat tokens, with links resolved by a bracket stack and emphasis by delimiter runs.
class Tokenizer {
public:
    explicit Tokenizer(InlineContext& context) : context_(context), delimiters_(out_) {}

    /// The tokens stay valid until the next call and may be used up; `text` must outlive them.
    [[nodiscard]] InlineTokens& read(std::string_view text);

private:
    struct Bracket {
        std::uint32_t token = 0;
        std::uint32_t bottom = kNone;  ///< delimiter runs after this one are inside
        std::uint32_t content = 0;     ///< offset after the bracket
        bool image = false;
        bool holds_bracket = false;  ///< then its text is no label
    };

    void read_one();
    void flush_text(std::uint32_t end);
    void push(TokenKind kind, std::uint32_t end, std::uint32_t payload = kNone);
    std::uint32_t keep_string(std::string text);

    void read_line_end();
    void read_backslash();
    void read_reference();
    void read_code();
    void read_math();
    void read_angle();
    void read_delimiters();
    void read_colon();
    [[nodiscard]] bool read_shortcode();
    void read_literal_scheme();
    void read_literal_www();
    void read_literal(std::uint32_t begin);

    // Links (brackets.cpp).
    void open_bracket(bool image);
    void close_bracket();
    [[nodiscard]] bool close_inline_link(const Bracket& opener);
    [[nodiscard]] bool close_reference(const Bracket& opener);
    [[nodiscard]] bool close_link_to(const Bracket& opener, std::string_view label,
                                     std::uint32_t length);
    [[nodiscard]] bool close_footnote(const Bracket& opener, std::string_view label);
    void finish_link(const Bracket& opener, LinkData data, std::uint32_t end);
    void finish_footnote(const Bracket& opener, std::string_view label);

    [[nodiscard]] std::string_view rest() const { return text_.substr(pos_); }

    InlineContext& context_;
    InlineTokens out_;
    DelimiterList delimiters_;
    BacktickRuns backticks_;
    HtmlMemory html_;
    std::string_view text_;
    std::uint32_t pos_ = 0;
    std::uint32_t text_begin_ = 0;     ///< start of the literal text not yet pushed
    std::uint32_t shortcode_end_ = 0;  ///< where the last shortcode ended
    std::vector<Bracket> brackets_;
    std::size_t inactive_ = 0;  ///< brackets below are inside a link's text: links cannot nest
};

}  // namespace cvtex::grammar
