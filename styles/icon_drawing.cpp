#include "styles/icon_drawing.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/units.hpp"

// Our own drawings, simple enough for 9 pt: lines of one thickness on a 24-unit grid, within
// 2 to 22. A drawing is a list of commands with absolute coordinates:
//   M x y          begin a line            O x y rx ry    an ellipse around x y
//   L x y          straight on             R x y w h r    a rectangle with round corners
//   C x y x y x y  on by a cubic           S / F          stroke / fill what stands before
//   Z              back to the beginning

namespace cvtex::styles {
namespace {

/// Distance of a cubic's control points that draws a quarter circle of radius 1 best.
constexpr double kCircle = 0.5522847498;

// clang-format off
constexpr std::array<std::string_view, kIconCount> kDrawings{
    // phone: a handset
    "M 4.9 3 L 8.1 3 C 8.7 3 9.2 3.4 9.3 4 L 10.1 7.5 C 10.2 8 10 8.5 9.6 8.8 L 7.6 10.3 "
    "C 8.9 12.9 11.1 15.1 13.7 16.4 L 15.2 14.4 C 15.5 14 16 13.8 16.5 13.9 L 20 14.7 "
    "C 20.6 14.8 21 15.3 21 15.9 L 21 19.1 C 21 20.2 20.2 21 19.1 21 C 10.2 21 3 13.8 3 4.9 "
    "C 3 3.8 3.8 3 4.9 3 Z S",
    // mail: an envelope
    "R 2.5 4.8 19 14.4 2 M 3.2 6.4 L 12 13.2 L 20.8 6.4 S",
    // github: a cat's head on its shoulders, with a tail
    "M 5.8 3.4 C 5.2 5.2 5.3 6.4 5.7 7.4 C 4.5 8.6 4 10 4 11.5 C 4 15.3 6.3 17 9.2 17.5 "
    "C 8.7 18.1 8.5 18.8 8.5 19.6 L 8.5 22 M 15.5 22 L 15.5 19.6 C 15.5 18.8 15.3 18.1 14.8 17.5 "
    "C 17.7 17 20 15.3 20 11.5 C 20 10 19.5 8.6 18.3 7.4 C 18.7 6.4 18.8 5.2 18.2 3.4 "
    "C 16.7 3.6 15.6 4.3 14.8 5 C 13 4.6 11 4.6 9.2 5 C 8.4 4.3 7.3 3.6 5.8 3.4 "
    "M 8.4 20.2 C 5.6 20.8 5.2 18.4 3 17.9 S",
    // gitlab: a fox
    "M 12 21 L 2.8 13.8 L 5.9 3.6 L 8.9 10.6 L 15.1 10.6 L 18.1 3.6 L 21.2 13.8 Z "
    "M 8.9 10.6 L 12 21 L 15.1 10.6 S",
    // gitee: a square G in a disc
    "O 12 12 9.4 9.4 M 16.4 7.9 L 10.6 7.9 C 8.9 7.9 7.8 9 7.8 10.7 L 7.8 16.2 L 13.4 16.2 "
    "C 15.3 16.2 16.4 15.1 16.4 13.2 L 16.4 12 L 11.6 12 S",
    // zhihu: 知, the mouth as a speech bubble
    "M 6.2 2.8 C 5.7 4.8 4.9 6.6 3.6 8.2 M 5.6 6.2 L 11.6 6.2 M 2.6 12 L 12.2 12 "
    "M 8 6.2 L 8 11 C 8 15.4 6 18.8 2.8 21 M 8.8 15 L 11.8 18.8 "
    "M 14.6 5 L 21.4 5 L 21.4 18.6 L 18.9 18.6 L 16.9 20.6 L 16.4 18.6 L 14.6 18.6 Z S",
    // juejin: a gem above two bowls
    "M 12 2.6 L 15 5 L 12 7.4 L 9 5 Z F M 6.2 9.2 L 12 13.8 L 17.8 9.2 "
    "M 2.6 13.2 L 12 20.6 L 21.4 13.2 S",
    // linkedin: in, boxed
    "R 2.6 2.6 18.8 18.8 3 M 7.3 10.6 L 7.3 16.8 M 11.2 16.8 L 11.2 10.6 "
    "M 11.2 13.6 C 11.2 11.6 12.5 10.6 14 10.6 C 15.7 10.6 16.7 11.7 16.7 13.5 L 16.7 16.8 S "
    "O 7.3 7.2 1.2 1.2 F",
    // wechat: two bubbles
    "M 16.4 8.3 C 15.6 5.3 12.8 3.2 9.3 3.2 C 5.1 3.2 2 6.1 2 9.7 C 2 11.8 3.1 13.6 4.8 14.8 "
    "L 4.2 17.2 L 7 15.8 M 15.9 9.8 C 19.4 9.8 22 12.1 22 15 C 22 16.7 21.1 18.2 19.7 19.1 "
    "L 20.2 21.2 L 17.9 19.9 C 17.3 20.1 16.6 20.2 15.9 20.2 C 12.4 20.2 9.8 17.9 9.8 15 "
    "C 9.8 12.1 12.4 9.8 15.9 9.8 Z S O 7 8.2 1.1 1.1 O 11.6 8.2 1.1 1.1 "
    "O 14 14.2 1 1 O 17.9 14.2 1 1 F",
    // qq: a penguin with a scarf
    "M 12 2.6 C 15.5 2.6 17.4 5.1 17.4 8.3 L 17.4 9.9 C 19.1 12 20.2 14.2 20.2 16 "
    "C 20.2 17.5 19.1 17.3 18 15.9 C 17.6 17.2 16.9 18.4 15.9 19.3 C 17 19.6 17.6 20.3 17.4 21.4 "
    "L 6.6 21.4 C 6.4 20.3 7 19.6 8.1 19.3 C 7.1 18.4 6.4 17.2 6 15.9 C 4.9 17.3 3.8 17.5 3.8 16 "
    "C 3.8 14.2 4.9 12 6.6 9.9 L 6.6 8.3 C 6.6 5.1 8.5 2.6 12 2.6 Z "
    "M 6.6 10.6 C 9.8 12.6 14.2 12.6 17.4 10.6 S O 10.2 6.9 0.9 1.3 O 13.8 6.9 0.9 1.3 F",
    // web: a globe
    "O 12 12 9.4 9.4 O 12 12 4.1 9.4 M 2.6 12 L 21.4 12 S",
    // location: a pin
    "M 12 21.6 C 8 17.2 4.9 13.7 4.9 9.9 C 4.9 5.9 8 2.8 12 2.8 C 16 2.8 19.1 5.9 19.1 9.9 "
    "C 19.1 13.7 16 17.2 12 21.6 Z O 12 9.9 2.7 2.7 S",
    // birthday: a cake with candles
    "R 3 11.4 18 9.6 1.6 M 3 16 C 4.5 17.6 7.5 17.6 9 16 C 10.5 14.4 13.5 14.4 15 16 "
    "C 16.5 17.6 19.5 17.6 21 16 M 8 11.2 L 8 7.8 M 16 11.2 L 16 7.8 S "
    "O 8 4.4 1.1 1.7 O 16 4.4 1.1 1.7 F",
    // whatsapp: a handset in a bubble
    "M 2.8 21.2 L 4.2 16.4 C 3.2 15 2.8 13.5 2.8 11.9 C 2.8 6.8 7 2.7 12.1 2.7 "
    "C 17.2 2.7 21.3 6.8 21.3 11.9 C 21.3 17 17.2 21.1 12.1 21.1 C 10.5 21.1 9 20.7 7.7 19.9 Z S "
    "M 8.3 7.4 L 9.8 7.2 L 10.9 9.6 L 9.9 10.8 C 10.6 12.2 11.7 13.3 13.2 14 L 14.4 13 L 16.8 14.1 "
    "L 16.6 15.6 C 15.9 16.6 14.9 16.9 13.6 16.6 C 10.4 15.8 8.2 13.6 7.4 10.4 "
    "C 7.1 9.1 7.4 8.1 8.3 7.4 Z F",
    // x: a letter with one hollow stroke
    "M 3.2 3.2 L 8.2 3.2 L 20.8 20.8 L 15.8 20.8 Z M 20 3.2 L 13.3 10.8 M 10.5 13.4 L 4 20.8 S",
};

// clang-format on

/// Reads a drawing.
class Drawing {
public:
    explicit Drawing(std::string_view commands) : rest_(commands) {}

