#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "grammar/ast.hpp"

/// The document's head: the name, a headline and contact details that stand above the text.
namespace cvtex::profile {

/// Where the head's parts are among the document's outermost blocks. Only pictures and comments
/// may stand above the name; what comes after the contact details is the document's body.
struct Header {
    std::optional<std::size_t> name;      ///< the level-1 heading that is the name
    std::optional<std::size_t> headline;  ///< a short line or heading below it
    /// Blocks [contacts_begin, contacts_end) hold contact details and nothing else: paragraphs
    /// and small headings, bullet lists of one line an item, quotes of these.
    std::size_t contacts_begin = 0;
    std::size_t contacts_end = 0;
    bool operator==(const Header&) const = default;
};

/// Finds the head of `blocks`. `name_known`: the front matter holds the name, so that contact
/// details may come first. `has_several_titles`: level-1 headings are sections, none is a name.
[[nodiscard]] Header find_header(std::span<const ast::Block> blocks, bool name_known,
                                 bool has_several_titles);

/// Whether `block` holds contact details and nothing else.
[[nodiscard]] bool is_contact_block(const ast::Block& block);

}  // namespace cvtex::profile
