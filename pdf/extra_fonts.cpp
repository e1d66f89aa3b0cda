#include "pdf/extra_fonts.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// Widths of squeezed marks go in steps of this many thousandths of an em, so that justified
/// lines do not need a new glyph each; the rest, never negative, is left to TJ. It is far below
/// the 0.1 em from which readers see a space.
constexpr std::int64_t kStep = 20;
/// Gaps that become part of a glyph's box go in coarser steps: what is left stays below 0.09
/// em.
constexpr std::int64_t kGapStep = 80;
/// Boxes of emoji and missing glyphs, in thousandths of an em: a CJK face's body.
constexpr double kBodyTop = 880;
constexpr double kBodyBottom = -120;
/// Longest text of one tiny glyph: the longest emoji sequences have 35 bytes.
constexpr std::size_t kMaxText = 128;

/// `length` in thousandths of an em at font size `size`, rounded to nearest.
std::int64_t thousandths(Pt length, Pt size) {
    if (size <= Pt()) return 0;
    constexpr double kLimit = 15000;
    const double value = length.points() * 1000 / size.points();
    return std::llround(std::clamp(value, -kLimit, kLimit));
}

using Verb = fonts::PathCommand::Verb;

fonts::PathCommand at(Verb verb, double x, double y) {
    return {verb, 0, 0, 0, 0, x, y};
}

/// A rectangle; counter-clockwise ones cut holes out of clockwise ones and the reverse.
void add_box(fonts::Outline& out, double left, double bottom, double right, double top,
             bool clockwise) {
    out.push_back(at(Verb::Move, left, bottom));
    if (clockwise) {
        out.push_back(at(Verb::Line, left, top));
        out.push_back(at(Verb::Line, right, top));
        out.push_back(at(Verb::Line, right, bottom));
    } else {
        out.push_back(at(Verb::Line, right, bottom));
        out.push_back(at(Verb::Line, right, top));
        out.push_back(at(Verb::Line, left, top));
    }
    out.push_back({Verb::Close});
}

fonts::Outline picture_box(double width) {
    fonts::Outline out;
    add_box(out, 0, kBodyBottom, width, kBodyTop, false);
    return out;
}

/// A frame with a margin on both sides, as fonts draw .notdef.
fonts::Outline missing_box(double width) {
    constexpr double kStroke = 40;
    constexpr double kTop = 760, kBottom = -40;
    const double margin = width / 12;
    fonts::Outline out;
    add_box(out, margin, kBottom, width - margin, kTop, false);
    if (width - 2 * margin > 3 * kStroke) {
        add_box(out, margin + kStroke, kBottom + kStroke, width - margin - kStroke,
                kTop - kStroke, true);
    }
    return out;
}

void append_moved(fonts::Outline& out, const fonts::Outline& outline, double scale, double dx,
                  double dy) {
    for (const fonts::PathCommand& command : outline) {
        fonts::PathCommand& made = out.emplace_back(command);
        made.x1 = command.x1 * scale + dx;
        made.x2 = command.x2 * scale + dx;
        made.x = command.x * scale + dx;
        made.y1 = command.y1 * scale + dy;
        made.y2 = command.y2 * scale + dy;
        made.y = command.y * scale + dy;
    }
}

}  // namespace

std::uint32_t ExtraFonts::font_with_room(fonts::FontId owner) {
    const auto open = open_.find(owner);
    if (open != open_.end() && fonts_[open->second].glyphs.size() + 2 < kMaxTinyGlyphs) {
        return open->second;
    }
    const std::string name = owner.valid() ? library_.info(owner).postscript_name : "Boxes";
    fonts_.push_back({name, owner, {}, {}});
    return open_[owner] = static_cast<std::uint32_t>(fonts_.size() - 1);
}

fonts::Outline ExtraFonts::outline_of(const Key& key) const {
    const auto width = static_cast<double>(key.width);
    if (key.kind == Kind::Picture) return picture_box(width);
    if (key.kind == Kind::Missing) return missing_box(width);
    fonts::Outline out;
    for (const Part& part : key.parts) {
        const double scale = 1000.0 / std::max(library_.info(key.font).upem, 1);
        append_moved(out, library_.outline(key.font, part.glyph), scale,
                     static_cast<double>(part.x), static_cast<double>(part.y));
    }
    return out;
}

