#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/targets.hpp"

/// libFuzzer's entry: the first byte chooses TOML, YAML or JSON, the rest is what stands there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    cvtex::test::fuzz_front_matter(bytes[0], bytes.substr(1));
    return 0;
}
