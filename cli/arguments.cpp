#include "cli/arguments.hpp"

#include <string>

#include "cli/report.hpp"

namespace cvtex::cli {

std::optional<ExitCode> parse_arguments(CLI::App& app, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        print_to(stdout, app.help());
        return ExitCode::Ok;
    } catch (const CLI::ParseError& error) {
        print_to(stderr, std::string("cvtex: error: ") + error.what() + "\nTry '" +
                             app.get_name() + " --help'.\n");
        return ExitCode::Usage;
    }
    return std::nullopt;
}

}  // namespace cvtex::cli
