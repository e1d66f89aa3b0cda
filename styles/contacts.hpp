#pragma once

#include <span>
#include <string>

#include "styles/context.hpp"

/// Contact details in a document's header: lines, quotes and lists that the author wrote below
/// the name, and the keys of the front matter.
namespace cvtex::styles {

/// The blocks of contact details that the profile found (`profile::Header`), as blocks of the
/// header.
void add_contacts(Context& context, std::span<const ast::Block> blocks, const Scope& scope,
                  Blocks& out);

/// The contact details of the front matter, dressed as `element`.
void add_front_matter_contacts(Context& context, const Scope& scope, Element element,
                               Blocks& out);

/// One line of the header in the dress of `element`; line ends are kept.
void add_header_line(Context& context, const ast::Inlines& inlines, Span span,
                     const Scope& scope, Element element, Blocks& out);

/// What a contact detail links to: `mailto:…`, `tel:…`, `https://…`; empty for a city.
[[nodiscard]] std::string contact_destination(const profile::Contact& contact);

}  // namespace cvtex::styles
