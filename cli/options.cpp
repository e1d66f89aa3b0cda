#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <thread>
#include <utility>

#include "cli/companion.hpp"
#include "cli/completion.hpp"
#include "cli/source_facts.hpp"
#include "fonts/fonts.hpp"
#include "pdf/pdf.hpp"
#include "styles/apply.hpp"
#include "styles/values.hpp"

namespace cvtex::cli {
namespace {

const std::map<std::string, Target> kTargets{
    {"pdf", Target::Pdf},
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

constexpr const char* kDescription =
    "Typesets Markdown résumés into print-ready PDF, Chinese first.\n\n"
    "  cvtex profile.md                     writes profile.pdf\n"
    "  cvtex profile.md -o cv.pdf --style plain --set body.size=10pt\n"
    "  cvtex profile.md --for tencent       for one employer\n"
    "  cvtex profile.md --pages 1           fits exactly one page\n"
    "  cvtex check profile.md --for all     finds problems, writes nothing\n"
    "  cvtex check --fix profile.md         repairs what it can in the file itself\n"
    "  cvtex diff profile.md --for a --for b\n"
    "  cvtex explain body.size profile.md   where a value comes from\n"
    "  cvtex advise profile.md --pages 1    says where a few words less save a line\n"
    "  cvtex *.md -o out/ -j 4\n"
    "  cvtex build people/ -j 4 -o out/     a folder of people, for all their employers\n"
    "  cvtex watch profile.md --serve       again at each save, shown in the browser\n"
    "  cvtex new cv/                        starts a folder: profile, employers, Makefile\n"
    "  cvtex which cv.pdf                   what a PDF was made from";
constexpr const char* kFooter =
    "Exit status: 0 success, 1 errors in a document, 2 wrong usage, 3 a file or font is "
    "missing or unwritable.";
/// First arguments that are commands.
constexpr std::array<std::pair<std::string_view, Command>, 6> kCommands{{
    {"build", Command::Build},
    {"check", Command::Check},
    {"diff", Command::Diff},
    {"explain", Command::Explain},
    {"watch", Command::Watch},
    {"advise", Command::Advise},
}};
/// The value of `--serve` without a port.
constexpr const char* kAnyPort = "0";
constexpr unsigned kLargestPort = 65535;
/// More threads than this only cost memory.
constexpr unsigned kMaxJobs = 256;

/// What the parser fills besides `Options` itself.
struct Raw {
    std::vector<std::string> settings;
    std::string warning_mode;
    std::string completion_shell;
    std::string standards;
    std::string pages;
    bool version = false;
    bool makefile = false;
    std::string serve;
};

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

void add_pdf_options(CLI::App& app, Options& options, Raw& raw) {
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

void add_style_options(CLI::App& app, Options& options, Raw& raw) {
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

void add_message_options(CLI::App& app, Options& options, Raw& raw) {
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

void add_options(CLI::App& app, Options& options, Raw& raw) {
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

/// Choices are what a value's placeholder spells out in lower case: "pdf|html|text", but not
/// "FILE|DIR".
std::vector<std::string> choices_of(const std::string& value) {
    if (value.empty() || std::islower(static_cast<unsigned char>(value[0])) == 0) return {};
    return CLI::detail::split(value, '|');
}

/// The options in order: the one list that help and completions share.
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

std::string version_text() {
    const fonts::Versions versions = fonts::versions();
    return "cvtex " CVTEX_VERSION "\nHarfBuzz " + versions.harfbuzz + "\nFreeType " +
           versions.freetype + "\nlibharu " + pdf::library_version() + "\n";
}

StopEarly usage_error(const std::string& message) {
    return {ExitCode::Usage, "cvtex: error: " + message + "\nTry 'cvtex --help'.\n"};
}

/// The path of cvtex.mk, or why make can't include it.
StopEarly find_makefile() {
    const std::optional<std::string> path = find_companion("cvtex.mk", "share/cvtex");
    if (path) return {ExitCode::Ok, *path + "\n"};
    return {ExitCode::Environment,
            "cvtex: error: there is no cvtex.mk\nhint: install cvtex with 'make install'\n"};
}

/// Splits `key=value` settings; the first '=' parts them.
std::optional<StopEarly> read_settings(const Raw& raw, Options& options) {
    for (const std::string& setting : raw.settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos || equals == 0) {
            return usage_error("--set takes KEY=VALUE, not '" + setting + "'");
        }
        options.overrides.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
    }
    return std::nullopt;
}

/// What watching leaves no room for, and the port of `--serve`.
std::optional<StopEarly> read_watching(const Raw& raw, Options& options) {
    if (!raw.serve.empty()) {
        unsigned port = 0;
        if (!CLI::detail::lexical_cast(raw.serve, port) || port > kLargestPort)
            return usage_error("--serve takes a port up to 65535, not '" + raw.serve + "'");
        options.serve_port = port;
        if (!options.watch) return usage_error("--serve goes with 'cvtex watch'");
        if (options.to != Target::Pdf || options.emit)
            return usage_error("--serve shows the pages of PDFs only");
    }
    if (!options.watch) return std::nullopt;
    const std::vector<std::string>& inputs = options.inputs;
    if (std::find(inputs.begin(), inputs.end(), "-") != inputs.end())
        return usage_error("standard input can't be watched");
    if (options.output == "-" || options.emit)
        return usage_error("watching writes files, not to standard output");
    if (!options.report.empty() || !options.depfile.empty())
        return usage_error("--report and --depfile don't go with watching");
    return std::nullopt;
}

/// `--pages`, which is the style's `fit.pages`.
std::optional<StopEarly> read_pages(const Raw& raw, Options& options) {
    if (raw.pages.empty()) return std::nullopt;
    const Result<int> pages = styles::parse_pages(raw.pages);
    if (!pages) return usage_error("--pages: " + pages.error().message + ": " + pages.error().hint);
    options.overrides.emplace_back("fit.pages", raw.pages);
    return std::nullopt;
}

/// `--pdf-standard`, and whether the passwords leave room for what it asks.
std::optional<StopEarly> read_standards(const Raw& raw, Options& options) {
    if (raw.standards.empty()) return std::nullopt;
    const Result<pdf::Claims> claims = pdf::parse_standards(raw.standards);
    if (!claims) return usage_error(claims.error().message + ": " + claims.error().hint);
    options.standards = {*claims, true};
    if (claims->a2_level != 0 && options.passwords.any()) {
        return usage_error("PDF/A forbids encryption: leave out either the password or '" +
                           raw.standards + "'");
    }
    return std::nullopt;
}

/// What the commands want besides options of their own.
std::optional<StopEarly> check_commands(const Options& options) {
    const bool reads_stdin =
        std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
    if (options.fix && options.command != Command::Check) return usage_error("--fix belongs to cvtex check");
    if (options.dry_run && !options.fix) return usage_error("--dry-run belongs to --fix");
    if (options.fix && reads_stdin) return usage_error("--fix can't repair standard input");
    const bool diff = options.command == Command::Diff;
    if (diff && options.inputs.size() != 1)
        return usage_error("cvtex diff takes one document and --for");
    if (diff && options.employers.empty())
        return usage_error("cvtex diff needs --for with one employer or two");
    if (options.command == Command::Explain && options.explained_key.empty())
        return usage_error(
            "cvtex explain takes a key, as in cvtex explain body.size profile.md");
    return std::nullopt;
}

std::variant<Options, StopEarly> finish(const CLI::App& app, Options options, const Raw& raw) {
    if (raw.version) return StopEarly{ExitCode::Ok, version_text()};
    if (raw.makefile) return find_makefile();
    if (!raw.completion_shell.empty()) {
        return StopEarly{ExitCode::Ok,
                         completion_script(raw.completion_shell, describe_options(app))};
    }
    if (options.inputs.empty() && options.tree) options.inputs.emplace_back(".");
    if (auto error = check_commands(options)) return *error;
    if (options.inputs.empty()) return usage_error("no input file");
    if (auto error = read_settings(raw, options)) return *error;
    if (auto error = read_pages(raw, options)) return *error;
    if (auto error = read_standards(raw, options)) return *error;
    if (auto error = read_watching(raw, options)) return *error;
    std::error_code ignored;
    for (const std::string& input : options.inputs)  // `cvtex watch people/` builds it
        options.tree |= options.watch && std::filesystem::is_directory(input, ignored);
    Result<std::optional<std::string>> date = source_date();
    if (!date) return usage_error(date.error().message + ": " + date.error().hint);
    options.source_date = std::move(date).value();
    options.warnings_are_errors = raw.warning_mode == "error";
    if (options.jobs == 0) options.jobs = std::max(1U, std::thread::hardware_concurrency());
    return options;
}

/// Takes the command off the arguments, and the key that is to be explained.
void take_command(int& argc, const char* const*& argv, Options& options) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    const auto* const found =
        std::find_if(kCommands.begin(), kCommands.end(),
                     [&](const auto& command) { return command.first == first; });
    if (found == kCommands.end()) return;
    options.command = found->second;
    options.tree = options.command == Command::Build;
    options.watch = options.command == Command::Watch;
    ++argv;
    --argc;
    if (options.command != Command::Explain || argc < 2 || argv[1][0] == '-') return;
    options.explained_key = argv[1];
    ++argv;
    --argc;
}

}  // namespace

std::variant<Options, StopEarly> parse_options(int argc, const char* const* argv) {
    CLI::App app{kDescription, "cvtex"};
    app.footer(kFooter);
    Options options;
    Raw raw;
    take_command(argc, argv, options);
    add_options(app, options, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return StopEarly{ExitCode::Ok, app.help()};
    } catch (const CLI::ParseError& error) {
        return usage_error(error.what());
    }
    return finish(app, std::move(options), raw);
}

}  // namespace cvtex::cli
