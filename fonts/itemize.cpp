#include "fonts/itemize.hpp"

#include <algorithm>

#include "fonts/coverage.hpp"

// Every cluster chooses a face for itself; then words of letters are made whole, so that one
// letter that the first face lacks does not stand out; then neighbours are joined to segments.
namespace cvtex::fonts {
namespace {

struct Choice {
    FontId font;
    std::int64_t scale_per_mille = 1000;
};

/// Finds faces for the clusters of one request.
class Chooser {
public:
    Chooser(std::string_view text, Selection& selection, FontFinder& finder,
            const FaceStore& faces)
        : text_(text), selection_(selection), finder_(finder), faces_(faces) {}

    /// An invalid font when nothing has the cluster.
    [[nodiscard]] Choice choose(const Cluster& cluster) {
        Choice choice;
        if (cluster.emoji) choice = try_slot(selection_.emoji, cluster);
        if (!choice.font.valid()) choice = choose_in_order({&cluster, 1});
        if (!choice.font.valid()) return last_resort(cluster);
        if (is_too_wide(choice, cluster)) {
            const Choice narrow = choose_narrow(cluster);
            if (narrow.font.valid()) return narrow;
        }
        return choice;
    }

    /// The first face of the selection that covers all of `clusters`, which are of one form.
    [[nodiscard]] Choice choose_in_order(std::span<const Cluster> clusters) {
        for (Slot* slot : selection_.order(clusters.front().han)) {
            if (!resolve(selection_, *slot, finder_, faces_)) continue;
            const Face& face = faces_[slot->font];
            // Pictures are for emoji; a sign with text presentation wants any text font first.
            const bool pictures = face.info.outlines == Outlines::ColorBitmap;
            if (pictures && !clusters.front().emoji) continue;
            if (std::all_of(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
                    return covers(face, text_, cluster);
                })) {
                return {slot->font, slot->scale_per_mille};
            }
        }
        return {};
    }

private:
    Choice try_slot(Slot& slot, const Cluster& cluster) {
        if (!resolve(selection_, slot, finder_, faces_)) return {};
        if (!covers(faces_[slot.font], text_, cluster)) return {};
        return {slot.font, slot.scale_per_mille};
    }

    /// Signs like × ± § · that a proportional CJK face draws one em wide, for Han text: between
    /// Latin letters and digits (1920×1080, ≥99%) they should be as narrow as a Latin font's.
    [[nodiscard]] bool is_too_wide(const Choice& choice, const Cluster& cluster) const {
        constexpr unsigned kFirstMultibyte = 0x80;
        if (cluster.han || cluster.emoji) return false;
        if (static_cast<std::uint8_t>(text_[cluster.begin]) < kFirstMultibyte) return false;
        const Face& face = faces_[choice.font];
        const char32_t base = base_of(text_, cluster);
        if (!face.cjk || face.info.monospaced || is_curly_quote(base) ||
            is_dash_or_ellipsis(base) || unicode::is_letter(base)) {
            return false;
        }
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(face.font.get(), base, &glyph);
        return hb_font_get_glyph_h_advance(face.font.get(), glyph) >= face.info.upem;
    }

    Choice choose_narrow(const Cluster& cluster) {
        const Choice companion = try_slot(*selection_.companion, cluster);
        if (companion.font.valid()) return companion;
        // Operators alone (≥ ≈), and only where the one weight of the math font fits.
        constexpr int kSemiBold = 600;
        const char32_t base = base_of(text_, cluster);
        const bool arrow = base >= 0x2190 && base <= 0x21FF;
        const bool is_operator = unicode::category(base) == unicode::Category::Sm && !arrow;
        if (!is_operator || selection_.query.weight >= kSemiBold) return {};
        return try_slot(*selection_.math, cluster);
    }

    /// Any installed font that has the cluster, then one that has at least its base: the marks
    /// that are left are flagged missing one by one.
    Choice last_resort(const Cluster& cluster) {
        const char32_t base = base_of(text_, cluster);
        const unicode::Category category = unicode::category(base);
        // Nobody can know what another font has at a private or unassigned code point.
        const bool meaningful =
            category != unicode::Category::Co && category != unicode::Category::Cn;
        if (meaningful) {
            const auto font = finder_.find_character(base, selection_.wish_like(cluster.han));
            if (font && covers(faces_[*font], text_, cluster)) return {*font};
        }
        const Choice emoji = try_slot(selection_.emoji, cluster);
        if (emoji.font.valid()) return emoji;
        for (Slot* slot : selection_.order(cluster.han)) {
            if (!resolve(selection_, *slot, finder_, faces_)) continue;
            if (faces_[slot->font].has(base)) return {slot->font, slot->scale_per_mille};
        }
        return {};
    }

