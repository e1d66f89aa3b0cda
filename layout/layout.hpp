#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "fonts/fonts.hpp"
#include "layout/frame.hpp"
#include "styles/styled.hpp"

namespace cvtex::layout {

/// Formats that PDF has no place for, and JPEG where its colours or its coding do not do.
/// `SvgDrawing` is SVG that is wanted as a drawing instead of as pixels.
enum class ForeignFormat : std::uint8_t { Webp, Svg, Jpeg, SvgDrawing };

/// Reads a file the document names (images); cli/ provides it, enforces where paths may lead
/// and records dependencies.
using ImageReader = std::function<Result<std::string>(const std::string& path)>;

/// Turns such a picture into a PNG, or into a drawing (base/vector_drawing.hpp); cli/ provides
/// it.
using ImageConverter =
    std::function<Result<std::string>(ForeignFormat, std::string_view bytes)>;

struct LayoutOptions {
    ImageReader read_image;
    ImageConverter convert_image = {};
    /// A last page of a line or two is drawn in by tightening the document a little.
    bool draws_in_last_page = true;
};

/// Sets a styled document into pages. Missing glyphs, overfull lines and unusable images are
/// diagnostics. Fails only when no usable font can be found.
[[nodiscard]] Result<LaidOut> lay_out(const styles::StyledDocument& document,
                                      fonts::FontLibrary& library, const LayoutOptions& options,
                                      Diagnostics& diagnostics);

/// What `--emit=lines` prints: JSON Lines, a `{"block",…}` object before the lines of each
/// block.
[[nodiscard]] std::string dump_lines(const LaidOut& laid_out);
/// What `--emit=frames` prints.
[[nodiscard]] std::string dump_frames(const LaidOut& laid_out,
                                      const fonts::FontLibrary& library);
/// What `--emit=shaped` prints: every paragraph's runs before breaking.
[[nodiscard]] std::string dump_shaped(const styles::StyledDocument& document,
                                      fonts::FontLibrary& library);

}  // namespace cvtex::layout
