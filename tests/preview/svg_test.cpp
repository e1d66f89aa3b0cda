#include "preview/svg.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

layout::LaidOut page_with(layout::FrameItem item) {
    layout::LaidOut laid_out;
    layout::Page page;
    page.size = {Pt::of(100), Pt::of(50)};
    page.items.push_back({{Pt::of(10), Pt::of(20)}, {}, std::move(item)});
    laid_out.pages.push_back(std::move(page));
    return laid_out;
}

std::string svg_of(const layout::LaidOut& laid_out) {
    const fonts::FontLibrary library({.font_dirs = {}, .system_fonts = false});
    return preview::to_svg(laid_out, library).front();
}

bool has(const std::string& svg, const std::string& part) {
    return svg.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a page is as large as on paper") {
    const std::string svg = svg_of(page_with(layout::AnchorItem{"a\"<b", {}}));
    CHECK(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" "
                        "width=\"100pt\" height=\"50pt\">"));
    CHECK(has(svg, "id=\"at-a&quot;&lt;b\""));
}

TEST_CASE("rectangles and shapes are where layout put them") {
    const Size size{Pt::of(4), Pt::of(2.5)};
    const Color red{255, 0, 16};
    CHECK(has(svg_of(page_with(layout::RectItem{size, red})),
              "<rect x=\"10\" y=\"20\" width=\"4\" height=\"2.5\" fill=\"#ff0010\"/>"));
    const auto shape = [&](layout::ShapeKind kind) {
        return svg_of(page_with(layout::ShapeItem{kind, size, red, Pt::of(0.5)}));
    };
    CHECK(has(shape(layout::ShapeKind::Disc), "<ellipse cx=\"12\" cy=\"21.25\" rx=\"2\""));
    // Strokes lie inside the box.
    CHECK(has(shape(layout::ShapeKind::Circle), "rx=\"1.75\" ry=\"1\" fill=\"none\""));
    CHECK(has(shape(layout::ShapeKind::Square), "width=\"4\""));
    CHECK(has(shape(layout::ShapeKind::BoxOpen), "x=\"10.25\""));
    CHECK(has(shape(layout::ShapeKind::BoxDone), "<polyline"));
    CHECK(has(shape(layout::ShapeKind::Turn), "<polyline"));
}

TEST_CASE("links lead only where it is safe") {
    const std::pair<std::string, std::string> cases[] = {
        {"https://example.com/?a=1&b=\"", "href=\"https://example.com/?a=1&amp;b=&quot;\""},
        {"mailto:a@example.com", "href=\"mailto:a@example.com\""},
        {"#末尾", "<a href=\"#at-末尾\">"},
    };
    layout::LaidOut laid_out =
        page_with(layout::LinkItem{layout::LinkRef::at(0), {Pt::of(9), Pt::of(9)}});
    for (const auto& [destination, expected] : cases) {
        laid_out.links = {{destination, "", "", {}}};
        INFO(destination);
        CHECK(has(svg_of(laid_out), expected));
    }
    for (const char* destination : {"javascript:alert(1)", "file:///etc/passwd", "data:,x"}) {
        laid_out.links = {{destination, "", "", {}}};
        CHECK_FALSE(has(svg_of(laid_out), "<a "));
    }
}

TEST_CASE("pictures are part of the page") {
    layout::LaidOut laid_out =
        page_with(layout::ImageItem{layout::ImageId::at(0), {Pt::of(8), Pt::of(8)}});
    laid_out.images.push_back({.path = "a.png", .span = {}, .bytes = "any"});
    CHECK(has(svg_of(laid_out), "href=\"data:image/png;base64,YW55\""));
    laid_out.images[0].format = layout::ImageFormat::Jpeg;
    laid_out.images[0].bytes = "four";
    CHECK(has(svg_of(laid_out), "href=\"data:image/jpeg;base64,Zm91cg==\""));
}
