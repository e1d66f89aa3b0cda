#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "pdf/content.hpp"
#include "pdf/syntax.hpp"

/// The text operators of a content stream: fonts, spacing, and arrays of glyphs.
namespace cvtex::pdf {
namespace {

/// Corrections below half a thousandth of an em wait until they add up: 0.005 pt at 10 pt.
constexpr double kSmallestAdjustment = 0.5;

void append_code(std::string& out, std::uint16_t code) {
    out += static_cast<char>(code >> 8);
    out += static_cast<char>(code & 0xFF);
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

/// A string of an array, and nothing for none.
void ContentWriter::show_codes(std::string& codes) {
    if (codes.empty()) return;
    if (codes_ == CodeStrings::Compact) {
        append_literal_string(out_, codes);
    } else {
        append_hex_string(out_, codes);
    }
    codes.clear();
}

/// One TJ of glyphs that share font and rise.
void ContentWriter::show_array(const ShownText& text, std::span<const ShownGlyph> run) {
    const double to_thousandths = 1000 / text.size.points();
    out_ += '[';
    std::string codes;
    for (const ShownGlyph& glyph : run) {
        const double target = glyph.x.points() * to_thousandths;
        if (std::abs(target - pen_) >= kSmallestAdjustment) {
            show_codes(codes);
            const double adjustment = std::round(pen_ - target);
            append_number(out_, adjustment, 0);
            pen_ -= adjustment;
        }
        append_code(codes, glyph.code);
        if (codes.size() == kMaxStringBytes) show_codes(codes);
        pen_ += glyph.width + spacing_ * to_thousandths;
    }
    show_codes(codes);
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

}  // namespace cvtex::pdf
