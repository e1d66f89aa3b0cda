// Run by growth.sh under callgrind, which counts the instructions of each stage: every hostile
// shape at two sizes goes through all that the program does before styles are needed. Each run
// is one dump of the counters, named by the shape and the size.

#include <valgrind/callgrind.h>

#include <cstdio>
#include <iterator>
#include <string>
#include <utility>

#include "export/export.hpp"
#include "grammar/contacts.hpp"
#include "grammar/dates.hpp"
#include "grammar/parse.hpp"
#include "profile/profile.hpp"
#include "tests/hostile/shapes.hpp"

using namespace cvtex;

namespace {

constexpr std::size_t kSmall = 100;
constexpr std::size_t kFactor = 10;
/// Looking for dates and contact details costs hundreds of instructions a byte, and they are
/// found in lines: a fifth of the document shows how that grows.
constexpr std::size_t kRecognizedShare = 5;

}  // namespace

// A stage is found in the counters by its name, so that it must stay a function of its own.
#define CVTEX_STAGE [[gnu::noinline, gnu::used]]

CVTEX_STAGE FileId stage_decode(Sources& sources, std::string markdown) {
    return sources.add(Source::decode("hostile.md", std::move(markdown)));
}

CVTEX_STAGE ast::Document stage_parse(const Sources& sources, FileId file,
                                      Diagnostics& diagnostics) {
    return grammar::parse(sources, file, diagnostics);
}

CVTEX_STAGE std::string stage_html(const ast::Document& document) {
    return exporting::to_html_fragment(document);
}

CVTEX_STAGE ast::Document stage_interpret(ast::Document document, const Sources& sources,
                                          Diagnostics& diagnostics) {
    return grammar::interpret_html(std::move(document), sources, diagnostics);
}

CVTEX_STAGE profile::Profile stage_profile(ast::Document document, const Sources& sources,
                                           Diagnostics& diagnostics) {
    return profile::make_profile(std::move(document), sources, {.lang = {}}, diagnostics);
}

CVTEX_STAGE std::string stage_text(const profile::Profile& profile) {
    return exporting::to_text(profile);
}

CVTEX_STAGE std::size_t stage_recognize(std::string_view text) {
    const bool dated = grammar::match_date(text).has_value();
    return grammar::find_dates(text).size() + grammar::find_contacts(text).size() + dated;
}

namespace {

/// Counts the stages over `markdown`, of which `line` is a shorter kind.
void measure(const std::string& name, std::string markdown, const std::string& line) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId recognized = sources.add(Source::decode("line", line));
    CALLGRIND_ZERO_STATS;
    const FileId file = stage_decode(sources, std::move(markdown));
    ast::Document document = stage_parse(sources, file, diagnostics);
    static_cast<void>(stage_html(document));
    document = stage_interpret(std::move(document), sources, diagnostics);
    const profile::Profile profile = stage_profile(std::move(document), sources, diagnostics);
    static_cast<void>(stage_text(profile));
    static_cast<void>(stage_recognize(sources[recognized].text()));
    CALLGRIND_DUMP_STATS_AT(name.c_str());
}

}  // namespace

namespace {

/// A shape at both sizes: runs that are named by `number`.
void measure_growth(const test::Shape& shape, std::size_t number, std::size_t small_size) {
    for (const auto& [size, times] :
         {std::pair("small ", std::size_t{1}), std::pair("large ", kFactor)}) {
        const std::size_t n = small_size * times;
        measure(size + std::to_string(number), shape.make(n), shape.make(n / kRecognizedShare));
    }
    std::printf("%zu %s\n", number, test::one_line(shape.name).c_str());
}

}  // namespace

/// Every shape; with a number and a size, that shape alone, from that size on.
int main(int argc, char** argv) {
    const std::vector<test::Shape> shapes = test::hostile_shapes();
    // Tables that are filled once are not the first shape's; what even these cost is no growth.
    const char* trivial[] = {"", "\n", "a\n"};
    for (const std::string text : trivial) measure("warm", text, text);
    for (std::size_t i = 0; i < std::size(trivial); ++i) {
        measure("trivial " + std::to_string(i), trivial[i], trivial[i]);
    }
    if (argc == 3) {
        const std::size_t number = std::stoul(argv[1]);
        measure_growth(shapes.at(number), number, std::stoul(argv[2]));
        return 0;
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) measure_growth(shapes[i], i, kSmall);
    return 0;
}
