#include "grammar/references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

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

std::string decode(std::string_view text, bool escapes) {
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
        } else if (auto reference = decode_reference(text, i)) {
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

std::string decode_references(std::string_view text) {
    return decode(text, false);
}

std::string unescape(std::string_view text) {
    return decode(text, true);
}

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

}  // namespace cvtex::grammar