    std::vector<DrawingStep> steps() {
        while (!rest_.empty()) command(word());
        return std::move(steps_);
    }

private:
    std::string_view word() {
        const std::size_t end = std::min(rest_.find(' '), rest_.size());
        const std::string_view found = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return found;
    }

    /// Digits with at most one decimal place.
    double number() {
        double value = 0;
        double place = 0;
        for (const char c : word()) {
            if (c == '.') {
                place = 1;
            } else {
                value = value * 10 + (c - '0');
                place *= 10;
            }
        }
        return place > 0 ? value / place : value;
    }

    DrawPoint point() {
        const double x = number();
        return {x, number()};
    }

    void move(DrawPoint to) { steps_.push_back({DrawingVerb::Move, {}, {}, to}); }

    void line(DrawPoint to) { steps_.push_back({DrawingVerb::Line, {}, {}, to}); }

    void cubic(DrawPoint first, DrawPoint second, DrawPoint to) {
        steps_.push_back({DrawingVerb::Cubic, first, second, to});
    }

    void end(DrawingVerb verb) { steps_.push_back({verb, {}, {}, {}}); }

    /// A closed line around a box whose corners are quarter ellipses; without straight parts
    /// it is an ellipse.
    void round(double left, double top, double right, double bottom, double rx, double ry) {
        const double kx = rx * (1 - kCircle);
        const double ky = ry * (1 - kCircle);
        move({left + rx, top});
        line({right - rx, top});
        cubic({right - kx, top}, {right, top + ky}, {right, top + ry});
        line({right, bottom - ry});
        cubic({right, bottom - ky}, {right - kx, bottom}, {right - rx, bottom});
        line({left + rx, bottom});
        cubic({left + kx, bottom}, {left, bottom - ky}, {left, bottom - ry});
        line({left, top + ry});
        cubic({left, top + ky}, {left + kx, top}, {left + rx, top});
        end(DrawingVerb::Close);
    }

