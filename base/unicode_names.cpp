#include "base/unicode_names.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/unicode.hpp"
#include "unicode_name_tables.hpp"

namespace cvtex::unicode {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;  // Unicode 15 §3.12
constexpr char32_t kLastSyllable = 0xD7A3;

/// At least four digits, upper case.
std::string hexadecimal(char32_t c) {
    char digits[8];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(c), 16);
    std::string text(digits, end);
    for (char& digit : text) {
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
    return text;
}

std::string syllable_name(char32_t c) {
    constexpr char32_t kVowels = std::size(kVowelJamo);
    constexpr char32_t kTrails = std::size(kTrailingJamo) + 1;
    const char32_t index = c - kFirstSyllable;
    std::string name = "HANGUL SYLLABLE ";
    name += kLeadingJamo[index / (kVowels * kTrails)];
    name += kVowelJamo[index / kTrails % kVowels];
    const char32_t trail = index % kTrails;
    if (trail > 0) name += kTrailingJamo[trail - 1];
    return name;
}

std::uint32_t name_byte(std::size_t at) {
    return static_cast<unsigned char>(kNameBytes[at]);
}

/// Spells the words whose numbers are the `length` bytes at `at`.
std::string spell(std::size_t at, std::size_t length) {
    std::string name;
    for (const std::size_t end = at + length; at < end;) {
        std::uint32_t word = name_byte(at++);
        if (word >= kTwoByteWord) {
            word = kTwoByteWord + ((word - kTwoByteWord) << 8) + name_byte(at++);
        }
        if (!name.empty()) name += ' ';
        name.append(kWordText + kWordOffsets[word], kWordText + kWordOffsets[word + 1]);
    }
    return name;
}

/// The name listed for `c`; empty when there is none.
std::string listed_name(char32_t c) {
    const std::uint32_t block = static_cast<std::uint32_t>(c) / kNameBlock;
    const auto* entry = std::lower_bound(
        std::begin(kNameBlocks), std::end(kNameBlocks), block,
        [](const NameBlock& candidate, std::uint32_t key) { return candidate.block < key; });
    if (entry == std::end(kNameBlocks) || entry->block != block) return {};
    std::size_t at = entry->offset;
    for (std::uint32_t i = 0; i < c % kNameBlock; ++i) at += name_byte(at) + 1;
    return spell(at + 1, name_byte(at));
}

std::string label(char32_t c) {
    const auto with_number = [&](const char* kind) {
        return std::string("<") + kind + hexadecimal(c) + '>';
    };
    if (category(c) == Category::Cc) return with_number("control-");
    if (category(c) == Category::Co) return with_number("private-use-");
    if (category(c) == Category::Cs) return with_number("surrogate-");
    return "<unassigned>";
}

}  // namespace

std::string name(char32_t c) {
    if (c >= kFirstSyllable && c <= kLastSyllable) return syllable_name(c);
    for (const NamePattern& pattern : kNamePatterns) {
        if (c >= pattern.first && c <= pattern.last) return pattern.prefix + hexadecimal(c);
    }
    std::string listed = listed_name(c);
    return listed.empty() ? label(c) : listed;
}

}  // namespace cvtex::unicode
