#include "styles/recognize.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "styles/values.hpp"

namespace cvtex::styles {
namespace {

// Longest texts that are still one line of facts, in terminal columns (a Han character is two).
constexpr std::size_t kLongestDatedLine = 48;
constexpr std::size_t kLongestContactLine = 160;
constexpr std::size_t kLongestPiece = 48;
constexpr std::size_t kLongestPhrase = 48;

/// Reads a text from the left; every `take` moves on only when it matches.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    void skip_spaces() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    }

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    template <std::size_t N>
    bool take_any(const std::array<std::string_view, N>& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return take(word); });
    }

    /// A number of `least` to `most` digits, followed by no further digit.
    bool take_digits(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
        if (count < least || count > most) return false;
        rest_.remove_prefix(count);
        return true;
    }

    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

// Longer words before their beginnings.
constexpr std::array<std::string_view, 24> kMonths{
    "january", "february", "march",    "april", "june", "july", "august", "september",
    "october", "november", "december", "sept",  "jan",  "feb",  "mar",    "apr",
    "may",     "jun",      "jul",      "aug",   "sep",  "oct",  "nov",    "dec"};
constexpr std::array<std::string_view, 11> kDashes{"--", "-",  "–",  "—",  "~", "～",
                                                   "〜", "至", "到", "to", "−"};
constexpr std::array<std::string_view, 10> kNow{
    "至今", "现在", "今", "目前", "現在", "present", "now", "current", "ongoing", "迄今"};

bool take_year(Cursor& cursor) {
    Cursor ahead = cursor;
    if (!ahead.take("19") && !ahead.take("20")) return false;
    if (!ahead.take_digits(2, 2)) return false;
    cursor = ahead;
    return true;
}

/// `.08`, `/8`, `-08`, `年8月`, `年`: what follows a year.
void take_month_and_day(Cursor& cursor) {
    if (cursor.take("年")) {
        Cursor ahead = cursor;
        ahead.skip_spaces();
        if (!ahead.take_digits(1, 2) || !ahead.take("月")) return;
        cursor = ahead;
        if (ahead.take_digits(1, 2) && (ahead.take("日") || ahead.take("号"))) cursor = ahead;
        return;
    }
    for (int part = 0; part < 2; ++part) {
        Cursor ahead = cursor;
        if (!ahead.take(".") && !ahead.take("/") && !ahead.take("-")) return;
        if (!ahead.take_digits(1, 2)) return;
        cursor = ahead;
    }
}

bool take_date(Cursor& cursor) {
    Cursor ahead = cursor;
    if (ahead.take_any(kMonths)) {
        static_cast<void>(ahead.take("."));
        static_cast<void>(ahead.take(","));
        ahead.skip_spaces();
        if (!take_year(ahead)) return false;
    } else {
        if (!take_year(ahead)) return false;
        take_month_and_day(ahead);
    }
    cursor = ahead;
    return true;
}

/// Moves past dates at the start of lower-case `cursor`; false when there are none.
bool take_range(Cursor& cursor) {
    const bool bracket = cursor.take("(") || cursor.take("（");
    cursor.skip_spaces();
    if (!take_date(cursor)) return false;
    Cursor ahead = cursor;
    ahead.skip_spaces();
    if (ahead.take_any(kDashes)) {
        ahead.skip_spaces();
        // `2025/05 --`: still going on.
        if (ahead.at_end() || ahead.take_any(kNow) || take_date(ahead)) cursor = ahead;
    } else if (ahead.take_any(kNow)) {
        cursor = ahead;
    }
    cursor.skip_spaces();
    return !bracket || cursor.take(")") || cursor.take("）");
}

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
        pieces.push_back(trim(text.substr(begin, at - begin)));
        at += separator->size();
        begin = at;
    }
    pieces.push_back(trim(text.substr(begin)));
    return pieces;
}

bool is_email_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '.' || c == '_' || c == '-' || c == '+';
}

bool has_email(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        if (at == 0 || at + 1 >= text.size()) continue;
        if (!is_email_character(text[at - 1]) || !is_email_character(text[at + 1])) continue;
        const std::size_t dot = text.find('.', at);
        if (dot != std::string_view::npos && dot + 1 < text.size()) return true;
    }
    return false;
}

/// At least seven digits in a row, spaces, hyphens and parentheses aside.
bool has_phone(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (++digits >= 7) return true;
        } else if (c != ' ' && c != '-' && c != '(' && c != ')') {
            digits = 0;
        }
    }
    return false;
}

bool is_sentence(std::string_view text) {
    return text.find("。") != std::string_view::npos ||
           text.find("；") != std::string_view::npos || text.ends_with('.') ||
           text.find("，") != std::string_view::npos;
}

}  // namespace

bool is_date_range(std::string_view text) {
    const std::string lower = to_ascii_lower(trim(text));
    Cursor cursor(lower);
    return take_range(cursor) && trim(cursor.rest()).empty();
}

bool is_dated_line(std::string_view text) {
    text = trim(text);
    if (unicode::display_width(text) > kLongestDatedLine || is_sentence(text)) return false;
    return is_date_range(split_pieces(text).front());
}

bool is_contact_line(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > kLongestContactLine * 3 ||
        unicode::display_width(text) > kLongestContactLine ||
        text.find("。") != std::string_view::npos)
        return false;
    if (has_email(text) || has_phone(text)) return true;
    const std::vector<std::string_view> pieces = split_pieces(text);
    return pieces.size() >= 2 && !is_sentence(text) &&
           std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
               return unicode::display_width(piece) <= kLongestPiece;
           });
}

bool is_short_phrase(std::string_view text) {
    text = trim(text);
    return !text.empty() && text.size() <= kLongestPhrase * 3 &&
           unicode::display_width(text) <= kLongestPhrase && !is_sentence(text) &&
           !text.ends_with("：") && !text.ends_with(':');
}

bool is_short_han_name(std::string_view text) {
    const std::u32string characters = to_utf32(text.substr(0, 32));
    return characters.size() >= 2 && characters.size() <= 4 &&
           std::all_of(characters.begin(), characters.end(), unicode::is_han);
}

}  // namespace cvtex::styles
