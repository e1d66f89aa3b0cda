#include <algorithm>

#include "base/ascii.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/tables.hpp"

namespace cvtex::styles {
namespace {

const ast::ElementBlock* as_element(const ast::Block& block) {
    return ast::get_if<ast::ElementBlock>(&block.node);
}

bool is_blank(const ast::Inline& node) {
    if (std::holds_alternative<ast::SoftBreak>(node.node)) return true;
    const auto* text = std::get_if<ast::Text>(&node.node);
    return text && ascii::trim(text->text).empty();
}

/// The boxes of a flex line that are inline elements: `<span>…</span> <span>…</span>`.
std::vector<const ast::Inline*> inline_cells(const ast::Block& block) {
    std::vector<const ast::Inline*> cells;
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    if (!paragraph) return cells;
    for (const ast::Inline& node : paragraph->children) {
        if (is_blank(node)) continue;
        if (!ast::holds<ast::Element>(node.node)) return {};
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
        const Css css = read_css(ast::get<ast::Element>(node->node).attributes);
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
    const Css css = element ? read_css(element->attributes) : Css{};
    row.cells.push_back(make_cell(css, size, std::move(children)));
}

[[gnu::noinline]] void set_flex(Context& context, const ast::ElementBlock& element,
                                const Css& css, Span span, const Scope& scope, Blocks& out) {
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

Pt space_at(const std::optional<Length>& space, Pt size) {
    return space ? space->at(size) : Pt{};
}

/// Margins and padding are one unless a coloured ground tells them apart.
void add_spaces(BoxStyle& box, const Css& css, Pt size) {
    const auto set = [&](Pt& side, const std::optional<Length>& padding) {
        if (padding) side = padding->at(size);
    };
    set(box.padding.top, css.padding.top);
    set(box.padding.right, css.padding.right);
    set(box.padding.bottom, css.padding.bottom);
    set(box.padding.left, css.padding.left);
    if (css.background) return;
    box.padding.left += space_at(css.margin.left, size);
    box.padding.right += space_at(css.margin.right, size);
}

/// A coloured ground does not reach into its margins: they belong to a container around it.
Block with_margins(Block block, const Css& css, Pt size) {
    if (!css.background || (!css.margin.left && !css.margin.right)) return block;
    Block outer{{}, {}, block.span};
    outer.box.space_before = block.box.space_before;
    outer.box.space_after = block.box.space_after;
    outer.box.padding.left = space_at(css.margin.left, size);
    outer.box.padding.right = space_at(css.margin.right, size);
    Blocks children;
    children.push_back(std::move(block));
    trim_spaces(children);
    outer.node = Container{ContainerKind::Group, std::move(children)};
    return outer;
}

/// The margins above and below: a paragraph's replace what its style has; others join with
/// those of their first and last child, the larger winning (CSS 2.2 §8.3.1).
void set_margins(Blocks& children, const ast::ElementBlock& element, const Css& css, Pt size) {
    const auto set = [&](Pt& space, const std::optional<Length>& margin) {
        if (!margin) return;
        space = element.tag == "p" ? margin->at(size) : std::max(space, margin->at(size));
    };
    set(children.front().box.space_before, css.margin.top);
    set(children.back().box.space_after, css.margin.bottom);
}

BoxStyle element_box(const Context& context, const Css& css, std::optional<Element> element,
                     Pt size) {
    BoxStyle box;
    if (element) box = box_of(context, *element, size);
    if (css.background) {
        const Pt padding = kGroundPadding.at(size);
        box.background = css.background;
        box.padding = {padding, padding, padding, padding};
    }
    add_spaces(box, css, size);
    box.keep_together = box.keep_together || css.keep_together;
    box.break_before = css.break_before;
    box.break_after = css.break_after;
    box.float_end = css.float_end;
    if (box.float_end && css.width.length) box.width = css.width.length->at(size);
    return box;
}

Css element_css(const ast::ElementBlock& element) {
    Css css = read_css(element.attributes);
    if (element.tag == "center") css.align = Align::Center;
    if (css.floats && !css.align) css.align = Align::End;
    return css;
}

// Elements nest, and so do calls: what these need meanwhile stands on the stack only while
// they run, not at every level.

[[gnu::noinline]] Scope element_scope(Context& context, const ast::ElementBlock& element,
                                      const Css& css, std::optional<Element> dressed_as,
                                      const Scope& scope) {
    Css of_text = css;
    of_text.background.reset();  // the box has it
    Scope inner = dressed_as ? dress(context, scope, *dressed_as) : scope;
    return dress(context, std::move(inner), of_text, language_of(element.attributes));
}

[[gnu::noinline]] void add_container(const BoxStyle& box, ContainerKind kind, const Css& css,
                                     Pt size, Blocks children, Span span, Blocks& out) {
    if (!needs_container(box, kind)) {
        std::move(children.begin(), children.end(), std::back_inserter(out));
        return;
    }
    Block block{box, {}, span};
    // Breaks and space of the first and last child take effect outside the container.
    block.box.space_before = std::max(box.space_before, children.front().box.space_before);
    block.box.space_after = std::max(box.space_after, children.back().box.space_after);
    trim_spaces(children);
    block.node = Container{kind, std::move(children)};
    out.push_back(with_margins(std::move(block), css, size));
}

[[gnu::noinline]] void set_table(Context& context, const ast::ElementBlock& element,
                                 const Css& css, Span span, const Scope& scope, Blocks& out) {
    set_html_table(context, element, span,
                   dress(context, scope, css, language_of(element.attributes)), out);
}

[[gnu::noinline]] void add_page_break(Span span, Blocks& out) {
    out.push_back({{}, PageBreak{}, span});
}

}  // namespace

void set_element_block(Context& context, const ast::ElementBlock& element, Span span,
                       const Scope& scope, Blocks& out) {
    const Css css = element_css(element);
    if (css.hidden) return;
    if (element.tag == "table") return set_table(context, element, css, span, scope, out);
    const KindOf kind = kind_of(element.tag);
    const Scope inner = element_scope(context, element, css, kind.element, scope);
    Blocks children;
    if (css.flex)
        set_flex(context, element, css, span, inner, children);
    else
        children = set_blocks(context, element.children, inner);
    if (children.empty()) {
        // An empty `<div style="page-break-after: always">` is how HTML ends a page.
        if (css.break_before || css.break_after) add_page_break(span, out);
        return;
    }
    set_margins(children, element, css, inner.text.size);
    add_container(element_box(context, css, kind.element, inner.text.size), kind.kind, css,
                  inner.text.size, std::move(children), span, out);
}

}  // namespace cvtex::styles
