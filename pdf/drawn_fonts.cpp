#include "pdf/drawn_fonts.hpp"

#include <algorithm>
#include <cmath>

#include "fonts/cff_writer.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/parallel.hpp"
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
/// Longest text of one glyph: the longest emoji sequences have 35 bytes.
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

/// Appends a face's outline in thousandths of an em, moved by (`dx`, `dy`).
void append_part(fonts::Outline& out, const fonts::Outline& outline, std::int32_t upem,
                 double dx, double dy) {
    const auto scaled = [upem](double value) {
        return upem == 1000 ? value : std::round(value * 1000 / std::max(upem, 1));
    };
    for (const fonts::PathCommand& command : outline) {
        out.push_back({command.verb, scaled(command.x1) + dx, scaled(command.y1) + dy,
                       scaled(command.x2) + dx, scaled(command.y2) + dy, scaled(command.x) + dx,
                       scaled(command.y) + dy});
    }
}

fonts::DrawnGlyph draw_glyph(const GlyphPlan& plan, const DrawnFont& font,
                             const fonts::FontLibrary& library) {
    const auto width = static_cast<double>(plan.width);
    fonts::DrawnGlyph made;
    made.width = static_cast<std::int32_t>(plan.width);
    switch (plan.drawing) {
        case Drawing::Blank:
            break;
        case Drawing::Picture:
            made.outline = picture_box(width);
            break;
        case Drawing::Missing:
            made.outline = missing_box(width);
            break;
        case Drawing::Parts: {
            const std::int32_t upem = library.info(font.face).upem;
            // Moved as a whole, one glyph's outline stays the same as in other glyphs.
            const bool whole = plan.parts.size() == 1 && plan.parts.front().y == 0;
            if (whole) made.x = static_cast<std::int32_t>(plan.parts.front().x);
            for (const GlyphPart& part : plan.parts) {
                append_part(made.outline, library.outline(font.face, part.glyph), upem,
                            whole ? 0 : static_cast<double>(part.x),
                            static_cast<double>(part.y));
            }
            break;
        }
    }
    return made;
}

std::string program_of(const DrawnFont& font, const fonts::FontLibrary& library) {
    std::vector<fonts::DrawnGlyph> glyphs;
    glyphs.reserve(font.glyphs.size());
    for (const GlyphPlan& plan : font.glyphs) glyphs.push_back(draw_glyph(plan, font, library));
    return fonts::write_cff(clean_font_name(font.name), glyphs);
}

}  // namespace

DrawnFonts::DrawnFonts(const FontUse& use, const fonts::FontLibrary& library)
    : library_(library) {
    for (const auto& [face, glyphs] : use) {
        // Codes are two bytes; whatever finds no room here gets its place when it is shown.
        if (!is_drawn(library.info(face)) || glyphs.size() + 1 >= fonts::kMaxCffGlyphs)
            continue;
        prepared_[face] = {font_with_room(face), &glyphs};
        DrawnFont& font = fonts_.back();
        for (const PlainGlyph& plain : glyphs) {
            font.glyphs.push_back({Drawing::Parts,
                                   library.advance(face, plain.glyph),
                                   {{plain.glyph, 0, 0}},
                                   std::string(plain.text)});
        }
    }
}

std::uint32_t DrawnFonts::font_with_room(fonts::FontId face) {
    const auto open = open_.find(face);
    if (open != open_.end() && fonts_[open->second].glyphs.size() + 2 < fonts::kMaxCffGlyphs)
        return open->second;
    const std::string name = face.valid() ? library_.info(face).postscript_name : "Boxes";
    fonts_.push_back({name, face, {}});
    return open_[face] = static_cast<std::uint32_t>(fonts_.size() - 1);
}

