#include "grammar/references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

struct Entity {
    std::string_view name;
    char32_t first, second;  ///< `second` is 0 for most
};

constexpr Entity kEntities[] = {
#include "entities.inc"
};

// HTML §13.5: the names that are in the list without a semicolon too. Sorted.
constexpr std::string_view kBareNames[] = {
    "AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",   "COPY",
    "Ccedil", "ETH",    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc",
    "Igrave", "Iuml",   "LT",     "Ntilde", "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde",
    "Ouml",   "QUOT",   "REG",    "THORN",  "Uacute", "Ucirc",  "Ugrave", "Uuml",   "Yacute",
    "aacute", "acirc",  "acute",  "aelig",  "agrave", "amp",    "aring",  "atilde", "auml",
    "brvbar", "ccedil", "cedil",  "cent",   "copy",   "curren", "deg",    "divide", "eacute",
    "ecirc",  "egrave", "eth",    "euml",   "frac12", "frac14", "frac34", "gt",     "iacute",
    "icirc",  "iexcl",  "igrave", "iquest", "iuml",   "laquo",  "lt",     "macr",   "micro",
    "middot", "nbsp",   "not",    "ntilde", "oacute", "ocirc",  "ograve", "ordf",   "ordm",
    "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",   "raquo",  "reg",
    "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times",  "uacute",
    "ucirc",  "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml",
};

static_assert(std::size(kBareNames) == 106);
static_assert(std::is_sorted(std::begin(kBareNames), std::end(kBareNames)));

void append_entity(std::string& out, const Entity& entity) {
    append_utf8(out, entity.first);
    if (entity.second != 0) append_utf8(out, entity.second);
}

const Entity* find_entity(std::string_view name) {
    const auto* entity = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
    return entity != std::end(kEntities) && entity->name == name ? entity : nullptr;
}

/// What cannot be a character is U+FFFD (CommonMark §2.5).
char32_t numeric_character(std::string_view digits, int base) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value == 0 || value > 0x10FFFF || surrogate ? U'\uFFFD' : char32_t{value};
}

enum class Syntax { Markdown, Attribute };

std::string decode(std::string_view text, Syntax syntax) {
    const bool escapes = syntax == Syntax::Markdown;
    if (text.find('&') == std::string_view::npos &&
        (!escapes || text.find('\\') == std::string_view::npos)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (escapes && c == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) {
            out += text[i + 1];
            i += 2;
        } else if (auto reference = escapes ? decode_reference(text, i)
                                            : decode_html_reference(text, i, true)) {
            out += reference->text;
            i += reference->length;
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

}  // namespace

std::optional<CharacterReference> decode_reference(std::string_view text, std::size_t offset) {
    if (offset >= text.size() || text[offset] != '&') return std::nullopt;
    const std::string_view rest = text.substr(offset);
    CharacterReference result;
    if (const auto named = rules::match<rules::named_reference>(rest)) {
        const Entity* entity = find_entity(rest.substr(1, named - 2));
        if (entity == nullptr) return std::nullopt;
        append_entity(result.text, *entity);
        result.length = named;
    } else if (const auto decimal = rules::match<rules::decimal_reference>(rest)) {
        append_utf8(result.text, numeric_character(rest.substr(2, decimal - 3), 10));
        result.length = decimal;
    } else if (const auto hex = rules::match<rules::hexadecimal_reference>(rest)) {
        append_utf8(result.text, numeric_character(rest.substr(3, hex - 4), 16));
        result.length = hex;
    } else {
        return std::nullopt;
    }
    return result;
}

std::optional<CharacterReference> decode_html_reference(std::string_view text,
                                                        std::size_t offset, bool in_attribute) {
    if (auto reference = decode_reference(text, offset)) return reference;
    if (offset >= text.size() || text[offset] != '&') return std::nullopt;
    constexpr std::size_t kLongestBareName = 6;
    const std::string_view rest = text.substr(offset + 1, kLongestBareName);
    for (std::size_t length = rest.size(); length >= 2; --length) {
        const std::string_view name = rest.substr(0, length);
        if (!std::ranges::binary_search(kBareNames, name)) continue;
        const std::size_t after = offset + 1 + length;
        const char next = after < text.size() ? text[after] : ' ';
        const bool goes_on = next == '=' || ascii::is_alphanumeric(next);
        if (in_attribute && goes_on) return std::nullopt;
        CharacterReference result;
        append_entity(result.text, *find_entity(name));
        result.length = static_cast<std::uint32_t>(length + 1);
        return result;
    }
    return std::nullopt;
}

std::string decode_references(std::string_view text) {
    return decode(text, Syntax::Attribute);
}

std::string unescape(std::string_view text) {
    return decode(text, Syntax::Markdown);
}

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

}  // namespace cvtex::grammar
