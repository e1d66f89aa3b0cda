#include "layout/line_cache.hpp"

#include <algorithm>
#include <utility>

#include "layout/walk.hpp"

namespace cvtex::layout {
namespace {

bool same(Beside a, Beside b) {
    return a.lines == b.lines && (a.lines == 0 || a.width == b.width);
}

std::vector<LinkRef> links_on(const Frame& frame) {
    std::vector<LinkRef> links;
    for (const Placed& placed : frame.items) {
        if (const auto* link = std::get_if<LinkItem>(&placed.item)) links.push_back(link->link);
    }
    return links;
}

}  // namespace

LineCache::LineCache(const styles::StyledDocument& document) {
    walk_inlines(document, [&](const WalkedText& text) {
        if (text.paragraph) entries_.try_emplace(text.paragraph);
    });
}

void LineCache::enter(const Setting& setting) {
    setting_ = setting;
    uses_.clear();
    overfull_ = 0;
}

LineCache::Entry* LineCache::entry_of(const styles::Paragraph& paragraph) {
    const auto at = entries_.find(&paragraph);
    return at == entries_.end() ? nullptr : &at->second;
}

std::optional<LineSet> LineCache::find(const styles::Paragraph& paragraph, Pt measure,
                                       Beside beside) {
    Entry* entry = entry_of(paragraph);
    if (!entry) return std::nullopt;
    const auto at = std::find_if(entry->sets.begin(), entry->sets.end(), [&](const auto& set) {
        return set.measure == measure && same(set.beside, beside) &&
               set.size == setting_.size && set.squeeze == setting_.squeeze;
    });
    if (at == entry->sets.end()) return std::nullopt;
    LineSet out;
    out.natural_width = at->natural_width;
    for (const CachedLine& cached : at->lines) {
        Line line;
        line.frame.size = {measure, paragraph.style.leading + cached.height};
        line.frame.baseline = baseline_of(paragraph.style) + cached.raise;
        line.overfull = cached.overfull;
        line.blank = cached.blank;
        for (const LinkRef link : cached.links) line.frame.push({}, {}, LinkItem{link, {}});
        overfull_ += cached.overfull ? 1 : 0;
        out.lines.push_back(std::move(line));
    }
    uses_.push_back({&paragraph, measure, beside, out.lines.size()});
    return out;
}

void LineCache::add(const Context& context, const styles::Paragraph& paragraph, Pt measure,
                    Beside beside, const LineSet& set) {
    Entry* entry = entry_of(paragraph);
    if (!entry) return;
    CachedSet cached{measure, beside, setting_.size, setting_.squeeze, set.natural_width, {}};
    for (const Line& line : set.lines) {
        CachedLine& one = cached.lines.emplace_back();
        one.height = line.frame.size.height - paragraph.style.leading;
        one.raise = line.frame.baseline - baseline_of(paragraph.style);
        one.overfull = line.overfull;
        one.blank = line.blank;
        if (!context.document.notes.empty()) one.links = links_on(line.frame);
        overfull_ += line.overfull ? 1 : 0;
    }
    uses_.push_back({&paragraph, measure, beside, set.lines.size()});
    entry->sets.push_back(std::move(cached));
}

std::optional<ContentWidths> LineCache::find_widths(const styles::Paragraph& paragraph) {
    const Entry* entry = entry_of(paragraph);
    if (!entry) return std::nullopt;
    for (const CachedWidths& cached : entry->widths) {
        if (cached.size == setting_.size && cached.squeeze == setting_.squeeze)
            return cached.widths;
    }
    return std::nullopt;
}

void LineCache::add_widths(const styles::Paragraph& paragraph, ContentWidths widths) {
    if (Entry* entry = entry_of(paragraph))
        entry->widths.push_back({setting_.size, setting_.squeeze, widths});
}

}  // namespace cvtex::layout
