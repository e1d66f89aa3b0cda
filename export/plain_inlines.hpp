#pragma once

#include <string>

#include "styles/styled.hpp"

namespace cvtex::exporting {

/// The text of inlines without any dress and without the numbers of pages that only paper has;
/// forced breaks are spaces.
[[nodiscard]] std::string plain_inlines(const styles::InlineItems& items);

}  // namespace cvtex::exporting
