#pragma once

#include "styles/context.hpp"

/// A form as Japanese employers ask for (履歴書): personal data in a grid with room for a
/// photo, then a line for each date of school and work.
namespace cvtex::styles {

/// What a form is filled with.
struct FormData {
    Container header;          ///< the name first
    std::size_t contacts = 0;  ///< its children from here on are contact details
    std::optional<Block> photo;
    Span span;
};

/// Sets the header and the entries that the profile recognised as a form; the text then begins
/// on a new page below a title of its own.
void set_form(Context& context, FormData data, Blocks& out);

}  // namespace cvtex::styles
