#pragma once

#include <map>
#include <string>

#include "layout/frame.hpp"
#include "styles/styled.hpp"

/// References to pages: numbers that are known only when the pages are made, in tables of
/// contents. They are set twice: once to find the pages, once to say them.
namespace cvtex::layout {

/// The number of the page, from 1, where each anchor stands.
using AnchorPages = std::map<std::string, std::size_t, std::less<>>;

[[nodiscard]] AnchorPages find_anchor_pages(const LaidOut& out);

/// Writes the page numbers into the runs that ask for them. Returns whether any text changed.
bool fill_page_numbers(styles::StyledDocument& document, const AnchorPages& pages);

/// Whether anything in `document` asks for the number of a page.
[[nodiscard]] bool has_page_numbers(const styles::StyledDocument& document);

}  // namespace cvtex::layout
