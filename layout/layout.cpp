#include "layout/layout.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "layout/flow.hpp"
#include "layout/footnotes.hpp"
#include "layout/measure_pages.hpp"
#include "layout/page_numbers.hpp"
#include "layout/pages.hpp"
#include "layout/prepare.hpp"
#include "layout/running_text.hpp"
#include "layout/side_column.hpp"

namespace cvtex::layout {
namespace {

/// A last page with fewer lines is drawn in by tightening the whole document, if a little is
/// enough (TYPOGRAPHY §8: leading by 3 % at most).
constexpr int kShortLastLines = 3;
constexpr Tightness kTightnesses[] = {{1000, 900}, {990, 850}, {980, 800}, {970, 800}};
/// Where browsers take a link to `#` or `#top`.
constexpr std::string_view kTop = "top";
/// Page numbers may move what they number, by a digit more: this often at most.
constexpr int kMostRuns = 4;

Tightness choose_tightness(const VerticalList& list, const Area& area) {
    const std::optional<Extent> natural = find_extent(list, area);
    if (!natural || natural->pages < 2 || natural->last_lines >= kShortLastLines) return {};
    for (const Tightness tightness : kTightnesses) {
        if (find_extent(list, area, tightness)->pages < natural->pages) return tightness;
    }
    return {};
}

/// What the document flows into: the pages' text areas, and the column beside them.
struct Flows {
    VerticalList main, side;
};

/// Blocks take their structure elements in the document's order, whichever column they stand
/// in: that is the reading order.
Flows flow_document(Context& context, const FlowSettings& settings,
                    const std::optional<SideArea>& side) {
    Tag root;
    root.role = Role::Document;
    context.out.tags.push_back(std::move(root));
    FlowSettings side_settings = settings;
    if (side) side_settings.page_height = side->area.height;
    Flow main(context, settings, settings.text_measure, TagId::at(0));
    Flow beside(context, side_settings, side ? side->measure : settings.text_measure,
                TagId::at(0));
    for (const styles::Block& block : context.document.blocks) {
        add_block(side && block.box.beside ? beside : main, block);
    }
    clear_float(beside);
    clear_float(main);
    set_other_notes(main);
    return {std::move(main.list), std::move(beside.list)};
}

/// The pages' items: what stands in the text areas, and in the column beside them.
struct FilledPages {
    Sheets main, side;

