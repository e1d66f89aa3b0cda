#include "profile/employer.hpp"

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "profile/metadata.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kLongestChain = 16;
// clang-format off
constexpr std::array kKeys{
    EmployerKey{"name",     FieldForm::Texts,     "the employer's name, and how else it is called"},
    EmployerKey{"aliases",  FieldForm::Texts,     "further names"},
    EmployerKey{"extends",  FieldForm::Text,      "the employer whose keys hold where this one has none"},
    EmployerKey{"style",    FieldForm::Style,     "a style's name, or a table of style keys with its `name`"},
    EmployerKey{"headline", FieldForm::Text,      "the line below the name"},
    EmployerKey{"role",     FieldForm::Text,      "the position, for names of output files"},
    EmployerKey{"lang",     FieldForm::Text,      "language of the document"},
    EmployerKey{"sections", FieldForm::Texts,     "sections in the order wanted"},
    EmployerKey{"hidden",   FieldForm::Texts,     "sections left out"},
    EmployerKey{"rename",   FieldForm::TextTable, "other titles for sections"},
    EmployerKey{"vars",     FieldForm::TextTable, "values of {{placeholders}}"},
    EmployerKey{"output",   FieldForm::Text,      "pattern of the output file's name"},
    EmployerKey{"redact",   FieldForm::Table,     "what is masked: phone, email, photo, names"},
    EmployerKey{"include",  FieldForm::Texts,     "conditions on tags: what is shown"},
    EmployerKey{"exclude",  FieldForm::Texts,     "conditions on tags: what is not"},
    EmployerKey{"forbid",   FieldForm::Texts,     "words that must not occur"},
    EmployerKey{"pages",    FieldForm::Text,      "the number of pages wanted, or `any`"},
    EmployerKey{"dates",    FieldForm::Text,      "the form that dates of entries are set in"},
    EmployerKey{"checks",   FieldForm::Table,     "levels of the leak guard's rules"},
};
// clang-format on
constexpr std::string_view kRedactKeys[] = {"phone", "email", "photo", "names"};
/// What an employer says of itself alone.
constexpr std::string_view kOwnKeys[] = {"name", "aliases", "extends"};

template <std::size_t N>
std::vector<std::string> as_strings(const std::string_view (&names)[N]) {
    return {std::begin(names), std::end(names)};
}

const EmployerSource* find_source(const std::vector<EmployerSource>& all, std::string_view id) {
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const EmployerSource& source) { return source.id == id; });
    return at == all.end() ? nullptr : &*at;
}

std::vector<std::string> ids_of(const std::vector<EmployerSource>& all) {
    std::vector<std::string> ids;
    for (const EmployerSource& source : all) ids.push_back(source.id);
    return ids;
}

// ---- inheritance ----------------------------------------------------------------------------

ast::Member* find_member(ast::Mapping& mapping, const std::string& key) {
    const auto at = std::find_if(mapping.begin(), mapping.end(),
                                 [&](const ast::Member& member) { return member.key == key; });
    return at == mapping.end() ? nullptr : &*at;
}

/// Puts `own` over `base`: tables key by key, everything else whole. Tables nest as deep as the
/// TOML reader lets them.
void merge(ast::Mapping& base, ast::Mapping own) {
    for (ast::Member& member : own) {
        ast::Member* inherited = find_member(base, member.key);
        if (inherited == nullptr) {
            base.push_back(std::move(member));
            continue;
        }
        auto* inner = std::get_if<ast::Mapping>(&inherited->value.node);
        auto* outer = std::get_if<ast::Mapping>(&member.value.node);
        if (inner != nullptr && outer != nullptr) {
            merge(*inner, std::move(*outer));
        } else {
            *inherited = std::move(member);
        }
    }
}

/// `id` and what it extends, nearest first.
std::vector<const EmployerSource*> lineage_of(const std::vector<EmployerSource>& all,
                                              const EmployerSource& first,
                                              Diagnostics& diagnostics) {
    std::vector<const EmployerSource*> chain{&first};
    while (true) {
        const ast::Value* extends = ast::find(chain.back()->values, "extends");
        if (extends == nullptr) return chain;
        const auto* scalar = std::get_if<ast::Scalar>(&extends->node);
        const EmployerSource* next =
            scalar == nullptr ? nullptr : find_source(all, scalar->text);
        if (next == nullptr) {
            diagnostics.error("unknown-employer", extends->span,
                              scalar == nullptr ? "extends: expected the name of an employer"
                                                : "there is no employer '" + scalar->text + "'",
                              suggest(scalar == nullptr ? "" : scalar->text, ids_of(all)));
            return chain;
        }
        if (std::find(chain.begin(), chain.end(), next) != chain.end() ||
            chain.size() >= kLongestChain) {
            diagnostics.error("employer-cycle", extends->span,
                              "employer '" + next->id + "' extends itself");
            return chain;
        }
        chain.push_back(next);
    }
}

