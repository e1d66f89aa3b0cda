#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "cli/options.hpp"

namespace cvtex::cli {

/// Decides where outputs go, and that no two share a file. May be used by several threads.
class OutputPlan {
public:
    explicit OutputPlan(const Options& options) : options_(options) {}

    /// What is wrong before anything is compiled: an input would be overwritten, two inputs
    /// would share a file, several PDFs would go to standard output.
    [[nodiscard]] Status check() const;

    /// The file for `input`, or "-" for standard output. `employer` may be empty; `name` is the
    /// name the employer wants, without extension. An error when another output has the file.
    [[nodiscard]] Result<std::string> choose(const std::string& input,
                                             const std::string& employer,
                                             const std::string& name);

private:
    const Options& options_;
    std::mutex mutex_;
    std::map<std::string, std::string> taken_;  ///< what was made from what
};

}  // namespace cvtex::cli
