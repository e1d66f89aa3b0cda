#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "grammar/ast.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

/// The kind of the section that a heading of this text begins. Emoji, numbering, brackets and
/// what is in them are passed over; a title in two languages counts by either half.
[[nodiscard]] SectionKind section_kind(std::string_view title);

/// Whether sections of this kind are made of entries.
[[nodiscard]] bool holds_entries(SectionKind kind);

/// The level of the headings that are dressed as sections: `section_level`, unless no heading
/// of that level is of a known kind but several of a deeper one are, as in a document of parts.
[[nodiscard]] std::optional<int> dressed_section_level(std::span<const ast::Block> blocks);

}  // namespace cvtex::profile