    [[nodiscard]] std::size_t size() const {
        return std::max({std::size_t{1}, main.size(), side.size()});
    }
};

FilledPages fill_pages(Context& context, const FlowSettings& settings,
                       const styles::PageStyle& page, const std::optional<SideArea>& side,
                       bool draws_in) {
    Flows flows = flow_document(context, settings, side);
    const Area area{{page.margin.left, page.margin.top},
                    settings.page_height,
                    note_rules(context, settings.leading)};
    const Tightness tightness = draws_in ? choose_tightness(flows.main, area) : Tightness{};
    FilledPages pages;
    if (side) {
        paginate(std::move(flows.side), side->area, {}, pages.side);
        // Notes stand below the main text, whichever column mentions them.
        for (std::size_t i = 0; i < pages.side.size(); ++i)
            pages.main.add_notes(i, pages.side.notes(i), pages.side.notes_height(i));
    }
    paginate(std::move(flows.main), area, {}, pages.main, tightness);
    place_footnotes(context, area, settings.text_measure, pages.main);
    return pages;
}

void make_pages(Context& context, const styles::PageStyle& page,
                const std::optional<SideArea>& side, FilledPages pages) {
    const std::size_t count = pages.size();
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<Placed> items = pages.main.take(i);
        if (side) items = with_side_column(*side, pages.side.take(i), std::move(items));
        context.out.pages.push_back({page.size, std::move(items)});
    }
    if (pages.main.overflown() || pages.side.overflown()) {
        context.diagnostics.error(
            "too-many-pages", Span{},
            "the document has more than " + std::to_string(kMaxPages) + " pages", "split it");
    }
}

/// Tells outline entries where they point and drops anchors without a name. Returns all names.
std::set<std::string> settle_anchors(LaidOut& out) {
    std::set<std::string> names;
    for (std::size_t p = 0; p < out.pages.size(); ++p) {
        for (const Placed& placed : out.pages[p].items) {
            const auto* anchor = std::get_if<AnchorItem>(&placed.item);
            if (!anchor) continue;
            if (!anchor->name.empty()) names.insert(anchor->name);
            if (!anchor->outline.valid()) continue;
            OutlineEntry& entry = out.outline[anchor->outline.index()];
            entry.page = static_cast<std::uint32_t>(p);
            entry.at = placed.at;
        }
        std::erase_if(out.pages[p].items, [](const Placed& placed) {
            const auto* anchor = std::get_if<AnchorItem>(&placed.item);
            return anchor && anchor->name.empty();
        });
    }
    return names;
}

/// Warns of links to places that do not exist. `#` and `#top` mean the first page's head.
void check_links(Context& context, std::set<std::string> names) {
    LaidOut& out = context.out;
    for (LinkDestination& link : out.links) {
        if (!link.destination.starts_with('#')) continue;
        std::string name = link.destination.substr(1);
        if (names.contains(name)) continue;
        if (name.empty() || name == kTop) {
            link.destination = "#" + std::string(kTop);
            if (!names.insert(std::string(kTop)).second) continue;
            auto& items = out.pages.front().items;
            items.insert(items.begin(), Placed{{}, TagId{}, AnchorItem{std::string(kTop), {}}});
            continue;
        }
        context.diagnostics.warning("dead-link", link.span,
                                    "nothing here is named “" + name + "”",
                                    "link to a heading's name in lower case, with hyphens");
    }
}

Result<LaidOut> lay_out_once(const styles::StyledDocument& document,
                             fonts::FontLibrary& library, const LayoutOptions& options,
                             Diagnostics& diagnostics) {
    LaidOut out;
    out.print = document.page.print;
    ImageStore images(out, options);
    Context context{document, library, diagnostics, out, images, {}, {}};
    if (Status fonts = select_fonts(context); !fonts) return fonts.error();
    register_links(context);

    const styles::PageStyle page = usable_page(document.page, diagnostics);
    const FlowSettings settings = make_settings(document, page);
    const std::optional<SideArea> side = find_side_area(page);
    make_pages(context, page, side,
               fill_pages(context, settings, page, side, options.draws_in_last_page));

    check_links(context, settle_anchors(out));
    add_running_text(context, page);
    report_missing_families(context);
    return out;
}

}  // namespace

Result<LaidOut> lay_out(const styles::StyledDocument& document, fonts::FontLibrary& library,
                        const LayoutOptions& options, Diagnostics& diagnostics) {
    if (!has_page_numbers(document))
        return lay_out_once(document, library, options, diagnostics);
    styles::StyledDocument numbered = document;
    for (int run = 1;; ++run) {
        Diagnostics own;
        Result<LaidOut> out = lay_out_once(numbered, library, options, own);
        const bool settled =
            !out || run == kMostRuns || !fill_page_numbers(numbered, find_anchor_pages(*out));
        if (!settled) continue;
        diagnostics.append(own);
        return out;
    }
}

Result<Paging> measure_pages(const styles::StyledDocument& document,
                             fonts::FontLibrary& library, const LayoutOptions& options,
                             LineCache& lines) {
    LaidOut out;
    Diagnostics unheard;
    ImageStore images(out, options);
    Context context{document, library, unheard, out, images, {}, {}};
    context.lines = &lines;
    if (Status fonts = select_fonts(context); !fonts) return fonts.error();
    register_links(context);
    const styles::PageStyle page = usable_page(document.page, unheard);
    const FlowSettings settings = make_settings(document, page);
    const std::optional<SideArea> side = find_side_area(page);
    const FilledPages pages = fill_pages(context, settings, page, side, false);
    Paging paging;
    paging.height = settings.page_height;
    paging.leading = settings.leading;
    paging.overfull = lines.overfull();
    for (std::size_t i = 0; i < pages.size(); ++i)
        paging.feet.push_back(i < pages.main.size() ? pages.main.foot(i) : pages.side.foot(i));
    return paging;
}

}  // namespace cvtex::layout
