#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/floats.hpp"
#include "layout/paragraph.hpp"
#include "layout/vertical.hpp"

/// Styled blocks in, one vertical list out.
namespace cvtex::layout {

/// What stays the same while a document's blocks are set.
struct FlowSettings {
    Pt page_height;   ///< of the text area
    Pt text_measure;  ///< its width
    Size page;        ///< the whole page
    Insets margin;    ///< from its edges to the text area
    bool widow_control = true;
    Pt leading, baseline;        ///< of a line of body text: for an empty list item
    styles::Paragraph fallback;  ///< style of a placeholder; its content is empty
};

/// A list item's marker that waits for the first line to stand beside.
struct PendingMarker {
    const styles::Marker* marker = nullptr;
    Pt text_x;              ///< left edge of the item's text, from the list's left edge
    Pt hang;                ///< from the markers' left edge to the text
    Pt marker_gap;          ///< between a text marker and the text
    TagId label;            ///< of a text marker
    bool at_start = false;  ///< a text marker stands at the left of the hang
};

/// Builds a vertical list block by block. A value with open state: the space and the break cost
/// that wait for the next box are settled only when that box comes.
struct Flow {
    Flow(Context& shared, const FlowSettings& set, Pt width, TagId tag)
        : context(shared), settings(set), measure(width), parent(tag) {}

    Context& context;
    const FlowSettings& settings;
    VerticalList list;

    Pt x;                         ///< left edge of what comes next
    Pt measure;                   ///< its width
    TagId parent;                 ///< its structure element
    bool text_of_parent = false;  ///< the next paragraph's text belongs to `parent` itself

    Pt y;  ///< height of what the list holds, were it set in one piece
    std::optional<Float> beside;

    Pt pending_space;
    Penalty pending_cost = penalty::kNone;
    bool at_edge = true;    ///< nothing set yet on this side of a border: spaces are dropped
    int lines_to_keep = 0;  ///< that must follow the last heading on its page
    int last_heading = 0;   ///< level of the heading that ends what is set; 0: none does
    std::size_t boxes = 0;
    std::optional<std::size_t> together_from;  ///< box count where a kept block began
    std::vector<PendingMarker> markers;
};

void add_block(Flow& flow, const styles::Block& block);
void add_blocks(Flow& flow, const styles::Blocks& blocks);

/// Appends a box: settles the space and the break before it, places waiting markers beside it.
void add_box(Flow& flow, LineBox box);

/// Settles the space and the break before material that starts here.
void begin_material(Flow& flow);

/// Opens a container's borders, background and padding around what follows; `close_box` ends
/// it.
void open_box(Flow& flow, Decoration decoration, Pt padding_top);
void close_box(Flow& flow, Pt padding_bottom);

/// Sets a block whose ground reaches the edges of the page: one box, its content in the middle
/// of the height that its style asks for.
void add_bleeding(Flow& flow, const styles::Block& block);
/// What `block` holds, without its own borders and padding.
void add_node(Flow& flow, const styles::Block& block);

/// Sets `blocks` in a list of their own: a cell's content. `text_of_parent`: a paragraph that
/// is alone needs no structure element of its own.
[[nodiscard]] VerticalList flow_apart(const Flow& flow, const styles::Blocks& blocks,
                                      Pt measure, TagId tag, bool text_of_parent);

/// Registers a structure element.
TagId add_tag(Context& context, Role role, TagId parent, Span span);

/// Where that stands which leaves `room` of the measure free.
[[nodiscard]] Pt aligned_x(styles::Align align, Pt room);

/// The width left when `indent` is taken off: deep nesting always leaves a few characters.
[[nodiscard]] Pt indent_within(Pt measure, Pt indent);

void add_list(Flow& flow, const styles::List& list, Span span);
void add_table(Flow& flow, const styles::Table& table, Span span);
void add_row(Flow& flow, const styles::Row& row);
/// What stands for an image that cannot be read: its alternative text, or its path; empty when
/// it has neither.
[[nodiscard]] styles::Paragraph placeholder_for(const FlowSettings& settings,
                                                const styles::Image& image, Span span);
void add_image(Flow& flow, const styles::Image& image, Span span);

/// Sets the waiting markers beside the line `frame`, whose left edge is at `flow.x`.
void place_markers(Flow& flow, Frame& frame);

}  // namespace cvtex::layout
