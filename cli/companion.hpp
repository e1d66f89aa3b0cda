#pragma once

#include <optional>
#include <string>

/// Files that are installed with the program.
namespace cvtex::cli {

/// The path of `file`: in `share` (such as "share/cvtex") below the prefix that the program
/// is installed under, or beside the program or above its folder, where builds are.
[[nodiscard]] std::optional<std::string> find_companion(const std::string& file,
                                                        const std::string& share);

/// A symbol of a module in lib/cvtex, or null. The module stays loaded: its functions are used
/// until the process ends.
[[nodiscard]] void* load_symbol(const std::string& module, const char* symbol);

}  // namespace cvtex::cli
