#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "export/html_escape.hpp"
#include "export/page_frame.hpp"
#include "export/page_writer.hpp"

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

std::string plain(const InlineItems& items) {
    std::string text;
    for (const InlineItem& item : items) {
        if (const auto* run = std::get_if<TextRun>(&item); run && !run->page_number)
            text += run->text;
    }
    return text;
}

std::string_view tag_of(ContainerKind kind) {
    switch (kind) {
        case ContainerKind::Group:
            return "div";
        case ContainerKind::Section:
            return "section";
        case ContainerKind::BlockQuote:
            return "blockquote";
        case ContainerKind::Figure:
            return "figure";
        case ContainerKind::Header:
            return "header";
    }
    return "div";
}

/// How a picture fills its box, and the box's edge.
std::string css_frame(const PictureFrame& frame) {
    if (frame == PictureFrame{}) return {};
    std::string css = "box-sizing:border-box;";
    if (frame.fit == Fit::Cover) css += "object-fit:cover;";
    if (frame.fit == Fit::Contain) css += "object-fit:contain;";
    if (frame.fit == Fit::Cover)
        css += "object-position:" + css_percent(frame.focus_x) + " " +
               css_percent(frame.focus_y) + ";";
    if (frame.radius > Pt()) css += "border-radius:" + css_length(frame.radius) + ";";
    if (frame.border)
        for (const char* side : {"top", "right", "bottom", "left"})
            css += css_border(side, *frame.border);
    return css;
}

/// The column at the left of the text that dates stand in, if there is one.
std::optional<Pt> find_dates_column(const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
            if (paragraph->aside_column) return paragraph->aside_column;
        if (const auto* container = std::get_if<Container>(&block.node))
            if (const auto found = find_dates_column(container->children)) return found;
    }
    return std::nullopt;
}

/// `blocks` with their paragraphs aligned as the column asks, as on paper.
Blocks aligned(const Blocks& blocks, Align align) {
    Blocks out = blocks;
    for (Block& block : out)
        if (auto* paragraph = std::get_if<Paragraph>(&block.node))
            paragraph->style.align = align;
    return out;
}

/// Browsers squeeze columns of Han to a character: cells keep four, or what they hold.
std::string css_least_width(const TableCell& cell) {
    constexpr std::size_t kColumns = 8;  // of a terminal
    if (cell.children.size() != 1 || cell.column_span > 1) return {};
    const auto* paragraph = std::get_if<Paragraph>(&cell.children.front().node);
    if (!paragraph) return {};
    const std::string text = plain(paragraph->content);
    if (text.empty() || text.find('\n') != std::string::npos) return {};
    const bool is_short = unicode::display_width(text) <= kColumns;
    return is_short ? "white-space:nowrap;" : "min-width:4em;";
}

/// Whether a row holds nothing but lines of text.
bool is_text(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const RowCell& cell) {
        return std::all_of(
            cell.children.begin(), cell.children.end(), [](const Block& block) {
                const auto* inner = std::get_if<Row>(&block.node);
                return std::holds_alternative<Paragraph>(block.node) || (inner && is_text(*inner));
            });
    });
}

std::string_view align_items(RowAlign align) {
    if (align == RowAlign::Top) return "start";
    return align == RowAlign::Middle ? "center" : "baseline";
}

std::string_view justify_content(Distribute distribute) {
    switch (distribute) {
        case Distribute::Start:
            return "start";
        case Distribute::Center:
            return "center";
        case Distribute::End:
            return "end";
        case Distribute::SpaceBetween:
            return "space-between";
    }
    return "start";
}

}  // namespace

std::string PageWriter::write() {
    dates_column_ = find_dates_column(document_.blocks);
    const auto column = [&](bool beside) {
        bool at_head = true;
        for (const Block& each : document_.blocks) {
            if (each.box.beside != beside) continue;
            outer_css_ = css_outer_box(each.box, at_head);
            block(each);
            at_head = false;
        }
    };
    if (!document_.page.side) {
        for (const Block& each : document_.blocks) {
            outer_css_ = css_outer_box(each.box, &each == &document_.blocks.front());
            block(each);
        }
        notes();
        return std::move(out_);
    }
    const auto aside = [&] {
        out_ += "<aside>\n";
        column(true);
        out_ += "</aside>\n";
    };
    // The name is read first, in whichever column it stands.
    const bool first = !document_.blocks.empty() && document_.blocks.front().box.beside;
    if (first) aside();
    out_ += "<main>\n";
    column(false);
    notes();
    out_ += "</main>\n";
    if (!first) aside();
    return std::move(out_);
}

std::string PageWriter::css_of(const Block& block) {
    return outer_css_ ? *std::exchange(outer_css_, std::nullopt) : css_box(block.box);
}

