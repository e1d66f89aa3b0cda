#pragma once

#include <ostream>
#include <string>

namespace cvtex::ucd {

/// Writes a header of constexpr tables: packed property records behind a two-stage index,
/// script tags, case mappings and radicals.
void write_property_tables(const std::string& folder, std::ostream& out);

}  // namespace cvtex::ucd
