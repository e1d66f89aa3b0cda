#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "grammar/scan_inlines.hpp"

namespace cvtex::grammar {

/// Labels match when equal after case folding and with runs of white space as one space
/// (CommonMark §4.7).
[[nodiscard]] std::string normalize_label(std::string_view label);

struct LinkTarget {
    std::string destination;
    std::string title;
};

/// By normalized label; ordered trees, because hash collisions can be provoked.
using FootnoteLabels =
    std::map<std::string, std::string, std::less<>>;  ///< to the label as written
using LinkDefinitions = std::map<std::string, LinkTarget, std::less<>>;

/// Reads the definitions at the start of a paragraph's `text` into `definitions` (the first of
/// each label wins) and returns how many bytes they take, whole lines.
[[nodiscard]] std::size_t take_link_definitions(std::string_view text,
                                                LinkDefinitions& definitions);

}  // namespace cvtex::grammar
