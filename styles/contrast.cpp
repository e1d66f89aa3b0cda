#include "styles/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "styles/context.hpp"
#include "styles/names.hpp"

namespace cvtex::styles {
namespace {

/// WCAG 2.1 §1.4.3, level AA.
constexpr double kLeastContrast = 4.5;

/// The part of light that a channel of sRGB gives (IEC 61966-2-1).
double linear(std::uint8_t channel) {
    const double part = channel / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) +
           0.0722 * linear(color.blue);
}

/// `color` moved towards black or white until it can be read on `ground`.
Color legible(Color color, Color ground) {
    const std::uint8_t end = luminance(ground) > 0.18 ? 0 : 255;
    constexpr int kSteps = 64;
    for (int step = 1; step < kSteps; ++step) {
        const auto move = [&](std::uint8_t channel) {
            return static_cast<std::uint8_t>(channel + (end - channel) * step / kSteps);
        };
        const Color moved{move(color.red), move(color.green), move(color.blue)};
        if (contrast_of(moved, ground) >= kLeastContrast) return moved;
    }
    return {end, end, end};
}

/// What is inside the header stands on its ground.
constexpr std::array kInHeader{Element::HeaderName, Element::HeaderHeadline,
                               Element::HeaderContacts, Element::HeaderByline,
                               Element::HeaderAbstract};

std::optional<Color> own_ground(const ElementSheet& element) {
    if (element.text.background)
        if (const auto color = color_of(*element.text.background)) return color;
    if (!element.box.background) return std::nullopt;
    return color_of(*element.box.background);
}

Color ground_of(const Sheet& sheet, Element element, Color ground) {
    if (const auto own = own_ground(sheet[element])) return *own;
    const bool in_header =
        std::find(kInHeader.begin(), kInHeader.end(), element) != kInHeader.end();
    const auto& header = sheet[Element::Header].box.background;
    if (in_header && header)
        if (const auto color = color_of(*header)) return *color;
    if (element == Element::TableHead && sheet.table.head_background)
        if (const auto color = color_of(*sheet.table.head_background)) return *color;
    return ground;
}

}  // namespace

double contrast_of(Color a, Color b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

void check_contrast(const Sheet& sheet, Color ground, Diagnostics& diagnostics) {
    std::set<std::pair<std::string, std::string>> said;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        const auto element = static_cast<Element>(i);
        const auto& value = sheet[element].text.color;
        if (element == Element::HeaderSeparator || !value) continue;
        const auto color = color_of(*value);
        if (!color) continue;
        const Color behind = ground_of(sheet, element, ground);
        const double contrast = contrast_of(*color, behind);
        if (contrast >= kLeastContrast) continue;
        if (!said.emplace(hex(*color), hex(behind)).second) continue;
        // Tenths, rounded down: what is too little never reads 4.5.
        const auto tenths = static_cast<int>(contrast * 10);
        diagnostics.warning("low-contrast", value->span,
                            "text in " + hex(*color) + " on " + hex(behind) +
                                " has a contrast of " + std::to_string(tenths / 10) + "." +
                                std::to_string(tenths % 10) + ":1, less than 4.5:1",
                            "readable is " + hex(legible(*color, behind)));
    }
}

}  // namespace cvtex::styles
