#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace cvtex {

/// A diagnostic as compilers print it: place, severity, message and code, the source line with
/// a caret, the hint, and each note with its own place and excerpt. Ends in a line feed.
/// `color` adds ANSI escapes.
[[nodiscard]] std::string format_human(const Diagnostic& diagnostic, const Sources& sources,
                                       bool color);

/// A diagnostic as one JSON object and a line feed. Lines and columns count from 1, columns in
/// code points; `file` and the positions are null without a place.
[[nodiscard]] std::string format_json(const Diagnostic& diagnostic, const Sources& sources);

/// `text` with everything that could steer a terminal or hide its meaning made visible:
/// control characters as \n, \t, \x1b, bidi controls and other invisible format characters as
/// \u{202e}, ill-formed bytes as \xff. Joiners inside emoji and Indic text stay.
[[nodiscard]] std::string escape_for_terminal(std::string_view text);

}  // namespace cvtex
