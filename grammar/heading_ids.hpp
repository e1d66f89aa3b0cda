#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// Gives headings the anchors that GitHub gives them, so that a document's own table of
/// contents works: lower case, punctuation and symbols dropped, spaces to hyphens, repeated
/// ones numbered.
class HeadingIds {
public:
    /// An id made of `heading_text` that was not given or taken before.
    [[nodiscard]] std::string unique(std::string_view heading_text);

    /// Marks an id that the author wrote as used.
    void take(std::string_view id) { repeats_.try_emplace(std::string(id), 0); }

private:
    /// Every id in use, with the last number that was put behind it.
    std::unordered_map<std::string, std::uint32_t> repeats_;
};

/// The characters that a reader sees of `inlines`, line ends as spaces.
[[nodiscard]] std::string plain_text(const ast::Inlines& inlines);

}  // namespace cvtex::grammar
