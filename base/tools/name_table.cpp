#include "base/tools/name_table.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

#include "base/ascii.hpp"
#include "base/tools/ucd_file.hpp"
#include "base/unicode_names.hpp"

namespace cvtex::ucd {
namespace {

using Names = std::map<std::uint32_t, std::string>;

std::vector<std::string> words_of(const std::string& name) {
    std::istringstream stream(name);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

/// Frequent words first, so that they get the numbers of one byte; ties by spelling.
std::vector<std::string> dictionary(const Names& names) {
    std::map<std::string, std::size_t> counts;
    for (const auto& [code_point, name] : names) {
        for (const std::string& word : words_of(name)) ++counts[word];
    }
    std::vector<std::string> words;
    words.reserve(counts.size());
    for (const auto& [word, count] : counts) words.push_back(word);
    std::stable_sort(words.begin(), words.end(),
                     [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    return words;
}

/// Adjacent literals of printable characters and three-digit octal escapes.
void write_bytes(std::ostream& out, const char* name, const std::string& bytes) {
    constexpr std::size_t kPerLine = 32;
    out << "inline constexpr char " << name << "[] =";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % kPerLine == 0) out << (i == 0 ? "\n    \"" : "\"\n    \"");
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool plain = ascii::is_upper(byte) || byte == '-';
        if (plain) {
            out << bytes[i];
        } else {
            out << '\\' << byte / 64 << byte / 8 % 8 << byte % 8;
        }
    }
    out << "\";\n\n";
}

void write_words(std::ostream& out, const std::vector<std::string>& words) {
    std::string text;
    out << "inline constexpr std::uint32_t kWordOffsets[] = {";
    for (std::size_t i = 0; i < words.size(); ++i) {
        out << (i % 16 == 0 ? "\n    " : "") << text.size() << ',';
        text += words[i];
    }
    out << text.size() << "};\n\n";
    write_bytes(out, "kWordText", text);
}

std::string encode(const std::string& name, const std::map<std::string, std::size_t>& numbers) {
    std::string bytes;
    for (const std::string& word : words_of(name)) {
        const std::size_t number = numbers.at(word);
        if (number < unicode::kTwoByteWord) {
            bytes += static_cast<char>(number);
        } else {
            const std::size_t rest = number - unicode::kTwoByteWord;
            bytes += static_cast<char>(unicode::kTwoByteWord + (rest >> 8));
            bytes += static_cast<char>(rest & 0xFF);
        }
    }
    return bytes;
}

/// Blocks of code points that have a name at all; in each, every code point has a length byte
/// (0: no name) and its words.
void write_blocks(std::ostream& out, const Names& names,
                  const std::map<std::string, std::size_t>& numbers) {
    std::string bytes;
    std::map<std::uint32_t, std::size_t> offsets;
    for (const auto& [code_point, name] : names) {
        const std::uint32_t block = code_point / unicode::kNameBlock;
        if (!offsets.try_emplace(block, bytes.size()).second) continue;
        for (std::uint32_t i = 0; i < unicode::kNameBlock; ++i) {
            const auto found = names.find(block * unicode::kNameBlock + i);
            const std::string words =
                found == names.end() ? "" : encode(found->second, numbers);
            bytes += static_cast<char>(words.size());
            bytes += words;
        }
    }
    out << "inline constexpr NameBlock kNameBlocks[] = {\n";
    for (const auto& [block, offset] : offsets) {
        out << "    {" << block << ", " << offset << "},\n";
    }
    out << "};\n\n";
    write_bytes(out, "kNameBytes", bytes);
}

void write_jamo(std::ostream& out, const std::string& folder, const char* name,
                std::uint32_t first, std::uint32_t last) {
    out << "inline constexpr const char* " << name << "[] = {";
    for (const Line& line : read_lines(folder + "/Jamo.txt")) {
        if (line.first >= first && line.first <= last) out << '"' << line.fields[0] << "\", ";
    }
    out << "};\n";
}

}  // namespace

void write_name_tables(const std::string& folder, std::ostream& out) {
    constexpr std::uint32_t kFirstSyllable = 0xAC00;
    constexpr std::uint32_t kLastSyllable = 0xD7A3;
    Names names;
    std::ostringstream patterns;
    for (const Line& line : read_lines(folder + "/extracted/DerivedName.txt")) {
        if (line.first >= kFirstSyllable && line.first <= kLastSyllable) continue;
        const std::string& name = line.fields[0];
        if (name.ends_with('*')) {
            patterns << "    {" << line.first << ", " << line.last << ", \""
                     << name.substr(0, name.size() - 1) << "\"},\n";
        } else {
            names[line.first] = name;
        }
    }
    const std::vector<std::string> words = dictionary(names);
    std::map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < words.size(); ++i) numbers[words[i]] = i;
    out << "// Generated by base/tools/generate_unicode from Unicode's data files.\n#pragma "
           "once\n"
           "\n#include \"base/unicode_names.hpp\"\n\nnamespace cvtex::unicode {\n\n"
           "inline constexpr NamePattern kNamePatterns[] = {\n"
        << patterns.str() << "};\n\n";
    write_jamo(out, folder, "kLeadingJamo", 0x1100, 0x1112);
    write_jamo(out, folder, "kVowelJamo", 0x1161, 0x1175);
    write_jamo(out, folder, "kTrailingJamo", 0x11A8, 0x11C2);
    out << '\n';
    write_words(out, words);
    write_blocks(out, names, numbers);
    out << "}  // namespace cvtex::unicode\n";
}

}  // namespace cvtex::ucd
