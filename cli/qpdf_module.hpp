#pragma once

#include "base/result.hpp"
#include "verify/module.hpp"

namespace cvtex::cli {

/// The functions that need libqpdf. Loads the module on the first call; it lies beside the
/// program, or in ../lib/cvtex from there. Safe to call from several threads.
[[nodiscard]] Result<const verify::Functions*> qpdf_functions();

}  // namespace cvtex::cli
