#include "grammar/backtick_runs.hpp"

#include <algorithm>

#include "grammar/inline_tokens.hpp"

namespace cvtex::grammar {

void BacktickRuns::reset(std::string_view text) {
    text_ = text;
    indexed_ = false;
}

std::uint32_t BacktickRuns::find(std::uint32_t length, std::uint32_t from) {
    if (!indexed_) index();
    if (length >= first_.size()) return kNone;
    std::uint32_t& run = first_[length];
    while (run != kNone && runs_[run].begin < from) run = runs_[run].next;
    return run == kNone ? kNone : runs_[run].begin;
}

void BacktickRuns::index() {
    indexed_ = true;
    runs_.clear();
    first_.clear();
    std::vector<std::uint32_t> last;
    for (auto at = text_.find('`'); at != std::string_view::npos;) {
        const auto end = std::min(text_.find_first_not_of('`', at), text_.size());
        const std::size_t length = end - at;
        if (length >= first_.size()) {
            first_.resize(length + 1, kNone);
            last.resize(length + 1, kNone);
        }
        const auto index = static_cast<std::uint32_t>(runs_.size());
        runs_.push_back({static_cast<std::uint32_t>(at), kNone});
        (last[length] == kNone ? first_[length] : runs_[last[length]].next) = index;
        last[length] = index;
        at = text_.find('`', end);
    }
}

}  // namespace cvtex::grammar
