#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/units.hpp"

/// Faces found, shaped, measured and subset. HarfBuzz and FreeType stay behind this header.
namespace cvtex::fonts {

using FontId = Id<struct FontTag>;            ///< one face of one file
using SelectionId = Id<struct SelectionTag>;  ///< one resolved `FontQuery`
using GlyphId = std::uint32_t;

/// What a text style asks for. Families are tried in order; "Noto Serif CJK" and "Noto Sans
/// CJK" mean the face for `lang`.
struct FontQuery {
    std::vector<std::string> latin;
    std::vector<std::string> cjk;
    std::vector<std::string> fallback;
    int weight = 400;
    bool italic = false;  ///< Latin only
    std::string lang;     ///< BCP 47
    bool operator==(const FontQuery&) const = default;
};

enum class Outlines : std::uint8_t { CffCidKeyed, CffNameKeyed, TrueType, ColorBitmap };

struct FontInfo {
    std::string path;
    unsigned index = 0;  ///< in a collection
    std::string family;
    std::string postscript_name;
    int weight = 400;
    bool italic = false;
    bool monospaced = false;
    Outlines outlines = Outlines::TrueType;
    std::int32_t upem = 1000;
    FontUnits ascender, descender;  ///< OS/2 typo, descender negative: 880/-120 for Noto CJK
    FontUnits cap_height, x_height;
    FontUnits underline_position, underline_thickness;
    double italic_angle = 0;
    FontUnits box_left, box_bottom, box_right, box_top;  ///< head's bounding box
};

/// Whether a segment is set as Han (CJK face first, script Hani) or as Latin and the rest
/// (Latin companion first). The caller decides for characters that can be either (quotes,
/// dashes, ellipses, middle dot).
enum class Form : std::uint8_t { Latin, Han };

struct ShapeRequest {
    std::string_view text;             ///< the whole paragraph, for context
    std::uint32_t begin = 0, end = 0;  ///< bytes of `text` to shape, on code point boundaries
    SelectionId selection;
    Form form = Form::Latin;
    std::string_view lang;
    bool right_to_left = false;
    bool ligatures = true;
    bool tabular_digits = false;
    bool small_caps = false;
};

struct ShapedGlyph {
    GlyphId id = 0;
    std::int32_t advance = 0, x_offset = 0,
                 y_offset = 0;         ///< font units, y up as HarfBuzz gives it
    std::uint32_t begin = 0, end = 0;  ///< the cluster's bytes in the request's text; all
                                       ///< glyphs of a cluster share them
    bool cluster_start = true;         ///< first glyph of its cluster
    bool unsafe_to_break = false;
    bool invisible = false;  ///< a default-ignorable character (U+200B, U+00AD…) on its own: no
                             ///< advance, nothing to draw; pdf/ may leave it out
    bool missing = false;  ///< no font has the character; drawn as a visible box by pdf/
};

/// Glyphs of one face, in visual order within the run (logical order unless right to left).
struct ShapedRun {
    FontId font;
    std::int32_t upem = 1000;
    std::int64_t scale_per_mille =
        1000;  ///< size correction of a Latin companion: 1020 = set at 1.02 times the size
    std::uint32_t begin = 0, end = 0;
    std::vector<ShapedGlyph> glyphs;
};

/// Outline in font units, y up.
struct PathCommand {
    enum class Verb : std::uint8_t { Move, Line, Cubic, Close } verb;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0;
};

using Outline = std::vector<PathCommand>;

/// A colour emoji's picture (PNG file bytes as stored in the font) and its box in font units, y
/// up: `top` is the upper edge.
struct ColorBitmap {
    std::string_view png;  ///< valid as long as the library
    std::int32_t left = 0, top = 0, width = 0, height = 0;
};

/// An embeddable font program that holds just the asked glyphs.
struct FontProgram {
    enum class Format : std::uint8_t { Cff, TrueType } format = Format::Cff;
    bool cid_keyed = false;  ///< codes are CIDs = original glyph ids; otherwise they are the
                             ///< ids in `new_ids`
    std::string data;
    std::vector<GlyphId> old_ids;  ///< sorted, .notdef first
    std::vector<GlyphId>
        new_ids;  ///< parallel to old_ids: the code to write in content streams
    std::vector<std::int32_t> advances;  ///< parallel: widths in the program, font units
};

struct FontLibraryOptions {
    std::vector<std::string> font_dirs;  ///< `--font-dir`, searched first
    bool system_fonts = true;  ///< also the system's and the user's font folders and fontconfig
};

/// How often text was asked to be shaped, and how often it had been shaped before.
struct ShapeStatistics {
    std::uint64_t asked = 0, found = 0;
};

struct Versions {
    std::string harfbuzz, freetype;
};

[[nodiscard]] Versions versions();

/// Finds, opens and caches faces. Safe to use from several threads at once; what it returns by
/// reference stays valid.
class FontLibrary {
public:
    explicit FontLibrary(FontLibraryOptions options = {});
    ~FontLibrary();
    FontLibrary(const FontLibrary&) = delete;
    FontLibrary& operator=(const FontLibrary&) = delete;

    /// Resolves a query; the same query gives the same id. Fails when no face at all can be
    /// found for it.
    [[nodiscard]] Result<SelectionId> select(const FontQuery& query);
    /// The face that sets Han text (or Latin text) of a selection: for metrics and line boxes.
    [[nodiscard]] FontId primary(SelectionId selection, Form form) const;
    [[nodiscard]] const FontInfo& info(FontId font) const;
    /// Families named in the query that were looked for and not found, for one warning each.
    /// Families after the first one that was found are only looked for when a character needs
    /// them, so ask after shaping.
    [[nodiscard]] std::vector<std::string> missing_families(SelectionId selection) const;

    /// Shapes one segment of uniform style; splits it by face, with fallback per grapheme
    /// cluster.
    [[nodiscard]] std::vector<ShapedRun> shape(const ShapeRequest& request);
    [[nodiscard]] ShapeStatistics shape_statistics() const;

    [[nodiscard]] Outline outline(FontId font, GlyphId glyph) const;
    [[nodiscard]] std::int32_t advance(FontId font,
                                       GlyphId glyph) const;  ///< font units, unkerned
    [[nodiscard]] std::optional<ColorBitmap> color_bitmap(FontId font, GlyphId glyph) const;
    /// `glyphs` need not be sorted or unique.
    [[nodiscard]] Result<FontProgram> subset(FontId font,
                                             std::span<const GlyphId> glyphs) const;

    /// Fonts that were found but cannot be used (damaged, not to be embedded) and why; sorted.
    [[nodiscard]] std::vector<std::string> problems() const;
    /// Files opened so far, sorted: for the depfile.
    [[nodiscard]] std::vector<std::string> opened_files() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace cvtex::fonts
