#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/ast.hpp"

/// `{#id .class key="value"}`: what pandoc, markdown-it and kramdown let authors add to
/// headings and `:::` containers.
namespace cvtex::grammar {

/// Reads the list that `text` starts with into `attributes`: ids are attributes `id`, classes
/// are joined into one attribute. `text` is bytes of `file` from `offset` on. Returns the
/// list's length; 0 when there is none.
[[nodiscard]] std::uint32_t read_attribute_list(std::string_view text, FileId file,
                                                std::uint32_t offset,
                                                ast::Attributes& attributes);

/// Takes the attribute `name` away and returns its value; empty when there is none.
[[nodiscard]] std::string take_attribute(ast::Attributes& attributes, std::string_view name);

/// What a list at a heading's end says.
struct HeadingAttributes {
    std::string id;              ///< empty when there is none
    ast::Attributes attributes;  ///< classes and keys
    std::uint32_t begin =
        0;                  ///< where the heading's text ends, blanks before the list left out
    std::uint32_t end = 0;  ///< where the comments behind the list begin, or the text's end
};

/// Reads the list at the end of `text`, or before the comments there; bytes of `file` from
/// `offset` on. `begin` is the size of `text` when there is none.
[[nodiscard]] HeadingAttributes read_heading_attributes(std::string_view text, FileId file,
                                                        std::uint32_t offset);

}  // namespace cvtex::grammar
