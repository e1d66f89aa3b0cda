#include "styles/show.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "styles/load.hpp"
#include "styles/names.hpp"
#include "styles/schema.hpp"

namespace cvtex::styles {
namespace {

/// One key with its value as TOML.
struct ShownKey {
    KeyPath path;
    const ast::Value* value = nullptr;
    std::string toml;
};

bool begins_with(const KeyPath& path, const KeyPath& prefix) {
    return path.size() > prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), path.begin());
}

/// Numbers and truth values stay bare, so that a file reads as it was written.
std::string toml_of(const ast::Scalar& scalar) {
    const bool is_word = scalar.text == "true" || scalar.text == "false";
    const bool is_number =
        !scalar.text.empty() &&
        scalar.text.find_first_not_of("0123456789.") == std::string::npos &&
        std::count(scalar.text.begin(), scalar.text.end(), '.') <= 1 &&
        scalar.text.front() != '.' && scalar.text.back() != '.' &&
        (scalar.text.front() != '0' || scalar.text.size() == 1 || scalar.text[1] == '.');
    return !scalar.quoted && (is_word || is_number) ? scalar.text : quoted(scalar.text);
}

std::string toml_of(const ast::Value& value) {
    return std::visit(overloaded{
                          [](const ast::Scalar& scalar) { return toml_of(scalar); },
                          [](const ast::Sequence& items) {
                              std::string out;
                              for (const ast::Value& item : items)
                                  out += (out.empty() ? "" : ", ") + toml_of(item);
                              return "[" + out + "]";
                          },
                          [](const ast::Mapping&) { return std::string("{}"); },
                      },
                      value.node);
}

/// Sides as CSS has them: top, right, bottom, left.
void split_sides(std::vector<ShownKey>& settings, std::size_t at) {
    const ShownKey whole = settings[at];
    const auto* scalar = std::get_if<ast::Scalar>(&whole.value->node);
    const std::vector<std::string_view> words =
        split_words(scalar ? std::string_view(scalar->text) : std::string_view());
    if (words.empty()) return;
    const auto side = [&](std::size_t i) {
        while (i >= words.size()) i = i > 1 ? i - 2 : 0;
        return quoted(words[i]);
    };
    static constexpr const char* kSides[] = {"top", "right", "bottom", "left"};
    settings.erase(settings.begin() + static_cast<std::ptrdiff_t>(at));
    for (std::size_t i = 0; i < std::size(kSides); ++i) {
        KeyPath path = whole.path;
        path.emplace_back(kSides[i]);
        settings.insert(settings.begin() + static_cast<std::ptrdiff_t>(at + i),
                        ShownKey{std::move(path), whole.value, side(i)});
    }
}

/// Sets a key over what was there: the whole of a table's sides ends its parts, one side parts
/// the whole.
void put(std::vector<ShownKey>& settings, ShownKey setting) {
    std::erase_if(settings,
                  [&](const ShownKey& old) { return begins_with(old.path, setting.path); });
    for (std::size_t i = 0; i < settings.size(); ++i)
        if (begins_with(setting.path, settings[i].path)) split_sides(settings, i--);
    const auto same = std::find_if(settings.begin(), settings.end(), [&](const ShownKey& old) {
        return old.path == setting.path;
    });
    if (same == settings.end())
        settings.push_back(std::move(setting));
    else
        *same = std::move(setting);
}

void collect(const ast::Mapping& members, const KeyPath& prefix,
             std::vector<ShownKey>& settings) {
    for (const ast::Member& member : members) {
        const std::string dotted =
            prefix.empty() ? member.key : join_key(prefix) + "." + member.key;
        const KeyPath path = split_key(dotted);
        if (const auto* table = std::get_if<ast::Mapping>(&member.value.node))
            collect(*table, path, settings);
        else
            put(settings, {path, &member.value, toml_of(member.value)});
    }
}

bool is_bare(const std::string& segment) {
    return std::all_of(segment.begin(), segment.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '-' || c == '_';
    });
}

std::string toml_key(const KeyPath& path) {
    std::string out;
    for (const std::string& segment : path)
        out += (out.empty() ? "" : ".") + (is_bare(segment) ? segment : quoted(segment));
    return out;
}

std::string print(std::vector<ShownKey> settings) {
    const auto table_of = [](const ShownKey& setting) {
        return KeyPath(setting.path.begin(), setting.path.end() - 1);
    };
    std::stable_sort(
        settings.begin(), settings.end(),
        [&](const ShownKey& a, const ShownKey& b) { return table_of(a) < table_of(b); });
    std::string out;
    KeyPath table;
    for (const ShownKey& setting : settings) {
        KeyPath own = table_of(setting);
        if (own != table) out += "\n[" + toml_key(own) + "]\n";
        table = std::move(own);
        out += toml_key({setting.path.back()}) + " = " + setting.toml + "\n";
    }
    return out;
}

}  // namespace

std::optional<std::string> show_style(const std::string& name, const FileReader& read,
                                      Sources& sources, Diagnostics& diagnostics) {
    const std::vector<ast::Mapping> chain = open_style_chain(name, read, sources, diagnostics);
    if (chain.empty() || diagnostics.error_count() > 0) return std::nullopt;
    std::vector<ShownKey> settings;
    for (const ast::Mapping& members : chain) collect(members, {}, settings);
    return print(std::move(settings));
}

std::string style_description(const std::string& name) {
    Sources sources;
    Diagnostics diagnostics;
    const FileReader none = [](const std::string& path) -> Result<std::string> {
        return Error{"built-in styles extend no files: " + path, {}};
    };
    std::string description;
    for (const ast::Mapping& members : open_style_chain(name, none, sources, diagnostics)) {
        const ast::Value* value = ast::find(members, "description");
        const auto* scalar = value ? std::get_if<ast::Scalar>(&value->node) : nullptr;
        if (scalar) description = scalar->text;
    }
    return description;
}

}  // namespace cvtex::styles
