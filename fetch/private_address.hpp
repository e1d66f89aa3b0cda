#pragma once

namespace cvtex::fetch {

/// Whether a numeric IPv4 or IPv6 address is this machine's or its network's own: loopback,
/// private (RFC 1918, RFC 4193), shared (RFC 6598), link-local, or none at all (0.0.0.0).
[[nodiscard]] bool is_private_address(const char* address);

}  // namespace cvtex::fetch
