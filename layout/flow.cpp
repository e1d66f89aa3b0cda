#include "layout/flow.hpp"

#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "layout/block_widths.hpp"
#include "layout/flow_paragraph.hpp"

namespace cvtex::layout {
namespace {

/// Below this a line holds so few characters that indenting further helps nobody.
constexpr Pt kLeastMeasure = Pt::of(60);

Pt thickness(const std::optional<styles::Border>& border) {
    return border ? border->thickness : Pt{};
}

bool is_decorated(const styles::BoxStyle& box) {
    return box.padding != Insets{} || box.top || box.right || box.bottom || box.left ||
           box.background;
}

/// A block's own borders and padding. A filled or framed box closes each of its parts where a
/// page break cuts it; a rule at the side simply goes on.
Decoration decorate(const Flow& flow, const styles::BoxStyle& box) {
    Decoration d;
    d.x = flow.x;
    d.width = flow.measure;
    d.top = box.top;
    d.right = box.right;
    d.bottom = box.bottom;
    d.left = box.left;
    d.background = box.background;
    d.close_parts = (box.top && box.bottom) || box.background;
    if (d.close_parts) {
        d.repeat_top = box.padding.top + thickness(box.top);
        d.repeat_bottom = box.padding.bottom + thickness(box.bottom);
    }
    return d;
}

void add_rule(Flow& flow, const styles::Rule& rule) {
    Pt width = flow.measure;
    if (rule.fraction) width = rule.fraction->at(flow.measure);
    width = std::min(rule.width.value_or(width), flow.measure);
    LineBox box;
    box.frame.size = {flow.measure, rule.stroke.thickness};
    box.frame.baseline = rule.stroke.thickness;
    const Pt x = aligned_x(rule.align, flow.measure - width);
    box.frame.push({x, Pt{}}, TagId{},
                   RectItem{{width, rule.stroke.thickness}, rule.stroke.color});
    box.lines = 0;
    add_box(flow, std::move(box));
}

void add_container(Flow& flow, const styles::Container& container, Span span) {
    const TagId outer = flow.parent;
    if (container.kind == styles::ContainerKind::BlockQuote) {
        flow.parent = add_tag(flow.context, Role::BlockQuote, outer, span);
    }
    add_blocks(flow, container.children);
    flow.parent = outer;
}

/// The width of `block` on one line, with its padding and borders.
Pt content_width(const Flow& flow, const styles::Block& block) {
    styles::Blocks alone;
    alone.push_back(block);
    return measure_blocks(flow.context, flow.settings, alone).natural;
}

void add_decorated(Flow& flow, const styles::Block& block) {
    const styles::BoxStyle& box = block.box;
    const Pt x = flow.x;
    const Pt measure = flow.measure;
    if (box.fit_content) flow.measure = std::min(measure, content_width(flow, block));
    open_box(flow, decorate(flow, box), box.padding.top + thickness(box.top));
    flow.measure = measure;
    const Pt left = box.padding.left + thickness(box.left);
    const Pt right = box.padding.right + thickness(box.right);
    flow.measure = indent_within(measure, left + right);
    flow.x = x + std::min(left, measure - flow.measure);
    add_node(flow, block);
    close_box(flow, box.padding.bottom + thickness(box.bottom));
    flow.x = x;
    flow.measure = measure;
}

/// Blocks whose lines change their measure where a float beside them ends.
bool runs_around(const styles::Block& block) {
    return !is_decorated(block.box) && (std::holds_alternative<styles::Paragraph>(block.node) ||
                                        std::holds_alternative<styles::List>(block.node) ||
                                        std::holds_alternative<styles::Container>(block.node));
}

/// The level of the head that the kept line `paragraph` belongs to: dates and facts below a
/// heading of level `above` are part of it; an entry that is no heading lies below all levels.
int level_of_head_line(const styles::Paragraph& paragraph, int above) {
    constexpr int kBelowHeadings = 7;
    if (above > 0) return above;
    return paragraph.aside.empty() ? 0 : kBelowHeadings;
}

/// What it costs to break the page before the next box.
Penalty break_cost(const Flow& flow) {
    Penalty cost = flow.pending_cost;
    if (flow.lines_to_keep > 0) cost = std::max(cost, penalty::kHeading);
    if (is_beside_float(flow)) cost = std::max(cost, penalty::kLeadIn);
    if (flow.together_from && flow.boxes > *flow.together_from) {
        cost = std::max(cost, penalty::kTogether);
    }
    return cost;
}

}  // namespace

Pt aligned_x(styles::Align align, Pt room) {
    switch (align) {
        case styles::Align::Justify:
        case styles::Align::Start:
            return {};
        case styles::Align::Center:
            return room / 2;
        case styles::Align::End:
            return room;
    }
    return {};
}

void add_node(Flow& flow, const styles::Block& block) {
    std::visit(overloaded{
                   [&](const styles::Paragraph& p) { add_paragraph(flow, p, block.span); },
                   [&](const styles::List& list) { add_list(flow, list, block.span); },
                   [&](const styles::Container& c) { add_container(flow, c, block.span); },
                   [&](const styles::Rule& rule) { add_rule(flow, rule); },
                   [&](const styles::CodeBlock& code) { add_code(flow, code, block.span); },
                   [&](const styles::Table& table) { add_table(flow, table, block.span); },
                   [&](const styles::Image& image) { add_image(flow, image, block.span); },
                   [&](const styles::Row& row) { add_row(flow, row); },
                   [&](const styles::PageBreak&) {
                       clear_float(flow);
                       flow.pending_cost = penalty::kForced;
                   },
               },
               block.node);
}

Pt indent_within(Pt measure, Pt indent) {
    const Pt least = std::min(measure, kLeastMeasure);
    return std::clamp(measure - indent, least, std::max(measure, least));
}

TagId add_tag(Context& context, Role role, TagId parent, Span span) {
    Tag tag;
    tag.role = role;
    tag.parent = parent;
    tag.span = span;
    context.out.tags.push_back(std::move(tag));
    return TagId::at(context.out.tags.size() - 1);
}

void begin_material(Flow& flow) {
    if (!flow.at_edge) {
        flow.list.items.emplace_back(PageEnd{break_cost(flow)});
        if (flow.pending_space > Pt{}) flow.list.items.emplace_back(Space{flow.pending_space});
        flow.y += flow.pending_space;
    }
    flow.pending_space = {};
    flow.pending_cost = penalty::kNone;
}

void add_box(Flow& flow, LineBox box) {
    begin_material(flow);
    box.x = flow.x;
    box.height = box.frame.size.height;
    if (!flow.markers.empty()) place_markers(flow, box.frame);
    place_float(flow, box.frame);
    box.notes = flow.context.notes.demand(box.frame.notes);
    flow.lines_to_keep = std::max(0, flow.lines_to_keep - box.lines);
    flow.last_heading = 0;
    flow.at_edge = false;
    flow.y += box.height;
    ++flow.boxes;
    flow.list.items.emplace_back(std::move(box));
}

void open_box(Flow& flow, Decoration decoration, Pt padding_top) {
    begin_material(flow);
    flow.list.decorations.push_back(std::move(decoration));
    flow.list.items.emplace_back(OpenBox{flow.list.decorations.size() - 1});
    if (padding_top != Pt{}) flow.list.items.emplace_back(Kern{padding_top});
    flow.y += padding_top;
    flow.at_edge = true;
}

void close_box(Flow& flow, Pt padding_bottom) {
    if (padding_bottom != Pt{}) flow.list.items.emplace_back(Kern{padding_bottom});
    flow.y += padding_bottom;
    flow.list.items.emplace_back(CloseBox{});
    flow.pending_space = {};
    flow.at_edge = false;
}

void add_block(Flow& flow, const styles::Block& block) {
    const styles::BoxStyle& box = block.box;
    if (box.float_end) return add_float(flow, block);
    if (box.break_before) clear_float(flow);
    flow.pending_space = std::max(flow.pending_space, box.space_before);
    const auto* paragraph = std::get_if<styles::Paragraph>(&block.node);
    if (paragraph && paragraph->heading_level > 0) {
        begin_heading(flow, paragraph->heading_level);
    }
    const int above = flow.last_heading;
    if (box.break_before) flow.pending_cost = penalty::kForced;
    const bool keeps = box.keep_together && !flow.together_from;
    if (keeps) flow.together_from = flow.boxes;
    const Pt taken = runs_around(block) ? Pt{} : make_room_beside(flow);
    flow.measure -= taken;
    if (box.bleed && flow.measure == flow.settings.text_measure) {
        add_bleeding(flow, block);
    } else if (is_decorated(box)) {
        add_decorated(flow, block);
    } else {
        add_node(flow, block);
    }
    flow.measure += taken;
    if (keeps) flow.together_from.reset();
    flow.pending_space = std::max(flow.pending_space, box.space_after);
    if (box.keep_with_next) {
        flow.pending_cost = std::max(flow.pending_cost, penalty::kHeading);
        if (paragraph && paragraph->heading_level == 0)
            flow.last_heading = level_of_head_line(*paragraph, above);
    }
    if (box.break_after) flow.pending_cost = penalty::kForced;
}

void add_blocks(Flow& flow, const styles::Blocks& blocks) {
    for (const styles::Block& block : blocks) add_block(flow, block);
}

VerticalList flow_apart(const Flow& flow, const styles::Blocks& blocks, Pt measure, TagId tag,
                        bool text_of_parent) {
    Flow apart(flow.context, flow.settings, measure, tag);
    apart.text_of_parent = text_of_parent && blocks.size() == 1;
    add_blocks(apart, blocks);
    clear_float(apart);
    return std::move(apart.list);
}

}  // namespace cvtex::layout
