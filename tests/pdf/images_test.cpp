#include "pdf/images.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex::pdf;

namespace {

/// Which side of the box (10, 20)–(40, 60) a point of the stored picture's unit square lies on,
/// of those that are not at its middle.
std::string side(const Matrix& m, double x, double y) {
    const double right = m[0] * x + m[2] * y + m[4];
    const double up = m[1] * x + m[3] * y + m[5];
    if (up == 60) return "top";
    if (up == 20) return "bottom";
    if (right == 10) return "left";
    if (right == 40) return "right";
    return "inside";
}

}  // namespace

TEST_CASE("a picture stands as its camera says") {
    struct Row {
        int orientation;
        const char* row_0;     ///< the side that the first row shows, as in TIFF 6.0
        const char* column_0;  ///< the first column
    };

    for (const Row& row :
         {Row{1, "top", "left"}, Row{2, "top", "right"}, Row{3, "bottom", "right"},
          Row{4, "bottom", "left"}, Row{5, "left", "top"}, Row{6, "right", "top"},
          Row{7, "right", "bottom"}, Row{8, "left", "bottom"}, Row{0, "top", "left"},
          Row{9, "top", "left"}}) {
        INFO(row.orientation);
        const Matrix matrix = image_matrix(10, 20, 30, 40, row.orientation);
        // An image's first row is at the top of its unit square (8.9.3).
        CHECK(side(matrix, 0.5, 1) == row.row_0);
        CHECK(side(matrix, 0, 0.5) == row.column_0);
    }
}
