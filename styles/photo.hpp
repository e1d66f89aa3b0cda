#pragma once

#include "styles/context.hpp"

/// The person's photo, from the front matter.
namespace cvtex::styles {

/// The photo as a block of its own, framed and cropped as the style wants it; nothing when the
/// document has none or the style leaves it out. Where it stands is the caller's affair.
[[nodiscard]] std::optional<Block> photo_block(const Context& context);

/// Sets `header` with the photo at its right, in the middle of the taller of the two.
/// `centered`: an equal space at the left keeps its lines in the middle of the page.
void set_beside_photo(const Context& context, Container& header, Block photo, bool centered);

/// Sets `header` below the photo, which stands in its middle.
void set_below_photo(const Context& context, Container& header, Block photo);

/// What a photo beside the header takes from its measure.
[[nodiscard]] Pt photo_room(const Context& context, bool centered);

}  // namespace cvtex::styles
