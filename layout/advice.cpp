#include "layout/advice.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "layout/prepare.hpp"

namespace cvtex::layout {
namespace {

/// Nobody cuts more for a line: of Han and kana; of other text.
constexpr int kMostHan = 12;
constexpr int kMostOther = 36;
/// A last line wider than this part of the measure is no short one.
constexpr std::int64_t kShortDivisor = 3;
/// Ways to cut that are tried of each kind: what holds for all of them holds for any.
constexpr std::size_t kWindows = 16;
constexpr std::size_t kSpreads = 16;
/// Paragraphs looked at, those with the shortest last lines.
constexpr std::size_t kMostParagraphs = 80;

/// One character of a paragraph's text.
struct Place {
    std::size_t item = 0;
    std::size_t offset = 0, length = 0;  ///< bytes of the item's text
    bool square = false;                 ///< Han or kana
    bool starts_word = false;
};

std::vector<Place> places_of(const styles::Paragraph& paragraph) {
    std::vector<Place> places;
    bool in_word = false;
    for (std::size_t i = 0; i < paragraph.content.size(); ++i) {
        const auto* run = std::get_if<styles::TextRun>(&paragraph.content[i]);
        if (!run) continue;
        for (std::size_t at = 0; at < run->text.size();) {
            const Decoded next = decode_utf8(run->text, at);
            const char32_t c = next.code_point;
            const bool letter = unicode::is_letter(c) || ascii::is_digit(c);
            places.push_back({i, at, next.length, unicode::is_han(c) || unicode::is_kana(c),
                              letter && !in_word});
            in_word = letter;
            at += next.length;
        }
    }
    return places;
}

/// The characters that may be cut and the ways to cut so many of them.
class Cuts {
public:
    explicit Cuts(const styles::Paragraph& paragraph) : places_(places_of(paragraph)) {
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i].square) squares_.push_back(i);
            if (places_[i].starts_word) words_.push_back(i);
        }
        by_squares_ = squares_.size() * 3 >= places_.size();
    }

    [[nodiscard]] int most() const { return by_squares_ ? kMostHan : kMostOther; }

    /// Indices of the characters cut, for way `way`; empty when there are no more ways.
    [[nodiscard]] std::vector<std::size_t> choose(std::size_t way, std::size_t count) const {
        if (!by_squares_) return from_word(way, count);
        if (count > squares_.size()) return {};
        if (way < kWindows) return window(way, count);
        return way < kWindows + kSpreads ? spread(way - kWindows, count)
                                         : std::vector<std::size_t>{};
    }

    [[nodiscard]] const Place& operator[](std::size_t index) const { return places_[index]; }

private:
    /// Neighbouring squares; the windows lie all over the paragraph, its ends included.
    [[nodiscard]] std::vector<std::size_t> window(std::size_t way, std::size_t count) const {
        const std::size_t begin = (squares_.size() - count) * way / (kWindows - 1);
        return {squares_.begin() + static_cast<std::ptrdiff_t>(begin),
                squares_.begin() + static_cast<std::ptrdiff_t>(begin + count)};
    }

    /// Squares here and there, by a fixed sequence.
    [[nodiscard]] std::vector<std::size_t> spread(std::size_t way, std::size_t count) const {
        std::set<std::size_t> chosen;
        std::uint64_t state = 0x9E3779B97F4A7C15ULL * (way + 1);
        while (chosen.size() < count) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            chosen.insert(squares_[(state >> 33) % squares_.size()]);
        }
        return {chosen.begin(), chosen.end()};
    }

    [[nodiscard]] std::vector<std::size_t> from_word(std::size_t way, std::size_t count) const {
        const std::size_t ways = std::min(words_.size(), kWindows + kSpreads);
        if (way >= ways || count >= places_.size()) return {};
        const std::size_t word = words_[ways == 1 ? 0 : (words_.size() - 1) * way / (ways - 1)];
        const std::size_t begin = std::min(word, places_.size() - count);
        std::vector<std::size_t> chosen(count);
        for (std::size_t i = 0; i < count; ++i) chosen[i] = begin + i;
        return chosen;
    }

    std::vector<Place> places_;
    std::vector<std::size_t> squares_, words_;  ///< of places_
    bool by_squares_ = false;
};

/// Sets paragraphs apart from any page.
class Trials {
public:
    Trials(const styles::StyledDocument& document, fonts::FontLibrary& library,
           const LayoutOptions& options)
        : images_(out_, options), context_{document, library, unheard_, out_, images_, {}, {}} {
        out_.tags.emplace_back();
        out_.tags.back().role = Role::Document;
    }

