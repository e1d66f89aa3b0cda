#include "styles/schema.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "styles/schema_rows.hpp"

namespace cvtex::styles {
namespace {

/// The part of a dotted name before its first dot, taken off its front.
std::string_view take_segment(std::string_view& dotted) {
    const std::size_t dot = dotted.find('.');
    const std::string_view segment = dotted.substr(0, dot);
    dotted.remove_prefix(dot == std::string_view::npos ? dotted.size() : dot + 1);
    return segment;
}

/// Whether `path` begins like `name`; a `*` in the name matches any segment.
bool common_prefix(std::string_view name, std::span<const std::string> path,
                   std::size_t& name_length) {
    name_length = 0;
    while (!name.empty()) {
        const std::string_view segment = take_segment(name);
        const std::size_t at = name_length++;
        if (at < path.size() && segment != "*" && segment != path[at]) return false;
    }
    return true;
}

/// Rules most rows out at little cost: the first segment of a name is never `*`.
bool may_match(std::string_view name, std::span<const std::string> path) {
    return !path.empty() && name.starts_with(path.front());
}

const ExtraRow* find_extra(std::span<const std::string> path) {
    std::size_t length = 0;
    for (const ExtraRow& row : extra_rows()) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && length == path.size()) return &row;
    }
    return nullptr;
}

struct ElementKey {
    Element element;
    const PropertyRow* property;
};

std::optional<ElementKey> find_element_key(std::span<const std::string> path) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        if (!may_match(element_rows()[i].name, path)) continue;
        if (!common_prefix(element_rows()[i].name, path, length) || length + 1 != path.size())
            continue;
        for (const PropertyRow& row : property_rows())
            if ((row.group & element_rows()[i].groups) != 0 && row.name == path.back())
                return ElementKey{static_cast<Element>(i), &row};
    }
    return std::nullopt;
}

constexpr std::string_view kSidebar = "sidebar";

/// `sidebar.heading.2.color`: a key that holds in the side column only. Empty for others.
std::span<const std::string> side_key(std::span<const std::string> path) {
    if (path.size() < 2 || path[0] != kSidebar) return {};
    const std::span<const std::string> rest = path.subspan(1);
    // What the page has once cannot be different in a column of it.
    for (const std::string_view whole : kPageTables)
        if (rest[0] == whole) return {};
    return rest;
}

void rename_alias(std::string& segment) {
    if (segment == "color" || segment == "font") segment += 's';
}

bool is_own_key(std::span<const std::string> path) {
    return find_extra(path) != nullptr || find_element_key(path).has_value();
}

bool is_own_table(std::span<const std::string> path) {
    std::size_t length = 0;
    for (const ElementRow& row : element_rows()) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && path.size() <= length) return true;
    }
    for (const ExtraRow& row : extra_rows()) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && path.size() < length) return true;
    }
    return false;
}

}  // namespace

KeyPath split_key(std::string_view dotted) {
    KeyPath path;
    std::size_t begin = 0;
    while (begin <= dotted.size()) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        std::string& name = path.emplace_back(ascii::trim(dotted.substr(begin, end - begin)));
        std::replace(name.begin(), name.end(), '_', '-');
        begin = end + 1;
    }
    rename_alias(path.front());
    if (path.size() > 2 && path.front() == kSidebar) rename_alias(path[1]);
    return path;
}

std::string join_key(std::span<const std::string> path) {
    std::string joined;
    for (const std::string& segment : path) {
        if (!joined.empty()) joined += '.';
        joined += segment;
    }
    return joined;
}

bool is_key(std::span<const std::string> path) {
    return is_own_key(path) || is_own_key(side_key(path));
}

bool is_table(std::span<const std::string> path) {
    const std::span<const std::string> side = side_key(path);
    return is_own_table(path) || (!side.empty() && is_own_table(side));
}

Status set_key(Sheet& sheet, std::span<const std::string> path, const ast::Value& value) {
    if (const ExtraRow* row = find_extra(path)) return row->set(sheet, path, value);
    if (const auto key = find_element_key(path))
        return key->property->set(sheet[key->element], value);
    // Kept for later: the column has all keys of the page but those it changes.
    const std::span<const std::string> side = side_key(path);
    assert(is_own_key(side));
    Sheet scratch;
    const Status status = set_key(scratch, side, value);
    if (status) sheet.side_keys.push_back({{side.begin(), side.end()}, value});
    return status;
}

std::vector<KeyDoc> list_keys() {
    std::vector<KeyDoc> keys;
    for (const ExtraRow& row : extra_rows())
        keys.push_back({std::string(row.name), row.describe(), row.json(), row.meaning});
    for (const ElementRow& element : element_rows())
        for (const PropertyRow& property : property_rows())
            if ((property.group & element.groups) != 0)
                keys.push_back({std::string(element.name) + "." + std::string(property.name),
                                property.describe(), property.json(), property.meaning});
    return keys;
}

Error unknown_key(std::span<const std::string> path) {
    std::vector<std::string> all, siblings;
    const std::string table = join_key(path.first(path.size() - 1));
    for (const KeyDoc& key : list_keys()) {
        const std::size_t dot = key.key.rfind('.');
        if (key.key.substr(0, dot) == table) siblings.push_back(key.key.substr(dot + 1));
        all.push_back(key.key);
    }
    if (siblings.empty())
        for (const ElementRow& row : element_rows()) siblings.emplace_back(row.name);
    const std::string key = join_key(path);
    Error error{"there is no style key '" + key + "'", suggest(key, all)};
    // Nothing close: the table's own keys say more than all of them.
    if (error.hint.starts_with("valid")) error.hint = suggest("", siblings);
    return error;
}

}  // namespace cvtex::styles
