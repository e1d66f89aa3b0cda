#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "grammar/leaf_text.hpp"
#include "grammar/tokenizer.hpp"

namespace cvtex::grammar {

/// Reads the inlines of one leaf block after another.
class InlineParser {
public:
    InlineParser(InlineContext& context, Diagnostics& diagnostics)
        : context_(context),
          options_(context.options),
          tokenizer_(context),
          diagnostics_(diagnostics) {}

    [[nodiscard]] ast::Inlines parse(const LeafText& leaf);

private:
    enum class FrameKind : std::uint8_t { Root, Emphasis, Strong, Strikethrough, Link, Image };

    /// An inline whose end has not come yet: its children are those in `pending_` from
    /// `first_child` on.
    struct Frame {
        FrameKind kind = FrameKind::Root;
        std::uint32_t begin = 0;
        std::uint32_t link = kNone;
        std::size_t first_child = 0;
    };

    void add_token(const Token& token);
    void report_math(const Token& token);
    void add_delimiters(const DelimiterRun& run);
    void add_autolink(const Token& token);
    void add_address(std::uint32_t begin, std::uint32_t end, bool decodes);
    void add_literal(std::uint32_t begin, std::uint32_t end);
    void flush_literal();
    void add_slices(std::uint32_t begin, std::uint32_t end, bool find_mail);
    void add_text(std::uint32_t begin, std::uint32_t end);
    void add_text_with_mail(std::uint32_t begin, std::uint32_t end);
    void add(std::uint32_t begin, std::uint32_t end, ast::Inline::Node node);
    void open(FrameKind kind, std::uint32_t begin, std::uint32_t link = kNone);
    void close(std::uint32_t end);
    [[nodiscard]] ast::Inlines take_children(std::size_t first_child);
    [[nodiscard]] ast::Inline::Node node_of(const Frame& frame, ast::Inlines children);

    InlineContext& context_;
    const ParseOptions& options_;
    Tokenizer tokenizer_;
    Diagnostics& diagnostics_;
    const LeafText* leaf_ = nullptr;
    InlineTokens* in_ = nullptr;  ///< its strings are moved out
    std::string_view text_;
    std::vector<Frame> frames_;
    ast::Inlines pending_;          ///< the children of all open frames, outermost first
    std::uint32_t overflow_ = 0;    ///< open inlines beyond kMaxInlineDepth
    std::uint32_t link_depth_ = 0;  ///< open links: literal addresses inside stay text
    std::uint32_t literal_begin_ = 0, literal_end_ = 0;  ///< literal text not yet added
    bool too_deep_ = false;
};

}  // namespace cvtex::grammar
