#include <algorithm>

#include "layout/aside.hpp"
#include "layout/line_cache.hpp"
#include "layout/natural_line.hpp"
#include "layout/paragraph.hpp"

namespace cvtex::layout {
namespace {

/// The widest piece of `text` that is not broken.
Pt widest_piece(const InlineText& text, bool preformatted) {
    PlaceOptions options;
    options.anywhere = preformatted;
    // Nothing is opened in need here: the widest piece is what is asked for.
    options.measure = options.first_measure = Pt::raw(INT64_MAX / 4);
    Pt widest;
    for (const Stretch& stretch : text.stretches) {
        const std::vector<BreakPoint> points = measure_places(
            text.items,
            find_places(text.items, text.before, stretch.begin, stretch.end, options));
        for (std::size_t i = 1; i < points.size(); ++i)
            widest = std::max(widest, (points[i].end - points[i - 1].start).width);
    }
    return widest;
}

ContentWidths find_widths(Context& context, const styles::Paragraph& paragraph) {
    // Wide enough for any image; page layout caps it again.
    const Pt page = context.document.page.size.width;
    const InlineText text = prepare_inline(context, paragraph.content, paragraph.style, page);
    const InlineText aside = prepare_inline(context, paragraph.aside, paragraph.style, page);
    ContentWidths widths;
    widths.natural = widest_stretch(text) + paragraph.style.indent;
    widths.minimum = widest_piece(text, paragraph.style.preformatted);
    if (!aside.items.empty()) {
        const Pt width = widest_stretch(aside);
        widths.natural += width + kAsideGap.at(paragraph.style.size);
        widths.minimum = std::max(widths.minimum, width);
    }
    return widths;
}

}  // namespace

ContentWidths measure_paragraph(Context& context, const styles::Paragraph& paragraph) {
    LineCache* cache = context.lines;
    if (!cache) return find_widths(context, paragraph);
    if (const auto known = cache->find_widths(paragraph)) return *known;
    const ContentWidths widths = find_widths(context, paragraph);
    cache->add_widths(paragraph, widths);
    return widths;
}

}  // namespace cvtex::layout
