#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::profile {

/// Repairs text that was pasted from PDFs and word processors and counts what it did: radicals
/// become unified ideographs, the rest Normalization Form C, and characters that are never
/// seen (controls, a byte order mark inside, bidi overrides) go. Zero width space and joiners,
/// variation selectors and soft hyphens stay: they have a meaning. Code keeps its characters,
/// only controls go.
class TextRepair {
public:
    enum class Kind : std::uint8_t { Radical, Normalization, Control };

    /// Every text of the tree: literal text, titles, alternatives, code.
    void repair(ast::Blocks& blocks);
    /// One text that was written at `span`.
    void repair(std::string& text, Span span);

    /// One warning for each kind that occurred, at its first place.
    void report(Diagnostics& diagnostics) const;

private:
    struct Finding {
        std::uint64_t count = 0;
        Span first;
        std::u32string from;
        std::u32string to;
    };

    void repair(ast::Inlines& inlines);
    void repair(ast::Inline& node);
    void repair(ast::Attributes& attributes);
    void repair_code(std::string& text, Span span);
    [[nodiscard]] ast::Inlines split_and_repair(const std::string& text, Span span);
    bool normalize(std::u32string& cluster, Span span);
    void count(Kind kind, Span span, std::u32string from, std::u32string to);

    std::array<Finding, 3> findings_;
};

/// Reports what decoding the source had to change (`invalid-utf8`, `nul-byte`,
/// `byte-order-mark`), or that it is not UTF-8 at all (`not-utf8`).
void report_decoding(const Sources& sources, FileId file, Diagnostics& diagnostics);

}  // namespace cvtex::profile
