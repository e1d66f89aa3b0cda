#include "layout/place_line.hpp"

#include <algorithm>
#include <span>

#include "layout/visual_order.hpp"

namespace cvtex::layout {
namespace {

/// The em box of Han text around the baseline (TYPOGRAPHY §11: typo 880/-120).
constexpr Em kAscent = Em::raw(Em::kOne * 88 / 100);
constexpr Em kDescent = Em::raw(Em::kOne * 12 / 100);
/// A background stands out from its glyphs by this much on every side.
constexpr Em kBackgroundPad = Em::raw(Em::kOne / 10);
/// Top of an underline below the baseline: clear of Han feet, which end at .12 em.
constexpr Em kUnderlineTop = Em::raw(Em::kOne * 14 / 100);
constexpr Em kStrikeTop =
    Em::raw(Em::kOne * 32 / 100);  // above: the middle of x and Han heights
constexpr Em kStroke = Em::raw(Em::kOne / 20);
/// A bar between details is as high as digits and stands on the baseline's level of Han feet.
constexpr Em kBar = Em::raw(Em::kOne * 6 / 100);
constexpr Em kBarTop = Em::raw(Em::kOne * 78 / 100);
constexpr Em kBarHeight = Em::raw(Em::kOne * 86 / 100);

class LinePlacer {
public:
    LinePlacer(const Context& context, const InlineText& inline_text,
               const Registration& registration, const LinePlacement& placement, Frame& frame)
        : context_(context),
          text_(inline_text),
          registration_(registration),
          placement_(placement),
          frame_(frame) {}

    void run(const SetLine& line) {
        items_ = visual_order(text_, line.items);
        place_backgrounds();
        for (const SetItem& set : reading_order(text_, items_)) place(set);
        flush();
        place_hyphen(line.width);
        place_strokes();
        place_links();
    }

private:
    [[nodiscard]] const Cluster& cluster(const SetItem& set) const {
        return text_.shaped.clusters[set.item];
    }

    [[nodiscard]] const StyleSpan& span(const SetItem& set) const {
        return text_.text.spans[span_of(text_, set.item)];
    }

    [[nodiscard]] const styles::TextStyle& style(const SetItem& set) const {
        return context_.document[span(set).style];
    }

    [[nodiscard]] TagId tag(const SetItem& set) const {
        return registration_.span_tags[span_of(text_, set.item)];
    }

    // ---- text -----------------------------------------------------------------------------

    void place(const SetItem& set) {
        if (cluster(set).run == kObjectRun) {
            flush();
            return place_object(set);
        }
        if (!open_ || !continues(set)) open(set);
        add_glyphs(set);
    }

    [[nodiscard]] bool continues(const SetItem& set) const {
        const ShapedPiece& piece = text_.shaped.runs[cluster(set).run];
        const styles::TextStyle& look = style(set);
        return item_.font == piece.run.font && item_.size == piece.size &&
               item_.color == look.color && tag_ == tag(set) && shift_ == look.baseline_shift &&
               item_.right_to_left == is_right_to_left(cluster(set).level) && pen_ == set.x;
    }

    void open(const SetItem& set) {
        flush();
        const ShapedPiece& piece = text_.shaped.runs[cluster(set).run];
        item_ = {};
        item_.block = registration_.block;
        item_.line = placement_.number;
        item_.font = piece.run.font;
        item_.size = piece.size;
        item_.color = style(set).color;
        item_.right_to_left = is_right_to_left(cluster(set).level);
        tag_ = tag(set);
        shift_ = style(set).baseline_shift;
        start_ = set.x;
        open_ = true;
    }

    void flush() {
        if (open_ && !item_.glyphs.empty()) {
            const Point at{placement_.origin.x + start_, placement_.origin.y - shift_};
            frame_.push(at, tag_, std::move(item_));
        }
        item_ = {};
        open_ = false;
    }

