#pragma once

#include "layout/frame.hpp"
#include "styles/styled.hpp"

namespace cvtex::pdf {

/// Standards the file says it keeps. Claimed only when everything they ask for is there.
struct Claims {
    bool ua1 = false;   ///< ISO 14289-1: PDF/UA-1
    char a2_level = 0;  ///< ISO 19005-2: 'A' or 'U'; 0 for no claim
    bool operator==(const Claims&) const = default;
};

/// What writing the pages has found out.
struct PageFacts {
    bool tagged = false;              ///< there is a structure tree
    bool all_links_tagged = true;     ///< every annotation belongs to a link element
    bool cmyk_images = false;         ///< colours that an sRGB output intent does not describe
    bool private_characters = false;  ///< text in the private use areas
};

/// The most that can be claimed for these pages.
[[nodiscard]] Claims possible_claims(const layout::LaidOut& laid_out,
                                     const styles::Metadata& metadata, const PageFacts& facts);

}  // namespace cvtex::pdf
