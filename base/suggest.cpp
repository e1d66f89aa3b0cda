#include "base/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex {
namespace {

/// Longer words are not names that anybody mistyped; also bounds the quadratic comparison.
constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kCharactersPerMistake = 3;

/// Edits that still count as a slip: one in three characters, one in a word of two.
std::size_t allowed_mistakes(std::size_t length) {
    if (length < 2) return 0;
    return std::max<std::size_t>(1, length / kCharactersPerMistake);
}

/// Damerau–Levenshtein distance with adjacent swaps (optimal string alignment), by rows.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

template <class Text>
std::optional<std::string> find_closest(std::string_view word,
                                        std::span<const Text> candidates) {
    // Before folding, so that an enormous word costs nothing.
    if (word.size() > kLongestWord * 4) return std::nullopt;
    const std::u32string wanted = to_utf32(unicode::fold_case(word));
    if (wanted.size() > kLongestWord) return std::nullopt;
    std::optional<std::string> best;
    std::size_t limit = allowed_mistakes(wanted.size()) + 1;
    for (const Text& candidate : candidates) {
        if (candidate.size() > kLongestWord * 4) continue;
        const std::u32string folded = to_utf32(unicode::fold_case(candidate));
        // Every character too many or too few is a mistake.
        const std::size_t unequal =
            std::max(wanted.size(), folded.size()) - std::min(wanted.size(), folded.size());
        if (unequal >= limit) continue;
        const std::size_t mistakes = distance(wanted, folded);
        if (mistakes >= limit) continue;
        limit = mistakes;
        best = std::string(candidate);
    }
    return best;
}

}  // namespace

std::optional<std::string> closest_match(std::string_view word,
                                         std::span<const std::string> candidates) {
    return find_closest(word, candidates);
}

std::optional<std::string> closest_match(std::string_view word,
                                         std::span<const std::string_view> candidates) {
    return find_closest(word, candidates);
}

std::string suggest(std::string_view word, const std::vector<std::string>& names,
                    std::string_view lead) {
    if (const auto match = closest_match(word, names)) return "did you mean '" + *match + "'?";
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? std::string(lead) : std::string(", ")) + name;
    return list;
}

}  // namespace cvtex
