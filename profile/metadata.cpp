#include "profile/metadata.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "grammar/parse.hpp"
#include "profile/lines.hpp"
#include "profile/metadata_keys.hpp"

namespace cvtex::profile {
namespace {

/// `key:`, `~` and `null` say that there is no value.
bool is_null(const ast::Scalar& scalar) {
    return !scalar.quoted &&
           (scalar.text.empty() || scalar.text == "~" || scalar.text == "null");
}

/// Splits "Go，Kubernetes、云原生" at Latin and Chinese commas.
std::vector<std::string> split_list(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kSeparators{",", "，", "、", ";", "；"};
    std::vector<std::string> parts;
    while (true) {
        std::size_t end = text.size();
        std::size_t skip = 0;
        for (const std::string_view separator : kSeparators) {
            const std::size_t at = text.find(separator);
            if (at < end) {
                end = at;
                skip = separator.size();
            }
        }
        const std::string_view part = ascii::trim(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        if (end == text.size()) return parts;
        text.remove_prefix(end + skip);
    }
}

class MetadataReader {
public:
    MetadataReader(TextRepair& repair, Profile& profile, Diagnostics& diagnostics)
        : repair_(repair), profile_(profile), diagnostics_(diagnostics) {}

    void read(const ast::Mapping& values) {
        for (const ast::Member& member : values) {
            const std::string name = unicode::to_lower(member.key);
            if (const Key* key = find_key(name)) {
                read(*key, member);
            } else {
                check_spelling(name, member);
            }
        }
    }

private:
    void read(const Key& key, const ast::Member& member) {
        switch (key.meaning) {
            case Meaning::Name:
                set(profile_.name, key, member);
                break;
            case Meaning::Headline:
                set(profile_.headline, key, member);
                break;
            case Meaning::Title:
                set(profile_.title, key, member);
                break;
            case Meaning::Author:
                set(profile_.author, key, member);
                break;
            case Meaning::Date:
                set(profile_.date, key, member);
                break;
            case Meaning::Description:
                set(profile_.description, key, member);
                break;
            case Meaning::Keywords:
                read_keywords(member.value, key.name == "keywords");
                break;
            case Meaning::Contact:
                if (auto field = text_of(member)) {
                    profile_.contacts.push_back(
                        {std::string(key.contact_kind), std::move(*field)});
                }
                break;
            case Meaning::ContactList:
                read_contact_list(member.value);
                break;
            case Meaning::Style:
                read_style(member, key.name == "cvtex");
                break;
            case Meaning::Photo:
                read_photo(member);
                break;
            case Meaning::Pages:
                read_pages(member);
                break;
            case Meaning::Dates:
                profile_.style_overrides.push_back(dates_override(member));
                break;
            case Meaning::Language:
                break;  // read_language
            case Meaning::Employers:
            case Meaning::Variables:
                check_table(member);
                break;  // employers_in, variables_of
            case Meaning::Checks:
                break;  // read_check_levels
        }
    }

    /// oh-my-cv's `header`: a list of `text`, `link` and `newLine`. Other tools give the key
    /// other values, which are ignored.
    void read_contact_list(const ast::Value& value) {
        const auto* items = std::get_if<ast::Sequence>(&value.node);
        if (items == nullptr) return;
        for (const ast::Value& item : *items) {
            const auto* fields = std::get_if<ast::Mapping>(&item.node);
            const ast::Value* text = fields == nullptr ? nullptr : ast::find(*fields, "text");
            if (text == nullptr || !std::holds_alternative<ast::Scalar>(text->node)) continue;
            const std::string plain =
                grammar::text_of_html(std::get<ast::Scalar>(text->node).text);
            if (plain.empty()) continue;
            Contact contact{"text", make_field(plain, text->span)};
            contact.link = ast::find_text(*fields, "link").value_or("");
            contact.starts_line =
                unicode::to_lower(ast::find_text(*fields, "newLine").value_or("")) == "true";
            profile_.contacts.push_back(std::move(contact));
        }
    }

    /// The preferred key of a meaning wins over its synonyms, wherever it stands.
    void set(std::optional<Field>& field, const Key& key, const ast::Member& member) {
        if (field && !is_preferred(key)) return;
        if (auto text = text_of(member)) field = std::move(text);
    }

    [[nodiscard]] Field make_field(std::string_view text, Span span) {
        Field field{std::string(ascii::trim(text)), span};
        repair_.repair(field.text, span);
        return field;
    }

    /// A scalar; a list is joined; a mapping with a `name` (Hugo's author) is that name.
    [[nodiscard]] std::optional<Field> text_of(const ast::Member& member) {
        const ast::Value& value = member.value;
        if (const auto* scalar = std::get_if<ast::Scalar>(&value.node)) {
            if (is_null(*scalar) || ascii::trim(scalar->text).empty()) return std::nullopt;
            return make_field(scalar->text, value.span);
        }
        if (const auto* items = std::get_if<ast::Sequence>(&value.node)) {
            std::string joined;
            for (const ast::Value& item : *items) {
                const auto* scalar = std::get_if<ast::Scalar>(&item.node);
                if (scalar == nullptr || is_null(*scalar)) continue;
                joined += (joined.empty() ? "" : ", ") + scalar->text;
            }
            if (!joined.empty()) return make_field(joined, value.span);
        } else if (const auto name =
                       ast::find_text(std::get<ast::Mapping>(value.node), "name")) {
            return make_field(*name, value.span);
        }
        diagnostics_.warning("front-matter-type", value.span,
                             "\"" + member.key + "\" should be text");
        return std::nullopt;
    }

    /// `tags` stand in for `keywords` that are not there.
    void read_keywords(const ast::Value& value, bool preferred) {
        if (!preferred && has_keywords_) return;
        if (preferred) {
            has_keywords_ = true;
            profile_.keywords.clear();
        }
        const auto add = [&](const ast::Value& item) {
            const auto* scalar = std::get_if<ast::Scalar>(&item.node);
            if (scalar == nullptr || is_null(*scalar)) return;
            for (const std::string& part : split_list(scalar->text)) {
                profile_.keywords.push_back(make_field(part, item.span));
            }
        };
        if (const auto* items = std::get_if<ast::Sequence>(&value.node)) {
            for (const ast::Value& item : *items) add(item);
        } else {
            add(value);
        }
    }

    void read_style(const ast::Member& member, bool is_cvtex) {
        if (const auto* scalar = std::get_if<ast::Scalar>(&member.value.node)) {
            if (!is_null(*scalar)) profile_.style_name = Field{scalar->text, member.value.span};
            return;
        }
        const auto* members = std::get_if<ast::Mapping>(&member.value.node);
        if (members == nullptr) {
            diagnostics_.warning(
                "front-matter-type", member.value.span,
                "\"" + member.key + "\" should be a style's name or a mapping");
            return;
        }
        for (const ast::Member& inner : *members) {
            const auto* scalar = std::get_if<ast::Scalar>(&inner.value.node);
            if (is_cvtex && inner.key == "style" && scalar != nullptr) {
                profile_.style_name = Field{scalar->text, inner.value.span};
            } else {
                profile_.style_overrides.push_back(inner);
            }
        }
    }

    /// A file's name, or a table with `src`, `alt` and what the style's `photo` keys say.
    /// `false` and `none` are no photo.
    void read_photo(const ast::Member& member) {
        const auto* table = std::get_if<ast::Mapping>(&member.value.node);
        if (table == nullptr) {
            const auto path = text_of(member);
            if (path && path->text != "false" && path->text != "none")
                profile_.photo = Photo{*path, std::nullopt};
            return;
        }
        std::optional<Field> path, alternative;
        ast::Mapping style;
        for (const ast::Member& inner : *table) {
            if (inner.key == "src" || inner.key == "file" || inner.key == "path") {
                path = text_of(inner);
            } else if (inner.key == "alt") {
                alternative = text_of(inner);
            } else {
                style.push_back(inner);
            }
        }
        if (!style.empty()) {
            ast::Member keys = member;
            keys.key = "photo";
            keys.value.node = std::move(style);
            profile_.style_overrides.push_back(std::move(keys));
        }
        if (path) {
            profile_.photo = Photo{*path, alternative};
        } else {
            diagnostics_.warning("front-matter-type", member.key_span,
                                 "\"" + member.key + "\" names no file",
                                 "write src: me.jpg in it");
        }
    }

    /// The style's `fit.pages`. Other tools give the key other values, which are ignored.
    void read_pages(const ast::Member& member) {
        const auto* scalar = std::get_if<ast::Scalar>(&member.value.node);
        if (scalar == nullptr || is_null(*scalar)) return;
        profile_.style_overrides.push_back(
            {std::string(kPagesKey), member.key_span, member.value});
    }

    void check_table(const ast::Member& member) {
        if (std::holds_alternative<ast::Mapping>(member.value.node)) return;
        diagnostics_.warning("front-matter-type", member.value.span,
                             "\"" + member.key + "\" should be a mapping");
    }

    void check_spelling(const std::string& name, const ast::Member& member) {
        if (is_foreign_key(name)) return;
        std::vector<std::string_view> known;
        for (const Key& key : known_keys()) known.push_back(key.name);
        if (const auto meant = closest_match(name, known)) {
            diagnostics_.error("unknown-key", member.key_span,
                               "key \"" + member.key + "\" means nothing to cvtex",
                               "did you mean \"" + std::string(*meant) + "\"?");
        }
    }

    TextRepair& repair_;
    Profile& profile_;
    Diagnostics& diagnostics_;
    bool has_keywords_ = false;
};

}  // namespace

void read_metadata(const ast::Mapping& values, TextRepair& repair, Profile& profile,
                   Diagnostics& diagnostics) {
    MetadataReader(repair, profile, diagnostics).read(values);
}

ast::Member dates_override(const ast::Member& member) {
    ast::Mapping entry{{"dates", member.key_span, member.value}};
    return {"entry", member.key_span, {member.value.span, std::move(entry)}};
}

std::optional<Field> read_language(const ast::Mapping& values) {
    std::optional<Field> found;
    for (const ast::Member& member : values) {
        const Key* key = find_key(unicode::to_lower(member.key));
        const auto* scalar = std::get_if<ast::Scalar>(&member.value.node);
        if (key == nullptr || key->meaning != Meaning::Language || scalar == nullptr ||
            is_null(*scalar)) {
            continue;
        }
        if (!found || key->name == "lang") found = Field{scalar->text, member.value.span};
    }
    return found;
}

}  // namespace cvtex::profile
