#include "fonts/shaper.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace cvtex::fonts {
namespace {

/// Stands for glyphs of default-ignorable characters until they are dropped; no font has it.
constexpr hb_codepoint_t kInvisible = 0xFFFFFFFE;
/// A missing narrow character takes .6 em, about the width of a digit.
constexpr int kMissingWidthPercent = 60;

/// The tag that gives a region's forms through `locl`.
const char* language_of(Region region) {
    switch (region) {
        case Region::Japan:
            return "ja";
        case Region::Korea:
            return "ko";
        case Region::China:
            return "zh-Hans";
        case Region::Taiwan:
            return "zh-Hant";
        case Region::HongKong:
            return "zh-Hant-HK";
    }
    return "zh-Hans";
}

/// Whether the digits of a CJK face only line up in their Western forms: Noto Serif CJK has a
/// narrow 1 in CJK languages and tabular digits in others.
bool has_uneven_digits(const Face& face) {
    hb_codepoint_t zero = 0;
    hb_codepoint_t one = 0;
    hb_font_t* font = face.font.get();
    return face.cjk && hb_font_get_nominal_glyph(font, U'0', &zero) != 0 &&
           hb_font_get_nominal_glyph(font, U'1', &one) != 0 &&
           hb_font_get_glyph_h_advance(font, zero) != hb_font_get_glyph_h_advance(font, one);
}

/// Han text always has a CJK language. Latin text has the document's, so that its digits are
/// those drawn to go with Han, but for what a Chinese font would set the Chinese way.
hb_language_t language_for(const Face& face, const ShapeRequest& request,
                           const Segment& segment, std::optional<Region> region) {
    const std::optional<Region> requested = region_of(request.lang);
    if (segment.han) {
        const Region han = requested ? *requested : region.value_or(Region::China);
        return hb_language_from_string(language_of(han), -1);
    }
    if (!requested && !request.lang.empty()) {
        return hb_language_from_string(request.lang.data(),
                                       static_cast<int>(request.lang.size()));
    }
    if (requested) region = requested;
    const bool western = segment.western || (request.tabular_digits && has_uneven_digits(face));
    return hb_language_from_string(region && !western ? language_of(*region) : "en", -1);
}

class Features {
public:
    void set(hb_tag_t tag, unsigned value) {
        list_.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    }

    void set_at(hb_tag_t tag, std::size_t begin, std::size_t end) {
        list_.push_back({tag, 1, static_cast<unsigned>(begin), static_cast<unsigned>(end)});
    }

