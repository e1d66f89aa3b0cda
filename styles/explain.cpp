#include "styles/explain.hpp"

#include <algorithm>

#include "styles/load.hpp"
#include "styles/schema.hpp"

namespace cvtex::styles {
namespace {

bool starts_with(std::span<const std::string> path, const KeyPath& prefix) {
    return path.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), path.begin());
}

}  // namespace

std::vector<Setting> explain_key(std::string_view key, const profile::Profile& profile,
                                 const StyleOptions& options, const FileReader& read,
                                 Sources& sources, Diagnostics& diagnostics) {
    const KeyPath wanted = split_key(key);
    std::vector<Setting> found;
    const auto note = [&](std::span<const std::string> path, Origin origin, Span span) {
        if (!starts_with(path, wanted)) return;
        Setting setting{join_key(path), origin, span};
        // Behind the other values of this key.
        const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Setting& other) {
            return other.key == setting.key;
        });
        found.insert(last == found.rend() ? found.end() : last.base(), std::move(setting));
    };
    static_cast<void>(load_sheet(profile, options, read, sources, diagnostics, note));
    return found;
}

bool is_style_key(std::string_view key) {
    const KeyPath path = split_key(key);
    return is_key(path) || is_table(path);
}

std::vector<std::string> style_keys() {
    std::vector<std::string> keys;
    for (const KeyDoc& doc : list_keys())
        if (doc.key.find('*') == std::string::npos) keys.push_back(doc.key);
    return keys;
}

}  // namespace cvtex::styles
