#pragma once

#include <string_view>
#include <vector>

#include "styles/apply.hpp"
#include "styles/sheet.hpp"

namespace cvtex::styles {

/// The sheet of one document: base style < style and what it extends < front matter < `--set`.
/// What cannot be read is reported and left at what it was.
[[nodiscard]] Sheet load_sheet(const profile::Profile& profile, const StyleOptions& options,
                               const FileReader& read, Sources& sources,
                               Diagnostics& diagnostics);

/// A style embedded in the binary: the text of `styles/NAME.toml`.
struct BuiltinStyle {
    std::string_view name;
    std::string_view toml;
};

/// Sorted by name; made at build time from the `.toml` files of this folder.
[[nodiscard]] const std::vector<BuiltinStyle>& builtin_styles();

}  // namespace cvtex::styles
