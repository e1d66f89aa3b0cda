#include "base/units.hpp"

namespace cvtex {

std::string format_fixed(Pt value, int decimals) {
    std::int64_t power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    const bool negative = value.units() < 0;
    const auto magnitude = static_cast<Int128>(negative ? -value.units() : value.units());
    const auto scaled =
        static_cast<std::int64_t>((magnitude * power + Pt::kOne / 2) / Pt::kOne);
    std::string digits = std::to_string(scaled / power);
    if (decimals > 0) {
        std::string fraction = std::to_string(scaled % power);
        fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
        digits += '.';
        digits += fraction;
    }
    if (negative && scaled != 0) digits.insert(0, 1, '-');
    return digits;
}

std::string format_short(Pt value, int max_decimals) {
    std::string text = format_fixed(value, max_decimals);
    if (text.find('.') == std::string::npos) return text;
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace cvtex
