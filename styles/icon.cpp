#include "styles/icon.hpp"

#include <algorithm>
#include <array>

namespace cvtex::styles {
namespace {

struct Named {
    std::string_view name;
    Icon icon;
};

// clang-format off
/// Each icon's own name first, in the order of `Icon`; then what others call them.
constexpr std::array kNames{
    Named{"phone", Icon::Phone},
    Named{"mail", Icon::Mail},
    Named{"github", Icon::GitHub},
    Named{"gitlab", Icon::GitLab},
    Named{"gitee", Icon::Gitee},
    Named{"zhihu", Icon::Zhihu},
    Named{"juejin", Icon::Juejin},
    Named{"linkedin", Icon::LinkedIn},
    Named{"wechat", Icon::WeChat},
    Named{"qq", Icon::QQ},
    Named{"web", Icon::Web},
    Named{"location", Icon::Location},
    Named{"birthday", Icon::Birthday},
    Named{"whatsapp", Icon::WhatsApp},
    Named{"x", Icon::X},
    Named{"mobile", Icon::Phone},
    Named{"tel", Icon::Phone},
    Named{"email", Icon::Mail},
    Named{"envelope", Icon::Mail},
    Named{"weixin", Icon::WeChat},
    Named{"website", Icon::Web},
    Named{"homepage", Icon::Web},
    Named{"blog", Icon::Web},
    Named{"portfolio", Icon::Web},
    Named{"globe", Icon::Web},
    Named{"city", Icon::Location},
    Named{"address", Icon::Location},
    Named{"birth", Icon::Birthday},
    Named{"cake", Icon::Birthday},
    Named{"twitter", Icon::X},
};
// clang-format on

}  // namespace

std::optional<Icon> find_icon(std::string_view name) {
    const auto* const found = std::find_if(
        kNames.begin(), kNames.end(), [&](const Named& named) { return named.name == name; });
    if (found == kNames.end()) return std::nullopt;
    return found->icon;
}

std::string_view name_of(Icon icon) {
    return kNames[static_cast<std::size_t>(icon)].name;
}

}  // namespace cvtex::styles
