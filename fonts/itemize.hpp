#pragma once

#include <vector>

#include "fonts/selection.hpp"
#include "fonts/shaper.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// The face that sets Han or Latin text of the selection; invalid when there is none.
[[nodiscard]] FontId primary_face(Selection& selection, bool han, FontFinder& finder,
                                  const FaceStore& faces);

/// Splits the request's range by face and script: each grapheme cluster takes the first face of
/// the selection that covers it whole. `primary` stands in where nothing has a character.
[[nodiscard]] std::vector<Segment> itemize(const ShapeRequest& request, FontId primary,
                                           Selection& selection, FontFinder& finder,
                                           const FaceStore& faces);

}  // namespace cvtex::fonts
