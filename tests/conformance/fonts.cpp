// ISO 19005-2, 6.2.11 and ISO 14289-1, 7.21: fonts, and the codes that the pages show with
// them.

#include <ft2build.h>

#include <cmath>
#include <map>
#include <memory>
#include <set>
#include FT_FREETYPE_H

#include "tests/conformance/rules.hpp"
#include "verify/content.hpp"
#include "verify/to_unicode_reader.hpp"

namespace cvtex::conformance {
namespace {

/// 6.2.11.5: widths may differ from the program's by one thousandth.
constexpr double kWidthTolerance = 1;
constexpr int kInvisible = 3;

struct Use {
    QPDFObjectHandle font;
    std::set<unsigned> codes;          ///< shown in any way
    std::set<unsigned> visible_codes;  ///< not in rendering mode 3
};

using Uses = std::map<QPDFObjGen, Use>;

Uses collect_uses(Context& context) {
    Uses uses;
    for (QPDFObjectHandle page : context.pdf.getAllPages()) {
        verify::walk_content(page, [&](const std::string& op, const verify::Operands& operands,
                                       const verify::ContentState& state) {
            if (!verify::shows_text(op)) return;
            QPDFObjectHandle font = state.font;
            if (!font.isInitialized() || !font.isDictionary())
                return context.require(false, "A 6.2.2", where(page) + ": text without a font");
            Use& use = uses[font.getObjGen()];
            use.font = font;
            for (const unsigned code : verify::shown_codes(operands)) {
                use.codes.insert(code);
                if (state.render_mode != kInvisible) use.visible_codes.insert(code);
            }
        });
    }
    return uses;
}

/// /W and /DW of a CIDFont (9.7.4.3).
struct Widths {
    double standard = 1000;
    std::map<unsigned, double> by_cid;

    [[nodiscard]] double of(unsigned cid) const {
        const auto found = by_cid.find(cid);
        return found == by_cid.end() ? standard : found->second;
    }
};

Widths read_widths(QPDFObjectHandle descendant) {
    Widths widths;
    if (descendant.hasKey("/DW")) widths.standard = descendant.getKey("/DW").getNumericValue();
    QPDFObjectHandle array = descendant.getKey("/W");
    if (!array.isArray()) return widths;
    const std::vector<QPDFObjectHandle> items = array.getArrayAsVector();
    for (std::size_t i = 0; i + 1 < items.size();) {
        QPDFObjectHandle first = items[i];
        QPDFObjectHandle second = items[i + 1];
        unsigned cid = static_cast<unsigned>(first.getIntValue());
        if (second.isArray()) {
            for (QPDFObjectHandle width : second.getArrayAsVector())
                widths.by_cid[cid++] = width.getNumericValue();
            i += 2;
        } else if (i + 2 < items.size()) {
            QPDFObjectHandle width = items[i + 2];
            for (; cid <= static_cast<unsigned>(second.getIntValue()); ++cid)
                widths.by_cid[cid] = width.getNumericValue();
            i += 3;
        } else {
            break;
        }
    }
    return widths;
}

/// A font program as FreeType sees it.
class Program {
public:
    explicit Program(const std::string& bytes) : bytes_(bytes) {
        if (FT_Init_FreeType(&library_) != 0) return;
        if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes_.data()),
                               static_cast<FT_Long>(bytes_.size()), 0, &face_) != 0)
            face_ = nullptr;
    }

    ~Program() {
        if (face_) FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }

    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] bool usable() const { return face_ != nullptr; }

    /// In thousandths of an em; negative when there is no such glyph. FreeType takes the CID
    /// where a bare CFF is CID-keyed, the glyph number elsewhere: just what PDF means
    /// (9.7.4.2).
    [[nodiscard]] double width(unsigned cid) const {
        if (FT_Load_Glyph(face_, cid, FT_LOAD_NO_SCALE) != 0) return -1;
        return static_cast<double>(face_->glyph->metrics.horiAdvance) * 1000 /
               face_->units_per_EM;
    }

private:
    std::string bytes_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

