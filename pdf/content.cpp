#include "pdf/content.hpp"

#include <algorithm>

#include "pdf/print_color.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

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
