#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// Which front matter keys cvtex reads, and which it knows to be other tools'.
namespace cvtex::profile {

enum class Meaning : std::uint8_t {
    Name,
    Headline,
    Title,
    Author,
    Date,
    Description,
    Keywords,
    Contact,
    ContactList,
    Language,
    Style,
    Photo,
    Pages,
    Dates,
    Employers,
    Variables,
    Checks,
};

struct Key {
    std::string_view name;
    Meaning meaning;
    std::string_view contact_kind;
};

/// The keys that mean something here, the preferred one of each meaning first.
[[nodiscard]] std::span<const Key> known_keys();
/// The key called `name` (lower case), or null.
[[nodiscard]] const Key* find_key(std::string_view name);
/// The keys of other tools, see `is_foreign_key`.
[[nodiscard]] std::span<const std::string_view> foreign_keys();
/// Whether `name` is the first key of its meaning: it wins over its synonyms.
[[nodiscard]] bool is_preferred(const Key& key);
/// Keys of Hugo, Jekyll, Hexo, VuePress, pandoc and note-taking tools: never a typing error for
/// one of ours.
[[nodiscard]] bool is_foreign_key(std::string_view name);

}  // namespace cvtex::profile
