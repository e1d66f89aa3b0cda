#include "preview/svg.hpp"

#include <algorithm>
#include <set>

#include "base/overloaded.hpp"
#include "base/vector_drawing.hpp"
#include "preview/icon.hpp"
#include "preview/markup.hpp"

namespace cvtex::preview {
namespace {

using layout::Glyph;
using layout::TextItem;

/// Where an anchor of the document is among the ids of the preview's own page.
constexpr std::string_view kAnchorPrefix = "at-";

bool opens_outside(std::string_view destination) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (destination.starts_with(scheme)) return true;
    return false;
}

std::string_view picture_type(layout::ImageFormat format) {
    switch (format) {
        case layout::ImageFormat::Png:
            return "png";
        case layout::ImageFormat::Jpeg:
            return "jpeg";
        case layout::ImageFormat::Drawing:
            return "svg+xml";
    }
    return "png";
}

/// A picture's file as browsers show it: of a drawing, the SVG that it was made from.
std::string shown_bytes(const layout::ImageResource& resource) {
    if (resource.format != layout::ImageFormat::Drawing) return resource.bytes;
    const auto drawing = decode_drawing(resource.bytes);
    return drawing ? drawing->source : std::string();
}

/// Writes one page: a handler for each kind of item. Nothing is measured here.
class PageSvg {
public:
    PageSvg(const layout::LaidOut& laid_out, const fonts::FontLibrary& library,
            std::size_t number)
        : laid_out_(laid_out), library_(library), number_(number) {}

    [[nodiscard]] std::string write() {
        const layout::Page& page = laid_out_.pages[number_];
        for (const layout::Placed& placed : page.items) item(placed);
        std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
        append_length(svg, page.size.width);
        svg += ' ';
        append_length(svg, page.size.height);
        // As large as on paper.
        svg += "\" width=\"";
        append_length(svg, page.size.width);
        svg += "pt\" height=\"";
        append_length(svg, page.size.height);
        return svg + "pt\">\n<defs>" + outlines_ + "</defs>\n" + out_ + "</svg>\n";
    }

private:
    void item(const layout::Placed& placed) {
        std::visit(
            overloaded{
                [&](const TextItem& text) { this->text(placed.at, text); },
                [&](const layout::RectItem& rect) { box(placed.at, rect.size, rect.color); },
                [&](const layout::ShapeItem& shape) { this->shape(placed.at, shape); },
                [&](const layout::ImageItem& image) { this->image(placed.at, image); },
                [&](const layout::IconItem& icon) { append_icon(out_, placed.at, icon); },
                [&](const layout::LinkItem& link) { this->link(placed.at, link); },
                [&](const layout::AnchorItem& anchor) { this->anchor(placed.at, anchor); },
            },
            placed.item);
    }

    // ---- text -----------------------------------------------------------------------------

    void text(Point at, const TextItem& item) {
        if (item.glyphs.empty() || item.size <= Pt()) return;
        const fonts::FontInfo& font = library_.info(item.font);
        hidden_text(at, item);
        if (font.outlines == fonts::Outlines::ColorBitmap) return emoji(at, item, font.upem);
        // Outlines are in font units with y up.
        out_ += "<g transform=\"translate(";
        append_length(out_, at.x);
        out_ += ' ';
        append_length(out_, at.y);
        const std::string scale = ratio(item.size.points() / std::max(font.upem, 1));
        out_ += ")scale(" + scale + " -" + scale + ")\"";
        append_color(out_, "fill", item.color);
        out_ += '>';
        const auto units = [&](Pt length) {  // no unit: font units as a bare number
            return length.scaled(font.upem * Pt::kOne, item.size.units());
        };
        Pt pen;
        for (const Glyph& glyph : item.glyphs) {
            const Point place{units(pen + glyph.x_offset), units(-glyph.y_offset)};
            if (glyph.missing)
                missing(place, units(glyph.nominal));
            else
                outline(item.font, glyph.id, place);
            pen += glyph.advance;
        }
        out_ += "</g>\n";
    }

    void outline(fonts::FontId font, fonts::GlyphId glyph, Point place) {
        const std::string id = "p" + std::to_string(number_) + "f" +
                               std::to_string(font.index()) + "g" + std::to_string(glyph);
        if (known_.insert({font.index(), glyph}).second) define(id, font, glyph);
        if (empty_.contains({font.index(), glyph})) return;
        out_ += "<use href=\"#" + id + "\"";
        append_attribute(out_, "x", place.x);
        if (place.y != Pt()) append_attribute(out_, "y", place.y);
        out_ += "/>";
    }

