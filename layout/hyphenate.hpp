#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "layout/break_tailoring.hpp"

namespace cvtex::layout {

/// English hyphenation by TeX's patterns, read when the first word is asked for. Without the
/// pattern file no word is ever hyphenated.
class Hyphenator {
public:
    Hyphenator();
    ~Hyphenator();
    Hyphenator(Hyphenator&&) noexcept;
    Hyphenator& operator=(Hyphenator&&) noexcept;

    /// Offsets in `word` (lower-case ASCII letters) before which it may be divided, sorted.
    [[nodiscard]] std::vector<std::size_t> divide(std::string_view word);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Adds second-pass opportunities inside English words (TYPOGRAPHY §7): all-lower-case ASCII,
/// seven letters at least, not in code or technical tokens. `mode` and the language of each
/// word decide whether it is one; words with soft hyphens of their own are left to them.
void add_hyphenation(const ParagraphText& paragraph, styles::Hyphenate mode,
                     Hyphenator& hyphenator, std::vector<BreakOpportunity>& opportunities);

}  // namespace cvtex::layout
