#include "profile/lines.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/contacts.hpp"
#include "grammar/dates.hpp"

namespace cvtex::profile {
namespace {

// Longest texts that are still one line of facts, in terminal columns (a Han character is two).
constexpr std::size_t kLongestDatedLine = 48;
constexpr std::size_t kLongestContactLine = 160;
constexpr std::size_t kLongestPiece = 48;
constexpr std::size_t kLongestPhrase = 48;
constexpr std::size_t kLongestTrailingDate = 64;  // bytes

/// A year alone will do where only the place of the text depends on it.
constexpr int kSurenessOfPlace = 50;

constexpr std::array<std::string_view, 8> kSeparators{"|",  "｜",  " · ", " • ",
                                                      "丨", " / ", "•",   "│"};

std::vector<std::string_view> split_pieces(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0, at = 0;
    while (at < text.size()) {
        const auto* const separator =
            std::find_if(kSeparators.begin(), kSeparators.end(),
                         [&](std::string_view s) { return text.substr(at).starts_with(s); });
        if (separator == kSeparators.end()) {
            ++at;
            continue;
        }
        pieces.push_back(ascii::trim(text.substr(begin, at - begin)));
        at += separator->size();
        begin = at;
    }
    pieces.push_back(ascii::trim(text.substr(begin)));
    return pieces;
}

constexpr std::array<std::string_view, 10> kRoleSeparators{" | ", " ｜ ", "｜",  " · ", " • ",
                                                           " - ", " – ",  " — ", " / ", "丨"};

/// Bytes of white space and at most one separator at the end of `text`.
std::size_t ends_with_separator(std::string_view text) {
    const std::size_t size = text.size();
    while (text.ends_with(' ')) text.remove_suffix(1);
    for (const std::string_view sign : {"|", "｜", "丨", "│", "·", "•", "，", ","})
        if (text.ends_with(sign)) {
            text.remove_suffix(sign.size());
            while (text.ends_with(' ')) text.remove_suffix(1);
            break;
        }
    return size - text.size();
}

bool is_sentence(std::string_view text) {
    return text.find("。") != std::string_view::npos ||
           text.find("；") != std::string_view::npos || text.ends_with('.') ||
           text.find("，") != std::string_view::npos;
}

}  // namespace

bool is_date_range(std::string_view text) {
    if (text.size() > kLongestDatedLine * 3) return false;
    const auto date = grammar::match_date(ascii::trim(text));
    return date && date->confidence >= kSurenessOfPlace;
}

bool is_dated_line(std::string_view text) {
    text = ascii::trim(text);
    if (unicode::display_width(text) > kLongestDatedLine || is_sentence(text)) return false;
    return is_date_range(split_pieces(text).front());
}

std::optional<TrailingDate> find_trailing_date(std::string_view text) {
    const std::size_t end = ascii::trim(text).empty() ? 0 : text.size();
    std::size_t at = end > kLongestTrailingDate ? end - kLongestTrailingDate : 0;
    for (; at < end; ++at) {
        if (is_utf8_continuation(text[at]) || text[at] == ' ') continue;
        const bool bracket = text[at] == '(' || text.substr(at).starts_with("（");
        const std::string_view before = text.substr(0, at);
        const bool apart =
            before.ends_with(' ') || before.ends_with("　") || ends_with_separator(before) > 0;
        if (!apart && !bracket) continue;
        const std::string_view date = text.substr(at);
        // Years in brackets are often part of a title: `总结（2021-2026）`.
        if (!apart && date.find_first_of("./") == std::string_view::npos &&
            date.find("月") == std::string_view::npos)
            continue;
        if (!is_date_range(date)) continue;
        const std::size_t separator = at - ends_with_separator(before);
        return TrailingDate{separator, text.find_first_not_of(' ', separator), at};
    }
    return std::nullopt;
}

std::optional<std::size_t> find_role(std::string_view text) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view separator : kRoleSeparators)
        first = std::min(first, text.find(separator));
    if (first == 0 || first == std::string_view::npos) return std::nullopt;
    return first;
}

bool is_contact_line(std::string_view text) {
    text = ascii::trim(text);
    if (text.empty() || text.size() > kLongestContactLine * 3 ||
        unicode::display_width(text) > kLongestContactLine ||
        text.find("。") != std::string_view::npos)
        return false;
    const std::vector<grammar::Contact> contacts = grammar::find_contacts(text);
    if (std::any_of(contacts.begin(), contacts.end(), [](const grammar::Contact& contact) {
            return contact.confidence >= grammar::kContactConfidence;
        }))
        return true;
    const std::vector<std::string_view> pieces = split_pieces(text);
    return pieces.size() >= 2 && !is_sentence(text) &&
           std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
               return unicode::display_width(piece) <= kLongestPiece;
           });
}

bool is_short_phrase(std::string_view text) {
    text = ascii::trim(text);
    return !text.empty() && text.size() <= kLongestPhrase * 3 &&
           unicode::display_width(text) <= kLongestPhrase && !is_sentence(text) &&
           !text.ends_with("：") && !text.ends_with(':');
}

bool is_short_han_name(std::string_view text) {
    const std::u32string characters = to_utf32(text.substr(0, 32));
    return characters.size() >= 2 && characters.size() <= 4 &&
           std::all_of(characters.begin(), characters.end(), unicode::is_han);
}

}  // namespace cvtex::profile
