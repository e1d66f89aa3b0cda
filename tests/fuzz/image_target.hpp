#pragma once

#include <string>

namespace cvtex::test {

/// Any bytes as a picture: its header, PNG and JPEG as pdf/ reads them, and what convert/ makes
/// of JPEG, WebP and SVG: pixels, and drawings as pdf/ writes them.
void fuzz_image(const std::string& bytes);

}  // namespace cvtex::test
