#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cvtex::grammar {

/// Where the backtick runs of a text are, by length: the closing run of a code span is found
/// without searching, so that any number of unmatched runs stays linear.
class BacktickRuns {
public:
    /// Forgets the former text; `text` is only read when the first question is asked.
    void reset(std::string_view text);
    /// Begin of the first whole run of exactly `length` backticks at or after `from`, or kNone.
    /// `from` must not decrease from call to call.
    [[nodiscard]] std::uint32_t find(std::uint32_t length, std::uint32_t from);

private:
    struct Run {
        std::uint32_t begin = 0;
        std::uint32_t next = UINT32_MAX;  ///< the next run of the same length
    };

    void index();

    std::string_view text_;
    bool indexed_ = false;
    std::vector<Run> runs_;
    std::vector<std::uint32_t> first_;  ///< by length: the first run not yet passed
};

}  // namespace cvtex::grammar
