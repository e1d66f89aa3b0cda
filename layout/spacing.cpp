#include "layout/spacing.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "layout/measure_unit.hpp"

namespace cvtex::layout {
namespace {

/// A mark that is set narrower than this by its font has no blanks to take (proportional
/// faces).
constexpr std::int64_t kFullWidthTenths = 9;

constexpr Em kHalfEm = Em::raw(Em::kOne / 2);
constexpr Em kQuarterEm = Em::raw(Em::kOne / 4);
constexpr Em kGapLeast = Em::raw(Em::kOne / 8);  // level 5: 1/4 to 1/8
constexpr Em kGapMost = Em::raw(Em::kOne / 3);   // JLREQ allows 1/2
/// A word space never falls below this part of its font width.
constexpr std::int64_t kWordSpaceLeastPercent = 80;

/// How a mark takes part in the pair rules of TYPOGRAPHY §3.
enum class PairKind : std::uint8_t { None, Open, Closing, Middle };

bool is_chinese_mainland(Region region) {
    return region == Region::SC || region == Region::Other;
}

bool is_centred_region(Region region) {
    return region == Region::TC || region == Region::HK;
}

bool has_blanks(const Box& box, Pt body, const SpacingStyle& style) {
    if (box.literal || style.punctuation == styles::Punctuation::None) return false;
    return is_full_width_mark(box.cls) && body * 10 >= box.size * kFullWidthTenths;
}

/// Signs that are part of a word are no letters of it.
bool is_letter(const Box& box) {
    if (box.cls != CharClass::Latin)
        return is_letter_like(box.cls) && !is_token_symbol(box.code);
    return unicode::is_letter(box.code) || unicode::is_decimal_digit(box.code);
}

PairKind pair_kind(const Box& box, Blanks blanks) {
    if (box.cls == CharClass::Open) return PairKind::Open;
    if (is_closing(box.cls) && blanks.lead == Em{} && blanks.trail != Em{}) {
        return PairKind::Closing;
    }
    // ！？ that take their whole em without blanks have nothing to do with their neighbours.
    if (box.cls == CharClass::Exclaim) return PairKind::None;
    if (is_closing(box.cls) || box.cls == CharClass::Interpunct) return PairKind::Middle;
    return PairKind::None;
}

ShrinkLevel trail_level(CharClass c) {
    if (c == CharClass::Close) return ShrinkLevel::Bracket;
    if (c == CharClass::Pause) return ShrinkLevel::Pause;
    return ShrinkLevel::Stop;
}

class Spacer {
public:
    Spacer(std::span<const Box> boxes, const SpacingStyle& style)
        : boxes_(boxes), style_(style), items_(boxes.size()), kinds_(boxes.size()) {}

    std::vector<Item> run() {
        for (std::size_t i = 0; i < boxes_.size(); ++i) set_box(i);
        set_exclamation_runs();
        for (std::size_t i = 1; i < boxes_.size(); ++i) squeeze_pair(i);
        for (std::size_t i = 2; i < boxes_.size(); ++i) squeeze_beside_separator(i);
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            items_[i].after = is_space(i) ? space_glue(i) : boundary_glue(i);
            items_[i].after.natural += boxes_[i].letter_spacing;
            settle_offset(i);
        }
        return std::move(items_);
    }

private:
    [[nodiscard]] bool is_space(std::size_t i) const {
        return boxes_[i].cls == CharClass::Space;
    }

    void set_box(std::size_t i) {
        const Box& box = boxes_[i];
        Item& item = items_[i];
        item.mirrored = box.mirrored;
        item.space = box.cls == CharClass::Space || box.cls == CharClass::IdeographicSpace;
        item.letter = is_letter(box);
        item.closing = is_closing(box.cls) || box.cls == CharClass::Interpunct ||
                       box.cls == CharClass::Connector || box.cls == CharClass::Ellipsis;
        item.opening = box.cls == CharClass::Open;
        if (box.cls == CharClass::Space) return;  // all of it is glue
        item.body = box.advance;
        if (box.literal) return;
        const Pt forced = forced_width(box.cls, box.code, box.region).at(box.size);
        if (forced > Pt{}) {
            item.body = forced;
            item.offset = (forced - box.advance) / 2;
        }
        if (has_blanks(box, item.body, style_)) {
            set_blanks(i);
        } else if (box.cls == CharClass::Interpunct) {
            kinds_[i] = PairKind::Middle;  // GB's half-width one has no blanks of its own
        }
    }

