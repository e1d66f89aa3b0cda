#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/fuzz/image_target.hpp"

/// libFuzzer's entry: a picture.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cvtex::test::fuzz_image(std::string(data, data + size));
    return 0;
}
