#include "pdf/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace cvtex::pdf {

void run_parallel(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t)>& work) {
    constexpr std::size_t kMaxThreads = 8;
    std::atomic<std::size_t> next{0};
    const auto take_all = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = std::min({threads, count, cores, kMaxThreads});
    std::vector<std::jthread> helpers;
    try {
        while (helpers.size() + 1 < wanted) helpers.emplace_back(take_all);
    } catch (const std::system_error&) {
        // No more threads to be had: those that run, and this one, do the work.
    }
    take_all();
}

}  // namespace cvtex::pdf
