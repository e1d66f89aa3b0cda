// Properties of real output: every document of samples/ and, where they are at hand, of the
// shared seeds and corpus.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "base/diagnostic_print.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "export/visible_text.hpp"
#include "grammar/parse.hpp"
#include "profile/arrange.hpp"
#include "styles/apply.hpp"
#include "tests/cli/pdf_tools.hpp"
#include "tests/conformance/checker.hpp"
#include "tests/support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cvtex;
using test::have;
using test::PdfFile;

std::vector<fs::path> documents_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    if (!fs::is_directory(folder)) {
        WARN("skipped: no " << folder.string());
        return paths;
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

const fs::path kSamples = CVTEX_ROOT "/samples";
const fs::path kHard = CVTEX_ROOT "/tests/conformance/documents";
const fs::path kSeeds = CVTEX_ROOT "/../shared/seeds";
const fs::path kCorpus = CVTEX_ROOT "/../shared/corpus";

/// What people write.
std::vector<fs::path> real_documents() {
    std::vector<fs::path> all;
    for (const fs::path& folder : {kSamples, kSeeds, kCorpus}) {
        for (fs::path& path : documents_in(folder)) all.push_back(std::move(path));
    }
    return all;
}

/// And what is hard to tag and to copy.
std::vector<fs::path> all_documents() {
    std::vector<fs::path> all = real_documents();
    for (fs::path& path : documents_in(kHard)) all.push_back(std::move(path));
    return all;
}

/// One font library for all cases: that is how a batch runs.
fonts::FontLibrary& library() {
    static fonts::FontLibrary shared;
    return shared;
}

cli::Compiled compile(const fs::path& path, const cli::Options& options = {}) {
    return cli::compile(path.filename().string(), *cli::read_input(path.string()),
                        path.parent_path().string(), options, {library()});
}

/// As it is set when nothing is asked for: once for all cases.
const cli::Compiled& compiled_as_usual(const fs::path& path) {
    static std::map<fs::path, cli::Compiled> known;
    const auto found = known.find(path);
    return found != known.end() ? found->second
                                : known.emplace(path, compile(path)).first->second;
}

profile::Profile profile_of(const fs::path& path) {
    Sources sources;
    Diagnostics ignored;
    const FileId file = sources.add(Source::decode("", *cli::read_input(path.string())));
    ast::Document document =
        grammar::interpret_html(grammar::parse(sources, file, ignored), sources, ignored);
    profile::Profile profile = profile::make_profile(std::move(document), sources, {}, ignored);
    profile::arrange_entries(profile, {.heads = true});  // as the default style sets them
    return profile;
}

/// Text of each page in content order, without running page numbers ("2 / 9" alone on a line).
std::vector<std::string> extracted_pages(const PdfFile& pdf) {
    std::istringstream lines(pdf.run("pdftotext -raw -enc UTF-8", "-"));
    std::vector<std::string> pages(1);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('\f')) pages.emplace_back();
        std::erase(line, '\f');
        const bool page_number = line.find(" / ") != std::string::npos &&
                                 line.find_first_not_of("0123456789 /") == std::string::npos;
        if (!page_number) pages.back() += exporting::without_space(line);
    }
    return pages;
}

/// Reads the pages as their body text, in order, each with footnotes at its end, in order.
/// Returns where that fails, or nothing.
std::string misplaced_text(exporting::VisibleText expected,
                           const std::vector<std::string>& pages) {
    for (const std::string& page : pages) {
        const auto parted =
            std::mismatch(page.begin(), page.end(), expected.body.begin(), expected.body.end());
        auto body = static_cast<std::size_t>(parted.first - page.begin());
        // Body text that goes on like a note would be taken for one: less of it may be right.
        const auto is_note = [&](std::size_t from) {
            return expected.notes.compare(0, page.size() - from, page, from) == 0;
        };
        while (body > 0 && !is_note(body)) --body;
        if (!is_note(body)) {
            const std::string difference = exporting::text_difference(expected.body, page);
            return difference.empty()
                       ? "notes: " + exporting::text_difference(expected.notes, page)
                       : difference;
        }
        expected.body.erase(0, body);
        expected.notes.erase(0, page.size() - body);
    }
    return exporting::text_difference(expected.body + expected.notes, "");
}

/// pdffonts' columns "emb sub uni" of every font: the three words before the object's two
/// numbers.
std::vector<std::string> font_flags(const PdfFile& pdf) {
    std::istringstream lines(pdf.run("pdffonts"));
    std::vector<std::string> flags;
    std::string line;
    for (int header = 0; header < 2; ++header) std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream stream(line);
        const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
        if (words.size() < 5) continue;
        const auto emb = words.end() - 5;
        flags.push_back(emb[0] + " " + emb[1] + " " + emb[2]);
    }
    return flags;
}

}  // namespace

