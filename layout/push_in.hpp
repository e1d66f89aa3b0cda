#pragma once

#include <span>
#include <vector>

#include "layout/line_breaker.hpp"

namespace cvtex::layout {

/// “先挤进，后推出” (CLREQ 3.1.4): for each point, the end of the line that starts there and
/// should rather be squeezed than any shorter one set in its stead; 0 where there is none. Such
/// a line runs over its measure by nothing but marks that may not start the next one, or by
/// what would be left alone on the last (GB/T 15834 5.1.11), and there are blanks enough to
/// take it in. Linear time.
[[nodiscard]] std::vector<std::uint32_t> find_push_ins(std::span<const BreakPoint> points,
                                                       const BreakOptions& options);

}  // namespace cvtex::layout
