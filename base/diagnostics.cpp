#include "base/diagnostics.hpp"

#include <algorithm>
#include <utility>

namespace cvtex {

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::Note:
            return "note";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return {};
}

void Diagnostics::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::Warning) {
        for (const auto& [code, escalated] : levels_) {
            if (code != diagnostic.code) continue;
            if (!escalated) return;
            diagnostic.severity = Severity::Error;
        }
    }
    if (diagnostic.severity == Severity::Error) ++errors_;
    if (diagnostic.severity == Severity::Warning) ++warnings_;
    auto counter = std::find_if(counts_.begin(), counts_.end(), [&](const auto& entry) {
        return entry.first == diagnostic.code;
    });
    if (counter == counts_.end()) {
        counts_.emplace_back(diagnostic.code, 0);
        counter = counts_.end() - 1;
    }
    if (++counter->second > kMaxPerCode) {
        ++suppressed_;
        return;
    }
    diagnostics_.push_back(std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& other) {
    for (const Diagnostic& diagnostic : other.diagnostics_) add(diagnostic);
}

void Diagnostics::error(std::string code, Span span, std::string message, std::string hint) {
    add({Severity::Error, std::move(code), std::move(message), span, std::move(hint), {}});
}

void Diagnostics::warning(std::string code, Span span, std::string message, std::string hint) {
    add({Severity::Warning, std::move(code), std::move(message), span, std::move(hint), {}});
}

void Diagnostics::note(std::string code, Span span, std::string message, std::string hint) {
    add({Severity::Note, std::move(code), std::move(message), span, std::move(hint), {}});
}

std::size_t Diagnostics::count(const std::string& code) const {
    for (const auto& [name, number] : counts_) {
        if (name == code) return number;
    }
    return 0;
}

}  // namespace cvtex
