#pragma once

#include <string>
#include <string_view>

namespace cvtex::cli {

/// What is said about fitting to pages, in the language of the document: advice is for the
/// person who writes it.
class AdviceWords {
public:
    /// `lang` is a BCP 47 tag; languages without words of their own get English.
    explicit AdviceWords(std::string_view lang);

    /// "cut 3 characters to save a line"
    [[nodiscard]] std::string saving(int characters) const;
    /// "it takes 2 pages; one page less needs 5 lines saved"
    [[nodiscard]] std::string pages(std::size_t pages, int lines_over) const;
    /// "it fits 1 page"
    [[nodiscard]] std::string fits(std::size_t pages) const;
    /// "it does not fit 1 page: 5 lines are to be saved"
    [[nodiscard]] std::string too_long(std::size_t wanted, int lines_over) const;
    /// "it does not fill 2 pages"
    [[nodiscard]] std::string too_short(std::size_t wanted) const;
    /// "a line each can be saved in 4 paragraphs"
    [[nodiscard]] std::string total(std::size_t paragraphs) const;
    /// "last line: …"
    [[nodiscard]] std::string last_line(const std::string& text) const;

private:
    std::size_t row_;
};

}  // namespace cvtex::cli