    void ellipse() {
        const DrawPoint centre = point();
        const DrawPoint radius = point();
        round(centre.x - radius.x, centre.y - radius.y, centre.x + radius.x,
              centre.y + radius.y, radius.x, radius.y);
    }

    void rectangle() {
        const DrawPoint corner = point();
        const DrawPoint size = point();
        const double radius = number();
        round(corner.x, corner.y, corner.x + size.x, corner.y + size.y, radius, radius);
    }

    void curve() {
        const DrawPoint first = point();
        const DrawPoint second = point();
        cubic(first, second, point());
    }

    void command(std::string_view name) {
        switch (name.front()) {
            case 'M':
                return move(point());
            case 'L':
                return line(point());
            case 'C':
                return curve();
            case 'Z':
                return end(DrawingVerb::Close);
            case 'S':
                return end(DrawingVerb::Stroke);
            case 'F':
                return end(DrawingVerb::Fill);
            case 'O':
                return ellipse();
            case 'R':
                return rectangle();
            default:
                return;
        }
    }

    std::string_view rest_;
    std::vector<DrawingStep> steps_;
};

}  // namespace

std::vector<DrawingStep> draw_icon(Icon icon) {
    return Drawing(kDrawings[static_cast<std::size_t>(icon)]).steps();
}

std::vector<SvgPath> svg_paths(Icon icon) {
    constexpr int kDecimals = 3;
    std::vector<SvgPath> paths;
    SvgPath path;
    const auto add = [&path](char verb, std::initializer_list<DrawPoint> points) {
        path.data += verb;
        for (const DrawPoint& point : points)
            path.data += format_short(Pt::of(point.x), kDecimals) + " " +
                         format_short(Pt::of(point.y), kDecimals) + " ";
    };
    for (const DrawingStep& step : draw_icon(icon)) {
        switch (step.verb) {
            case DrawingVerb::Move:
                add('M', {step.to});
                break;
            case DrawingVerb::Line:
                add('L', {step.to});
                break;
            case DrawingVerb::Cubic:
                add('C', {step.control1, step.control2, step.to});
                break;
            case DrawingVerb::Close:
                path.data += 'Z';
                break;
            case DrawingVerb::Stroke:
            case DrawingVerb::Fill:
                path.filled = step.verb == DrawingVerb::Fill;
                paths.push_back(std::exchange(path, {}));
        }
    }
    return paths;
}

}  // namespace cvtex::styles
