#include "fonts/subset.hpp"

#include <algorithm>
#include <array>

#include "fonts/cff.hpp"
#include "fonts/sfnt.hpp"

namespace cvtex::fonts {
namespace {

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

/// All that a font program in a PDF needs. Leaving cmap, GSUB and the rest out is what makes
/// subsetting cheap: its plan would walk every entry of them (PDF.md §2.1).
constexpr std::array kProgramTables{
    kCff,
    HB_TAG('g', 'l', 'y', 'f'),
    HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('c', 'v', 't', ' '),
    HB_TAG('f', 'p', 'g', 'm'),
    HB_TAG('p', 'r', 'e', 'p'),
    HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('h', 'm', 't', 'x'),
};

hb_blob_t* program_table(hb_face_t*, hb_tag_t tag, void* data) {
    if (std::find(kProgramTables.begin(), kProgramTables.end(), tag) == kProgramTables.end()) {
        return nullptr;
    }
    return hb_face_reference_table(static_cast<hb_face_t*>(data), tag);
}

FacePtr make_thin_face(const Face& face) {
    FacePtr thin(hb_face_create_for_tables(program_table, face.face.get(), nullptr));
    hb_face_set_upem(thin.get(), static_cast<unsigned>(face.info.upem));
    hb_face_set_glyph_count(thin.get(), face.glyph_count);
    return thin;
}

SubsetInputPtr make_input(std::span<const GlyphId> glyphs) {
    SubsetInputPtr input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    // Without subroutines the program is smaller and made faster (PDF.md §2.1). Hints go: they
    // are 15 % of the bytes and no PDF viewer shows a difference at print or screen sizes.
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* set = hb_subset_input_glyph_set(input.get());
    for (const GlyphId glyph : glyphs) hb_set_add(set, glyph);
    return input;
}

std::string bytes_of(const BlobPtr& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return length == 0 ? std::string() : std::string(data, length);
}

std::vector<GlyphId> normalise(std::span<const GlyphId> glyphs, unsigned glyph_count) {
    std::vector<GlyphId> ids(glyphs.begin(), glyphs.end());
    ids.push_back(0);  // .notdef must be there (PDF 1.7 §9.6.2, OpenType)
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    while (ids.back() >= glyph_count) ids.pop_back();
    return ids;
}

/// Codes of a CID-keyed program are the CIDs, which subsetting keeps. In Noto CJK they equal
/// the glyph ids; other fonts are asked.
Status set_cid_codes(const Face& face, FontProgram& program) {
    const Table cff(face.face.get(), kCff);
    const auto head = read_cff_head(cff.bytes());
    auto cids = head ? cids_of(cff.bytes(), *head, program.old_ids) : std::nullopt;
    if (!cids) return Error{"font " + face.info.path + " has a malformed charset", {}};
    program.cid_keyed = *cids == program.old_ids;
    program.new_ids = std::move(*cids);
    return Done{};
}

void set_new_codes(hb_subset_plan_t* plan, FontProgram& program) {
    const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (const GlyphId id : program.old_ids) program.new_ids.push_back(hb_map_get(map, id));
}

}  // namespace

Result<FontProgram> subset_face(const Face& face, std::span<const GlyphId> glyphs) {
    const Error failed{"cannot subset font " + face.info.path, "the file may be damaged"};
    if (face.info.outlines == Outlines::ColorBitmap) {
        return Error{"font " + face.info.path + " has pictures only, no outlines", {}};
    }
    FontProgram program;
    program.old_ids = normalise(glyphs, face.glyph_count);
    for (const GlyphId id : program.old_ids) {
        program.advances.push_back(hb_font_get_glyph_h_advance(face.font.get(), id));
    }
    const FacePtr thin = make_thin_face(face);
    const SubsetInputPtr input = make_input(program.old_ids);
    if (!input) return failed;
    const SubsetPlanPtr plan(hb_subset_plan_create_or_fail(thin.get(), input.get()));
    if (!plan) return failed;
    const FacePtr subset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!subset) return failed;

    const bool cff = face.info.outlines != Outlines::TrueType;
    program.format = cff ? FontProgram::Format::Cff : FontProgram::Format::TrueType;
    program.data = bytes_of(BlobPtr(cff ? hb_face_reference_table(subset.get(), kCff)
                                        : hb_face_reference_blob(subset.get())));
    if (program.data.empty()) return failed;
    if (face.info.outlines == Outlines::CffCidKeyed) {
        if (const Status status = set_cid_codes(face, program); !status) return status.error();
    } else {
        set_new_codes(plan.get(), program);
    }
    return program;
}

}  // namespace cvtex::fonts
