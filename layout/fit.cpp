#include "layout/fit.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "layout/measure_pages.hpp"

// The settings lie on one path from loose to tight, made of a stage for each thing that gives
// room, so that a few bisections find the first that fits. Most trials change leading and
// spaces only: their lines are known, and a trial costs little more than choosing pages.

namespace cvtex::layout {
namespace {

enum class Stage { Spaces, Leading, Squeeze, Margin, Size };
/// In the order of giving.
constexpr std::array kTightening = {Stage::Spaces, Stage::Leading, Stage::Squeeze,
                                    Stage::Margin, Stage::Size};
constexpr std::array kLoosening = {Stage::Spaces, Stage::Leading, Stage::Size};
constexpr int kOwn = 1000;

/// Of each stage: fine enough that no step is seen, and the fewer the more a trial costs.
constexpr int steps_of(Stage stage) {
    switch (stage) {
        case Stage::Spaces:
        case Stage::Leading:
            return 64;
        case Stage::Squeeze:
            return 2;
        case Stage::Margin:
        case Stage::Size:
            return 8;
    }
    return 1;
}

/// A document whose pages are filled to this part stays as it is; from there to the second
/// part it is loosened more and more, and beyond that to the foot of its last page.
constexpr double kCalm = 0.6;
constexpr double kFilled = 0.8;

int between(int from, int to, int step, int steps) {
    return from + (to - from) * step / steps;
}

/// `setting` with one thing moved `step` steps from the style's own value to its limit.
Setting moved(Setting setting, Stage stage, const styles::PageFit& fit, bool tighter,
              int step) {
    const int steps = steps_of(stage);
    const auto to_limit = [&](const styles::FitRange& range) {
        return between(kOwn, tighter ? range.least : range.most, step, steps);
    };
    switch (stage) {
        case Stage::Spaces:
            setting.spaces = to_limit(fit.spaces);
            break;
        case Stage::Leading:
            setting.leading = to_limit(fit.leading);
            break;
        case Stage::Squeeze:
            if (fit.squeeze && step > 0)
                setting.squeeze = step < steps ? Squeeze::Marks : Squeeze::Gaps;
            break;
        case Stage::Margin:
            setting.margin = between(0, kOwn, step, steps);
            break;
        case Stage::Size:
            setting.size = to_limit(fit.size);
            break;
    }
    return setting;
}

/// The pages wanted, and how a setting meets them.
class Search {
public:
    Search(styles::StyledDocument& document, fonts::FontLibrary& library,
           const LayoutOptions& options)
        : own_(document),
          document_(document),
          library_(library),
          options_(options),
          wanted_(static_cast<std::size_t>(*document.fit.pages)),
          lines_(document) {}

    Result<Fitting> run() {
        natural_ = pages_of({});
        if (error_) return *error_;
        const Setting found = natural_.feet.size() > wanted_ ? tighten() : loosen();
        const Paging paging = pages_of(found);
        if (error_) return *error_;
        Fitting fitting;
        fitting.setting = found;
        fitting.pages = paging.feet.size();
        fitting.fits = fitting.pages == wanted_;
        fitting.lines_over = lines_over(paging, wanted_);
        fitting.uses = lines_.uses();
        return fitting;
    }

    static int lines_over(const Paging& paging, std::size_t wanted) {
        Pt over;
        for (std::size_t i = wanted; i < paging.feet.size(); ++i) over += paging.feet[i];
        if (over <= Pt{} || paging.leading <= Pt{}) return 0;
        return static_cast<int>((over.units() + paging.leading.units() - 1) /
                                paging.leading.units());
    }

private:
    /// The pages under `setting`, in which the document is left.
    Paging pages_of(const Setting& setting) {
        apply_setting(setting, own_, document_);
        lines_.enter(setting);
        Result<Paging> paging = measure_pages(document_, library_, options_, lines_);
        if (paging) return std::move(paging).value();
        error_ = paging.error();
        return {std::vector<Pt>(1), {}, {}, 0};
    }

    [[nodiscard]] bool is_short_enough(const Setting& setting) {
        return pages_of(setting).feet.size() <= wanted_;
    }

    /// The first of `most` steps for which `holds` does; it holds for the last.
    template <class Holds>
    static int first_step(int most, Holds holds) {
        int fails = -1;
        while (most - fails > 1) {
            const int middle = fails + (most - fails) / 2;
            (holds(middle) ? most : fails) = middle;
        }
        return most;
    }

    /// The setting in which all stages up to the one at `index` have given all they can.
    [[nodiscard]] Setting tightest(std::size_t index) const {
        Setting setting;
        for (std::size_t i = 0; i < index; ++i) {
            setting = moved(setting, kTightening[i], own_.fit, true, steps_of(kTightening[i]));
        }
        return setting;
    }

