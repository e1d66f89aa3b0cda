#include "pdf/claims.hpp"

#include <map>

#include "pdf/structure_attributes.hpp"

namespace cvtex::pdf {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

/// One word of the list, put into `claims`.
bool read_standard(std::string_view word, Claims& claims) {
    static const std::map<std::string_view, char> kLevels = {
        {"a-2a", 'A'}, {"a-2u", 'U'}, {"a-2b", 'B'}};
    if (word == "ua-1") return claims.ua1 = true;
    const auto level = kLevels.find(word);
    if (level == kLevels.end() || claims.a2_level != 0) return false;
    claims.a2_level = level->second;
    return true;
}

void report(const WantedStandards& wanted, const std::string& standard,
            const std::vector<std::string>& obstacles, const std::string& instead,
            Diagnostics& diagnostics) {
    const std::string message = "the PDF does not keep " + standard + ": " + joined(obstacles);
    if (wanted.by_name) {
        diagnostics.error("pdf-standard", {}, message,
                          "change that, or leave the standard out of --pdf-standard");
    } else {
        diagnostics.warning("pdf-standard", {}, message,
                            "change that, or say --pdf-standard " + instead);
    }
}

}  // namespace

Result<Claims> parse_standards(std::string_view list) {
    if (list == "none") return Claims{};
    Claims claims;
    for (std::string_view rest = list;;) {
        const std::size_t comma = rest.find(',');
        if (!read_standard(rest.substr(0, comma), claims)) {
            return Error{"'" + std::string(list) + "' names no PDF standards",
                         "write 'none', or one of a-2a, a-2u, a-2b and ua-1, or both with a "
                         "comma: a-2a,ua-1"};
        }
        if (comma == rest.npos) return claims;
        rest.remove_prefix(comma + 1);
    }
}

Obstacles find_obstacles(const layout::LaidOut& laid_out, const styles::Metadata& metadata,
                         const PageFacts& facts) {
    Obstacles found;
    const auto note = [](std::vector<std::string>& list, bool holds, const char* obstacle) {
        if (!holds) list.emplace_back(obstacle);
    };
    const bool language = is_language_tag(metadata.lang);
    // ISO 14289-1: everything tagged or artifact (7.1), a title (7.1), a language (7.2),
    // sound nesting (7.2), links inside link elements (7.18.5).
    note(found.ua1, facts.tagged, "it has no structure");
    note(found.ua1, language, "its language is not known");
    note(found.ua1, !metadata.title.empty(), "it has no title");
    note(found.ua1, facts.all_links_tagged, "a link stands outside the text");
    note(found.ua1, nests_properly(laid_out.tags), "its lists or tables do not nest properly");
    // ISO 19005-2: no encryption (6.1.3); device colours need an output intent of their kind
    // (6.2.4.3); level A wants tags (6.7) and no private characters without a replacement text
    // (6.2.11.7.3).
    note(found.a2, !facts.encrypted, "it is encrypted");
    note(found.a2, !facts.cmyk, "it has CMYK colours, whose inks no output intent describes");
    note(found.a2_tags, facts.tagged, "it has no structure");
    note(found.a2_tags, language, "its language is not known");
    note(found.a2_tags, !facts.private_characters,
         "it has characters of a private use area, which mean nothing to others");
    return found;
}

Claims grant(const WantedStandards& wanted, const Obstacles& obstacles,
             Diagnostics& diagnostics) {
    Claims granted = wanted.claims;
    if (granted.a2_level != 0 && !obstacles.a2.empty()) granted.a2_level = 0;
    if (granted.a2_level == 'A' && !obstacles.a2_tags.empty()) granted.a2_level = 'U';
    if (!obstacles.ua1.empty()) granted.ua1 = false;
    if (granted == wanted.claims) return granted;

    std::string instead;
    if (granted.a2_level == 'U') instead = "a-2u";
    if (granted.a2_level == 'B') instead = "a-2b";
    if (granted.a2_level == 'A') instead = "a-2a";
    if (granted.ua1) instead += instead.empty() ? "ua-1" : ",ua-1";
    if (instead.empty()) instead = "none";
    if (granted.a2_level != wanted.claims.a2_level) {
        const bool none = granted.a2_level == 0;
        report(wanted,
               std::string("PDF/A-2") + static_cast<char>(wanted.claims.a2_level + 'a' - 'A'),
               none ? obstacles.a2 : obstacles.a2_tags, instead, diagnostics);
    }
    if (granted.ua1 != wanted.claims.ua1)
        report(wanted, "PDF/UA-1", obstacles.ua1, instead, diagnostics);
    return granted;
}

}  // namespace cvtex::pdf
