#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/inline_tokens.hpp"

namespace cvtex::grammar {

/// Whether a delimiter run may open or close emphasis (CommonMark §6.2 as amended by the
/// "CJK-friendly" specification).
struct Flanking {
    bool can_open = false;
    bool can_close = false;
};

[[nodiscard]] Flanking flanking(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// The delimiter runs that may still match, as a doubly linked list through
/// `InlineTokens::runs`.
class DelimiterList {
public:
    explicit DelimiterList(InlineTokens& out) : out_(out) {}

    /// The innermost run, or kNone: what a bracket remembers when it opens.
    [[nodiscard]] std::uint32_t last() const { return last_; }

    void push(std::uint32_t run);
    /// Matches closers with openers among the runs after `bottom`, then forgets those runs.
    void resolve(std::uint32_t bottom);
    /// Forgets the runs after `bottom` without matching.
    void truncate(std::uint32_t bottom);

private:
    [[nodiscard]] std::uint32_t find_opener(std::uint32_t closer, std::uint32_t lowest) const;
    void match(std::uint32_t opener, std::uint32_t closer);
    void unlink(std::uint32_t run);

    InlineTokens& out_;
    std::uint32_t first_ = kNone;
    std::uint32_t last_ = kNone;
};

}  // namespace cvtex::grammar
