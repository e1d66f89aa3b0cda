#include "cli/about.hpp"

#include <map>

#include "base/diagnostic_print.hpp"
#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/report.hpp"
#include "styles/json_schema.hpp"
#include "styles/load.hpp"
#include "styles/show.hpp"

namespace cvtex::cli {
namespace {

const std::map<std::string, styles::SchemaKind> kSchemas{
    {"style", styles::SchemaKind::Style},
    {"employer", styles::SchemaKind::Employer},
    {"front-matter", styles::SchemaKind::FrontMatter}};

ExitCode show(const std::string& name) {
    Sources sources;
    Diagnostics diagnostics;
    const auto toml = styles::show_style(name, read_style_file, sources, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all())
        print_to(stderr, format_human(diagnostic, sources, false));
    if (!toml) return ExitCode::Environment;
    print_to(stdout, *toml);
    return ExitCode::Ok;
}

ExitCode list_styles() {
    const std::vector<std::string> names = styles::builtin_style_names();
    std::size_t widest = 0;
    for (const std::string& name : names) widest = std::max(widest, name.size());
    std::string out;
    for (const std::string& name : names)
        out += name + std::string(widest + 2 - name.size(), ' ') +
               styles::style_description(name) + "\n";
    print_to(stdout, out);
    return ExitCode::Ok;
}

ExitCode run_styles(int argc, const char* const* argv) {
    CLI::App app{"Lists the built-in styles.", "cvtex styles"};
    std::string shown;
    app.add_option("--show", shown,
                   "print a style with all that it extends as one TOML file: a built-in "
                   "style's name, or a TOML file")
        ->type_name("NAME|FILE");
    if (const auto code = parse_arguments(app, argc, argv)) return *code;
    return shown.empty() ? list_styles() : show(shown);
}

ExitCode run_schema(int argc, const char* const* argv) {
    CLI::App app{"Prints the JSON Schema of a kind of file, for editors.", "cvtex schema"};
    std::string kind;
    app.add_option("KIND", kind, "style, employer or front-matter")
        ->required()
        ->type_name("")
        ->check(CLI::IsMember(kSchemas).description(""));
    if (const auto code = parse_arguments(app, argc, argv)) return *code;
    print_to(stdout, styles::json_schema(kSchemas.at(kind)));
    return ExitCode::Ok;
}

}  // namespace

std::optional<ExitCode> run_about(int argc, const char* const* argv) {
    if (argc < 2) return std::nullopt;
    const std::string_view command = argv[1];
    if (command == "styles") return run_styles(argc - 1, argv + 1);
    if (command == "schema") return run_schema(argc - 1, argv + 1);
    return std::nullopt;
}

}  // namespace cvtex::cli
