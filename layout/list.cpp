#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "layout/flow.hpp"
#include "layout/marked.hpp"

namespace cvtex::layout {
namespace {

/// A text marker is set on a line of its own, so wide that it never breaks.
constexpr Pt kMarkerMeasure = Pt::of(2000);
/// Strokes of open shapes, as a part of their size: as light as the text's own strokes.
constexpr std::int64_t kStrokeDivisor = 9;
/// A dash is a flat bar: its height as a part of its length.
constexpr std::int64_t kDashDivisor = 8;
/// How many of the longest markers are measured: their widths differ by little.
constexpr std::size_t kMaxMeasured = 16;

std::size_t text_length(const styles::TextMarker& marker) {
    std::size_t length = 0;
    for (const styles::InlineItem& item : marker.content) {
        if (const auto* run = std::get_if<styles::TextRun>(&item)) {
            length += count_code_points(run->text);
        }
    }
    return length;
}

/// The marker as a paragraph of one line in its own text's size.
styles::Paragraph as_paragraph(const Flow& flow, const styles::TextMarker& marker) {
    styles::Paragraph paragraph;
    paragraph.style.align = styles::Align::Start;
    paragraph.style.size = flow.settings.fallback.style.size;
    for (const styles::InlineItem& item : marker.content) {
        const auto* run = std::get_if<styles::TextRun>(&item);
        if (!run) continue;
        paragraph.style.size = flow.context.document[run->style].size;
        break;
    }
    paragraph.style.leading = paragraph.style.size;
    paragraph.content = marker.content;
    return paragraph;
}

/// How far items hang: as styled, or wider when the widest number needs it.
Pt widened_hang(const Flow& flow, const styles::List& list) {
    std::size_t longest = 0;
    for (const styles::ListItem& item : list.items) {
        const auto* marker = std::get_if<styles::TextMarker>(&item.marker);
        if (marker) longest = std::max(longest, text_length(*marker));
    }
    Pt hang = list.hang;
    std::size_t measured = 0;
    for (const styles::ListItem& item : list.items) {
        const auto* marker = std::get_if<styles::TextMarker>(&item.marker);
        if (!marker || text_length(*marker) != longest) continue;
        const Pt width = measure_paragraph(flow.context, as_paragraph(flow, *marker)).natural;
        hang = std::max(hang, width + list.marker_gap);
        if (++measured == kMaxMeasured) break;
    }
    return hang;
}

/// Right edge of a line's text: where its last glyph ends.
Pt text_width(const Frame& line) {
    Pt right;
    for (const Placed& placed : line.items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text) continue;
        Pt x = placed.at.x;
        for (const Glyph& glyph : text->glyphs) x += glyph.advance;
        right = std::max(right, x);
    }
    return right;
}

/// A drawn marker stands right-aligned in the hang, before a gap as wide as the one of numbers;
/// a dash and boxes fill what they need.
void draw_marker(const PendingMarker& pending, const styles::DrawnMarker& marker, Pt text_x,
                 Pt baseline, Frame& out) {
    const Pt size = marker.diameter;
    const Pt left = text_x - pending.hang;
    const Pt centre = baseline - marker.raise;
    const Pt x = left + std::max(Pt{}, (pending.hang - pending.marker_gap - size) / 2);
    const auto shape = [&](ShapeKind kind) {
        const ShapeItem item{kind, {size, size}, marker.color, size / kStrokeDivisor};
        out.push({x, centre - size / 2}, TagId{}, item);
    };
    switch (marker.shape) {
        case styles::MarkerShape::Disc:
            return shape(ShapeKind::Disc);
        case styles::MarkerShape::Circle:
            return shape(ShapeKind::Circle);
        case styles::MarkerShape::Square:
            return shape(ShapeKind::Square);
        case styles::MarkerShape::Triangle:
            return shape(ShapeKind::Triangle);
        case styles::MarkerShape::BoxOpen:
            return shape(ShapeKind::BoxOpen);
        case styles::MarkerShape::BoxDone:
            return shape(ShapeKind::BoxDone);
        case styles::MarkerShape::Dash: {
            const Size bar{size, size / kDashDivisor};
            out.push({x, centre - bar.height / 2}, TagId{}, RectItem{bar, marker.color});
            return;
        }
    }
}

/// Sets a text marker: right-aligned before its gap, or as a label at the left.
void set_marker(Flow& flow, const PendingMarker& pending, const styles::TextMarker& marker,
                Pt text_x, Pt baseline, Frame& out) {
    const styles::Paragraph paragraph = as_paragraph(flow, marker);
    LineSet set = set_paragraph(flow.context, paragraph, kMarkerMeasure, pending.label);
    if (set.lines.empty()) return;
    Frame line = std::move(set.lines.front().frame);
    const Pt x = pending.at_start ? text_x - pending.hang
                                  : text_x - pending.marker_gap - text_width(line);
    // For the dump of lines the marker is a line, set flush right, of what the hang leaves it.
    const Pt measure = pending.hang - pending.marker_gap;
    for (Placed& placed : line.items) {
        auto* text = std::get_if<TextItem>(&placed.item);
        if (!text) continue;
        text->from_line = placed.at.x + x - (text_x - pending.hang);
        flow.context.out.text_blocks[text->block.index()].measure = measure;
    }
    out.append({x, baseline - line.baseline}, std::move(line));
}

/// The line for an item without content: it has its marker, and takes its room.
void add_empty_line(Flow& flow) {
    LineBox box;
    box.frame.size = {flow.measure, flow.settings.leading};
    box.frame.baseline = flow.settings.baseline;
    box.leading = true;
    add_box(flow, std::move(box));
}

/// A list's last line keeps company: raises the cost of the page end before it.
void raise_cost(Flow& flow, std::size_t item) {
    if (item >= flow.list.items.size()) return;
    auto* end = std::get_if<PageEnd>(&flow.list.items[item]);
    if (end) end->cost = std::max(end->cost, penalty::kListEdge);
}

/// A marker that stands before the first line of what comes next.
void wait_with_marker(Flow& flow, const MarkerPlace& place) {
    if (std::holds_alternative<std::monostate>(*place.marker)) return;
    PendingMarker marker{place.marker, flow.x, place.hang, place.gap, TagId{}, place.at_start};
    if (std::holds_alternative<styles::TextMarker>(*place.marker)) {
        marker.label = add_tag(flow.context, Role::Label, place.owner, Span{});
    }
    flow.markers.push_back(marker);
}

/// A marker needs a line to stand beside.
void add_children(Flow& flow, const styles::Blocks& children) {
    const std::size_t boxes = flow.boxes;
    add_blocks(flow, children);
    if (flow.boxes == boxes) add_empty_line(flow);
}

/// An item that is one paragraph, perhaps with a nested list, needs no paragraph element.
bool is_plain(const styles::Blocks& children) {
    if (children.empty()) return true;
    if (!std::holds_alternative<styles::Paragraph>(children.front().node)) return false;
    return std::all_of(children.begin() + 1, children.end(), [](const styles::Block& block) {
        return std::holds_alternative<styles::List>(block.node);
    });
}

void add_item(Flow& flow, const styles::List& list, const styles::ListItem& item, Pt hang) {
    const TagId outer = flow.parent;
    const TagId tag = add_tag(flow.context, Role::ListItem, outer, item.span);
    wait_with_marker(flow, {&item.marker, hang, list.marker_gap, tag, list.labels});
    flow.parent = add_tag(flow.context, Role::ListBody, tag, item.span);
    flow.text_of_parent = is_plain(item.children);
    add_children(flow, item.children);
    flow.parent = outer;
    flow.text_of_parent = false;
}

}  // namespace

