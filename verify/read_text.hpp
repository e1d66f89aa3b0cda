#pragma once

#include <string>

#include "base/result.hpp"

namespace cvtex::verify {

/// The text of a PDF, UTF-8, as its codes and CMaps say it: what is tagged, and behind that
/// what stands in notes. A figure's text is its alternative description. Artifacts and
/// everything between marked-content sequences are left out.
struct ReadText {
    std::string shown;    ///< in the order in which it is shown
    std::string logical;  ///< in the order of the structure tree
};

/// An error when libqpdf finds any fault in the file.
[[nodiscard]] Result<ReadText> read_text(const std::string& pdf);

}  // namespace cvtex::verify