    void add_glyphs(const SetItem& set) {
        const Cluster& from = cluster(set);
        const ShapedPiece& piece = text_.shaped.runs[from.run];
        const bool space = text_.items[set.item].space && set.width == Pt{};
        Pt rest = set.width;  // of the box, to be shared by the cluster's glyphs
        Pt advance = set.width + set.after;
        for (std::uint32_t g = 0; g < from.glyph_count; ++g) {
            const fonts::ShapedGlyph& shaped = piece.run.glyphs[from.glyph + g];
            const bool last = g + 1 == from.glyph_count;
            Glyph glyph;
            glyph.id = shaped.id;
            glyph.nominal = piece.at_size(shaped.advance);
            glyph.width = last && !space ? rest : glyph.nominal;
            glyph.advance = last ? advance : glyph.nominal;
            glyph.x_offset = piece.at_size(shaped.x_offset) + set.offset;
            glyph.y_offset = -piece.at_size(shaped.y_offset);
            glyph.begin = from.begin;
            glyph.end = from.end;
            glyph.cluster_start = g == 0;
            glyph.missing = shaped.missing;
            rest -= glyph.width;
            advance -= glyph.advance;
            item_.glyphs.push_back(glyph);
        }
        pen_ = set.x + set.width + set.after;
    }

    void place_hyphen(Pt line_width) {
        if (!placement_.hyphen || items_.empty()) return;
        const ShapedPiece& piece = *placement_.hyphen;
        open(items_.back());
        item_.font = piece.run.font;
        item_.size = piece.size;
        item_.hyphen = true;
        start_ = line_width;
        const std::uint32_t end = cluster(items_.back()).end;
        for (const fonts::ShapedGlyph& shaped : piece.run.glyphs) {
            Glyph glyph;
            glyph.id = shaped.id;
            glyph.nominal = glyph.width = glyph.advance = piece.at_size(shaped.advance);
            glyph.begin = glyph.end = end;
            item_.glyphs.push_back(glyph);
        }
        flush();
    }

    // ---- images ---------------------------------------------------------------------------

    void place_object(const SetItem& set) {
        const InlineObject& object = text_.text.objects[cluster(set).glyph];
        const Point at{placement_.origin.x + set.x, placement_.origin.y - object.size.height};
        if (object.icon) return frame_.push(at, TagId{}, *object.icon);
        if (object.ornament) return;
        frame_.push(at, registration_.object_tags[cluster(set).glyph],
                    ImageItem{object.image, object.size});
    }

    // ---- what lies behind and over the glyphs ---------------------------------------------

    /// Calls `place(first, last)` for every stretch of items on which `same` holds, spaces at
    /// its ends left out: lines and backgrounds do not cover gaps (TYPOGRAPHY §4).
    template <class Wanted, class Same, class Place>
    void for_stretches(Wanted wanted, Same same, Place place) {
        for (std::size_t a = 0; a < items_.size();) {
            std::size_t b = a + 1;
            if (wanted(items_[a])) {
                while (b < items_.size() && same(items_[a], items_[b])) ++b;
                std::size_t first = a;
                std::size_t last = b - 1;
                while (first < last && text_.items[items_[first].item].space) ++first;
                while (last > first && text_.items[items_[last].item].space) --last;
                if (!text_.items[items_[first].item].space) place(items_[first], items_[last]);
            }
            a = b;
        }
    }

    [[nodiscard]] Pt left(const SetItem& set) const { return placement_.origin.x + set.x; }

    [[nodiscard]] static Pt extent(const SetItem& first, const SetItem& last) {
        return last.x + last.width - first.x;
    }

    /// What is left of the blank half of a mark, at the one side where it has one: strokes
    /// begin and end with the ink.
    [[nodiscard]] Pt lead_blank(const SetItem& set) const {
        const Item& item = text_.items[set.item];
        const bool opens = item.lead > Pt{} && item.trail == Pt{} && !item.mirrored;
        return opens ? set.width - item.body : Pt{};
    }

