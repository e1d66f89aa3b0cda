// Google Benchmark of each stage on one document. Run by bench/run.sh; CVTEX_BENCH_DOCUMENT
// names another document. Fonts are warm: the whole process, cold fonts included, is what
// run.sh measures with hyperfine.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "cli/files.hpp"
#include "export/export.hpp"
#include "grammar/parse.hpp"
#include "layout/layout.hpp"
#include "pdf/drawn_fonts.hpp"
#include "pdf/pdf.hpp"
#include "pdf/subset_fonts.hpp"
#include "profile/profile.hpp"
#include "styles/apply.hpp"

namespace {

using namespace cvtex;

/// The document and everything the stages before the measured one make of it.
struct Bench {
    std::string bytes;
    Sources sources;
    FileId file;
    Diagnostics diagnostics;
    fonts::FontLibrary library;

    Bench() {
        const char* path = std::getenv("CVTEX_BENCH_DOCUMENT");
        bytes = *cli::read_input(path != nullptr ? path : CVTEX_ROOT "/samples/lin-zhiyuan.md");
        file = sources.add(Source::decode("document.md", bytes));
    }

    ast::Document parse() { return grammar::parse(sources, file, diagnostics); }

    ast::Document interpret() { return grammar::interpret_html(parse(), sources, diagnostics); }

    profile::Profile profile() {
        return profile::make_profile(interpret(), sources, {}, diagnostics);
    }

    styles::StyledDocument styled() {
        profile::Profile made = profile();
        return styles::apply_style(made, {}, no_files, sources, diagnostics);
    }

    layout::LaidOut laid_out(const styles::StyledDocument& document) {
        return *layout::lay_out(document, library, {no_files}, diagnostics);
    }

    static Result<std::string> no_files(const std::string& path) {
        return Error{"not read here: " + path, {}};
    }
};

void count_bytes(benchmark::State& state, const Bench& bench) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bench.bytes.size()));
}

void decode(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) benchmark::DoNotOptimize(Source::decode("document.md", bench.bytes));
    count_bytes(state, bench);
}

void parse(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) benchmark::DoNotOptimize(bench.parse());
    count_bytes(state, bench);
}

void html_and_profile(benchmark::State& state) {
    Bench bench;
    const ast::Document document = bench.parse();
    for (auto _ : state) {
        ast::Document copy = document;
        benchmark::DoNotOptimize(profile::make_profile(
            grammar::interpret_html(std::move(copy), bench.sources, bench.diagnostics),
            bench.sources, {}, bench.diagnostics));
    }
    count_bytes(state, bench);
}

void styles_stage(benchmark::State& state) {
    Bench bench;
    const profile::Profile profile = bench.profile();
    for (auto _ : state) {
        Sources sources = bench.sources;
        profile::Profile copy = profile;
        benchmark::DoNotOptimize(
            styles::apply_style(copy, {}, Bench::no_files, sources, bench.diagnostics));
    }
    count_bytes(state, bench);
}

void layout_stage(benchmark::State& state) {
    Bench bench;
    const styles::StyledDocument document = bench.styled();
    for (auto _ : state) benchmark::DoNotOptimize(bench.laid_out(document));
    count_bytes(state, bench);
}

void pdf_stage(benchmark::State& state) {
    Bench bench;
    const styles::StyledDocument document = bench.styled();
    const layout::LaidOut pages = bench.laid_out(document);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            pdf::write_pdf(pages, document.metadata, bench.library, {}, bench.diagnostics));
    }
    count_bytes(state, bench);
}

/// Of the pdf stage: making the font programs. The rest is libharu's objects and our
/// serializer.
void font_programs(benchmark::State& state) {
    Bench bench;
    const styles::StyledDocument document = bench.styled();
    const layout::LaidOut pages = bench.laid_out(document);
    for (auto _ : state) {
        const pdf::Document target(true);
        const pdf::FontUse use = pdf::collect_font_use(pages, bench.library);
        benchmark::DoNotOptimize(pdf::subset_fonts(use, bench.library, target));
        const pdf::DrawnFonts drawn(use, bench.library);
        benchmark::DoNotOptimize(pdf::draw(drawn.fonts(), bench.library, target));
    }
    count_bytes(state, bench);
}

void html_export(benchmark::State& state) {
    Bench bench;
    const ast::Document document = bench.parse();
    for (auto _ : state) benchmark::DoNotOptimize(exporting::to_html_fragment(document));
    count_bytes(state, bench);
}

}  // namespace

BENCHMARK(decode)->Unit(benchmark::kMicrosecond);
BENCHMARK(parse)->Unit(benchmark::kMicrosecond);
BENCHMARK(html_and_profile)->Unit(benchmark::kMicrosecond);
BENCHMARK(styles_stage)->Name("styles")->Unit(benchmark::kMicrosecond);
BENCHMARK(layout_stage)->Name("layout")->Unit(benchmark::kMicrosecond);
BENCHMARK(pdf_stage)->Name("pdf")->Unit(benchmark::kMicrosecond);
BENCHMARK(font_programs)->Name("pdf: fonts")->Unit(benchmark::kMicrosecond);
BENCHMARK(html_export)->Unit(benchmark::kMicrosecond);
BENCHMARK_MAIN();
