#include "base/tools/property_table.hpp"

#include <array>
#include <functional>
#include <map>
#include <tuple>
#include <vector>

#include "base/tools/ucd_file.hpp"

namespace cvtex::ucd {
namespace {

/// A code point's properties; values are the enumerators of base/unicode.hpp by name, so that
/// the C++ compiler checks them. Flags are members of `PropertyFlag` (base/unicode_record.hpp).
struct Record {
    std::string category = "Cn";
    std::string line_break = "XX";
    std::string grapheme_break = "Other";
    std::string width = "N";
    std::string script = "Zzzz";
    bool pictographic = false;
    bool emoji_presentation = false;
    bool right_to_left = false;
    bool folds = false;
    bool lowers = false;
    bool nfc_sensitive = false;
    bool radical = false;

    auto operator<=>(const Record&) const = default;
};

using Records = std::vector<Record>;
using Aliases = std::map<std::string, std::string>;

std::string short_name(const Aliases& aliases, const std::string& name) {
    const auto found = aliases.find(name);
    return found == aliases.end() ? name : found->second;
}

/// "Regional_Indicator" to the enumerator's spelling.
std::string without_underscores(std::string name) {
    std::erase(name, '_');
    return name;
}

/// Calls `set(record, value)` for every code point of the file's lines: the defaults of the
/// "@missing" lines first, wherever they stand, then what is listed.
void apply(Records& records, const std::string& path,
           const std::function<void(Record&, const std::vector<std::string>&)>& set) {
    const std::vector<Line> lines = read_lines(path);
    for (const bool defaults : {true, false}) {
        for (const Line& line : lines) {
            if (line.is_default != defaults) continue;
            for (auto c = line.first; c <= line.last; ++c) set(records[c], line.fields);
        }
    }
}

using Fields = std::vector<std::string>;

void read_enumerated(Records& records, const std::string& folder) {
    const Aliases breaks = read_aliases(folder, "lb");
    const Aliases widths = read_aliases(folder, "ea");
    const Aliases scripts = read_aliases(folder, "sc");
    apply(records, folder + "/extracted/DerivedGeneralCategory.txt",
          [](Record& record, const Fields& fields) { record.category = fields[0]; });
    apply(records, folder + "/extracted/DerivedLineBreak.txt",
          [&](Record& record, const Fields& fields) {
              record.line_break = short_name(breaks, fields[0]);
          });
    apply(records, folder + "/extracted/DerivedEastAsianWidth.txt",
          [&](Record& record, const Fields& fields) {
              record.width = short_name(widths, fields[0]);
          });
    apply(records, folder + "/auxiliary/GraphemeBreakProperty.txt",
          [](Record& record, const Fields& fields) {
              record.grapheme_break = without_underscores(fields[0]);
          });
    apply(records, folder + "/Scripts.txt", [&](Record& record, const Fields& fields) {
        record.script = short_name(scripts, fields[0]);
    });
}

void read_flags(Records& records, const std::string& folder) {
    const Aliases bidi = read_aliases(folder, "bc");
    apply(records, folder + "/extracted/DerivedBidiClass.txt",
          [&](Record& record, const Fields& fields) {
              const std::string value = short_name(bidi, fields[0]);
              record.right_to_left = value == "R" || value == "AL";
          });
    apply(records, folder + "/emoji/emoji-data.txt", [](Record& record, const Fields& fields) {
        if (fields[0] == "Extended_Pictographic") record.pictographic = true;
        if (fields[0] == "Emoji_Presentation") record.emoji_presentation = true;
    });
    // UAX #15 §9: what NFC may compose, reorder or replace.
    apply(records, folder + "/DerivedNormalizationProps.txt",
          [](Record& record, const Fields& fields) {
              const bool listed = fields[0] == "NFC_QC" && fields[1] != "Yes";
              if (listed) record.nfc_sensitive = true;
          });
    apply(records, folder + "/extracted/DerivedCombiningClass.txt",
          [](Record& record, const Fields& fields) {
              const bool reorders = fields[0] != "0" && fields[0] != "Not_Reordered";
              if (reorders) record.nfc_sensitive = true;
          });
}

struct Mapping {
    std::uint32_t from = 0;
    std::vector<std::uint32_t> to;
};

std::vector<Mapping> read_case_folding(Records& records, const std::string& folder) {
    std::vector<Mapping> mappings;
    for (const Line& line : read_lines(folder + "/CaseFolding.txt")) {
        const std::string& status = line.fields[0];
        if (status != "C" && status != "F") continue;
        mappings.push_back({line.first, parse_code_points(line.fields[1])});
        records[line.first].folds = true;
    }
    return mappings;
}

std::vector<Mapping> read_lower_case(Records& records, const std::string& folder) {
    constexpr std::size_t kSimpleLowercase = 12;  // UAX #44 table 9, field 13
    std::vector<Mapping> mappings;
    for (const Line& line : read_lines(folder + "/UnicodeData.txt")) {
        const std::string& lower = line.fields.at(kSimpleLowercase);
        if (lower.empty()) continue;
        mappings.push_back({line.first, {parse_hex(lower)}});
        records[line.first].lowers = true;
    }
    return mappings;
}

std::vector<Mapping> read_radicals(Records& records, const std::string& folder) {
    std::vector<Mapping> mappings;
    for (const Line& line : read_lines(folder + "/EquivalentUnifiedIdeograph.txt")) {
        if (line.is_default) continue;
        for (auto c = line.first; c <= line.last; ++c) {
            mappings.push_back({c, {parse_hex(line.fields[0])}});
            records[c].radical = true;
        }
    }
    return mappings;
}

template <class Numbers>
void write_array(std::ostream& out, const char* type, const char* name,
                 const Numbers& numbers) {
    out << "inline constexpr " << type << ' ' << name << "[] = {";
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        out << (i % 24 == 0 ? "\n    " : "") << numbers[i] << ',';
    }
    out << "\n};\n\n";
}

void write_mappings(std::ostream& out, const char* type, const char* name,
                    const std::vector<Mapping>& mappings) {
    out << "inline constexpr " << type << ' ' << name << "[] = {\n";
    for (const Mapping& mapping : mappings) {
        out << "    {" << mapping.from << ", {";
        for (const auto c : mapping.to) out << c << ", ";
        out << "}},\n";
    }
    out << "};\n\n";
}

std::string flags_of(const Record& record) {
    std::string flags;
    const auto add = [&](bool set, const char* name) {
        if (set) flags += std::string(flags.empty() ? "" : " | ") + name;
    };
    add(record.pictographic, "kPictographic");
    add(record.emoji_presentation, "kEmojiPresentation");
    add(record.right_to_left, "kRightToLeft");
    add(record.folds, "kFolds");
    add(record.lowers, "kLowers");
    add(record.nfc_sensitive, "kNfcSensitive");
    add(record.radical, "kRadical");
    return flags.empty() ? "0" : flags;
}

void write_record(std::ostream& out, const Record& record, std::size_t script) {
    out << "    {Category::" << record.category << ", LineBreak::" << record.line_break
        << ", GraphemeBreak::" << record.grapheme_break << ", EastAsianWidth::" << record.width
        << ", " << script << ", " << flags_of(record) << "},\n";
}

/// Numbers distinct values in the order in which they are first asked for.
template <class Value>
class Numbering {
public:
    std::size_t number(const Value& value) {
        const auto [entry, added] = numbers_.try_emplace(value, values_.size());
        if (added) values_.push_back(value);
        return entry->second;
    }

    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

private:
    std::map<Value, std::size_t> numbers_;
    std::vector<Value> values_;
};

/// code point → block (stage one) → record number (stage two) → record.
void write_two_stage(std::ostream& out, const Records& records) {
    constexpr std::size_t kBlock = 128;
    Numbering<std::vector<std::size_t>> blocks;
    Numbering<Record> distinct;
    std::vector<std::size_t> stage_one;
    for (std::size_t c = 0; c < records.size(); c += kBlock) {
        std::vector<std::size_t> block;
        for (std::size_t i = 0; i < kBlock; ++i)
            block.push_back(distinct.number(records[c + i]));
        stage_one.push_back(blocks.number(block));
    }
    std::vector<std::size_t> stage_two;
    for (const auto& block : blocks.values()) {
        stage_two.insert(stage_two.end(), block.begin(), block.end());
    }
    Numbering<std::string> scripts;
    out << "inline constexpr Record kRecords[] = {\n";
    for (const Record& record : distinct.values()) {
        write_record(out, record, scripts.number(record.script));
    }
    out << "};\n\ninline constexpr ScriptTag kScripts[] = {\n";
    for (const std::string& tag : scripts.values())
        out << "    script_tag(\"" << tag << "\"),\n";
    out << "};\n\ninline constexpr std::size_t kBlockSize = " << kBlock << ";\n";
    write_array(out, "std::uint16_t", "kStageOne", stage_one);
    write_array(out, "std::uint16_t", "kStageTwo", stage_two);
}

}  // namespace

void write_property_tables(const std::string& folder, std::ostream& out) {
    Records records(kCodeSpace);
    read_enumerated(records, folder);
    read_flags(records, folder);
    const auto folding = read_case_folding(records, folder);
    const auto lower = read_lower_case(records, folder);
    const auto radicals = read_radicals(records, folder);
    out << "// Generated by base/tools/generate_unicode from Unicode's data files.\n#pragma "
           "once\n"
           "\n#include \"base/unicode_record.hpp\"\n\nnamespace cvtex::unicode {\n\n";
    write_two_stage(out, records);
    write_mappings(out, "FoldMapping", "kFoldMappings", folding);
    write_mappings(out, "SimpleMapping", "kLowerMappings", lower);
    write_mappings(out, "SimpleMapping", "kRadicals", radicals);
    out << "}  // namespace cvtex::unicode\n";
}

}  // namespace cvtex::ucd
