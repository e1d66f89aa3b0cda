#pragma once

#include <string>

#include "styles/styled.hpp"

/// What surrounds the text of a page in a browser: the sheet of paper, its margins and columns.
namespace cvtex::exporting {

/// CSS of the page: `body` is the sheet. With a side column it holds `aside` and `main`.
[[nodiscard]] std::string css_page(const styles::StyledDocument& document);

/// An outermost block's box: like css_box, but a ground that bleeds reaches the sheet's edges.
/// `at_head`: it is the first block of the page.
[[nodiscard]] std::string css_outer_box(const styles::BoxStyle& box, bool at_head);

}  // namespace cvtex::exporting
