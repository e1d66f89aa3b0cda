#include "layout/prepare.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/overloaded.hpp"
#include "layout/walk.hpp"

namespace cvtex::layout {
namespace {

using literals::operator""_mm;
using literals::operator""_pt;

constexpr Size kA4{210_mm, 297_mm};
/// PDF's largest page side without UserUnit (ISO 32000-1 annex C.2).
constexpr Pt kMaxSide = 14400_pt;
/// Of the page and of what its margins leave: one character of the usual size.
constexpr Pt kLeastSide = 10_pt;
/// Margins that stand in for unusable ones, as a part of the page's shorter side.
constexpr std::int64_t kMarginDivisor = 10;
/// Body leading when the document has no paragraph at all.
constexpr Pt kDefaultSize = 10.5_pt;
constexpr Pt kDefaultLeading = 16_pt;

/// The Han em box reaches this far above the baseline (TYPOGRAPHY §11).
constexpr Em kAscent = Em::raw(Em::kOne * 88 / 100);

bool is_side(Pt side) {
    return side >= kLeastSide && side <= kMaxSide;
}

/// Whether two opposite margins leave room on a page side.
bool leave_room(Pt side, Pt first, Pt second) {
    return first >= Pt{} && second >= Pt{} && first <= side && second <= side &&
           side - first - second >= kLeastSide;
}

/// Marks every text style that inline content or running text uses.
std::vector<bool> used_styles(const Context& context) {
    const styles::StyledDocument& document = context.document;
    std::vector<bool> used(document.text_styles.size());
    walk_inlines(document, [&](const WalkedText& text) {
        for (const styles::InlineItem& item : text.items) {
            const auto* run = std::get_if<styles::TextRun>(&item);
            if (run) used[run->style.index()] = true;
        }
    });
    for (const styles::RunningText* running : {&document.page.head, &document.page.foot}) {
        if (!running->empty() && running->style.valid()) used[running->style.index()] = true;
    }
    // A document of pictures alone: their words take their place if they can't be read.
    if (std::find(used.begin(), used.end(), true) == used.end()) used.assign(used.size(), true);
    return used;
}

fonts::FontQuery make_query(const Context& context, const styles::TextStyle& style) {
    const styles::FontStack& stack = context.document[style.stack];
    return {stack.latin, stack.cjk, stack.fallback, style.weight, style.italic, style.lang};
}

/// Adds one warning when a list names families and has none of them.
void report_list(const Context& context, const std::vector<std::string>& families,
                 const std::vector<std::string>& missing,
                 std::set<std::vector<std::string>>& seen) {
    const bool none = std::all_of(families.begin(), families.end(), [&](const auto& family) {
        return std::find(missing.begin(), missing.end(), family) != missing.end();
    });
    if (families.empty() || !none || !seen.insert(families).second) return;
    std::string names;
    for (const std::string& family : families) {
        names += (names.empty() ? "“" : "”, “") + family;
    }
    context.diagnostics.warning(
        "missing-font", Span{}, "font " + names + "” was not found; another one is used",
        "install it, name its folder with --font-dir, or choose another");
}

}  // namespace

styles::PageStyle usable_page(const styles::PageStyle& style, Diagnostics& diagnostics) {
    styles::PageStyle page = style;
    if (!is_side(page.size.width) || !is_side(page.size.height)) {
        diagnostics.error("page-size", Span{},
                          "a page of " + format_short(page.size.width, 1) + " by " +
                              format_short(page.size.height, 1) +
                              " pt cannot be set; A4 is used",
                          "choose sides between 10 and 14400 pt");
        page.size = kA4;
    }
    Insets& margin = page.margin;
    const Pt fallback = std::min(page.size.width, page.size.height) / kMarginDivisor;
    if (!leave_room(page.size.width, margin.left, margin.right)) {
        diagnostics.error("page-margins", Span{},
                          "the left and right margins leave no room for text",
                          "make them smaller than the page");
        margin.left = margin.right = std::min(fallback, (page.size.width - kLeastSide) / 2);
    }
    if (!leave_room(page.size.height, margin.top, margin.bottom)) {
        diagnostics.error("page-margins", Span{},
                          "the top and bottom margins leave no room for text",
                          "make them smaller than the page");
        margin.top = margin.bottom = std::min(fallback, (page.size.height - kLeastSide) / 2);
    }
    return page;
}

Status select_fonts(Context& context) {
    const std::vector<bool> used = used_styles(context);
    context.selections.assign(used.size(), fonts::SelectionId{});
    fonts::SelectionId any;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        Result<fonts::SelectionId> selection =
            context.library.select(make_query(context, context.document.text_styles[i]));
        if (!selection) return selection.error();
        context.selections[i] = *selection;
        any = *selection;
    }
    for (fonts::SelectionId& selection : context.selections) {
        if (!selection.valid()) selection = any;
    }
    return Done{};
}

void report_missing_families(const Context& context) {
    const std::vector<bool> used = used_styles(context);
    std::set<std::vector<std::string>> seen;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        const styles::TextStyle& style = context.document.text_styles[i];
        const styles::FontStack& stack = context.document[style.stack];
        const std::vector<std::string> missing =
            context.library.missing_families(context.selections[i]);
        report_list(context, stack.latin, missing, seen);
        report_list(context, stack.cjk, missing, seen);
    }
}

void register_links(Context& context) {
    LaidOut& out = context.out;
    for (const styles::LinkTarget& link : context.document.links) {
        context.link_refs.push_back(LinkRef::at(out.links.size()));
        out.links.push_back({link.destination, link.title, {}, link.span});
        context.notes_of_links.push_back(link.note);
    }
    context.notes.notes.resize(context.document.notes.size());
    const auto add = [&](styles::LinkId link, const std::string& text) {
        if (!link.valid()) return;
        std::string& all = out.links[context.link_refs[link.index()].index()].text;
        const std::size_t begin = all.size();
        all += text;
        std::replace(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(), '\n', ' ');
    };
    walk_inlines(context.document, [&](const WalkedText& text) {
        for (const styles::InlineItem& item : text.items) {
            std::visit(overloaded{
                           [&](const styles::TextRun& run) { add(run.link, run.text); },
                           [](const styles::ForcedBreak&) {},
                           [&](const styles::InlineImage& image) {
                               add(image.link, image.alternative);
                           },
                           [](const styles::InlineIcon&) {},
                       },
                       item);
        }
    });
}

FlowSettings make_settings(const styles::StyledDocument& document,
                           const styles::PageStyle& page) {
    FlowSettings settings;
    settings.page_height = page.size.height - page.margin.top - page.margin.bottom;
    settings.text_measure = page.size.width - page.margin.left - page.margin.right;
    settings.page = page.size;
    settings.margin = page.margin;
    settings.widow_control = page.widow_control;
    settings.fallback.style.size = kDefaultSize;
    settings.fallback.style.leading = page.grid > Pt{} ? page.grid : kDefaultLeading;
    bool found = false;
    walk_inlines(document.blocks, [&](const WalkedText& text) {
        if (found || !text.paragraph || text.paragraph->style.preformatted) return;
        for (const styles::InlineItem& item : text.items) {
            const auto* run = std::get_if<styles::TextRun>(&item);
            if (!run || document[run->style].code) continue;
            settings.fallback.style = text.paragraph->style;
            found = text.paragraph->heading_level == 0;
            return;
        }
    });
    const styles::ParagraphStyle& body = settings.fallback.style;
    settings.leading = body.leading;
    settings.baseline = (body.leading - body.size) / 2 + kAscent.at(body.size);
    return settings;
}

}  // namespace cvtex::layout
