#include "fonts/cff_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "fonts/charstring.hpp"

// A CFF font set is: header, Name INDEX, Top DICT INDEX, String INDEX, Global Subr INDEX, then
// what the Top DICT points to: charset, FDSelect, CharStrings INDEX, Font DICT INDEX with a
// Private DICT and its subroutines. (TN 5176, section 2.)

namespace cvtex::fonts {
namespace {

/// DICT operators (TN 5176, tables 9, 10 and 23); the first byte of two is 12.
enum DictOperator : int {
    kFontBBox = 5,
    kCharset = 15,
    kCharStrings = 17,
    kPrivate = 18,
    kSubrs = 19,
    kDefaultWidth = 20,
    kNominalWidth = 21,
    kRos = 12 << 8 | 30,
    kCidCount = 12 << 8 | 34,
    kFdArray = 12 << 8 | 36,
    kFdSelect = 12 << 8 | 37,
};

/// Strings 0–390 are predefined; ours come after them (TN 5176, appendix A).
constexpr std::int32_t kFirstOwnString = 391;
constexpr std::int32_t kNotdefWidth = 500;
/// Shorter paths cost less than the call of a subroutine and its place in the INDEX.
constexpr std::size_t kShortestSubroutine = 8;
/// Numbers of subroutines are biased by this, as long as there are fewer than 1240 (TN
/// 5177, 4.7).
constexpr std::size_t kMostSubroutines = 1239;
constexpr std::int32_t kSubroutineBias = 107;

void append_big_endian(std::string& out, std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

std::string index_of(const std::vector<std::string>& items) {
    std::string out;
    append_big_endian(out, items.size(), 2);
    if (items.empty()) return out;
    std::size_t total = 1;
    for (const std::string& item : items) total += item.size();
    int offset_size = 1;
    for (std::size_t rest = total >> 8; rest != 0; rest >>= 8) ++offset_size;
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

/// A DICT under construction.
class Dict {
public:
    void entry(std::initializer_list<std::int32_t> operands, DictOperator op) {
        for (const std::int32_t operand : operands) append_operand(out_, operand * kGridUnit);
        finish(op);
    }

    /// Offsets always have five bytes, so that the size does not depend on them.
    void offsets(std::initializer_list<std::size_t> operands, DictOperator op) {
        for (const std::size_t operand : operands) {
            out_ += static_cast<char>(29);
            append_big_endian(out_, operand, 4);
        }
        finish(op);
    }

    [[nodiscard]] std::string bytes() const { return out_; }

private:
    void finish(DictOperator op) { append_big_endian(out_, op, op > 0xFF ? 2 : 1); }

    std::string out_;
};

/// Widths in charstrings are differences from `nominal`; the default one is left out.
struct Widths {
    std::int32_t common = 0, nominal = 0;
};

std::int32_t clamped_width(const DrawnGlyph& glyph) {
    constexpr std::int32_t kMost = 16000;
    return std::clamp(glyph.width, -kMost, kMost);
}

Widths choose_widths(const std::vector<DrawnGlyph>& glyphs) {
    std::map<std::int32_t, std::size_t> counts;
    for (const DrawnGlyph& glyph : glyphs) ++counts[clamped_width(glyph)];
    if (counts.empty()) return {};
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const std::int32_t common = std::max_element(counts.begin(), counts.end(), more)->first;
    std::vector<std::int32_t> others;
    for (const DrawnGlyph& glyph : glyphs) {
        if (clamped_width(glyph) != common) others.push_back(clamped_width(glyph));
    }
    if (others.empty()) return {common, 0};
    const auto middle = others.begin() + static_cast<std::ptrdiff_t>(others.size() / 2);
    std::nth_element(others.begin(), middle, others.end());
    return {common, *middle};
}

/// Paths that several glyphs show.
class Subroutines {
public:
    explicit Subroutines(const std::vector<Charstring>& charstrings) {
        std::map<std::string_view, std::size_t> uses;
        for (const Charstring& charstring : charstrings) {
            const std::string_view path = charstring.operators;
            if (path.size() < kShortestSubroutine || ++uses[path] != 2) continue;
            if (paths_.size() == kMostSubroutines) break;
            numbers_.emplace(path, static_cast<std::int32_t>(paths_.size()) - kSubroutineBias);
            paths_.emplace_back(path);
        }
    }

    /// The path itself, or a call of it.
    void append(std::string& out, std::string_view path) const {
        const auto found = numbers_.find(path);
        if (found == numbers_.end()) {
            out += path;
            return;
        }
        append_operand(out, found->second * kGridUnit);
        out += static_cast<char>(kCallSubr);
    }

    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

private:
    std::map<std::string_view, std::int32_t> numbers_;
    std::vector<std::string> paths_;
};

std::string charstring(std::int32_t width, std::int32_t x, const Charstring& path,
                       const Widths& widths, const Subroutines& subroutines) {
    std::string out;
    if (width != widths.common) append_operand(out, (width - widths.nominal) * kGridUnit);
    if (path.operators.size() > 1) append_move(out, path.start.x + x * kGridUnit, path.start.y);
    subroutines.append(out, path.operators);
    return out;
}

std::vector<std::string> charstrings_of(const std::vector<DrawnGlyph>& glyphs,
                                        const std::vector<Charstring>& paths,
                                        const Widths& widths, const Subroutines& subroutines) {
    std::vector<std::string> out{
        charstring(kNotdefWidth, 0, encode_outline({}), widths, subroutines)};
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        out.push_back(
            charstring(clamped_width(glyphs[i]), glyphs[i].x, paths[i], widths, subroutines));
    }
    return out;
}

/// The box around all control points: poppler places glyphs finer where it is not too large.
struct Box {
    std::int32_t left = 0, bottom = 0, right = 0, top = 0;
};

Box box_of(const std::vector<DrawnGlyph>& glyphs) {
    double left = 0, bottom = 0, right = 0, top = 0;
    const auto reach = [&](double x, double y) {
        left = std::min(left, x);
        right = std::max(right, x);
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    };
    for (const DrawnGlyph& glyph : glyphs) {
        for (const PathCommand& command : glyph.outline) {
            if (command.verb == PathCommand::Verb::Close) continue;
            reach(command.x + glyph.x, command.y);
            if (command.verb != PathCommand::Verb::Cubic) continue;
            reach(command.x1 + glyph.x, command.y1);
            reach(command.x2 + glyph.x, command.y2);
        }
    }
    const auto whole = [](double value) {
        constexpr double kMost = 16000;
        return static_cast<std::int32_t>(std::clamp(value, -kMost, kMost));
    };
    return {whole(std::floor(left)), whole(std::floor(bottom)), whole(std::ceil(right)),
            whole(std::ceil(top))};
}

/// Where the parts behind the Top DICT are; its size does not depend on them.
struct Places {
    std::size_t charset = 0, select = 0, charstrings = 0, fonts = 0;
};

std::string top_dict(const Places& places, std::size_t glyph_count, const Box& box) {
    Dict dict;
    dict.entry({kFirstOwnString, kFirstOwnString + 1, 0}, kRos);  // must come first
    dict.entry({box.left, box.bottom, box.right, box.top}, kFontBBox);
    dict.offsets({glyph_count}, kCidCount);
    dict.offsets({places.charset}, kCharset);
    dict.offsets({places.select}, kFdSelect);
    dict.offsets({places.charstrings}, kCharStrings);
    dict.offsets({places.fonts}, kFdArray);
    return dict.bytes();
}

std::string private_dict(const Widths& widths, bool has_subroutines) {
    Dict dict;
    dict.entry({widths.common}, kDefaultWidth);
    dict.entry({widths.nominal}, kNominalWidth);
    if (!has_subroutines) return dict.bytes();
    constexpr std::size_t kOwnSize = 6;
    dict.offsets({dict.bytes().size() + kOwnSize}, kSubrs);  // right behind this DICT
    return dict.bytes();
}

/// CIDs 1, 2, 3 … in one range (format 2).
std::string charset(std::size_t glyph_count) {
    std::string out = "\2";
    append_big_endian(out, 1, 2);
    append_big_endian(out, glyph_count > 1 ? glyph_count - 2 : 0, 2);
    return out;
}

/// All glyphs in Font DICT 0 (format 3).
std::string font_select(std::size_t glyph_count) {
    std::string out = "\3";
    for (const std::size_t number : {std::size_t{1}, std::size_t{0}})  // ranges; first glyph
        append_big_endian(out, number, 2);
    out += '\0';
    append_big_endian(out, glyph_count, 2);
    return out;
}

}  // namespace

std::string write_cff(std::string_view font_name, const std::vector<DrawnGlyph>& glyphs) {
    assert(glyphs.size() < kMaxCffGlyphs);
    std::vector<Charstring> paths;
    paths.reserve(glyphs.size());
    for (const DrawnGlyph& glyph : glyphs) paths.push_back(encode_outline(glyph.outline));
    const Widths widths = choose_widths(glyphs);
    const Subroutines subroutines(paths);
    const std::size_t count = glyphs.size() + 1;
    const Box box = box_of(glyphs);

    const std::string begin = std::string{1, 0, 4, 4} + index_of({std::string(font_name)});
    const std::string strings = index_of({"Adobe", "Identity"}) + index_of({});
    const std::string charstring_index =
        index_of(charstrings_of(glyphs, paths, widths, subroutines));
    const std::string private_part = private_dict(widths, !subroutines.paths().empty());

    Places places;
    places.charset =
        begin.size() + index_of({top_dict({}, count, box)}).size() + strings.size();
    places.select = places.charset + charset(count).size();
    places.charstrings = places.select + font_select(count).size();
    const std::size_t private_at = places.charstrings + charstring_index.size();
    std::string tail = private_part;
    if (!subroutines.paths().empty()) tail += index_of(subroutines.paths());
    places.fonts = private_at + tail.size();
    Dict font;
    font.offsets({private_part.size(), private_at}, kPrivate);
    return begin + index_of({top_dict(places, count, box)}) + strings + charset(count) +
           font_select(count) + charstring_index + tail + index_of({font.bytes()});
}

}  // namespace cvtex::fonts
