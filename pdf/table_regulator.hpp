#pragma once

#include <vector>

#include "pdf/structure_attributes.hpp"

namespace cvtex::pdf {

/// Makes the tables of `tags` regular, as ISO 14289-1, 7.2 wants them: cells span no more rows
/// and columns than are free, and rows that are too short know the cells they lack.
void regulate_tables(const std::vector<layout::Tag>& tags, std::vector<TagFacts>& facts);

}  // namespace cvtex::pdf
