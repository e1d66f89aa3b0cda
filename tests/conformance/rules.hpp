#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

#include "tests/conformance/checker.hpp"

namespace cvtex::conformance {

/// The file under test and what has been found.
struct Context {
    QPDF& pdf;
    std::string_view bytes;
    Report& report;
    bool has_output_intent = false;
    std::string intent_space = {};  ///< of the output intent's profile: "RGB ", "CMYK", "GRAY"

    void require(bool holds, const char* clause, const std::string& message) {
        if (!holds) report.findings.push_back({clause, message});
    }

    [[nodiscard]] QPDFObjectHandle catalog() { return pdf.getRoot(); }
};

void check_file_structure(Context& context);
void check_metadata(Context& context);
void check_output_intent(Context& context);
void check_content(Context& context);
void check_resources(Context& context);
void check_fonts(Context& context);
void check_annotations(Context& context);
void check_structure_tree(Context& context);
void check_tables(Context& context);

// ---- small helpers ------------------------------------------------------------------------

[[nodiscard]] inline bool is_name(QPDFObjectHandle object, const char* name) {
    return object.isName() && object.getName() == name;
}

[[nodiscard]] inline std::string where(QPDFObjectHandle object) {
    return "object " + std::to_string(object.getObjectID());
}

/// A stream's bytes, decoded as far as filters are lossless.
[[nodiscard]] std::string decoded(QPDFObjectHandle stream);

/// `name` with its slash.
[[nodiscard]] bool is_rendering_intent(const std::string& name);
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// BCP 47's form: letters first, then subtags of 1 to 8 letters and digits.
[[nodiscard]] bool is_language_tag(const std::string& text);

/// Visits every structure element with its depth; the root's kids have depth 0.
void visit_elements(QPDF& pdf, const std::function<void(QPDFObjectHandle, int depth)>& visit);
/// The structure elements among the kids, in order.
[[nodiscard]] std::vector<QPDFObjectHandle> element_kids(QPDFObjectHandle element);
/// A structure element's standard type after the role map, with its slash.
[[nodiscard]] std::string type_of(QPDF& pdf, QPDFObjectHandle element);
/// An attribute of `owner` among /A, null when it is not there.
[[nodiscard]] QPDFObjectHandle attribute(QPDFObjectHandle element, const char* owner,
                                         const char* key);

}  // namespace cvtex::conformance
