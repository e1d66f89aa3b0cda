#include "cli/pipeline.hpp"

#include <chrono>
#include <filesystem>

#include "base/web_address.hpp"
#include "cli/convert_picture.hpp"
#include "cli/employers.hpp"
#include "cli/files.hpp"
#include "cli/finish_pdf.hpp"
#include "cli/fitting.hpp"
#include "cli/source_facts.hpp"
#include "export/export.hpp"
#include "export/visible_text.hpp"
#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "layout/layout.hpp"
#include "pdf/pdf.hpp"
#include "preview/svg.hpp"
#include "profile/output_name.hpp"
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

/// A document without anything to set makes no usable page.
void check_not_empty(const profile::Profile& profile, FileId file, Diagnostics& diagnostics) {
    if (!profile.blocks.empty() || profile.header_from_front_matter) return;
    diagnostics.error("empty-document", {file, 0, 0},
                      "there is nothing to set in this document",
                      "write some Markdown, for example '# your name'");
}

/// Layout and PDF: the stages that need fonts.
std::optional<Error> typeset(styles::StyledDocument styled, pdf::Stamp stamp, FileId file,
                             const Options& options, const layout::ImageReader& read_image,
                             fonts::FontLibrary& library, StopWatch& watch,
                             Compiled& compiled) {
    // The search for the setting that fills the pages wanted has had its say about the last.
    const layout::LayoutOptions layout_options{read_image, convert_picture,
                                               !styled.fit.pages.has_value()};
    if (options.command == Command::Advise) {
        Result<std::string> advice =
            advise(styled, library, layout_options, file, compiled.sources);
        if (!advice) return advice.error();
        compiled.output = std::move(advice).value();
        return std::nullopt;
    }
    if (auto error = fit_to_pages(styled, library, layout_options, file, compiled))
        return error;
    if (styled.fit.pages) watch.lap("fit");

    Result<layout::LaidOut> laid_out =
        layout::lay_out(styled, library, layout_options, compiled.diagnostics);
    watch.lap("layout");
    if (!laid_out) return laid_out.error();
    compiled.pages = laid_out->pages.size();
    if (options.serve_port) compiled.pictures = preview::to_svg(*laid_out, library);
    if (options.emit == Stage::Lines) compiled.output = layout::dump_lines(*laid_out);
    if (options.emit == Stage::Frames)
        compiled.output = layout::dump_frames(*laid_out, library);
    if (compiled.output || compiled.diagnostics.error_count() > 0) return std::nullopt;

    const pdf::PdfOptions pdf_options{.compress = !options.uncompressed,
                                      .standards = options.standards,
                                      .encrypted = options.passwords.any(),
                                      .stamp = std::move(stamp)};
    Result<std::string> bytes =
        pdf::write_pdf(*laid_out, styled.metadata, library, pdf_options, compiled.diagnostics);
    watch.lap("pdf");
    if (!bytes) return bytes.error();
    compiled.output = std::move(bytes).value();
    return std::nullopt;
}

/// The profile as `employer` is to see it; nothing when there is no such employer.
std::optional<profile::Profile> tailor(ast::Document document, const std::string& employer,
                                       const std::vector<profile::EmployerSource>& employers,
                                       const Options& options, Compiled& compiled) {
    profile::ProfileOptions tailoring{.lang = options.lang,
                                      .timeline = options.command == Command::Check};
    if (!employer.empty()) {
        tailoring.employer = profile::find_employer(employers, employer, compiled.diagnostics);
        if (!tailoring.employer) return std::nullopt;
        tailoring.other_employers = profile::names_of_others(employers, *tailoring.employer);
        compiled.dependencies = tailoring.employer->files;
    }
    return profile::make_profile(std::move(document), compiled.sources, tailoring,
                                 compiled.diagnostics);
}

/// The name of the output, where `--name` or the employer gives one.
void name_output(const profile::Profile& profile, const Options& options, Compiled& compiled) {
    std::optional<profile::Field> pattern;
    if (profile.employer) pattern = profile.employer->output;
    if (!options.name_pattern.empty()) pattern = profile::Field{options.name_pattern, {}};
    if (!pattern) return;
    const std::string stem =
        std::filesystem::path(compiled.sources[profile.file].name()).stem().string();
    compiled.name = profile::output_name(profile, *pattern, stem, compiled.diagnostics);
}

/// A picture that the document names: a file it may read, or one of the network.
Result<std::string> read_picture_of(const std::string& path, DocumentFiles& files,
                                    RemotePictures* remote) {
    if (web_address(path).empty()) return files.read_confined(path);
    if (remote != nullptr) return remote->read(path);
    return Error{"remote pictures are not fetched",
                 "download it and refer to the file, or pass --allow-remote"};
}

/// The forms that are not made of pages.
std::string export_styled(const styles::StyledDocument& styled, const Options& options,
                          const exporting::PictureReader& read_picture,
                          Diagnostics& diagnostics) {
    if (options.to == Target::Latex) return exporting::to_latex(styled);
    return exporting::to_html_page(styled, read_picture, diagnostics);
}

void note_dependencies(const DocumentFiles& files, Compiled& compiled) {
    const std::vector<std::string>& read = files.dependencies();
    compiled.dependencies.insert(compiled.dependencies.end(), read.begin(), read.end());
}

