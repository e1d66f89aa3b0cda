#include "base/vector_drawing.hpp"
#include "layout/images.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

VectorDrawing square() {
    VectorDrawing drawing;
    drawing.width = drawing.height = 72;
    drawing.parts.push_back({"/Type /XObject /Subtype /Form", "0 0 9 9 re f"});
    return drawing;
}

}  // namespace

TEST_CASE("drawings come from our own hands alone") {
    const std::string drawing = encode(square());
    std::string file;
    LayoutOptions options;
    options.read_image = [&](const std::string&) -> Result<std::string> { return file; };
    options.convert_image = [&](ForeignFormat format, std::string_view) -> Result<std::string> {
        if (format != ForeignFormat::SvgDrawing) return Error{"not as pixels", {}};
        return drawing;
    };
    const auto format_of = [&](const std::string& bytes) -> std::optional<ImageFormat> {
        file = bytes;
        LaidOut out;
        Diagnostics diagnostics;
        ImageStore images(out, options);
        const auto id = images.load("a.svg", {}, diagnostics);
        CHECK(diagnostics.count("image-unreadable") == (id ? 0 : 1));
        if (!id) return std::nullopt;
        return images[*id].format;
    };
    CHECK(format_of("<svg/>") == ImageFormat::Drawing);
    // Its syntax would go into the PDF.
    CHECK(format_of(drawing) == std::nullopt);
}
