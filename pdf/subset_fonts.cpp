#include "pdf/subset_fonts.hpp"

#include <algorithm>

#include "pdf/parallel.hpp"

namespace cvtex::pdf {
namespace {

/// Fewer glyphs than this are subset faster (8 µs each) than a thread starts to pay off.
constexpr std::size_t kBigFont = 40;

/// One face to do, and what came of it.
struct Job {
    fonts::FontId font;
    std::vector<fonts::GlyphId> glyphs;
    std::optional<Result<fonts::FontProgram>> program;
    StreamData packed;
};

std::vector<Job> make_jobs(const FontUse& use, const fonts::FontLibrary& library) {
    std::vector<Job> jobs;
    for (const auto& [font, glyphs] : use) {
        if (is_drawn(library.info(font))) continue;
        Job& job = jobs.emplace_back();
        job.font = font;
        for (const PlainGlyph& plain : glyphs) job.glyphs.push_back(plain.glyph);
    }
    return jobs;
}

}  // namespace

std::optional<std::size_t> SubsetFont::slot(fonts::GlyphId glyph) const {
    const auto& ids = program.old_ids;
    const auto found = std::lower_bound(ids.begin(), ids.end(), glyph);
    if (found == ids.end() || *found != glyph) return std::nullopt;
    return static_cast<std::size_t>(found - ids.begin());
}

std::uint16_t SubsetFont::code(std::size_t slot) const {
    const auto& codes = program.cid_keyed ? program.old_ids : program.new_ids;
    return static_cast<std::uint16_t>(codes[slot]);
}

double SubsetFont::width(std::size_t slot, std::int32_t upem) const {
    return static_cast<double>(program.advances[slot]) * 1000 / std::max(upem, 1);
}

Result<std::vector<SubsetFont>> subset_fonts(const FontUse& use,
                                             const fonts::FontLibrary& library,
                                             const Document& document) {
    std::vector<Job> jobs = make_jobs(use, library);
    const auto big = std::count_if(
        jobs.begin(), jobs.end(), [](const Job& job) { return job.glyphs.size() >= kBigFont; });
    run_parallel(jobs.size(), static_cast<std::size_t>(big), [&](std::size_t i) {
        Job& job = jobs[i];
        job.program = library.subset(job.font, job.glyphs);
        if (job.program->ok()) job.packed = document.pack(job.program->value().data);
    });
    std::vector<SubsetFont> out;
    for (Job& job : jobs) {
        if (!job.program->ok()) return job.program->error();
        out.push_back({job.font, std::move(*job.program).value(), std::move(job.packed)});
    }
    return out;
}

}  // namespace cvtex::pdf
