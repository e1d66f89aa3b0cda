#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "styles/apply.hpp"

/// Where the values of style keys come from.
namespace cvtex::styles {

/// Who sets a value, in the order in which later ones win.
enum class Origin : std::uint8_t { BuiltIn, StyleFile, Document, Employer, CommandLine };

/// One value that a key is given.
struct Setting {
    std::string key;
    Origin origin = Origin::BuiltIn;
    Span span;  ///< of the value
};

/// All values that the key, or the keys of the table, `key` are given, key by key in order of
/// first mention, each key's last one being what holds. An unknown key is an error.
[[nodiscard]] std::vector<Setting> explain_key(std::string_view key,
                                               const profile::Profile& profile,
                                               const StyleOptions& options,
                                               const FileReader& read, Sources& sources,
                                               Diagnostics& diagnostics);

/// Whether `key` is a style key or a table of them.
[[nodiscard]] bool is_style_key(std::string_view key);

/// Every style key, for suggestions.
[[nodiscard]] std::vector<std::string> style_keys();

}  // namespace cvtex::styles
