#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/ast.hpp"

/// `:::` containers as pandoc, markdown-it, VuePress and MyST write them: `::: name`,
/// `::: name title`, `::: {.class #id key=value}`, `:::{name}`.
namespace cvtex::grammar {

/// A line that opens a container.
struct ContainerOpening {
    std::uint32_t colons = 3;
    ast::Attributes attributes;                    ///< the name is the first class
    std::uint32_t title_begin = 0, title_end = 0;  ///< offsets in the line; empty when equal
    bool details = false;                          ///< to be set as `details`
};

/// `rest` is a line from its first character that is no blank, bytes of `file` from `offset`
/// on.
[[nodiscard]] std::optional<ContainerOpening> scan_container_opening(std::string_view rest,
                                                                     FileId file,
                                                                     std::uint32_t offset);
/// The number of colons when `rest` is nothing but three colons or more; else 0.
[[nodiscard]] std::uint32_t scan_container_closing(std::string_view rest);

/// Puts what the names of containers mean into the style that HTML would have for it: `center`,
/// `left` and `right` (side by side when one follows the other), `columns` with `column`s or
/// without, `keep`, `pagebreak`, `hidden`; `tip`, `warning` and their kin become quotes. Reads
/// the classes of `div`s from HTML too, and what else other tools set side by side.
void arrange_containers(ast::Blocks& blocks);

/// Takes `[!NOTE]` away, which begins an alert of GitHub or a callout of Obsidian.
void take_alert_mark(ast::BlockQuote& quote);

}  // namespace cvtex::grammar