GlyphPlace DrawnFonts::find_or_add(Key key) {
    const auto found = places_.find(key);
    if (found != places_.end()) return found->second;
    const std::uint32_t index = font_with_room(key.face);
    DrawnFont& font = fonts_[index];
    font.glyphs.push_back({key.drawing, key.width, key.parts, key.text});
    const GlyphPlace place{index, static_cast<std::uint16_t>(font.glyphs.size()),
                           static_cast<double>(key.width), Pt()};
    places_.emplace(std::move(key), place);
    return place;
}

GlyphPlace DrawnFonts::plain(fonts::FontId face, fonts::GlyphId glyph, std::string_view text) {
    if (const auto own = prepared_.find(face); own != prepared_.end()) {
        const std::vector<PlainGlyph>& glyphs = *own->second.glyphs;
        const PlainGlyph wanted{glyph, text};
        const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), wanted);
        if (found != glyphs.end() && *found == wanted) {
            const auto index = static_cast<std::size_t>(found - glyphs.begin());
            return {own->second.font, static_cast<std::uint16_t>(index + 1),
                    static_cast<double>(fonts_[own->second.font].glyphs[index].width), Pt()};
        }
    }
    return find_or_add({face,
                        Drawing::Parts,
                        library_.advance(face, glyph),
                        {{glyph, 0, 0}},
                        std::string(text)});
}

GlyphPlace DrawnFonts::boxed(const layout::TextItem& item, const layout::Glyph& glyph,
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
        GlyphPlace made = find_or_add(
            {item.font, Drawing::Parts, width, {{glyph.id, left, 0}}, std::string(text)});
        made.shift = item.size.scaled(left, 1000) - box.left;
        return made;
    }
    // The box of width w shows the outline moved by `shift`. When w is rounded down, what is
    // moved at all moves on by as much: an opener's outline ends where its box ends.
    const std::int64_t width = thousandths(glyph.width, item.size);
    const std::int64_t stepped = std::max<std::int64_t>(width / kStep * kStep, 0);
    std::int64_t shift = thousandths(glyph.x_offset, item.size);
    if (shift != 0) shift -= width - stepped;
    GlyphPlace made = find_or_add(
        {item.font, Drawing::Parts, stepped, {{glyph.id, shift, 0}}, std::string(text)});
    made.shift = item.size.scaled(shift, 1000);
    return made;
}

GlyphPlace DrawnFonts::composed(const layout::TextItem& item, const Cluster& cluster,
                                std::string_view text, int letters) {
    Key key{item.font, Drawing::Parts, 0, {}, std::string(utf8_prefix(text, kMaxText))};
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

GlyphPlace DrawnFonts::picture(Pt width, Pt size, std::string_view text) {
    const std::int64_t units = std::max<std::int64_t>(thousandths(width, size), 1);
    return find_or_add(
        {{}, Drawing::Picture, units, {}, std::string(utf8_prefix(text, kMaxText))});
}

GlyphPlace DrawnFonts::missing(Pt width, Pt size, std::string_view text) {
    const std::int64_t units = std::max<std::int64_t>(thousandths(width, size), 1);
    return find_or_add(
        {{}, Drawing::Missing, units, {}, std::string(utf8_prefix(text, kMaxText))});
}

GlyphPlace DrawnFonts::blank(std::int32_t width, std::string_view text, fonts::FontId face) {
    return find_or_add({face, Drawing::Blank, width, {}, std::string(text)});
}

std::vector<DrawnProgram> draw(const std::vector<DrawnFont>& fonts,
                               const fonts::FontLibrary& library, const Document& document) {
    // A font of fewer glyphs than this is drawn faster than a thread starts to pay off.
    constexpr std::size_t kBigFont = 40;
    const auto big = std::count_if(fonts.begin(), fonts.end(), [](const DrawnFont& font) {
        return font.glyphs.size() >= kBigFont;
    });
    std::vector<DrawnProgram> out(fonts.size());
    run_parallel(fonts.size(), static_cast<std::size_t>(big), [&](std::size_t i) {
        out[i].program.data = program_of(fonts[i], library);
        out[i].packed = document.pack(out[i].program.data);
    });
    return out;
}

}  // namespace cvtex::pdf
