#include "styles/settle.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.hpp"

namespace cvtex::styles {
namespace {

/// Narrower text areas are mistakes: not one character would fit.
constexpr Pt kLeastMeasure = Pt::of(10);
constexpr Pt kDefaultMargin = Pt::of(20 * 72.0 / 25.4);

/// Follows a colour's name to the colour. Unknown names and circles become no colour.
void settle_color(ColorValue& color, const std::map<std::string, ColorValue>& colors,
                  Diagnostics& diagnostics) {
    std::size_t steps = 0;
    while (const auto* name = std::get_if<std::string>(&color.value)) {
        const auto found = colors.find(*name);
        if (found == colors.end()) {
            diagnostics.error("unknown-color", color.span,
                              "this style has no colour '" + *name + "'",
                              suggest(*name, names_of(colors), "write #rrggbb or one of: "));
            color.value = std::monostate{};
        } else if (++steps > colors.size()) {
            diagnostics.error("unknown-color", color.span,
                              "colour '" + *name + "' is defined by itself", {});
            color.value = std::monostate{};
        } else {
            // Messages about the colour point to where it was chosen.
            color.value = found->second.value;
            color.span = found->second.span;
        }
    }
}

void settle_colors(Sheet& sheet, Diagnostics& diagnostics) {
    const auto settle_one = [&](ColorValue& color) {
        settle_color(color, sheet.colors, diagnostics);
    };
    const auto settle_border = [&](std::optional<BorderValue>& border) {
        if (border) settle_one(border->color);
    };
    for (ElementSheet& element : sheet.elements) {
        for (auto* color :
             {&element.text.color, &element.text.background, &element.box.background})
            if (*color) settle_one(**color);
        for (auto* border : {&element.box.rule_above, &element.box.rule_right,
                             &element.box.rule_below, &element.box.rule_left})
            settle_border(*border);
    }
    settle_one(sheet.list.marker_color);
    settle_one(sheet.rule_stroke.color);
    settle_one(sheet.photo.border.color);
    settle_one(sheet.header.icon_color);
    settle_one(sheet.form.rule.color);
    settle_one(sheet.form.frame.color);
    settle_border(sheet.table.row_rule);
    settle_border(sheet.table.column_rule);
    settle_border(sheet.table.head_rule);
    if (sheet.table.head_background) settle_one(*sheet.table.head_background);
}

void settle_fonts(Sheet& sheet, Diagnostics& diagnostics) {
    for (ElementSheet& element : sheet.elements) {
        std::optional<FontRole>& role = element.text.font;
        if (!role || sheet.fonts.contains(role->name)) continue;
        diagnostics.error("unknown-font-role", role->span,
                          "this style has no font role '" + role->name + "'",
                          suggest(role->name, names_of(sheet.fonts)));
        role.reset();
    }
    // What all text falls back on; without a font there is no page to show the other errors of.
    std::optional<FontRole>& body = sheet[Element::Body].text.font;
    if (!body) body = FontRole{sheet.fonts.empty() ? "" : sheet.fonts.begin()->first, {}};
}

void settle_margins(Sheet& sheet, Diagnostics& diagnostics) {
    Sides& margin = sheet.page.margin;
    const Pt size = body_size(sheet);
    const auto check = [&](Pt side, Length& before, Length& after, const char* what) {
        const Pt left = side - before.at(size) - after.at(size);
        if (left >= kLeastMeasure) return;
        diagnostics.error(
            "bad-margins", sheet.page.margin_span,
            std::string("these margins leave no room for text across the page's ") + what,
            "at least 10 pt of the " + format_short(side, 1) + " pt must be left");
        before = after = Length{std::min(kDefaultMargin, side / 5), {}};
    };
    check(sheet.page.size.width, margin.left, margin.right, "width");
    check(sheet.page.size.height, margin.top, margin.bottom, "height");
}

}  // namespace

Pt body_size(const Sheet& sheet) {
    const auto& size = sheet[Element::Body].text.size;
    return size ? size->at(kRootSize) : kRootSize;
}

void settle(Sheet& sheet, Diagnostics& diagnostics) {
    settle_colors(sheet, diagnostics);
    settle_fonts(sheet, diagnostics);
    settle_margins(sheet, diagnostics);
}

}  // namespace cvtex::styles
