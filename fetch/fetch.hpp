#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.hpp"

/// Pictures of the network, by libcurl. The only folder that opens connections to others; its
/// module is loaded when a document names such a picture and `--allow-remote` was given.
namespace cvtex::fetch {

inline constexpr const char* kModuleFile = "cvtex-fetch.so";
/// The C function of the module: it returns a `Fetcher`.
inline constexpr const char* kModuleSymbol = "cvtex_fetch";

/// What one address may cost.
struct Limits {
    std::uint64_t bytes = 0;  ///< enforced while they come in
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds total{30'000};  ///< redirects included
    long redirects = 5;
};

using Fetcher = Result<std::string> (*)(const std::string& address, const Limits& limits);

/// What an http or https server answers with status 200; all else is an error. No cookies, no
/// credentials (an address with a user's name is refused), nothing but "cvtex" as user agent.
/// Proxies are those of libcurl's environment variables. Safe in several threads.
[[nodiscard]] Result<std::string> fetch(const std::string& address, const Limits& limits);

}  // namespace cvtex::fetch
