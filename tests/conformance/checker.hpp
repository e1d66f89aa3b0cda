#pragma once

#include <string>
#include <vector>

/// Judges PDF files by the rules of ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) that can
/// be decided from the file. Written from the clauses, over libqpdf, FreeType and libxml2: it
/// shares no code with the writer. COVERAGE.md lists the rules.
namespace cvtex::conformance {

/// A rule that the file breaks.
struct Finding {
    std::string
        clause;  ///< "A 6.1.3": ISO 19005-2; "AA 6.7.2": its level A; "UA 7.1": ISO 14289-1
    std::string message;  ///< what is wrong, and where
};

/// What a file says of itself in its XMP packet.
struct Claimed {
    bool ua1 = false;
    char a2_level = 0;  ///< 'A', 'B', 'U'; 0: none
};

struct Report {
    Claimed claimed;
    std::vector<Finding> findings;  ///< of all rules, claimed or not

    /// The findings that make a claim wrong.
    [[nodiscard]] std::vector<Finding> violations() const;
    [[nodiscard]] bool breaks(const std::string& clause) const;
};

[[nodiscard]] Report check(const std::string& pdf);

/// One line a finding; empty when there is none.
[[nodiscard]] std::string to_text(const std::vector<Finding>& findings);

}  // namespace cvtex::conformance
