#pragma once

#include <optional>

#include "grammar/ast.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// What the headings say about the document as a whole.
struct HeadingFacts {
    std::optional<Field> first;  ///< text of the first heading of any level
    std::optional<Field> name;   ///< the person's name in the only level-1 heading at the top
    bool has_level_1 = false;
    bool has_several_titles = false;  ///< several outermost level-1 headings: sections
};

[[nodiscard]] HeadingFacts read_headings(const ast::Blocks& blocks);

}  // namespace cvtex::profile