void PageWriter::block(const Block& block) {
    std::visit(overloaded{
                   [&](const Paragraph& node) { paragraph(block, node); },
                   [&](const List& node) { list(block, node); },
                   [&](const Container& node) { container(block, node); },
                   [&](const Rule& node) {
                       const std::string css = css_of(block) + css_rule(node);
                       out_ += "<hr" + classes_.attribute(css) + ">\n";
                   },
                   [&](const CodeBlock& node) { code(block, node); },
                   [&](const Table& node) { table(block, node); },
                   [&](const Image& node) { block_image(block, node); },
                   [&](const Row& node) { row(block, node); },
                   [&](const PageBreak&) {
                       out_ += "<div" + classes_.attribute("break-after:page;") + "></div>\n";
                   },
               },
               block.node);
}

void PageWriter::paragraph(const Block& block, const Paragraph& node) {
    const TextStyle* base = base_of(node.content);
    const std::string tag =
        node.heading_level > 0 ? "h" + std::to_string(std::min(node.heading_level, 6)) : "p";
    std::string css = css_of(block) + css_paragraph(node.style) + css_of(base);
    if (base != nullptr) css += css_slant(*base, plain(node.content));
    const bool column = node.aside_column.has_value();
    const bool has_aside = !plain(node.aside).empty();
    if (has_aside)
        css += column
                   ? "position:relative;"
                   : "display:flex;justify-content:space-between;align-items:baseline;gap:1em;";
    out_ += "<" + tag + classes_.attribute(css);
    if (!node.anchor.empty()) {
        out_ += " id=\"";
        escape_html(out_, node.anchor);
        out_ += '"';
    }
    if (base != nullptr) lang(base->lang, document_.metadata.lang);
    out_ += '>';
    if (has_aside) out_ += "<span>";
    inlines(node.content, base, node.style.preformatted);
    if (has_aside) {
        const std::string place =
            column ? "position:var(--dates,absolute);right:100%;text-align:start;width:" +
                         css_length(*node.aside_column) + ";"
                   : "text-align:end;";
        out_ += "</span> <span" + classes_.attribute("white-space:nowrap;" + place) + ">";
        inlines(node.aside, base, false);
        out_ += "</span>";
    }
    out_ += "</" + tag + ">\n";
}

void PageWriter::code(const Block& block, const CodeBlock& node) {
    const TextStyle* base = base_of(node.text.content);
    const std::string css = css_of(block) + css_paragraph(node.text.style) + css_of(base);
    // Lines in the middle are so as one.
    const std::string whole = node.text.style.align == Align::Center
                                  ? "display:inline-block;text-align:start;"
                                  : std::string();
    out_ += "<pre" + classes_.attribute(css) + "><code" + classes_.attribute(whole) + ">";
    inlines(node.text.content, base, true);
    out_ += "</code></pre>\n";
}

void PageWriter::list(const Block& block, const List& node) {
    const std::string tag = node.ordered ? "ol" : "ul";
    const bool labelled = std::any_of(
        node.items.begin(), node.items.end(), [](const ListItem& item) {
            return std::holds_alternative<TextMarker>(item.marker);
        });
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
                             "list-style-type:" + css_string(plain(marker.content)) + ";";
                   },
               },
               item.marker);
    out_ += "<li" + classes_.attribute(css) + ">\n";
    if (!bullet.empty())
        out_ += "<span aria-hidden=\"true\"" + classes_.attribute(bullet) + "></span>";
    blocks(item.children);
    out_ += "</li>\n";
}

void PageWriter::container(const Block& block, const Container& node) {
    const std::string_view tag = tag_of(node.kind);
    std::string css = css_of(block);
    // Moved in by the column of dates, for which a narrow screen has no room.
    if (dates_column_ && block.box.padding == Insets{{}, {}, {}, *dates_column_})
        css += "padding-left:calc(var(--column,1)*" + css_length(*dates_column_) + ");";
    out_.append("<").append(tag).append(classes_.attribute(css)).append(">\n");
    blocks(node.children);
    out_.append("</").append(tag).append(">\n");
}

void PageWriter::table(const Block& block, const Table& node) {
    std::string css = css_of(block);
    if (node.full_width) css += "width:100%;";
    out_ += "<table" + classes_.attribute(css) + ">\n<colgroup>";
    for (const TableColumn& column : node.columns) {
        std::string width;
        if (column.width) width = "width:" + css_length(*column.width) + ";";
        if (column.fraction) width = "width:" + css_percent(*column.fraction) + ";";
        out_ += "<col" + classes_.attribute(width) + ">";
    }
    out_ += "</colgroup>\n";
    const auto headers = static_cast<std::size_t>(std::max(node.header_rows, 0));
    for (std::size_t i = 0; i < node.rows.size(); ++i) {
        if (i == 0) out_ += headers > 0 ? "<thead>\n" : "<tbody>\n";
        if (i == headers && i > 0) out_ += "</thead>\n<tbody>\n";
        table_row(node, i);
    }
    if (!node.rows.empty()) out_ += node.rows.size() <= headers ? "</thead>\n" : "</tbody>\n";
    out_ += "</table>\n";
}