// ---- reading --------------------------------------------------------------------------------

class EmployerReader {
public:
    EmployerReader(Employer& employer, Diagnostics& diagnostics)
        : employer_(employer), diagnostics_(diagnostics) {}

    void read(const ast::Mapping& values) {
        for (const ast::Member& member : values) read(member);
    }

private:
    void read(const ast::Member& member) {
        const std::string& key = member.key;
        if (key == "extends") return;
        if (key == "name" || key == "aliases") {
            for (Field& name : fields(member)) employer_.names.push_back(std::move(name));
        } else if (key == "style") {
            read_style(member);
        } else if (key == "pages") {
            employer_.style_overrides.push_back(
                {std::string(kPagesKey), member.key_span, member.value});
        } else if (key == "headline") {
            employer_.headline = field(member);
        } else if (key == "role") {
            employer_.role = field(member);
        } else if (key == "lang") {
            employer_.lang = field(member);
        } else if (key == "output") {
            employer_.output = field(member);
        } else if (key == "sections") {
            employer_.sections = fields(member);
        } else if (key == "hidden") {
            employer_.hidden = fields(member);
        } else if (key == "forbid") {
            employer_.forbid = fields(member);
        } else if (key == "rename") {
            employer_.rename = pairs(member);
        } else if (key == "vars") {
            employer_.vars = pairs(member);
        } else if (key == "include") {
            employer_.include = conditions(member);
        } else if (key == "exclude") {
            employer_.exclude = conditions(member);
        } else if (key == "redact") {
            read_redaction(member);
        } else if (key == "dates") {
            employer_.style_overrides.push_back(dates_override(member));
        } else if (key == "checks") {
            employer_.checks = read_check_levels(member, diagnostics_);
        } else {
            unknown(member, employer_keys());
        }
    }

    void unknown(const ast::Member& member, const std::vector<std::string>& names) {
        diagnostics_.error("unknown-employer-key", member.key_span,
                           "an employer has no key '" + member.key + "'",
                           suggest(member.key, names));
    }

    void bad_value(const ast::Member& member, const std::string& expected) {
        diagnostics_.error("bad-employer-value", member.value.span,
                           member.key + ": expected " + expected);
    }

    std::optional<Field> field(const ast::Member& member) {
        if (const auto* scalar = std::get_if<ast::Scalar>(&member.value.node))
            return Field{scalar->text, member.value.span};
        bad_value(member, "text");
        return std::nullopt;
    }

    /// A text or a list of them.
    std::vector<Field> fields(const ast::Member& member) {
        if (const auto* scalar = std::get_if<ast::Scalar>(&member.value.node))
            return {Field{scalar->text, member.value.span}};
        std::vector<Field> found;
        const auto* items = std::get_if<ast::Sequence>(&member.value.node);
        bool texts = items != nullptr;
        if (items != nullptr) {
            for (const ast::Value& item : *items) {
                const auto* scalar = std::get_if<ast::Scalar>(&item.node);
                texts = texts && scalar != nullptr;
                if (scalar != nullptr) found.push_back({scalar->text, item.span});
            }
        }
        if (!texts) bad_value(member, "text or a list of texts");
        return found;
    }

    /// A table of texts.
    std::vector<std::pair<Field, std::string>> pairs(const ast::Member& member) {
        std::vector<std::pair<Field, std::string>> found;
        const auto* table = std::get_if<ast::Mapping>(&member.value.node);
        if (table == nullptr) bad_value(member, "a table of texts");
        if (table == nullptr) return found;
        for (const ast::Member& inner : *table) {
            if (auto text = field(inner))
                found.emplace_back(Field{inner.key, inner.key_span}, std::move(text->text));
        }
        return found;
    }

    std::vector<TagCondition> conditions(const ast::Member& member) {
        std::vector<TagCondition> found;
        for (Field& written : fields(member)) {
            if (auto expression = grammar::parse_tag_expression(written.text)) {
                found.push_back({std::move(*expression), std::move(written)});
            } else {
                diagnostics_.error(
                    "bad-employer-value", written.span,
                    member.key + ": '" + written.text + "' is no condition on tags",
                    "write it as in: backend and not (java or php)");
            }
        }
        return found;
    }

