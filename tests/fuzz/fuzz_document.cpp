#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/fuzz/targets.hpp"

/// libFuzzer's entry: a whole document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cvtex::test::fuzz_document(std::string(data, data + size));
    return 0;
}
