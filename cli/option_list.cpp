#include "cli/option_list.hpp"

#include <cctype>
#include <map>

#include "styles/apply.hpp"

namespace cvtex::cli {
namespace {

const std::map<std::string, Target> kTargets{{"pdf", Target::Pdf},
                                             {"html", Target::Html},
                                             {"json", Target::Json},
                                             {"latex", Target::Latex},
                                             {"text", Target::Text}};
const std::map<std::string, HtmlForm> kHtmlForms{{"fragment", HtmlForm::Fragment},
                                                 {"page", HtmlForm::Page}};
const std::map<std::string, Stage> kStages{
    {"ast", Stage::Ast},       {"profile", Stage::Profile}, {"styled", Stage::Styled},
    {"shaped", Stage::Shaped}, {"lines", Stage::Lines},     {"frames", Stage::Frames},
    {"pdf", Stage::Pdf}};
const std::map<std::string, ColorMode> kColorModes{
    {"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}};
const std::map<std::string, ErrorFormat> kErrorFormats{{"human", ErrorFormat::Human},
                                                       {"json", ErrorFormat::Json}};

/// More threads than this only cost memory.
constexpr unsigned kMaxJobs = 256;

/// One value an occurrence: otherwise `--set a=b file.md` would swallow the file.
template <class T>
CLI::Option* add_repeatable(CLI::App& app, const std::string& name, T& target,
                            const std::string& help) {
    return app.add_option(name, target, help)->allow_extra_args(false);
}

/// An option whose value is one of the keys of `choices`; help and completions read them off
/// its placeholder.
template <class T>
CLI::Option* restrict_to(CLI::Option* option, const std::map<std::string, T>& choices) {
    std::string names;
    for (const auto& [name, value] : choices) names += (names.empty() ? "" : "|") + name;
    return option->transform(CLI::CheckedTransformer(choices).description(""))
        ->type_name(names);
}

void add_output_options(CLI::App& app, Options& options) {
    app.add_option("-o,--output,--out", options.output,
                   "output file, or a folder (must exist or end in /); - is standard output")
        ->type_name("FILE|DIR");
    restrict_to(app.add_option("--to", options.to, "form of the output (default pdf)"),
                kTargets);
    restrict_to(app.add_option("--html", options.html,
                               "with --to html: a fragment (default) or a whole page"),
                kHtmlForms);
    restrict_to(app.add_option_function<Stage>(
                    "--emit", [&options](const Stage& stage) { options.emit = stage; },
                    "stop after a stage and print what it made"),
                kStages);
    app.add_option("--name", options.name_pattern,
                   "name outputs by a pattern, e.g. '{name}-{role}', in the place of the "
                   "employers' own")
        ->type_name("PATTERN");
    app.add_option("--report", options.report,
                   "write what became of each document, with all messages, as JSON")
        ->type_name("FILE");
    app.add_option("--depfile", options.depfile,
                   "write the files that were read, in make's syntax")
        ->type_name("FILE");
    app.add_flag("--uncompressed", options.uncompressed,
                 "PDF with readable streams, for inspection");
}

void add_pdf_options(CLI::App& app, Options& options, RawOptions& raw) {
    app.add_option("--pdf-standard", raw.standards,
                   "standards the PDF must keep: none, or of a-2a, a-2u, a-2b, ua-1 "
                   "(default a-2a,ua-1, as far as the document allows)")
        ->type_name("LIST");
    app.add_option("--owner-password", options.passwords.owner,
                   "encrypt; changing the PDF needs this password")
        ->type_name("WORD");
    app.add_option("--user-password", options.passwords.user,
                   "encrypt; opening the PDF needs this password")
        ->type_name("WORD");
    app.add_flag("--verify", options.verify,
                 "read the PDF back and compare its text with the document's");
}

void add_style_options(CLI::App& app, Options& options, RawOptions& raw) {
    app.add_option(
           "--style", options.style,
           "built-in style (" +
               [] {
                   std::string names;
                   for (const std::string& name : styles::builtin_style_names()) {
                       names += (names.empty() ? "" : ", ") + name;
                   }
                   return names;
               }() +
               ") or a TOML file")
        ->type_name("NAME|FILE");
    add_repeatable(app, "--set", raw.settings,
                   "override a style key, e.g. --set body.size=10pt")
        ->type_name("KEY=VALUE");
    app.add_option("--pages", raw.pages,
                   "fit the document to exactly so many pages; any: as many as it takes")
        ->type_name("N");
    app.add_option("--lang", options.lang,
                   "language of the document: zh-CN, zh-TW, zh-HK, ja, ko, en …")
        ->type_name("TAG");
    add_repeatable(app, "--font-dir", options.font_dirs, "look for fonts here first")
        ->type_name("DIR");
    add_repeatable(app, "--allow-path", options.allowed_paths,
                   "folder outside the document's own from which it may use images")
        ->type_name("DIR");
    app.add_flag("--allow-remote", options.allow_remote,
                 "fetch images that the document names by http or https addresses");
}

void add_message_options(CLI::App& app, Options& options, RawOptions& raw) {
    app.add_option("-W", raw.warning_mode, "treat warnings as errors")
        ->check(CLI::IsMember({"error"}).description(""))
        ->type_name("error");
    app.add_flag("-q,--quiet", options.quiet, "print errors only");
    restrict_to(app.add_option("--color", options.color, "colour in messages (default auto)"),
                kColorModes);
    restrict_to(app.add_option("--error-format", options.error_format,
                               "messages for people (default) or as JSON, one object a line"),
                kErrorFormats);
    app.add_flag("--timings", options.timings, "print how long each stage took");
}

/// Choices are what a value's placeholder spells out in lower case: "pdf|html|text", but not
/// "FILE|DIR".
std::vector<std::string> choices_of(const std::string& value) {
    if (value.empty() || std::islower(static_cast<unsigned char>(value[0])) == 0) return {};
    return CLI::detail::split(value, '|');
}

}  // namespace

void add_options(CLI::App& app, Options& options, RawOptions& raw) {
    app.add_option("FILE", options.inputs,
                   "Markdown documents; - is standard input; folders with build")
        ->type_name("");
    add_repeatable(app, "--for", options.employers,
                   "tailor to employers: employers/NAME.toml beside the document, or the table "
                   "employers.NAME in its front matter; all: every one")
        ->delimiter(',')
        ->type_name("NAME,…");
    add_output_options(app, options);
    add_pdf_options(app, options, raw);
    add_style_options(app, options, raw);
    add_message_options(app, options, raw);
    app.add_flag("--fix", options.fix,
                 "with check: repair radicals, stray spaces in dates and mixed dashes in the "
                 "file, showing the difference first");
    app.add_flag("--dry-run", options.dry_run, "with --fix: show the difference only");
    app.add_option("-j,--jobs", options.jobs,
                   "compile so many documents at a time; 0: one a processor core")
        ->check(CLI::Range(0U, kMaxJobs).description(""))
        ->type_name("N");
    app.add_flag("--watch", options.watch,
                 "compile again whenever something changes, as the command watch does");
    app.add_flag("--serve{0}", raw.serve,
                 "with watch: show the pages in a browser on this machine, at any free port "
                 "or --serve=PORT");
    app.add_option("--completion", raw.completion_shell,
                   "print a completion script for a shell")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""))
        ->type_name("bash|fish|zsh");
    app.add_flag("--makefile", raw.makefile,
                 "print where cvtex.mk is: include $(shell cvtex --makefile)");
    app.add_flag("--version", raw.version, "print the versions of cvtex and its libraries");
}

std::vector<OptionInfo> describe_options(const CLI::App& app) {
    std::vector<OptionInfo> infos;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) continue;
        OptionInfo info;
        if (!option->get_snames().empty()) info.short_name = option->get_snames().front();
        if (!option->get_lnames().empty()) info.long_name = option->get_lnames().front();
        info.help = option->get_description();
        if (option->get_items_expected_max() > 0) info.value = option->get_type_name();
        info.choices = choices_of(info.value);
        infos.push_back(std::move(info));
    }
    return infos;
}

}  // namespace cvtex::cli
