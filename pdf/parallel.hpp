#pragma once

#include <cstddef>
#include <functional>

namespace cvtex::pdf {

/// Calls `work(0)` … `work(count - 1)`, on up to `threads` threads where there are as many
/// cores. Each call must have its own place for its result: which thread takes which does not
/// matter then.
void run_parallel(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t)>& work);

}  // namespace cvtex::pdf
