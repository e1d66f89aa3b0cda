#pragma once

#include <string>
#include <string_view>

#include "styles/sheet.hpp"

/// Words that a style itself adds to a page, in the document's language.
namespace cvtex::styles {

/// The word called `name` ("contents", "abstract", "contact"…) in `lang`: the style's own from
/// `[labels]`, else cvtex's; English for languages it does not know.
[[nodiscard]] std::string label_of(const Sheet& sheet, std::string_view name,
                                   std::string_view lang);

/// Whether `text` is such a word in any language, letters compared without case.
[[nodiscard]] bool is_label(std::string_view name, std::string_view text);

}  // namespace cvtex::styles
