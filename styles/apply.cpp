#include "styles/apply.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "profile/arrange.hpp"
#include "profile/sections.hpp"
#include "styles/blocks.hpp"
#include "styles/fit.hpp"
#include "styles/footnotes.hpp"
#include "styles/load.hpp"
#include "styles/settle.hpp"

namespace cvtex::styles {
namespace {

/// The dress of sections.
constexpr int kSectionLevel = 2;

std::string text_of_field(const std::optional<profile::Field>& field) {
    return field ? field->text : std::string();
}

Metadata make_metadata(const profile::Profile& profile) {
    Metadata metadata;
    metadata.title = text_of_field(profile.title);
    metadata.author = text_of_field(profile.author);
    metadata.subject = text_of_field(profile.description);
    metadata.date = text_of_field(profile.date);
    metadata.lang = profile.lang;
    for (const profile::Field& keyword : profile.keywords)
        metadata.keywords.push_back(keyword.text);
    return metadata;
}

RunningText make_running_text(Context& context, const RunningSheet& sheet, const Scope& body) {
    const Scope scope = dress(context, body, Element::PageText);
    RunningText text;
    text.left = sheet.left;
    text.center = sheet.center;
    text.right = sheet.right;
    text.style = intern(context, scope.text);
    text.paragraph = scope.paragraph;
    text.paragraph.indent = Pt{};
    text.first_page = sheet.first_page;
    text.only_when_several = sheet.only_when_several;
    return text;
}

void set_page(Context& context, const Scope& body) {
    const PageSheet& sheet = context.sheet.page;
    PageStyle& page = context.out.page;
    const Pt size = body.text.size;
    page.size = sheet.size;
    page.margin = insets_of(sheet.margin, size);
    page.head = make_running_text(context, sheet.head, body);
    page.foot = make_running_text(context, sheet.foot, body);
    page.head_distance = sheet.head.distance.at(size);
    page.foot_distance = sheet.foot.distance.at(size);
    if (sheet.grid) page.grid = body.paragraph.leading;
    page.widow_control = sheet.widow_control;
    const PrintSheet& print = context.sheet.print;
    page.print = {print.bleed.at(size), print.marks, print.color};
}

/// Finds what the levels of the headings mean: see `Context::heading_shift`.
void rank_headings(Context& context, std::span<const ast::Block> body) {
    if (const auto level = profile::section_level(body))
        context.heading_shift = kSectionLevel - *level;
}

bool has_several_titles(const ast::Blocks& blocks) {
    return std::count_if(blocks.begin(), blocks.end(), [](const ast::Block& block) {
               const auto* heading = std::get_if<ast::Heading>(&block.node);
               return heading && heading->level == 1;
           }) > 1;
}

/// Links to headings are found in any case, as on GitHub.
void match_anchors(Context& context) {
    for (LinkTarget& link : context.out.links) {
        if (!link.destination.starts_with('#')) continue;
        const std::string name = link.destination.substr(1);
        std::string lower = unicode::to_lower(name);
        if (!context.anchors.contains(name) && context.anchors.contains(lower))
            link.destination = "#" + std::move(lower);
    }
}

}  // namespace

StyledDocument apply_style(profile::Profile& profile, const StyleOptions& options,
                           const FileReader& read, Sources& sources, Diagnostics& diagnostics) {
    Sheet sheet = load_sheet(profile, options, read, sources, diagnostics);
    settle(sheet, diagnostics);
    profile::arrange_entries(profile, {sheet.entry.recognize, sheet.entry.dates});

    StyledDocument document;
    Context context{profile, sheet, diagnostics, document, {}, false, 0, {}, {}, {}, {}};
    document.metadata = make_metadata(profile);
    const Scope body = body_scope(context);
    set_page(context, body);
    document.fit = resolve_fit(sheet, body);

    collect_footnotes(context.footnotes, profile.blocks);
    context.has_several_titles = has_several_titles(profile.blocks);
    const std::span<const ast::Block> blocks(profile.blocks);
    const Insets& margin = document.page.margin;
    context.header_measure = document.page.size.width - margin.left - margin.right;
    const std::size_t used = set_header(context, blocks, body, document.blocks);
    if (sheet.header.recognize) rank_headings(context, blocks.subspan(used));
    Blocks rest = set_blocks(context, blocks.subspan(used), body);
    std::move(rest.begin(), rest.end(), std::back_inserter(document.blocks));
    set_footnotes(context, body);
    match_anchors(context);
    return document;
}

}  // namespace cvtex::styles
