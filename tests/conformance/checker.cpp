#include "tests/conformance/checker.hpp"

#include <libxml/xmlstring.h>

#include <algorithm>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

bool counts(const std::string& clause, const Claimed& claimed) {
    const std::string standard = clause.substr(0, clause.find(' '));
    if (standard == "A") return claimed.a2_level != 0;
    if (standard == "AU") return claimed.a2_level == 'A' || claimed.a2_level == 'U';
    if (standard == "AA") return claimed.a2_level == 'A';
    return claimed.ua1;
}

}  // namespace

std::vector<Finding> Report::violations() const {
    std::vector<Finding> out;
    for (const Finding& finding : findings) {
        if (counts(finding.clause, claimed)) out.push_back(finding);
    }
    return out;
}

bool Report::breaks(const std::string& clause) const {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.clause == clause; });
}

Report check(const std::string& bytes) {
    Report report;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    Context context{pdf, bytes, report};
    try {
        pdf.processMemoryFile("checked", bytes.data(), bytes.size());
        check_file_structure(context);
        check_metadata(context);
        check_output_intent(context);
        check_resources(context);
        check_content(context);
        check_fonts(context);
        check_annotations(context);
        check_structure_tree(context);
        check_tables(context);
        for (const QPDFExc& warning : pdf.getWarnings())
            context.require(false, "A 6.1.2", std::string("syntax: ") + warning.what());
    } catch (const std::exception& error) {
        context.require(false, "A 6.1.2", std::string("unreadable: ") + error.what());
    }
    return report;
}

std::string to_text(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings)
        out += finding.clause + ": " + finding.message + "\n";
    return out;
}

std::string decoded(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

bool is_utf8(std::string_view bytes) {
    const std::string text(bytes);  // which ends with the zero that libxml2 looks for
    return text.find('\0') == text.npos &&
           xmlCheckUTF8(reinterpret_cast<const unsigned char*>(text.c_str())) != 0;
}

bool is_language_tag(const std::string& text) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : text) {
        const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        const bool digit = c >= '0' && c <= '9';
        if (c == '-' && length > 0) {
            length = 0;
            first = false;
        } else if (!(letter || (digit && !first)) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

}  // namespace cvtex::conformance
