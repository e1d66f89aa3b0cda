#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"

/// What is printed for people and programs: messages, times, memory.
namespace cvtex::cli {

void print_to(std::FILE* stream, const std::string& text);

/// Whether what is printed on standard output bears colours.
[[nodiscard]] bool colors_output(const Options& options);

/// An environment error in the form asked for.
[[nodiscard]] std::string format_error(const Error& error, const Options& options);
[[nodiscard]] std::string format_error(const Error& error, ErrorFormat format,
                                       bool color = false);

/// The messages about one compiled document, in order, each with its line ends.
[[nodiscard]] std::vector<std::string> format_diagnostics(const Compiled& compiled,
                                                          const Options& options);

/// How long each stage took, and how the document was fitted to pages.
[[nodiscard]] std::string format_times(const std::string& name, const Compiled& compiled);

/// The most memory that was resident at once.
[[nodiscard]] std::string format_memory();

/// How much of the text had been shaped before.
[[nodiscard]] std::string format_shaping(const fonts::ShapeStatistics& statistics);

}  // namespace cvtex::cli
