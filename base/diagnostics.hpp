#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace cvtex {

enum class Severity { Note, Warning, Error };

/// "note", "warning", "error".
[[nodiscard]] std::string_view severity_name(Severity severity);

/// A secondary place that explains a diagnostic ("first defined here").
struct DiagnosticNote {
    Span span;
    std::string message;
};

/// One message about the user's document. Text is lower case without a full stop.
struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string code;  ///< stable kebab-case name, e.g. "missing-glyph"
    std::string message;
    Span span;         ///< may be invalid: about the document as a whole
    std::string hint;  ///< the one action to take; may be empty
    std::vector<DiagnosticNote> notes;
};

/// Collects diagnostics of one compilation in the order found. A cap per code keeps hostile
/// input from flooding the terminal; what was left out is counted.
class Diagnostics {
public:
    static constexpr std::size_t kMaxPerCode = 50;

    void add(Diagnostic diagnostic);
    void error(std::string code, Span span, std::string message, std::string hint = {});
    void warning(std::string code, Span span, std::string message, std::string hint = {});
    void note(std::string code, Span span, std::string message, std::string hint = {});

    /// Adds what `other` has collected.
    void append(const Diagnostics& other);

    /// From now on warnings with `code` are errors.
    void escalate(std::string code) { levels_.emplace_back(std::move(code), true); }

    /// From now on warnings with `code` are not collected.
    void silence(std::string code) { levels_.emplace_back(std::move(code), false); }

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return diagnostics_; }

    [[nodiscard]] std::size_t error_count() const { return errors_; }

    [[nodiscard]] std::size_t warning_count() const { return warnings_; }

    [[nodiscard]] std::size_t suppressed() const { return suppressed_; }

    /// How many diagnostics with `code` were reported, the suppressed ones included.
    [[nodiscard]] std::size_t count(const std::string& code) const;

private:
    std::vector<Diagnostic> diagnostics_;
    std::vector<std::pair<std::string, std::size_t>> counts_;
    std::vector<std::pair<std::string, bool>> levels_;  ///< true: escalated, false: silenced
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t suppressed_ = 0;
};

}  // namespace cvtex
