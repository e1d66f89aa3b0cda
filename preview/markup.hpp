#pragma once

#include <string>
#include <string_view>

#include "base/geometry.hpp"

namespace cvtex::preview {

/// Appends a length in points with as many decimals as a screen can show.
void append_length(std::string& out, Pt length);
/// Appends ` name="length"`.
void append_attribute(std::string& out, std::string_view name, Pt length);
/// Appends ` fill="#rrggbb"` or another attribute that is a colour.
void append_color(std::string& out, std::string_view name, Color color);
/// Appends the attributes of a shape that is drawn and not filled.
void append_stroke(std::string& out, Color color, Pt width);
/// Appends text or an attribute's value; what XML cannot hold becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text);
/// Appends ` href="data:image/…;base64,…"`.
void append_picture(std::string& out, std::string_view type, std::string_view bytes);

/// A number with all its digits, in any locale with a point.
[[nodiscard]] std::string ratio(double value);

}  // namespace cvtex::preview
