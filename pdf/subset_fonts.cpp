#include "pdf/subset_fonts.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <system_error>
#include <thread>

#include "pdf/clusters.hpp"
#include "pdf/own_box.hpp"

namespace cvtex::pdf {
namespace {

/// Fewer glyphs than this are subset faster (8 µs each) than a thread starts to pay off.
constexpr std::size_t kBigFont = 40;
constexpr std::size_t kMaxThreads = 8;

/// The glyphs one face shows, as a set over glyph ids.
struct GlyphSet {
    std::vector<bool> seen;
    std::vector<fonts::GlyphId> glyphs;

    void add(fonts::GlyphId glyph) {
        if (glyph >= seen.size()) seen.resize(glyph + 1);
        if (seen[glyph]) return;
        seen[glyph] = true;
        glyphs.push_back(glyph);
    }
};

using GlyphSets = std::map<fonts::FontId, GlyphSet>;

void collect(const layout::TextItem& item, const layout::LaidOut& laid_out,
             const fonts::FontLibrary& library, GlyphSets& sets) {
    if (!item.font.valid() || !item.block.valid()) return;
    if (item.block.index() >= laid_out.text_blocks.size()) return;
    const std::string_view block_text = laid_out.text_blocks[item.block.index()].text;
    const fonts::FontInfo& info = library.info(item.font);
    GlyphSet& set = sets[item.font];
    for (const Cluster& cluster : clusters_of(item, block_text)) {
        if (is_composable(item, cluster)) continue;
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            if (is_plain(item, i, block_text, info)) set.add(item.glyphs[i].id);
        }
    }
}

GlyphSets collect_glyphs(const layout::LaidOut& laid_out, const fonts::FontLibrary& library) {
    GlyphSets sets;
    for (const layout::Page& page : laid_out.pages) {
        for (const layout::Placed& placed : page.items) {
            if (const auto* text = std::get_if<layout::TextItem>(&placed.item)) {
                collect(*text, laid_out, library, sets);
            }
        }
    }
    std::erase_if(sets, [](const auto& entry) { return entry.second.glyphs.empty(); });
    return sets;
}

/// One face to do, and what came of it.
struct Job {
    fonts::FontId font;
    std::vector<fonts::GlyphId> glyphs;
    std::optional<Result<fonts::FontProgram>> program;
    StreamData packed;
};

void run(Job& job, const fonts::FontLibrary& library, const Document& document) {
    job.program = library.subset(job.font, job.glyphs);
    if (job.program->ok()) job.packed = document.pack(job.program->value().data);
}

/// Runs the jobs on as many threads as there are big ones. Which thread takes which job does
/// not matter: every job has its own place for the result.
void run_all(std::vector<Job>& jobs, const fonts::FontLibrary& library,
             const Document& document) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs.size(); i = next++) {
            run(jobs[i], library, document);
        }
    };
    const auto big =
        static_cast<std::size_t>(std::count_if(jobs.begin(), jobs.end(), [](const Job& job) {
            return job.glyphs.size() >= kBigFont;
        }));
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min({big, cores, kMaxThreads});
    std::vector<std::jthread> helpers;
    try {
        while (helpers.size() + 1 < threads) helpers.emplace_back(work);
    } catch (const std::system_error&) {
        // No more threads to be had: those that run, and this one, do the work.
    }
    work();
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

bool is_plain(const layout::TextItem& item, std::size_t index, std::string_view block_text,
              const fonts::FontInfo& info) {
    const layout::Glyph& glyph = item.glyphs[index];
    return info.outlines != fonts::Outlines::ColorBitmap && !glyph.missing && glyph.id != 0 &&
           !own_box(item, index, block_text).needed();
}

Result<std::vector<SubsetFont>> subset_fonts(const layout::LaidOut& laid_out,
                                             const fonts::FontLibrary& library,
                                             const Document& document) {
    std::vector<Job> jobs;
    for (auto& [font, set] : collect_glyphs(laid_out, library)) {
        std::sort(set.glyphs.begin(), set.glyphs.end());
        jobs.push_back({font, set.glyphs, std::nullopt, {}});
    }
    run_all(jobs, library, document);
    std::vector<SubsetFont> out;
    for (Job& job : jobs) {
        if (!job.program->ok()) return job.program->error();
        out.push_back({job.font, std::move(*job.program).value(), std::move(job.packed)});
    }
    return out;
}

}  // namespace cvtex::pdf
