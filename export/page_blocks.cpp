#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "export/html_escape.hpp"
#include "export/page_frame.hpp"
#include "export/page_writer.hpp"
#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

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
    if (base != nullptr) css += css_slant(*base, plain_inlines(node.content));
    const bool column = node.aside_column.has_value();
    const bool has_aside = !plain_inlines(node.aside).empty();
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
