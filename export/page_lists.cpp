#include "base/overloaded.hpp"
#include "export/html_escape.hpp"
#include "export/page_writer.hpp"
#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

/// A marker's shape as list-style-type knows it.
std::string marker_type(MarkerShape shape) {
    if (shape == MarkerShape::Circle) return "circle";
    if (shape == MarkerShape::Square) return "square";
    if (shape == MarkerShape::Dash) return "\"– \"";
    if (shape == MarkerShape::BoxOpen) return "\"☐ \"";
    if (shape == MarkerShape::BoxDone) return "\"☑ \"";
    return "disc";
}

/// Where text begins, half a line below its top, and how far left of it the bullet stands.
/// Nothing for shapes that are characters.
std::string css_bullet(const DrawnMarker& marker, const ListItem& item, Pt hang) {
    const auto* first =
        item.children.empty() ? nullptr : std::get_if<Paragraph>(&item.children.front().node);
    const bool drawn =
        marker.shape == MarkerShape::Disc || marker.shape == MarkerShape::Circle ||
        marker.shape == MarkerShape::Square || marker.shape == MarkerShape::Triangle;
    if (first == nullptr || !drawn) return {};
    const std::string side = css_length(marker.diameter);
    std::string css =
        "position:absolute;box-sizing:border-box;left:" + css_length(Pt{} - hang) +
        ";top:" + css_length((first->style.leading - marker.diameter) / 2) + ";width:" + side +
        ";height:" + side + ";";
    if (marker.shape == MarkerShape::Circle)
        return css + "border-radius:50%;border:0.5pt solid " + css_color(marker.color) + ";";
    if (marker.shape == MarkerShape::Disc) css += "border-radius:50%;";
    if (marker.shape == MarkerShape::Triangle) css += "clip-path:polygon(0 0,67% 50%,0 100%);";
    return css + "background:" + css_color(marker.color) + ";";
}

/// `text` as a string of CSS: code points that could end it are escaped by number.
std::string css_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (std::string_view("\"\\<>&\n").find(c) == std::string_view::npos)
            out += c;
        else
            out += c == '\n' ? " "
                             : "\\" + std::string(1, "0123456789abcdef"[c >> 4 & 7]) +
                                   std::string(1, "0123456789abcdef"[c & 15]) + " ";
    }
    return out + " \"";
}

}  // namespace

void PageWriter::list(const Block& block, const List& node) {
    const std::string tag = node.ordered ? "ol" : "ul";
    const bool labelled = std::any_of(
        node.items.begin(), node.items.end(),
        [](const ListItem& item) { return std::holds_alternative<TextMarker>(item.marker); });
    if (node.labels && labelled) return label_list(block, node, tag);
    // Behind the box's own padding: items hang.
    out_ += "<" + tag +
            classes_.attribute(css_of(block) + "padding-left:" +
                               css_length(block.box.padding.left + node.hang) + ";") +
            ">\n";
    for (const ListItem& item : node.items) list_item(item, node.hang);
    out_ += "</" + tag + ">\n";
}

/// Labels in a column as wide as the widest, values hanging beside it.
void PageWriter::label_list(const Block& block, const List& node, const std::string& tag) {
    out_ += "<" + tag +
            classes_.attribute(css_of(block) +
                               "display:grid;grid-template-columns:max-content minmax(0,1fr);"
                               "align-items:baseline;list-style:none;column-gap:" +
                               css_length(node.marker_gap) + ";") +
            ">\n";
    for (const ListItem& item : node.items) {
        const auto* first = item.children.empty()
                                ? nullptr
                                : std::get_if<Paragraph>(&item.children.front().node);
        // As high as the line beside it.
        const std::string css =
            first ? "line-height:" + css_length(first->style.leading) + ";" : std::string();
        const auto* marker = std::get_if<TextMarker>(&item.marker);
        const TextStyle* base = marker ? base_of(marker->content) : nullptr;
        out_ += "<li" + classes_.attribute("display:contents;") + "><div" +
                classes_.attribute(css + css_of(base)) + ">";
        if (marker) inlines(marker->content, base, false);
        out_ += "</div><div" + classes_.attribute("min-width:0;") + ">\n";
        blocks(item.children);
        out_ += "</div></li>\n";
    }
    out_ += "</" + tag + ">\n";
}

void PageWriter::list_item(const ListItem& item, Pt hang) {
    std::string css, bullet;
    std::visit(overloaded{
                   [&](const std::monostate&) { css = "list-style:none;"; },
                   [&](const DrawnMarker& marker) {
                       bullet = css_bullet(marker, item, hang);
                       css = bullet.empty()
                                 ? "list-style-type:" + marker_type(marker.shape) + ";"
                                 : "list-style:none;position:relative;";
                   },
                   [&](const TextMarker& marker) {
                       css = css_of(base_of(marker.content)) +
                             "list-style-type:" + css_string(plain_inlines(marker.content)) +
                             ";";
                   },
               },
               item.marker);
    out_ += "<li" + classes_.attribute(css) + ">\n";
    if (!bullet.empty())
        out_ += "<span aria-hidden=\"true\"" + classes_.attribute(bullet) + "></span>";
    blocks(item.children);
    out_ += "</li>\n";
}

}  // namespace cvtex::exporting
