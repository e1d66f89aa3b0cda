#include "profile/metadata_keys.hpp"

#include <algorithm>
#include <array>

namespace cvtex::profile {
namespace {

// clang-format off
constexpr std::array kKeys{
    Key{"name", Meaning::Name, ""},
    Key{"姓名", Meaning::Name, ""},
    Key{"headline", Meaning::Headline, ""},
    Key{"subtitle", Meaning::Headline, ""},
    Key{"role", Meaning::Headline, ""},
    Key{"position", Meaning::Headline, ""},
    Key{"求职意向", Meaning::Headline, ""},
    Key{"title", Meaning::Title, ""},
    Key{"标题", Meaning::Title, ""},
    Key{"author", Meaning::Author, ""},
    Key{"作者", Meaning::Author, ""},
    Key{"date", Meaning::Date, ""},
    Key{"日期", Meaning::Date, ""},
    Key{"description", Meaning::Description, ""},
    Key{"abstract", Meaning::Description, ""},
    Key{"摘要", Meaning::Description, ""},
    Key{"keywords", Meaning::Keywords, ""},
    Key{"tags", Meaning::Keywords, ""},
    Key{"lang", Meaning::Language, ""},
    Key{"language", Meaning::Language, ""},
    Key{"style", Meaning::Style, ""},
    Key{"cvtex", Meaning::Style, ""},
    Key{"pages", Meaning::Pages, ""},
    Key{"dates", Meaning::Dates, ""},
    Key{"header", Meaning::ContactList, ""},
    Key{"photo", Meaning::Photo, ""},
    Key{"照片", Meaning::Photo, ""},
    Key{"相片", Meaning::Photo, ""},
    Key{"写真", Meaning::Photo, ""},
    Key{"employers", Meaning::Employers, ""},
    Key{"vars", Meaning::Variables, ""},
    Key{"checks", Meaning::Checks, ""},
    Key{"email", Meaning::Contact, "email"},
    Key{"mail", Meaning::Contact, "email"},
    Key{"邮箱", Meaning::Contact, "email"},
    Key{"phone", Meaning::Contact, "phone"},
    Key{"mobile", Meaning::Contact, "phone"},
    Key{"tel", Meaning::Contact, "phone"},
    Key{"电话", Meaning::Contact, "phone"},
    Key{"手机", Meaning::Contact, "phone"},
    Key{"wechat", Meaning::Contact, "wechat"},
    Key{"微信", Meaning::Contact, "wechat"},
    Key{"qq", Meaning::Contact, "qq"},
    Key{"city", Meaning::Contact, "city"},
    Key{"location", Meaning::Contact, "city"},
    Key{"城市", Meaning::Contact, "city"},
    Key{"address", Meaning::Contact, "address"},
    Key{"地址", Meaning::Contact, "address"},
    Key{"website", Meaning::Contact, "website"},
    Key{"homepage", Meaning::Contact, "website"},
    Key{"blog", Meaning::Contact, "website"},
    Key{"portfolio", Meaning::Contact, "portfolio"},
    Key{"github", Meaning::Contact, "github"},
    Key{"gitee", Meaning::Contact, "gitee"},
    Key{"gitlab", Meaning::Contact, "gitlab"},
    Key{"linkedin", Meaning::Contact, "linkedin"},
    Key{"twitter", Meaning::Contact, "twitter"},
    Key{"zhihu", Meaning::Contact, "zhihu"},
    Key{"知乎", Meaning::Contact, "zhihu"},
    Key{"juejin", Meaning::Contact, "juejin"},
    Key{"掘金", Meaning::Contact, "juejin"},
    Key{"whatsapp", Meaning::Contact, "whatsapp"},
    Key{"birthday", Meaning::Contact, "birthday"},
    Key{"生日", Meaning::Contact, "birthday"},
    Key{"出生年月", Meaning::Contact, "birthday"},
};
// clang-format on

// clang-format off
// Sorted.
constexpr std::string_view kForeignKeys[] = {
    "abbrlink", "actions", "alias", "aliases", "archives", "article", "aside",
    "audio", "author_profile", "authors", "autonumber", "avatar", "backgroundcolor",
    "banner", "bibliography", "bio", "body", "build", "canonical", "cascade", "categories",
    "category", "class", "classes", "collection", "color", "colorlinks", "comment",
    "comments", "contributors", "copyright", "cover", "created", "css", "cssclass",
    "cssclasses", "data", "date_modified", "defaults", "disabled", "documentclass",
    "draft", "editlink", "emails", "enabletoc", "excerpt", "excerpt_separator",
    "expirydate", "extra", "favicon", "features", "feed", "flag", "fontfamily", "fontsize",
    "footer", "footerhtml", "geometry", "githubs", "head", "header-includes",
    "header_image", "headers", "heading", "headless", "hero", "herotext", "hidden", "hide",
    "home", "hours", "icon", "id", "image", "images", "index", "institute", "isarchived",
    "iscjklanguage", "katex", "keyword", "label", "languages", "last_modified_at",
    "lastmod", "lastupdated", "layout", "license", "linestretch", "link", "linkcolor",
    "links", "linktitle", "list", "locale", "locales", "logo", "mainfont", "margin",
    "markup", "marp", "math", "mathjax", "menu", "menus", "mermaid", "meta", "mode",
    "modified", "names", "nav", "navbar", "next", "note", "notes", "numbersections",
    "order", "output", "outputs", "page", "pageclass", "pagetitle", "paginate", "paper",
    "papersize", "params", "parent", "pdf", "permalink", "phones", "photos", "pin",
    "plugins", "prev", "print", "private", "pubdate", "public", "publish", "publishdate",
    "publishdir", "published", "readingtime", "redirect", "resources", "robots", "roles",
    "rule", "section", "sections", "series", "shorttitle", "showtoc", "sidebar",
    "sidebardepth", "site", "sitemap", "size", "slug", "social", "star", "state", "status",
    "sticky", "style_class", "styles", "stylesheet", "stylesheets", "subject", "summary",
    "tag", "tagline", "template", "theme", "thumbnail", "time", "timeline", "titlepage",
    "titles", "toc", "top", "top_img", "transition", "translation", "translationkey",
    "tweet", "type", "updated", "updateddate", "url", "urls", "username", "version",
    "videos", "websites", "weight", "wordcount",
};
// clang-format on

static_assert(std::is_sorted(std::begin(kForeignKeys), std::end(kForeignKeys)));

}  // namespace

std::span<const Key> known_keys() {
    return kKeys;
}

const Key* find_key(std::string_view name) {
    const auto* const found = std::find_if(kKeys.begin(), kKeys.end(),
                                           [&](const Key& key) { return key.name == name; });
    return found == kKeys.end() ? nullptr : found;
}

bool is_preferred(const Key& key) {
    const auto* const first = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& other) {
        return other.meaning == key.meaning;
    });
    return first->name == key.name;
}

std::span<const std::string_view> foreign_keys() {
    return kForeignKeys;
}

bool is_foreign_key(std::string_view name) {
    return std::binary_search(std::begin(kForeignKeys), std::end(kForeignKeys), name);
}

}  // namespace cvtex::profile
