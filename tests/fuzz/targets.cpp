#include "tests/fuzz/targets.hpp"

#include <sstream>
#include <utility>

#include "export/export.hpp"
#include "grammar/contacts.hpp"
#include "grammar/dates.hpp"
#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "profile/arrange.hpp"
#include "profile/profile.hpp"
#include "styles/apply.hpp"

namespace cvtex::test {

void fuzz_document(std::string bytes) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("fuzz.md", std::move(bytes)));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    static_cast<void>(grammar::dump(document));
    static_cast<void>(exporting::to_html_fragment(document));
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    profile::Profile profile = profile::make_profile(
        std::move(document), sources, {.lang = {}, .timeline = true}, diagnostics);
    const auto unreadable = [](const std::string&) -> Result<std::string> {
        return Error{"no files here", {}};
    };
    profile::Profile set = profile;
    const styles::StyledDocument styled =
        styles::apply_style(set, {}, unreadable, sources, diagnostics);
    static_cast<void>(exporting::to_html_page(styled, unreadable, diagnostics));
    static_cast<void>(exporting::to_latex(styled));
    const std::string text = exporting::to_text(profile);
    static_cast<void>(exporting::to_json(profile));
    static_cast<void>(profile::dump(profile));
    profile::arrange_entries(profile, {.heads = true, .dates = profile::DateForm::MonthYear});
    static_cast<void>(grammar::find_dates(text));
    static_cast<void>(grammar::find_contacts(text));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        static_cast<void>(grammar::match_date(line));
    }
}

void fuzz_front_matter(char format, std::string_view body) {
    const std::string text(body);
    switch (static_cast<unsigned char>(format) % 3) {
        case 0:
            return fuzz_document("+++\n" + text + "\n+++\n\n正文\n");
        case 1:
            return fuzz_document("---\n" + text + "\n---\n\n正文\n");
        default:
            return fuzz_document("{\n" + text + "\n}\n\n正文\n");
    }
}

}  // namespace cvtex::test
