#include "fetch/private_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace cvtex::fetch {
namespace {

struct Network {
    std::uint32_t prefix;
    int bits;
};

constexpr std::array kPrivateNetworks{
    Network{0x00000000, 8},   // 0.0.0.0/8, this host
    Network{0x0A000000, 8},   // 10.0.0.0/8
    Network{0x64400000, 10},  // 100.64.0.0/10, carriers' own
    Network{0x7F000000, 8},   // 127.0.0.0/8
    Network{0xA9FE0000, 16},  // 169.254.0.0/16, link-local
    Network{0xAC100000, 12},  // 172.16.0.0/12
    Network{0xC0A80000, 16},  // 192.168.0.0/16
};

bool is_private_v4(std::uint32_t address) {
    return std::any_of(kPrivateNetworks.begin(), kPrivateNetworks.end(),
                       [&](const Network& network) {
                           return (address ^ network.prefix) >> (32 - network.bits) == 0;
                       });
}

std::uint32_t big_endian(const std::uint8_t* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
           std::uint32_t{bytes[2]} << 8 | bytes[3];
}

bool is_private_v6(const std::array<std::uint8_t, 16>& address) {
    const bool no_prefix = std::all_of(address.begin(), address.begin() + 10,
                                       [](std::uint8_t byte) { return byte == 0; });
    const bool holds_v4 = no_prefix && address[10] == 0xFF && address[11] == 0xFF;
    if (holds_v4) return is_private_v4(big_endian(address.data() + 12));
    const bool this_host = no_prefix && big_endian(address.data() + 10) == 0 &&
                           address[14] == 0 && address[15] <= 1;
    const bool unique_local = (address[0] & 0xFE) == 0xFC;                      // fc00::/7
    const bool link_local = address[0] == 0xFE && (address[1] & 0xC0) == 0x80;  // fe80::/10
    return this_host || unique_local || link_local;
}

}  // namespace

bool is_private_address(const char* address) {
    std::array<std::uint8_t, 4> v4{};
    if (::inet_pton(AF_INET, address, v4.data()) == 1)
        return is_private_v4(big_endian(v4.data()));
    std::array<std::uint8_t, 16> v6{};
    return ::inet_pton(AF_INET6, address, v6.data()) == 1 && is_private_v6(v6);
}

}  // namespace cvtex::fetch
