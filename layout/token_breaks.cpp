// Breaks inside tokens of Latin letters, digits and ASCII signs: technical names stay whole,
// compounds break after their hyphen, long paths after a slash, URLs by TYPOGRAPHY §7.

#include <string_view>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "layout/break_tailoring.hpp"

namespace cvtex::layout {
namespace {

using Kind = BreakOpportunity::Kind;

constexpr std::uint16_t kCompoundHyphen = 20;
constexpr std::uint16_t kTokenSlash = 30;
constexpr std::uint16_t kTokenBar = 80;
constexpr std::uint16_t kUrlScheme = 200;
constexpr std::uint16_t kUrlSlash = 30;
constexpr std::uint16_t kUrlSign = 80;
constexpr std::uint16_t kUrlLetterDigit = 150;
constexpr std::uint16_t kUrlAnywhere = 300;
constexpr std::uint16_t kLongTokenSign = 150;

constexpr std::u32string_view kNeverBefore = U"/.?&=#·‧,;:!)]}";

constexpr std::size_t kShortSlashed = 12;  // and/or, TCP/IP: whole
constexpr std::size_t kLongPiece = 16;     // Typst's limit for a URL's unbroken piece
constexpr std::size_t kCompoundPart = 3;
constexpr std::size_t kLongestEnding = 5;  // .yaml, .class
constexpr std::size_t kLongestName = 24;   // longer file names are broken by their signs

bool is_letter(char32_t c) {
    return ascii::is_letter(c) || (c >= 0x80 && unicode::is_letter(c));
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

struct Range {
    std::size_t begin = 0, end = 0;
};

class TokenTailor {
public:
    TokenTailor(std::span<const Character> characters, std::size_t begin, std::size_t end,
                std::span<BreakOpportunity> out)
        : characters_(characters), begin_(begin), end_(end), out_(out) {}

    void run(bool linked) {
        file_name_ = end_ - begin_ <= kLongestName && is_file_name();
        for (std::size_t i = begin_ + 1; i < end_; ++i) {
            if (out_[i].kind != Kind::Mandatory) tailor_plain(i);
        }
        if (end_ - begin_ > kLongPiece && !file_name_) allow_signs_second_pass();
        const Range url = find_url(linked);
        if (url.begin < url.end) {
            is_mail(url) ? tailor_mail(url) : tailor_url(url);
        }
    }

private:
    [[nodiscard]] char32_t at(std::size_t i) const {
        return i < end_ ? characters_[i].code : U'\0';
    }

    [[nodiscard]] bool contains(std::size_t i, std::u32string_view text) const {
        for (std::size_t k = 0; k < text.size(); ++k) {
            if (at(i + k) != text[k]) return false;
        }
        return true;
    }

    void tailor_plain(std::size_t i) {
        const char32_t left = at(i - 1);
        BreakOpportunity& out = out_[i];
        const bool allowed = out.kind == Kind::Allowed;
        if (left >= 0x80 && left != U'‐') return;  // UAX #14 knows best
        if (out.hyphen) return;
        out = {};
        if (left == U'-' || left == U'‐') {
            const Kind kind = file_name_ ? Kind::Overlong : Kind::Allowed;
            if (is_compound_hyphen(i - 1)) out = {kind, false, kCompoundHyphen};
        } else if (left == U'/') {
            const bool path = end_ - begin_ > kShortSlashed && i - 1 > begin_;
            const bool clean =
                !is_one_of(at(i), kNeverBefore) && at(i - 2) != U':' && at(i - 2) != U'/';
            if (path && clean) out = {Kind::Allowed, false, kTokenSlash};
        } else if (left == U'|' && allowed) {
            out = {Kind::Allowed, false, kTokenBar};
        } else if (at(i) >= 0x80 && allowed) {
            out.kind = Kind::Allowed;
        }
    }

    /// docker-compose.yml, my-site.com: letters, digits and . _ -, and a short ending.
    [[nodiscard]] bool is_file_name() const {
        std::size_t end = end_;
        while (end > begin_ && is_one_of(at(end - 1), U".,;:!?)]}\"'")) --end;
        std::size_t dot = end;
        // “.The” begins a sentence.
        while (dot > begin_ && (ascii::is_lower(at(dot - 1)) || ascii::is_digit(at(dot - 1))))
            --dot;
        if (dot == end || dot <= begin_ + 1 || at(dot - 1) != U'.') return false;
        if (end - dot > kLongestEnding || !ascii::is_lower(at(dot))) return false;
        for (std::size_t i = begin_; i < dot; ++i) {
            const char32_t c = at(i);
            if (!is_letter(c) && !ascii::is_digit(c) && !is_one_of(c, U"._-([\"'"))
                return false;
        }
        return true;
    }

    /// Both parts have three letters at least and no digit follows: not v1.2-rc, x86-64, -o.
    [[nodiscard]] bool is_compound_hyphen(std::size_t hyphen) const {
        std::size_t before = 0;
        while (before < kCompoundPart && hyphen > begin_ + before &&
               is_letter(at(hyphen - 1 - before))) {
            ++before;
        }
        std::size_t after = 0;
        while (after < kCompoundPart && is_letter(at(hyphen + 1 + after))) ++after;
        return before == kCompoundPart && after == kCompoundPart;
    }

    void allow_signs_second_pass() {
        for (std::size_t i = begin_ + 2; i < end_; ++i) {
            if (out_[i].kind != Kind::Never) continue;
            // A point or colon may be a number's; the others part the number from the rest.
            const bool sign = (is_one_of(at(i - 1), U".:") && is_letter(at(i))) ||
                              (is_one_of(at(i - 1), U"_=&?,+-") &&
                               (is_letter(at(i)) || ascii::is_digit(at(i))));
            if (sign) out_[i] = {Kind::SecondPass, false, kLongTokenSign};
        }
    }

    /// The URL or address in the token, without brackets before and sentence marks after it.
    [[nodiscard]] Range find_url(bool linked) const {
        std::size_t begin = begin_;
        while (begin < end_ && is_one_of(at(begin), U"(<[{\"'")) ++begin;
        std::size_t end = end_;
        while (end > begin && is_one_of(at(end - 1), U".,;:!?)>]}\"'")) --end;
        bool scheme = contains(begin, U"www.");
        bool mail = false;
        bool host = false;
        for (std::size_t i = begin + 1; i + 1 < end; ++i) {
            if (!scheme && i + 3 < end && contains(i, U"://") && is_letter(at(i - 1))) {
                scheme = true;
                // What stands before the scheme without a space is no part of it.
                std::size_t start = i;
                while (start > begin && is_letter(at(start - 1))) --start;
                begin = start;
            }
            mail |= at(i) == U'@';
            host |= at(i) == U'.' && is_letter(at(i + 1));
        }
        const bool bare = linked && host && end - begin > kShortSlashed;
        return scheme || (mail && host) || bare ? Range{begin, end} : Range{};
    }

    [[nodiscard]] bool is_mail(Range url) const {
        bool at_sign = false;
        for (std::size_t i = url.begin; i < url.end; ++i) {
            if (at(i) == U'/' || contains(i, U"://")) return false;
            at_sign |= at(i) == U'@';
        }
        return at_sign;
    }

    /// Whole if it fits; if not, after @ and dots.
    void tailor_mail(Range mail) {
        for (std::size_t i = mail.begin + 1; i < mail.end; ++i) {
            out_[i] = {};
            if (at(i - 1) == U'@') out_[i] = {Kind::Overlong, false, kUrlSign};
            if (at(i - 1) == U'.') out_[i] = {Kind::Overlong, false, kUrlLetterDigit};
        }
    }

    /// A percent escape such as %E4 begins at i.
    [[nodiscard]] bool is_escape(std::size_t i) const {
        return at(i) == U'%' && ascii::is_hex_digit(at(i + 1)) &&
               ascii::is_hex_digit(at(i + 2));
    }

    /// Cost of a break before character i of a URL; 0 for none.
    [[nodiscard]] std::uint16_t url_cost(std::size_t i) const {
        const char32_t left = at(i - 1);
        const char32_t right = at(i);
        if (is_one_of(right, kNeverBefore)) return 0;
        // A percent escape is one sign.
        if (is_escape(i - 3)) return kUrlSign;
        if (is_escape(i - 2) || is_escape(i - 1)) return 0;
        if (left == U'/') {
            const bool authority = i >= begin_ + 2 && at(i - 2) == U'/';
            return authority ? kUrlScheme : kUrlSlash;
        }
        if (is_one_of(left, U".?&=#-_~%,+")) return kUrlSign;
        const bool change = (is_letter(left) && ascii::is_digit(right)) ||
                            (ascii::is_digit(left) && is_letter(right));
        return change ? kUrlLetterDigit : 0;
    }

    void tailor_url(Range url) {
        std::size_t piece = url.begin;
        for (std::size_t i = url.begin + 1; i < url.end; ++i) {
            const std::uint16_t cost = url_cost(i);
            out_[i] = {};
            if (cost == 0) continue;
            out_[i] = {Kind::Allowed, false, cost};
            if (cost > kUrlSign) continue;  // a change of kind does not end a piece
            open_long_piece(piece, i);
            piece = i;
        }
        open_long_piece(piece, url.end);
    }

    void open_long_piece(std::size_t begin, std::size_t end) {
        if (end - begin <= kLongPiece) return;
        for (std::size_t i = begin + 1; i < end; ++i) {
            const bool free = !is_one_of(at(i), kNeverBefore) && out_[i].kind == Kind::Never;
            if (free) out_[i] = {Kind::Allowed, false, kUrlAnywhere};
        }
    }

    std::span<const Character> characters_;
    std::size_t begin_, end_;
    std::span<BreakOpportunity> out_;
    bool file_name_ = false;
};

}  // namespace

void tailor_token(std::span<const Character> characters, std::size_t begin, std::size_t end,
                  bool linked, std::span<BreakOpportunity> opportunities) {
    TokenTailor(characters, begin, end, opportunities).run(linked);
}

}  // namespace cvtex::layout
