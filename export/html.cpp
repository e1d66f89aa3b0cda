#include <string>
#include <string_view>

#include "export/export.hpp"
#include "export/html_escape.hpp"
#include "export/html_writer.hpp"

namespace cvtex::exporting {
namespace {

/// A page that reads well on a screen and on paper, with no outside resource.
constexpr std::string_view kPageStyle =
    "body{max-width:46em;margin:2em auto;padding:0 1em;line-height:1.7;"
    "font-family:\"Noto Sans SC\",\"Noto Sans CJK SC\",\"PingFang SC\",sans-serif}"
    "table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3em .6em}"
    "pre{overflow:auto;background:#f6f6f6;padding:.8em}img{max-width:100%}";

}  // namespace

std::string to_html_fragment(const ast::Document& document) {
    return HtmlWriter(HtmlOptions{}).write(document);
}

std::string to_html_page(const ast::Document& document, const std::string& title,
                         const std::string& lang) {
    std::string page = "<!DOCTYPE html>\n<html lang=\"";
    escape_html(page, lang);
    page += "\">\n<head>\n<meta charset=\"utf-8\" />\n<title>";
    escape_html(page, title);
    page += "</title>\n<meta name=\"viewport\" content=\"width=device-width\" />\n<style>";
    page.append(kPageStyle).append("</style>\n</head>\n<body>\n");
    page += HtmlWriter(HtmlOptions{.heading_ids = true, .inert = true}).write(document);
    page += "</body>\n</html>\n";
    return page;
}

}  // namespace cvtex::exporting
