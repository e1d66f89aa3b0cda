#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "grammar/ast.hpp"

namespace cvtex::profile {

/// The text of one run of inlines as a reader sees it, line ends as spaces, and where each part
/// of it was written.
struct RunText {
    struct Piece {
        std::size_t begin = 0;  ///< in `text`
        Span span;
        bool exact = false;  ///< the piece is the slice of the source
    };

    std::string text;
    std::vector<Piece> pieces;  ///< in order, without gaps

    /// Where bytes [begin, end) of `text` were written; `begin` < `end`.
    [[nodiscard]] Span span_of(std::size_t begin, std::size_t end) const;
};

/// `line_end` stands for line ends.
[[nodiscard]] RunText run_text(const ast::Inlines& inlines, char line_end = ' ');

/// The part of `inlines` whose text is bytes [begin, end) of `run_text`; what has no text stays
/// with the text that follows it.
[[nodiscard]] ast::Inlines slice_inlines(const ast::Inlines& inlines, std::size_t begin,
                                         std::size_t end);

}  // namespace cvtex::profile
