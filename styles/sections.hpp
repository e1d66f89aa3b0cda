#pragma once

#include <span>

#include "styles/context.hpp"

/// The document below its header, section by section: what stands in the side column, dates in
/// a column of their own, lists of publications.
namespace cvtex::styles {

/// The style of the page, and that of the column beside its text.
struct SheetPair {
    Sheet& main;
    Sheet& side;
};

/// Text where nothing else is said: of the body, or of the side column while it is being set.
[[nodiscard]] Scope text_scope(Context& context);

/// Sets what `set` adds to `out` in the dress of the side column, and marks it to stand there.
template <class Set>
void set_beside(Context& context, SheetPair& sheets, Blocks& out, Set set) {
    const std::size_t before = out.size();
    {
        const SideDress dress(sheets.main, sheets.side);
        context.in_side = true;
        set();
        context.in_side = false;
    }
    for (std::size_t i = before; i < out.size(); ++i) out[i].box.beside = true;
}

/// Blocks below the header, appended to `out`.
void set_sections(Context& context, SheetPair& sheets, std::span<const ast::Block> blocks,
                  Blocks& out);

}  // namespace cvtex::styles