void place_markers(Flow& flow, Frame& frame) {
    // Beside a picture or a tall row a marker stands as beside a line of text at its head.
    const Pt usual = flow.settings.baseline;
    const Pt baseline = frame.baseline < frame.size.height ? frame.baseline
                                                           : std::min(usual, frame.size.height);
    Frame all;
    all.size = frame.size;
    all.baseline = frame.baseline;
    for (const PendingMarker& pending : std::exchange(flow.markers, {})) {
        const Pt text_x = pending.text_x - flow.x;
        std::visit(overloaded{
                       [](std::monostate) {},
                       [&](const styles::DrawnMarker& marker) {
                           draw_marker(pending, marker, text_x, baseline, all);
                       },
                       [&](const styles::TextMarker& marker) {
                           set_marker(flow, pending, marker, text_x, baseline, all);
                       },
                   },
                   *pending.marker);
    }
    all.append({}, std::move(frame));
    frame = std::move(all);
}

void add_marked(Flow& flow, const MarkerPlace& place, const styles::Blocks& children) {
    const Pt x = flow.x;
    const Pt measure = flow.measure;
    flow.measure = indent_within(measure, place.hang);
    flow.x = x + std::min(place.hang, measure - flow.measure);
    wait_with_marker(flow, place);
    add_children(flow, children);
    flow.x = x;
    flow.measure = measure;
}

void add_list(Flow& flow, const styles::List& list, Span span) {
    const Pt x = flow.x;
    const Pt measure = flow.measure;
    const TagId outer = flow.parent;
    flow.parent = add_tag(flow.context, Role::List, outer, span);
    const Pt hang = widened_hang(flow, list);
    flow.measure = indent_within(measure, hang);
    flow.x = x + std::min(hang, measure - flow.measure);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const std::size_t before = flow.list.items.size();
        const std::size_t boxes = flow.boxes;
        add_item(flow, list, list.items[i], hang);
        const bool single = flow.boxes - boxes == 1;
        if (i > 0 && i + 1 == list.items.size() && single) raise_cost(flow, before);
        if (i == 0 && single)
            flow.pending_cost = std::max(flow.pending_cost, penalty::kListEdge);
    }
    flow.x = x;
    flow.measure = measure;
    flow.parent = outer;
}

}  // namespace cvtex::layout
