#include "layout/break_tailoring.hpp"

#include <string_view>

#include "base/unicode.hpp"
#include "layout/line_break.hpp"
#include "layout/measure_unit.hpp"

namespace cvtex::layout {
namespace {

using Kind = BreakOpportunity::Kind;

constexpr std::uint16_t kBeforeDash = 10;      // —— may start a line, rather not (§2)
constexpr std::uint16_t kDigitHan = 15;        // 100|元 (§7 row 8)
constexpr std::uint16_t kAfterConnector = 20;  // 10～|20 (§7 row 3)
constexpr std::uint16_t kHanSolidus = 5000;    // 甲/|乙, against GB 5.1.9: last resort
constexpr std::uint16_t kInsideHangul = 100;   // Korean keep-all gives way (§7)

/// Stand-ins that have the wanted UAX #14 class whatever their context.
constexpr char32_t kOpenPunctuation = U'「';
constexpr char32_t kClosePunctuation = U'」';
constexpr char32_t kComma = U'、';

/// The character shown to UAX #14 in place of `c`, so that its class is the one that CLREQ
/// gives it (§7 rows 1–4).
char32_t resolved(const Character& c) {
    switch (c.cls) {
        case CharClass::Open:
            return c.code == U'“' || c.code == U'‘' ? kOpenPunctuation : c.code;
        case CharClass::Close:
            return c.code == U'”' || c.code == U'’' ? kClosePunctuation : c.code;
        case CharClass::Interpunct:
        case CharClass::Connector:
            return kComma;
        case CharClass::Solidus:
            return U'/';
        case CharClass::Dash:
            return U'—';
        case CharClass::Narrow:
            // B2 breaks on both sides; a dash in Latin text belongs to what is before it.
            return c.code == U'—' ? U'–' : c.code;
        case CharClass::Han:
        case CharClass::Wide:
        case CharClass::Hangul:
        case CharClass::Latin:
        case CharClass::Symbol:
        case CharClass::Pause:
        case CharClass::Stop:
        case CharClass::Exclaim:
        case CharClass::Ellipsis:
        case CharClass::Space:
        case CharClass::FixedSpace:
        case CharClass::IdeographicSpace:
        case CharClass::Object:
        case CharClass::LineEnd:
        case CharClass::Invisible:
            return c.code;
    }
    return c.code;
}

bool is_opener(const Character& c) {
    return c.cls == CharClass::Open || c.code == U'(' || c.code == U'[' || c.code == U'{';
}

bool is_dash_like(const Character& c) {
    return c.cls == CharClass::Connector || c.code == U'–' || c.code == U'—';
}

/// 々 ー ゃ ‼: no line starts with them (§2, strict).
bool is_non_starter(char32_t c) {
    const unicode::LineBreak line_break = unicode::line_break(c);
    return line_break == unicode::LineBreak::NS || line_break == unicode::LineBreak::CJ;
}

/// Marks that may not start a line even after typed spaces: C, P, F, X, K, M, E, small kana and
/// iteration marks, and separators
/// that stand alone between spaces (“2020 - 2021”, “Go | Rust”, “and … so”).
bool never_starts_after_space(std::span<const Character> characters, std::size_t i) {
    const Character& c = characters[i];
    if (is_closing(c.cls)) return true;  // ： and ； are NS to UAX #14
    // Behind Latin letters the space is a gap, and no place to break.
    if (is_non_starter(c.code)) return true;
    if (c.cls == CharClass::Interpunct || c.cls == CharClass::Ellipsis) return true;
    if (is_dash_like(c)) return true;
    const bool alone = i + 1 < characters.size() && characters[i + 1].cls == CharClass::Space;
    return alone && std::u32string_view(U"-|·~…").find(c.code) != std::u32string_view::npos;
}

/// ０–９: ideographs to UAX #14, but as little to be parted as the narrow ones.
bool is_wide_digit(char32_t c) {
    return c >= U'０' && c <= U'９';
}

/// A sign that belongs to what follows: #项目 @张三 ＃5 §3, but not C# or a@.
bool is_prefix_sign(std::span<const Character> characters, std::size_t i) {
    const char32_t c = characters[i].code;
    if (c == U'＃' || c == U'＠' || c == U'§' || c == U'№') return true;
    if (c != U'#' && c != U'@') return false;
    return i == 0 || (characters[i - 1].cls != CharClass::Latin &&
                      characters[i - 1].cls != CharClass::Symbol);
}

class Tailor {
public:
    Tailor(const ParagraphText& paragraph, std::vector<BreakOpportunity>& out)
        : paragraph_(paragraph), characters_(paragraph.characters), out_(out) {}

