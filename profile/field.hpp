#pragma once

#include <string>

#include "base/span.hpp"

namespace cvtex::profile {

/// A recognised piece of text and where it was written.
struct Field {
    std::string text;
    Span span;
    bool operator==(const Field&) const = default;
};

}  // namespace cvtex::profile
