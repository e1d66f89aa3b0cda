#include "styles/fit.hpp"

#include <algorithm>
#include <cmath>

#include "styles/settle.hpp"

namespace cvtex::styles {
namespace {

constexpr int kOwn = 1000;

int per_mille(Pt part, Pt whole) {
    return static_cast<int>(
        part.scaled(kOwn, std::max<std::int64_t>(1, whole.units())).units());
}

FitRange around_own(int least, int most) {
    return {std::min(least, kOwn), std::max(most, kOwn)};
}

FitRange lengths_around(const std::optional<Range<Length>>& range, Pt size, Pt own,
                        Pt smallest) {
    if (!range) return {};
    return around_own(per_mille(std::max(range->least.at(size), smallest), own),
                      per_mille(range->most.at(size), own));
}

}  // namespace

PageFit resolve_fit(const Sheet& sheet, const Scope& body) {
    const FitSheet& written = sheet.fit;
    const Pt size = body.text.size;
    PageFit fit;
    if (written.pages.value_or(0) > 0) fit.pages = written.pages;
    if (written.spaces) {
        fit.spaces = around_own(static_cast<int>(std::lround(written.spaces->least * kOwn)),
                                static_cast<int>(std::lround(written.spaces->most * kOwn)));
    }
    fit.leading = lengths_around(written.leading, size, body.paragraph.leading, Pt{});
    fit.size = lengths_around(written.size, kRootSize, size, kSmallestFitted);
    fit.squeeze = written.squeeze;
    fit.gap = written.gap ? in_em(*written.gap, size) : body.paragraph.gap;
    fit.body = size;
    fit.margin = insets_of(written.margin.value_or(sheet.page.margin), size);
    return fit;
}

}  // namespace cvtex::styles
