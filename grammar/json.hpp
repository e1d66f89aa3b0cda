#pragma once

#include <cstdint>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

struct JsonResult {
    ast::Mapping values;
    std::uint32_t end = 0;  ///< offset after the closing brace; meaningful when `complete`
    bool complete = false;  ///< a whole object was read
};

/// Parses the one JSON object that starts at `region.begin`; text after it is not looked at.
/// Errors (`json-syntax`, `duplicate-key`, `json-limit`) are reported at their place and the
/// members read so far are returned.
[[nodiscard]] JsonResult parse_json_object(const Sources& sources, Span region,
                                           Diagnostics& diagnostics);

}  // namespace cvtex::grammar
