#pragma once

#include <string>
#include <vector>

#include "cli/job.hpp"

namespace cvtex::cli {

/// What all documents of a run together came to.
class Summary {
public:
    explicit Summary(const Options& options) : options_(options) {}

    void add(const std::string& input, const std::vector<Outcome>& outcomes);

    /// A line for each document and one for all.
    [[nodiscard]] std::string table() const;
    /// The report of `--report`; docs/EMPLOYERS.md describes it.
    [[nodiscard]] std::string json() const;

    [[nodiscard]] bool has_outputs() const { return !outputs_.empty(); }

    /// What was made from what, in make's syntax. `fonts` are files too.
    [[nodiscard]] std::string depfile(const std::vector<std::string>& fonts) const;

private:
    struct Document {
        std::string input;
        std::vector<Outcome> outcomes;  ///< without messages and dependencies
    };

    const Options& options_;
    std::vector<Document> documents_;
    std::vector<std::string> outputs_;
    std::vector<std::string> dependencies_;
};

}  // namespace cvtex::cli
