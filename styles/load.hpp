#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "styles/apply.hpp"
#include "styles/explain.hpp"
#include "styles/sheet.hpp"

namespace cvtex::styles {

/// Is told of every value that is set: its key, who sets it, and where.
using SettingObserver =
    std::function<void(std::span<const std::string> path, Origin origin, Span span)>;

/// The sheet of one document: base style < style and what it extends < front matter < employer
/// < `--set`. What cannot be read is reported and left at what it was.
[[nodiscard]] Sheet load_sheet(const profile::Profile& profile, const StyleOptions& options,
                               const FileReader& read, Sources& sources,
                               Diagnostics& diagnostics, const SettingObserver& observe = {});

/// The members of a style and of what it extends, the base first; empty after an error.
[[nodiscard]] std::vector<ast::Mapping> open_style_chain(const std::string& name,
                                                         const FileReader& read,
                                                         Sources& sources,
                                                         Diagnostics& diagnostics);

/// A style embedded in the binary: the text of `styles/NAME.toml`.
struct BuiltinStyle {
    std::string_view name;
    std::string_view toml;
};

/// Sorted by name; made at build time from the `.toml` files of this folder.
[[nodiscard]] const std::vector<BuiltinStyle>& builtin_styles();

}  // namespace cvtex::styles
