#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// Cost of a hyphen at a line's end (TYPOGRAPHY §7: 50 at least).
inline constexpr std::uint16_t kHyphenPenalty = 50;

/// May a line end before a character?
struct BreakOpportunity {
    enum class Kind : std::uint8_t {
        Never,
        Overlong,    ///< only inside a piece that is wider than the line
        SecondPass,  ///< only when the first pass finds no good lines, or a piece is too long
        Allowed,
        Mandatory,
    };
    Kind kind = Kind::Never;
    bool hyphen = false;        ///< a hyphen is set at the line's end
    std::uint16_t penalty = 0;  ///< TYPOGRAPHY §7; 0: a good place
    bool operator==(const BreakOpportunity&) const = default;
};

/// UAX #14 with the tailoring of TYPOGRAPHY §2 and §7. Entry i is the opportunity before
/// character i; entry 0 is Never and the last one, size(), Mandatory.
[[nodiscard]] std::vector<BreakOpportunity> find_break_opportunities(
    const ParagraphText& paragraph);

/// Tailors breaks inside the narrow token of characters [begin, end): hyphenated compounds,
/// slashes, technical tokens (§7 rows 4 and 5), URLs and e-mail addresses. `linked` tells that
/// the token is the text of a link, where a bare host with a path is a URL too.
void tailor_token(std::span<const Character> characters, std::size_t begin, std::size_t end,
                  bool linked, std::span<BreakOpportunity> opportunities);

}  // namespace cvtex::layout
