#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

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
    void take(std::string_view id) { taken_.emplace(id); }

private:
    std::set<std::string, std::less<>> taken_;
    std::map<std::string, std::uint32_t, std::less<>> repeats_;
};

/// The characters that a reader sees of `inlines`, line ends as spaces.
[[nodiscard]] std::string plain_text(const ast::Inlines& inlines);

}  // namespace cvtex::grammar
