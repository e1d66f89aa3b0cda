#include "cli/run.hpp"

#include <csignal>
#include <string_view>

#include "cli/about.hpp"
#include "cli/compile_all.hpp"
#include "cli/diff.hpp"
#include "cli/explain.hpp"
#include "cli/fix.hpp"
#include "cli/job.hpp"
#include "cli/options.hpp"
#include "cli/starter.hpp"
#include "cli/watch.hpp"
#include "cli/which.hpp"

namespace cvtex::cli {
namespace {

constexpr std::string_view kNewCommand = "new";
constexpr std::string_view kWhichCommand = "which";

ExitCode perform(const Options& options) {
    if (options.watch) return watch(options);
    if (options.command == Command::Diff) return diff_versions(options);
    if (options.command == Command::Explain) return explain(options);
    if (!options.fix) return compile_all(options);
    const ExitCode fixed = fix_documents(options);
    return worse(fixed, compile_all(options));
}

}  // namespace

int run(int argc, char** argv) {
    // A reader that goes away is reported as a failed write, not as a death without a word.
    std::signal(SIGPIPE, SIG_IGN);
    if (argc > 1 && argv[1] == kNewCommand)
        return static_cast<int>(make_starter(argc - 1, argv + 1));
    if (argc > 1 && argv[1] == kWhichCommand)
        return static_cast<int>(which({argv + 2, static_cast<std::size_t>(argc - 2)}));
    if (const auto code = run_about(argc, argv)) return static_cast<int>(*code);
    const auto parsed = parse_options(argc, argv);
    if (const auto* stop = std::get_if<StopEarly>(&parsed))
        return static_cast<int>(print_and_stop(*stop));
    return static_cast<int>(perform(std::get<Options>(parsed)));
}

}  // namespace cvtex::cli