    [[nodiscard]] Status begin() {
        if (Status fonts = select_fonts(context_); !fonts) return fonts.error();
        register_links(context_);
        return Done{};
    }

    /// Lines set anew; their frames hold until the next call.
    LineSet set(const styles::Paragraph& paragraph, const LineCache::Use& use) {
        out_.text_blocks.clear();
        out_.tags.resize(1);
        return set_paragraph(context_, paragraph, use.measure, TagId::at(0), use.beside);
    }

    [[nodiscard]] const TextBlock& block(TextBlockId id) const {
        return out_.text_blocks[id.index()];
    }

private:
    LaidOut out_;
    Diagnostics unheard_;
    ImageStore images_;
    Context context_;
};

/// A paragraph with a short last line.
struct Candidate {
    LineCache::Use use;
    Pt last_width;
    std::string last_line;
    Span span;
};

Candidate look_at_last_line(const LineSet& set, const LineCache::Use& use,
                            const Trials& trials) {
    Candidate candidate{use, {}, {}, {}};
    std::uint32_t begin = UINT32_MAX;
    std::uint32_t end = 0;
    const TextBlock* block = nullptr;
    for (const Placed& placed : set.lines.back().frame.items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text) continue;
        block = &trials.block(text->block);
        for (const Glyph& glyph : text->glyphs) {
            candidate.last_width += glyph.advance;
            begin = std::min(begin, glyph.begin);
            end = std::max(end, glyph.end);
        }
    }
    if (!block || begin >= end) return candidate;
    candidate.last_line = block->text.substr(begin, end - begin);
    candidate.span = block->source;
    return candidate;
}

styles::Paragraph without(const styles::Paragraph& paragraph, const Cuts& cuts,
                          const std::vector<std::size_t>& chosen) {
    styles::Paragraph copy = paragraph;
    for (auto index = chosen.rbegin(); index != chosen.rend(); ++index) {
        const Place& place = cuts[*index];
        std::get<styles::TextRun>(copy.content[place.item])
            .text.erase(place.offset, place.length);
    }
    return copy;
}

/// Whether the line is saved whichever `count` characters are cut.
bool saves_line(const Candidate& candidate, const Cuts& cuts, int count, Trials& trials) {
    const auto wanted = static_cast<std::size_t>(count);
    std::size_t way = 0;
    for (;; ++way) {
        const std::vector<std::size_t> chosen = cuts.choose(way, wanted);
        if (chosen.empty()) break;
        const styles::Paragraph shorter = without(*candidate.use.paragraph, cuts, chosen);
        if (trials.set(shorter, candidate.use).lines.size() >= candidate.use.lines)
            return false;
    }
    return way > 0;
}

std::vector<Candidate> find_candidates(const Fitting& fitting, Trials& trials) {
    std::vector<Candidate> candidates;
    for (const LineCache::Use& use : fitting.uses) {
        if (use.lines < 2 || use.paragraph->style.preformatted) continue;
        const LineSet set = trials.set(*use.paragraph, use);
        if (set.lines.size() != use.lines) continue;
        Candidate candidate = look_at_last_line(set, use, trials);
        const bool is_short = candidate.last_width * kShortDivisor <= use.measure;
        if (is_short && candidate.span.valid()) candidates.push_back(std::move(candidate));
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.last_width < b.last_width; });
    if (candidates.size() > kMostParagraphs) candidates.resize(kMostParagraphs);
    return candidates;
}

}  // namespace

Result<std::vector<LineSaving>> find_savings(const styles::StyledDocument& document,
                                             fonts::FontLibrary& library,
                                             const LayoutOptions& options,
                                             const Fitting& fitting) {
    Trials trials(document, library, options);
    if (const Status status = trials.begin(); !status) return status.error();
    std::vector<LineSaving> savings;
    for (Candidate& candidate : find_candidates(fitting, trials)) {
        const Cuts cuts(*candidate.use.paragraph);
        int count = 1;
        while (count <= cuts.most() && !saves_line(candidate, cuts, count, trials)) ++count;
        if (count > cuts.most()) continue;
        savings.push_back({candidate.span, count, std::move(candidate.last_line)});
    }
    std::stable_sort(savings.begin(), savings.end(),
                     [](const auto& a, const auto& b) { return a.characters < b.characters; });
    return savings;
}

}  // namespace cvtex::layout
