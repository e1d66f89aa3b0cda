#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/geometry.hpp"
#include "styles/print_style.hpp"

namespace cvtex::pdf {

/// One glyph to show, as its font's code.
struct ShownGlyph {
    std::uint32_t font = 0;  ///< resource number: /F<font>
    std::uint16_t code = 0;
    double width = 0;  ///< in the font's W array, thousandths of an em
    Pt x;              ///< where its origin goes, from the text's origin
    Pt rise;           ///< above the baseline
};

/// Glyphs on one baseline.
struct ShownText {
    Point origin;
    Pt size;
    Color color;
    bool invisible = false;  ///< text rendering mode 3
    std::span<const ShownGlyph> glyphs;
};

using Matrix = std::array<double, 6>;

/// A rectangle whose corners may be round.
struct RoundRect {
    Rect box;
    Pt radius;
};

/// Why something is an artifact (14.8.2.2.2): running lines, or rules, backgrounds and
/// pictures.
enum class Artifact : std::uint8_t { Header, Footer, Layout };

/// Glyphs as hex digits, or as the bytes that these stand for, which pack better by a tenth.
enum class CodeStrings : std::uint8_t { Readable, Compact };

/// Writes one page's content stream. Takes coordinates with y downward from the page's top left
/// corner and flips them. Text objects, marked content and the graphics state are opened and
/// changed only when needed, in an order that always nests.
class ContentWriter {
public:
    /// `codes`: how glyphs are written.
    explicit ContentWriter(Pt page_height, styles::PrintColor colors = styles::PrintColor::Rgb,
                           CodeStrings codes = CodeStrings::Readable)
        : page_height_(page_height), colors_(colors), codes_(codes) {
        // What a page begins with is a grey black, not the black ink.
        if (colors != styles::PrintColor::Cmyk) fill_ = stroke_ = Color{};
    }

    /// What follows is an artifact (14.8.2.2), until the next call of these three.
    void artifact(Artifact kind);
    /// What follows belongs to marked-content sequence `mcid` of a structure element of `type`.
    void tagged(std::string_view type, std::int64_t mcid);
    void unmarked();

    /// What follows reads as `text` (14.9.4), until the end; inside one sequence.
    void begin_actual_text(std::string_view text);
    void end_actual_text();

    [[nodiscard]] bool in_artifact() const { return artifact_.has_value(); }

    void show(const ShownText& text);
    void fill_rect(const Rect& rect, Color color);
    void fill_ellipse(const Rect& box, Color color);
    void stroke_ellipse(const Rect& box, Color color, Pt width);
    void stroke_rect(const Rect& rect, Color color, Pt width);
    void fill_polygon(std::span<const Point> corners, Color color);
    /// A line through `points`.
    void stroke_line(std::span<const Point> points, Color color, Pt width);
    /// Image /Im<image>, whose unit square `matrix` maps to points with y upward.
    /// `clip`: nothing outside of it is shown.
    void image(std::uint32_t image, const Matrix& matrix,
               const std::optional<RoundRect>& clip = {});
    /// A drawing whose lines are `line` thick on its own grid, which `matrix` maps to points
    /// with y upward; `operators` are its paths. One colour fills and strokes.
    void drawing(std::string_view operators, const Matrix& matrix, Color color, double line);
    void stroke_round_rect(const RoundRect& rect, Color color, Pt width);

    /// Resources used so far.
    [[nodiscard]] const std::set<std::uint32_t>& fonts() const { return fonts_; }

    [[nodiscard]] const std::set<std::uint32_t>& images() const { return images_; }

    /// Closes what is open and hands over the stream's bytes.
    [[nodiscard]] std::string finish();

private:
    void begin_text();
    void matrix(const Matrix& matrix);
    void end_text();
    void end_marked();
    void fill_color(Color color);
    /// Sets the fill colour (or that of strokes) in the colours of the output.
    void write_color(Color color, bool stroke);
    void stroke_style(Color color, Pt width);
    void line_path(std::span<const Point> points);
    void set_font(std::uint32_t font, Pt size);
    void set_spacing(double points);
    void go_to(const ShownText& text);
    void show_array(const ShownText& text, std::span<const ShownGlyph> run);
    void show_codes(std::string& codes);
    void point(Point p);
    void paint_ellipse(const Rect& box, std::string_view paint);
    void rect_path(const Rect& rect);
    void round_rect_path(const RoundRect& rect);
    void op(std::string_view name);

    std::string out_;
    Pt page_height_;
    styles::PrintColor colors_;
    CodeStrings codes_;
    bool in_text_ = false;
    bool marked_ = false;
    std::optional<Artifact> artifact_;
    bool replaced_ = false;
    bool invisible_ = false;
    Point line_start_;    ///< of the text object, as the file has it
    Point pen_origin_;    ///< `pen_` counts from here
    double pen_ = 0;      ///< where the next glyph goes, thousandths of an em
    double spacing_ = 0;  ///< behind each glyph, points (Tc)
    Pt rise_;
    Pt font_size_;
    std::optional<std::uint32_t> font_;
    std::optional<Color> fill_;  ///< in force; nothing: not set yet
    std::optional<Color> stroke_;
    std::optional<Pt> line_width_;
    std::set<std::uint32_t> fonts_;
    std::set<std::uint32_t> images_;
};

}  // namespace cvtex::pdf
