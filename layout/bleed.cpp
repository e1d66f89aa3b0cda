#include <algorithm>
#include <utility>
#include <vector>

#include "layout/columns.hpp"
#include "layout/flow.hpp"
#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

/// A band takes at most this part of a page: it is one box and never split.
constexpr std::int64_t kLargestPart = 2;

/// The content of `block` in a list of its own.
VerticalList set_content(Flow& flow, const styles::Block& block, Pt measure) {
    Flow apart(flow.context, flow.settings, measure, flow.parent);
    add_node(apart, block);
    clear_float(apart);
    return std::move(apart.list);
}

/// Too much for a band: the ground goes on from page to page, from edge to edge.
void add_tall(Flow& flow, const styles::BoxStyle& box, VerticalList content) {
    const FlowSettings& settings = flow.settings;
    Decoration ground;
    ground.x = -settings.margin.left;
    ground.width = settings.page.width;
    ground.background = box.background;
    ground.close_parts = true;
    ground.repeat_top = box.padding.top;
    ground.repeat_bottom = box.padding.bottom;
    open_box(flow, std::move(ground), box.padding.top);
    std::vector<Column> columns(1);
    columns[0].x = box.padding.left - settings.margin.left;
    columns[0].list = std::move(content);
    add_columns(flow, std::move(columns), Pt{});
    close_box(flow, box.padding.bottom);
}

/// Whether nothing of the page stands above.
bool at_head(const Flow& flow) {
    return flow.at_edge && flow.boxes == 0 && flow.list.items.empty();
}

}  // namespace

void add_bleeding(Flow& flow, const styles::Block& block) {
    const styles::BoxStyle& box = block.box;
    const FlowSettings& settings = flow.settings;
    const Pt over = at_head(flow) ? settings.margin.top : Pt{};
    const Pt measure = indent_within(settings.page.width, box.padding.left + box.padding.right);
    VerticalList list = set_content(flow, block, measure);
    const Pt most = settings.page.height / kLargestPart;
    const Pt needed = natural_height(list) + box.padding.top + box.padding.bottom;
    if (needed > most) return add_tall(flow, box, std::move(list));
    Frame content = stack(std::move(list), measure);
    const Pt ground = std::max(needed, std::min(box.least_height, most));

    LineBox band;
    Frame& frame = band.frame;
    frame.size = {flow.measure, std::max(Pt{}, ground - over)};
    const Point corner{-settings.margin.left, -over};
    if (box.background) {
        frame.push(corner, TagId{}, RectItem{{settings.page.width, ground}, *box.background});
    }
    // In the middle of what the padding leaves.
    const Pt above = box.padding.top + (ground - needed) / 2;
    frame.baseline = above - over + content.baseline;
    frame.notes = std::move(content.notes);
    frame.append(corner + Point{box.padding.left, above}, std::move(content));
    add_box(flow, std::move(band));
}

}  // namespace cvtex::layout