    [[nodiscard]] Pt trail_blank(const SetItem& set) const {
        const Item& item = text_.items[set.item];
        const bool closes = item.trail > Pt{} && item.lead == Pt{} && !item.mirrored;
        return closes ? set.width - item.body : Pt{};
    }

    void place_backgrounds() {
        for_stretches(
            [&](const SetItem& set) { return style(set).background.has_value(); },
            [&](const SetItem& a, const SetItem& b) { return span(a).style == span(b).style; },
            [&](const SetItem& first, const SetItem& last) {
                const styles::TextStyle& look = style(first);
                const Pt pad = kBackgroundPad.at(look.size);
                const Point at{left(first) - pad, placement_.origin.y - look.baseline_shift -
                                                      kAscent.at(look.size) - pad};
                const Pt height = (kAscent + kDescent).at(look.size) + pad * 2;
                frame_.push(
                    at, {},
                    RectItem{{extent(first, last) + pad * 2, height}, *look.background});
            });
    }

    void place_strokes() {
        const auto stroke = [&](bool styles::TextStyle::*flag, Em top) {
            for_stretches([&](const SetItem& set) { return style(set).*flag; },
                          [&](const SetItem& a, const SetItem& b) {
                              return style(b).*flag && style(a).size == style(b).size &&
                                     style(a).color == style(b).color &&
                                     style(a).baseline_shift == style(b).baseline_shift;
                          },
                          [&](const SetItem& first, const SetItem& last) {
                              const styles::TextStyle& look = style(first);
                              const Pt lead = lead_blank(first);
                              const Point at{left(first) + lead, placement_.origin.y -
                                                                     look.baseline_shift +
                                                                     top.at(look.size)};
                              const Size size{extent(first, last) - lead - trail_blank(last),
                                              kStroke.at(look.size)};
                              frame_.push(at, {}, RectItem{size, look.color});
                          });
        };
        stroke(&styles::TextStyle::underline, kUnderlineTop);
        stroke(&styles::TextStyle::strikethrough, -kStrikeTop);
        place_bars();
    }

    void place_bars() {
        for (const SetItem& set : items_) {
            const styles::TextStyle& look = style(set);
            if (!look.bar) continue;
            // Letter-spacing stands behind the space: the bar is in the middle of both.
            const Pt room = set.width + set.after;
            if (room <= Pt{}) continue;
            const Pt thickness = kBar.at(look.size);
            const Point at{left(set) + (room - thickness) / 2,
                           placement_.origin.y - look.baseline_shift - kBarTop.at(look.size)};
            frame_.push(at, {}, RectItem{{thickness, kBarHeight.at(look.size)}, look.color});
        }
    }

    void place_links() {
        for_stretches(
            [&](const SetItem& set) { return span(set).link.valid(); },
            [&](const SetItem& a, const SetItem& b) { return span(a).link == span(b).link; },
            [&](const SetItem& first, const SetItem& last) {
                Pt ascent = kAscent.at(style(first).size);
                Pt descent = kDescent.at(style(first).size);
                if (cluster(first).run == kObjectRun) {
                    ascent = text_.text.objects[cluster(first).glyph].size.height;
                    descent = {};
                }
                const LinkRef link = context_.link_refs[span(first).link.index()];
                frame_.push({left(first), placement_.origin.y - ascent}, tag(first),
                            LinkItem{link, {extent(first, last), ascent + descent}});
            });
    }

    const Context& context_;
    const InlineText& text_;
    const Registration& registration_;
    const LinePlacement& placement_;
    Frame& frame_;
    std::vector<SetItem> items_;

    // The text item being gathered.
    TextItem item_;
    TagId tag_;
    Pt shift_;
    Pt start_;
    Pt pen_;
    bool open_ = false;
};

}  // namespace

void place_line(const Context& context, const InlineText& inline_text,
                const Registration& registration, const SetLine& line,
                const LinePlacement& placement, Frame& frame) {
    LinePlacer(context, inline_text, registration, placement, frame).run(line);
}

}  // namespace cvtex::layout
