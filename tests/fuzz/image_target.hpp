#pragma once

#include <string>

namespace cvtex::test {

/// Any bytes as a picture: its header, and PNG and JPEG as pdf/ reads them.
void fuzz_image(const std::string& bytes);

}  // namespace cvtex::test
