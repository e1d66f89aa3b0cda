#include "cli/explain.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "cli/employers.hpp"
#include "cli/files.hpp"
#include "cli/job.hpp"
#include "cli/pipeline.hpp"
#include "cli/report.hpp"
#include "profile/check_levels.hpp"
#include "profile/metadata_keys.hpp"
#include "styles/explain.hpp"

namespace cvtex::cli {
namespace {

/// Longer values are cut, in columns.
constexpr std::size_t kWidestValue = 60;

/// One value that a key is given, in words.
struct Layer {
    std::string key;
    std::string origin;
    std::string place;
    std::string value;
};

std::string place_of(Span span, const Sources& sources) {
    if (!span.valid()) return "";
    const Source& source = sources[span.file];
    const LineColumn at = source.line_column(span.begin);
    return source.name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// The first line of what was written, cut when it is long.
std::string value_at(Span span, const Sources& sources) {
    const std::string_view text = sources.slice(span);
    const std::string_view line = text.substr(0, text.find('\n'));
    std::string shown = escape_for_terminal(line);
    bool cut = line.size() < text.size();
    while (unicode::display_width(shown) > kWidestValue) {
        do shown.pop_back();
        while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U);
        cut = true;
    }
    return cut ? shown + " …" : shown;
}

// ---- style keys -----------------------------------------------------------------------------

std::string origin_name(styles::Origin origin) {
    switch (origin) {
        case styles::Origin::BuiltIn:
            return "built-in";
        case styles::Origin::StyleFile:
            return "style";
        case styles::Origin::Document:
            return "front matter";
        case styles::Origin::Employer:
            return "employer";
        case styles::Origin::CommandLine:
            return "flag";
    }
    return "";
}

std::vector<Layer> style_layers(const Options& options, const std::string& document_dir,
                                Version& version) {
    DocumentFiles files(document_dir, options.allowed_paths);
    const styles::StyleOptions style_options{options.style, options.overrides, document_dir};
    Sources& sources = version.compiled.sources;
    std::vector<Layer> layers;
    for (const styles::Setting& setting : styles::explain_key(
             options.explained_key, *version.profile, style_options,
             [&](const std::string& path) { return files.read_style(path); }, sources,
             version.compiled.diagnostics)) {
        const bool flag = setting.origin == styles::Origin::CommandLine;
        layers.push_back({setting.key, origin_name(setting.origin),
                          flag ? "--set" : place_of(setting.span, sources),
                          value_at(setting.span, sources)});
    }
    return layers;
}

// ---- keys of front matter and employers -----------------------------------------------------

/// What stands at a dotted key such as `vars.wish`.
const ast::Value* find_dotted(const ast::Mapping& values, const std::string& key) {
    if (const ast::Value* whole = ast::find(values, key)) return whole;
    const std::size_t dot = key.find('.');
    if (dot == std::string::npos) return nullptr;
    const ast::Value* table = ast::find(values, key.substr(0, dot));
    const auto* members = table == nullptr ? nullptr : std::get_if<ast::Mapping>(&table->node);
    return members == nullptr ? nullptr : find_dotted(*members, key.substr(dot + 1));
}

/// Of a `style` table, the value that names the style.
const ast::Value* naming(const std::string& key, const ast::Value* value) {
    const auto* table = value == nullptr ? nullptr : std::get_if<ast::Mapping>(&value->node);
    if (key != "style" || table == nullptr) return value;
    const ast::Value* name = ast::find(*table, "name");
    return name != nullptr ? name : ast::find(*table, "extends");
}

/// The keys of front matter that mean the same as `key`, the one that wins last.
std::vector<std::string> synonyms(const std::string& key) {
    const profile::Key* known = profile::find_key(key);
    if (known == nullptr) return {key};
    std::vector<std::string> names;
    for (const profile::Key& other : profile::known_keys())
        if (other.meaning == known->meaning && other.contact_kind == known->contact_kind)
            names.insert(names.begin(), std::string(other.name));
    return names;
}

/// Whether `key` is the level of a rule of the leak guard.
bool is_check(const std::string& key) {
    const std::vector<std::string> rules = profile::check_rules();
    return std::any_of(rules.begin(), rules.end(),
                       [&](const std::string& rule) { return key == "checks." + rule; });
}

class KeyLayers {
public:
    KeyLayers(const Options& options, const Parsed& parsed, const Version& version)
        : key_(options.explained_key), sources_(version.compiled.sources) {
        if (key_ == "style") layers.push_back({key_, "built-in", "", "classic"});
        if (is_check(key_))
            layers.push_back({key_, "built-in", "",
                              version.profile && version.profile->employer ? "error" : "warn"});
        for (const std::string& name : synonyms(key_))
            add("front matter", key_, find_dotted(parsed.document.front_matter.values, name));
        if (version.profile && version.profile->employer)
            add_employer(parsed, *version.profile->employer);
        add_flags(options);
        if (layers.empty() && version.profile) add_found(*version.profile);
    }

    std::vector<Layer> layers;

private:
    void add(const std::string& origin, const std::string& key, const ast::Value* value) {
        value = naming(key_, value);
        if (value == nullptr) return;
        // Of a table each key.
        if (const auto* table = std::get_if<ast::Mapping>(&value->node)) {
            for (const ast::Member& member : *table)
                add(origin, key + "." + member.key, &member.value);
            return;
        }
        layers.push_back(
            {key, origin, place_of(value->span, sources_), value_at(value->span, sources_)});
    }

