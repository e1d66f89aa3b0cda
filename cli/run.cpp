#include "cli/run.hpp"

#include <csignal>

#include "cli/batch.hpp"
#include "cli/options.hpp"

namespace cvtex::cli {

int run(int argc, char** argv) {
    // A reader that goes away is reported as a failed write, not as a death without a word.
    std::signal(SIGPIPE, SIG_IGN);
    const auto parsed = parse_options(argc, argv);
    if (const auto* stop = std::get_if<StopEarly>(&parsed))
        return static_cast<int>(print_and_stop(*stop));
    return static_cast<int>(compile_all(std::get<Options>(parsed)));
}

}  // namespace cvtex::cli
