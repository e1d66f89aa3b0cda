#pragma once

#include <string>

#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// The whole file. When the document compresses: object streams and a cross-reference stream
/// (7.5.7, 7.5.8), half the size for tagged files; else readable objects and a classic table.
/// The file identifier is a hash of the objects. Empty when the document has a failure.
[[nodiscard]] std::string serialize(Document& document);

}  // namespace cvtex::pdf
