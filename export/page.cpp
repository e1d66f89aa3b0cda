#include <string>
#include <string_view>

#include "export/export.hpp"
#include "export/html_escape.hpp"
#include "export/page_writer.hpp"

namespace cvtex::exporting {
namespace {

/// Browsers' own styles are taken away; on a screen the page lies on a ground, as in a viewer.
constexpr std::string_view kReset =
    "h1,h2,h3,h4,h5,h6,p,ul,ol,li,pre,blockquote,figure,hr,table,th,td,header,section{margin:0;"
    "padding:0;border:0;font:inherit}\n"
    "table{border-collapse:collapse;max-width:100%}th,td{vertical-align:top;text-align:start}\n"
    "img{max-width:100%}a{color:inherit;text-decoration:none}code{font:inherit}\n"
    "html{-webkit-text-size-adjust:none;background:#e4e5e7;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}\n"
    "body{margin:2em auto;box-sizing:border-box;background:#fff;box-shadow:0 1px 4px #0004;"
    "font-synthesis:weight;text-autospace:normal;overflow-wrap:break-word}\n"
    "@media screen and (max-width:700px){body{margin:0;padding:1em!important;max-width:none}}\n"
    "@media print{html{background:none}body{margin:0;padding:0!important;max-width:none;"
    "box-shadow:none}}\n";

std::string page_sheet(const styles::PageStyle& page) {
    const Insets& margin = page.margin;
    const std::string margins = css_length(margin.top) + " " + css_length(margin.right) + " " +
                                css_length(margin.bottom) + " " + css_length(margin.left);
    return "@page{size:" + css_length(page.size.width) + " " + css_length(page.size.height) +
           ";margin:" + margins + "}\nbody{max-width:" + css_length(page.size.width) +
           ";padding:" + margins + "}\n";
}

void meta(std::string& out, std::string_view name, const std::string& content) {
    if (content.empty()) return;
    out.append("<meta name=\"").append(name).append("\" content=\"");
    escape_html(out, content);
    out += "\">\n";
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

std::string to_html_page(const styles::StyledDocument& document,
                         const PictureReader& read_picture, Diagnostics& diagnostics) {
    PageWriter writer(document, read_picture, diagnostics);
    const std::string body = writer.write();
    std::string page = "<!DOCTYPE html>\n<html lang=\"";
    escape_html(page, document.metadata.lang);
    page +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n<title>";
    escape_html(page, document.metadata.title);
    page += "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n";
    meta(page, "author", document.metadata.author);
    meta(page, "description", document.metadata.subject);
    meta(page, "keywords", joined(document.metadata.keywords));
    page.append("<style>\n").append(kReset).append(page_sheet(document.page));
    page += writer.sheet() + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    return page;
}

}  // namespace cvtex::exporting