    std::string_view text_;
    Selection& selection_;
    FontFinder& finder_;
    const FaceStore& faces_;
};

bool is_word_part(std::string_view text, const Cluster& cluster) {
    return !cluster.han && !cluster.emoji && !cluster.ignorable &&
           unicode::is_letter(base_of(text, cluster));
}

/// Sets each word of letters whose clusters chose different faces in one that has them all.
void make_words_whole(std::string_view text, std::span<const Cluster> clusters,
                      std::span<Choice> choices, Chooser& chooser) {
    const auto same = [&](std::size_t a, std::size_t b) {
        return choices[a].font == choices[b].font;
    };
    if (std::all_of(choices.begin(), choices.end(), [&](const Choice& choice) {
            return choice.font == choices.front().font;
        })) {
        return;  // by far the most frequent case
    }
    for (std::size_t begin = 0; begin < clusters.size();) {
        std::size_t end = begin;
        bool mixed = false;
        for (; end < clusters.size() && is_word_part(text, clusters[end]); ++end) {
            mixed = mixed || !same(begin, end);
        }
        if (mixed) {
            const Choice whole = chooser.choose_in_order(clusters.subspan(begin, end - begin));
            if (whole.font.valid()) {
                std::fill(choices.begin() + static_cast<std::ptrdiff_t>(begin),
                          choices.begin() + static_cast<std::ptrdiff_t>(end), whole);
            }
        }
        begin = std::max(end, begin + 1);
    }
}

bool continues(const Segment& a, const Segment& b) {
    return !a.missing && !b.missing && a.font == b.font && a.script == b.script &&
           a.han == b.han && a.emoji == b.emoji && a.western == b.western &&
           a.scale_per_mille == b.scale_per_mille;
}

/// Collects segments; ignorable clusters go with their neighbour, for want of one on their own.
class Joiner {
public:
    Joiner(const ShapeRequest& request, FontId primary)
        : text_(request.text), done_(request.begin), primary_(primary) {}

    void add_ignorable(const Cluster& cluster) {
        if (segments_.empty() || segments_.back().missing) return;
        done_ = segments_.back().end = cluster.end;
    }

    void add(const Cluster& cluster, const Choice& choice, const FaceStore& faces) {
        Segment segment{done_, cluster.end, choice.font, choice.scale_per_mille};
        segment.script = cluster.script;
        segment.han = cluster.han;
        segment.emoji = cluster.emoji;
        segment.wide = cluster.wide;
        segment.missing = !choice.font.valid();
        if (segment.missing) {
            add_blanks(cluster.begin);
            segment.begin = cluster.begin;
            segment.font = primary_;
        } else if (!cluster.han && faces[choice.font].cjk) {
            segment.western = is_dash_or_ellipsis(base_of(text_, cluster));
        }
        done_ = cluster.end;
        if (!segments_.empty() && continues(segments_.back(), segment)) {
            segments_.back().end = segment.end;
        } else {
            segments_.push_back(segment);
        }
    }

    [[nodiscard]] std::vector<Segment> finish(std::uint32_t end) {
        add_blanks(end);
        return std::move(segments_);
    }

private:
    /// Ignorable characters without a neighbour that has a face.
    void add_blanks(std::uint32_t end) {
        if (done_ == end) return;
        Segment segment{done_, end, primary_};
        segment.script = unicode::script_tag("Latn");
        segments_.push_back(segment);
        done_ = end;
    }

    std::string_view text_;
    std::uint32_t done_;  ///< up to here segments stand
    FontId primary_;
    std::vector<Segment> segments_;
};

}  // namespace

FontId primary_face(Selection& selection, bool han, FontFinder& finder,
                    const FaceStore& faces) {
    FontId first;
    for (Slot* slot : selection.order(han)) {
        if (!resolve(selection, *slot, finder, faces)) continue;
        if (!first.valid()) first = slot->font;
        if (!han || faces[slot->font].cjk) return slot->font;
    }
    for (const char32_t sample : {U'中', U'A'}) {
        if (sample == U'中' && !han) continue;
        const auto found = finder.find_character(sample, selection.wish_like(han));
        if (found && (sample == U'中' || !first.valid())) return *found;
    }
    return first;
}

std::vector<Segment> itemize(const ShapeRequest& request, FontId primary, Selection& selection,
                             FontFinder& finder, const FaceStore& faces) {
    Chooser chooser(request.text, selection, finder, faces);
    const std::vector<Cluster> clusters = find_clusters(request);
    std::vector<Choice> choices(clusters.size());
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (!clusters[i].ignorable) choices[i] = chooser.choose(clusters[i]);
    }
    make_words_whole(request.text, clusters, choices, chooser);
    Joiner joiner(request, primary);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (clusters[i].ignorable) {
            joiner.add_ignorable(clusters[i]);
        } else {
            joiner.add(clusters[i], choices[i], faces);
        }
    }
    return joiner.finish(request.end);
}

}  // namespace cvtex::fonts
