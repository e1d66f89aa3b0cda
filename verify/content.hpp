#pragma once

#include <functional>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

/// Reading content streams through libqpdf, which shares nothing with the writer. For verify/
/// and for tests: qpdf's exceptions pass through.
namespace cvtex::verify {

/// One open marked-content sequence (14.6).
struct MarkedContent {
    std::string tag;          ///< with its slash
    std::optional<int> mcid;  ///< of a sequence of the structure tree
    bool has_properties = false;
};

/// Where the interpreter stands when an operator is met.
struct ContentState {
    std::vector<MarkedContent> marked;  ///< outermost first
    QPDFObjectHandle resources;
    QPDFObjectHandle font;  ///< of the last Tf; not initialized before it
    int render_mode = 0;
    int saved = 0;  ///< open q
    bool in_text = false;

    [[nodiscard]] bool in_artifact() const;
    /// The innermost identifier; nothing outside the structure.
    [[nodiscard]] std::optional<int> mcid() const;
};

using Operands = std::vector<QPDFObjectHandle>;
/// Called before the operator changes the state, except that a mark already counts at BMC/BDC.
using OnOperator =
    std::function<void(const std::string& name, const Operands&, const ContentState&)>;

/// Interprets the content of a page or form XObject, forms inside included (not deeper than
/// 16).
void walk_content(QPDFObjectHandle page_or_form, const OnOperator& on_operator);

/// Whether the operator shows text: Tj, TJ, ' or ".
[[nodiscard]] bool shows_text(const std::string& name);
/// The two-byte codes that a text-showing operator's operands hold.
[[nodiscard]] std::vector<unsigned> shown_codes(const Operands& operands);

}  // namespace cvtex::verify