void PageWriter::table_row(const Table& node, std::size_t row) {
    const auto headers = static_cast<std::size_t>(std::max(node.header_rows, 0));
    std::string css;
    if (row == 0 && node.top_rule && !node.under_rule) css += css_border("top", *node.top_rule);
    const bool last = row + 1 == node.rows.size();
    const auto& below = last                 ? node.bottom_rule
                        : row + 1 == headers ? node.header_rule
                                             : node.row_rule;
    if (below) css += css_border("bottom", *below);
    if (row < headers && node.header_background)
        css += "background:" + css_color(*node.header_background) + ";";
    out_ += "<tr" + classes_.attribute(css) + ">\n";
    std::size_t column = 0;
    for (const TableCell& cell : node.rows[row].cells) {
        BoxStyle box;
        box.padding = node.cell_padding;
        if (column > 0) box.left = node.column_rule;
        std::string cell_css = css_box(box) + css_least_width(cell);
        const Align align =
            column < node.columns.size() ? node.columns[column].align : Align::Start;
        if (column < node.columns.size()) cell_css += css_text_align(align);
        out_ += cell.header ? row < headers ? "<th scope=\"col\"" : "<th scope=\"row\"" : "<td";
        if (cell.column_span > 1)
            out_ += " colspan=\"" + std::to_string(cell.column_span) + "\"";
        if (cell.row_span > 1) out_ += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
        out_ += classes_.attribute(cell_css) + ">";
        const bool moved = align == Align::Center || align == Align::End;
        blocks(moved ? aligned(cell.children, align) : cell.children);
        out_ += cell.header ? "</th>\n" : "</td>\n";
        column += static_cast<std::size_t>(std::max(cell.column_span, 1));
    }
    out_ += "</tr>\n";
}

void PageWriter::row(const Block& block, const Row& node) {
    std::string css = css_of(block) + "display:flex;gap:" + css_length(node.gap) + ";";
    css.append("align-items:").append(align_items(node.align)).append(";");
    css.append("justify-content:").append(justify_content(node.distribute)).append(";");
    // Side by side on paper; below each other on screens that have no room.
    const bool wraps = is_text(node);
    if (wraps) css += "flex-wrap:var(--wrap,nowrap);";
    out_ += "<div" + classes_.attribute(css) + ">\n";
    for (const RowCell& cell : node.cells) {
        out_ += "<div" + classes_.attribute(css_cell(cell, wraps)) + ">\n";
        blocks(cell.children);
        out_ += "</div>\n";
    }
    out_ += "</div>\n";
}

void PageWriter::block_image(const Block& block, const Image& node) {
    out_ += "<p" + classes_.attribute(css_of(block) + css_text_align(node.align)) + ">";
    const bool linked = open_link(node.link);
    std::string css;
    if (node.width) css += "width:" + css_length(*node.width) + ";";
    if (node.height) css += "height:" + css_length(*node.height) + ";";
    if (node.fraction) css += "width:" + css_percent(*node.fraction) + ";";
    picture(node.path, node.alternative, css + css_frame(node.frame), block.span);
    if (linked) out_ += "</a>";
    out_ += "</p>\n";
}

void PageWriter::notes() {
    if (document_.notes.empty()) return;
    std::string css = "margin-top:" + css_length(document_.note_style.space_before) + ";";
    if (document_.note_style.rule) css += css_border("top", *document_.note_style.rule);
    css += "padding-top:" + css_length(document_.note_style.padding) + ";";
    out_ += "<footer" + classes_.attribute(css) + ">\n";
    for (const Footnote& each : document_.notes) note(each);
    out_ += "</footer>\n";
}

void PageWriter::note(const Footnote& note) {
    const std::string css =
        "display:flex;align-items:baseline;gap:" + css_length(document_.note_style.marker_gap) +
        ";";
    out_ += "<div" + classes_.attribute(css) + " id=\"";
    escape_html(out_, note.anchor);
    out_ += "\"><span>";
    inlines(note.marker.content, nullptr, false);
    out_ += "</span><div>\n";
    blocks(note.children);
    out_ += "</div></div>\n";
}

}  // namespace cvtex::exporting
