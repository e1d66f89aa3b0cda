#include "profile/profile.hpp"

#include <set>
#include <utility>

#include "profile/checks.hpp"
#include "profile/date_checks.hpp"
#include "profile/headings.hpp"
#include "profile/language.hpp"
#include "profile/metadata.hpp"
#include "profile/personal_facts.hpp"
#include "profile/photo.hpp"
#include "profile/recognize.hpp"
#include "profile/redact.hpp"
#include "profile/repair.hpp"
#include "profile/sections.hpp"
#include "profile/select.hpp"
#include "profile/variables.hpp"

namespace cvtex::profile {
namespace {

/// Option, else front matter, else the text itself.
std::string choose_language(const Profile& profile, const ast::Mapping& front_matter,
                            const ProfileOptions& options, Diagnostics& diagnostics) {
    std::string headline = profile.name ? profile.name->text : "";
    if (profile.title) headline += profile.title->text;
    const std::string guess = guess_language(profile.blocks, headline);
    const auto& wished = profile.employer ? profile.employer->lang : std::nullopt;
    if (!options.lang.empty()) {
        if (const auto tag = normalize_language(options.lang, guess)) return *tag;
        diagnostics.warning("bad-language", {}, "\"" + options.lang + "\" is no language tag",
                            "write it as in zh-CN, zh-TW, ja or en");
    }
    if (const auto written = wished ? wished : read_language(front_matter)) {
        if (const auto tag = normalize_language(written->text, guess)) return *tag;
        diagnostics.warning("bad-language", written->span,
                            "\"" + written->text + "\" is no language tag",
                            "write it as in zh-CN, zh-TW, ja or en");
    }
    return guess;
}

/// What the document says of checks, whoever it is for.
CheckLevels check_levels_in(const ast::Mapping& front_matter, Diagnostics& diagnostics) {
    CheckLevels levels;
    for (const ast::Member& member : front_matter)
        if (member.key == "checks") levels = read_check_levels(member, diagnostics);
    return levels;
}

/// What the employer sees, in the employer's order; links to what is gone go with it.
ast::Blocks select_for(ast::Blocks blocks, const Employer* employer, Diagnostics& diagnostics) {
    if (employer != nullptr) check_conditions(*employer, blocks, diagnostics);
    std::set<std::string> gone = heading_ids(blocks);
    blocks = select_blocks(std::move(blocks), employer);
    if (employer != nullptr) arrange_sections(blocks, *employer, diagnostics);
    for (const std::string& id : heading_ids(blocks)) gone.erase(id);
    forget_headings(blocks, gone);
    return blocks;
}

}  // namespace

Profile make_profile(ast::Document document, const Sources& sources,
                     const ProfileOptions& options, Diagnostics& diagnostics) {
    report_decoding(sources, document.file, diagnostics);
    Profile profile;
    profile.file = document.file;
    profile.employer = options.employer;
    const Employer* employer = profile.employer ? &*profile.employer : nullptr;
    const ast::Mapping& front_matter = document.front_matter.values;
    set_check_levels(check_levels_in(front_matter, diagnostics), employer, diagnostics);
    profile.blocks = select_for(std::move(document.blocks), employer, diagnostics);

    TextRepair repair;
    read_metadata(front_matter, repair, profile, diagnostics);
    repair.repair(profile.blocks);
    repair.report(diagnostics);
    const bool has_variables =
        employer != nullptr || ast::find(front_matter, "vars") != nullptr;
    fill_placeholders(profile, variables_of(profile, front_matter, employer), has_variables,
                      diagnostics);
    if (employer != nullptr && employer->headline) profile.headline = employer->headline;
    if (employer != nullptr) redact(profile, employer->redact);

    const HeadingFacts headings = read_headings(profile.blocks);
    profile.header_from_front_matter = !headings.has_level_1 && (profile.name || profile.title);
    profile.lang = choose_language(profile, front_matter, options, diagnostics);
    if (!profile.name) profile.name = headings.name;
    if (!profile.title) profile.title = profile.name ? profile.name : headings.first;
    // A title alone is no name: what stands below it is text.
    if (!profile.header_from_front_matter || profile.name)
        profile.header = find_header(profile.blocks, profile.header_from_front_matter,
                                     headings.has_several_titles);
    const bool has_header = profile.header_from_front_matter
                                ? profile.name.has_value()
                                : profile.header.contacts_end > profile.header.contacts_begin;
    profile.recognized = recognize(profile.blocks, profile.header.contacts_end, has_header);
    find_personal_facts(profile);
    check_dates(profile, options.timeline, diagnostics);
    describe_photo(profile);
    check_leaks(profile, employer, options.other_employers, diagnostics);
    return profile;
}

}  // namespace cvtex::profile
