#include "cli/option_checks.hpp"

#include <algorithm>

#include "pdf/pdf.hpp"
#include "styles/values.hpp"

namespace cvtex::cli {
namespace {

constexpr unsigned kLargestPort = 65535;

/// Splits `key=value` settings; the first '=' parts them.
std::optional<StopEarly> read_settings(const RawOptions& raw, Options& options) {
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
std::optional<StopEarly> read_watching(const RawOptions& raw, Options& options) {
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
std::optional<StopEarly> read_pages(const RawOptions& raw, Options& options) {
    if (raw.pages.empty()) return std::nullopt;
    const Result<int> pages = styles::parse_pages(raw.pages);
    if (!pages)
        return usage_error("--pages: " + pages.error().message + ": " + pages.error().hint);
    options.overrides.emplace_back("fit.pages", raw.pages);
    return std::nullopt;
}

/// `--pdf-standard`, and whether the passwords leave room for what it asks.
std::optional<StopEarly> read_standards(const RawOptions& raw, Options& options) {
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
    if (options.fix && options.command != Command::Check)
        return usage_error("--fix belongs to cvtex check");
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

}  // namespace

StopEarly usage_error(const std::string& message) {
    return {ExitCode::Usage, "cvtex: error: " + message + "\nTry 'cvtex --help'.\n"};
}

std::optional<StopEarly> check_options(const RawOptions& raw, Options& options) {
    if (auto error = check_commands(options)) return error;
    if (options.inputs.empty()) return usage_error("no input file");
    if (auto error = read_settings(raw, options)) return error;
    if (auto error = read_pages(raw, options)) return error;
    if (auto error = read_standards(raw, options)) return error;
    return read_watching(raw, options);
}

}  // namespace cvtex::cli
