#include "profile/photo.hpp"

#include <string>
#include <string_view>

namespace cvtex::profile {
namespace {

std::string description(std::string_view lang, const std::string& name) {
    if (lang.starts_with("zh-TW") || lang.starts_with("zh-HK") || lang.starts_with("zh-Hant"))
        return name.empty() ? "照片" : name + "的相片";
    if (lang.starts_with("zh")) return name.empty() ? "照片" : name + "的照片";
    if (lang.starts_with("ja")) return name.empty() ? "顔写真" : name + "の写真";
    if (lang.starts_with("ko")) return name.empty() ? "사진" : name + " 사진";
    return name.empty() ? "Photo" : "Photo of " + name;
}

}  // namespace

void describe_photo(Profile& profile) {
    if (!profile.photo || profile.photo->alternative) return;
    const std::string name = profile.name ? profile.name->text : std::string();
    profile.photo->alternative =
        Field{description(profile.lang, name), profile.photo->path.span};
}

}  // namespace cvtex::profile