void run_stages(Parsed& parsed, const std::string& employer, const Options& options,
                const Shared& shared, Compiled& compiled) {
    StopWatch watch(compiled.times);
    DocumentFiles files(parsed.document_dir, options.allowed_paths);
    const auto read_picture = [&](const std::string& path) {
        return read_picture_of(path, files, shared.remote_pictures);
    };

    ast::Document document = std::move(parsed.document);
    if (options.emit == Stage::Ast) return void(compiled.output = grammar::dump(document));
    if (options.to == Target::Html && options.html == HtmlForm::Fragment) {
        return void(compiled.output = exporting::to_html_fragment(document));
    }

    // Pasted HTML becomes elements of the tree; then what the document says about a person.
    document =
        grammar::interpret_html(std::move(document), compiled.sources, compiled.diagnostics);
    watch.lap("html");
    std::optional<profile::Profile> profile =
        tailor(std::move(document), employer, parsed.employers, options, compiled);
    watch.lap("profile");
    if (!profile) return;
    if (options.emit == Stage::Profile) return void(compiled.output = profile::dump(*profile));
    check_not_empty(*profile, parsed.file, compiled.diagnostics);
    name_output(*profile, options, compiled);
    if (options.to == Target::Text) return void(compiled.output = exporting::to_text(*profile));
    if (options.to == Target::Json) return void(compiled.output = exporting::to_json(*profile));

    // Every property resolved: beyond this point nothing knows Markdown.
    // LaTeX knows files only.
    const bool takes_remote_pictures =
        shared.remote_pictures != nullptr && options.to != Target::Latex;
    const styles::StyleOptions style_options{options.style, options.overrides,
                                             parsed.document_dir, takes_remote_pictures};
    styles::StyledDocument styled = styles::apply_style(
        *profile, style_options,
        [&](const std::string& path) { return files.read_style(path); }, compiled.sources,
        compiled.diagnostics);
    watch.lap("styles");
    if (options.source_date) styled.metadata.date = *options.source_date;
    pdf::Stamp stamp{parsed.sha256, styles::style_name(*profile, style_options),
                     profile->employer ? profile->employer->id : ""};
    ExpectedText expected;
    if (options.verify) expected = expect_text(*profile, styled);
    profile->blocks = {};
    if (options.emit == Stage::Styled) return void(compiled.output = styles::dump(styled));
    if (options.emit == Stage::Shaped)
        return void(compiled.output = layout::dump_shaped(styled, shared.library));

    if (options.to == Target::Html || options.to == Target::Latex) {
        compiled.output = export_styled(styled, options, read_picture, compiled.diagnostics);
        return note_dependencies(files, compiled);
    }

    compiled.environment_error =
        typeset(std::move(styled), std::move(stamp), parsed.file, options, read_picture,
                shared.library, watch, compiled);
    if (!compiled.environment_error && options.command != Command::Advise) {
        compiled.environment_error = finish_pdf(expected, parsed.file, options, compiled);
        if (options.verify) watch.lap("verify");
    }
    note_dependencies(files, compiled);
}

}  // namespace

bool is_refused(const Diagnostics& diagnostics, const Options& options) {
    const bool fatal_warnings = options.warnings_are_errors && diagnostics.warning_count() > 0;
    return diagnostics.error_count() > 0 || fatal_warnings;
}

Parsed parse_document(const std::string& name, std::string bytes,
                      const std::string& document_dir, const Options& options) {
    Parsed parsed;
    StopWatch watch(parsed.times);
    parsed.document_dir = document_dir;
    // For the stamp of a PDF; a hash costs as much as reading the document.
    if (options.to == Target::Pdf) parsed.sha256 = sha256(bytes);
    parsed.file = parsed.sources.add(Source::decode(name, std::move(bytes)));
    // Text to syntax tree, faithful to what was written.
    // Fragments of HTML are what the reference implementation makes of the same text.
    const bool fragment = options.to == Target::Html && options.html == HtmlForm::Fragment;
    grammar::ParseOptions syntax;
    syntax.heading_ids = syntax.math = !fragment;
    parsed.document = grammar::parse(parsed.sources, parsed.file, syntax, parsed.diagnostics);
    if (!options.employers.empty()) {
        parsed.employers =
            read_employers(document_dir, parsed.document.front_matter.values, parsed.sources);
    }
    watch.lap("parse");
    return parsed;
}

Version read_version(Parsed parsed, const std::string& employer, const Options& options) {
    Version version;
    Compiled& compiled = version.compiled;
    compiled.sources = std::move(parsed.sources);
    compiled.diagnostics = std::move(parsed.diagnostics);
    ast::Document document = grammar::interpret_html(std::move(parsed.document),
                                                     compiled.sources, compiled.diagnostics);
    version.profile =
        tailor(std::move(document), employer, parsed.employers, options, compiled);
    return version;
}

Compiled compile(Parsed parsed, const std::string& employer, const Options& options,
                 const Shared& shared) {
    Compiled compiled;
    compiled.sources = std::move(parsed.sources);
    compiled.diagnostics = std::move(parsed.diagnostics);
    compiled.times = std::move(parsed.times);
    run_stages(parsed, employer, options, shared, compiled);
    // Dumps and advice are for who is at work: printed even when the document has errors.
    const bool is_dump =
        options.command == Command::Advise || (options.emit && *options.emit != Stage::Pdf);
    if (!is_dump && is_refused(compiled.diagnostics, options)) compiled.output.reset();
    return compiled;
}

Compiled compile(const std::string& name, std::string bytes, const std::string& document_dir,
                 const Options& options, const Shared& shared) {
    return compile(parse_document(name, std::move(bytes), document_dir, options), {}, options,
                   shared);
}

}  // namespace cvtex::cli