    bool flag(const ast::Member& member) {
        const auto* scalar = std::get_if<ast::Scalar>(&member.value.node);
        if (scalar != nullptr && (scalar->text == "true" || scalar->text == "false"))
            return scalar->text == "true";
        bad_value(member, "true or false");
        return false;
    }

    /// A style's name, or a table of its keys in which `name` or `extends` names it.
    void read_style(const ast::Member& member) {
        if (const auto* scalar = std::get_if<ast::Scalar>(&member.value.node)) {
            employer_.style_name = Field{scalar->text, member.value.span};
            return;
        }
        const auto* table = std::get_if<ast::Mapping>(&member.value.node);
        if (table == nullptr) return bad_value(member, "a style's name or a table of its keys");
        for (const ast::Member& inner : *table) {
            const auto* scalar = std::get_if<ast::Scalar>(&inner.value.node);
            if (scalar != nullptr && (inner.key == "name" || inner.key == "extends")) {
                employer_.style_name = Field{scalar->text, inner.value.span};
            } else {
                employer_.style_overrides.push_back(inner);
            }
        }
    }

    void read_redaction(const ast::Member& member) {
        const auto* table = std::get_if<ast::Mapping>(&member.value.node);
        if (table == nullptr) return bad_value(member, "a table");
        for (const ast::Member& inner : *table) {
            if (inner.key == "phone") {
                employer_.redact.phone = flag(inner);
            } else if (inner.key == "email") {
                employer_.redact.email = flag(inner);
            } else if (inner.key == "photo") {
                employer_.redact.photo = flag(inner);
            } else if (inner.key == "names") {
                employer_.redact.names = pairs(inner);
            } else {
                unknown(inner, as_strings(kRedactKeys));
            }
        }
    }

    Employer& employer_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::span<const EmployerKey> describe_employer_keys() {
    return kKeys;
}

std::vector<std::string> employer_keys() {
    std::vector<std::string> names;
    for (const EmployerKey& key : kKeys) names.emplace_back(key.name);
    return names;
}

bool is_own_employer_key(std::string_view key) {
    return std::find(std::begin(kOwnKeys), std::end(kOwnKeys), key) != std::end(kOwnKeys);
}

std::vector<EmployerSource> employers_in(const ast::Mapping& front_matter) {
    std::vector<EmployerSource> found;
    const ast::Value* table = ast::find(front_matter, "employers");
    const auto* members = table == nullptr ? nullptr : std::get_if<ast::Mapping>(&table->node);
    if (members == nullptr) return found;
    for (const ast::Member& member : *members) {
        const auto* values = std::get_if<ast::Mapping>(&member.value.node);
        found.push_back({member.key, values == nullptr ? ast::Mapping{} : *values, {}, {}});
    }
    return found;
}

std::optional<Employer> find_employer(const std::vector<EmployerSource>& all,
                                      std::string_view id, Diagnostics& diagnostics) {
    const EmployerSource* source = find_source(all, id);
    if (source == nullptr) {
        diagnostics.error(
            "unknown-employer", {}, "there is no employer '" + std::string(id) + "'",
            all.empty() ? "write employers/" + std::string(id) + ".toml beside the document"
                        : suggest(id, ids_of(all), "known here: "));
        return std::nullopt;
    }
    const std::vector<const EmployerSource*> chain = lineage_of(all, *source, diagnostics);
    Employer employer;
    employer.id = source->id;
    ast::Mapping merged;
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
        diagnostics.append((*link)->diagnostics);
        ast::Mapping values = (*link)->values;
        if (*link != source) {
            std::erase_if(values, [](const ast::Member& member) {
                return is_own_employer_key(member.key);
            });
        }
        merge(merged, std::move(values));
    }
    for (const EmployerSource* link : chain) {
        employer.lineage.push_back(link->id);
        if (!link->path.empty()) employer.files.push_back(link->path);
    }
    EmployerReader(employer, diagnostics).read(merged);
    return employer;
}

std::vector<Field> names_of_others(const std::vector<EmployerSource>& all,
                                   const Employer& employer) {
    std::vector<Field> names;
    for (const EmployerSource& source : all) {
        if (std::find(employer.lineage.begin(), employer.lineage.end(), source.id) !=
            employer.lineage.end()) {
            continue;
        }
        Employer other;
        Diagnostics ignored;
        EmployerReader reader(other, ignored);
        ast::Mapping named = source.values;
        std::erase_if(named, [](const ast::Member& member) {
            return member.key != "name" && member.key != "aliases";
        });
        reader.read(named);
        names.insert(names.end(), other.names.begin(), other.names.end());
    }
    return names;
}

}  // namespace cvtex::profile
