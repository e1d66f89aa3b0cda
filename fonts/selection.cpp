#include "fonts/selection.hpp"

#include <algorithm>

namespace cvtex::fonts {
namespace {

using Kind = Slot::Kind;

/// The slot whose face Latin companions are fitted to: the first CJK face there is.
Slot* reference_slot(Selection& selection, FontFinder& finder, const FaceStore& faces) {
    for (Slot* slot : selection.han_order) {
        if (slot->kind == Kind::Cjk && resolve(selection, *slot, finder, faces)) return slot;
    }
    return nullptr;
}

/// Whether a slot's face is fitted in size to the CJK face it stands beside.
bool is_fitted(Kind kind) {
    return kind != Kind::Cjk && kind != Kind::Implicit;
}

/// Whether upright text of the selection is set in a CJK face's own Latin letters: those have
/// no italics, so that italic text needs a companion.
bool has_cjk_letters(Selection& selection, FontFinder& finder, const FaceStore& faces) {
    for (Slot* slot : selection.latin_order) {
        if (slot->kind == Kind::ItalicCompanion) continue;
        if (!resolve(selection, *slot, finder, faces)) continue;
        return faces[slot->font].cjk && !faces[slot->font].info.italic;
    }
    return false;
}

}  // namespace

Selection::Selection(const FontQuery& font_query)
    : query(font_query), region(region_of(font_query.lang)) {
    std::vector<Slot*> latin;
    std::vector<Slot*> cjk;
    std::vector<Slot*> rest;
    const auto add = [this](std::vector<Slot*>& list, std::string_view family, Kind kind) {
        list.push_back(&slots.emplace_back(std::string(family), kind));
    };
    const std::string model = !query.cjk.empty()     ? query.cjk.front()
                              : !query.latin.empty() ? query.latin.front()
                                                     : std::string();
    const std::string_view companion_family = latin_companion(model);
    if (query.italic) add(latin, companion_family, Kind::ItalicCompanion);
    for (const std::string& family : query.latin) add(latin, family, Kind::Latin);
    for (const std::string& family : query.cjk) add(cjk, family, Kind::Cjk);
    for (const std::string& family : query.fallback) add(rest, family, Kind::Fallback);
    add(rest, cjk_companion(model), Kind::Implicit);
    add(rest, companion_family, Kind::Companion);
    companion = rest.back();
    // What résumés like (✔ ☑ ✉ ➤) and rarer ideographs, without a call to fontconfig.
    add(rest, "Noto Sans Symbols2", Kind::Implicit);
    add(rest, "Noto Sans Symbols", Kind::Implicit);
    add(rest, "Noto Sans Math", Kind::Implicit);
    math = rest.back();
    add(rest, "Noto Sans CJK", Kind::Implicit);
    for (const std::vector<Slot*>* list : {&cjk, &latin, &rest}) {
        han_order.insert(han_order.end(), list->begin(), list->end());
    }
    for (const std::vector<Slot*>* list : {&latin, &cjk, &rest}) {
        latin_order.insert(latin_order.end(), list->begin(), list->end());
    }
}

FaceWish Selection::wish_like(bool han) const {
    const std::string_view family = order(han).front()->family;  // there are implicit ones
    return {family, query.weight, false, region.value_or(Region::China)};
}

bool Selection::publish(Slot& slot, FontId found, std::int64_t scale) {
    using State = Slot::State;
    const std::lock_guard lock(mutex_);
    if (slot.state.load(std::memory_order_relaxed) == State::Unresolved) {
        slot.font = found;
        slot.scale_per_mille = scale;
        slot.state.store(found.valid() ? State::Found : State::Missing,
                         std::memory_order_release);
    }
    return slot.state.load(std::memory_order_relaxed) == State::Found;
}

std::int64_t companion_scale(const FontInfo& latin, const FontInfo& cjk) {
    // Fixed-width letters keep their width, so that code lines up with what was planned for it.
    if (latin.monospaced || latin.outlines == Outlines::ColorBitmap ||
        latin.cap_height.value <= 0 || cjk.cap_height.value <= 0) {
        return 1000;
    }
    constexpr std::int64_t kSmallest = 950;
    constexpr std::int64_t kLargest = 1150;
    // Down to a whole percent: companions have the larger lower case, so exactly equal capitals
    // would look too large (Noto Sans 1.027 becomes 1.02, Noto Serif 1.021 becomes 1.02).
    constexpr std::int64_t kStep = 10;
    const std::int64_t exact = std::int64_t{1000} * cjk.cap_height.value * latin.upem /
                               (std::int64_t{latin.cap_height.value} * cjk.upem);
    return std::clamp(exact / kStep * kStep, kSmallest, kLargest);
}

bool resolve(Selection& selection, Slot& slot, FontFinder& finder, const FaceStore& faces) {
    using State = Slot::State;
    const State known = slot.state.load(std::memory_order_acquire);
    if (known != State::Unresolved) return known == State::Found;
    if (slot.kind == Kind::ItalicCompanion && !has_cjk_letters(selection, finder, faces)) {
        return selection.publish(slot, FontId{}, 1000);
    }
    FaceWish wish{slot.family, selection.query.weight,
                  selection.query.italic && slot.kind != Kind::Cjk,
                  selection.region.value_or(Region::China)};
    using Effort = FontFinder::Effort;
    auto font =
        finder.find_family(wish, slot.asked_for() ? Effort::Everywhere : Effort::CatalogOnly);
    if (!font) {
        wish.family = equivalent_family(slot.family, slot.kind == Kind::Cjk);
        if (!wish.family.empty()) font = finder.find_family(wish, Effort::CatalogOnly);
    }
    const bool usable =
        font && (slot.kind != Kind::ItalicCompanion || faces[*font].info.italic);
    std::int64_t scale = 1000;
    if (usable && is_fitted(slot.kind)) {
        const Slot* reference = reference_slot(selection, finder, faces);
        const bool fits = reference != nullptr && !faces[*font].cjk;
        if (fits) scale = companion_scale(faces[*font].info, faces[reference->font].info);
    }
    return selection.publish(slot, usable ? *font : FontId{}, scale);
}

}  // namespace cvtex::fonts