    void run() {
        for (std::size_t i = 1; i < characters_.size(); ++i) tailor_boundary(i);
        tailor_tokens();
    }

private:
    void forbid(std::size_t i) { out_[i] = {}; }

    void tailor_boundary(std::size_t i) {
        BreakOpportunity& at = out_[i];
        const Character& left = characters_[i - 1];
        const Character& right = characters_[i];
        const bool spaces =
            left.cls == CharClass::Space || left.cls == CharClass::IdeographicSpace;
        if (!spaces) opened_ = is_opener(left) || left.cls == CharClass::LineEnd;
        if (at.kind == Kind::Mandatory) return;
        // U+3000 hangs: an opener would end the line, or nothing stand on it.
        if (spaces && opened_) return forbid(i);
        if (left.code == U'\u00AD') tailor_soft_hyphen(i, at);
        if (left.cls == CharClass::Solidus && at.kind == Kind::Allowed) {
            at.kind = Kind::SecondPass;
            at.penalty = kHanSolidus;
        }
        // In whatever form it is set (§2).
        if (right.code == U'·' || right.code == U'‧') return forbid(i);
        if (left.cls == CharClass::Space && never_starts_after_space(characters_, i)) {
            return forbid(i);
        }
        if (left.cls == CharClass::Space && is_label_picture(i - 1)) return forbid(i);
        if (left.cls == CharClass::Latin && unicode::is_decimal_digit(left.code) &&
            is_unit_symbol(right.code)) {
            return forbid(i);
        }
        if (right.cls != CharClass::Space && is_prefix_sign(characters_, i - 1)) {
            return forbid(i);
        }
        if (is_counted_plus(i) || is_spaced_unit(characters_, i)) return forbid(i);
        if (is_wide_digit(left.code) && is_wide_digit(right.code)) return forbid(i);
        if (is_after_attached_plus(i) || is_spaced_name(i)) at.kind = Kind::Allowed;
        if (at.kind != Kind::Allowed) return;
        add_penalties(i, at);
    }

    /// “· 📍 |Shanghai”: before `end` is a picture that labels what follows: it begins the text
    /// or stands behind a separator.
    [[nodiscard]] bool is_label_picture(std::size_t end) const {
        constexpr char32_t kPictureForm = 0xFE0F, kJoiner = 0x200D;
        std::size_t begin = end;
        const auto is_picture = [](char32_t c) {
            return c == kPictureForm || c == kJoiner || unicode::is_extended_pictographic(c);
        };
        while (begin > 0 && is_picture(characters_[begin - 1].code)) --begin;
        if (begin == end) return false;
        while (begin > 0 && characters_[begin - 1].cls == CharClass::Space) --begin;
        if (begin == 0) return true;
        const Character& before = characters_[begin - 1];
        return before.cls == CharClass::LineEnd || before.code == U'·' || before.code == U'|' ||
               before.code == U'｜' || before.code == U'•';
    }

    /// A soft hyphen shows in words of letters; Han breaks there without one.
    void tailor_soft_hyphen(std::size_t i, BreakOpportunity& at) const {
        at.hyphen = i >= 2 && characters_[i - 2].cls == CharClass::Latin;
        if (at.hyphen) at.penalty = kHyphenPenalty;
    }

