#include "fonts/face.hpp"

#include <hb-ot.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "fonts/cff.hpp"
#include "fonts/sfnt.hpp"

namespace cvtex::fonts {
namespace {

BlobPtr blob_of(const MappedFile& file) {
    const std::string_view bytes = file.bytes();
    return BlobPtr(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                  HB_MEMORY_MODE_READONLY, nullptr, nullptr));
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id, hb_language_t language) {
    unsigned length = hb_ot_name_get_utf8(face, id, language, nullptr, nullptr);
    std::string name(length, '\0');
    ++length;  // HarfBuzz wants room for its NUL, which std::string has
    hb_ot_name_get_utf8(face, id, language, &length, name.data());
    return name;
}

std::string english_family(hb_face_t* face) {
    const hb_language_t english = hb_language_from_string("en", -1);
    std::string name = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, english);
    return name.empty() ? name_of(face, HB_OT_NAME_ID_FONT_FAMILY, english) : name;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    return !Table(face, tag).empty();
}

/// Which outlines the face has; an error when there is nothing that a PDF could show.
Result<Outlines> outlines_of(hb_face_t* face, const std::string& path) {
    const Table cff(face, HB_TAG('C', 'F', 'F', ' '));
    if (!cff.empty()) {
        const auto head = read_cff_head(cff.bytes());
        if (!head) return Error{"font " + path + " has a malformed CFF table", {}};
        return head->cid_keyed ? Outlines::CffCidKeyed : Outlines::CffNameKeyed;
    }
    if (has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
        has_table(face, HB_TAG('l', 'o', 'c', 'a'))) {
        return Outlines::TrueType;
    }
    if (hb_ot_color_has_png(face) != 0) return Outlines::ColorBitmap;
    return Error{"font " + path + " has no outlines that a PDF can embed",
                 "use a font with TrueType or CFF outlines"};
}

/// OS/2 version 2 has cap height and x-height; older fonts are measured at H and x.
std::int32_t letter_height(hb_font_t* font, char32_t letter) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (hb_font_get_nominal_glyph(font, letter, &glyph) == 0) return 0;
    if (hb_font_get_glyph_extents(font, glyph, &extents) == 0) return 0;
    return extents.y_bearing;
}

void read_os2(const Face& face, FontInfo& info) {
    const Table os2(face.face.get(), HB_TAG('O', 'S', '/', '2'));
    constexpr int kRegular = 400;
    constexpr std::uint16_t kItalicBit = 1;  // fsSelection bit 0
    const int weight = os2.u16(4);
    info.weight = weight >= 1 && weight <= 1000 ? weight : kRegular;
    info.italic = (os2.u16(62) & kItalicBit) != 0;
    info.ascender.value = os2.s16(68);
    info.descender.value = os2.s16(70);
    if (os2.u16(0) >= 2) {
        info.x_height.value = os2.s16(86);
        info.cap_height.value = os2.s16(88);
    }
    if (info.x_height.value <= 0) info.x_height.value = letter_height(face.font.get(), U'x');
    if (info.cap_height.value <= 0) {
        info.cap_height.value = letter_height(face.font.get(), U'H');
    }
}

void read_metrics(const Face& face, FontInfo& info) {
    read_os2(face, info);
    const Table head(face.face.get(), HB_TAG('h', 'e', 'a', 'd'));
    info.box_left.value = head.s16(36);
    info.box_bottom.value = head.s16(38);
    info.box_right.value = head.s16(40);
    info.box_top.value = head.s16(42);
    if (info.ascender.value <= 0 || info.descender.value > 0) {  // no or broken OS/2
        const Table hhea(face.face.get(), HB_TAG('h', 'h', 'e', 'a'));
        info.ascender.value = hhea.s16(4);
        info.descender.value = hhea.s16(6);
    }
    const Table post(face.face.get(), HB_TAG('p', 'o', 's', 't'));
    constexpr double kFixedOne = 65536.0;
    info.italic_angle = static_cast<double>(static_cast<std::int32_t>(post.u32(4))) / kFixedOne;
    info.underline_position.value = post.s16(8);
    info.underline_thickness.value = post.s16(10);
    // Noto Sans Mono CJK says so only in PANOSE (bProportion = 9), others only in post.
    constexpr int kMonospacedPanose = 9;
    const Table os2(face.face.get(), HB_TAG('O', 'S', '/', '2'));
    info.monospaced = post.u32(12) != 0 || (os2.u16(34) & 0xFF) == kMonospacedPanose;
}

}  // namespace

unsigned count_faces(const MappedFile& file) {
    return hb_face_count(blob_of(file).get());
}

Result<std::unique_ptr<Face>> open_face(const MappedFile& file, const std::string& path,
                                        unsigned index) {
    const BlobPtr blob = blob_of(file);
    const unsigned count = hb_face_count(blob.get());
    if (count == 0) return Error{path + " is not a TrueType or OpenType font", {}};
    if (index >= count) {
        return Error{path + " has no face " + std::to_string(index), {}};
    }
    auto result = std::make_unique<Face>();
    result->face.reset(hb_face_create(blob.get(), index));
    hb_face_t* face = result->face.get();
    result->glyph_count = hb_face_get_glyph_count(face);
    for (const hb_tag_t tag : {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                               HB_TAG('h', 'm', 't', 'x'), HB_TAG('c', 'm', 'a', 'p')}) {
        if (!has_table(face, tag)) return Error{"font " + path + " lacks a required table", {}};
    }
    if (result->glyph_count == 0) return Error{"font " + path + " has no glyphs", {}};
    const auto outlines = outlines_of(face, path);
    if (!outlines) return outlines.error();

    FontInfo& info = result->info;
    info.path = path;
    info.index = index;
    info.outlines = *outlines;
    info.upem = static_cast<std::int32_t>(hb_face_get_upem(face));
    result->font.reset(hb_font_create(face));
    hb_font_set_scale(result->font.get(), info.upem, info.upem);
    hb_font_make_immutable(result->font.get());
    read_metrics(*result, info);
    info.family = english_family(face);
    info.postscript_name =
        name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1));
    hb_codepoint_t space = 0;
    hb_font_get_nominal_glyph(result->font.get(), U' ', &space);
    result->space = space;
    result->cjk = result->has(U'中') || result->has(U'の') || result->has(U'가');
    result->fs_type = Table(face, HB_TAG('O', 'S', '/', '2')).u16(8);
    return result;
}

std::vector<std::string> family_names(const Face& face) {
    unsigned count = 0;
    const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face.face.get(), &count);
    std::vector<std::string> names;
    for (unsigned i = 0; i < count; ++i) {
        const hb_ot_name_id_t id = entries[i].name_id;
        if (id != HB_OT_NAME_ID_FONT_FAMILY && id != HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY) continue;
        std::string name = name_of(face.face.get(), id, entries[i].language);
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end())
            continue;
        names.push_back(std::move(name));
    }
    return names;
}

bool may_embed(std::uint16_t fs_type) {
    constexpr unsigned kUsageMask = 0x000F;
    constexpr unsigned kRestricted = 0x0002;
    constexpr unsigned kNoSubsetting = 0x0100;
    constexpr unsigned kBitmapOnly = 0x0200;
    return (fs_type & kUsageMask) != kRestricted &&
           (fs_type & (kNoSubsetting | kBitmapOnly)) == 0;
}

std::string fold_family(std::string_view family) {
    std::string folded;
    for (const char c : family) {
        if (c == ' ' || c == '\t') continue;
        folded.push_back(ascii::to_lower(c));
    }
    return folded;
}

}  // namespace cvtex::fonts