TEST_CASE("every document compiles, and its PDF satisfies qpdf and poppler", "[documents]") {
    if (!have("qpdf") || !have("pdffonts")) return;
    for (const fs::path& path : all_documents()) {
        INFO(path.string());
        const cli::Compiled& compiled = compiled_as_usual(path);
        for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
            if (diagnostic.severity == Severity::Error)
                FAIL_CHECK(format_human(diagnostic, compiled.sources, false));
        }
        REQUIRE(compiled.output.has_value());
        const PdfFile pdf(*compiled.output);
        CHECK(pdf.run("qpdf --check").find("No syntax or stream encoding errors found") !=
              std::string::npos);
        CHECK(pdf.run("pdfinfo").find("rror") == std::string::npos);
        for (const std::string& flags : font_flags(pdf)) CHECK(flags == "yes yes yes");
    }
}

TEST_CASE("every document keeps the standards it claims", "[documents]") {
    for (const fs::path& path : all_documents()) {
        INFO(path.string());
        const cli::Compiled& compiled = compiled_as_usual(path);
        if (!compiled.output) continue;
        const conformance::Report report = conformance::check(*compiled.output);
        CHECK(report.claimed.a2_level != 0);
        CHECK(report.claimed.ua1);
        CHECK(conformance::to_text(report.violations()) == "");
    }
}

TEST_CASE("hard documents keep the standards in every style", "[documents]") {
    for (const fs::path& path : documents_in(kHard)) {
        for (const std::string& style : styles::builtin_style_names()) {
            CAPTURE(path.string(), style);
            cli::Options options;
            options.style = style;
            const cli::Compiled compiled = compile(path, options);
            REQUIRE(compiled.output.has_value());
            const conformance::Report report = conformance::check(*compiled.output);
            CHECK(report.claimed.a2_level == 'A');
            CHECK(report.claimed.ua1);
            CHECK(conformance::to_text(report.findings) == "");
        }
    }
}

TEST_CASE("every document's PDF is read back as it was written", "[documents]") {
    cli::Options options;
    options.verify = true;
    for (const fs::path& path : all_documents()) {
        INFO(path.string());
        const cli::Compiled compiled = compile(path, options);
        if (compiled.environment_error) FAIL_CHECK(compiled.environment_error->message);
        CHECK(compiled.diagnostics.count("verify") == 0);
    }
}

TEST_CASE("the text of every document comes back whole and in order", "[documents]") {
    if (!have("pdftotext")) return;
    cli::Options options;  // running lines are no part of the text
    for (const char* place : {"left", "center", "right"})
        options.overrides.emplace_back("page.foot." + std::string(place), "");
    for (const fs::path& path : real_documents()) {
        const cli::Compiled compiled = compile(path, options);
        if (!compiled.output) continue;
        INFO(path.string());
        CHECK(misplaced_text(exporting::visible_text(profile_of(path)),
                             extracted_pages(PdfFile(*compiled.output))) == "");
    }
}

TEST_CASE("every link of every document is a link of its PDF", "[documents]") {
    if (!have("pdfinfo")) return;
    const std::set<std::string> schemes{"http:", "https:", "mailto:", "tel:"};
    for (const fs::path& path : real_documents()) {
        INFO(path.string());
        const cli::Compiled& compiled = compiled_as_usual(path);
        if (!compiled.output) continue;
        const std::string urls = PdfFile(*compiled.output).run("pdfinfo -url");
        for (const std::string& destination : exporting::link_destinations(profile_of(path))) {
            const bool is_web =
                schemes.contains(destination.substr(0, destination.find(':') + 1));
            const bool is_ascii = std::all_of(destination.begin(), destination.end(),
                                              [](char c) { return c > 0x20 && c < 0x7F; });
            if (!is_web || !is_ascii) continue;
            INFO(destination);
            CHECK(urls.find(" " + destination + "\n") != std::string::npos);
        }
    }
}

TEST_CASE("two compilations give the same bytes", "[documents]") {
    for (const fs::path& path : documents_in(kSamples)) {
        INFO(path.string());
        CHECK(compile(path).output == compiled_as_usual(path).output);
    }
}

TEST_CASE("every style sets every sample and has nothing of its own to complain of",
          "[documents]") {
    for (const fs::path& path : documents_in(kSamples)) {
        const std::size_t usual = compiled_as_usual(path).diagnostics.all().size();
        for (const std::string& style : styles::builtin_style_names()) {
            CAPTURE(path.string(), style);
            cli::Options options;
            options.style = style;
            const cli::Compiled compiled = compile(path, options);
            CHECK(compiled.output.has_value());
            CHECK(compiled.diagnostics.all().size() == usual);
        }
    }
}

TEST_CASE("the seeds show what they must", "[documents]") {
    const auto messages = [](const cli::Compiled& compiled) {
        std::string text;
        for (const Diagnostic& diagnostic : compiled.diagnostics.all())
            text += diagnostic.code + " ";
        return text;
    };
    if (documents_in(kSeeds).empty()) return;
    CHECK(messages(compiled_as_usual(kSeeds / "project-history.md")).find("kangxi-radical") !=
          std::string::npos);
    CHECK(messages(compiled_as_usual(kSeeds / "hugo-about.md")).find("remote-image") !=
          std::string::npos);
    CHECK(messages(compiled_as_usual(kSeeds / "go-engineer.md")).empty());
    // A speech for an interview, with a section that is called 离职.
    CHECK(messages(compiled_as_usual(kSeeds / "self-introduction.md")) ==
          "leak-notes leak-leaving ");
    CHECK(messages(compiled_as_usual(kSeeds / "five-year-report.md")).empty());
}
