#include "layout/shape_text.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace cvtex::layout {
namespace {

/// Longest piece of text shaped at once: bounds the memory of one request, far above any word.
constexpr std::size_t kMaxSegment = 16384;
/// Most combining marks in a row that are shaped together: placing them costs HarfBuzz the
/// square of their number. No script stacks more.
constexpr std::size_t kMaxMarks = 32;

class Shaper {
public:
    Shaper(Context& context, const ParagraphText& paragraph)
        : context_(context), paragraph_(paragraph) {}

    ShapedText run() {
        const std::vector<Character>& characters = paragraph_.characters;
        for (std::size_t i = 0; i < characters.size();) {
            const Character& c = characters[i];
            if (c.cls == CharClass::Object) {
                add_object(i++);
            } else if (!is_shaped(c)) {
                ++i;
            } else {
                const std::size_t end = segment_end(i);
                shape_segment(i, end);
                i = end;
            }
        }
        return std::move(out_);
    }

private:
    static bool is_shaped(const Character& c) {
        return c.fate != Fate::Dropped && c.cls != CharClass::LineEnd &&
               c.cls != CharClass::Object;
    }

    [[nodiscard]] std::uint32_t begin_of(std::size_t i) const {
        return i < paragraph_.characters.size()
                   ? paragraph_.characters[i].begin
                   : static_cast<std::uint32_t>(paragraph_.text.size());
    }

    [[nodiscard]] styles::TextStyleId style_of(std::size_t i) const {
        return paragraph_.spans[paragraph_.characters[i].span].style;
    }

    [[nodiscard]] std::size_t segment_end(std::size_t begin) const {
        const std::vector<Character>& characters = paragraph_.characters;
        std::size_t i = begin + 1;
        std::size_t marks = 0;
        for (; i < characters.size() && is_shaped(characters[i]); ++i) {
            if (characters[i].form != characters[begin].form) break;
            if (style_of(i) != style_of(begin)) break;
            if (paragraph_.level_of(i) != paragraph_.level_of(begin)) break;
            marks = is_mark(characters[i].code) ? marks + 1 : 0;
            if (marks > kMaxMarks) break;
            if (i - begin >= kMaxSegment && characters[i].cls != characters[i - 1].cls) break;
            if (i - begin >= 2 * kMaxSegment) break;
        }
        return i;
    }

    static bool is_mark(char32_t c) {
        return c >= 0x300 && unicode::grapheme_break(c) == unicode::GraphemeBreak::Extend;
    }

    void add_object(std::size_t i) {
        Cluster cluster;
        cluster.begin = begin_of(i);
        cluster.end = begin_of(i + 1);
        cluster.character = static_cast<std::uint32_t>(i);
        cluster.run = kObjectRun;
        cluster.level = paragraph_.level_of(i);
        cluster.glyph = static_cast<std::uint32_t>(object_);
        cluster.advance = paragraph_.objects[object_++].size.width;
        out_.clusters.push_back(cluster);
    }

    void shape_segment(std::size_t begin, std::size_t end) {
        const styles::TextStyleId id = style_of(begin);
        const styles::TextStyle& style = context_.document[id];
        fonts::ShapeRequest request;
        request.text = paragraph_.text;
        request.begin = begin_of(begin);
        request.end = begin_of(end);
        request.selection = context_.selections[id.index()];
        request.form = paragraph_.characters[begin].form;
        request.lang = style.lang;
        const BidiLevel level = paragraph_.level_of(begin);
        request.right_to_left = is_right_to_left(level);
        request.ligatures = !style.code && style.letter_spacing == Em{};
        request.tabular_digits = style.tabular_digits;
        request.small_caps = style.small_caps;
        character_ = begin;
        std::vector<fonts::ShapedRun> runs = context_.library.shape(request);
        std::stable_sort(runs.begin(), runs.end(),
                         [](const auto& a, const auto& b) { return a.begin < b.begin; });
        for (fonts::ShapedRun& run : runs) {
            const Pt size = style.size.scaled(run.scale_per_mille, 1000);
            out_.runs.push_back({std::move(run), id, size});
            add_clusters(level);
        }
    }

