#include "layout/side_column.hpp"

#include <iterator>
#include <utility>

namespace cvtex::layout {
namespace {

/// Less room than this for text is none.
constexpr Pt kLeastSide = Pt::of(10);

}  // namespace

std::optional<SideArea> find_side_area(const styles::PageStyle& page) {
    if (!page.side) return std::nullopt;
    const styles::SideColumn& side = *page.side;
    SideArea found;
    const Pt left = side.at_end ? page.size.width - side.width : Pt{};
    found.ground = {{left, Pt{}}, {side.width, page.size.height}};
    found.background = side.background;
    found.area.origin = {left + side.padding.left, side.padding.top};
    found.area.height = page.size.height - side.padding.top - side.padding.bottom;
    found.measure = side.width - side.padding.left - side.padding.right;
    if (found.measure < kLeastSide || found.area.height < kLeastSide) return std::nullopt;
    return found;
}

std::vector<Placed> with_side_column(const SideArea& side, std::vector<Placed> column,
                                     std::vector<Placed> main) {
    std::vector<Placed> items;
    items.reserve(1 + column.size() + main.size());
    if (side.background) {
        items.push_back(
            {side.ground.origin, TagId{}, RectItem{side.ground.size, *side.background}});
    }
    std::move(column.begin(), column.end(), std::back_inserter(items));
    std::move(main.begin(), main.end(), std::back_inserter(items));
    return items;
}

}  // namespace cvtex::layout
