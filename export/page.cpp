#include <string>
#include <string_view>

#include "export/export.hpp"
#include "export/html_escape.hpp"
#include "export/page_frame.hpp"
#include "export/page_writer.hpp"

namespace cvtex::exporting {
namespace {

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
    page += "<style>\n" + css_page(document) + writer.sheet() + "</style>\n</head>\n<body>\n" +
            body + "</body>\n</html>\n";
    return page;
}

}  // namespace cvtex::exporting