ExtraGlyph ExtraFonts::find_or_add(Key key) {
    const auto width = static_cast<double>(key.width);
    const auto found = slots_.find(key);
    if (found != slots_.end()) return {found->second.font, found->second.code, width, Pt()};
    const std::uint32_t index = font_with_room(key.font);
    ExtraFont& font = fonts_[index];
    font.glyphs.push_back({static_cast<std::int32_t>(key.width), outline_of(key)});
    font.texts.push_back(key.text);
    const Slot slot{index, static_cast<std::uint16_t>(font.glyphs.size())};
    slots_.emplace(std::move(key), slot);
    return {slot.font, slot.code, width, Pt()};
}

ExtraGlyph ExtraFonts::boxed(const layout::TextItem& item, const layout::Glyph& glyph,
                             const OwnBox& box, std::string_view text) {
    if (!box.squeezed) {
        // Rounded down: neither beyond the gap, nor short of the room a space wants.
        const auto stepped = [&](Pt gap) {
            const std::int64_t exact = thousandths(gap, item.size);
            return (exact < 0 ? exact - kGapStep + 1 : exact) / kGapStep * kGapStep;
        };
        const std::int64_t left = stepped(box.left);
        const std::int64_t width =
            left + thousandths(glyph.nominal, item.size) + stepped(box.right);
        ExtraGlyph made = find_or_add(
            {Kind::Drawn, item.font, {{glyph.id, left, 0}}, width, std::string(text)});
        made.shift = item.size.scaled(left, 1000) - box.left;
        return made;
    }
    // The box of width w shows the outline moved by `shift`. When w is rounded down, what is
    // moved at all moves on by as much: an opener's outline ends where its box ends.
    const std::int64_t width = thousandths(glyph.width, item.size);
    const std::int64_t stepped = std::max<std::int64_t>(width / kStep * kStep, 0);
    std::int64_t shift = thousandths(glyph.x_offset, item.size);
    if (shift != 0) shift -= width - stepped;
    ExtraGlyph made = find_or_add(
        {Kind::Drawn, item.font, {{glyph.id, shift, 0}}, stepped, std::string(text)});
    made.shift = item.size.scaled(shift, 1000);
    return made;
}

ExtraGlyph ExtraFonts::composed(const layout::TextItem& item, const Cluster& cluster,
                                std::string_view text, int letters) {
    Key key{Kind::Drawn, item.font, {}, 0, std::string(utf8_prefix(text, kMaxText))};
    Pt pen;
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
        const layout::Glyph& glyph = item.glyphs[i];
        key.parts.push_back({glyph.id, thousandths(pen + glyph.x_offset, item.size),
                             thousandths(-glyph.y_offset, item.size)});
        // A gap behind the cluster is no part of its box.
        pen += i + 1 == cluster.end ? std::min(glyph.width, glyph.advance) : glyph.advance;
    }
    key.width = std::max<std::int64_t>(thousandths(pen, item.size) / std::max(letters, 1), 0);
    return find_or_add(std::move(key));
}

ExtraGlyph ExtraFonts::picture(Pt width, Pt size, std::string_view text) {
    const std::int64_t units = std::max<std::int64_t>(thousandths(width, size), 1);
    return find_or_add(
        {Kind::Picture, {}, {}, units, std::string(utf8_prefix(text, kMaxText))});
}

ExtraGlyph ExtraFonts::missing(Pt width, Pt size, std::string_view text) {
    const std::int64_t units = std::max<std::int64_t>(thousandths(width, size), 1);
    return find_or_add(
        {Kind::Missing, {}, {}, units, std::string(utf8_prefix(text, kMaxText))});
}

ExtraGlyph ExtraFonts::blank(std::int32_t width, std::string_view text, fonts::FontId owner) {
    return find_or_add({Kind::Blank, owner, {}, width, std::string(text)});
}

}  // namespace cvtex::pdf
