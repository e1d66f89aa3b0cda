#include "layout/floats.hpp"

#include <algorithm>
#include <utility>

#include "layout/block_widths.hpp"
#include "layout/flow.hpp"
#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

/// A float takes less than this part of the measure: text beside it needs room.
constexpr std::int64_t kWidestPercent = 45;
/// Blocks that cannot change their measure midway need this part of it.
constexpr std::int64_t kRoomPercent = 55;
/// A taller float would tear a hole before it at a page's foot.
constexpr std::int64_t kTallestDivisor = 2;

/// The widest picture inside, which decides how wide a figure with a caption is.
Pt picture_width(const Flow& flow, const styles::Block& block) {
    if (std::holds_alternative<styles::Image>(block.node)) {
        return measure_blocks(flow.context, flow.settings, {block}).natural;
    }
    Pt width;
    if (const auto* container = std::get_if<styles::Container>(&block.node)) {
        for (const styles::Block& child : container->children) {
            width = std::max(width, picture_width(flow, child));
        }
    }
    return width;
}

Pt float_width(const Flow& flow, const styles::Block& block) {
    if (block.box.width) return *block.box.width;
    const Pt picture = picture_width(flow, block);
    if (picture > Pt{}) return picture;
    return measure_blocks(flow.context, flow.settings, {block}).natural;
}

/// Its top stands where the characters of the line beside it do.
Pt top_shift(const Flow& flow) {
    const styles::ParagraphStyle& body = flow.settings.fallback.style;
    return std::max(Pt{}, (body.leading - body.size) / 2);
}

/// Between a float and the text beside it: a line's distance reads as its border.
Pt gap_of(const Flow& flow) {
    return flow.settings.leading;
}

/// What an open float takes from the measure.
Pt taken_by(const Flow& flow, const Float& open) {
    const Pt left = open.right - open.frame.size.width - gap_of(flow);
    return std::clamp(flow.x + flow.measure - left, Pt{}, flow.measure);
}

/// How far below the next line's top the open float reaches.
Pt reach_of(const Flow& flow) {
    if (!flow.beside) return {};
    const Float& open = *flow.beside;
    if (open.waits) return top_shift(flow) + open.frame.size.height;
    return open.bottom - flow.y - (flow.at_edge ? Pt{} : flow.pending_space);
}

void add_alone(Flow& flow, Frame frame) {
    LineBox box;
    box.frame.size = {flow.measure, frame.size.height};
    box.frame.baseline = frame.size.height;
    box.frame.append({std::max(Pt{}, flow.measure - frame.size.width), Pt{}}, std::move(frame));
    add_box(flow, std::move(box));
}

}  // namespace

void add_float(Flow& flow, const styles::Block& block) {
    clear_float(flow);
    const Pt width = std::min(float_width(flow, block), flow.measure);
    styles::Block inner = block;
    inner.box.space_before = inner.box.space_after = {};
    inner.box.float_end = false;
    Frame frame = stack(flow_apart(flow, {inner}, width, flow.parent, false), width);
    if (frame.items.empty()) return;
    const bool wide = (width + gap_of(flow)) * 100 > flow.measure * kWidestPercent;
    const bool tall = frame.size.height * kTallestDivisor > flow.settings.page_height;
    if (wide || tall) {
        flow.pending_space = std::max(flow.pending_space, block.box.space_before);
        add_alone(flow, std::move(frame));
        flow.pending_space = block.box.space_after;
        return;
    }
    flow.beside = Float{std::move(frame), true, flow.x + flow.measure, {}};
}

Beside beside_next(const Flow& flow, Pt leading) {
    const Pt reach = reach_of(flow);
    if (reach <= Pt{} || leading <= Pt{}) return {};
    const std::int64_t lines = (reach.units() + leading.units() - 1) / leading.units();
    return {static_cast<std::size_t>(lines), taken_by(flow, *flow.beside)};
}

Pt make_room_beside(Flow& flow) {
    if (reach_of(flow) <= Pt{}) return {};
    const Pt taken = taken_by(flow, *flow.beside);
    if ((flow.measure - taken) * 100 >= flow.measure * kRoomPercent) return taken;
    clear_float(flow);
    return {};
}

void clear_float(Flow& flow) {
    if (!flow.beside) return;
    Float open = *std::exchange(flow.beside, std::nullopt);
    if (open.waits) return add_alone(flow, std::move(open.frame));
    if (open.bottom <= flow.y) return;
    flow.list.items.emplace_back(Kern{open.bottom - flow.y});
    flow.y = open.bottom;
}

void place_float(Flow& flow, Frame& frame) {
    if (!flow.beside || !flow.beside->waits) return;
    Float& open = *flow.beside;
    open.waits = false;
    const Pt top = top_shift(flow);
    open.bottom = flow.y + top + open.frame.size.height;
    Frame all;
    all.size = frame.size;
    all.baseline = frame.baseline;
    const Pt width = open.frame.size.width;
    all.append({open.right - width - flow.x, top}, std::exchange(open.frame, {}));
    open.frame.size.width = width;
    all.append({}, std::move(frame));
    frame = std::move(all);
}

bool is_beside_float(const Flow& flow) {
    return flow.beside && !flow.beside->waits && flow.y < flow.beside->bottom;
}

}  // namespace cvtex::layout
