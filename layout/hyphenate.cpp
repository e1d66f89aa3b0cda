#include "layout/hyphenate.hpp"

#include <hyphen.h>

#include <cstdlib>
#include <string>

#include "base/ascii.hpp"

namespace cvtex::layout {
namespace {

constexpr const char* kPatterns = "/usr/share/hyphen/hyph_en_US.dic";
constexpr std::size_t kLeastWord = 7;
constexpr std::size_t kLongestWord = 100;  // no English word; bounds the library's buffers
constexpr int kLeastLeft = 3;
constexpr int kLeastRight = 3;

struct FreeDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

/// What may stand right beside a word that is hyphenated: not a sign that makes it part of a
/// name, a path or a number.
bool is_word_edge(const Character& c) {
    if (c.cls == CharClass::Latin || c.cls == CharClass::Symbol) return false;
    if (c.code == U'\u00AD') return false;
    if (c.cls != CharClass::Narrow) return true;
    constexpr std::u32string_view kEdges = U".,;:!?()[]\"'“”‘’—–";
    return kEdges.find(c.code) != std::u32string_view::npos;
}

class WordFinder {
public:
    WordFinder(const ParagraphText& paragraph, styles::Hyphenate mode, Hyphenator& hyphenator,
               std::vector<BreakOpportunity>& out)
        : paragraph_(paragraph),
          mode_(mode),
          characters_(paragraph.characters),
          hyphenator_(hyphenator),
          out_(out) {}

    void run() {
        for (std::size_t i = 0; i < characters_.size();) {
            if (!ascii::is_lower(characters_[i].code)) {
                ++i;
                continue;
            }
            const std::size_t begin = i;
            while (i < characters_.size() && ascii::is_lower(characters_[i].code)) ++i;
            if (is_word(begin, i)) divide(begin, i);
        }
    }

private:
    /// There are patterns of English alone: they serve English text, and Latin words in text
    /// whose own script has none.
    [[nodiscard]] bool has_patterns(const StyleSpan& span) const {
        if (span.english) return !span.code;
        return mode_ == styles::Hyphenate::On && span.region != Region::Other && !span.code;
    }

    [[nodiscard]] bool is_word(std::size_t begin, std::size_t end) const {
        if (end - begin < kLeastWord || end - begin > kLongestWord) return false;
        if (!has_patterns(paragraph_.spans[characters_[begin].span])) return false;
        if (begin > 0 && !is_word_edge(characters_[begin - 1])) return false;
        if (begin > 0 && characters_[begin - 1].code == U'.') return false;
        if (end == characters_.size()) return true;
        // “word.” ends a sentence, “word.cn” is a name.
        return is_word_edge(characters_[end]) &&
               (end + 1 == characters_.size() || characters_[end].cls != CharClass::Narrow ||
                characters_[end + 1].cls != CharClass::Latin);
    }

    void divide(std::size_t begin, std::size_t end) {
        std::string word;
        for (std::size_t i = begin; i < end; ++i) {
            word += static_cast<char>(characters_[i].code);
        }
        for (const std::size_t at : hyphenator_.divide(word)) {
            BreakOpportunity& opportunity = out_[begin + at];
            if (opportunity.kind != BreakOpportunity::Kind::Never) continue;
            opportunity = {BreakOpportunity::Kind::SecondPass, true, kHyphenPenalty};
        }
    }

    const ParagraphText& paragraph_;
    styles::Hyphenate mode_;
    const std::vector<Character>& characters_;
    Hyphenator& hyphenator_;
    std::vector<BreakOpportunity>& out_;
};

}  // namespace

struct Hyphenator::Impl {
    bool loaded = false;
    std::unique_ptr<HyphenDict, FreeDictionary> dictionary;
};

Hyphenator::Hyphenator() : impl_(std::make_unique<Impl>()) {}

Hyphenator::~Hyphenator() = default;
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator& Hyphenator::operator=(Hyphenator&&) noexcept = default;

std::vector<std::size_t> Hyphenator::divide(std::string_view word) {
    if (!impl_->loaded) {
        impl_->loaded = true;
        impl_->dictionary.reset(hnj_hyphen_load(kPatterns));
    }
    std::vector<std::size_t> out;
    if (!impl_->dictionary || word.size() < kLeastWord || word.size() > kLongestWord)
        return out;
    const std::string text(word);
    std::vector<char> hyphens(word.size() + 5);  // the library's documented margin
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(impl_->dictionary.get(), text.c_str(),
                                             static_cast<int>(text.size()), hyphens.data(),
                                             nullptr, &replacements, &positions, &cuts,
                                             kLeastLeft, kLeastRight, kLeastLeft, kLeastRight);
    if (replacements) {
        for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
    }
    std::free(static_cast<void*>(replacements));
    std::free(positions);
    std::free(cuts);
    if (failed != 0) return out;
    // An odd digit after letter i allows a hyphen there; the minima hold for bad patterns too.
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        const bool odd = (hyphens[i] & 1) != 0;
        const bool inside = i + 1 >= static_cast<std::size_t>(kLeastLeft) &&
                            word.size() - (i + 1) >= static_cast<std::size_t>(kLeastRight);
        if (odd && inside) out.push_back(i + 1);
    }
    return out;
}

void add_hyphenation(const ParagraphText& paragraph, styles::Hyphenate mode,
                     Hyphenator& hyphenator, std::vector<BreakOpportunity>& opportunities) {
    if (mode == styles::Hyphenate::Off) return;
    WordFinder(paragraph, mode, hyphenator, opportunities).run();
}

}  // namespace cvtex::layout
