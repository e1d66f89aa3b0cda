#include "pdf/page_writer.hpp"

#include <algorithm>
#include <array>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "pdf/icon_paths.hpp"
#include "pdf/page_boxes.hpp"
#include "pdf/shown_text.hpp"
#include "pdf/syntax.hpp"
#include "styles/icon_drawing.hpp"

namespace cvtex::pdf {
namespace {

using layout::Glyph;
using layout::TextItem;

constexpr std::string_view kLeftToRightMark = "\u200E";

bool is_showable(const layout::LaidOut& laid_out, const TextItem& item) {
    return !item.glyphs.empty() && item.size > Pt() && item.font.valid() &&
           item.block.valid() && item.block.index() < laid_out.text_blocks.size();
}

/// Walks the items of one page: one handler for each kind. Nothing is measured here.
class PageWriter {
public:
    PageWriter(PageContext& context, std::uint32_t page)
        : context_(context),
          page_(page),
          size_(context.laid_out.pages[page].size),
          content_(
              size_.height, context.laid_out.print.color,
              context.document.compresses() ? CodeStrings::Compact : CodeStrings::Readable) {}

    void write(std::size_t index);
    void finish(Dict dict);

private:
    void enter(layout::TagId tag, Artifact otherwise = Artifact::Layout);
    [[nodiscard]] Artifact running_line(Pt baseline) const;
    void space_after(const layout::Placed& placed, const TextItem& item);
    void text(std::size_t index, const layout::Placed& placed, const TextItem& item);
    [[nodiscard]] bool is_before_neutral(std::size_t index, const TextItem& item) const;
    Pt clusters(const layout::Placed& placed, const TextItem& item, Pt pen,
                std::span<const Cluster> clusters);
    void pictures(const layout::Placed& placed, const TextItem& item,
                  const std::vector<Cluster>& clusters);
    bool picture(Point pen, const TextItem& item, const Glyph& glyph);
    void shape(const layout::Placed& placed, const layout::ShapeItem& item);
    void turn(const Rect& box, Color color, Pt stroke);
    void tick(const Rect& box, Color color, Pt stroke);
    void image(const layout::Placed& placed, const layout::ImageItem& item);
    void icon(const layout::Placed& placed, const layout::IconItem& item);
    void marks(Pt bleed);
    [[nodiscard]] std::string resources() const;

