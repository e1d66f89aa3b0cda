#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "styles/icon.hpp"

/// How the icons of contact details look. What writes pages asks here for each `IconItem`.
namespace cvtex::styles {

/// Side of the square that icons are drawn in, y downward.
inline constexpr double kIconGrid = 24;
/// Thickness of their lines on that grid: 0.68 pt at 9 pt, a bold stem of the text beside.
inline constexpr double kIconStroke = 1.8;

/// Stroke and Fill draw what stands between them and the Stroke or Fill before.
enum class DrawingVerb : std::uint8_t { Move, Line, Cubic, Close, Stroke, Fill };

struct DrawPoint {
    double x = 0, y = 0;
    bool operator==(const DrawPoint&) const = default;
};

struct DrawingStep {
    DrawingVerb verb = DrawingVerb::Move;
    DrawPoint control1, control2;  ///< of a Cubic
    DrawPoint to;                  ///< where Move, Line and Cubic end
};

/// The lines and fills of `icon` on its grid; ends and joins of lines are meant to be round.
[[nodiscard]] std::vector<DrawingStep> draw_icon(Icon icon);

/// One line or fill of a drawing as SVG's path data.
struct SvgPath {
    std::string data;
    bool filled = false;  ///< else stroked
};

[[nodiscard]] std::vector<SvgPath> svg_paths(Icon icon);

}  // namespace cvtex::styles
