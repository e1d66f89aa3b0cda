#pragma once

#include <optional>
#include <vector>

#include "layout/pages.hpp"
#include "styles/styled.hpp"

/// The column beside the main text of every page: its place and its ground.
namespace cvtex::layout {

struct SideArea {
    Area area;   ///< of its text
    Pt measure;  ///< of its text
    Rect ground;
    std::optional<Color> background;
};

/// Where the column of `page` stands; nothing when it has none or the column leaves no room for
/// text.
[[nodiscard]] std::optional<SideArea> find_side_area(const styles::PageStyle& page);

/// The items of one page: the ground, what stands in the column, the main text.
[[nodiscard]] std::vector<Placed> with_side_column(const SideArea& side,
                                                   std::vector<Placed> column,
                                                   std::vector<Placed> main);

}  // namespace cvtex::layout
