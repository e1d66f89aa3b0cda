#pragma once

#include "verify/encrypt.hpp"
#include "verify/read_stamp.hpp"
#include "verify/read_text.hpp"

namespace cvtex::verify {

/// What the module offers. It is loaded only when asked for, because libqpdf and what it brings
/// along take longer to load than most documents take to compile.
struct Functions {
    Result<ReadText> (*read_text)(const std::string& pdf);
    Result<std::string> (*encrypt)(const std::string& pdf, const Passwords& passwords);
    Result<StampEntries> (*read_stamp)(const std::string& pdf);
};

/// The module's file name, and its only symbol: `const Functions* cvtex_qpdf_functions()`.
constexpr const char* kModuleFile = "cvtex-qpdf.so";
constexpr const char* kModuleSymbol = "cvtex_qpdf_functions";

}  // namespace cvtex::verify
