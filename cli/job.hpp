#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/pipeline.hpp"
#include "cli/run.hpp"

namespace cvtex::cli {

/// What one compilation came to: its messages, ready to print in order.
struct Outcome {
    ExitCode code = ExitCode::Ok;
    std::vector<std::string> messages;
    std::string printed;   ///< for standard output
    std::string employer;  ///< it was made for
    std::string output;    ///< the file it is written to; empty: none
    std::vector<std::string> dependencies;
    bool written = false;
    std::size_t warnings = 0;
    std::size_t errors = 0;  ///< of the document and of its environment
    std::size_t pages = 0;
    std::size_t bytes = 0;
    std::vector<std::string> records;  ///< the messages as JSON objects, for a report
    // With --serve:
    std::string title;
    std::string plain_messages;                        ///< without colours
    std::optional<std::vector<std::string>> pictures;  ///< of the pages; none after errors
};

[[nodiscard]] ExitCode worse(ExitCode a, ExitCode b);

/// Adds a failure to an outcome.
void fail(Outcome& outcome, ExitCode code, const Error& error, const Options& options);

/// Reads and parses one input. Nothing when it can't be read: `outcome` then says why.
[[nodiscard]] std::optional<Parsed> read_document(const std::string& input,
                                                  const Options& options, Outcome& outcome);

/// Compiles `parsed` for `employer` (empty: for everybody) and writes the output.
[[nodiscard]] Outcome run_job(const std::string& input, Parsed parsed,
                              const std::string& employer, const Options& options,
                              OutputPlan& plan, const Shared& shared);

}  // namespace cvtex::cli
