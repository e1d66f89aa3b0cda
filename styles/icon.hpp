#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cvtex::styles {

/// The pictures that cvtex draws before contact details. styles/icon_drawing knows how each
/// looks.
enum class Icon : std::uint8_t {
    Phone,
    Mail,
    GitHub,
    GitLab,
    Gitee,
    Zhihu,
    Juejin,
    LinkedIn,
    WeChat,
    QQ,
    Web,
    Location,
    Birthday,
    WhatsApp,
    X,
};
inline constexpr std::size_t kIconCount = static_cast<std::size_t>(Icon::X) + 1;

/// The icon that shortcodes and contact keys call `name`: `email`, `city`, `twitter`…
[[nodiscard]] std::optional<Icon> find_icon(std::string_view name);

/// `phone`, `mail`…: what dumps print.
[[nodiscard]] std::string_view name_of(Icon icon);

}  // namespace cvtex::styles
