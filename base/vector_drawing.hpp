#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cvtex {

/// A picture as a PDF form (8.10): its objects, cut loose from the file that they were made
/// in. Header only, so that modules need no code of `base`.
struct VectorDrawing {
    /// A dictionary, and the stream that goes with it.
    struct Part {
        /// Its entries, without the brackets; "\1n\1" refers to part n.
        std::string entries;
        std::optional<std::string> stream;  ///< not compressed
    };

    double width = 0, height = 0;  ///< points
    std::vector<Part> parts;       ///< the form comes first
    std::string source;            ///< the SVG file, for whoever shows that
};

inline constexpr char kPartMark = '\1';
inline constexpr std::string_view kDrawingMagic = "cvtex drawing\n";

/// As a file that `decode_drawing` reads.
[[nodiscard]] inline std::string encode(const VectorDrawing& drawing) {
    std::string out(kDrawingMagic);
    const auto number = [&out](auto value) {
        char digits[40];
        const auto end = std::to_chars(digits, digits + sizeof digits, value);
        out.append(digits, end.ptr).append("\n");
    };
    const auto bytes = [&](std::string_view value) {
        number(value.size());
        out += value;
    };
    number(drawing.width);
    number(drawing.height);
    number(drawing.parts.size());
    for (const VectorDrawing::Part& part : drawing.parts) {
        bytes(part.entries);
        number(part.stream ? 1 : 0);
        if (part.stream) bytes(*part.stream);
    }
    bytes(drawing.source);
    return out;
}

namespace detail {

/// Takes numbers and byte strings off the front of a file; after a failure `ok` is false.
struct DrawingReader {
    std::string_view rest;
    bool ok = true;

    template <class Number>
    Number number() {
        Number value{};
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        ok = ok && read.ec == std::errc() && read.ptr != rest.data() + rest.size() &&
             *read.ptr == '\n';
        if (!ok) return {};
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()) + 1);
        return value;
    }

    std::string bytes() {
        const auto size = number<std::size_t>();
        ok = ok && size <= rest.size();
        if (!ok) return {};
        std::string value(rest.substr(0, size));
        rest.remove_prefix(size);
        return value;
    }
};

}  // namespace detail

/// Nothing when `file` is not a whole drawing.
[[nodiscard]] inline std::optional<VectorDrawing> decode_drawing(std::string_view file) {
    if (file.substr(0, kDrawingMagic.size()) != kDrawingMagic) return std::nullopt;
    detail::DrawingReader reader{file.substr(kDrawingMagic.size())};
    VectorDrawing drawing;
    drawing.width = reader.number<double>();
    drawing.height = reader.number<double>();
    const auto count = reader.number<std::size_t>();
    for (std::size_t i = 0; i < count && reader.ok; ++i) {
        VectorDrawing::Part& part = drawing.parts.emplace_back();
        part.entries = reader.bytes();
        if (reader.number<int>() == 1) part.stream = reader.bytes();
    }
    drawing.source = reader.bytes();
    const bool sound = drawing.width > 0 && drawing.height > 0 && !drawing.parts.empty() &&
                       drawing.parts.front().stream;
    return reader.ok && sound ? std::optional(std::move(drawing)) : std::nullopt;
}

}  // namespace cvtex