    /// Cuts the last run into clusters, in text order.
    void add_clusters(BidiLevel level) {
        const ShapedPiece& piece = out_.runs.back();
        const std::vector<fonts::ShapedGlyph>& glyphs = piece.run.glyphs;
        const std::size_t first = out_.clusters.size();
        for (std::size_t g = 0; g < glyphs.size();) {
            Cluster cluster;
            cluster.begin = glyphs[g].begin;
            cluster.end = glyphs[g].end;
            cluster.run = static_cast<std::uint32_t>(out_.runs.size() - 1);
            cluster.glyph = static_cast<std::uint32_t>(g);
            cluster.level = level;
            std::int64_t units = 0;
            do {
                units += glyphs[g].advance;
                ++g;
            } while (g < glyphs.size() && glyphs[g].begin == cluster.begin);
            cluster.glyph_count = static_cast<std::uint32_t>(g) - cluster.glyph;
            cluster.advance = piece.size.scaled(units, piece.run.upem);
            out_.clusters.push_back(cluster);
        }
        if (is_right_to_left(level)) {
            std::reverse(out_.clusters.begin() + static_cast<std::ptrdiff_t>(first),
                         out_.clusters.end());
        }
        for (std::size_t k = first; k < out_.clusters.size(); ++k) {
            while (begin_of(character_ + 1) <= out_.clusters[k].begin) ++character_;
            out_.clusters[k].character = static_cast<std::uint32_t>(character_);
        }
    }

    Context& context_;
    const ParagraphText& paragraph_;
    ShapedText out_;
    std::size_t object_ = 0;
    std::size_t character_ = 0;  ///< of the cluster added last
};

/// The Debian package that is likely to have a character, for the hint.
std::string package_for(char32_t c) {
    if (unicode::is_extended_pictographic(c) || unicode::is_emoji_presentation(c)) {
        return "fonts-noto-color-emoji";
    }
    // Extensions beyond the basic plane that Noto CJK leaves out.
    if (unicode::is_han(c)) return c > 0xFFFF ? "fonts-hanazono" : "fonts-noto-cjk";
    if (unicode::is_kana(c) || unicode::is_hangul(c)) return "fonts-noto-cjk";
    const bool private_use = unicode::category(c) == unicode::Category::Co;
    return private_use || unicode::category(c) == unicode::Category::Cn ? ""
                                                                        : "fonts-noto-core";
}

std::string code_point_name(char32_t c) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string hex;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const unsigned digit = (static_cast<unsigned>(c) >> shift) & 0xF;
        if (!hex.empty() || digit != 0 || shift < 16) hex += kDigits[digit];
    }
    return "U+" + hex;
}

void report_missing(Context& context, const ParagraphText& paragraph, const Cluster& cluster) {
    for (std::size_t i = cluster.character; i < paragraph.characters.size(); ++i) {
        const Character& c = paragraph.characters[i];
        if (c.begin >= cluster.end) break;
        if (!context.reported_missing.insert(c.code).second) continue;
        const std::string package = package_for(c.code);
        context.diagnostics.warning(
            "missing-glyph", source_span(paragraph, c.begin, cluster.end),
            "no font has " + code_point_name(c.code) + " " + unicode::name(c.code),
            package.empty() ? "" : "install the package " + package);
        // The base character explains the cluster; its marks would only repeat it.
        break;
    }
}

}  // namespace

ShapedText shape_text(Context& context, const ParagraphText& paragraph) {
    return Shaper(context, paragraph).run();
}

void report_missing_glyphs(Context& context, const ParagraphText& paragraph,
                           const ShapedText& shaped) {
    for (const Cluster& cluster : shaped.clusters) {
        if (cluster.run == kObjectRun) continue;
        const std::vector<fonts::ShapedGlyph>& glyphs = shaped.runs[cluster.run].run.glyphs;
        const bool missing = std::any_of(glyphs.begin() + cluster.glyph,
                                         glyphs.begin() + cluster.glyph + cluster.glyph_count,
                                         [](const fonts::ShapedGlyph& g) { return g.missing; });
        if (missing) report_missing(context, paragraph, cluster);
    }
}

}  // namespace cvtex::layout