    [[nodiscard]] const std::vector<hb_feature_t>& list() const { return list_; }

private:
    std::vector<hb_feature_t> list_;
};

/// Quotes are full width in Japanese Han text, where the face draws them narrow, and
/// proportional in Latin text set from a Chinese face, which has them one em wide (PDF.md §5).
void add_quote_widths(Features& features, const ShapeRequest& request, const Segment& segment,
                      bool japanese) {
    constexpr hb_tag_t kFull = HB_TAG('f', 'w', 'i', 'd');
    constexpr hb_tag_t kProportional = HB_TAG('p', 'w', 'i', 'd');
    if (segment.han && !japanese) return;
    for (std::size_t at = segment.begin; at < segment.end;) {
        const Decoded next = decode_utf8(request.text, at);
        const std::size_t end = at + next.length;
        if (is_curly_quote(next.code_point)) {
            features.set_at(segment.han ? kFull : kProportional, at, end);
        }
        at = end;
    }
}

Features features_for(const Face& face, const ShapeRequest& request, const Segment& segment,
                      std::optional<Region> region) {
    Features features;
    if (segment.han) {
        // Kerning would pull kana together; squeezing marks is layout's (TYPOGRAPHY.md §3,
        // §11).
        features.set(HB_TAG('k', 'e', 'r', 'n'), 0);
    } else {
        if (!request.ligatures) {
            features.set(HB_TAG('l', 'i', 'g', 'a'), 0);
            features.set(HB_TAG('c', 'l', 'i', 'g'), 0);
            features.set(HB_TAG('c', 'a', 'l', 't'), 0);
        }
        if (request.tabular_digits) features.set(HB_TAG('t', 'n', 'u', 'm'), 1);
        if (request.small_caps) features.set(HB_TAG('s', 'm', 'c', 'p'), 1);
    }
    if (face.cjk) {
        const std::optional<Region> requested = region_of(request.lang);
        const bool japanese = (requested ? requested : region) == Region::Japan;
        add_quote_widths(features, request, segment, japanese);
    }
    return features;
}

/// Gives each group of glyphs of one cluster its byte range; HarfBuzz only tells where clusters
/// begin. Glyph order is reversed when the text runs right to left.
void set_cluster_ends(std::span<ShapedGlyph> glyphs, std::uint32_t end, bool right_to_left) {
    std::uint32_t next_begin = end;
    std::uint32_t current_end = end;
    const std::size_t count = glyphs.size();
    for (std::size_t i = 0; i < count; ++i) {
        ShapedGlyph& glyph = glyphs[right_to_left ? i : count - 1 - i];
        if (glyph.begin != next_begin) {
            current_end = next_begin;
            next_begin = glyph.begin;
        }
        glyph.end = current_end;
    }
    for (std::size_t i = 0; i < count; ++i) {
        glyphs[i].cluster_start = i == 0 || glyphs[i].begin != glyphs[i - 1].begin;
    }
}

/// Placeholders of ignorable characters vanish beside real glyphs of their cluster; alone in it
/// one stays, as a blank without advance, so that the character keeps a place to break at.
void drop_invisible(std::vector<ShapedGlyph>& glyphs, std::size_t first, GlyphId space) {
    std::size_t kept = first;
    for (std::size_t group = first; group < glyphs.size();) {
        std::size_t end = group;
        while (end < glyphs.size() && glyphs[end].begin == glyphs[group].begin) ++end;
        const std::size_t kept_before = kept;
        for (std::size_t i = group; i < end; ++i) {
            if (glyphs[i].id != kInvisible) glyphs[kept++] = glyphs[i];
        }
        if (kept == kept_before) {
            ShapedGlyph blank = glyphs[group];
            blank.id = space;
            blank.advance = blank.x_offset = blank.y_offset = 0;
            blank.invisible = true;
            glyphs[kept++] = blank;
        }
        glyphs[kept_before].cluster_start = true;
        group = end;
    }
    glyphs.resize(kept);
}

void add_text(hb_buffer_t* buffer, const ShapeRequest& request, const Segment& segment) {
    // HarfBuzz looks at five characters of context at most; a window keeps the call's cost
    // apart from the paragraph's length and its offsets within int.
    hb_buffer_add_utf8(buffer, request.text.data(), static_cast<int>(request.text.size()),
                       segment.begin, static_cast<int>(segment.end - segment.begin));
}

void add_missing(const Face& face, const Segment& segment, std::vector<ShapedGlyph>& glyphs) {
    ShapedGlyph glyph;
    glyph.begin = segment.begin;
    glyph.end = segment.end;
    glyph.missing = true;
    glyph.advance = segment.wide ? face.info.upem : face.info.upem * kMissingWidthPercent / 100;
    glyphs.push_back(glyph);
}

}  // namespace

bool is_curly_quote(char32_t c) {
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

bool is_dash_or_ellipsis(char32_t c) {
    return c == 0x2014 || c == 0x2026 || c == 0x22EF;
}

void shape_segment(hb_buffer_t* buffer, const Face& face, const ShapeRequest& request,
                   const Segment& segment, std::optional<Region> region,
                   std::vector<ShapedGlyph>& glyphs) {
    if (segment.missing) return add_missing(face, segment, glyphs);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_invisible_glyph(buffer, kInvisible);
    hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(segment.script));
    hb_buffer_set_language(buffer, language_for(face, request, segment, region));
    hb_buffer_set_direction(buffer,
                            request.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    add_text(buffer, request, segment);
    const Features features = features_for(face, request, segment, region);
    hb_shape(face.font.get(), buffer, features.list().data(),
             static_cast<unsigned>(features.list().size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    const std::size_t first = glyphs.size();
    for (unsigned i = 0; i < count; ++i) {
        ShapedGlyph glyph;
        glyph.id = infos[i].codepoint;
        glyph.advance = positions[i].x_advance;
        glyph.x_offset = positions[i].x_offset;
        glyph.y_offset = positions[i].y_offset;
        glyph.begin = infos[i].cluster;
        glyph.unsafe_to_break =
            (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        if (glyph.id == 0 && is_ignorable(decode_utf8(request.text, glyph.begin).code_point)) {
            glyph.id = kInvisible;  // controls and line separators, which HarfBuzz lets through
        }
        glyph.missing = glyph.id == 0;
        if (glyph.missing) glyph.advance = face.info.upem * kMissingWidthPercent / 100;
        glyphs.push_back(glyph);
    }
    set_cluster_ends(std::span(glyphs).subspan(first), segment.end, request.right_to_left);
    drop_invisible(glyphs, first, face.space);
}

}  // namespace cvtex::fonts
