#include "profile/profile.hpp"

#include <utility>

#include "profile/headings.hpp"
#include "profile/language.hpp"
#include "profile/metadata.hpp"
#include "profile/repair.hpp"
#include "profile/select.hpp"

namespace cvtex::profile {
namespace {

/// Option, else front matter, else the text itself.
std::string choose_language(const Profile& profile, const ast::Mapping& front_matter,
                            const ProfileOptions& options, Diagnostics& diagnostics) {
    std::string headline = profile.name ? profile.name->text : "";
    if (profile.title) headline += profile.title->text;
    const std::string guess = guess_language(profile.blocks, headline);
    if (!options.lang.empty()) {
        if (const auto tag = normalize_language(options.lang, guess)) return *tag;
        diagnostics.warning("bad-language", {}, "\"" + options.lang + "\" is no language tag",
                            "write it as in zh-CN, zh-TW, ja or en");
    }
    if (const auto written = read_language(front_matter)) {
        if (const auto tag = normalize_language(written->text, guess)) return *tag;
        diagnostics.warning("bad-language", written->span,
                            "\"" + written->text + "\" is no language tag",
                            "write it as in zh-CN, zh-TW, ja or en");
    }
    return guess;
}

}  // namespace

Profile make_profile(ast::Document document, const Sources& sources,
                     const ProfileOptions& options, Diagnostics& diagnostics) {
    report_decoding(sources, document.file, diagnostics);
    Profile profile;
    profile.file = document.file;
    profile.blocks = select_blocks(std::move(document.blocks));

    TextRepair repair;
    read_metadata(document.front_matter.values, repair, profile, diagnostics);
    repair.repair(profile.blocks);
    repair.report(diagnostics);

    const HeadingFacts headings = read_headings(profile.blocks);
    profile.header_from_front_matter = !headings.has_level_1 && (profile.name || profile.title);
    profile.lang = choose_language(profile, document.front_matter.values, options, diagnostics);
    if (!profile.name) profile.name = headings.name;
    if (!profile.title) profile.title = profile.name ? profile.name : headings.first;
    return profile;
}

}  // namespace cvtex::profile
