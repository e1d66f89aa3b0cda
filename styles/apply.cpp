#include "styles/apply.hpp"

#include <algorithm>
#include <memory>

#include "base/unicode.hpp"
#include "profile/arrange.hpp"
#include "profile/section_kinds.hpp"
#include "styles/blocks.hpp"
#include "styles/contents.hpp"
#include "styles/contrast.hpp"
#include "styles/fit.hpp"
#include "styles/footnotes.hpp"
#include "styles/load.hpp"
#include "styles/schema.hpp"
#include "styles/sections.hpp"
#include "styles/settle.hpp"
#include "styles/title_block.hpp"

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

/// A running line names the person, whom the front matter may know by `name` or `author`.
std::string with_name(const Context& context, std::string text) {
    constexpr std::string_view kName = "{name}";
    const auto& name = context.profile.name;
    if (!name || context.profile.author) return text;
    for (std::size_t at = text.find(kName); at != std::string::npos;
         at = text.find(kName, at + name->text.size()))
        text.replace(at, kName.size(), name->text);
    return text;
}

RunningText make_running_text(Context& context, const RunningSheet& sheet, const Scope& body) {
    const Scope scope = dress(context, body, Element::PageText);
    RunningText text;
    text.left = with_name(context, sheet.left);
    text.center = with_name(context, sheet.center);
    text.right = with_name(context, sheet.right);
    text.style = intern(context, scope.text);
    text.paragraph = scope.paragraph;
    text.paragraph.indent = Pt{};
    text.first_page = sheet.first_page;
    text.only_when_several = sheet.only_when_several;
    return text;
}

/// The column beside the text takes this part of the page at most.
constexpr std::int64_t kLargestSide = 2;

std::optional<SideColumn> side_column(const Context& context, Pt size) {
    const SidebarSheet& sheet = context.sheet.sidebar;
    const Pt page = context.sheet.page.size.width;
    const Pt width = std::min(sheet.width.at(size), page / kLargestSide);
    if (width <= Pt{}) return std::nullopt;
    SideColumn side;
    side.width = width;
    side.padding = insets_of(sheet.padding, size);
    if (const auto& ground = context.sheet[Element::Sidebar].box.background)
        side.background = color_of(*ground);
    side.at_end = sheet.edge == SidebarEdge::End;
    return side;
}

/// What the header's lines are set in: the text's measure or the side column's.
Pt header_measure(const Context& context) {
    const PageStyle& page = context.out.page;
    if (page.side && context.sheet.sidebar.header)
        return page.side->width - page.side->padding.left - page.side->padding.right;
    return page.size.width - page.margin.left - page.margin.right;
}

/// A column that nothing stands in is left out.
void drop_empty_column(StyledDocument& document) {
    PageStyle& page = document.page;
    if (!page.side) return;
    if (std::any_of(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return block.box.beside; }))
        return;
    (page.side->at_end ? page.margin.right : page.margin.left) -= page.side->width;
    page.side.reset();
}

/// The style with what it says of the side column alone.
Sheet side_sheet(const Sheet& sheet) {
    Sheet side = sheet;
    // Each value was read once already, when it was kept.
    for (const SideKey& key : sheet.side_keys)
        static_cast<void>(set_key(side, key.path, key.value));
    return side;
}

constexpr Color kPaper{255, 255, 255};

/// Settles both sheets; what is wrong with both is said once.
void settle_all(Sheet& sheet, Sheet& side, Diagnostics& diagnostics) {
    settle(sheet, diagnostics);
    check_contrast(sheet, kPaper, diagnostics);
    Diagnostics of_side;
    settle(side, of_side);
    if (sheet.side_keys.empty()) return;
    const auto& background = sheet[Element::Sidebar].box.background;
    const std::optional<Color> ground = background ? color_of(*background) : std::nullopt;
    check_contrast(side, ground.value_or(kPaper), of_side);
    for (const Diagnostic& found : of_side.all()) {
        const bool said = std::any_of(
            diagnostics.all().begin(), diagnostics.all().end(), [&](const Diagnostic& other) {
                return other.code == found.code && other.message == found.message;
            });
        if (!said) diagnostics.add(found);
    }
}