    /// What it extends first; that says nothing of the employer's own name.
    void add_employer(const Parsed& parsed, const profile::Employer& employer) {
        const bool own = profile::is_own_employer_key(key_);
        for (auto id = employer.lineage.rbegin(); id != employer.lineage.rend(); ++id) {
            if (own && *id != employer.id) continue;
            for (const profile::EmployerSource& source : parsed.employers)
                if (source.id == *id)
                    // The name in front matter is the person's.
                    add("employer", key_ == "name" ? "employer name" : key_,
                        find_dotted(source.values, key_));
        }
    }

    void add_flags(const Options& options) {
        const auto flag = [&](const char* key, const char* name, const std::string& value) {
            if (key_ == key && !value.empty()) layers.push_back({key_, "flag", name, value});
        };
        flag("style", "--style", options.style);
        flag("lang", "--lang", options.lang);
        flag("output", "--name", options.name_pattern);
    }

    /// What was found without being said.
    void add_found(const profile::Profile& profile) {
        if (key_ == "lang") layers.push_back({key_, "text", "guessed", profile.lang});
        const auto found = [&](const char* key, const std::optional<profile::Field>& field) {
            if (key_ != key || !field) return;
            layers.push_back({key_, "text", place_of(field->span, sources_), field->text});
        };
        found("name", profile.name);
        found("title", profile.title);
    }

    std::string key_;
    const Sources& sources_;
};

bool is_known(const std::string& key) {
    const std::string first = key.substr(0, key.find('.'));
    const std::vector<std::string> employer_keys = profile::employer_keys();
    return profile::find_key(first) != nullptr ||
           std::find(employer_keys.begin(), employer_keys.end(), first) != employer_keys.end();
}

std::string unknown_key(const std::string& key) {
    std::vector<std::string> names = styles::style_keys();
    for (const profile::Key& known : profile::known_keys()) names.emplace_back(known.name);
    for (std::string& name : profile::employer_keys()) names.push_back(std::move(name));
    auto meant = closest_match(key, names);
    // `icons` for `header.icons`.
    const auto ends = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return name.ends_with("." + key);
    });
    if (ends != names.end()) meant = *ends;
    return "cvtex: error: there is no key '" + escape_for_terminal(key) + "'\n  = hint: " +
           (meant ? "did you mean '" + *meant + "'?" : "docs/STYLES.md lists them all") + "\n";
}

// ---- printing -------------------------------------------------------------------------------

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, unicode::display_width(text)), ' ');
}

/// Layers of one key stand together, keys in the order of their first layers.
std::vector<Layer> grouped(const std::vector<Layer>& layers) {
    std::vector<Layer> out;
    for (const Layer& first : layers) {
        const bool done = std::any_of(
            out.begin(), out.end(), [&](const Layer& other) { return other.key == first.key; });
        if (done) continue;
        std::copy_if(layers.begin(), layers.end(), std::back_inserter(out),
                     [&](const Layer& other) { return other.key == first.key; });
    }
    return out;
}

/// `key = value`, then every layer on a line of its own.
std::string format_layers(const std::string& key, const std::vector<Layer>& layers) {
    if (layers.empty()) return key + " is not set\n";
    std::size_t origin_width = 0;
    std::size_t place_width = 0;
    for (const Layer& layer : layers) {
        origin_width = std::max(origin_width, unicode::display_width(layer.origin));
        place_width = std::max(place_width, unicode::display_width(layer.place));
    }
    std::string out;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer& layer = layers[i];
        if (i == 0 || layers[i - 1].key != layer.key) {
            const auto last =
                std::find_if(layers.rbegin(), layers.rend(),
                             [&](const Layer& other) { return other.key == layer.key; });
            out += layer.key + " = " + last->value + "\n";
        }
        out += "  " + padded(layer.origin, origin_width) + "  " +
               padded(escape_for_terminal(layer.place), place_width) + "  " + layer.value +
               "\n";
    }
    return out;
}

/// For one employer (empty: for everybody).
std::string explain_for(const Parsed& parsed, const std::string& employer,
                        const Options& options, ExitCode& code) {
    Options errors_only = options;
    errors_only.quiet = true;
    Version version = read_version(parsed, employer, options);
    std::vector<Layer> layers;
    if (version.profile) {
        layers = styles::is_style_key(options.explained_key)
                     ? style_layers(options, parsed.document_dir, version)
                     : KeyLayers(options, parsed, version).layers;
    }
    for (const std::string& message : format_diagnostics(version.compiled, errors_only))
        print_to(stderr, message);
    if (!version.profile) {
        code = worse(code, ExitCode::DocumentErrors);
        return "";
    }
    const std::string whom =
        employer.empty() ? "" : "for " + escape_for_terminal(employer) + "\n";
    return whom + format_layers(options.explained_key, grouped(layers));
}

}  // namespace

ExitCode explain(const Options& options) {
    const std::string& key = options.explained_key;
    if (!styles::is_style_key(key) && !is_known(key)) {
        print_to(stderr, unknown_key(key));
        return ExitCode::Usage;
    }
    ExitCode code = ExitCode::Ok;
    std::string text;
    for (const std::string& input : options.inputs) {
        Outcome outcome;
        const std::optional<Parsed> parsed = read_document(input, options, outcome);
        for (const std::string& message : outcome.messages) print_to(stderr, message);
        code = worse(code, outcome.code);
        if (!parsed) continue;
        std::vector<std::string> employers =
            expand_employers(options.employers, parsed->employers);
        if (employers.empty()) employers.emplace_back();
        for (const std::string& employer : employers)
            text += explain_for(*parsed, employer, options, code);
    }
    const Status status = write_output("-", text);
    if (!status.ok()) print_to(stderr, format_error(status.error(), options));
    return status.ok() ? code : worse(code, ExitCode::Environment);
}

}  // namespace cvtex::cli
