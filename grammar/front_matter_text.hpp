#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/span.hpp"
#include "grammar/ast.hpp"

/// What the readers of TOML, YAML and JSON share.
namespace cvtex::grammar {

/// A person's front matter is a few hundred bytes; the cap only has to stop hostile input.
inline constexpr std::size_t kMaxFrontMatterBytes = 256 * 1024;
inline constexpr std::size_t kMaxFrontMatterDepth = 32;
inline constexpr std::size_t kMaxFrontMatterNodes = 10'000;

/// Turns a library's line and column (both one-based, columns in code points) into a byte
/// offset in constant time.
class TextPositions {
public:
    explicit TextPositions(std::string_view text);

    /// Clamped to the text.
    [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

private:
    std::vector<std::uint32_t> code_points_;  ///< byte offset of each, and the end
    std::vector<std::uint32_t> line_starts_;  ///< index into code_points_
};

/// Byte range of the line around `offset`, without its line end.
struct LineRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

[[nodiscard]] LineRange line_around(std::string_view text, std::uint32_t offset);

/// Blanks the last line up to `offset` that has something on it, keeping the length; false when
/// there is none. Parsing again then shows what the other lines say.
bool blank_last_line(std::string& text, std::uint32_t offset);

/// Reports a key written twice, naming both places.
void report_duplicate(const std::string& key, Span first, Span second,
                      Diagnostics& diagnostics);
/// Drops members whose key came before (the first one stays), with an error each.
void drop_duplicates(ast::Mapping& mapping, Diagnostics& diagnostics);

}  // namespace cvtex::grammar