void set_page(Context& context, const Scope& body) {
    const PageSheet& sheet = context.sheet.page;
    PageStyle& page = context.out.page;
    const Pt size = body.text.size;
    page.size = sheet.size;
    page.margin = insets_of(sheet.margin, size);
    page.side = side_column(context, size);
    if (page.side)
        (page.side->at_end ? page.margin.right : page.margin.left) += page.side->width;
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
    if (const auto level = profile::dressed_section_level(body))
        context.heading_shift = kSectionLevel - *level;
}

bool has_several_titles(const ast::Blocks& blocks) {
    return std::count_if(blocks.begin(), blocks.end(), [](const ast::Block& block) {
               const auto* heading = ast::get_if<ast::Heading>(&block.node);
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

/// The text below the header, its table of contents first.
void set_text(Context& context, SheetPair& sheets, std::span<const ast::Block> blocks,
              const Scope& body, Blocks& out) {
    plan_numbers(context, blocks);
    std::size_t front = 0;
    Blocks text;
    if (context.sheet.contents.depth > 0 && !blocks.empty() && is_written_contents(blocks[0]))
        front = 1;
    set_sections(context, sheets, blocks.subspan(front), text);
    Blocks contents = make_contents(context, body);
    // Too short for a table of contents: the author's stays.
    if (contents.empty() && front > 0)
        contents = set_blocks(context, blocks.first(front), body);
    std::move(contents.begin(), contents.end(), std::back_inserter(out));
    std::move(text.begin(), text.end(), std::back_inserter(out));
}

struct Sheets {
    Sheet main, side;
};

/// On the heap: sheets are tens of kilobytes, and nested documents are set above them on stacks
/// that may be small. Not inlined, or what is moved here would lie in the caller's frame.
[[gnu::noinline]] std::unique_ptr<Sheets> load_sheets(const profile::Profile& profile,
                                                      const StyleOptions& options,
                                                      const FileReader& read, Sources& sources,
                                                      Diagnostics& diagnostics) {
    auto sheets = std::make_unique<Sheets>();
    sheets->main = load_sheet(profile, options, read, sources, diagnostics);
    sheets->side = side_sheet(sheets->main);
    settle_all(sheets->main, sheets->side, diagnostics);
    return sheets;
}

}  // namespace

StyledDocument apply_style(profile::Profile& profile, const StyleOptions& options,
                           const FileReader& read, Sources& sources, Diagnostics& diagnostics) {
    const std::unique_ptr<Sheets> loaded =
        load_sheets(profile, options, read, sources, diagnostics);
    Sheet& sheet = loaded->main;
    Sheet& side = loaded->side;
    // Arranging forgets what it has arranged.
    std::vector<profile::Entry> entries = profile.recognized.entries;
    profile::arrange_entries(profile, {sheet.entry.recognize, sheet.entry.dates});

    StyledDocument document;
    Context context{profile, sheet, diagnostics, document, {}, false, 0, {}, {}, {}, {}};
    context.entries = std::move(entries);
    context.takes_remote_images = options.takes_remote_images;
    document.metadata = make_metadata(profile);
    const Scope body = body_scope(context);
    set_page(context, body);
    document.fit = resolve_fit(sheet, body);

    collect_footnotes(context.footnotes, profile.blocks);
    context.has_several_titles = has_several_titles(profile.blocks);
    std::span<const ast::Block> blocks(profile.blocks);
    SheetPair sheets{sheet, side};
    std::size_t used = 0;
    context.header_measure = header_measure(context);
    const auto add_header = [&] {
        used = set_header(context, blocks, text_scope(context), document.blocks);
    };
    if (document.page.side && sheet.sidebar.header)
        set_beside(context, sheets, document.blocks, add_header);
    else
        add_header();
    if (sheet.header.recognize) rank_headings(context, blocks.subspan(used));
    finish_title_block(context, body, document.blocks);
    set_text(context, sheets, blocks.subspan(used), body, document.blocks);
    set_footnotes(context, body);
    match_anchors(context);
    drop_empty_column(document);
    // Fitting may draw in the text's margins; the column keeps its width.
    if (const auto& beside = document.page.side)
        (beside->at_end ? document.fit.margin.right : document.fit.margin.left) +=
            beside->width;
    return document;
}

}  // namespace cvtex::styles
