#include "cli/source_facts.hpp"

#include <nettle/sha2.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace cvtex::cli {
namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    digits.insert(0, width - std::min(width, digits.size()), '0');
    return digits;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : digest) {
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

Result<std::optional<std::string>> source_date() {
    const char* variable = std::getenv("SOURCE_DATE_EPOCH");
    if (variable == nullptr || *variable == '\0') return std::optional<std::string>();
    const std::string_view text = variable;
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t kFirst = -62135596800, kLast = 253402300799;  // years 1 to 9999
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || seconds < kFirst ||
        seconds > kLast) {
        return Error{"SOURCE_DATE_EPOCH is '" + std::string(text) + "', which is no moment",
                     "set it to seconds since 1970, such as $(git log -1 --format=%ct), or "
                     "unset it"};
    }
    using namespace std::chrono;
    const year_month_day day(floor<days>(sys_seconds(std::chrono::seconds(seconds))));
    return std::optional(padded(int(day.year()), 4) + "-" +
                         padded(static_cast<int>(unsigned(day.month())), 2) + "-" +
                         padded(static_cast<int>(unsigned(day.day())), 2));
}

}  // namespace cvtex::cli
