#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace cvtex::verify {

/// What a font's codes say: UTF-16BE bytes by two-byte code (9.10.3).
using CodeTexts = std::map<unsigned, std::string>;

/// Reads the bfchar and bfrange sections of a ToUnicode CMap; empty when it is no stream.
[[nodiscard]] CodeTexts read_to_unicode(QPDFObjectHandle font);

}  // namespace cvtex::verify
