#pragma once

#include <cstdint>

namespace cvtex::grammar {

/// Which syntax beyond CommonMark is read. CJK-friendly emphasis is always on.
struct ParseOptions {
    bool front_matter = true;
    bool tables = true;
    bool strikethrough = true;
    bool task_items = true;
    bool literal_autolinks = true;  ///< `www.…`, `https://…`, `a@b.c` in running text
    bool footnotes = true;
    bool definition_lists = true;
    bool heading_attributes = true;  ///< `{#id .class key=value}`
    bool containers = true;          ///< `::: name` … `:::`
    bool shortcodes = true;          ///< `:rocket:`, `:fa-phone:`, `icon:phone`
    bool page_breaks = true;         ///< `<!-- pagebreak -->`, `\newpage`
    bool heading_ids = true;         ///< an id for every heading, which fragments of HTML lack
    bool math = true;                ///< `$x$` and `$$x$$` are kept as they are, like code

    [[nodiscard]] static constexpr ParseOptions common_mark() {
        return {false, false, false, false, false, false, false,
                false, false, false, false, false, false};
    }
};

/// Containers (block quotes, list items, notes, definitions, elements of HTML) nest this deep
/// at most, inlines (emphasis, links, elements) this deep in one block: later stages recurse
/// over the tree, and must do with a stack of 256 KB.
constexpr std::uint32_t kMaxContainerDepth = 64;
constexpr std::uint32_t kMaxInlineDepth = 48;

}  // namespace cvtex::grammar
