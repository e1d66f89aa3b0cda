#include "export/page_frame.hpp"

#include <algorithm>
#include <string_view>

#include "export/page_css.hpp"

namespace cvtex::exporting {
namespace {

/// Browsers' own styles are taken away; on a screen the page lies on a ground, as in a viewer.
/// The margins are variables, so that narrow screens make them small.
constexpr std::string_view kReset =
    "h1,h2,h3,h4,h5,h6,p,ul,ol,li,pre,blockquote,figure,hr,table,th,td,header,section{margin:0;"
    "padding:0;border:0;font:inherit}\n"
    "table{border-collapse:collapse;max-width:100%}th,td{vertical-align:top;text-align:start}\n"
    "img{max-width:100%}a{color:inherit;text-decoration:none}code{font:inherit}\n"
    "html{-webkit-text-size-adjust:none;background:#e4e5e7;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}\n"
    "body{margin:2em auto;box-sizing:border-box;background:#fff;box-shadow:0 1px 4px #0004;"
    "font-synthesis:weight;text-autospace:normal;overflow-wrap:break-word;"
    "padding:var(--top) var(--right) var(--bottom) var(--left)}\n"
    "@media screen and (max-width:700px){body{margin:0;max-width:none;--top:1em;--right:1em;"
    "--bottom:1em;--left:1em;--column:0;--dates:static;--wrap:wrap;--basis:auto}}\n";

/// On paper, pages whose grounds don't reach their edges have the printer's own margins.
constexpr std::string_view kPrint =
    "@media print{html{background:none}body{margin:0;padding:0;max-width:none;"
    "box-shadow:none}}\n";

/// Where grounds reach the edges the page has no margins: each piece of a box that pages part
/// has its padding instead.
constexpr std::string_view kPrintToEdges =
    "@media print{html{background:none}body{margin:0;max-width:none;box-shadow:none}"
    "body,aside,main{box-decoration-break:clone;-webkit-box-decoration-break:clone}}\n";

std::string variables(const Insets& margin) {
    return "--top:" + css_length(margin.top) + ";--right:" + css_length(margin.right) +
           ";--bottom:" + css_length(margin.bottom) + ";--left:" + css_length(margin.left) +
           ";";
}

std::string padding(const Insets& insets) {
    return "padding:" + css_length(insets.top) + " " + css_length(insets.right) + " " +
           css_length(insets.bottom) + " " + css_length(insets.left) + ";";
}

bool reaches_edges(const styles::StyledDocument& document) {
    return std::any_of(document.blocks.begin(), document.blocks.end(),
                       [](const styles::Block& block) { return block.box.bleed; });
}

/// Columns of the sheet. On paper the ground of the side column is drawn on every page, below
/// its text; on narrow screens the columns stand one below the other.
std::string css_columns(const styles::PageStyle& page) {
    const styles::SideColumn& side = *page.side;
    const std::string width = css_length(side.width), edge = side.at_end ? "right" : "left";
    Insets margin = page.margin;
    (side.at_end ? margin.right : margin.left) -= side.width;
    const std::string ground =
        side.background ? "background:" + css_color(*side.background) + ";" : std::string();
    const std::string columns =
        side.at_end ? "minmax(0,1fr) " + width : width + " minmax(0,1fr)";
    std::string css = "body{display:grid;padding:0;grid-template-columns:" + columns +
                      ";grid-auto-flow:dense;min-height:" + css_length(page.size.height) +
                      "}\n";
    css += "aside{grid-column:" + std::string(side.at_end ? "2" : "1") + ";" + ground +
           padding(side.padding) + "}\n";
    css += "main{grid-column:" + std::string(side.at_end ? "1" : "2") + ";min-width:0;" +
           padding(margin) + "}\n";
    css += "@media screen and (max-width:700px){body{display:block}aside,main{padding:1em}}\n";
    css +=
        "@media print{body{min-height:0}aside{background:none}body::before{content:\"\";"
        "position:fixed;top:0;bottom:0;" +
        edge + ":0;width:" + width + ";z-index:-1;" + ground + "}}\n";
    return css;
}

}  // namespace

std::string css_page(const styles::StyledDocument& document) {
    const styles::PageStyle& page = document.page;
    const bool to_edges = page.side.has_value() || reaches_edges(document);
    std::string css = "@page{size:" + css_length(page.size.width) + " " +
                      css_length(page.size.height) + ";margin:";
    if (to_edges)
        css += "0";
    else
        css += css_length(page.margin.top) + " " + css_length(page.margin.right) + " " +
               css_length(page.margin.bottom) + " " + css_length(page.margin.left);
    css += "}\nbody{max-width:" + css_length(page.size.width) + ";" + variables(page.margin) +
           "}\n";
    css.append(kReset).append(to_edges ? kPrintToEdges : kPrint);
    return page.side ? css + css_columns(page) : css;
}

std::string css_outer_box(const styles::BoxStyle& box, bool at_head) {
    if (!box.bleed) return css_box(box);
    const auto outside = [](std::string_view edge) {
        return "margin-" + std::string(edge) + ":calc(-1*var(--" + std::string(edge) + "));";
    };
    // Padding counts from the edges.
    std::string css = css_box(box);
    css += outside("left") + outside("right");
    // What stands as far in as the text does so on narrow screens too.
    css += "padding-left:min(" + css_length(box.padding.left) + ",var(--left));";
    css += "padding-right:min(" + css_length(box.padding.right) + ",var(--right));";
    if (!at_head) return css;
    css += outside("top");
    if (box.least_height > Pt())
        css += "box-sizing:border-box;min-height:" + css_length(box.least_height) + ";";
    return css;
}

}  // namespace cvtex::exporting
