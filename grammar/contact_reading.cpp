#include "grammar/contact_reading.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "grammar/dates.hpp"

namespace cvtex::grammar::contacts {
namespace {

/// No folder or page after the host.
bool is_home_page(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    const auto slash = url.find_first_of("/?#");
    return slash == std::string_view::npos || slash + 1 == url.size();
}

std::string_view profile_base(ContactKind kind) {
    switch (kind) {
        case ContactKind::GitHub:
            return "https://github.com/";
        case ContactKind::GitLab:
            return "https://gitlab.com/";
        case ContactKind::Gitee:
            return "https://gitee.com/";
        case ContactKind::Zhihu:
            return "https://www.zhihu.com/people/";
        case ContactKind::Juejin:
            return "https://juejin.cn/user/";
        case ContactKind::LinkedIn:
            return "https://www.linkedin.com/in/";
        default:
            return "";
    }
}

std::string padded(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string ascii_digits(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        at += c.length;
        if (ascii::is_digit(c.code_point))
            result += static_cast<char>(c.code_point);
        else if (c.code_point >= 0xFF10 && c.code_point <= 0xFF19)
            result += static_cast<char>('0' + (c.code_point - 0xFF10));
    }
    return result;
}

std::string mail_value(std::string_view text) {
    // One of the two signs is there; U+FF20 begins with EF and takes three bytes.
    const auto at = text.find_first_of("@\xEF");
    std::string value(text.substr(0, at));
    value += '@';
    for (const char c : text.substr(at + (text[at] == '@' ? 1 : 3)))
        value += ascii::to_lower(c);
    return value;
}

std::string telephone_value(std::string_view text, std::string_view extension) {
    std::string_view number = text.substr(0, text.size() - extension.size());
    std::string value;
    if (number.find('+') != std::string_view::npos ||
        number.find("＋") != std::string_view::npos) {
        value = "+";
        // +44 (0)20: the zero is dialled at home only.
        if (const auto zero = number.find("(0)"); zero != std::string_view::npos) {
            value += ascii_digits(number.substr(0, zero));
            number.remove_prefix(zero + 3);
        }
    }
    value += ascii_digits(number);
    const std::size_t count = value.size() - (value.starts_with('+') ? 1 : 0);
    if (count < kFewestDigits || count > kMostDigits) return {};
    if (!extension.empty()) value += ";ext=" + ascii_digits(extension);
    return value;
}

std::string_view trim_url(std::string_view url) {
    while (!url.empty()) {
        const char last = url.back();
        const bool closes = last == ')' && url.find('(') == std::string_view::npos;
        if (!closes && std::string_view(".!?*:]").find(last) == std::string_view::npos) break;
        url.remove_suffix(1);
    }
    return url;
}

std::string profile_value(ContactKind kind, std::string_view handle) {
    return std::string(profile_base(kind)).append(handle);
}

void take(ContactReading& reading, std::string_view text, std::string value, int confidence) {
    reading.contact.begin = static_cast<std::uint32_t>(text.data() - reading.text);
    reading.contact.end = reading.contact.begin + static_cast<std::uint32_t>(text.size());
    reading.contact.value = std::move(value);
    reading.contact.confidence =
        reading.label && reading.colon ? std::max(kLabelled, confidence) : confidence;
}

void take_page(ContactReading& reading, std::string_view text, int home, int deeper) {
    const std::string_view url = trim_url(text);
    const bool has_scheme = url.find("://") != std::string_view::npos;
    take(reading, url, (has_scheme ? "" : "https://") + std::string(url),
         is_home_page(url) ? home : deeper);
}

bool take_birth(ContactReading& reading, std::string_view text, bool alone, int confidence) {
    const auto date = match_date(text);
    if (!date || date->is_range || (alone && !date->from.month)) return false;
    std::string value = std::to_string(date->from.year);
    if (date->from.month) value += "-" + padded(*date->from.month);
    if (date->from.day) value += "-" + padded(*date->from.day);
    take(reading, text, std::move(value), confidence);
    reading.contact.kind = ContactKind::BirthDate;
    const bool likely = date->from.year >= kFirstBirthYear && date->from.year <= kLastBirthYear;
    if (!likely) reading.contact.confidence = kUnlikelyBirth;
    return likely || !alone;
}

}  // namespace cvtex::grammar::contacts
