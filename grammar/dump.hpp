#pragma once

#include <string>

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// The tree as indented text, one node a line with its byte span: what `--emit=ast` prints.
[[nodiscard]] std::string dump(const ast::Document& document);

}  // namespace cvtex::grammar