    void define(const std::string& id, fonts::FontId font, fonts::GlyphId glyph) {
        const fonts::Outline commands = library_.outline(font, glyph);
        if (commands.empty()) return void(empty_.insert({font.index(), glyph}));
        outlines_ += "<path id=\"" + id + "\" d=\"";
        const auto point = [&](double x, double y) {
            append_length(outlines_, Pt::of(x));
            outlines_ += ' ';
            append_length(outlines_, Pt::of(y));
            outlines_ += ' ';
        };
        for (const fonts::PathCommand& command : commands) {
            switch (command.verb) {
                case fonts::PathCommand::Verb::Move:
                    outlines_ += 'M';
                    break;
                case fonts::PathCommand::Verb::Line:
                    outlines_ += 'L';
                    break;
                case fonts::PathCommand::Verb::Cubic:
                    outlines_ += 'C';
                    point(command.x1, command.y1);
                    point(command.x2, command.y2);
                    break;
                case fonts::PathCommand::Verb::Close:
                    outlines_ += 'Z';
                    continue;
            }
            point(command.x, command.y);
        }
        outlines_ += "\"/>";
    }

    /// A box as wide as the character that no font has.
    void missing(Point place, Pt width) {
        out_ += "<rect fill=\"none\" stroke=\"currentColor\"";
        append_attribute(out_, "stroke-width", width / 20);
        append_attribute(out_, "x", place.x + width / 10);
        append_attribute(out_, "y", place.y);
        append_attribute(out_, "width", width.scaled(8, 10));
        append_attribute(out_, "height", width.scaled(7, 10));
        out_ += "/>";
    }

    /// The item's text under its glyphs: unseen, but found, selected and copied.
    void hidden_text(Point at, const TextItem& item) {
        if (!item.block.valid() || item.block.index() >= laid_out_.text_blocks.size()) return;
        const std::string& text = laid_out_.text_blocks[item.block.index()].text;
        Pt width;
        std::size_t begin = text.size();
        std::size_t end = 0;
        for (const Glyph& glyph : item.glyphs) {
            width += glyph.advance;
            begin = std::min<std::size_t>(begin, glyph.begin);
            end = std::max<std::size_t>(end, glyph.end);
        }
        if (begin >= end || end > text.size() || width <= Pt()) return;
        out_ += "<text fill=\"transparent\" lengthAdjust=\"spacingAndGlyphs\"";
        append_attribute(out_, "x", at.x);
        append_attribute(out_, "y", at.y);
        append_attribute(out_, "font-size", item.size);
        append_attribute(out_, "textLength", width);
        out_ += '>';
        append_escaped(out_, std::string_view(text).substr(begin, end - begin));
        out_ += "</text>";
    }

    void emoji(Point at, const TextItem& item, std::int32_t upem) {
        const auto scaled = [&](std::int32_t units) {
            return item.size.scaled(units, std::max(upem, 1));
        };
        Pt pen;
        for (const Glyph& glyph : item.glyphs) {
            if (const auto bitmap = library_.color_bitmap(item.font, glyph.id)) {
                const Point corner{at.x + pen + glyph.x_offset + scaled(bitmap->left),
                                   at.y + glyph.y_offset - scaled(bitmap->top)};
                picture(corner, {scaled(bitmap->width), scaled(bitmap->height)}, "png",
                        bitmap->png);
            }
            pen += glyph.advance;
        }
        out_ += '\n';
    }

    // ---- graphics -------------------------------------------------------------------------

    void place(Point at, Size size) {
        append_attribute(out_, "x", at.x);
        append_attribute(out_, "y", at.y);
        append_attribute(out_, "width", size.width);
        append_attribute(out_, "height", size.height);
    }

    void box(Point at, Size size, Color color) {
        out_ += "<rect";
        place(at, size);
        append_color(out_, "fill", color);
        out_ += "/>\n";
    }

    void ellipse(Point at, Size size) {
        out_ += "<ellipse";
        append_attribute(out_, "cx", at.x + size.width / 2);
        append_attribute(out_, "cy", at.y + size.height / 2);
        append_attribute(out_, "rx", size.width / 2);
        append_attribute(out_, "ry", size.height / 2);
    }

    /// A line through points given in hundredths of a box.
    void line(const Rect& box, std::initializer_list<std::pair<int, int>> points,
              const layout::ShapeItem& shape) {
        out_ += "<polyline points=\"";
        for (const auto& [x, y] : points) {
            append_length(out_, box.left() + box.size.width.scaled(x, 100));
            out_ += ' ';
            append_length(out_, box.top() + box.size.height.scaled(y, 100));
            out_ += ' ';
        }
        out_ += '"';
        append_stroke(out_, shape.color, shape.stroke);
        out_ += "/>";
    }

