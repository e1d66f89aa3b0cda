#include "pdf/tiny_cff.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

// A CFF font set is: header, Name INDEX, Top DICT INDEX, String INDEX, Global Subr INDEX, then
// what the Top DICT points to: charset, CharStrings INDEX, Private DICT. (TN 5176, section 2.)

namespace cvtex::pdf {
namespace {

/// Ends of the type 2 charstring operators used (TN 5177, appendix A).
enum CharstringOperator : unsigned char {
    kRLineTo = 5,
    kRRCurveTo = 8,
    kEndChar = 14,
    kRMoveTo = 21,
};

/// Keeps every difference of two coordinates within the 16 bits of an operand.
constexpr double kMaxCoordinate = 16000;
/// Strings 0–390 are predefined; ours come after them (TN 5176, appendix A).
constexpr int kFirstOwnString = 391;

void append_big_endian(std::string& out, std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

/// A charstring number (TN 5177, 3.2).
void append_operand(std::string& out, std::int32_t value) {
    if (value >= -107 && value <= 107) {
        out += static_cast<char>(value + 139);
    } else if (value >= 108 && value <= 1131) {
        append_big_endian(out, static_cast<std::size_t>(value - 108 + (247 << 8)), 2);
    } else if (value >= -1131 && value <= -108) {
        append_big_endian(out, static_cast<std::size_t>(-value - 108 + (251 << 8)), 2);
    } else {
        out += static_cast<char>(28);
        append_big_endian(out, static_cast<std::uint16_t>(value), 2);
    }
}

/// A DICT integer, always in five bytes so that the Top DICT's size is known beforehand.
void append_dict_integer(std::string& out, std::size_t value) {
    out += static_cast<char>(29);
    append_big_endian(out, value, 4);
}

std::string index_of(const std::vector<std::string>& items) {
    std::string out;
    append_big_endian(out, items.size(), 2);
    if (items.empty()) return out;
    std::size_t total = 1;
    for (const std::string& item : items) total += item.size();
    const int offset_size = total < 0x100 ? 1 : total < 0x10000 ? 2 : 4;
    out += static_cast<char>(offset_size);
    std::size_t offset = 1;
    append_big_endian(out, offset, offset_size);
    for (const std::string& item : items) {
        offset += item.size();
        append_big_endian(out, offset, offset_size);
    }
    for (const std::string& item : items) out += item;
    return out;
}

/// Writes an outline as relative moves from the current point.
class CharstringWriter {
public:
    explicit CharstringWriter(std::int32_t width) {
        // With nominalWidthX 0 the width itself precedes the first operator's arguments.
        append_operand(out_, width);
    }

    void add(const fonts::PathCommand& command) {
        using Verb = fonts::PathCommand::Verb;
        switch (command.verb) {
            case Verb::Move:
                go(command.x, command.y);
                out_ += static_cast<char>(kRMoveTo);
                break;
            case Verb::Line:
                go(command.x, command.y);
                out_ += static_cast<char>(kRLineTo);
                break;
            case Verb::Cubic:
                go(command.x1, command.y1);
                go(command.x2, command.y2);
                go(command.x, command.y);
                out_ += static_cast<char>(kRRCurveTo);
                break;
            case Verb::Close:  // implied by the next move and by endchar
                break;
        }
    }

    std::string finish() {
        out_ += static_cast<char>(kEndChar);
        return std::move(out_);
    }

private:
    static std::int32_t rounded(double value) {
        if (std::isnan(value)) return 0;
        return static_cast<std::int32_t>(
            std::lround(std::clamp(value, -kMaxCoordinate, kMaxCoordinate)));
    }

    void go(double x, double y) {
        const std::int32_t new_x = rounded(x);
        const std::int32_t new_y = rounded(y);
        append_operand(out_, new_x - x_);
        append_operand(out_, new_y - y_);
        x_ = new_x;
        y_ = new_y;
    }

    std::string out_;
    std::int32_t x_ = 0;
    std::int32_t y_ = 0;
};

std::string charstring(const TinyGlyph& glyph) {
    CharstringWriter writer(std::clamp(glyph.width, -32000, 32000));
    for (const fonts::PathCommand& command : glyph.outline) writer.add(command);
    return writer.finish();
}

/// The Top DICT with final offsets; its size does not depend on them.
std::string top_dict(std::size_t charset, std::size_t charstrings, std::size_t private_dict) {
    std::string out;
    const auto entry = [&out](std::initializer_list<std::size_t> operands, int op) {
        for (const std::size_t operand : operands) append_dict_integer(out, operand);
        out += static_cast<char>(op);
    };
    constexpr int kCharset = 15, kCharStrings = 17, kPrivate = 18;
    entry({charset}, kCharset);
    entry({charstrings}, kCharStrings);
    entry({0, private_dict}, kPrivate);  // empty: defaultWidthX and nominalWidthX are 0
    return out;
}

}  // namespace

std::string write_tiny_cff(std::string_view font_name, const std::vector<TinyGlyph>& glyphs) {
    assert(glyphs.size() < kMaxTinyGlyphs);
    std::vector<std::string> charstrings{charstring({500, {}})};
    std::string charset;
    charset += '\2';  // format 2: ranges of consecutive string ids
    append_big_endian(charset, kFirstOwnString, 2);
    append_big_endian(charset, glyphs.empty() ? 0 : glyphs.size() - 1, 2);
    std::vector<std::string> names;
    for (const TinyGlyph& glyph : glyphs) {
        charstrings.push_back(charstring(glyph));
        names.push_back("g" + std::to_string(names.size() + 1));
    }
    const std::string header = {1, 0, 4, 4};
    const std::string name_index = index_of({std::string(font_name)});
    const std::string strings = index_of(names);
    const std::string subroutines = index_of({});
    const std::string charstring_index = index_of(charstrings);

    const std::size_t dict_size = index_of({top_dict(0, 0, 0)}).size();
    const std::size_t charset_at =
        header.size() + name_index.size() + dict_size + strings.size() + subroutines.size();
    const std::size_t charstrings_at = charset_at + charset.size();
    const std::size_t private_at = charstrings_at + charstring_index.size();
    return header + name_index + index_of({top_dict(charset_at, charstrings_at, private_at)}) +
           strings + subroutines + charset + charstring_index;
}

}  // namespace cvtex::pdf
