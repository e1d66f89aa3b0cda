#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "layout/break_tailoring.hpp"
#include "layout/glyph_form.hpp"
#include "layout/items.hpp"
#include "layout/justify.hpp"
#include "layout/line_breaker.hpp"
#include "layout/spacing.hpp"
#include "layout/white_space.hpp"

/// Inline layout without fonts: Han and full-width marks are one em wide, everything else half
/// an em, spaces a quarter. One em is 1000 units, so widths read as thousandths.
namespace cvtex::layout::fake {

constexpr std::int64_t kEm = 1000;

inline Pt em(double ems) {
    return Pt::raw(static_cast<std::int64_t>(ems * static_cast<double>(kEm)));
}

inline ParagraphText paragraph(std::string_view text, std::string_view lang = "zh-CN") {
    ParagraphText out;
    const Region region = region_of(lang);
    out.spans.push_back({styles::TextStyleId::at(0), {}, region, false, is_english(lang)});
    for (const char32_t c : to_utf32(text)) {
        Character character;
        character.code = c;
        out.characters.push_back(character);
    }
    const std::vector<Region> regions = {region};
    resolve_forms(out.characters, regions);
    for (Character& c : out.characters) c.cls = char_class(c.code, c.form);
    resolve_white_space(out.characters);
    for (Character& c : out.characters) {
        c.begin = static_cast<std::uint32_t>(out.text.size());
        append_utf8(out.text, c.code);
    }
    classify_in_context(out.characters);
    decide_space_fates(out);
    return out;
}

inline Pt advance_of(const Character& c) {
    if (c.cls == CharClass::Space) return em(0.25);
    const bool wide = c.cls <= CharClass::Hangul || is_full_width_mark(c.cls) ||
                      c.cls == CharClass::IdeographicSpace || c.code == U'／';
    return wide ? em(1) : em(0.5);
}

/// A paragraph with its items; `origin[k]` is the character of item k.
struct Text {
    ParagraphText paragraph;
    std::vector<Item> items;
    std::vector<BreakOpportunity> before;
    std::vector<std::size_t> origin;
};

inline Text text(std::string_view source, const SpacingStyle& style = {},
                 std::string_view lang = "zh-CN") {
    Text out;
    out.paragraph = paragraph(source, lang);
    const std::vector<BreakOpportunity> all = find_break_opportunities(out.paragraph);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < out.paragraph.characters.size(); ++i) {
        const Character& c = out.paragraph.characters[i];
        if (c.fate == Fate::Dropped) continue;
        Box box;
        box.cls = c.cls;
        box.code = c.code;
        box.region = out.paragraph.spans[0].region;
        box.gap = c.fate == Fate::Gap;
        box.advance = advance_of(c);
        box.size = em(1);
        boxes.push_back(box);
        out.origin.push_back(i);
        // A dropped character's opportunity counts for the next one that is set.
        BreakOpportunity at = all[i];
        for (std::size_t k = i; k > 0 && out.paragraph.characters[k - 1].fate == Fate::Dropped;
             --k) {
            if (all[k - 1].kind > at.kind) at = all[k - 1];
        }
        out.before.push_back(at);
    }
    out.before.push_back(all.back());
    out.items = space_boxes(boxes, style);
    return out;
}

/// A line's characters as written, without the space it ended on.
inline std::string characters_of(const Text& text, const SetLine& line) {
    std::string out;
    for (const SetItem& set : line.items) {
        append_utf8(out, text.paragraph.characters[text.origin[set.item]].code);
    }
    return out;
}

/// The paragraph broken in lines of `measure` em and set.
inline std::vector<SetLine> set_lines(const Text& text, double measure,
                                      Fill fill = Fill::Justified) {
    BreakOptions options;
    options.measure = options.first_measure = em(measure);
    options.em = em(1);
    options.fill = fill;
    PlaceOptions places;
    places.measure = places.first_measure = options.measure;
    places.shrinks = fill == Fill::Justified;
    std::vector<BreakPoint> points;
    std::vector<BrokenLine> lines;
    for (const bool second_pass : {false, true}) {
        places.second_pass = second_pass;
        points = measure_places(
            text.items, find_places(text.items, text.before, 0, text.items.size(), places));
        lines = break_lines(points, options);
        bool loose = false;
        for (const BrokenLine& line : lines) loose |= line.loose;
        if (!loose) break;
    }
    std::vector<SetLine> out;
    for (const BrokenLine& line : lines) {
        const bool last = line.to + 1 == points.size();
        out.push_back(set_line(text.items, points[line.from], points[line.to], options.measure,
                               options, fill == Fill::Justified && !last, line.hung));
    }
    return out;
}

/// Width of all of `source` on one line, in thousandths of an em.
inline std::int64_t width_of(std::string_view source, const SpacingStyle& style = {},
                             std::string_view lang = "zh-CN") {
    const Text whole = text(source, style, lang);
    const std::vector<SetLine> lines = set_lines(whole, 10000);
    return lines.empty() ? 0 : lines.front().width.units();
}

}  // namespace cvtex::layout::fake
