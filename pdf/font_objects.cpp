#include "pdf/font_objects.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

constexpr std::size_t kMaxNameLength = 80;
/// Descriptor flags (table 123): codes are glyphs, not letters of a standard set.
constexpr std::int64_t kFixedPitch = 1, kSymbolic = 4, kItalic = 64;
/// Widths are written to a hundredth of a thousandth: exact for 1000 units per em, and far
/// below the unit that ISO 19005-2, 6.2.11.5 allows for the others.
constexpr int kWidthDecimals = 2;

/// Six letters that depend on the program alone (9.6.4), so that equal input gives equal bytes.
std::string subset_tag(std::string_view program) {
    std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
    for (const char c : program) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    }
    std::string tag;
    for (int i = 0; i < 6; ++i) {
        tag += static_cast<char>('A' + hash % 26);
        hash /= 26;
    }
    return tag + "+";
}

std::int64_t per_mille(FontUnits value, std::int32_t upem) {
    return std::llround(value.value * 1000.0 / std::max(upem, 1));
}

std::string font_box(const fonts::FontInfo& info) {
    std::string out = "[";
    for (const FontUnits side :
         {info.box_left, info.box_bottom, info.box_right, info.box_top}) {
        if (out.size() > 1) out += ' ';
        append_integer(out, per_mille(side, info.upem));
    }
    return out + "]";
}

/// Thickness of vertical stems, which no table of the font states: 80 for regular weight, 140
/// for bold. Viewers use it only when the program is unusable.
std::int64_t stem_width(int weight) {
    return std::clamp(20 + weight * 3 / 20, 20, 200);
}

Dict write_descriptor(Document& document, const fonts::FontInfo& info,
                      const std::string& name) {
    std::int64_t flags = kSymbolic;
    if (info.monospaced) flags |= kFixedPitch;
    if (info.italic) flags |= kItalic;
    std::string angle;
    append_number(angle, info.italic_angle, 2);
    return document.make_dict()
        .name("Type", "FontDescriptor")
        .name("FontName", name)
        .integer("Flags", flags)
        .raw("FontBBox", font_box(info))
        .raw("ItalicAngle", angle)
        .integer("Ascent", per_mille(info.ascender, info.upem))
        .integer("Descent", per_mille(info.descender, info.upem))
        .integer("CapHeight", per_mille(info.cap_height, info.upem))
        .integer("StemV", stem_width(info.weight));
}

void attach_program(Document& document, Dict descriptor, const fonts::FontProgram& program,
                    const StreamData& packed) {
    Dict stream = document.make_stream(packed);
    if (program.format == fonts::FontProgram::Format::Cff) {
        // Bare CFF, not /OpenType: in an OpenType wrapper poppler and PDFium ignore the charset
        // of CID-keyed fonts and draw wrong glyphs.
        stream.name("Subtype", "CIDFontType0C");
        descriptor.reference("FontFile3", stream);
    } else {
        stream.integer("Length1", static_cast<std::int64_t>(program.data.size()));
        descriptor.reference("FontFile2", stream);
    }
}

double most_common(const std::vector<CodeWidth>& widths) {
    std::map<double, std::size_t> counts;
    for (const CodeWidth& width : widths) ++counts[width.width];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 1000 : most->first;
}

}  // namespace

std::string clean_font_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '+') out += c;
        if (out.size() == kMaxNameLength) break;
    }
    return out.empty() ? "Font" : out;
}

std::string widths_array(const std::vector<CodeWidth>& widths, double default_width) {
    std::string out = "[";
    std::int64_t next = -1;  // the code that would continue the open run
    for (const CodeWidth& width : widths) {
        if (width.width == default_width) continue;
        if (width.code == next) {
            out += ' ';
        } else {
            if (next >= 0) out += "] ";
            append_integer(out, width.code);
            out += '[';
        }
        append_number(out, width.width, kWidthDecimals);
        next = width.code + 1;
    }
    if (next >= 0) out += ']';
    return out + "]";
}

FontObjects write_descendant(Document& document, const fonts::FontInfo& info,
                             const fonts::FontProgram& program, const StreamData& packed,
                             const std::vector<CodeWidth>& widths) {
    const bool cff = program.format == fonts::FontProgram::Format::Cff;
    const std::string name = subset_tag(program.data) + clean_font_name(info.postscript_name);
    Dict descriptor = write_descriptor(document, info, name);
    attach_program(document, descriptor, program, packed);
    const double default_width = most_common(widths);
    std::string default_text;
    append_number(default_text, default_width, kWidthDecimals);
    Dict descendant = document.make_dict();
    descendant.name("Type", "Font")
        .name("Subtype", cff ? "CIDFontType0" : "CIDFontType2")
        .name("BaseFont", name)
        .raw("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
        .raw("DW", default_text)
        .raw("W", widths_array(widths, default_width))
        .reference("FontDescriptor", descriptor);
    if (!cff) descendant.name("CIDToGIDMap", "Identity");
    return {descendant, cff ? name + "-Identity-H" : name};
}

void fill_type0(Document& document, Dict type0, const FontObjects& objects,
                std::vector<CodeText> texts) {
    std::sort(texts.begin(), texts.end(),
              [](const CodeText& a, const CodeText& b) { return a.code < b.code; });
    std::string descendants = "[";
    append_ref(descendants, objects.descendant.ref());
    descendants += ']';
    type0.name("Type", "Font")
        .name("Subtype", "Type0")
        .name("BaseFont", objects.base_name)
        .name("Encoding", "Identity-H")
        .raw("DescendantFonts", descendants)
        .reference("ToUnicode", document.make_stream(to_unicode_cmap(texts)));
}

}  // namespace cvtex::pdf
