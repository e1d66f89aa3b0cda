#include <algorithm>

#include "base/ascii.hpp"
#include "base/web_address.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

/// Data URIs may be long: messages show their beginning.
constexpr std::size_t kLongestShownUrl = 120;

std::string shown_url(const std::string& url) {
    if (url.size() <= kLongestShownUrl) return url;
    std::size_t end = kLongestShownUrl;
    while (end > 0 && (static_cast<unsigned char>(url[end]) & 0xC0) == 0x80) --end;
    return url.substr(0, end) + "…";
}

bool is_white_text(const ast::Inline& node) {
    if (std::holds_alternative<ast::SoftBreak>(node.node)) return true;
    const auto* text = std::get_if<ast::Text>(&node.node);
    return text && ascii::trim(text->text).empty();
}

}  // namespace

ImageRequest image_request(const ast::Element& element, Span span) {
    const ast::Attributes& attributes = element.attributes;
    const std::string_view alternative = attribute(attributes, "alt");
    const bool stated = std::any_of(attributes.begin(), attributes.end(),
                                    [](const auto& a) { return a.name == "alt"; });
    return {std::string(attribute(attributes, "src")), std::string(alternative),
            read_css(attributes), span, stated && alternative.empty()};
}

std::optional<ImageRequest> image_request(const ast::Inline& node) {
    if (const auto* image = ast::get_if<ast::Image>(&node.node))
        return ImageRequest{
            image->source, plain_text(image->alternative), {}, node.span, false};
    const auto* element = ast::get_if<ast::Element>(&node.node);
    if (!element || element->tag != "img") return std::nullopt;
    return image_request(*element, node.span);
}

bool is_float(const ImageRequest& request) {
    return request.css.float_end || request.css.align == Align::End;
}

const ast::Inline* only_image(const ast::Inlines& inlines) {
    const ast::Inline* found = nullptr;
    for (const ast::Inline& node : inlines) {
        if (is_white_text(node)) continue;
        if (found || !image_request(node)) return nullptr;
        found = &node;
    }
    return found;
}

bool is_settable_image(Context& context, const ImageRequest& request) {
    if (!context.takes_remote_images && !web_address(request.source).empty()) {
        context.diagnostics.warning(
            "remote-image", request.span,
            "remote image '" + shown_url(request.source) + "' is not fetched and left out",
            "download it and refer to the file, or pass --allow-remote");
        return false;
    }
    if (request.source.empty()) {
        context.diagnostics.warning("empty-image", request.span, "this image names no file");
        return false;
    }
    return true;
}

void check_alternative(Context& context, const ImageRequest& request) {
    if (request.decorative || !ascii::trim(request.alternative).empty()) return;
    context.diagnostics.warning(
        "no-alternative", request.span,
        "image '" + shown_url(request.source) + "' has no alternative text",
        "say what it shows: ![text](file), or <img alt=\"\"> for a "
        "mere ornament");
}

std::string image_path(const ImageRequest& request) {
    // Whoever reads a data: URI decodes it.
    if (ascii::to_lower(std::string_view(request.source).substr(0, 5)) == "data:")
        return request.source;
    if (std::string address = web_address(request.source); !address.empty()) return address;
    return decode_percent_escapes(request.source);
}

}  // namespace cvtex::styles
