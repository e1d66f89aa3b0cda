#include "layout/cjk_class.hpp"

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace cvtex::layout {
namespace {

constexpr Em kHalf = Em::raw(Em::kOne / 2);
constexpr Em kQuarter = Em::raw(Em::kOne / 4);

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view kOpeners = U"“‘（《〈「『【〔〖［｛〘〚〝｟";
constexpr std::u32string_view kClosers = U"”’）》〉」』】〕〗］｝〙〛〞〟｠";
constexpr std::u32string_view kPauses = U"，、；：";
constexpr std::u32string_view kStops = U"。．";
constexpr std::u32string_view kExclaims = U"！？";
constexpr std::u32string_view kConnectors = U"～〜–‐";
/// Attached to a word or number they are part of it: 40%的, C++语言, #标签 (CLREQ issue 559).
constexpr std::u32string_view kTokenSymbols = U"%‰#$&+@*/\\°±×÷≈≤≥≠′″§€£¥";
/// Spaces of stated width; U+00A0 and U+202F do not break, the others do by UAX #14.
constexpr std::u32string_view kFixedSpaces =
    U"\u00A0\u202F\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u205F";

/// Controls and format characters that never have ink: soft hyphen, zero-width space, bidi
/// controls, word joiner. Not the joiners, which are part of clusters.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

/// Marks that are full-width only when the context sets them in Han form (TYPOGRAPHY §5).
CharClass contextual_class(char32_t c) {
    switch (c) {
        case U'“':
        case U'‘':
            return CharClass::Open;
        case U'”':
        case U'’':
            return CharClass::Close;
        case U'·':
        case U'‧':
            return CharClass::Interpunct;
        case U'—':
        case U'–':
        case U'‐':
            return CharClass::Connector;
        case U'…':
        case U'⋯':
            return CharClass::Ellipsis;
        case U'⸺':
            return CharClass::Dash;
        default:
            return CharClass::Narrow;
    }
}

CharClass full_width_mark(char32_t c) {
    if (c < 0x3000 || c > 0xFF60) return CharClass::Narrow;
    if (is_one_of(c, kPauses)) return CharClass::Pause;
    if (is_one_of(c, kStops)) return CharClass::Stop;
    if (is_one_of(c, kOpeners)) return CharClass::Open;
    if (is_one_of(c, kClosers)) return CharClass::Close;
    if (is_one_of(c, kExclaims)) return CharClass::Exclaim;
    if (is_one_of(c, kConnectors)) return CharClass::Connector;
    if (c == U'・') return CharClass::Interpunct;
    if (c == U'／') return CharClass::Solidus;
    return CharClass::Narrow;
}

CharClass letter_class(char32_t c) {
    using unicode::script_tag;
    const unicode::ScriptTag script = unicode::script(c);
    if (unicode::is_han(c) || unicode::is_kana(c) || script == script_tag("Bopo")) {
        return CharClass::Han;
    }
    if (unicode::is_hangul(c)) return CharClass::Hangul;
    const unicode::EastAsianWidth width = unicode::east_asian_width(c);
    const bool wide =
        width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F;
    if (unicode::is_letter(c) || unicode::is_decimal_digit(c)) {
        // ー is common to both kana; ＡＢＣ１２３ are set on the em like Han.
        return wide ? CharClass::Han : CharClass::Latin;
    }
    if (wide) return CharClass::Wide;
    return CharClass::Narrow;
}

CharClass ascii_class(char32_t c) {
    if (ascii::is_alphanumeric(c)) {
        return CharClass::Latin;
    }
    if (c == U' ' || c == U'\t') return CharClass::Space;
    if (c == U'\n') return CharClass::LineEnd;
    if (is_invisible(c)) return CharClass::Invisible;
    return is_one_of(c, kTokenSymbols) ? CharClass::Symbol : CharClass::Narrow;
}

bool is_centred(CharClass c, char32_t code, Region region) {
    const bool colon = code == U'：' || code == U'；';
    if (region == Region::JP) return colon;
    if (region != Region::TC && region != Region::HK) return false;
    return c == CharClass::Pause || c == CharClass::Stop;
}

}  // namespace

bool is_token_symbol(char32_t c) {
    return is_one_of(c, kTokenSymbols);
}

Region region_of(std::string_view lang) {
    const auto has = [&](std::string_view part) {
        return lang.find(part) != std::string_view::npos;
    };
    if (lang.starts_with("ja")) return Region::JP;
    if (lang.starts_with("ko")) return Region::KR;
    if (!lang.starts_with("zh") && !lang.starts_with("yue")) return Region::Other;
    if (has("-HK") || has("-MO") || has("-hk") || lang.starts_with("yue")) return Region::HK;
    if (has("-Hans") || has("-hans")) return Region::SC;
    return has("Hant") || has("hant") || has("-TW") || has("-tw") ? Region::TC : Region::SC;
}

bool is_english(std::string_view lang) {
    return lang == "en" || lang.starts_with("en-");
}

CharClass char_class(char32_t c, fonts::Form form) {
    if (c < 0x80) return ascii_class(c);
    if (c == U'\uFFFC') return CharClass::Object;
    if (c == U'\u2028' || c == U'\u2029') return CharClass::LineEnd;
    if (c == U'\u3000') return CharClass::IdeographicSpace;
    if (is_invisible(c)) return CharClass::Invisible;
    if (is_one_of(c, kFixedSpaces)) return CharClass::FixedSpace;
    if (const CharClass mark = full_width_mark(c); mark != CharClass::Narrow) return mark;
    if (form == fonts::Form::Han) {
        if (const CharClass mark = contextual_class(c); mark != CharClass::Narrow) return mark;
    }
    if (const CharClass letter = letter_class(c); letter != CharClass::Narrow) return letter;
    if (form == fonts::Form::Han) return CharClass::Wide;
    return is_one_of(c, kTokenSymbols) ? CharClass::Symbol : CharClass::Narrow;
}

Blanks blanks_of(CharClass c, char32_t code, Region region) {
    if (is_centred(c, code, region)) return {kQuarter, kQuarter};
    switch (c) {
        case CharClass::Open:
            return {kHalf, {}};
        case CharClass::Close:
        case CharClass::Pause:
        case CharClass::Stop:
            return {{}, kHalf};
        case CharClass::Exclaim:
            // Left-set and squeezable in SC; centred in a fixed em elsewhere.
            return region == Region::SC || region == Region::Other ? Blanks{{}, kHalf}
                                                                   : Blanks{};
        case CharClass::Interpunct:
            return region == Region::JP ? Blanks{kQuarter, kQuarter} : Blanks{};
        case CharClass::Han:
        case CharClass::Wide:
        case CharClass::Hangul:
        case CharClass::Latin:
        case CharClass::Symbol:
        case CharClass::Narrow:
        case CharClass::Connector:
        case CharClass::Dash:
        case CharClass::Ellipsis:
        case CharClass::Solidus:
        case CharClass::Space:
        case CharClass::FixedSpace:
        case CharClass::IdeographicSpace:
        case CharClass::Object:
        case CharClass::LineEnd:
        case CharClass::Invisible:
            return {};
    }
    return {};
}

Em forced_width(CharClass c, char32_t code, Region region) {
    const bool gb = region == Region::SC || region == Region::Other;
    if (c == CharClass::Interpunct) return gb ? kHalf : Em::raw(Em::kOne);          // GB 5.1.7
    if (c == CharClass::Solidus) return gb ? kHalf : Em{};                          // GB 5.1.9
    if (c == CharClass::Connector && (code == U'–' || code == U'‐')) return kHalf;  // GB 5.1.6
    return {};
}

}  // namespace cvtex::layout
