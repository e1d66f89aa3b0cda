#include <string>

#include "export/export.hpp"
#include "export/html_writer.hpp"

namespace cvtex::exporting {
std::string to_html_fragment(const ast::Document& document) {
    return HtmlWriter().write(document);
}

}  // namespace cvtex::exporting
