#include "layout/block_widths.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "layout/flow.hpp"

namespace cvtex::layout {
namespace {

/// The wider of two blocks one above the other.
ContentWidths above(ContentWidths a, ContentWidths b) {
    return {std::max(a.minimum, b.minimum), std::max(a.natural, b.natural)};
}

ContentWidths widened(ContentWidths widths, Pt by) {
    return {widths.minimum + by, widths.natural + by};
}

ContentWidths fixed(Pt width) {
    return {width, width};
}

ContentWidths measure_list(Context& context, const FlowSettings& settings,
                           const styles::List& list) {
    ContentWidths widths;
    for (const styles::ListItem& item : list.items) {
        widths = above(widths, measure_blocks(context, settings, item.children));
    }
    return widened(widths, list.hang);
}

ContentWidths measure_row(Context& context, const FlowSettings& settings,
                          const styles::Row& row) {
    ContentWidths widths;
    for (const styles::RowCell& cell : row.cells) {
        const ContentWidths own =
            cell.width ? fixed(*cell.width) : measure_blocks(context, settings, cell.children);
        widths.minimum += own.minimum + row.gap;
        widths.natural += own.natural + row.gap;
    }
    return widths;
}

/// A table inside a cell: its columns side by side, measured by their widest cells.
ContentWidths measure_table(Context& context, const FlowSettings& settings,
                            const styles::Table& table) {
    std::vector<ContentWidths> columns;
    for (const styles::TableRow& row : table.rows) {
        columns.resize(std::max(columns.size(), row.cells.size()));
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            columns[i] =
                above(columns[i], measure_blocks(context, settings, row.cells[i].children));
        }
    }
    ContentWidths widths;
    for (const ContentWidths& column : columns) {
        const Pt padding = table.cell_padding.left + table.cell_padding.right;
        widths.minimum += column.minimum + padding;
        widths.natural += column.natural + padding;
    }
    return widths;
}

ContentWidths measure_image(Context& context, const FlowSettings& settings,
                            const styles::Image& image, Span span) {
    if (image.width) return fixed(*image.width);
    const auto id = context.images.load(image.path, span, context.diagnostics);
    if (!id) return measure_paragraph(context, placeholder_for(settings, image, span));
    const Size size = context.images.natural_size(*id);
    if (!image.height || size.height <= Pt{}) return {Pt{}, size.width};
    return fixed(size.width.scaled(image.height->units(), size.height.units()));
}

ContentWidths measure_node(Context& context, const FlowSettings& settings,
                           const styles::Block& block) {
    return std::visit(
        overloaded{
            [&](const styles::Paragraph& p) { return measure_paragraph(context, p); },
            [&](const styles::List& list) { return measure_list(context, settings, list); },
            [&](const styles::Container& c) {
                return measure_blocks(context, settings, c.children);
            },
            [](const styles::Rule&) { return ContentWidths{}; },
            [&](const styles::CodeBlock& c) { return measure_paragraph(context, c.text); },
            [&](const styles::Table& table) { return measure_table(context, settings, table); },
            [&](const styles::Image& i) {
                return measure_image(context, settings, i, block.span);
            },
            [&](const styles::Row& row) { return measure_row(context, settings, row); },
            [](const styles::PageBreak&) { return ContentWidths{}; },
        },
        block.node);
}

Pt thickness(const std::optional<styles::Border>& border) {
    return border ? border->thickness : Pt{};
}

}  // namespace

ContentWidths measure_blocks(Context& context, const FlowSettings& settings,
                             const styles::Blocks& blocks) {
    ContentWidths widths;
    for (const styles::Block& block : blocks) {
        const styles::BoxStyle& box = block.box;
        const Pt sides =
            box.padding.left + box.padding.right + thickness(box.left) + thickness(box.right);
        widths = above(widths, widened(measure_node(context, settings, block), sides));
    }
    return widths;
}

Size image_size(Size natural, const ImageWish& wish, Size room) {
    if (natural.width <= Pt{} || natural.height <= Pt{}) return {};
    Size size = natural;
    if (wish.width) {
        size = {*wish.width, wish.height.value_or(natural.height.scaled(
                                 wish.width->units(), natural.width.units()))};
    } else if (wish.height) {
        size = {natural.width.scaled(wish.height->units(), natural.height.units()),
                *wish.height};
    }
    if (size.width > room.width && size.width > Pt{}) {
        size = {room.width, size.height.scaled(room.width.units(), size.width.units())};
    }
    if (size.height > room.height && size.height > Pt{}) {
        size = {size.width.scaled(room.height.units(), size.height.units()), room.height};
    }
    return size;
}

}  // namespace cvtex::layout
