#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.hpp"
#include "layout/break_tailoring.hpp"

/// Boxes, blanks and glue: what the line breaker and justification compute with. No text, no
/// fonts.
namespace cvtex::layout {

/// Order of shrinking, CLREQ 3.5.3 (TYPOGRAPHY §6); a level is used only when those before it
/// are exhausted. Line-end blanks (level 0 there) are no level here: they are always gone.
enum class ShrinkLevel : std::uint8_t {
    WordSpace,
    Interpunct,
    Bracket,
    Pause,
    Gap,
    Stop,
    None
};
constexpr std::size_t kShrinkLevels = 6;

/// Order of stretching, CLREQ 3.5.4. `Han` is any boundary with a full-width character; `Rigid`
/// ones of these stretch only on lines that have nothing else (TYPOGRAPHY §6: avoided next to
/// connectors and solidus).
enum class GlueKind : std::uint8_t { WordSpace, Gap, Han, Rigid, None };
constexpr std::size_t kGlueKinds = 3;

/// What lies between an item and the next one. Gone at a line's end.
struct Glue {
    GlueKind kind = GlueKind::None;
    Pt natural;
    Pt shrink;   ///< most that may be taken away
    Pt stretch;  ///< most that is added at the kind's own level
};

/// One cluster as the breaker sees it: lead blank, body, trail blank, glue.
struct Item {
    Pt body;  ///< never changes
    Pt lead;  ///< blanks that are left after adjacent marks were squeezed
    Pt trail;
    Pt offset;  ///< of the outline from the box's left edge; minus what its left blank lost
    ShrinkLevel lead_level = ShrinkLevel::None;
    ShrinkLevel trail_level = ShrinkLevel::None;
    bool mirrored = false;     ///< right to left: the lead is on the right
    bool trims_start = false;  ///< loses its lead at a line's start
    bool trims_end = false;    ///< loses its trail at a line's end
    bool space = false;        ///< vanishes at a line's end
    bool letter = false;       ///< counts against a lonely last line
    bool closing = false;      ///< should not start a line, even in need
    bool opening = false;      ///< should not end one
    Pt hang;                   ///< may stand outside the line's end by this much
    Glue after;

    [[nodiscard]] Pt width() const { return lead + body + trail; }
};

/// Sums over a stretch of items: natural width and what each level offers.
struct Sums {
    Pt width;
    std::array<Pt, kShrinkLevels> shrink;
    std::array<Pt, 2> stretch;                        ///< word spaces, gaps
    std::array<std::int32_t, kGlueKinds> slots = {};  ///< boundaries of each kind
    std::int32_t rigid = 0;                           ///< boundaries of kind Rigid
    std::int32_t letters = 0;

    [[nodiscard]] Pt total_shrink() const;

    [[nodiscard]] std::int32_t total_slots() const { return slots[0] + slots[1] + slots[2]; }

    /// Boundaries that share what is beyond all soft limits.
    [[nodiscard]] std::int32_t excess_slots() const {
        return total_slots() > 0 ? total_slots() : rigid;
    }

    friend Sums operator-(const Sums& a, const Sums& b);
};

/// Penalties from here on mark breaks in need, inside a piece that is wider than the line.
constexpr std::uint16_t kNeed = 1000;

/// A place where a line may end and the next begin.
struct BreakPlace {
    std::uint32_t item = 0;  ///< first item of the next line
    std::uint16_t penalty = 0;
    bool hyphen = false;
};

/// A break place with sums: a line from point i to point j measures `j.end - i.start`.
struct BreakPoint {
    BreakPlace place;
    Sums end;    ///< all items before, with the edge of a line end taken off
    Sums start;  ///< all items before, plus what a line start takes off
    Pt core;     ///< width of all before the marks at its end that may not start a line
    Pt hyphen;   ///< width of the hyphen that is added
    Pt hang;     ///< may stand outside the line
    bool hang_rigid = false;  ///< the boundary before what hangs would stretch, but must not
    std::uint32_t last = 0;   ///< end of the line's items: spaces before the break are left out
};

struct PlaceOptions {
    bool second_pass = false;
    bool anywhere = false;  ///< every boundary is an opportunity: preformatted text
    Pt measure;             ///< pieces that are wider are opened in need
    Pt first_measure;
    bool shrinks = true;  ///< lines may be squeezed
};

/// The break places of items [begin, end), its start and end included. `before[k]` is the
/// opportunity before item k. Pieces too wide for a line get places inside (TYPOGRAPHY §7:
/// overlong tokens break at any cluster rather than overflow).
[[nodiscard]] std::vector<BreakPlace> find_places(std::span<const Item> items,
                                                  std::span<const BreakOpportunity> before,
                                                  std::size_t begin, std::size_t end,
                                                  const PlaceOptions& options);

/// Adds the sums. Widths of hyphens are left to the caller, who knows their fonts.
[[nodiscard]] std::vector<BreakPoint> measure_places(std::span<const Item> items,
                                                     std::span<const BreakPlace> places);

/// Takes from the sums of a line that ends at `to` what hangs outside it: the mark stands as
/// close to its Han as anywhere, so that the boundary between them takes no part in stretching
/// (§8).
void hang_end(Sums& sums, const BreakPoint& to);

/// Adds to (or, with `sign` -1, takes from) `sums` one item without its glue, its glue, or one
/// of its blanks.
void add_item(Sums& sums, const Item& item);
void add_glue(Sums& sums, const Glue& glue, int sign);
void add_blank(Sums& sums, Pt blank, ShrinkLevel level, int sign);

}  // namespace cvtex::layout
