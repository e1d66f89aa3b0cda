#pragma once

#include <ostream>
#include <string>

namespace cvtex::ucd {

/// Writes a header of constexpr tables of character names: a dictionary of words, the names as
/// word numbers of one or two bytes, patterns of algorithmic names and the Jamo short names.
void write_name_tables(const std::string& folder, std::ostream& out);

}  // namespace cvtex::ucd