    void set_blanks(std::size_t i) {
        const Box& box = boxes_[i];
        Item& item = items_[i];
        const Blanks blanks = blanks_of(box.cls, box.code, box.region);
        kinds_[i] = pair_kind(box, blanks);
        item.lead = blanks.lead.at(box.size);
        item.trail = blanks.trail.at(box.size);
        item.body -= item.lead + item.trail;
        full_left(i) = left_blank(i);
        if (kinds_[i] == PairKind::Open) {
            item.lead_level = ShrinkLevel::Bracket;
            item.trims_start = true;
        }
        if (kinds_[i] == PairKind::Closing) {
            item.trail_level = trail_level(box.cls);
            // GB/T 15834 5.1.10; Taiwan and Hong Kong leave line ends alone (§12).
            item.trims_end = !is_centred_region(box.region);
            const bool hangs =
                style_.hang && (box.cls == CharClass::Pause || box.cls == CharClass::Stop);
            if (hangs && box.code != U'；' && box.code != U'：') item.hang = item.body;
        }
        if (box.cls == CharClass::Interpunct) {
            item.lead_level = item.trail_level = ShrinkLevel::Interpunct;
        }
        apply_style(i);
    }

    /// Styles that set marks half width throughout (banjiao) or all but the stops (kaiming).
    void apply_style(std::size_t i) {
        const bool stop =
            boxes_[i].cls == CharClass::Stop || boxes_[i].cls == CharClass::Exclaim;
        const bool half = style_.punctuation == styles::Punctuation::Banjiao ||
                          (style_.punctuation == styles::Punctuation::Kaiming && !stop);
        if (!half) return;
        items_[i].lead = {};
        items_[i].trail = {};
    }

    /// GB/T 15834 5.1.2: two of ！？ take one em, three take two.
    void set_exclamation_runs() {
        for (std::size_t i = 0; i < boxes_.size();) {
            std::size_t end = i;
            while (end < boxes_.size() && boxes_[end].cls == CharClass::Exclaim &&
                   kinds_[end] == PairKind::Closing) {
                ++end;
            }
            const std::size_t length = end - i;
            if (length > 1 && length % 2 == 0) items_[end - 1].trail = {};
            i = std::max(end, i + 1);
        }
    }

    /// The table of TYPOGRAPHY §3 for boxes i-1 and i.
    void squeeze_pair(std::size_t i) {
        Item& left = items_[i - 1];
        Item& right = items_[i];
        const PairKind a = kinds_[i - 1];
        const PairKind b = kinds_[i];
        if (a == PairKind::None || b == PairKind::None) return;
        if (b == PairKind::Open) {
            // One half em blank is left between 》 and （, and it is a bracket blank.
            const bool em_wide_middle =
                a == PairKind::Middle && !is_chinese_mainland(boxes_[i - 1].region);
            const bool blank_left = a == PairKind::Closing && left.trail > Pt{};
            if (a == PairKind::Open || em_wide_middle || blank_left) right.lead = {};
            if (blank_left && left.trail_level == ShrinkLevel::Pause) {
                left.trail_level = ShrinkLevel::Bracket;
            }
        } else if (a == PairKind::Closing) {
            left.trail = {};
        }
        // A run of marks never hangs (§8).
        left.hang = {};
        right.hang = {};
    }

    /// （高级） · 2013: the space around a separator is that which was typed, on both sides
    /// alike.
    void squeeze_beside_separator(std::size_t i) {
        const auto is_separator = [&](std::size_t k) {
            return parts_words(boxes_[k].cls, boxes_[k].code);
        };
        if (!is_space(i - 1)) return;
        if (kinds_[i - 2] == PairKind::Closing && is_separator(i)) items_[i - 2].trail = {};
        if (is_separator(i - 2) && kinds_[i] == PairKind::Open) items_[i].lead = {};
    }

    [[nodiscard]] Glue space_glue(std::size_t i) const {
        const Box& box = boxes_[i];
        // Without a gap a typed space is what it was typed as.
        if (box.gap && style_.gap > Em{}) return gap_glue(han_size(i));
        // Code's own spaces never shrink, but share in stretching: else the few Han of a line
        // of commands would be torn apart.
        if (box.literal) {
            return {GlueKind::WordSpace, box.advance, {}, kQuarterEm.at(box.size)};
        }
        // A number and its unit are one (§6).
        if (is_spaced_unit(boxes_, i + 1)) return {GlueKind::None, box.advance, {}, {}};
        return word_space(box);
    }

