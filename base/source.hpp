#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace cvtex {

/// One-based line and column; `column` counts code points from the start of the line.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool operator==(const LineColumn&) const = default;
};

/// Where decoding of the input bytes had to change something, for one warning per kind.
struct DecodeRepairs {
    std::uint32_t invalid_sequences = 0;  ///< ill-formed UTF-8, each now one U+FFFD
    std::uint32_t first_invalid = 0;      ///< byte offset (in the decoded text) of the first
    std::uint32_t nul_bytes = 0;          ///< U+0000, each now U+FFFD (CommonMark 2.3)
    std::uint32_t first_nul = 0;
    bool utf16_mark = false;       ///< the bytes began FF FE or FE FF, UTF-16's byte order mark
    bool byte_order_mark = false;  ///< a leading U+FEFF was removed
    std::uint32_t carriage_returns = 0;  ///< CR LF and lone CR, each now LF
    std::uint32_t first_carriage_return = 0;
};

/// A named text: valid UTF-8, lines ended by LF only. The only owner of input bytes.
class Source {
public:
    /// Offsets are 32 bits, and every byte may grow into the three of U+FFFD.
    static constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

    /// Decodes `bytes`: drops a BOM, makes line ends LF, replaces ill-formed sequences
    /// (maximal subparts, Unicode 15 §3.9) and NUL by U+FFFD. Never fails; what lies beyond
    /// `kMaxBytes` is dropped (callers refuse such files before reading them).
    static Source decode(std::string name, std::string bytes);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] std::string_view text() const { return text_; }

    [[nodiscard]] const DecodeRepairs& repairs() const { return repairs_; }

    /// Clamped to the text's end.
    [[nodiscard]] LineColumn line_column(std::uint32_t offset) const;
    /// The text of one-based line `line`, without its line end; empty when there is none.
    [[nodiscard]] std::string_view line_text(std::uint32_t line) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
    DecodeRepairs repairs_;
};

/// The sources of one compilation. Views into a source stay valid as long as this lives.
class Sources {
public:
    FileId add(Source source);

    [[nodiscard]] const Source& operator[](FileId id) const { return sources_[id.value]; }

    [[nodiscard]] std::string_view slice(Span span) const;

    [[nodiscard]] std::size_t size() const { return sources_.size(); }

private:
    std::deque<Source> sources_;
};

}  // namespace cvtex
