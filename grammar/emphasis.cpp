#include "grammar/emphasis.hpp"

#include <algorithm>
#include <array>

namespace cvtex::grammar {
namespace {

/// Closers of one key have no opener below a bound that is remembered for the key: this makes
/// matching linear (CommonMark appendix A, "openers_bottom").
constexpr std::size_t kClosers = 14;

std::size_t closer_key(const DelimiterRun& closer) {
    if (closer.marker == '~') return 12 + (closer.length - 1);
    const std::size_t marker = closer.marker == '*' ? 0 : 6;
    return marker + (closer.can_open ? 3 : 0) + closer.length % 3;
}

/// "The sum of the lengths must not be a multiple of 3 unless both lengths are" (§6.2 rule 9),
/// which only binds runs that can both open and close.
bool may_pair(const DelimiterRun& opener, const DelimiterRun& closer) {
    if (!opener.can_open || opener.marker != closer.marker) return false;
    if (closer.marker == '~') return opener.length == closer.length;
    if (!closer.can_open && !opener.can_close) return true;
    return closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

}  // namespace

void DelimiterList::push(std::uint32_t run) {
    out_.runs[run].previous = last_;
    (last_ == kNone ? first_ : out_.runs[last_].next) = run;
    last_ = run;
}

void DelimiterList::truncate(std::uint32_t bottom) {
    last_ = bottom;
    (bottom == kNone ? first_ : out_.runs[bottom].next) = kNone;
}

void DelimiterList::unlink(std::uint32_t run) {
    const DelimiterRun& gone = out_.runs[run];
    (gone.previous == kNone ? first_ : out_.runs[gone.previous].next) = gone.next;
    (gone.next == kNone ? last_ : out_.runs[gone.next].previous) = gone.previous;
}

void DelimiterList::resolve(std::uint32_t bottom) {
    // Indices grow with position, so that a bound is an index.
    std::array<std::uint32_t, kClosers> lowest{};
    lowest.fill(bottom == kNone ? 0 : bottom + 1);
    std::uint32_t closer = bottom == kNone ? first_ : out_.runs[bottom].next;
    while (closer != kNone) {
        const std::uint32_t next = out_.runs[closer].next;
        if (!out_.runs[closer].can_close) {
            closer = next;
            continue;
        }
        std::uint32_t& bound = lowest[closer_key(out_.runs[closer])];
        const std::uint32_t opener = find_opener(closer, bound);
        if (opener != kNone) {
            match(opener, closer);
            const DelimiterRun& used = out_.runs[closer];
            if (used.begin == used.end) closer = next;
            continue;
        }
        bound = closer;
        if (!out_.runs[closer].can_open) unlink(closer);
        closer = next;
    }
    truncate(bottom);
}

std::uint32_t DelimiterList::find_opener(std::uint32_t closer, std::uint32_t lowest) const {
    for (auto opener = out_.runs[closer].previous; opener != kNone && opener >= lowest;
         opener = out_.runs[opener].previous) {
        if (may_pair(out_.runs[opener], out_.runs[closer])) return opener;
    }
    return kNone;
}

void DelimiterList::match(std::uint32_t opener_index, std::uint32_t closer_index) {
    DelimiterRun& opener = out_.runs[opener_index];
    DelimiterRun& closer = out_.runs[closer_index];
    opener.next = closer_index;  // What is between can no longer match.
    closer.previous = opener_index;
    const bool strong = opener.end - opener.begin >= 2 && closer.end - closer.begin >= 2;
    const bool strike = closer.marker == '~';
    const std::uint32_t width = strike ? closer.length : (strong ? 2 : 1);
    const MarkKind kind = strike   ? MarkKind::Strikethrough
                          : strong ? MarkKind::Strong
                                   : MarkKind::Emphasis;

    const auto open_mark = static_cast<std::uint32_t>(out_.marks.size());
    out_.marks.push_back({kind, opener.end - width, opener.end, opener.first_open});
    opener.first_open = open_mark;
    opener.end -= width;

    const std::uint32_t close_mark = open_mark + 1;
    out_.marks.push_back({kind, closer.begin, closer.begin + width, kNone});
    (closer.last_close == kNone ? closer.first_close : out_.marks[closer.last_close].next) =
        close_mark;
    closer.last_close = close_mark;
    closer.begin += width;

    if (opener.begin == opener.end) unlink(opener_index);
    if (closer.begin == closer.end) unlink(closer_index);
}

}  // namespace cvtex::grammar
