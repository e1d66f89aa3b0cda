#include "pdf/content.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pdf/print_color.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// Corrections below half a thousandth of an em wait until they add up: 0.005 pt at 10 pt.
constexpr double kSmallestAdjustment = 0.5;
/// Distance of a cubic's control points that draws a quarter circle of radius 1 best.
constexpr double kCircle = 0.5522847498;

bool is_neutral(Color color) {
    return color.red == color.green && color.green == color.blue;
}

std::string_view artifact_syntax(Artifact kind) {
    switch (kind) {
        case Artifact::Header:
            return "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC";
        case Artifact::Footer:
            return "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC";
        case Artifact::Layout:
            return "/Artifact <</Type/Layout>> BDC";
    }
    return "/Artifact BMC";
}

void append_code(std::string& out, std::uint16_t code) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(code >> shift) & 15];
}

/// A coordinate as `append_number` writes it: differences of such are exact.
Pt as_written(Pt value) {
    return Pt::of(std::round(value.points() * 1000) / 1000);
}

/// The gap that most glyphs of a justified line have behind them, in thousandths of an em; 0
/// when there is none.
double common_gap(const ShownText& text) {
    constexpr std::size_t kFewest = 4;
    constexpr double kSame = 1;
    const double to_thousandths = 1000 / text.size.points();
    std::vector<double> gaps;
    for (std::size_t i = 0; i + 1 < text.glyphs.size(); ++i) {
        const ShownGlyph& glyph = text.glyphs[i];
        gaps.push_back((text.glyphs[i + 1].x - glyph.x).points() * to_thousandths -
                       glyph.width);
    }
    if (gaps.size() < kFewest) return 0;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const double median = *middle;
    if (std::abs(median) < kSame) return 0;
    double sum = 0;
    std::size_t same = 0;
    for (const double gap : gaps) {
        if (std::abs(gap - median) > kSame) continue;
        sum += gap;
        ++same;
    }
    return same * 2 < gaps.size() ? 0 : sum / static_cast<double>(same);
}

}  // namespace

void ContentWriter::op(std::string_view name) {
    out_ += name;
    out_ += '\n';
}

void ContentWriter::point(Point p) {
    append_number(out_, p.x);
    out_ += ' ';
    append_number(out_, page_height_ - p.y);
    out_ += ' ';
}

// ---- marked content -----------------------------------------------------------------------

void ContentWriter::end_marked() {
    end_actual_text();
    end_text();
    if (marked_) op("EMC");
    marked_ = false;
    artifact_.reset();
}

void ContentWriter::unmarked() {
    end_marked();
}

void ContentWriter::artifact(Artifact kind) {
    if (artifact_ == kind) return;
    end_marked();
    op(artifact_syntax(kind));
    marked_ = true;
    artifact_ = kind;
}

void ContentWriter::tagged(std::string_view type, std::int64_t mcid) {
    end_marked();
    append_name(out_, type);
    out_ += " <</MCID ";
    append_integer(out_, mcid);
    op(">> BDC");
    marked_ = true;
}

void ContentWriter::begin_actual_text(std::string_view text) {
    end_actual_text();
    begin_text();
    out_ += "/Span <</ActualText ";
    append_hex_string(out_, text_bytes(text));
    op(">> BDC");
    replaced_ = true;
}

void ContentWriter::end_actual_text() {
    if (replaced_) op("EMC");
    replaced_ = false;
}

// ---- text ---------------------------------------------------------------------------------

void ContentWriter::begin_text() {
    if (in_text_) return;
    op("BT");
    in_text_ = true;
    line_start_ = {};
    pen_origin_ = {Pt(), Pt::of(-1)};  // nowhere
}

void ContentWriter::end_text() {
    if (!in_text_) return;
    op("ET");
    in_text_ = false;
}

void ContentWriter::set_font(std::uint32_t font, Pt size) {
    if (font_ == font && font_size_ == size) return;
    font_ = font;
    font_size_ = size;
    fonts_.insert(font);
    out_ += "/F";
    append_integer(out_, font);
    out_ += ' ';
    // What a size is off by adds up over a line.
    append_number(out_, size.points(), 4);
    op(" Tf");
}

/// `points`: written with four decimals, so that a line's glyphs are off by less than a
/// hundredth of a point together.
void ContentWriter::set_spacing(double points) {
    points = std::round(points * 10000) / 10000;
    if (spacing_ == points) return;
    spacing_ = points;
    append_number(out_, points, 4);
    op(" Tc");
}

