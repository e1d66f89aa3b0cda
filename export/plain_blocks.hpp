#pragma once

#include <string>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/recognized.hpp"

namespace cvtex::exporting {

/// Blocks as texts without marks.
struct PlainText {
    std::vector<std::string> paragraphs;
    std::vector<std::string> items;  ///< of lists, whatever their depth

    [[nodiscard]] bool empty() const { return paragraphs.empty() && items.empty(); }

    /// All of it, a line each.
    [[nodiscard]] std::string joined() const;
};

/// A profile's blocks by their numbers. The blocks must outlive it.
class PlainBlocks {
public:
    explicit PlainBlocks(const ast::Blocks& blocks);

    /// The text of blocks [begin, end); of the first one its bytes [skip, until), 0: all.
    [[nodiscard]] PlainText text(profile::BlockNumber begin, profile::BlockNumber end,
                                 std::size_t skip = 0, std::size_t until = 0) const;

    /// Where a section's own blocks end: at its first entry, or the section after it.
    [[nodiscard]] profile::BlockNumber own_end(const profile::Recognized& recognized,
                                               const profile::Section& section) const;

private:
    struct Numbered {
        const ast::Block* block = nullptr;
        bool in_list = false;
        profile::BlockNumber list_item = 0;  ///< the item's number among all; 0 outside lists
    };

    void collect(const ast::Blocks& blocks, profile::BlockNumber item);

    std::vector<Numbered> blocks_;
    profile::BlockNumber items_ = 0;
};

}  // namespace cvtex::exporting
