#include "styles/load.hpp"

#include <algorithm>
#include <optional>

#include "base/suggest.hpp"
#include "grammar/toml.hpp"
#include "styles/schema.hpp"

namespace cvtex::styles {
namespace {

constexpr std::string_view kBaseStyle = "base";
constexpr std::string_view kDefaultStyle = "classic";
/// Longer chains of `extends` are mistakes.
constexpr std::size_t kLongestChain = 16;

struct Loader {
    const StyleOptions& options;
    const FileReader& read;
    Sources& sources;
    Diagnostics& diagnostics;
    const SettingObserver& observe;
    Sheet sheet;
};

void report(Loader& loader, std::string code, Span span, const Error& error) {
    loader.diagnostics.error(std::move(code), span, error.message, error.hint);
}

// ---- values --------------------------------------------------------------------------------

/// Styles define names of their own; documents and the command line choose among them, so that
/// a misspelt name is noticed.
bool is_undefined_name(const Loader& loader, std::span<const std::string> path, Origin origin) {
    const bool in_style = origin == Origin::BuiltIn || origin == Origin::StyleFile;
    if (in_style || path.size() < 2) return false;
    if (path[0] == "colors") return !loader.sheet.colors.contains(path[1]);
    if (path[0] == "fonts") return !loader.sheet.fonts.contains(path[1]);
    return false;
}

void report_undefined_name(Loader& loader, std::span<const std::string> path, Span span) {
    const bool color = path[0] == "colors";
    report(loader, "unknown-style-key", span,
           {"this style has no " + std::string(color ? "colour" : "font role") + " '" +
                path[1] + "'",
            suggest(path[1],
                    color ? names_of(loader.sheet.colors) : names_of(loader.sheet.fonts))});
}

void set_value(Loader& loader, const KeyPath& path, const ast::Value& value, Span key_span,
               Origin origin) {
    if (!is_key(path)) {
        if (is_table(path))
            return report(loader, "bad-style-value", value.span,
                          {"'" + join_key(path) + "' is a table of keys, not a value", {}});
        return report(loader, "unknown-style-key", key_span, unknown_key(path));
    }
    if (is_undefined_name(loader, path, origin))
        return report_undefined_name(loader, path, key_span);
    const Status status = set_key(loader.sheet, path, value);
    if (status) {
        if (loader.observe) loader.observe(path, origin, value.span);
        return;
    }
    report(loader, "bad-style-value", value.span,
           {join_key(path) + ": " + status.error().message, status.error().hint});
}

void set_members(Loader& loader, const ast::Mapping& members, const KeyPath& prefix,
                 Origin origin) {
    for (const ast::Member& member : members) {
        KeyPath path = prefix;
        // The first segment may be an alias, so the whole path is split anew.
        const std::string dotted =
            prefix.empty() ? member.key : join_key(prefix) + "." + member.key;
        path = split_key(dotted);
        const auto* table = std::get_if<ast::Mapping>(&member.value.node);
        if (!table) {
            set_value(loader, path, member.value, member.key_span, origin);
        } else if (is_table(path)) {
            set_members(loader, *table, path, origin);
        } else {
            report(loader, "unknown-style-key", member.key_span, unknown_key(path));
        }
    }
}

// ---- style files ----------------------------------------------------------------------------

const BuiltinStyle* find_builtin(std::string_view name) {
    for (const BuiltinStyle& style : builtin_styles())
        if (style.name == name) return &style;
    return nullptr;
}

bool is_path(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

std::string directory_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {};
    return path.substr(0, slash + 1);
}

/// One style's text among the sources; `directory` is where what it extends is looked for.
struct StyleFile {
    std::string name;
    std::string directory;
    Origin origin = Origin::StyleFile;
    ast::Mapping members;
};

StyleFile parse_style(Loader& loader, std::string name, std::string directory, Origin origin,
                      std::string text) {
    const FileId file = loader.sources.add(Source::decode(name, std::move(text)));
    const auto size = static_cast<std::uint32_t>(loader.sources[file].text().size());
    return {std::move(name), std::move(directory), origin,
            grammar::parse_toml(loader.sources, {file, 0, size}, loader.diagnostics)};
}

/// The style called `name` (a built-in one, or a path from `directory`). Nothing after an error
/// at `span`.
std::optional<StyleFile> open_style(Loader& loader, const std::string& name,
                                    const std::string& directory, Span span) {
    if (const BuiltinStyle* builtin = find_builtin(name))
        return parse_style(loader, "styles/" + name + ".toml", {}, Origin::BuiltIn,
                           std::string(builtin->toml));
    if (!is_path(name)) {
        report(loader, "unknown-style", span,
               {"there is no style '" + name + "'", suggest(name, builtin_style_names())});
        return std::nullopt;
    }
    const std::string path = name.starts_with('/') ? name : directory + name;
    Result<std::string> text = loader.read(path);
    if (!text) {
        report(loader, "unreadable-style", span, text.error());
        return std::nullopt;
    }
    return parse_style(loader, path, directory_of(path), Origin::StyleFile,
                       std::move(text).value());
}

/// Takes `extends` out of a style's keys.
std::optional<ast::Member> take_extends(ast::Mapping& members) {
    const auto at = std::find_if(members.begin(), members.end(),
                                 [](const ast::Member& m) { return m.key == "extends"; });
    if (at == members.end()) return std::nullopt;
    ast::Member member = std::move(*at);
    members.erase(at);
    return member;
}

/// The style and what it extends, nearest first. A cycle ends the chain with an error.
std::vector<StyleFile> open_chain(Loader& loader, std::string name, std::string directory,
                                  Span span) {
    std::vector<StyleFile> chain;
    while (true) {
        std::optional<StyleFile> style = open_style(loader, name, directory, span);
        if (!style) return chain;
        const bool seen = std::any_of(chain.begin(), chain.end(), [&](const StyleFile& other) {
            return other.name == style->name;
        });
        if (seen || chain.size() >= kLongestChain) {
            report(loader, "style-cycle", span,
                   {"style '" + style->name + "' extends itself", {}});
            return chain;
        }
        directory = style->directory;
        const auto extends = take_extends(style->members);
        chain.push_back(std::move(*style));
        if (!extends) return chain;
        const auto* scalar = std::get_if<ast::Scalar>(&extends->value.node);
        if (!scalar) {
            report(loader, "bad-style-value", extends->value.span,
                   {"extends: expected the name of a style", {}});
            return chain;
        }
        name = scalar->text;
        span = extends->value.span;
    }
}

/// Every style stands on the base, whether it says so or not.
void add_base(Loader& loader, std::vector<StyleFile>& chain) {
    const bool has_base = std::any_of(chain.begin(), chain.end(), [](const StyleFile& style) {
        return style.name == "styles/" + std::string(kBaseStyle) + ".toml";
    });
    if (has_base) return;
    for (StyleFile& style : open_chain(loader, std::string(kBaseStyle), {}, {}))
        chain.push_back(std::move(style));
}

// ---- front matter and command line ----------------------------------------------------------

/// `--set` as a source of its own, so that messages can show the place.
void set_from_command_line(Loader& loader, const std::string& key, const std::string& text) {
    const FileId file = loader.sources.add(Source::decode("--set", key + "=" + text));
    const auto key_end = static_cast<std::uint32_t>(key.size());
    const auto end = static_cast<std::uint32_t>(loader.sources[file].text().size());
    const ast::Value value{{file, std::min(key_end + 1, end), end}, ast::Scalar{text, true}};
    set_value(loader, split_key(key), value, {file, 0, std::min(key_end, end)},
              Origin::CommandLine);
}

struct StyleName {
    std::string name;
    std::string directory;
    Span span;
};

/// Keys of a document's `style` table that name the style rather than set something.
bool names_style(const std::string& key) {
    return key == "name" || key == "extends";
}

StyleName choose_style(const profile::Profile& profile, const StyleOptions& options,
                       const Sources* sources) {
    if (!options.style.empty()) return {options.style, {}, {}};
    if (profile.employer && profile.employer->style_name) {
        const profile::Field& name = *profile.employer->style_name;
        return {name.text, sources ? directory_of((*sources)[name.span.file].name()) : "",
                name.span};
    }
    const std::string directory =
        options.document_dir.empty() || options.document_dir.ends_with('/')
            ? options.document_dir
            : options.document_dir + "/";
    if (profile.style_name)
        return {profile.style_name->text, directory, profile.style_name->span};
    for (const ast::Member& member : profile.style_overrides) {
        const auto* scalar = std::get_if<ast::Scalar>(&member.value.node);
        if (names_style(member.key) && scalar)
            return {scalar->text, directory, member.value.span};
    }
    return {std::string(kDefaultStyle), {}, {}};
}

}  // namespace

std::string style_name(const profile::Profile& profile, const StyleOptions& options) {
    std::string name = choose_style(profile, options, nullptr).name;
    name.erase(0, name.find_last_of('/') + 1);
    return name.ends_with(".toml") ? name.substr(0, name.size() - 5) : name;
}

Sheet load_sheet(const profile::Profile& profile, const StyleOptions& options,
                 const FileReader& read, Sources& sources, Diagnostics& diagnostics,
                 const SettingObserver& observe) {
    Loader loader{options, read, sources, diagnostics, observe, {}};
    const StyleName chosen = choose_style(profile, options, &sources);
    std::vector<StyleFile> chain =
        open_chain(loader, chosen.name, chosen.directory, chosen.span);
    if (chain.empty()) chain = open_chain(loader, std::string(kDefaultStyle), {}, {});
    add_base(loader, chain);
    for (auto style = chain.rbegin(); style != chain.rend(); ++style)
        set_members(loader, style->members, {}, style->origin);
    ast::Mapping document = profile.style_overrides;
    std::erase_if(document, [](const ast::Member& m) { return names_style(m.key); });
    set_members(loader, document, {}, Origin::Document);
    if (profile.employer)
        set_members(loader, profile.employer->style_overrides, {}, Origin::Employer);
    for (const auto& [key, text] : options.overrides) set_from_command_line(loader, key, text);
    return std::move(loader.sheet);
}

std::vector<ast::Mapping> open_style_chain(const std::string& name, const FileReader& read,
                                           Sources& sources, Diagnostics& diagnostics) {
    const StyleOptions options;
    Loader loader{options, read, sources, diagnostics, {}, {}};
    std::vector<StyleFile> chain = open_chain(loader, name, {}, {});
    std::vector<ast::Mapping> members;
    if (chain.empty()) return members;
    add_base(loader, chain);
    for (auto style = chain.rbegin(); style != chain.rend(); ++style)
        members.push_back(std::move(style->members));
    return members;
}

std::vector<std::string> builtin_style_names() {
    std::vector<std::string> names;
    for (const BuiltinStyle& style : builtin_styles())
        if (style.name != kBaseStyle) names.emplace_back(style.name);
    return names;
}

}  // namespace cvtex::styles
