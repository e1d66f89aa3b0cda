#include "styles/json_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "profile/employer.hpp"
#include "profile/metadata_keys.hpp"
#include "styles/schema.hpp"

namespace cvtex::styles {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDraft = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* kStyleRef = "#/$defs/style";
constexpr const char* kEmployerRef = "#/$defs/employer";

Json text_of(std::string_view meaning) {
    return Json{{"type", "string"}, {"description", std::string(meaning)}};
}

Json table_of(Json values) {
    return Json{{"type", "object"}, {"additionalProperties", std::move(values)}};
}

/// A value that is written as text, or looks like a number or a date and is read as text.
Json scalar() {
    return Json{{"type", {"string", "number", "boolean"}}};
}

Json list_or_scalar() {
    Json form = scalar();
    form["type"].push_back("array");
    form["items"] = scalar();
    return form;
}

/// The table at `node` called `segment`, made when it is new; `*` stands for any name. A table
/// that may also be a value, as `page.margin`, stays one.
Json& table_in(Json& node, const std::string& segment) {
    if (segment == "*") {
        if (!node["additionalProperties"].is_object())
            node["additionalProperties"] = Json{{"type", "object"}};
        return node["additionalProperties"];
    }
    return node["properties"][segment];
}

void close_tables(Json& node) {
    if (!node.contains("properties") && !node.contains("additionalProperties")) return;
    if (!node.contains("type")) {
        node["type"] = "object";
    } else if (node["type"] != "object") {
        Json types = node["type"].is_array() ? node["type"] : Json::array({node["type"]});
        types.push_back("object");
        node["type"] = std::move(types);
    }
    if (!node.contains("additionalProperties")) node["additionalProperties"] = false;
    if (node.contains("properties"))
        for (auto& [name, child] : node["properties"].items()) close_tables(child);
    if (node["additionalProperties"].is_object()) close_tables(node["additionalProperties"]);
}

void add_key(Json& root, const KeyDoc& key) {
    Json* node = &root;
    std::size_t begin = 0;
    while (begin <= key.key.size()) {
        const std::size_t end = std::min(key.key.find('.', begin), key.key.size());
        node = &table_in(*node, key.key.substr(begin, end - begin));
        begin = end + 1;
    }
    const Json form = Json::parse(key.json);
    for (const auto& [name, value] : form.items()) (*node)[name] = value;
    (*node)["description"] = std::string(key.meaning) + " (" + key.values + ")";
}

/// The definition that stands at `place` of its schema: `#`, `#/$defs/style`.
Json style_definition(const std::string& place) {
    Json root;
    for (const KeyDoc& key : list_keys()) add_key(root, key);
    Json& properties = root["properties"];
    const auto reference = [&](const std::string& name) {
        return Json{{"$ref", place + "/properties/" + name}};
    };
    // `--set color.accent` is taken for `colors.accent`; files may say it so, too.
    properties["color"] = reference("colors");
    properties["font"] = reference("fonts");
    const Json all = properties;
    for (const auto& [name, value] : all.items()) {
        const bool whole =
            std::find(kPageTables.begin(), kPageTables.end(), name) != kPageTables.end();
        if (whole || name == "font" || name == "description") continue;
        Json& side = properties["sidebar"]["properties"];
        if (!side.contains(name)) side[name] = reference(name);
    }
    properties["extends"] = text_of("a built-in style, or a path from this file's folder");
    close_tables(root);
    return root;
}

Json style_choice(std::string_view meaning) {
    Json table{{"$ref", kStyleRef}};
    return Json{{"description", std::string(meaning)},
                {"anyOf", Json::array({Json{{"type", "string"}}, std::move(table)})}};
}

/// A style as a document or an employer has it: with a name, and dotted keys.
Json document_style(Json style) {
    style["properties"]["name"] = text_of("a built-in style, or the path of a TOML file");
    style["patternProperties"] = Json{{"^[^.]+\\..+$", true}};
    return style;
}

Json form_of(const profile::EmployerKey& key) {
    switch (key.form) {
        case profile::FieldForm::Text:
            return scalar();
        case profile::FieldForm::Texts:
            return list_or_scalar();
        case profile::FieldForm::TextTable:
            return table_of(scalar());
        case profile::FieldForm::Table:
            return Json{{"type", "object"}};
        case profile::FieldForm::Style:
            return style_choice(key.meaning);
    }
    return {};
}

Json employer_definition() {
    Json root{{"type", "object"}, {"additionalProperties", false}};
    for (const profile::EmployerKey& key : profile::describe_employer_keys()) {
        Json form = form_of(key);
        form["description"] = std::string(key.meaning);
        root["properties"][std::string(key.name)] = std::move(form);
    }
    return root;
}

Json form_of(const profile::Key& key) {
    switch (key.meaning) {
        case profile::Meaning::Name:
        case profile::Meaning::Headline:
        case profile::Meaning::Title:
        case profile::Meaning::Date:
        case profile::Meaning::Description:
        case profile::Meaning::Language:
        case profile::Meaning::Pages:
        case profile::Meaning::Dates:
            return scalar();
        case profile::Meaning::Author:
            return Json{{"type", {"string", "array", "object"}}};
        case profile::Meaning::Keywords:
            return list_or_scalar();
        case profile::Meaning::Contact:
        case profile::Meaning::ContactList:
            return Json{{"type", {"string", "number", "array", "object"}}};
        case profile::Meaning::Style:
            return style_choice("a style's name, or a table of style keys with its `name`");
        case profile::Meaning::Photo:
            return Json{{"type", {"string", "boolean", "object"}}};
        case profile::Meaning::Checks:
            return Json{{"type", "object"}};
        case profile::Meaning::Employers:
            return table_of(Json{{"$ref", kEmployerRef}});
        case profile::Meaning::Variables:
            return table_of(scalar());
    }
    return {};
}

Json front_matter_definition() {
    Json root{{"type", "object"}};
    Json& properties = root["properties"];
    for (const profile::Key& key : profile::known_keys())
        properties[std::string(key.name)] = form_of(key);
    // Of other tools: allowed, and none of our business.
    for (const std::string_view key : profile::foreign_keys())
        properties[std::string(key)] = true;
    root["additionalProperties"] = false;
    return root;
}

}  // namespace

std::string json_schema(SchemaKind kind) {
    Json root{{"$schema", kDraft}};
    const auto finish = [&](const char* title, Json body) {
        root["title"] = title;
        for (const auto& [name, value] : body.items()) root[name] = value;
        return root.dump(2) + "\n";
    };
    if (kind == SchemaKind::Style) return finish("a style of cvtex", style_definition("#"));
    root["$defs"]["style"] = document_style(style_definition(kStyleRef));
    if (kind == SchemaKind::Employer)
        return finish("an employer of cvtex", employer_definition());
    root["$defs"]["employer"] = employer_definition();
    return finish("front matter of a cvtex document", front_matter_definition());
}

}  // namespace cvtex::styles
