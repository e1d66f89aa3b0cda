#include "cli/report.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

#include "base/diagnostic_print.hpp"
#include "base/units.hpp"

namespace cvtex::cli {
namespace {

bool use_color(const Options& options, int stream) {
    if (options.color != ColorMode::Auto) return options.color == ColorMode::Always;
    return ::isatty(stream) != 0 && std::getenv("NO_COLOR") == nullptr;
}

bool use_color(const Options& options) {
    return use_color(options, STDERR_FILENO);
}

}  // namespace

void print_to(std::FILE* stream, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

std::string format_error(const Error& error, const Options& options) {
    return format_error(error, options.error_format, use_color(options));
}

bool colors_output(const Options& options) {
    return use_color(options, STDOUT_FILENO);
}

/// `base/diagnostic_print` renders both forms.
std::string format_error(const Error& error, ErrorFormat format, bool color) {
    Diagnostic diagnostic{.severity = Severity::Error,
                          .code = "environment",
                          .message = error.message,
                          .span = {},
                          .hint = error.hint,
                          .notes = {}};
    const Sources none;
    if (format == ErrorFormat::Json) return format_json(diagnostic, none);
    return "cvtex: " + format_human(diagnostic, none, color);
}

std::vector<std::string> format_diagnostics(const Compiled& compiled, const Options& options) {
    std::vector<std::string> messages;
    for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
        if (options.quiet && diagnostic.severity != Severity::Error) continue;
        messages.push_back(
            options.error_format == ErrorFormat::Json
                ? format_json(diagnostic, compiled.sources)
                : format_human(diagnostic, compiled.sources, use_color(options)));
    }
    const std::size_t hidden = compiled.diagnostics.suppressed();
    if (hidden > 0 && !options.quiet && options.error_format == ErrorFormat::Human) {
        messages.push_back("cvtex: " + std::to_string(hidden) +
                           " more messages of the same kinds are not shown\n");
    }
    return messages;
}

std::string format_times(const std::string& name, const Compiled& compiled) {
    std::string text;
    if (!compiled.fitting.empty()) text += name + ": fitted to " + compiled.fitting + "\n";
    double total = 0;
    const auto line = [&](const std::string& stage, double milliseconds) {
        // Pt only lends its locale-free formatting here.
        text += name + ": " + stage + " " + format_fixed(Pt::of(milliseconds), 3) + " ms\n";
    };
    for (const StageTime& time : compiled.times) {
        line(time.stage, time.milliseconds);
        total += time.milliseconds;
    }
    line("total", total);
    return text;
}

std::string format_shaping(const fonts::ShapeStatistics& statistics) {
    if (statistics.asked == 0) return {};
    return "cvtex: " + std::to_string(statistics.found * 100 / statistics.asked) +
           " % of text shaped before\n";
}

std::string format_memory() {
    // Linux counts in KiB.
    struct rusage usage {};

    ::getrusage(RUSAGE_SELF, &usage);
    return "cvtex: memory " + std::to_string(usage.ru_maxrss / 1024) + " MiB\n";
}

}  // namespace cvtex::cli
