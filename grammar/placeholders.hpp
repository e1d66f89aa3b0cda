#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cvtex::grammar {

/// `{{ name }}` in a text.
struct Placeholder {
    std::string_view name;    ///< within the text searched
    std::uint32_t begin = 0;  ///< bytes [begin, end), braces included
    std::uint32_t end = 0;
};

/// All placeholders in `text`, in order. A name is of letters (of any script), digits, `_`, `-`
/// and `.`, so that templates of site generators (`{{ page.title | upper }}`, `{{< ref >}}`)
/// are left alone. Linear in the text's length.
[[nodiscard]] std::vector<Placeholder> find_placeholders(std::string_view text);

}  // namespace cvtex::grammar
