#include "fonts/shape_cache.hpp"

#include <algorithm>
#include <functional>

namespace cvtex::fonts {
namespace {

/// Longer pieces hardly occur twice.
constexpr std::size_t kLongestText = 512;
/// A part that holds more is emptied: about 4 MiB for all parts.
constexpr std::size_t kMaxGlyphsAPart = 4096;

/// Whether a byte begins a character of a script whose letters may take their form from their
/// neighbours (U+0580–U+1FFF and beyond the basic plane): HarfBuzz looks at the text around.
bool may_join(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD6 && byte <= 0xE1) || byte >= 0xF0;
}

void append_number(std::string& key, std::uint64_t number) {
    for (int shift = 0; shift < 32; shift += 8) {
        key += static_cast<char>((number >> shift) & 0xFF);
    }
}

void move_by(std::vector<ShapedRun>& runs, std::uint32_t distance) {
    for (ShapedRun& run : runs) {
        run.begin += distance;
        run.end += distance;
        for (ShapedGlyph& glyph : run.glyphs) {
            glyph.begin += distance;
            glyph.end += distance;
        }
    }
}

}  // namespace

std::optional<std::string> ShapeCache::key_of(const ShapeRequest& request) {
    const std::string_view text =
        request.text.substr(request.begin, request.end - request.begin);
    if (request.right_to_left || text.size() > kLongestText) return std::nullopt;
    if (std::any_of(text.begin(), text.end(), may_join)) return std::nullopt;
    std::string key;
    key.reserve(text.size() + request.lang.size() + 8);
    append_number(key, request.selection.index());
    const unsigned flags = (request.form == Form::Han ? 1U : 0U) |
                           (request.ligatures ? 2U : 0U) | (request.tabular_digits ? 4U : 0U) |
                           (request.small_caps ? 8U : 0U);
    key += static_cast<char>(flags);
    key.append(request.lang).append(1, '\0').append(text);
    return key;
}

ShapeCache::Part& ShapeCache::part_of(const std::string& key) {
    return parts_[std::hash<std::string>{}(key) % kParts];
}

std::optional<std::vector<ShapedRun>> ShapeCache::find(const std::string& key,
                                                       std::uint32_t begin) {
    asked_.fetch_add(1, std::memory_order_relaxed);
    std::vector<ShapedRun> runs;
    {
        Part& part = part_of(key);
        const std::lock_guard lock(part.mutex);
        const auto at = part.runs.find(key);
        if (at == part.runs.end()) return std::nullopt;
        runs = at->second;
    }
    found_.fetch_add(1, std::memory_order_relaxed);
    move_by(runs, begin);
    return runs;
}

void ShapeCache::add(std::string key, std::vector<ShapedRun> runs, std::uint32_t begin) {
    move_by(runs, 0U - begin);
    std::size_t glyphs = 0;
    for (const ShapedRun& run : runs) glyphs += run.glyphs.size();
    Part& part = part_of(key);
    const std::lock_guard lock(part.mutex);
    if (part.glyphs + glyphs > kMaxGlyphsAPart) {
        part.runs.clear();
        part.glyphs = 0;
    }
    if (part.runs.emplace(std::move(key), std::move(runs)).second) part.glyphs += glyphs;
}

ShapeStatistics ShapeCache::statistics() const {
    return {asked_.load(std::memory_order_relaxed), found_.load(std::memory_order_relaxed)};
}

}  // namespace cvtex::fonts
