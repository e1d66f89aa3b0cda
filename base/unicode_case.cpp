#include <cstddef>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/unicode_lookup.hpp"
#include "base/utf8.hpp"

namespace cvtex::unicode {
namespace {

void append_mapped(std::string& out, const FoldMapping& mapping) {
    for (const char32_t c : mapping.to) {
        if (c != 0) append_utf8(out, c);
    }
}

void append_mapped(std::string& out, const SimpleMapping& mapping) {
    append_utf8(out, mapping.to[0]);
}

/// Maps the code points that have `flag` by `table` and copies all others. ASCII folds and
/// lowers alike.
template <class Table>
std::string map_text(std::string_view text, PropertyFlag flag, const Table& table) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (decoded.code_point < 0x80) {
            out += ascii::to_lower(text[at]);
        } else if (has_flag(decoded.code_point, flag)) {
            append_mapped(out, mapping_of(table, decoded.code_point));
        } else {
            out.append(text, at, decoded.length);
        }
        at += decoded.length;
    }
    return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
    return map_text(text, kFolds, kFoldMappings);
}

std::string to_lower(std::string_view text) {
    return map_text(text, kLowers, kLowerMappings);
}

}  // namespace cvtex::unicode
