#include <algorithm>

#include "styles/blocks.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

const ast::ElementBlock* as_element(const ast::Block& block) {
    return std::get_if<ast::ElementBlock>(&block.node);
}

bool is_blank(const ast::Inline& node) {
    if (std::holds_alternative<ast::SoftBreak>(node.node)) return true;
    const auto* text = std::get_if<ast::Text>(&node.node);
    return text && trim(text->text).empty();
}

/// The boxes of a flex line that are inline elements: `<span>…</span> <span>…</span>`.
std::vector<const ast::Inline*> inline_cells(const ast::Block& block) {
    std::vector<const ast::Inline*> cells;
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    if (!paragraph) return cells;
    for (const ast::Inline& node : paragraph->children) {
        if (is_blank(node)) continue;
        if (!std::holds_alternative<ast::Element>(node.node)) return {};
        cells.push_back(&node);
    }
    if (cells.size() < 2) cells.clear();
    return cells;
}

RowCell make_cell(const Css& css, Pt size, Blocks children) {
    RowCell cell;
    if (css.width.length) cell.width = css.width.length->at(size);
    cell.fraction = css.width.fraction;
    cell.grow = css.grow;
    cell.children = std::move(children);
    trim_spaces(cell.children);
    return cell;
}

void add_cells(Context& context, const ast::Block& block, const Scope& scope, Row& row) {
    const Pt size = scope.text.size;
    const auto cells = inline_cells(block);
    for (const ast::Inline* node : cells) {
        Css css = read_css(std::get<ast::Element>(node->node).attributes);
        Scope inner = scope;
        if (css.align) inner.paragraph.align = *css.align;
        Blocks children;
        set_paragraph(context, {*node}, node->span, inner, Element::Body, children);
        if (!children.empty()) row.cells.push_back(make_cell(css, size, std::move(children)));
    }
    if (!cells.empty()) return;
    Blocks children;
    set_block(context, block, scope, children);
    if (children.empty()) return;
    const ast::ElementBlock* element = as_element(block);
    row.cells.push_back(
        make_cell(element ? read_css(element->attributes) : Css{}, size, std::move(children)));
}

void set_flex(Context& context, const ast::ElementBlock& element, const Css& css, Span span,
              const Scope& scope, Blocks& out) {
    Row row;
    Scope inner = scope;
    // Narrow cells are not justified.
    if (inner.paragraph.align == Align::Justify) inner.paragraph.align = Align::Start;
    for (const ast::Block& child : element.children) add_cells(context, child, inner, row);
    if (row.cells.empty()) return;
    if (css.gap) row.gap = css.gap->at(scope.text.size);
    row.distribute = css.distribute.value_or(Distribute::Start);
    BoxStyle box = box_of(context, Element::Body, scope.text.size);
    out.push_back({box, std::move(row), span});
}

struct KindOf {
    ContainerKind kind = ContainerKind::Group;
    std::optional<Element> element;
};

KindOf kind_of(std::string_view tag) {
    if (tag == "figure") return {ContainerKind::Figure, {}};
    if (tag == "section" || tag == "article" || tag == "main")
        return {ContainerKind::Section, {}};
    if (tag == "figcaption" || tag == "caption")
        return {ContainerKind::Group, Element::Caption};
    if (tag == "summary") return {ContainerKind::Group, Element::Summary};
    return {};
}

/// Whether a container is needed, or its children can stand for themselves.
bool needs_container(const BoxStyle& box, ContainerKind kind) {
    return kind == ContainerKind::Figure || !(box == BoxStyle{});
}

/// Space around text on a coloured ground.
constexpr Em kGroundPadding = Em::of(0.5);

BoxStyle element_box(const Context& context, const Css& css, std::optional<Element> element,
                     Pt size) {
    BoxStyle box;
    if (element) box = box_of(context, *element, size);
    if (css.background) {
        const Pt padding = kGroundPadding.at(size);
        box.background = css.background;
        box.padding = {padding, padding, padding, padding};
    }
    box.keep_together = box.keep_together || css.keep_together;
    box.break_before = css.break_before;
    box.break_after = css.break_after;
    return box;
}

}  // namespace

void set_element_block(Context& context, const ast::ElementBlock& element, Span span,
                       const Scope& scope, Blocks& out) {
    Css css = read_css(element.attributes);
    if (css.hidden) return;
    if (element.tag == "center") css.align = Align::Center;
    if (css.floats && !css.align) css.align = Align::End;
    const KindOf kind = kind_of(element.tag);
    Css of_text = css;
    of_text.background.reset();  // the box has it
    Scope inner = kind.element ? dress(context, scope, *kind.element) : scope;
    inner = dress(context, std::move(inner), of_text, attribute(element.attributes, "lang"));
    const BoxStyle box = element_box(context, css, kind.element, inner.text.size);

    Blocks children;
    if (css.flex)
        set_flex(context, element, css, span, inner, children);
    else
        children = set_blocks(context, element.children, inner);
    if (children.empty()) {
        // An empty `<div style="page-break-after: always">` is how HTML ends a page.
        if (css.break_before || css.break_after) out.push_back({{}, PageBreak{}, span});
        return;
    }
    if (!needs_container(box, kind.kind)) {
        std::move(children.begin(), children.end(), std::back_inserter(out));
        return;
    }
    Block block{box, {}, span};
    // Breaks and space of the first and last child take effect outside the container.
    block.box.space_before = std::max(box.space_before, children.front().box.space_before);
    block.box.space_after = std::max(box.space_after, children.back().box.space_after);
    trim_spaces(children);
    block.node = Container{kind.kind, std::move(children)};
    out.push_back(std::move(block));
}

}  // namespace cvtex::styles
