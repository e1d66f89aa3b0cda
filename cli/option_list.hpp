#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/completion.hpp"
#include "cli/options.hpp"

/// The options as CLI11 knows them: the one list that parsing, help and completions share.
namespace cvtex::cli {

/// What the parser fills besides `Options` itself: words that are still to be read.
struct RawOptions {
    std::vector<std::string> settings;
    std::string warning_mode;
    std::string completion_shell;
    std::string standards;
    std::string pages;
    bool version = false;
    bool makefile = false;
    std::string serve;
};

/// Adds every option and the positional FILE; `options` and `raw` must outlive the parsing.
void add_options(CLI::App& app, Options& options, RawOptions& raw);

/// The options in order, for completions.
[[nodiscard]] std::vector<OptionInfo> describe_options(const CLI::App& app);

}  // namespace cvtex::cli
