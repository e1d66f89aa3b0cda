#include "cli/pipeline.hpp"

#include <chrono>

#include "cli/files.hpp"
#include "export/export.hpp"
#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "layout/layout.hpp"
#include "pdf/pdf.hpp"
#include "profile/profile.hpp"
#include "styles/apply.hpp"

// The table of contents of cvtex: one call a stage, each taking the previous stage's value.

namespace cvtex::cli {
namespace {

/// Records how long each stage takes.
class StopWatch {
public:
    explicit StopWatch(std::vector<StageTime>& times) : times_(times) {}

    void lap(const char* stage) {
        const auto now = std::chrono::steady_clock::now();
        times_.push_back(
            {stage, std::chrono::duration<double, std::milli>(now - last_).count()});
        last_ = now;
    }

private:
    std::vector<StageTime>& times_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::string html_page(const ast::Document& document, const Options& options) {
    const auto text = [&](const char* key) {
        return ast::find_text(document.front_matter.values, key).value_or("");
    };
    const std::string lang = options.lang.empty() ? text("lang") : options.lang;
    return exporting::to_html_page(document, text("title"), lang);
}

/// A document without anything to set makes no usable page.
void check_not_empty(const profile::Profile& profile, FileId file, Diagnostics& diagnostics) {
    if (!profile.blocks.empty() || profile.header_from_front_matter) return;
    diagnostics.error("empty-document", {file, 0, 0},
                      "there is nothing to set in this document",
                      "write some Markdown, for example '# your name'");
}

/// Layout and PDF: the stages that need fonts.
std::optional<Error> typeset(styles::StyledDocument styled, const Options& options,
                             DocumentFiles& files, fonts::FontLibrary& library,
                             StopWatch& watch, Compiled& compiled) {
    const layout::LayoutOptions layout_options{
        [&](const std::string& path) { return files.read_confined(path); }};
    Result<layout::LaidOut> laid_out =
        layout::lay_out(styled, library, layout_options, compiled.diagnostics);
    watch.lap("layout");
    if (!laid_out) return laid_out.error();
    if (options.emit == Stage::Lines) compiled.output = layout::dump_lines(*laid_out);
    if (options.emit == Stage::Frames)
        compiled.output = layout::dump_frames(*laid_out, library);
    if (compiled.output || compiled.diagnostics.error_count() > 0) return std::nullopt;

    Result<std::string> bytes =
        pdf::write_pdf(*laid_out, styled.metadata, library, {.compress = !options.uncompressed},
                       compiled.diagnostics);
    watch.lap("pdf");
    if (!bytes) return bytes.error();
    compiled.output = std::move(bytes).value();
    return std::nullopt;
}

void run_stages(FileId file, const std::string& document_dir, const Options& options,
                fonts::FontLibrary& library, Compiled& compiled) {
    StopWatch watch(compiled.times);
    DocumentFiles files(document_dir, options.allowed_paths);

    // Text to syntax tree, faithful to what was written.
    ast::Document document = grammar::parse(compiled.sources, file, compiled.diagnostics);
    watch.lap("parse");
    if (options.emit == Stage::Ast) return void(compiled.output = grammar::dump(document));
    if (options.to == Target::Html && options.html == HtmlForm::Fragment) {
        return void(compiled.output = exporting::to_html_fragment(document));
    }

    // Pasted HTML becomes elements of the tree; then what the document says about a person.
    document =
        grammar::interpret_html(std::move(document), compiled.sources, compiled.diagnostics);
    watch.lap("html");
    if (options.to == Target::Html) return void(compiled.output = html_page(document, options));
    profile::Profile profile = profile::make_profile(
        std::move(document), compiled.sources, {.lang = options.lang}, compiled.diagnostics);
    watch.lap("profile");
    if (options.emit == Stage::Profile) return void(compiled.output = profile::dump(profile));
    check_not_empty(profile, file, compiled.diagnostics);
    if (options.to == Target::Text) return void(compiled.output = exporting::to_text(profile));

    // Every property resolved: beyond this point nothing knows Markdown.
    const styles::StyleOptions style_options{options.style, options.overrides, document_dir};
    styles::StyledDocument styled = styles::apply_style(
        profile, style_options, [&](const std::string& path) { return files.read_style(path); },
        compiled.sources, compiled.diagnostics);
    watch.lap("styles");
    profile.blocks = {};
    if (options.emit == Stage::Styled) return void(compiled.output = styles::dump(styled));
    if (options.emit == Stage::Shaped)
        return void(compiled.output = layout::dump_shaped(styled, library));

    compiled.environment_error =
        typeset(std::move(styled), options, files, library, watch, compiled);
    compiled.dependencies = files.dependencies();
}

}  // namespace

bool is_refused(const Diagnostics& diagnostics, const Options& options) {
    const bool fatal_warnings = options.warnings_are_errors && diagnostics.warning_count() > 0;
    return diagnostics.error_count() > 0 || fatal_warnings;
}

Compiled compile(const std::string& name, std::string bytes, const std::string& document_dir,
                 const Options& options, fonts::FontLibrary& library) {
    Compiled compiled;
    const FileId file = compiled.sources.add(Source::decode(name, std::move(bytes)));
    run_stages(file, document_dir, options, library, compiled);
    // Dumps serve debugging: they are printed even when the document has errors.
    const bool is_dump = options.emit && *options.emit != Stage::Pdf;
    if (!is_dump && is_refused(compiled.diagnostics, options)) compiled.output.reset();
    return compiled;
}

}  // namespace cvtex::cli