void check_program(Context& context, const Use& use, QPDFObjectHandle descendant,
                   const std::string& place) {
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    QPDFObjectHandle stream = descriptor.getKeyIfDict("/FontFile3");
    const bool true_type = is_name(descendant.getKey("/Subtype"), "/CIDFontType2");
    if (true_type) stream = descriptor.getKeyIfDict("/FontFile2");
    if (!stream.isStream())
        return context.require(false, "A 6.2.11.4.1", place + ": not embedded");
    if (true_type) {
        context.require(!descendant.getKey("/CIDToGIDMap").isNull(), "A 6.2.11.3.2",
                        place + ": no CIDToGIDMap");
    } else {
        context.require(is_name(stream.getDict().getKey("/Subtype"), "/CIDFontType0C") ||
                            is_name(stream.getDict().getKey("/Subtype"), "/OpenType"),
                        "A 6.2.11.2", place + ": Subtype of the font program");
    }
    const Program program(decoded(stream));
    if (!program.usable())
        return context.require(false, "A 6.2.11.4.1",
                               place + ": FreeType can't read the program");
    const Widths widths = read_widths(descendant);
    for (const unsigned cid : use.codes) {
        const double own = program.width(cid);
        const std::string glyph = place + ": CID " + std::to_string(cid);
        context.require(own >= 0, "A 6.2.11.4.1", glyph + " is not in the program");
        context.require(own < 0 || std::abs(own - widths.of(cid)) <= kWidthTolerance,
                        "A 6.2.11.5",
                        glyph + " is " + std::to_string(widths.of(cid)) +
                            " wide, in the program " + std::to_string(own));
    }
    // CIDSet is optional; if it is there it must list every glyph, which needs a reader of it.
    context.require(!descriptor.hasKey("/CIDSet"), "A 6.2.11.4.2", place + ": CIDSet");
}

void check_texts(Context& context, const Use& use, const std::string& place) {
    const verify::CodeTexts texts = verify::read_to_unicode(use.font);
    context.require(!texts.empty(), "AU 6.2.11.7.2", place + ": no ToUnicode");
    for (const unsigned code : use.codes) {
        const auto text = texts.find(code);
        const std::string glyph = place + ": code " + std::to_string(code);
        const bool has_text = text != texts.end() && !text->second.empty();
        context.require(has_text, "AU 6.2.11.7.2", glyph + " has no text");
        context.require(has_text, "UA 7.21.7", glyph + " has no text");
        if (!has_text) continue;
        const std::string& utf16 = text->second;
        context.require(utf16.size() % 2 == 0, "AU 6.2.11.7.2", glyph + ": odd UTF-16");
        for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
            const unsigned unit = static_cast<unsigned>(static_cast<unsigned char>(utf16[i]))
                                      << 8 |
                                  static_cast<unsigned char>(utf16[i + 1]);
            const bool forbidden = unit == 0 || unit == 0xFEFF || unit == 0xFFFE;
            context.require(!forbidden, "AU 6.2.11.7.2", glyph + " means U+0000, FEFF or FFFE");
            context.require(!forbidden, "UA 7.21.7", glyph + " means U+0000, FEFF or FFFE");
            const bool is_private =
                (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
            context.require(!is_private, "AA 6.2.11.7.3", glyph + " means a private character");
        }
    }
}

void check_font(Context& context, const Use& use) {
    QPDFObjectHandle font = use.font;
    const std::string place = where(font);
    if (!is_name(font.getKey("/Subtype"), "/Type0"))
        return context.require(false, "A 6.2.11.2", place + ": a font that is not Type0");
    context.require(is_name(font.getKey("/Encoding"), "/Identity-H"), "A 6.2.11.3.3",
                    place + ": Encoding");
    QPDFObjectHandle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    QPDFObjectHandle system = descendant.getKey("/CIDSystemInfo");
    context.require(system.isDictionary() && system.getKey("/Registry").isString() &&
                        system.getKey("/Ordering").isString() &&
                        system.getKey("/Supplement").isInteger(),
                    "A 6.2.11.3.1", place + ": CIDSystemInfo");
    const std::string base = descendant.getKey("/BaseFont").unparse();
    const std::string name =
        descendant.getKey("/FontDescriptor").getKeyIfDict("/FontName").unparse();
    context.require(base == name, "A 6.2.11.2",
                    place + ": BaseFont " + base + ", FontName " + name);
    context.require(!use.codes.contains(0), "A 6.2.11.8", place + ": .notdef is shown");
    context.require(!use.codes.contains(0), "UA 7.21.8", place + ": .notdef is shown");
    check_program(context, use, descendant, place);
    check_texts(context, use, place);
}

}  // namespace

void check_fonts(Context& context) {
    for (const auto& [id, use] : collect_uses(context)) check_font(context, use);
}

}  // namespace cvtex::conformance