    /// 3000万|+, 500 个|+: the sign belongs to the number before the counted unit.
    [[nodiscard]] bool is_counted_plus(std::size_t i) const {
        if (i < 2 || characters_[i].code != U'+' || characters_[i - 1].cls != CharClass::Han) {
            return false;
        }
        const bool spaced = i > 2 && characters_[i - 2].cls == CharClass::Space;
        return unicode::is_decimal_digit(characters_[spaced ? i - 3 : i - 2].code);
    }

    /// C++|语言, 90%+|的, 3000万+|注册: UAX #14 takes the sign for a prefix of what follows.
    [[nodiscard]] bool is_after_attached_plus(std::size_t i) const {
        const bool attached =
            i >= 2 && characters_[i - 1].code == U'+' &&
            (characters_[i - 2].cls == CharClass::Latin || is_counted_plus(i - 1));
        return attached && !is_non_starter(characters_[i].code) &&
               (characters_[i].cls == CharClass::Han || characters_[i].cls == CharClass::Open);
    }

    /// Go |/deploy, with |.NET: UAX #14 lets no line begin with / or a point, but here it
    /// begins a name of its own.
    [[nodiscard]] bool is_spaced_name(std::size_t i) const {
        const char32_t c = characters_[i].code;
        return (c == U'/' || c == U'.') && characters_[i - 1].cls == CharClass::Space &&
               i + 1 < characters_.size() && characters_[i + 1].cls == CharClass::Latin &&
               !unicode::is_decimal_digit(characters_[i + 1].code);
    }

    void add_penalties(std::size_t i, BreakOpportunity& at) {
        const bool spaced = characters_[i - 1].cls == CharClass::Space;
        const std::size_t before = spaced && i > 1 ? i - 2 : i - 1;
        const Character& left = characters_[before];
        const Character& right = characters_[i];
        if (right.cls == CharClass::Dash) at.penalty = kBeforeDash;
        if (is_dash_like(left) || (spaced && left.code == U'-')) at.penalty = kAfterConnector;
        if (unicode::is_decimal_digit(left.code) && right.cls == CharClass::Han) {
            at.penalty = kDigitHan;
        }
        const bool hangul = left.cls == CharClass::Hangul || right.cls == CharClass::Hangul;
        if (hangul && !spaced && paragraph_.spans[right.span].region == Region::KR) {
            at = {Kind::Overlong, false, kInsideHangul};
        }
    }

    static bool is_token_part(const Character& c) {
        return c.cls == CharClass::Latin || c.cls == CharClass::Narrow ||
               c.cls == CharClass::Symbol;
    }

    void tailor_tokens() {
        for (std::size_t i = 0; i < characters_.size();) {
            if (!is_token_part(characters_[i])) {
                ++i;
                continue;
            }
            const std::size_t begin = i;
            while (i < characters_.size() && is_token_part(characters_[i])) ++i;
            const bool linked = paragraph_.spans[characters_[begin].span].link.valid();
            tailor_token(characters_, begin, i, linked, out_);
        }
    }

    const ParagraphText& paragraph_;
    std::span<const Character> characters_;
    std::vector<BreakOpportunity>& out_;
    bool opened_ = true;  ///< before here are an opener or nothing, and spaces
};

}  // namespace

std::vector<BreakOpportunity> find_break_opportunities(const ParagraphText& paragraph) {
    std::u32string text;
    text.reserve(paragraph.characters.size());
    for (const Character& c : paragraph.characters) text.push_back(resolved(c));
    const std::vector<BreakAction> actions = find_line_breaks(text);
    std::vector<BreakOpportunity> out(text.size() + 1);
    for (std::size_t i = 0; i < out.size(); ++i) {
        switch (actions[i]) {
            case BreakAction::Prohibited:
                break;
            case BreakAction::Allowed:
                out[i].kind = Kind::Allowed;
                break;
            case BreakAction::Mandatory:
                out[i].kind = Kind::Mandatory;
                break;
        }
    }
    Tailor(paragraph, out).run();
    return out;
}

}  // namespace cvtex::layout
