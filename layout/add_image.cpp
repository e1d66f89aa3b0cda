#include <utility>

#include "layout/block_widths.hpp"
#include "layout/flow.hpp"
#include "layout/flow_paragraph.hpp"
#include "layout/picture_frame.hpp"

namespace cvtex::layout {
namespace {

/// Lines an image counts as for a heading above it: it is company enough.
constexpr int kImageLines = 3;

/// An empty frame where a photo cannot be read: the page keeps its shape.
void add_empty_frame(Flow& flow, Size size, styles::Align align) {
    constexpr Color kGrey{232, 232, 232};
    LineBox box;
    box.frame.size = {flow.measure, size.height};
    box.frame.baseline = size.height;
    box.frame.push({aligned_x(align, flow.measure - size.width), Pt{}}, TagId{},
                   RectItem{size, kGrey});
    box.lines = kImageLines;
    add_box(flow, std::move(box));
}

}  // namespace

styles::Paragraph placeholder_for(const FlowSettings& settings, const styles::Image& image,
                                  Span span) {
    styles::Paragraph paragraph = settings.fallback;
    if (!image.text.valid() || image.alternative.empty()) return paragraph;
    styles::TextRun run;
    run.text = image.alternative;
    run.style = image.text;
    run.link = image.link;
    run.span = span;
    paragraph.style.align = image.align;
    paragraph.content.push_back(std::move(run));
    return paragraph;
}

void add_image(Flow& flow, const styles::Image& image, Span span) {
    Context& context = flow.context;
    const auto id = context.images.load(image.path, span, context.diagnostics);
    const bool framed = image.width && image.height && image.frame != styles::PictureFrame{};
    if (!id && framed) return add_empty_frame(flow, {*image.width, *image.height}, image.align);
    if (!id && image.alternative.empty()) return;
    if (!id) return add_paragraph(flow, placeholder_for(flow.settings, image, span), span);
    ImageWish wish{image.width, image.height};
    if (!wish.width && image.fraction) wish.width = image.fraction->at(flow.measure);
    const Size natural = context.images.natural_size(*id);
    const Size size = image_size(natural, wish, {flow.measure, flow.settings.page_height});
    if (size.width <= Pt{} || size.height <= Pt{}) return;
    const Pt asked = wish.width.value_or(natural.width);
    if (!wish.height && asked > flow.measure) {
        context.diagnostics.warning("wide-image", span,
                                    "image is " + format_short(asked - flow.measure, 1) +
                                        " pt wider than the text and is set smaller",
                                    "give it a width, such as width=\"100%\"");
    }
    TagId parent = flow.parent;
    const bool linked = image.link.valid();
    if (linked) {
        parent = add_tag(context, Role::Link, parent, span);
        context.out.tags[parent.index()].link = context.link_refs[image.link.index()];
    }
    const TagId figure = add_tag(context, Role::Figure, parent, span);
    context.out.tags[figure.index()].alternative = image.alternative;

    LineBox box;
    const Point at{aligned_x(image.align, flow.measure - size.width), Pt{}};
    box.frame.size = {flow.measure, size.height};
    box.frame.baseline = size.height;
    box.frame.push(at, figure, frame_picture(*id, natural, size, image.frame));
    if (linked) {
        box.frame.push(at, parent, LinkItem{context.link_refs[image.link.index()], size});
    }
    box.lines = kImageLines;
    add_box(flow, std::move(box));
}

}  // namespace cvtex::layout
