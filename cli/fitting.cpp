#include "cli/fitting.hpp"

#include <algorithm>

#include "base/diagnostic_print.hpp"
#include "cli/advice_words.hpp"
#include "layout/advice.hpp"

namespace cvtex::cli {
namespace {

/// Paragraphs named beyond those whose lines are needed: a choice.
constexpr std::size_t kChoice = 5;
constexpr std::size_t kMostNamed = 40;
constexpr int kOwn = 1000;

std::string percent(int per_mille) {
    // Pt only lends its locale-free formatting here.
    return format_short(Pt::of(per_mille / 10.0), 1) + " %";
}

/// What was chosen, for `--timings` and `advise`: "spaces 82 %, leading 97 %".
std::string describe(const layout::Setting& setting) {
    std::string text;
    const auto add = [&](const std::string& part) {
        text += (text.empty() ? "" : ", ") + part;
    };
    if (setting.spaces != kOwn) add("spaces " + percent(setting.spaces));
    if (setting.leading != kOwn) add("leading " + percent(setting.leading));
    if (setting.squeeze != layout::Squeeze::None) {
        add(setting.squeeze == layout::Squeeze::Marks ? "marks squeezed"
                                                      : "marks and gaps squeezed");
    }
    if (setting.margin != 0) add("margins " + percent(setting.margin) + " of the way in");
    if (setting.size != kOwn) add("size " + percent(setting.size));
    return text.empty() ? "as the style has it" : text;
}

std::string count_pages(std::size_t pages) {
    return std::to_string(pages) + (pages == 1 ? " page" : " pages");
}

/// As many savings as help, the cheapest first.
void keep_useful(std::vector<layout::LineSaving>& savings, int lines_over) {
    const auto needed = static_cast<std::size_t>(std::max(0, lines_over));
    savings.resize(std::min({savings.size(), needed + kChoice, kMostNamed}));
}

Diagnostic cannot_fit(const layout::Fitting& fitting, std::size_t wanted, FileId file) {
    const bool too_long = fitting.pages > wanted;
    Diagnostic problem;
    problem.severity = Severity::Error;
    problem.code = "cannot-fit";
    problem.span = {file, 0, 0};
    problem.message = "the text takes " + count_pages(fitting.pages) + ", not " +
                      std::to_string(wanted) + ", even set as " +
                      (too_long ? "tightly" : "loosely") + " as the style allows";
    if (!too_long) {
        problem.hint = "ask for fewer pages, or write more";
        return problem;
    }
    problem.message += ": " + std::to_string(fitting.lines_over) +
                       (fitting.lines_over == 1 ? " line is" : " lines are") + " too many";
    problem.hint = "shorten it, or give more room in the style's [fit]";
    return problem;
}

}  // namespace

std::optional<Error> fit_to_pages(styles::StyledDocument& document, fonts::FontLibrary& library,
                                  const layout::LayoutOptions& options, FileId file,
                                  Compiled& compiled) {
    if (!document.fit.pages) return std::nullopt;
    const auto wanted = static_cast<std::size_t>(*document.fit.pages);
    const Result<layout::Fitting> fitting = layout::fit_pages(document, library, options);
    if (!fitting) return fitting.error();
    compiled.fitting = count_pages(fitting->pages) + ", " + describe(fitting->setting);
    if (fitting->fits) return std::nullopt;
    Diagnostic problem = cannot_fit(*fitting, wanted, file);
    if (fitting->pages > wanted) {
        auto savings = layout::find_savings(document, library, options, *fitting);
        if (!savings) return savings.error();
        keep_useful(*savings, fitting->lines_over);
        const AdviceWords words(document.metadata.lang);
        for (const layout::LineSaving& saving : *savings)
            problem.notes.push_back({saving.span, words.saving(saving.characters)});
    }
    compiled.diagnostics.add(std::move(problem));
    return std::nullopt;
}

Result<std::string> advise(styles::StyledDocument& document, fonts::FontLibrary& library,
                           const layout::LayoutOptions& options, FileId file,
                           const Sources& sources) {
    const std::optional<int> wanted = document.fit.pages;
    const Result<layout::Fitting> fitting =
        wanted ? layout::fit_pages(document, library, options)
               : layout::find_pages(document, library, options);
    if (!fitting) return fitting.error();
    const auto savings = layout::find_savings(document, library, options, *fitting);
    if (!savings) return savings.error();

    const AdviceWords words(document.metadata.lang);
    const std::string name = escape_for_terminal(sources[file].name());
    std::string text = name + ": ";
    if (!wanted) {
        text += words.pages(fitting->pages, fitting->lines_over);
    } else if (fitting->fits) {
        text += words.fits(fitting->pages) + " [" + describe(fitting->setting) + "]";
    } else if (fitting->pages < static_cast<std::size_t>(*wanted)) {
        text += words.too_short(static_cast<std::size_t>(*wanted));
    } else {
        text += words.too_long(static_cast<std::size_t>(*wanted), fitting->lines_over);
    }
    text += "\n" + name + ": " + words.total(savings->size()) + "\n";
    for (const layout::LineSaving& saving : *savings) {
        const Source& source = sources[saving.span.file];
        text += escape_for_terminal(source.name()) + ":" +
                std::to_string(source.line_column(saving.span.begin).line) + ": " +
                words.saving(saving.characters) +
                escape_for_terminal(words.last_line(saving.last_line)) + "\n";
    }
    return text;
}

}  // namespace cvtex::cli
