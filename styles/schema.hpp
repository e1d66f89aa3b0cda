#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "grammar/ast.hpp"
#include "styles/sheet.hpp"

/// The one description of every style key: reading files, `--set`, suggestions and the
/// reference in docs/STYLES.md all go through it.
namespace cvtex::styles {

using KeyPath = std::vector<std::string>;

/// "heading.2.space-after" as segments; `color` and `font` are taken for `colors` and `fonts`,
/// `_` for `-`.
[[nodiscard]] KeyPath split_key(std::string_view dotted);
[[nodiscard]] std::string join_key(std::span<const std::string> path);

[[nodiscard]] bool is_key(std::span<const std::string> path);
/// Whether keys start with `path`.
[[nodiscard]] bool is_table(std::span<const std::string> path);

/// Reads `value` into the key at `path`, which must be one.
[[nodiscard]] Status set_key(Sheet& sheet, std::span<const std::string> path,
                             const ast::Value& value);

/// What to say of a key that there is none: with the closest key, or those of its table.
[[nodiscard]] Error unknown_key(std::span<const std::string> path);

/// One row of the reference.
struct KeyDoc {
    std::string key;     ///< `*` stands for any name
    std::string values;  ///< what is accepted
    std::string json;    ///< the same as JSON Schema
    std::string_view meaning;
};

/// The tables whose keys may also stand below `sidebar`, for the side column alone, are all but
/// these.
inline constexpr std::array<std::string_view, 5> kPageTables{"page", "fonts", "sidebar",
                                                             "contents", "labels"};

/// Every key once.
[[nodiscard]] std::vector<KeyDoc> list_keys();

}  // namespace cvtex::styles
