#include <algorithm>
#include <string>
#include <string_view>

#include "base/overloaded.hpp"
#include "layout/dump_json.hpp"
#include "layout/layout.hpp"

// One line an item: what, where, how large; then the structure tree and the outline.

namespace cvtex::layout {
namespace {

constexpr int kDecimals = 3;

std::string number(Pt value) {
    return format_short(value, kDecimals);
}

std::string place(Point at) {
    return number(at.x) + "," + number(at.y);
}

std::string extent(Size size) {
    return number(size.width) + "x" + number(size.height);
}

std::string hex(Color color) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue}) {
        out += kHex[part >> 4];
        out += kHex[part & 15];
    }
    return out;
}

std::string_view role_name(Role role) {
    switch (role) {
        case Role::Document:
            return "Document";
        case Role::Section:
            return "Section";
        case Role::Heading:
            return "Heading";
        case Role::Paragraph:
            return "Paragraph";
        case Role::List:
            return "List";
        case Role::ListItem:
            return "ListItem";
        case Role::Label:
            return "Label";
        case Role::ListBody:
            return "ListBody";
        case Role::BlockQuote:
            return "BlockQuote";
        case Role::Code:
            return "Code";
        case Role::Table:
            return "Table";
        case Role::TableRow:
            return "TableRow";
        case Role::TableHeader:
            return "TableHeader";
        case Role::TableCell:
            return "TableCell";
        case Role::Figure:
            return "Figure";
        case Role::Link:
            return "Link";
        case Role::Span:
            return "Span";
        case Role::Note:
            return "Note";
    }
    return "";
}

std::string_view shape_name(ShapeKind kind) {
    switch (kind) {
        case ShapeKind::Disc:
            return "disc";
        case ShapeKind::Circle:
            return "circle";
        case ShapeKind::Square:
            return "square";
        case ShapeKind::Triangle:
            return "triangle";
        case ShapeKind::BoxOpen:
            return "box-open";
        case ShapeKind::BoxDone:
            return "box-done";
        case ShapeKind::Turn:
            return "turn";
    }
    return "";
}

class FrameDumper {
public:
    FrameDumper(const LaidOut& laid_out, const fonts::FontLibrary& library)
        : laid_out_(laid_out), library_(library) {}

    std::string dump() {
        for (std::size_t p = 0; p < laid_out_.pages.size(); ++p) {
            const Page& page = laid_out_.pages[p];
            out_ += "page " + std::to_string(p + 1) + " " + extent(page.size) + "\n";
            for (const Placed& placed : page.items) add_item(placed);
        }
        add_tags();
        for (const OutlineEntry& entry : laid_out_.outline) {
            out_ += "outline " + std::to_string(entry.level) + " page " +
                    std::to_string(entry.page + 1) + " " + place(entry.at) + " " +
                    json_string(entry.title) + "\n";
        }
        return std::move(out_);
    }

private:
    void add_item(const Placed& placed) {
        out_ += "  " + place(placed.at) + " ";
        out_ += placed.tag.valid() ? "tag " + std::to_string(placed.tag.value) : "artifact";
        out_ += " " + describe(placed.item) + "\n";
    }

    [[nodiscard]] std::string describe(const FrameItem& item) const {
        return std::visit(
            overloaded{
                [&](const TextItem& text) { return describe_text(text); },
                [](const RectItem& rect) {
                    return "rect " + extent(rect.size) + " " + hex(rect.color);
                },
                [](const ShapeItem& shape) {
                    return std::string(shape_name(shape.kind)) + " " + extent(shape.size) +
                           " " + hex(shape.color);
                },
                [&](const ImageItem& image) {
                    return "image " + extent(image.size) + " " +
                           json_string(laid_out_.images[image.image.index()].path) +
                           (image.whole ? " whole " + place(image.whole->origin) + " " +
                                              extent(image.whole->size)
                                        : "") +
                           (image.radius != Pt{} ? " radius " + number(image.radius) : "");
                },
                [](const IconItem& icon) {
                    return "icon " + std::string(styles::name_of(icon.icon)) + " " +
                           extent(icon.size) + " " + hex(icon.color);
                },
                [&](const LinkItem& link) {
                    return "link " + extent(link.size) + " " +
                           json_string(laid_out_.links[link.link.index()].destination);
                },
                [](const AnchorItem& anchor) { return "anchor " + json_string(anchor.name); },
            },
            item);
    }

    [[nodiscard]] std::string describe_text(const TextItem& text) const {
        const fonts::FontInfo& font = library_.info(text.font);
        std::string out = "text " + font.postscript_name + " " + number(text.size) + " " +
                          hex(text.color) + " " + json_string(source_of(text)) + " [";
        for (const Glyph& glyph : text.glyphs) {
            if (&glyph != &text.glyphs.front()) out += " ";
            out += std::to_string(glyph.id) + "+" + number(glyph.advance);
            if (glyph.x_offset != Pt{} || glyph.y_offset != Pt{}) {
                out += "@" + place({glyph.x_offset, glyph.y_offset});
            }
        }
        return out + "]";
    }

    [[nodiscard]] std::string_view source_of(const TextItem& text) const {
        const std::string_view all = laid_out_.text_blocks[text.block.index()].text;
        std::size_t begin = all.size(), end = 0;
        for (const Glyph& glyph : text.glyphs) {
            begin = std::min<std::size_t>(begin, glyph.begin);
            end = std::max<std::size_t>(end, glyph.end);
        }
        return begin < end ? all.substr(begin, end - begin) : std::string_view{};
    }

    void add_tags() {
        for (std::size_t i = 0; i < laid_out_.tags.size(); ++i) {
            const Tag& tag = laid_out_.tags[i];
            out_ += "tag " + std::to_string(i) + " " + std::string(role_name(tag.role));
            if (tag.level > 0) out_ += " " + std::to_string(tag.level);
            if (tag.parent.valid()) out_ += " in " + std::to_string(tag.parent.value);
            if (!tag.lang.empty()) out_ += " lang " + tag.lang;
            if (tag.column_span > 1) out_ += " columns " + std::to_string(tag.column_span);
            if (tag.row_span > 1) out_ += " rows " + std::to_string(tag.row_span);
            if (!tag.alternative.empty()) out_ += " alt " + json_string(tag.alternative);
            out_ += "\n";
        }
    }

    const LaidOut& laid_out_;
    const fonts::FontLibrary& library_;
    std::string out_;
};

}  // namespace

std::string dump_frames(const LaidOut& laid_out, const fonts::FontLibrary& library) {
    return FrameDumper(laid_out, library).dump();
}

}  // namespace cvtex::layout
