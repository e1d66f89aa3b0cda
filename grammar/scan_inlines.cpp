#include "grammar/scan_inlines.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/rules/extensions.hpp"
#include "grammar/rules/links.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// CommonMark §4.7: a label has at most 999 characters.
constexpr std::size_t kMaxLabelCharacters = 999;

/// RFC 1035 §2.3.4: what is longer is no domain. More of an address is not looked at before it
/// is known to be one, so that many that are none stay linear.
constexpr std::size_t kMaxDomainBytes = 253;
constexpr std::size_t kLongestScheme = std::string_view("https://").size();

/// Keeps where the parts of a link were matched. A later alternative overwrites.
template <class Rule>
struct keep : tao::pegtl::nothing<Rule> {};

template <>
struct keep<rules::label> {
    template <class Input>
    static void apply(const Input& in, LinkDefinition& definition) {
        definition.label = {in.begin() + 1, in.size() - 2};
    }
};

template <>
struct keep<rules::pointy_destination> {
    template <class Input>
    static void apply(const Input& in, LinkTail& tail) {
        tail.destination = {in.begin() + 1, in.size() - 2};
    }

    template <class Input>
    static void apply(const Input& in, LinkDefinition& definition) {
        apply(in, definition.target);
    }
};

template <>
struct keep<rules::bare_destination> {
    template <class Input>
    static void apply(const Input& in, LinkTail& tail) {
        tail.destination = {in.begin(), in.size()};
    }

    template <class Input>
    static void apply(const Input& in, LinkDefinition& definition) {
        apply(in, definition.target);
    }
};

template <>
struct keep<rules::title> {
    template <class Input>
    static void apply(const Input& in, LinkTail& tail) {
        tail.title = {in.begin() + 1, in.size() - 2};
    }
};

bool is_blank_label(std::string_view label) {
    return label.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

bool is_short_label(std::string_view label) {
    return label.size() <= kMaxLabelCharacters ||
           (label.size() <= 4 * kMaxLabelCharacters &&
            count_code_points(label) <= kMaxLabelCharacters);
}

/// Chinese and Japanese text goes on after an address without a space: wide characters and the
/// quotation marks, dashes and ellipses of such text end it.
bool ends_url(char32_t c) {
    if (c < 0x80) return c <= ' ' || c == '<' || c == 0x7F;
    if (unicode::is_white_space(c) || (c >= 0x2013 && c <= 0x2026)) return true;
    const auto width = unicode::east_asian_width(c);
    return width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F;
}

/// Where an address that starts at the start of `text` can end at most.
std::uint32_t url_limit(std::string_view text, std::uint32_t from, bool stop_at_bracket) {
    std::uint32_t at = from;
    while (at < text.size()) {
        const Decoded c = decode_utf8(text, at);
        if (ends_url(c.code_point) || (stop_at_bracket && c.code_point == ']')) break;
        at += c.length;
    }
    return at;
}

/// GFM §6.9: punctuation at the end is the sentence's; so are parentheses without partner and
/// what looks like a character reference.
std::string_view trim_url(std::string_view url) {
    auto excess = std::ranges::count(url, ')') - std::ranges::count(url, '(');
    while (!url.empty()) {
        const char last = url.back();
        if (last == ';') {
            auto name = url.size() - 1;
            while (name > 0 && ascii::is_alphanumeric(url[name - 1])) --name;
            const bool reference = name > 0 && name < url.size() - 1 && url[name - 1] == '&';
            url.remove_suffix(reference ? url.size() - name + 1 : 1);
        } else if (last == ')' && excess > 0) {
            --excess;
            url.remove_suffix(1);
        } else if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
            url.remove_suffix(1);
        } else {
            break;
        }
    }
    return url;
}

/// GFM: no underscore in the last two parts of a domain. At its end they are the sentence's.
bool is_valid_domain(std::string_view domain) {
    domain = domain.substr(0, domain.find_last_not_of('_') + 1);
    if (domain.empty() || domain.back() == '.') return false;
    const auto last = domain.rfind('.');
    const auto before =
        last == std::string_view::npos || last == 0 ? last : domain.rfind('.', last - 1);
    const auto from = before == std::string_view::npos ? 0 : before;
    return domain.find('_', from) == std::string_view::npos;
}

}  // namespace

Autolink scan_autolink(std::string_view rest) {
    if (const auto uri = rules::match<rules::uri_autolink>(rest)) return {uri, false};
    return {rules::match<rules::email_autolink>(rest), true};
}

std::optional<LinkTail> scan_link_tail(std::string_view rest) {
    LinkTail tail;
    tail.length = rules::match<rules::link_tail, keep>(rest, tail);
    if (tail.length == 0) return std::nullopt;
    return tail;
}

std::uint32_t scan_label(std::string_view rest) {
    const auto length = rules::match<rules::label>(rest);
    if (length == 0 || !is_short_label(rest.substr(1, length - 2))) return 0;
    return length;
}

bool is_label(std::string_view text) {
    return !is_blank_label(text) && is_short_label(text);
}

std::optional<LinkDefinition> scan_link_definition(std::string_view rest) {
    LinkDefinition definition;
    const auto head = rules::match<rules::definition_head, keep>(rest, definition);
    if (head == 0 || !is_label(definition.label)) {
        return std::nullopt;
    }
    const std::string_view after = rest.substr(head);
    if (const auto titled =
            rules::match<rules::definition_title, keep>(after, definition.target)) {
        definition.length = head + titled;
        return definition;
    }
    definition.target.title = {};
    const auto ended = rules::match<rules::line_end>(after);
    if (ended == 0 && !after.empty()) return std::nullopt;
    definition.length = head + ended;
    return definition;
}

std::uint32_t scan_literal_url(std::string_view rest, bool stop_at_bracket) {
    const auto head =
        rules::match<rules::literal_url_head>(rest.substr(0, kLongestScheme + kMaxDomainBytes));
    if (head == 0) return 0;
    const auto scheme = rest.substr(0, head).find("://");
    const std::size_t domain = scheme == std::string_view::npos ? 0 : scheme + 3;
    if (!is_valid_domain(rest.substr(domain, head - domain))) return 0;
    const std::string_view url =
        trim_url(rest.substr(0, url_limit(rest, head, stop_at_bracket)));
    return url.size() > domain ? static_cast<std::uint32_t>(url.size()) : 0;
}

std::uint32_t scan_literal_domain(std::string_view rest) {
    const auto length = rules::match<rules::dotted_domain>(rest);
    if (length == 0 || !ascii::is_alphanumeric(rest[length - 1])) return 0;
    return is_valid_domain(rest.substr(0, length)) ? length : 0;
}

}  // namespace cvtex::grammar
