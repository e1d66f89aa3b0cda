#include "layout/data_uri.hpp"

#include <cstdint>
#include <optional>

#include "base/ascii.hpp"

namespace cvtex::layout {
namespace {

constexpr std::string_view kScheme = "data:";

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (ascii::to_lower(a[i]) != ascii::to_lower(b[i])) return false;
    return true;
}

std::optional<std::uint32_t> hex_digit(char c) {
    if (ascii::is_digit(c)) return static_cast<std::uint32_t>(c - '0');
    const char low = ascii::to_lower(c);
    if (low >= 'a' && low <= 'f') return static_cast<std::uint32_t>(low - 'a' + 10);
    return std::nullopt;
}

/// `%2B` as `+`; what is no escape stays.
std::string decode_percent(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const auto high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high && low) {
                out += static_cast<char>(*high << 4 | *low);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

/// Six bits of base64 or base64url (RFC 4648).
std::optional<std::uint32_t> base64_digit(char c) {
    if (ascii::is_upper(c)) return static_cast<std::uint32_t>(c - 'A');
    if (ascii::is_lower(c)) return static_cast<std::uint32_t>(c - 'a' + 26);
    if (ascii::is_digit(c)) return static_cast<std::uint32_t>(c - '0' + 52);
    if (c == '+' || c == '-') return 62;
    if (c == '/' || c == '_') return 63;
    return std::nullopt;
}

Result<std::string> decode_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        if (c == '=') break;
        const auto digit = base64_digit(c);
        if (!digit) return Error{"the data: URI is not base64", {}};
        bits = bits << 6 | *digit;
        if (++count == 4) {
            out += static_cast<char>(bits >> 16 & 0xFF);
            out += static_cast<char>(bits >> 8 & 0xFF);
            out += static_cast<char>(bits & 0xFF);
            bits = 0;
            count = 0;
        }
    }
    if (count == 1) return Error{"the data: URI is cut off", {}};
    if (count >= 2) out += static_cast<char>(bits >> (count == 2 ? 4 : 10) & 0xFF);
    if (count == 3) out += static_cast<char>(bits >> 2 & 0xFF);
    return out;
}

}  // namespace

bool is_data_uri(std::string_view path) {
    return equals_ignoring_case(path.substr(0, kScheme.size()), kScheme);
}

Result<std::string> decode_data_uri(std::string_view uri) {
    const std::size_t comma = uri.find(',');
    if (!is_data_uri(uri) || comma == std::string_view::npos)
        return Error{"the data: URI has no data", "write data:image/png;base64,…"};
    const std::string_view type = uri.substr(kScheme.size(), comma - kScheme.size());
    const std::string data = decode_percent(uri.substr(comma + 1));
    constexpr std::string_view kBase64 = ";base64";
    const bool base64 =
        type.size() >= kBase64.size() &&
        equals_ignoring_case(type.substr(type.size() - kBase64.size()), kBase64);
    if (!base64) return data;
    return decode_base64(data);
}

}  // namespace cvtex::layout
