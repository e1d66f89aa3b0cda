#include <algorithm>
#include <cassert>

#include "fonts/face_store.hpp"
#include "fonts/fonts.hpp"
#include "fonts/freetype.hpp"
#include "fonts/glyphs.hpp"
#include "fonts/itemize.hpp"
#include "fonts/selection.hpp"
#include "fonts/shape_cache.hpp"
#include "fonts/subset.hpp"

namespace cvtex::fonts {
namespace {

/// Shaping buffers for reuse: one for each thread that shapes at the moment.
class BufferPool {
public:
    BufferPtr take() {
        const std::lock_guard lock(mutex_);
        if (buffers_.empty()) return BufferPtr(hb_buffer_create());
        BufferPtr buffer = std::move(buffers_.back());
        buffers_.pop_back();
        return buffer;
    }

    void give_back(BufferPtr buffer) {
        const std::lock_guard lock(mutex_);
        buffers_.push_back(std::move(buffer));
    }

private:
    std::mutex mutex_;
    std::vector<BufferPtr> buffers_;
};

struct Resolved {
    Selection selection;
    FontId han, latin;  ///< primary faces

    explicit Resolved(const FontQuery& query) : selection(query) {}
};

Error no_font(const FontQuery& query) {
    std::string names;
    for (const auto* list : {&query.latin, &query.cjk, &query.fallback}) {
        for (const std::string& family : *list) {
            names.append(names.empty() ? "" : ", ").append(family);
        }
    }
    return {"no usable font found" + (names.empty() ? "" : " for " + names),
            "install fonts-noto-cjk, or name a folder with fonts by --font-dir"};
}

}  // namespace

struct FontLibrary::Impl {
    FaceStore faces;
    FontFinder finder;
    BufferPool buffers;
    ShapeCache shaped;
    std::mutex mutex;  ///< guards `selections`; its elements stay where they are
    std::deque<Resolved> selections;

    explicit Impl(FontLibraryOptions options) : finder(std::move(options), faces) {}

    Resolved& operator[](SelectionId id) {
        const std::lock_guard lock(mutex);
        assert(id.index() < selections.size());
        return selections[id.index()];
    }
};

FontLibrary::FontLibrary(FontLibraryOptions options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}

FontLibrary::~FontLibrary() = default;

Result<SelectionId> FontLibrary::select(const FontQuery& query) {
    const std::lock_guard lock(impl_->mutex);
    auto& selections = impl_->selections;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        if (selections[i].selection.query == query) return SelectionId::at(i);
    }
    Resolved& resolved = selections.emplace_back(query);
    resolved.han = primary_face(resolved.selection, true, impl_->finder, impl_->faces);
    resolved.latin = primary_face(resolved.selection, false, impl_->finder, impl_->faces);
    if (!resolved.han.valid() || !resolved.latin.valid()) {
        selections.pop_back();
        return no_font(query);
    }
    return SelectionId::at(selections.size() - 1);
}

FontId FontLibrary::primary(SelectionId selection, Form form) const {
    const Resolved& resolved = (*impl_)[selection];
    return form == Form::Han ? resolved.han : resolved.latin;
}

const FontInfo& FontLibrary::info(FontId font) const {
    return impl_->faces[font].info;
}

std::vector<std::string> FontLibrary::missing_families(SelectionId selection) const {
    std::vector<std::string> missing;
    for (const Slot& slot : (*impl_)[selection].selection.slots) {
        if (slot.state.load(std::memory_order_acquire) != Slot::State::Missing) continue;
        const bool listed =
            std::find(missing.begin(), missing.end(), slot.family) != missing.end();
        if (slot.asked_for() && !listed) missing.push_back(slot.family);
    }
    return missing;
}

std::vector<ShapedRun> FontLibrary::shape(const ShapeRequest& request) {
    assert(request.begin <= request.end && request.end <= request.text.size());
    std::optional<std::string> key = ShapeCache::key_of(request);
    if (key) {
        if (auto known = impl_->shaped.find(*key, request.begin)) return std::move(*known);
    }
    Resolved& resolved = (*impl_)[request.selection];
    std::vector<ShapedRun> runs;
    BufferPtr buffer = impl_->buffers.take();
    const FontId primary = request.form == Form::Han ? resolved.han : resolved.latin;
    for (const Segment& segment :
         itemize(request, primary, resolved.selection, impl_->finder, impl_->faces)) {
        const Face& face = impl_->faces[segment.font];
        // Right to left, a run's glyphs are in visual order: parts cannot be appended.
        const bool joins = !runs.empty() && !request.right_to_left &&
                           runs.back().font == segment.font &&
                           runs.back().scale_per_mille == segment.scale_per_mille;
        if (!joins) {
            runs.push_back({segment.font,
                            face.info.upem,
                            segment.scale_per_mille,
                            segment.begin,
                            segment.end,
                            {}});
        }
        runs.back().end = segment.end;
        shape_segment(buffer.get(), face, request, segment, resolved.selection.region,
                      runs.back().glyphs);
    }
    impl_->buffers.give_back(std::move(buffer));
    if (key) impl_->shaped.add(std::move(*key), runs, request.begin);
    return runs;
}

ShapeStatistics FontLibrary::shape_statistics() const {
    return impl_->shaped.statistics();
}

Outline FontLibrary::outline(FontId font, GlyphId glyph) const {
    return glyph_outline(impl_->faces[font], glyph);
}

std::int32_t FontLibrary::advance(FontId font, GlyphId glyph) const {
    return hb_font_get_glyph_h_advance(impl_->faces[font].font.get(), glyph);
}

std::optional<ColorBitmap> FontLibrary::color_bitmap(FontId font, GlyphId glyph) const {
    return glyph_bitmap(impl_->faces[font], glyph);
}

Result<FontProgram> FontLibrary::subset(FontId font, std::span<const GlyphId> glyphs) const {
    return subset_face(impl_->faces[font], glyphs);
}

std::vector<std::string> FontLibrary::problems() const {
    return impl_->finder.problems();
}

std::vector<std::string> FontLibrary::opened_files() const {
    return impl_->faces.opened_files();
}

Versions versions() {
    return {hb_version_string(), freetype_version()};
}

}  // namespace cvtex::fonts