    static Glue word_space(const Box& box) {
        const Pt quarter = kQuarterEm.at(box.size);
        Pt least = box.advance.scaled(kWordSpaceLeastPercent, 100);
        if (box.advance > quarter) least = std::max(least, quarter);
        const Pt most = std::max(kHalfEm.at(box.size), box.advance);
        return {GlueKind::WordSpace, box.advance, box.advance - least, most - box.advance};
    }

    [[nodiscard]] Glue gap_glue(Pt size) const {
        const Pt natural = style_.gap.at(size);
        const Pt least = std::min(natural, kGapLeast.at(size));
        const Pt most = std::max(natural, kGapMost.at(size));
        return {GlueKind::Gap, natural, natural - least, most - natural};
    }

    /// Font size of the Han side of a gap at space i.
    [[nodiscard]] Pt han_size(std::size_t i) const {
        if (i > 0 && boxes_[i - 1].cls == CharClass::Han) return boxes_[i - 1].size;
        return i + 1 < boxes_.size() ? boxes_[i + 1].size : boxes_[i].size;
    }

    [[nodiscard]] Glue boundary_glue(std::size_t i) const {
        if (i + 1 == boxes_.size() || is_space(i + 1)) return {};
        const Box& left = boxes_[i];
        const Box& right = boxes_[i + 1];
        if (left.cls == CharClass::FixedSpace && left.code == U'\u00A0' && !left.literal) {
            Glue glue = word_space(left);
            glue.natural = {};  // the font's width is its body
            return glue;
        }
        if (style_.gap > Em{} && wants_gap(left, right))
            return gap_glue(left.cls == CharClass::Han ? left.size : right.size);
        if (left.literal || right.literal || !may_part(left, right)) return {};
        return {may_stretch(left, right) ? GlueKind::Han : GlueKind::Rigid, {}, {}, {}};
    }

    /// Han beside Latin, code's own edge included; not inside code, not beside superscripts,
    /// not beside Han letters of Korean, whose spaces are typed (§12).
    static bool wants_gap(const Box& left, const Box& right) {
        if (left.raised || right.raised || (left.literal && right.literal)) return false;
        const auto is_latin = [](const Box& box) {
            return box.cls == CharClass::Latin || (box.literal && box.cls == CharClass::Narrow);
        };
        const auto is_han = [](const Box& box) {
            return box.cls == CharClass::Han && !box.literal && box.region != Region::KR;
        };
        return (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right));
    }

    static bool is_wide(CharClass c) {
        return c == CharClass::Han || c == CharClass::Wide || is_full_width_mark(c);
    }

    /// Boundaries with a full-width character, but for those inside —— and ……
    static bool may_part(const Box& left, const Box& right) {
        const bool dots = left.cls == right.cls &&
                          (left.cls == CharClass::Dash || left.cls == CharClass::Ellipsis);
        return !dots && (is_wide(left.cls) || is_wide(right.cls));
    }

    /// §6 stretch 3: Han–Han and Han–mark boundaries, not beside K and S.
    static bool may_stretch(const Box& left, const Box& right) {
        const auto is_rigid = [](CharClass c) {
            return c == CharClass::Connector || c == CharClass::Solidus;
        };
        if (is_rigid(left.cls) || is_rigid(right.cls)) return false;
        if (is_wide(left.cls) && is_wide(right.cls)) return true;
        // The blank side of a mark beside Latin text.
        return is_closing(left.cls) || right.cls == CharClass::Open;
    }

    [[nodiscard]] Pt left_blank(std::size_t i) const {
        return items_[i].mirrored ? items_[i].trail : items_[i].lead;
    }

    Pt& full_left(std::size_t i) {
        if (full_lefts_.size() < boxes_.size()) full_lefts_.resize(boxes_.size());
        return full_lefts_[i];
    }

    /// The outline moves left by what the blank on its left has lost.
    void settle_offset(std::size_t i) {
        if (!full_lefts_.empty()) items_[i].offset += left_blank(i) - full_lefts_[i];
    }

    std::span<const Box> boxes_;
    const SpacingStyle& style_;
    std::vector<Item> items_;
    std::vector<PairKind> kinds_;
    std::vector<Pt> full_lefts_;
};

}  // namespace

std::vector<Item> space_boxes(std::span<const Box> boxes, const SpacingStyle& style) {
    return Spacer(boxes, style).run();
}

}  // namespace cvtex::layout
