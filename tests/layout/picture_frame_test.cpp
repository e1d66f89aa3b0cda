#include "layout/picture_frame.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::literals;

namespace {

struct Case {
    const char* what;
    Size natural;
    styles::Fit fit;
    double focus_x, focus_y;
    std::optional<Rect> whole;
};

}  // namespace

TEST_CASE("pictures fill their frame") {
    const Size box{100_pt, 140_pt};
    using styles::Fit;
    for (const Case& c : {
             Case{"same shape", {50_pt, 70_pt}, Fit::Cover, .5, .5, {}},
             Case{"wide, centre",
                  {280_pt, 140_pt},
                  Fit::Cover,
                  .5,
                  .5,
                  Rect{{-90_pt, 0_pt}, {280_pt, 140_pt}}},
             Case{"wide, left",
                  {280_pt, 140_pt},
                  Fit::Cover,
                  0,
                  .5,
                  Rect{{0_pt, 0_pt}, {280_pt, 140_pt}}},
             Case{"wide, right",
                  {280_pt, 140_pt},
                  Fit::Cover,
                  1,
                  .5,
                  Rect{{-180_pt, 0_pt}, {280_pt, 140_pt}}},
             Case{"tall, a face above the middle",
                  {50_pt, 140_pt},
                  Fit::Cover,
                  .5,
                  .3,
                  Rect{{0_pt, -14_pt}, {100_pt, 280_pt}}},
             Case{"tall, top",
                  {50_pt, 140_pt},
                  Fit::Cover,
                  .5,
                  0,
                  Rect{{0_pt, 0_pt}, {100_pt, 280_pt}}},
             Case{"wide, whole",
                  {200_pt, 140_pt},
                  Fit::Contain,
                  .5,
                  .5,
                  Rect{{0_pt, 35_pt}, {100_pt, 70_pt}}},
             Case{"tall, whole",
                  {70_pt, 140_pt},
                  Fit::Contain,
                  .5,
                  .5,
                  Rect{{15_pt, 0_pt}, {70_pt, 140_pt}}},
             Case{"distorted", {70_pt, 70_pt}, Fit::Stretch, .5, .5, {}},
         }) {
        INFO(c.what);
        styles::PictureFrame frame;
        frame.fit = c.fit;
        frame.focus_x = Em::of(c.focus_x);
        frame.focus_y = Em::of(c.focus_y);
        const ImageItem item = frame_picture(ImageId::at(0), c.natural, box, frame);
        CHECK(item.size == box);
        REQUIRE(item.whole.has_value() == c.whole.has_value());
        if (!c.whole) continue;
        const auto near = [](Pt a, Pt b) { return std::abs((a - b).points()) < 0.01; };
        CHECK(near(item.whole->left(), c.whole->left()));
        CHECK(near(item.whole->top(), c.whole->top()));
        CHECK(near(item.whole->size.width, c.whole->size.width));
        CHECK(near(item.whole->size.height, c.whole->size.height));
    }
}

TEST_CASE("corners are no rounder than half the shorter side") {
    styles::PictureFrame frame;
    frame.radius = 80_pt;
    const ImageItem item = frame_picture(ImageId::at(0), {10_pt, 10_pt}, {60_pt, 90_pt}, frame);
    CHECK(item.radius == 30_pt);
}
