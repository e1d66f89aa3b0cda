#include "layout/layout.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "layout/flow.hpp"
#include "layout/footnotes.hpp"
#include "layout/measure_pages.hpp"
#include "layout/pages.hpp"
#include "layout/prepare.hpp"
#include "layout/running_text.hpp"

namespace cvtex::layout {
namespace {

/// A last page with fewer lines is drawn in by tightening the whole document, if a little is
/// enough (TYPOGRAPHY §8: leading by 3 % at most).
constexpr int kShortLastLines = 3;
constexpr Tightness kTightnesses[] = {{1000, 900}, {990, 850}, {980, 800}, {970, 800}};
/// Where browsers take a link to `#` or `#top`.
constexpr std::string_view kTop = "top";

Tightness choose_tightness(const VerticalList& list, const Area& area) {
    const std::optional<Extent> natural = find_extent(list, area);
    if (!natural || natural->pages < 2 || natural->last_lines >= kShortLastLines) return {};
    for (const Tightness tightness : kTightnesses) {
        if (find_extent(list, area, tightness)->pages < natural->pages) return tightness;
    }
    return {};
}

VerticalList flow_document(Context& context, const FlowSettings& settings, Pt measure) {
    Tag root;
    root.role = Role::Document;
    context.out.tags.push_back(std::move(root));
    Flow flow(context, settings, measure, TagId::at(0));
    add_blocks(flow, context.document.blocks);
    clear_float(flow);
    set_other_notes(flow);
    return std::move(flow.list);
}

Sheets fill_sheets(Context& context, const FlowSettings& settings,
                   const styles::PageStyle& page, VerticalList list, bool draws_in) {
    const Area area{{page.margin.left, page.margin.top},
                    settings.page_height,
                    note_rules(context, settings.leading)};
    const Tightness tightness = draws_in ? choose_tightness(list, area) : Tightness{};
    Sheets sheets;
    paginate(std::move(list), area, {}, sheets, tightness);
    place_footnotes(context, area, settings.text_measure, sheets);
    return sheets;
}

void make_pages(Context& context, const styles::PageStyle& page, Sheets sheets) {
    const std::size_t count = std::max<std::size_t>(1, sheets.size());
    for (std::size_t i = 0; i < count; ++i) {
        context.out.pages.push_back({page.size, sheets.take(i)});
    }
    if (sheets.overflown()) {
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

}  // namespace

Result<LaidOut> lay_out(const styles::StyledDocument& document, fonts::FontLibrary& library,
                        const LayoutOptions& options, Diagnostics& diagnostics) {
    LaidOut out;
    out.print = document.page.print;
    ImageStore images(out, options);
    Context context{document, library, diagnostics, out, images, {}, {}};
    if (Status fonts = select_fonts(context); !fonts) return fonts.error();
    register_links(context);

    const styles::PageStyle page = usable_page(document.page, diagnostics);
    const FlowSettings settings = make_settings(document, page);
    make_pages(context, page,
               fill_sheets(context, settings, page,
                           flow_document(context, settings, settings.text_measure),
                           options.draws_in_last_page));

    check_links(context, settle_anchors(out));
    add_running_text(context, page);
    report_missing_families(context);
    return out;
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
    const Sheets sheets =
        fill_sheets(context, settings, page,
                    flow_document(context, settings, settings.text_measure), false);
    Paging paging;
    paging.height = settings.page_height;
    paging.leading = settings.leading;
    paging.overfull = lines.overfull();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, sheets.size()); ++i)
        paging.feet.push_back(sheets.foot(i));
    return paging;
}

}  // namespace cvtex::layout
