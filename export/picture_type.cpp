#include "export/picture_type.hpp"

#include "base/base64.hpp"

namespace cvtex::exporting {

std::string_view picture_type(std::string_view bytes) {
    using std::string_view_literals::operator""sv;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
    if (bytes.starts_with("GIF8"sv)) return "image/gif";
    if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv))
        return "image/webp";
    // An <img> neither runs an SVG's scripts nor loads what it names.
    const std::string_view start = bytes.substr(0, 1024);
    if (start.find("<svg"sv) != std::string_view::npos) return "image/svg+xml";
    return {};
}

void append_data_url(std::string& out, std::string_view type, std::string_view bytes) {
    out.append("data:").append(type).append(";base64,");
    append_base64(out, bytes);
}

}  // namespace cvtex::exporting
