#include "grammar/shortcodes.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.hpp"
#include "grammar/rules/match.hpp"
#include "grammar/rules/shortcodes.hpp"

namespace cvtex::grammar {
namespace {

struct Emoji {
    std::string_view name;
    std::string_view character;
};

constexpr Emoji kEmoji[] = {
#include "emoji.inc"
};

static_assert(std::is_sorted(std::begin(kEmoji), std::end(kEmoji),
                             [](const Emoji& a, const Emoji& b) { return a.name < b.name; }));

struct Icon {
    std::string_view name;
    std::string_view same_as;  ///< the name that cvtex has for it
};

// Icons that people put before their contact details: these names need no font's prefix. GitHub
// has emoji for some; what stands before a number or an address is an icon. Sorted.
constexpr std::array kIcons{
    Icon{"address", "location"},
    Icon{"bilibili", "bilibili"},
    Icon{"blog", "web"},
    Icon{"cellphone", "phone"},
    Icon{"csdn", "csdn"},
    Icon{"email", "email"},
    Icon{"envelope", "email"},
    Icon{"facebook", "facebook"},
    Icon{"gitee", "gitee"},
    Icon{"github", "github"},
    Icon{"gitlab", "gitlab"},
    Icon{"globe", "web"},
    Icon{"homepage", "web"},
    Icon{"juejin", "juejin"},
    Icon{"leetcode", "leetcode"},
    Icon{"linkedin", "linkedin"},
    Icon{"location", "location"},
    Icon{"mail", "email"},
    Icon{"map-marker", "location"},
    Icon{"map-pin", "location"},
    Icon{"map_marker", "location"},
    Icon{"map_pin", "location"},
    Icon{"mobile", "phone"},
    Icon{"orcid", "orcid"},
    Icon{"phone", "phone"},
    Icon{"qq", "qq"},
    Icon{"stackoverflow", "stackoverflow"},
    Icon{"tel", "phone"},
    Icon{"telegram", "telegram"},
    Icon{"telephone", "phone"},
    Icon{"twitter", "x"},
    Icon{"web", "web"},
    Icon{"website", "web"},
    Icon{"wechat", "wechat"},
    Icon{"weibo", "weibo"},
    Icon{"weixin", "wechat"},
    Icon{"whatsapp", "whatsapp"},
    Icon{"zhihu", "zhihu"},
};

static_assert(std::is_sorted(kIcons.begin(), kIcons.end(),
                             [](const Icon& a, const Icon& b) { return a.name < b.name; }));

template <class Table>
const auto* find_name(const Table& table, std::string_view name) {
    const auto* const found = std::lower_bound(
        std::begin(table), std::end(table), name,
        [](const auto& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != std::end(table) && found->name == name ? found : nullptr;
}

/// Whether a name may begin after `text`: not inside a word, a time, an address or a path.
bool is_boundary(std::string_view text) {
    if (text.empty()) return true;
    const char c = text.back();
    return !ascii::is_alphanumeric(c) &&
           std::string_view(":/.@_-=#&%+~\\").find(c) == std::string_view::npos;
}

/// cvtex's name of the icon `name`: that of its first part that is known, `map-marker` of
/// `map-marker-alt`, else the name as written.
std::string_view icon_name(std::string_view name) {
    const auto begins_with = [](std::string_view text, std::string_view part) {
        return text.starts_with(part) && (text.size() == part.size() ||
                                          text[part.size()] == '-' || text[part.size()] == '_');
    };
    for (std::string_view rest = name; !rest.empty();) {
        for (const Icon& icon : kIcons) {
            if (begins_with(rest, icon.name)) return icon.same_as;
        }
        const auto end = std::min(rest.find_first_of("-_"), rest.size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return name;
}

}  // namespace

Shortcode scan_shortcode(std::string_view text, std::uint32_t offset, bool after_shortcode) {
    if (!after_shortcode && !is_boundary(text.substr(0, offset))) return {};
    const std::uint32_t length = rules::match<rules::shortcode>(text.substr(offset));
    if (length == 0) return {};
    const std::string_view name = text.substr(offset + 1, length - 2);
    if (const Icon* icon = find_name(kIcons, name)) return {length, icon->same_as, {}};
    if (const auto prefix = rules::match<rules::icon_prefix>(name)) {
        return {length, icon_name(name.substr(prefix)), {}};
    }
    const Emoji* emoji = find_name(kEmoji, name);
    if (emoji == nullptr) return {};
    // `:100:` may be a part of a number.
    const char after = offset + length < text.size() ? text[offset + length] : ' ';
    const bool worded = std::any_of(name.begin(), name.end(), ascii::is_letter<char>);
    if (!worded && ascii::is_alphanumeric(after)) return {};
    return {length, {}, emoji->character};
}

Shortcode scan_icon_word(std::string_view text, std::uint32_t offset) {
    if (offset < kIconWordLength) return {};
    const std::uint32_t begin = offset - kIconWordLength;
    if (text.substr(begin, kIconWordLength) != "icon" || !is_boundary(text.substr(0, begin))) {
        return {};
    }
    const std::uint32_t length = rules::match<rules::icon_word>(text.substr(offset));
    if (length == 0) return {};
    return {length, icon_name(text.substr(offset + 1, length - 1)), {}};
}

}  // namespace cvtex::grammar
