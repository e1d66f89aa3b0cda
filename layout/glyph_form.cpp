#include "layout/glyph_form.hpp"

#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "layout/cjk_class.hpp"

namespace cvtex::layout {
namespace {

using fonts::Form;

/// What a character says about its neighbours' form.
enum class Strength : std::uint8_t { Neutral, Han, Latin };

bool is_wide(char32_t c) {
    const unicode::EastAsianWidth width = unicode::east_asian_width(c);
    return width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F;
}

bool is_quote(char32_t c) {
    return c == U'“' || c == U'”' || c == U'‘' || c == U'’';
}

/// Characters whose form depends on context besides the quotes.
bool is_ambiguous(char32_t c) {
    switch (c) {
        case U'—':
        case U'–':
        case U'‐':
        case U'…':
        case U'⋯':
        case U'·':
        case U'‧':
        case U'⸺':
            return true;
        default:
            return unicode::east_asian_width(c) == unicode::EastAsianWidth::A &&
                   !unicode::is_letter(c) && unicode::category(c) != unicode::Category::Mn;
    }
}

Strength strength_of(char32_t c) {
    if (c < 0x80) {
        const bool alphanumeric = ascii::is_alphanumeric(c);
        return alphanumeric ? Strength::Latin : Strength::Neutral;
    }
    if (c == U'\u3000' || is_quote(c)) return Strength::Neutral;
    if (is_wide(c)) {
        return unicode::is_extended_pictographic(c) ? Strength::Neutral : Strength::Han;
    }
    return unicode::is_letter(c) && !is_ambiguous(c) ? Strength::Latin : Strength::Neutral;
}

class Resolver {
public:
    Resolver(std::span<Character> characters, std::span<const Region> regions)
        : characters_(characters), regions_(regions) {
        const std::size_t n = characters.size();
        before_.resize(n + 1, Strength::Neutral);
        after_.resize(n + 1, Strength::Neutral);
        for (std::size_t i = 0; i < n; ++i) {
            const Strength own = strength_of(characters[i].code);
            before_[i + 1] = own == Strength::Neutral ? before_[i] : own;
        }
        for (std::size_t i = n; i-- > 0;) {
            const Strength own = strength_of(characters[i].code);
            after_[i] = own == Strength::Neutral ? after_[i + 1] : own;
        }
    }

    void run() {
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            const char32_t c = characters_[i].code;
            if (is_quote(c)) {
                resolve_quote(i);
            } else {
                characters_[i].form = plain_form(i);
            }
        }
        for (const auto& open : open_) {
            for (const std::size_t i : open) set_quotes(i, std::nullopt);
        }
    }

private:
    [[nodiscard]] Region region(std::size_t i) const { return regions_[characters_[i].span]; }

    [[nodiscard]] Strength before(std::size_t i) const { return before_[i]; }

    [[nodiscard]] Strength after(std::size_t i) const { return after_[i + 1]; }

    [[nodiscard]] bool is_repeated(std::size_t i) const {
        const char32_t c = characters_[i].code;
        return (i > 0 && characters_[i - 1].code == c) ||
               (i + 1 < characters_.size() && characters_[i + 1].code == c);
    }

    /// ≥99, 5°, ±3: a sign that touches a Latin letter or digit is one of its token.
    [[nodiscard]] bool is_attached_symbol(std::size_t i) const {
        const auto is_latin = [&](std::size_t k) {
            return strength_of(characters_[k].code) == Strength::Latin;
        };
        return is_token_symbol(characters_[i].code) &&
               ((i > 0 && is_latin(i - 1)) || (i + 1 < characters_.size() && is_latin(i + 1)));
    }

    [[nodiscard]] Form plain_form(std::size_t i) const {
        const char32_t c = characters_[i].code;
        if (c < 0x80) return Form::Latin;
        if (is_wide(c)) return Form::Han;
        if (!is_ambiguous(c) || is_attached_symbol(i)) return Form::Latin;
        const bool han = is_han_region(region(i));
        // Chinese doubles its dash and ellipsis; English never does.
        if (han && (c == U'—' || c == U'…' || c == U'⋯') && is_repeated(i)) return Form::Han;
        if (before(i) == Strength::Han || after(i) == Strength::Han) {
            return region(i) == Region::KR ? Form::Latin : Form::Han;
        }
        if (before(i) == Strength::Latin || after(i) == Strength::Latin) return Form::Latin;
        return han ? Form::Han : Form::Latin;
    }

    /// Pairs quotes with a stack for each kind; ’ between two Latin letters is an apostrophe.
    void resolve_quote(std::size_t i) {
        const char32_t c = characters_[i].code;
        const bool is_double = c == U'“' || c == U'”';
        std::vector<std::size_t>& open = open_[is_double ? 0 : 1];
        if (c == U'“' || c == U'‘') {
            open.push_back(i);
            return;
        }
        const bool apostrophe = c == U'’' && i > 0 && i + 1 < characters_.size() &&
                                strength_of(characters_[i - 1].code) == Strength::Latin &&
                                strength_of(characters_[i + 1].code) == Strength::Latin;
        if (apostrophe) {
            characters_[i].form = Form::Latin;
        } else if (open.empty()) {
            set_quotes(i, std::nullopt);
        } else {
            set_quotes(open.back(), i);
            open.pop_back();
        }
    }

    /// Sets both quotes of a pair alike: Latin when no edge of it, inside or outside, is Han.
    void set_quotes(std::size_t first, std::optional<std::size_t> second) {
        const std::size_t last = second.value_or(first);
        const Region where = region(first);
        Form form = Form::Latin;
        if (where != Region::JP && where != Region::KR) {
            const std::array<Strength, 4> edges = {before(first), after(first), before(last),
                                                   after(last)};
            bool any_han = false;
            bool any_latin = false;
            for (const Strength edge : edges) {
                any_han |= edge == Strength::Han;
                any_latin |= edge == Strength::Latin;
            }
            // Western text keeps its own quotes where it meets Han.
            const bool han =
                is_han_region(where) ? any_han || !any_latin : any_han && !any_latin;
            if (han) form = Form::Han;
        }
        characters_[first].form = form;
        characters_[last].form = form;
    }

    std::span<Character> characters_;
    std::span<const Region> regions_;
    std::vector<Strength> before_;  ///< nearest strong character before i
    std::vector<Strength> after_;   ///< nearest strong character at or after i
    std::array<std::vector<std::size_t>, 2> open_;
};

}  // namespace

void resolve_forms(std::span<Character> characters, std::span<const Region> regions) {
    Resolver(characters, regions).run();
}

}  // namespace cvtex::layout
