#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "profile/entry_head.hpp"

/// Entries in successive lines of one paragraph:
///
///     **星海科技** 后端工程师 2020.01 - 2021.02
///     **云杉网络** 测试工程师 2018.03 - 2019.12
namespace cvtex::profile {

/// The lines of a paragraph that may hold several entries; none when they are too many.
[[nodiscard]] std::vector<SourceLine> entry_lines(const ast::Inlines& inlines);

/// The indices of the lines that entries begin with: two at least, the first line among them,
/// all dressed alike. Lines between them are text of the entry above, which only bold heads
/// stand out from.
[[nodiscard]] std::vector<std::size_t> find_line_heads(std::span<const SourceLine> lines,
                                                       const HeadPlace& place);

/// The head of the entry in `lines`: the first of them, and facts in those after it.
[[nodiscard]] std::optional<EntryHead> read_line_head(std::span<const SourceLine> lines);

}  // namespace cvtex::profile
