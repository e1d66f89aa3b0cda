#include "tests/fuzz/targets.hpp"

#include <utility>

#include "export/export.hpp"
#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "profile/profile.hpp"
#include "styles/apply.hpp"

namespace cvtex::test {
namespace {

Result<std::string> no_files(const std::string& path) {
    return Error{"not read here: " + path, {}};
}

}  // namespace

void fuzz_document(std::string bytes) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("fuzz.md", std::move(bytes)));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    static_cast<void>(grammar::dump(document));
    static_cast<void>(exporting::to_html_fragment(document));
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    static_cast<void>(exporting::to_html_page(document, {}, {}));
    const profile::Profile profile =
        profile::make_profile(std::move(document), sources, {.lang = {}}, diagnostics);
    static_cast<void>(exporting::to_text(profile));
    static_cast<void>(styles::apply_style(profile, {}, no_files, sources, diagnostics));
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
