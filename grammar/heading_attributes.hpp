#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// What `{#id .class key="value"}` at a heading's end says.
struct HeadingAttributes {
    std::string id;              ///< empty when there is none
    ast::Attributes attributes;  ///< classes and keys
    std::uint32_t begin =
        0;  ///< where the heading's text ends, blanks before the list left out
};

/// Reads the list at the end of `text`, bytes of `file` from `offset` on. `begin` is the size
/// of `text` when there is none.
[[nodiscard]] HeadingAttributes read_heading_attributes(std::string_view text, FileId file,
                                                        std::uint32_t offset);

}  // namespace cvtex::grammar
