#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"
#include "grammar/options.hpp"

namespace cvtex::grammar {

/// Parses front matter and Markdown (CommonMark 0.31.2, GFM extensions, CJK-friendly emphasis).
/// Never fails: problems are diagnostics and a best-effort tree comes back. Linear in the
/// length of the source.
[[nodiscard]] ast::Document parse(const Sources& sources, FileId file,
                                  Diagnostics& diagnostics);

/// The same with some of the syntax left out.
[[nodiscard]] ast::Document parse(const Sources& sources, FileId file,
                                  const ParseOptions& options, Diagnostics& diagnostics);

/// Replaces raw HTML by `Element`s of the subset that cvtex sets: tags are matched (across
/// sibling blocks too), nesting repaired, unknown tags dissolved into their contents with one
/// warning per name, scripts and comments dropped.
[[nodiscard]] ast::Document interpret_html(ast::Document document, const Sources& sources,
                                           Diagnostics& diagnostics);

/// The text of an HTML fragment without its tags and comments, white space collapsed, character
/// references decoded.
[[nodiscard]] std::string text_of_html(std::string_view html);

}  // namespace cvtex::grammar
