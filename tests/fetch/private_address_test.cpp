#include "fetch/private_address.hpp"

#include "tests/support/catch.hpp"

using cvtex::fetch::is_private_address;

TEST_CASE("addresses of this machine and its network are told from others") {
    for (const char* address :
         {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1",
          "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "::", "::1",
          "fc00::1", "fdff::1", "fe80::1", "febf::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"}) {
        INFO(address);
        CHECK(is_private_address(address));
    }
    for (const char* address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.0.1", "100.128.0.1", "128.0.0.1",
          "172.15.0.1", "172.32.0.1", "192.169.0.1", "2001:db8::1", "fec0::1", "::2",
          "::ffff:1.1.1.1", "", "localhost", "127.0.0.1.example"}) {
        INFO(address);
        CHECK_FALSE(is_private_address(address));
    }
}
