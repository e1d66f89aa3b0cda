#include "styles/fit.hpp"

#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;

namespace {

PageFit fit_of(const std::string& markdown, const StylingOptions& options) {
    const Styled styled = style_markdown(markdown, options);
    CHECK(styled.diagnostics.error_count() == 0);
    return styled.document.fit;
}

}  // namespace

TEST_CASE("the pages wanted: front matter, then the command line") {
    CHECK(fit_of("文", {}).pages == std::nullopt);
    CHECK(fit_of("---\npages: 2\n---\n文", {}).pages == 2);
    CHECK(fit_of("---\nstyle: { fit: { pages: 3 } }\n---\n文", {}).pages == 3);
    const std::string two = "---\npages: 2\n---\n文";
    CHECK(fit_of(two, {.overrides = {{"fit.pages", "1"}}}).pages == 1);
    CHECK(fit_of(two, {.overrides = {{"fit.pages", "any"}}}).pages == std::nullopt);
    // What other tools mean by the key.
    CHECK(fit_of("---\npages: [1, 2]\n---\n文", {}).pages == std::nullopt);
}

TEST_CASE("ranges are parts of the style's own values and hold them") {
    const auto with = [](const std::string& key, const std::string& value) {
        return fit_of("文", {.style = "classic", .overrides = {{key, value}}});
    };
    CHECK(with("fit.spaces", "0.5 2").spaces == FitRange{500, 2000});
    CHECK(with("fit.spaces", "1.2 2").spaces == FitRange{1000, 2000});
    CHECK(with("fit.leading", "1.24 1.55").leading == FitRange{800, 1000});
    CHECK(with("fit.size", "10.5pt 21pt").size == FitRange{1000, 2000});
    CHECK(with("fit.size", "5pt 10.5pt").size == FitRange{857, 1000});  // 9 pt of 10.5
    CHECK(with("fit.gap", "0.1em").gap == Em::of(0.1));
    CHECK(with("fit.margin", "10mm 12mm").margin.left.points() == Approx(34.016).margin(0.01));
    CHECK_FALSE(with("fit.squeeze", "false").squeeze);
}

TEST_CASE("every built-in style with a body of nine points and more can give and take") {
    for (const std::string& style : builtin_style_names()) {
        CAPTURE(style);
        const Styled styled = style_markdown("文", {.style = style});
        const PageFit& fit = styled.document.fit;
        CHECK(fit.spaces.least < 1000);
        CHECK(fit.spaces.most > 1000);
        CHECK(fit.leading.least < 1000);
        CHECK(fit.leading.most > 1000);
        CHECK(fit.size.least * fit.body.units() >= 999 * kSmallestFitted.units());
        CHECK(fit.margin.left <= styled.document.page.margin.left);
        CHECK(fit.margin.top <= styled.document.page.margin.top);
    }
}

TEST_CASE("bad pages and ranges are told") {
    const auto told = [](const std::string& key, const std::string& value) {
        const Styled styled = style_markdown("文", {.overrides = {{key, value}}});
        return styled.diagnostics.error_count() == 1;
    };
    for (const char* pages : {"0", "-1", "1.5", "100", "one", "1pt", ""})
        CHECK(told("fit.pages", pages));
    CHECK(told("fit.spaces", "0.5 1 2"));
    CHECK(told("fit.spaces", "0.01 1"));
    CHECK(told("fit.leading", "0.1 2"));
    CHECK(told("fit.sizes", "9pt 11pt"));
}