/// Moves the pen to the text's origin, unless the text goes on where it is.
void ContentWriter::go_to(const ShownText& text) {
    const double to_thousandths = 1000 / text.size.points();
    const double first = text.glyphs.front().x.points() * to_thousandths;
    if (text.origin.y == pen_origin_.y && font_size_ == text.size) {
        constexpr double kNear = 1000;
        const double ahead = (pen_origin_.x - text.origin.x).points() * to_thousandths + pen_;
        if (std::abs(ahead - first) < kNear) {
            pen_origin_ = text.origin;
            pen_ = ahead;
            return;
        }
    }
    const Point start{as_written(text.origin.x), as_written(page_height_ - text.origin.y)};
    append_number(out_, start.x - line_start_.x);
    out_ += ' ';
    append_number(out_, start.y - line_start_.y);
    op(" Td");
    line_start_ = start;
    pen_origin_ = text.origin;
    pen_ = 0;
}

/// One TJ of glyphs that share font and rise.
void ContentWriter::show_array(const ShownText& text, std::span<const ShownGlyph> run) {
    const double to_thousandths = 1000 / text.size.points();
    out_ += '[';
    bool open = false;
    for (const ShownGlyph& glyph : run) {
        const double target = glyph.x.points() * to_thousandths;
        if (std::abs(target - pen_) >= kSmallestAdjustment) {
            if (open) out_ += '>';
            open = false;
            const double adjustment = std::round(pen_ - target);
            append_number(out_, adjustment, 0);
            pen_ -= adjustment;
        }
        if (!open) out_ += '<';
        open = true;
        append_code(out_, glyph.code);
        pen_ += glyph.width + spacing_ * to_thousandths;
    }
    if (open) out_ += '>';
    op("]TJ");
}

void ContentWriter::show(const ShownText& text) {
    if (text.glyphs.empty() || text.size <= Pt()) return;
    begin_text();
    fill_color(text.color);
    if (invisible_ != text.invisible) op(text.invisible ? "3 Tr" : "0 Tr");
    invisible_ = text.invisible;
    go_to(text);
    // A single glyph has no gap behind it: whatever is in force may stay.
    if (text.glyphs.size() > 1) set_spacing(common_gap(text) / 1000 * text.size.points());
    for (std::size_t begin = 0; begin < text.glyphs.size();) {
        const ShownGlyph& first = text.glyphs[begin];
        std::size_t end = begin + 1;
        while (end < text.glyphs.size() && text.glyphs[end].font == first.font &&
               text.glyphs[end].rise == first.rise) {
            ++end;
        }
        set_font(first.font, text.size);
        if (rise_ != first.rise) {
            rise_ = first.rise;
            append_number(out_, rise_);
            op(" Ts");
        }
        show_array(text, text.glyphs.subspan(begin, end - begin));
        begin = end;
    }
}

// ---- graphics -----------------------------------------------------------------------------

void ContentWriter::write_color(Color color, bool stroke) {
    const auto component = [this](std::uint8_t value) {
        append_number(out_, static_cast<double>(value) / 255, 3);
        out_ += ' ';
    };
    if (colors_ == styles::PrintColor::Cmyk) {
        for (const std::uint8_t ink : inks_of(color)) component(ink);
        return op(stroke ? "K" : "k");
    }
    if (colors_ == styles::PrintColor::Gray || is_neutral(color)) {
        component(gray_of(color));
        return op(stroke ? "G" : "g");
    }
    for (const std::uint8_t channel : {color.red, color.green, color.blue}) component(channel);
    op(stroke ? "RG" : "rg");
}

void ContentWriter::fill_color(Color color) {
    if (fill_ == color) return;
    fill_ = color;
    write_color(color, false);
}

void ContentWriter::stroke_style(Color color, Pt width) {
    if (stroke_ != color) write_color(color, true);
    stroke_ = color;
    if (line_width_ == width) return;
    line_width_ = width;
    append_number(out_, width);
    op(" w");
}

void ContentWriter::rect_path(const Rect& rect) {
    point({rect.left(), rect.bottom()});
    append_number(out_, rect.size.width);
    out_ += ' ';
    append_number(out_, rect.size.height);
    op(" re");
}

void ContentWriter::fill_rect(const Rect& rect, Color color) {
    end_text();
    fill_color(color);
    rect_path(rect);
    op("f");
}

void ContentWriter::stroke_rect(const Rect& rect, Color color, Pt width) {
    end_text();
    stroke_style(color, width);
    rect_path(rect);
    op("S");
}

