#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;
using namespace cvtex::literals;

namespace {

/// The first image anywhere in `blocks`.
const Block* find_image(const Blocks& blocks) {
    for (const Block& block : blocks) {
        const Block* found = nullptr;
        if (std::holds_alternative<Image>(block.node)) found = &block;
        if (const auto* container = std::get_if<Container>(&block.node))
            found = find_image(container->children);
        if (const auto* row = std::get_if<Row>(&block.node))
            for (const RowCell& cell : row->cells)
                if (!found) found = find_image(cell.children);
        if (found) return found;
    }
    return nullptr;
}

const Image* image_of(const Styled& styled) {
    const Block* block = find_image(styled.document.blocks);
    return block ? &std::get<Image>(block->node) : nullptr;
}

Styled with_photo(const std::string& photo, const StylingOptions& options = {"classic"}) {
    return style_markdown("---\n" + photo + "\n---\n# 林知远\n\n138-0000-0000\n\n正文\n",
                          options);
}

}  // namespace

TEST_CASE("a photo stands at the right of the head, one inch unless said otherwise") {
    const Styled styled = with_photo("photo: img/me.jpg");
    const Image* image = image_of(styled);
    REQUIRE(image);
    CHECK(image->path == "img/me.jpg");
    CHECK(image->alternative == "林知远的照片");
    CHECK(image->width == 25_mm);
    CHECK(image->height == 35_mm);
    CHECK(image->frame.fit == Fit::Cover);
    CHECK(styled.diagnostics.all().empty());
}

TEST_CASE("a table says how the photo is set") {
    struct Case {
        const char* photo;
        Pt width, height, radius;
        Fit fit;
        double x, y;
    };

    for (const Case& c : {
             Case{"photo: {src: a.png, size: 2寸}", 35_mm, 49_mm, {}, Fit::Cover, .5, .5},
             Case{"photo: {src: a.png, size: 小二寸, radius: 2mm}", 35_mm, 45_mm, 2_mm,
                  Fit::Cover, .5, .5},
             Case{"photo: {src: a.png, size: 30x40 mm, crop: contain}",
                  30_mm,
                  40_mm,
                  {},
                  Fit::Contain,
                  .5,
                  .5},
             Case{"photo: {src: a.png, size: 30mm × 30mm, radius: circle, focus: top}", 30_mm,
                  30_mm, 15_mm, Fit::Cover, .5, 0},
             Case{"photo: {src: a.png, focus: 40% 30%, radius: 10%}", 25_mm, 35_mm, 25_mm / 10,
                  Fit::Cover, .4, .3},
         }) {
        INFO(c.photo);
        const Styled styled = with_photo(c.photo);
        const Image* image = image_of(styled);
        REQUIRE(image);
        CHECK(styled.diagnostics.all().empty());
        CHECK(image->width == c.width);
        CHECK(image->height == c.height);
        CHECK(std::abs((image->frame.radius - c.radius).points()) < 0.001);
        CHECK(image->frame.fit == c.fit);
        CHECK(image->frame.focus_x == Em::of(c.x));
        CHECK(image->frame.focus_y == Em::of(c.y));
    }
}

TEST_CASE("photos that cannot be meant are told where they stand") {
    struct Case {
        const char* photo;
        const char* code;
        const char* part;
    };

    for (const Case& c : {
             Case{"photo: {src: a.png, size: 3寸}", "bad-style-value", "'3寸'"},
             Case{"photo: {src: a.png, size: 900x10mm}", "bad-style-value", "out of range"},
             Case{"photo: {src: a.png, crop: squash}", "bad-style-value", "squash"},
             Case{"photo: {src: a.png, focus: middle}", "bad-style-value", "middle"},
             Case{"photo: {src: a.png, radius: -1mm}", "bad-style-value", "-1mm"},
             Case{"photo: {src: a.png, sise: 1寸}", "unknown-style-key", "photo.sise"},
             Case{"photo: {size: 1寸}", "front-matter-type", "names no file"},
         }) {
        INFO(c.photo);
        const Styled styled = with_photo(c.photo);
        const Diagnostic* found = find_diagnostic(styled, c.code);
        REQUIRE(found);
        CHECK(found->message.find(c.part) != std::string::npos);
        CHECK(found->span.valid());
    }
}

TEST_CASE("styles move the photo or leave it out") {
    CHECK(image_of(with_photo("photo: a.jpg", {"classic", {{"photo.place", "none"}}})) ==
          nullptr);
    CHECK(image_of(with_photo("photo: false")) == nullptr);
    const Styled floating = with_photo("photo: a.jpg", {"classic", {{"photo.place", "float"}}});
    REQUIRE(find_image(floating.document.blocks));
    CHECK(find_image(floating.document.blocks)->box.float_end);
    // A style without a header: the document's text runs beside it.
    const Styled plain = with_photo("photo: a.jpg", {"plain"});
    REQUIRE(find_image(plain.document.blocks));
    CHECK(find_image(plain.document.blocks)->box.float_end);
    CHECK(image_of(with_photo("照片: a.jpg")) != nullptr);
}

TEST_CASE("a head without a photo is as if there were no such thing") {
    const std::string body = "# 林知远\n\n138-0000-0000\n\n正文\n";
    CHECK(style_markdown(body, {"classic"}).dump ==
          style_markdown("---\nphoto:\n---\n" + body, {"classic"}).dump);
}

TEST_CASE("the photo's alternative is in the document's language") {
    for (const auto& [lang, text] :
         std::vector<std::pair<std::string, std::string>>{{"zh-CN", "林知远的照片"},
                                                          {"zh-TW", "林知远的相片"},
                                                          {"ja", "林知远の写真"},
                                                          {"ko", "林知远 사진"},
                                                          {"en", "Photo of 林知远"}}) {
        const Styled styled = with_photo("photo: a.jpg\nlang: " + lang);
        REQUIRE(image_of(styled));
        CHECK(image_of(styled)->alternative == text);
    }
    const Styled own = with_photo("photo: {src: a.jpg, alt: 工作照}");
    REQUIRE(image_of(own));
    CHECK(image_of(own)->alternative == "工作照");
}
