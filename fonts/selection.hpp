#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "fonts/font_finder.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// One family of a selection, looked up when first needed: a family that only stands in for
/// rare characters must cost nothing to documents without them.
struct Slot {
    enum class State : std::uint8_t { Unresolved, Missing, Found };
    /// `Cjk` sets the scale that `Latin` and the companions are fitted to. The last three are
    /// our own additions, never reported as missing.
    enum class Kind : std::uint8_t {
        Latin,
        Cjk,
        Fallback,
        Companion,        ///< Latin letters that the CJK face lacks or draws one em wide
        ItalicCompanion,  ///< first for italic Latin text that would stand in a CJK face
        Implicit
    };

    std::string family;
    Kind kind = Kind::Latin;
    FontId font{};
    std::int64_t scale_per_mille = 1000;
    std::atomic<State> state = State::Unresolved;

    Slot(std::string name, Kind slot_kind) : family(std::move(name)), kind(slot_kind) {}

    /// Whether the user's query names it.
    [[nodiscard]] bool asked_for() const {
        return kind == Kind::Latin || kind == Kind::Cjk || kind == Kind::Fallback;
    }
};

/// A resolved query: the faces to try for Han and for Latin text, in order.
struct Selection {
    FontQuery query;
    std::optional<Region> region;  ///< of the query's language
    std::deque<Slot> slots;
    std::vector<Slot*> han_order, latin_order;
    Slot* companion = nullptr;  ///< of `slots`
    Slot* math = nullptr;       ///< of `slots`: operators
    Slot emoji{"Noto Color Emoji", Slot::Kind::Implicit};

    explicit Selection(const FontQuery& font_query);
    Selection(const Selection&) = delete;
    Selection& operator=(const Selection&) = delete;

    [[nodiscard]] const std::vector<Slot*>& order(bool han) const {
        return han ? han_order : latin_order;
    }

    /// Records what a look-up found (an invalid id: nothing); whether there is a face. When two
    /// threads looked the same slot up, the first one's answer stands.
    bool publish(Slot& slot, FontId found, std::int64_t scale);

    /// What a last resort should resemble.
    [[nodiscard]] FaceWish wish_like(bool han) const;

private:
    std::mutex mutex_;
};

/// The size correction that makes a companion's capitals as tall as those of the CJK face.
[[nodiscard]] std::int64_t companion_scale(const FontInfo& latin, const FontInfo& cjk);

/// Looks a slot up; whether it has a face. Thread-safe.
[[nodiscard]] bool resolve(Selection& selection, Slot& slot, FontFinder& finder,
                           const FaceStore& faces);

}  // namespace cvtex::fonts