    PageContext& context_;
    std::uint32_t page_;
    Size size_;
    ContentWriter content_;
    layout::TagId element_;  ///< of the open marked-content sequence
    std::vector<Dict> annotations_;
    bool has_content_ = false;
};

/// Text outside the structure is a running line: at the page's head or foot.
Artifact PageWriter::running_line(Pt baseline) const {
    return baseline < size_.height / 2 ? Artifact::Header : Artifact::Footer;
}

/// Opens a marked-content sequence for `tag`, or goes on with the open one.
void PageWriter::enter(layout::TagId tag, Artifact otherwise) {
    const StructureTree& structure = context_.structure;
    if (!structure.exists()) return;
    const layout::TagId element = structure.element_of(tag);
    if (!element.valid()) {
        content_.artifact(otherwise);
    } else if (element_ != element) {
        content_.tagged(structure.type(element),
                        context_.structure.add_content(element, page_));
        has_content_ = true;
    }
    element_ = element;
}

// ---- text ---------------------------------------------------------------------------------

/// Draws one emoji with its origin at `pen`, as an artifact. False: the font has no picture.
bool PageWriter::picture(Point pen, const TextItem& item, const Glyph& glyph) {
    const auto image = context_.images.emoji(item.font, glyph.id);
    const auto bitmap = context_.library.color_bitmap(item.font, glyph.id);
    if (!image || !bitmap || glyph.missing) return false;
    const PictureBox box =
        picture_box(*bitmap, context_.library.info(item.font).upem, item.size);
    const double x = (pen.x + glyph.x_offset).points() + box.left;
    const double y = (size_.height - pen.y - glyph.y_offset).points() + box.bottom;
    enter({});
    content_.image(*image, {box.width, 0, 0, box.height, x, y});
    return true;
}

/// Emoji: each picture is followed by its text, which is invisible.
void PageWriter::pictures(const layout::Placed& placed, const TextItem& item,
                          const std::vector<Cluster>& clusters) {
    Pt pen;
    for (const Cluster& cluster : clusters) {
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            const Glyph& glyph = item.glyphs[i];
            const std::string_view text = i == cluster.begin ? cluster.text : "";
            const bool drawn = picture({placed.at.x + pen, placed.at.y}, item, glyph);
            std::vector<ShownGlyph> shown;
            if (drawn && !text.empty()) {
                shown = picture_text(context_.fonts, text, item.size, pen, glyph.nominal);
            } else if (!text.empty()) {
                shown.push_back(context_.fonts.show(item, i, text, pen));
            }
            if (!shown.empty()) enter(placed.tag, running_line(placed.at.y));
            content_.show({placed.at, item.size, item.color, drawn, shown});
            pen += glyph.advance;
        }
    }
}

/// Shows some clusters of an item from `pen` on and returns where they leave it.
Pt PageWriter::clusters(const layout::Placed& placed, const TextItem& item, Pt pen,
                        std::span<const Cluster> clusters) {
    std::vector<ShownGlyph> glyphs;
    Pt width;
    for (const Cluster& cluster : clusters) {
        width += append_cluster(context_.fonts, item, cluster, width, glyphs);
    }
    if (glyphs.empty()) return pen + width;
    enter(placed.tag, running_line(placed.at.y));
    if (element_.valid()) {
        context_.structure.note_text(element_, clusters.front().text);
    }
    content_.show({{placed.at.x + pen, placed.at.y}, item.size, item.color, false, glyphs});
    return pen + width;
}

void PageWriter::text(std::size_t index, const layout::Placed& placed, const TextItem& item) {
    const auto& block = context_.laid_out.text_blocks[item.block.index()];
    const std::vector<Cluster> all = clusters_of(item, block.text);
    if (context_.library.info(item.font).outlines == fonts::Outlines::ColorBitmap) {
        return pictures(placed, item, all);
    }
    std::size_t shown = 0;  // of the clusters
    Pt pen;
    const auto show_up_to = [&](std::size_t glyph) {
        const std::size_t from = shown;
        while (shown < all.size() && all[shown].begin < glyph) ++shown;
        pen = clusters(placed, item, pen, std::span(all).subspan(from, shown - from));
    };
    const PageWordParts& parts = context_.broken_words[page_];
    if (const auto found = parts.find(index); found != parts.end()) {
        for (const WordPart& part : found->second) {
            show_up_to(part.begin);
            enter(placed.tag, running_line(placed.at.y));
            if (part.text) content_.begin_actual_text(*part.text);
            show_up_to(part.end);
            if (part.closes) content_.end_actual_text();
        }
    }
    show_up_to(item.glyphs.size());
    if (item.right_to_left && is_before_neutral(index, item)) {
        const ShownGlyph mark = context_.fonts.show_mark(kLeftToRightMark, pen);
        content_.show({placed.at, item.size, item.color, false, std::span(&mark, 1)});
    }
}

/// Whether the text goes on from left to right with a sign. Poppler takes it for part of the
/// right-to-left word and turns it around too, unless a mark is between them.
bool PageWriter::is_before_neutral(std::size_t index, const TextItem& item) const {
    const auto& items = context_.laid_out.pages[page_].items;
    const auto* next =
        index + 1 < items.size() ? std::get_if<TextItem>(&items[index + 1].item) : nullptr;
    if (!next || next->right_to_left || next->glyphs.empty()) return false;
    const std::string_view text = context_.laid_out.text_blocks[item.block.index()].text;
    const std::size_t at = next->glyphs.front().begin;
    if (next->block != item.block || next->line != item.line || at >= text.size()) return false;
    const char32_t c = decode_utf8(text, at).code_point;
    return c != U' ' && !unicode::is_letter(c);
}

/// Shows the space that line breaking took, behind the item's last glyph.
void PageWriter::space_after(const layout::Placed& placed, const TextItem& item) {
    Pt pen;
    for (const Glyph& glyph : item.glyphs) pen += glyph.advance;
    const ShownGlyph space = context_.fonts.show_space(pen, item.font);
    enter(placed.tag, running_line(placed.at.y));
    content_.show({placed.at, item.size, item.color, false, std::span(&space, 1)});
}

// ---- graphics -----------------------------------------------------------------------------

/// The tick of a done task: through the lower middle of its box.
void PageWriter::tick(const Rect& box, Color color, Pt stroke) {
    const auto at = [&](std::int64_t x, std::int64_t y) {  // in hundredths of the box
        return Point{box.left() + box.size.width.scaled(x, 100),
                     box.top() + box.size.height.scaled(y, 100)};
    };
    const std::array<Point, 3> points = {at(20, 52), at(42, 76), at(82, 24)};
    content_.stroke_line(points, color, stroke);
}

/// The arrow before a line that goes on with the one above: down, then to the right.
void PageWriter::turn(const Rect& box, Color color, Pt stroke) {
    const auto at = [&](std::int64_t x, std::int64_t y) {  // in hundredths of the box
        return Point{box.left() + box.size.width.scaled(x, 100),
                     box.top() + box.size.height.scaled(y, 100)};
    };
    const std::array<Point, 3> path = {at(10, 5), at(10, 70), at(92, 70)};
    const std::array<Point, 3> head = {at(66, 44), at(92, 70), at(66, 96)};
    content_.stroke_line(path, color, stroke);
    content_.stroke_line(head, color, stroke);
}

void PageWriter::shape(const layout::Placed& placed, const layout::ShapeItem& item) {
    enter(placed.tag);
    const Rect box{placed.at, item.size};
    // Strokes lie inside the box.
    const Rect inner{{box.left() + item.stroke / 2, box.top() + item.stroke / 2},
                     {item.size.width - item.stroke, item.size.height - item.stroke}};
    switch (item.kind) {
        case layout::ShapeKind::Disc:
            return content_.fill_ellipse(box, item.color);
        case layout::ShapeKind::Circle:
            return content_.stroke_ellipse(inner, item.color, item.stroke);
        case layout::ShapeKind::Square:
            return content_.fill_rect(box, item.color);
        case layout::ShapeKind::Triangle: {
            // Points to the text: as high as the box, two thirds as wide.
            const Pt tip = box.left() + box.size.width.scaled(2, 3);
            const std::array<Point, 3> corners = {
                Point{box.left(), box.top()},
                Point{tip, box.top() + box.size.height / 2},
                Point{box.left(), box.bottom()},
            };
            return content_.fill_polygon(corners, item.color);
        }
        case layout::ShapeKind::BoxDone:
            tick(inner, item.color, item.stroke);
            [[fallthrough]];
        case layout::ShapeKind::BoxOpen:
            return content_.stroke_rect(inner, item.color, item.stroke);
        case layout::ShapeKind::Turn:
            return turn(inner, item.color, item.stroke);
    }
}

void PageWriter::image(const layout::Placed& placed, const layout::ImageItem& item) {
    const auto number = context_.images.picture(item.image);
    enter(placed.tag);
    if (!number) {  // reported; a grey area shows where it would be
        constexpr Color kPlaceholder{224, 224, 224};
        return content_.fill_rect({placed.at, item.size}, kPlaceholder);
    }
    if (element_.valid()) {
        context_.structure.set_box(element_, box_array(placed.at, item.size, size_.height));
    }
    const layout::ImageResource& resource = context_.laid_out.images[item.image.index()];
    const Rect box{placed.at, item.size};
    const Rect picture =
        item.whole ? Rect{placed.at + item.whole->origin, item.whole->size} : box;
    const bool cut = item.radius > Pt() || picture.left() < box.left() ||
                     picture.top() < box.top() || picture.right() > box.right() ||
                     picture.bottom() > box.bottom();
    const Pt bottom = size_.height - picture.bottom();
    content_.image(
        *number,
        image_matrix(picture.left().points(), bottom.points(), picture.size.width.points(),
                     picture.size.height.points(), resource.orientation),
        cut ? std::optional(RoundRect{box, item.radius}) : std::nullopt);
    if (item.stroke <= Pt()) return;
    enter({});
    const Pt half = item.stroke / 2;
    content_.stroke_round_rect({{{box.left() + half, box.top() + half},
                                 {box.size.width - item.stroke, box.size.height - item.stroke}},
                                item.radius > half ? item.radius - half : Pt()},
                               item.stroke_color, item.stroke);
}

void PageWriter::icon(const layout::Placed& placed, const layout::IconItem& item) {
    enter({});
    const double x = item.size.width.points() / styles::kIconGrid;
    const double y = item.size.height.points() / styles::kIconGrid;
    content_.drawing(icon_operators(item.icon),
                     {x, 0, 0, -y, placed.at.x.points(), (size_.height - placed.at.y).points()},
                     item.color, styles::kIconStroke);
}

// ---- the page -----------------------------------------------------------------------------

void PageWriter::write(std::size_t index) {
    const layout::Placed& placed = context_.laid_out.pages[page_].items[index];
    std::visit(overloaded{
                   [&](const TextItem& item) {
                       if (!is_showable(context_.laid_out, item)) return;
                       text(index, placed, item);
                       if (context_.spaces[page_][index]) space_after(placed, item);
                   },
                   [&](const layout::RectItem& item) {
                       enter({});
                       content_.fill_rect(into_bleed({placed.at, item.size}, size_,
                                                     context_.laid_out.print.bleed),
                                          item.color);
                   },
                   [&](const layout::ShapeItem& item) { shape(placed, item); },
                   [&](const layout::ImageItem& item) { image(placed, item); },
                   [&](const layout::IconItem& item) { icon(placed, item); },
                   [&](const layout::LinkItem& item) {
                       const auto made = context_.links.annotate(placed, item, page_);
                       if (made) annotations_.push_back(*made);
                   },
                   [](const layout::AnchorItem&) {},  // collected before the first page
               },
               placed.item);
}

/// Crop marks, as artifacts.
void PageWriter::marks(Pt bleed) {
    enter({});
    for (const CropMark& mark : crop_marks(size_, bleed)) {
        const std::array<Point, 2> line = {mark.from, mark.to};
        content_.stroke_line(line, {}, kCropMarkStroke);
    }
}

std::string PageWriter::resources() const {
    std::string out = "<<";
    const auto category = [&out](const char* key, char letter, const auto& used,
                                 const auto& table) {
        if (used.empty()) return;
        out += key;
        out += "<<";
        for (const std::uint32_t number : used) {
            out += letter == 'F' ? "/F" : "/Im";
            append_integer(out, number);
            out += ' ';
            append_ref(out, table.resource(number).ref());
        }
        out += ">>";
    };
    category("/Font", 'F', content_.fonts(), context_.fonts);
    category("/XObject", 'I', content_.images(), context_.images);
    return out + ">>";
}

void PageWriter::finish(Dict dict) {
    const styles::PrintStyle& print = context_.laid_out.print;
    if (print.marks) marks(print.bleed);
    const std::string bytes = content_.finish();
    const PageBoxes boxes = page_boxes(size_, print);
    dict.name("Type", "Page")
        .raw("MediaBox", boxes.media)
        .raw("TrimBox", boxes.trim)
        .raw("Resources", resources())
        .reference("Contents", context_.document.make_stream(bytes));
    if (print.bleed > Pt()) dict.raw("BleedBox", boxes.bleed);
    if (!annotations_.empty()) {
        std::string annotations = "[";
        for (const Dict annotation : annotations_) {
            if (annotations.size() > 1) annotations += ' ';
            append_ref(annotations, annotation.ref());
        }
        dict.raw("Annots", annotations + "]");
    }
    if (!context_.structure.exists()) return;
    // ISO 14289-1, 7.18.3: tab order by structure.
    dict.name("Tabs", "S");
    if (has_content_) dict.integer("StructParents", page_);
}

}  // namespace

void write_page(PageContext& context, std::uint32_t page, Dict dict) {
    PageWriter writer(context, page);
    for (std::size_t i = 0; i < context.laid_out.pages[page].items.size(); ++i) writer.write(i);
    writer.finish(dict);
}

}  // namespace cvtex::pdf