/// Around an origin of its own, so that bullets of one size have one path, which packs well.
void ContentWriter::paint_ellipse(const Rect& box, std::string_view paint) {
    const Pt rx = box.size.width / 2;
    const Pt ry = box.size.height / 2;
    op("q");
    out_ += "1 0 0 1 ";
    point({box.left() + rx, box.top() + ry});
    op("cm");
    const auto at = [this](Pt x, Pt y) {
        for (const Pt coordinate : {x, y}) {
            append_number(out_, coordinate.points(), 3);
            out_ += ' ';
        }
    };
    const Pt kx = Pt::of(rx.points() * kCircle);
    const Pt ky = Pt::of(ry.points() * kCircle);
    at(rx, Pt());
    op("m");
    const auto quarter = [&](Point c1, Point c2, Point end) {
        at(c1.x, c1.y);
        at(c2.x, c2.y);
        at(end.x, end.y);
        op("c");
    };
    const Pt zero;
    quarter({rx, ky}, {kx, ry}, {zero, ry});
    quarter({-kx, ry}, {-rx, ky}, {-rx, zero});
    quarter({-rx, -ky}, {-kx, -ry}, {zero, -ry});
    quarter({kx, -ry}, {rx, -ky}, {rx, zero});
    op("h");
    op(paint);
    op("Q");
}

void ContentWriter::fill_ellipse(const Rect& box, Color color) {
    end_text();
    fill_color(color);
    paint_ellipse(box, "f");
}

void ContentWriter::stroke_ellipse(const Rect& box, Color color, Pt width) {
    end_text();
    stroke_style(color, width);
    paint_ellipse(box, "S");
}

void ContentWriter::stroke_line(std::span<const Point> points, Color color, Pt width) {
    end_text();
    stroke_style(color, width);
    line_path(points);
    op("S");
}

void ContentWriter::fill_polygon(std::span<const Point> corners, Color color) {
    end_text();
    fill_color(color);
    line_path(corners);
    op("f");
}

void ContentWriter::line_path(std::span<const Point> points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        point(points[i]);
        op(i == 0 ? "m" : "l");
    }
}

void ContentWriter::round_rect_path(const RoundRect& rect) {
    const Rect& box = rect.box;
    const Pt r = std::min({rect.radius, box.size.width / 2, box.size.height / 2});
    if (r <= Pt()) return rect_path(box);
    const Pt k = Pt::of(r.points() * (1 - kCircle));  // corner to control point
    const auto curve = [&](Point c1, Point c2, Point end) {
        point(c1);
        point(c2);
        point(end);
        op("c");
    };
    const auto line = [&](Point end) {
        point(end);
        op("l");
    };
    const Pt l = box.left(), t = box.top(), right = box.right(), b = box.bottom();
    point({l + r, t});
    op("m");
    line({right - r, t});
    curve({right - k, t}, {right, t + k}, {right, t + r});
    line({right, b - r});
    curve({right, b - k}, {right - k, b}, {right - r, b});
    line({l + r, b});
    curve({l + k, b}, {l, b - k}, {l, b - r});
    line({l, t + r});
    curve({l, t + k}, {l + k, t}, {l + r, t});
    op("h");
}

void ContentWriter::stroke_round_rect(const RoundRect& rect, Color color, Pt width) {
    end_text();
    stroke_style(color, width);
    round_rect_path(rect);
    op("S");
}

void ContentWriter::matrix(const Matrix& matrix) {
    for (const double value : matrix) {
        append_number(out_, value, 4);
        out_ += ' ';
    }
    op("cm");
}

void ContentWriter::drawing(std::string_view operators, const Matrix& matrix, Color color,
                            double line) {
    end_text();
    op("q");
    write_color(color, false);
    write_color(color, true);
    this->matrix(matrix);
    op("1 J 1 j");  // round ends and joins
    append_number(out_, line, 3);
    op(" w");
    out_ += operators;
    op("Q");
}

void ContentWriter::image(std::uint32_t image, const Matrix& matrix,
                          const std::optional<RoundRect>& clip) {
    end_text();
    images_.insert(image);
    op("q");
    if (clip) {
        round_rect_path(*clip);
        op("W n");
    }
    this->matrix(matrix);
    out_ += "/Im";
    append_integer(out_, image);
    op(" Do");
    op("Q");
}

std::string ContentWriter::finish() {
    end_marked();
    return std::move(out_);
}

}  // namespace cvtex::pdf
