#include "pdf/claims.hpp"

#include "pdf/structure_attributes.hpp"

namespace cvtex::pdf {

Claims possible_claims(const layout::LaidOut& laid_out, const styles::Metadata& metadata,
                       const PageFacts& facts) {
    Claims claims;
    const bool language = is_language_tag(metadata.lang);
    // ISO 14289-1: everything tagged or artifact (7.1), a title (7.1), a language (7.2),
    // sound nesting (7.2), links inside link elements (7.18.5).
    claims.ua1 = facts.tagged && language && !metadata.title.empty() &&
                 facts.all_links_tagged && nests_properly(laid_out.tags);
    // ISO 19005-2: device colours need an output intent of their kind (6.2.4.3); level A wants
    // tags (6.7) and no private characters without a replacement text (6.2.11.7.3).
    if (!facts.cmyk_images) {
        const bool level_a = facts.tagged && language && !facts.private_characters;
        claims.a2_level = level_a ? 'A' : 'U';
    }
    return claims;
}

}  // namespace cvtex::pdf