    /// Points to the text: as high as its box, two thirds as wide.
    void triangle(Point at, Size size, Color color) {
        out_ += "<polygon points=\"";
        for (const Point corner : {at, at + Point{size.width.scaled(2, 3), size.height / 2},
                                   at + Point{Pt{}, size.height}}) {
            append_length(out_, corner.x);
            out_ += ' ';
            append_length(out_, corner.y);
            out_ += ' ';
        }
        out_ += '"';
        append_color(out_, "fill", color);
        out_ += "/>\n";
    }

    void shape(Point at, const layout::ShapeItem& shape) {
        // Strokes lie inside the box.
        const Rect inner{{at.x + shape.stroke / 2, at.y + shape.stroke / 2},
                         {shape.size.width - shape.stroke, shape.size.height - shape.stroke}};
        switch (shape.kind) {
            case layout::ShapeKind::Disc:
                ellipse(at, shape.size);
                append_color(out_, "fill", shape.color);
                out_ += "/>\n";
                return;
            case layout::ShapeKind::Circle:
                ellipse(inner.origin, inner.size);
                append_stroke(out_, shape.color, shape.stroke);
                out_ += "/>\n";
                return;
            case layout::ShapeKind::Square:
                return box(at, shape.size, shape.color);
            case layout::ShapeKind::Triangle:
                return triangle(at, shape.size, shape.color);
            case layout::ShapeKind::BoxDone:
                line(inner, {{20, 52}, {42, 76}, {82, 24}}, shape);
                [[fallthrough]];
            case layout::ShapeKind::BoxOpen:
                out_ += "<rect";
                place(inner.origin, inner.size);
                append_stroke(out_, shape.color, shape.stroke);
                out_ += "/>\n";
                return;
            case layout::ShapeKind::Turn:
                line(inner, {{10, 5}, {10, 70}, {92, 70}}, shape);
                line(inner, {{66, 44}, {92, 70}, {66, 96}}, shape);
                return;
        }
    }

    void picture(Point at, Size size, std::string_view type, std::string_view bytes) {
        out_ += "<image preserveAspectRatio=\"none\"";
        place(at, size);
        append_picture(out_, type, bytes);
        out_ += "/>";
    }

    /// A box of its own cuts off what lies beyond it.
    void image(Point at, const layout::ImageItem& image) {
        const layout::ImageResource& resource = laid_out_.images[image.image.index()];
        const Rect whole = image.whole.value_or(Rect{{}, image.size});
        out_ += "<svg";
        place(at, image.size);
        if (image.radius > Pt()) {
            out_ += " clip-path=\"inset(0 round ";
            append_length(out_, image.radius);
            out_ += "px)\"";
        }
        out_ += '>';
        picture(whole.origin, whole.size, picture_type(resource.format), shown_bytes(resource));
        if (image.stroke > Pt()) {
            out_ += "<rect";
            place({image.stroke / 2, image.stroke / 2},
                  {image.size.width - image.stroke, image.size.height - image.stroke});
            append_attribute(out_, "rx", image.radius);
            append_stroke(out_, image.stroke_color, image.stroke);
            out_ += "/>";
        }
        out_ += "</svg>\n";
    }

    // ---- places ---------------------------------------------------------------------------

    void link(Point at, const layout::LinkItem& link) {
        const layout::LinkDestination& target = laid_out_.links[link.link.index()];
        const bool inside = target.destination.starts_with('#');
        if (!inside && !opens_outside(target.destination)) return;
        out_ += "<a href=\"";
        if (inside) out_.append("#").append(kAnchorPrefix);
        append_escaped(out_, std::string_view(target.destination).substr(inside ? 1 : 0));
        out_ += inside ? "\">" : "\" target=\"_blank\" rel=\"noopener noreferrer\">";
        out_ += "<rect fill=\"transparent\"";
        place(at, link.size);
        out_ += "/></a>\n";
    }

    void anchor(Point at, const layout::AnchorItem& anchor) {
        out_.append("<g id=\"").append(kAnchorPrefix);
        append_escaped(out_, anchor.name);
        out_ += "\"><rect fill=\"none\"";
        place(at, {Pt::of(1), Pt::of(1)});
        out_ += "/></g>\n";
    }

    const layout::LaidOut& laid_out_;
    const fonts::FontLibrary& library_;
    std::size_t number_;
    std::string outlines_;
    std::string out_;
    std::set<std::pair<std::size_t, fonts::GlyphId>> known_, empty_;
};

}  // namespace

std::vector<std::string> to_svg(const layout::LaidOut& laid_out,
                                const fonts::FontLibrary& library) {
    std::vector<std::string> pages;
    for (std::size_t i = 0; i < laid_out.pages.size(); ++i)
        pages.push_back(PageSvg(laid_out, library, i).write());
    return pages;
}

}  // namespace cvtex::preview
