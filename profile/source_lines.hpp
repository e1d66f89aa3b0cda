#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

/// The lines that entries' heads are read from, and what kind of line one is.
namespace cvtex::profile {

/// A title and its facts share no more lines of one paragraph.
inline constexpr std::size_t kMostHeadLines = 3;
/// Facts are no wider, in terminal columns.
inline constexpr std::size_t kWidestFact = 56;

[[nodiscard]] std::string_view text_of(const SourceLine& line);

/// The lines of a run of inlines, each without white space at its ends; not more than `most`.
/// `rest`: where what follows them begins, 0 if nothing does.
[[nodiscard]] std::vector<SourceLine> lines_of(const ast::Inlines& inlines, std::size_t most,
                                               std::size_t& rest);

/// The one line that `inlines` are, or nothing.
[[nodiscard]] std::optional<SourceLine> only_line(const ast::Inlines& inlines);

/// The one line of a list item that is no task, or nothing.
[[nodiscard]] std::optional<SourceLine> item_line(const ast::ListItem& item);

/// Whether the line may belong to a head: neither text nor too wide.
[[nodiscard]] bool is_fact_line(std::string_view text);
[[nodiscard]] bool is_short_fact(std::string_view text);

/// Whether the line has dates that may be an entry's.
[[nodiscard]] bool has_date(const SourceLine& line);

/// `职位：后端工程师`.
[[nodiscard]] bool is_labelled(const SourceLine& line);

/// `高级工程师`, `产品经理　上海`: nothing but a few words that say as what or where.
[[nodiscard]] bool is_plain_fact(std::string_view text);

/// All of it is emphasis.
[[nodiscard]] bool is_emphasized(const ast::Inlines& inlines);
[[nodiscard]] bool starts_bold(const ast::Inlines& inlines);

}  // namespace cvtex::profile
