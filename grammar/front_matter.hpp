#pragma once

#include <cstdint>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

struct FrontMatterResult {
    ast::FrontMatter front_matter;
    std::uint32_t body_begin = 0;  ///< byte offset where Markdown starts
};

/// Reads the front matter at the very start of `file`: TOML between `+++`, YAML between `---`
/// (closed by `---` or `...`) or one JSON object. What only looks like it (a thematic break, a
/// template tag) is Markdown. Broken front matter is an error at its own place; the keys that
/// could be read are kept and its text never becomes part of the body.
[[nodiscard]] FrontMatterResult parse_front_matter(const Sources& sources, FileId file,
                                                   Diagnostics& diagnostics);

}  // namespace cvtex::grammar
