#pragma once

#include <cstdint>
#include <functional>

#include "styles/styled.hpp"

namespace cvtex::layout {

/// A stretch of inline content and the paragraph style it is set in.
struct WalkedText {
    enum class Kind : std::uint8_t { Content, Aside, Marker } kind = Kind::Content;
    const styles::InlineItems& items;
    const styles::Paragraph* paragraph = nullptr;  ///< nothing for a marker
};

/// Calls `visit` for all inline content of a document, footnotes last.
void walk_inlines(const styles::StyledDocument& document,
                  const std::function<void(const WalkedText&)>& visit);

/// Calls `visit` for all inline content of `blocks` in reading order.
void walk_inlines(const styles::Blocks& blocks,
                  const std::function<void(const WalkedText&)>& visit);

}  // namespace cvtex::layout