    Setting tighten() {
        constexpr auto kAll = static_cast<int>(kTightening.size());
        // Stages, then steps of the one that is enough: few trials set lines anew.
        const int enough = first_step(kAll + 1, [&](int stages) {
            return stages > 0 && is_short_enough(tightest(static_cast<std::size_t>(stages)));
        });
        if (enough > kAll) return tightest(kTightening.size());
        const Setting before = tightest(static_cast<std::size_t>(enough) - 1);
        const Stage stage = kTightening[static_cast<std::size_t>(enough) - 1];
        const int step = first_step(steps_of(stage), [&](int s) {
            return s > 0 && is_short_enough(moved(before, stage, own_.fit, true, s));
        });
        return relaxed(moved(before, stage, own_.fit, true, step));
    }

    /// What lines give comes in large pieces: leading and spaces get back what is over.
    Setting relaxed(const Setting& setting) {
        constexpr int kSpaces = steps_of(Stage::Spaces);
        const auto at = [&](int step) {
            Setting looser = setting;
            const int spaces = std::min(step, kSpaces);
            looser.spaces = std::max(setting.spaces,
                                     moved({}, Stage::Spaces, own_.fit, true, spaces).spaces);
            looser.leading =
                std::max(setting.leading,
                         moved({}, Stage::Leading, own_.fit, true, step - spaces).leading);
            return looser;
        };
        return at(first_step(kSpaces + steps_of(Stage::Leading),
                             [&](int s) { return is_short_enough(at(s)); }));
    }

    /// The part of all wanted pages that is filled.
    [[nodiscard]] double filled(const Paging& paging) const {
        const double last =
            static_cast<double>(paging.feet.back().units()) /
            static_cast<double>(std::max<std::int64_t>(1, paging.height.units()));
        return (static_cast<double>(paging.feet.size()) - 1 + last) /
               static_cast<double>(wanted_);
    }

    /// How far a document that fills `part` of its pages is to be loosened.
    static double goal_of(double part) {
        const double share = std::clamp((part - kCalm) / (kFilled - kCalm), 0.0, 1.0);
        return part + (1 - part) * share;
    }

    Setting loosen() {
        const double part = filled(natural_);
        const bool too_few = natural_.feet.size() < wanted_;
        const double goal = too_few ? 1 : goal_of(part);
        Setting setting;
        if (!too_few && part < kCalm) return setting;
        for (const Stage stage : kLoosening) {
            const int steps = steps_of(stage);
            const Setting loosest = moved(setting, stage, own_.fit, false, steps);
            if (is_within(loosest, goal)) {
                setting = loosest;
                continue;
            }
            // Steps too far: the one before the first is the loosest that will do.
            const int too_far = first_step(steps, [&](int s) {
                return s > 0 && !is_within(moved(setting, stage, own_.fit, false, s), goal);
            });
            setting = moved(setting, stage, own_.fit, false, too_far - 1);
            break;
        }
        return setting;
    }

    [[nodiscard]] bool is_within(const Setting& setting, double goal) {
        const Paging paging = pages_of(setting);
        return paging.feet.size() <= wanted_ && paging.overfull <= natural_.overfull &&
               filled(paging) <= goal;
    }

    const styles::StyledDocument own_;
    styles::StyledDocument& document_;
    fonts::FontLibrary& library_;
    const LayoutOptions& options_;
    std::size_t wanted_;
    LineCache lines_;
    Paging natural_;
    std::optional<Error> error_;
};

/// Reads each image once for all trials.
ImageReader remember(const ImageReader& read,
                     std::map<std::string, Result<std::string>>& known) {
    return [&](const std::string& path) -> Result<std::string> {
        const auto at = known.find(path);
        if (at != known.end()) return at->second;
        return known.emplace(path, read(path)).first->second;
    };
}

}  // namespace

Result<Fitting> fit_pages(styles::StyledDocument& document, fonts::FontLibrary& library,
                          const LayoutOptions& options) {
    std::map<std::string, Result<std::string>> images;
    LayoutOptions trial = options;
    trial.read_image = remember(options.read_image, images);
    return Search(document, library, trial).run();
}

Result<Fitting> find_pages(const styles::StyledDocument& document, fonts::FontLibrary& library,
                           const LayoutOptions& options) {
    LineCache lines(document);
    const Result<Paging> paging = measure_pages(document, library, options, lines);
    if (!paging) return paging.error();
    Fitting fitting;
    fitting.pages = paging->feet.size();
    fitting.fits = true;
    fitting.lines_over = fitting.pages > 1 ? Search::lines_over(*paging, fitting.pages - 1) : 0;
    fitting.uses = lines.uses();
    return fitting;
}

}  // namespace cvtex::layout
