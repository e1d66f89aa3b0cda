#pragma once

#include <cstdint>

namespace cvtex {

/// Names one `Source` in a `Sources` registry.
struct FileId {
    std::uint32_t value = UINT32_MAX;

    bool operator==(const FileId&) const = default;

    [[nodiscard]] bool valid() const { return value != UINT32_MAX; }
};

/// Half-open byte range [begin, end) of one source. Line and column are computed only when
/// printing.
struct Span {
    FileId file;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Span&) const = default;

    [[nodiscard]] bool valid() const { return file.valid(); }

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// The smallest span that covers both; an invalid span is neutral.
[[nodiscard]] constexpr Span join(Span a, Span b) {
    if (a.file.value == UINT32_MAX) return b;
    if (b.file.value == UINT32_MAX) return a;
    return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace cvtex
