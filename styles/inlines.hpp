#pragma once

#include <span>
#include <string>
#include <vector>

#include "styles/context.hpp"

namespace cvtex::styles {

/// Inlines in the dress of `scope`. White space and line breaks at both ends are dropped, so
/// that nothing is left of text that has nothing to show.
[[nodiscard]] InlineItems set_inlines(Context& context, const ast::Inlines& inlines,
                                      const Scope& scope);

/// One run of text.
[[nodiscard]] TextRun make_run(Context& context, std::string text, const Scope& scope,
                               Span span);

/// The text of inlines alone, line breaks as spaces: for outlines, alternatives and
/// recognition. Images give their alternative.
[[nodiscard]] std::string plain_text(const ast::Inlines& inlines);

/// The image that `inlines` consist of, if it is the only thing in them.
[[nodiscard]] const ast::Inline* only_image(const ast::Inlines& inlines);

/// What an `<img>` or `![…](…)` asks for.
struct ImageRequest {
    std::string source;
    std::string alternative;
    Css css;
    Span span;
    bool decorative = false;  ///< `alt=""`: there is nothing to say about it
};

/// Whether text runs beside the image: `float: right`, and HTML 4's `<img align="right">`.
[[nodiscard]] bool is_float(const ImageRequest& request);

struct FloatingImage {
    ImageRequest request;
    LinkId link;
};

/// Content of a line, what floats to its right end (`float: right`), and pictures that it and
/// the lines below are set beside.
struct LineContent {
    InlineItems content, aside;
    std::vector<FloatingImage> floats;
};

/// `aside` is the dress of what floats.
[[nodiscard]] LineContent set_line(Context& context, const ast::Inlines& inlines,
                                   const Scope& scope, const Scope& aside);

/// Sets the floating pictures of a line, before it.
void set_floating_images(Context& context, std::span<const FloatingImage> images,
                         const Scope& scope, Blocks& out);

/// What the element `<img>` asks for.
[[nodiscard]] ImageRequest image_request(const ast::Element& element, Span span);
/// The request behind an inline that is an image (either kind).
[[nodiscard]] std::optional<ImageRequest> image_request(const ast::Inline& node);
/// Whether the image can be set. Remote ones that are not taken are reported, once each.
[[nodiscard]] bool is_settable_image(Context& context, const ImageRequest& request);
/// Reports an image that nobody can know of who does not see it.
void check_alternative(Context& context, const ImageRequest& request);
/// The image's path as a file name, percent escapes decoded; or its data: URI; or its http or
/// https address.
[[nodiscard]] std::string image_path(const ImageRequest& request);

/// Registers a link.
[[nodiscard]] LinkId make_link(Context& context, std::string destination, std::string title,
                               Span span);

}  // namespace cvtex::styles
