#pragma once

#include <string>
#include <string_view>

#include "base/ascii.hpp"

namespace cvtex {

/// `source` as an http or https address, `//host/…` with https; empty: it is none.
[[nodiscard]] inline std::string web_address(std::string_view source) {
    if (source.starts_with("//")) return "https:" + std::string(source);
    constexpr std::string_view kLongest = "https://";
    const std::string start = ascii::to_lower(source.substr(0, kLongest.size()));
    const bool is_one = start.starts_with("http://") || start == kLongest;
    return is_one ? std::string(source) : std::string();
}

}  // namespace cvtex
