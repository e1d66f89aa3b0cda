#include "styles/show.hpp"

#include <nlohmann/json.hpp>

#include "styles/json_schema.hpp"
#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::testing;

namespace {

const std::string kText =
    "# 林知远\n\n138-0000-0000 | a@example.com\n\n## 工作经历\n\n### 甲 · 工程师\n###### 2021 "
    "– 至今\n\n"
    "- 一\n- 二\n\n## 技能\n\n- **语言**：Go\n- **数据**：SQL\n\n> 引\n\n| a | b "
    "|\n|---|---|\n| 1 | 2 |\n";

std::optional<std::string> show(const std::string& name,
                                const std::map<std::string, std::string>& files = {}) {
    Sources sources;
    Diagnostics diagnostics;
    const styles::FileReader read = [&](const std::string& path) -> Result<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return Error{"no such file: " + path, {}};
        return found->second;
    };
    return styles::show_style(name, read, sources, diagnostics);
}

}  // namespace

TEST_CASE("a style shown loads back to the same pages") {
    for (const std::string& name : styles::builtin_style_names()) {
        INFO(name);
        const auto toml = show(name);
        REQUIRE(toml);
        const Styled again =
            style_markdown(kText, {.style = "x.toml", .files = {{"x.toml", *toml}}});
        CHECK(again.diagnostics.error_count() == 0);
        CHECK(again.dump == style_markdown(kText, {.style = name}).dump);
        CHECK(show("x.toml", {{"x.toml", *toml}}) == *toml);
    }
}

TEST_CASE("one margin set after all four is shown as four") {
    const auto toml =
        show("x.toml", {{"x.toml", "extends = \"y.toml\"\n[page.margin]\nleft = \"9mm\"\n"},
                        {"y.toml", "[page]\nmargin = \"1cm 2cm\"\n"}});
    REQUIRE(toml);
    CHECK(toml->find("[page.margin]\ntop = \"1cm\"\nright = \"2cm\"\nbottom = \"1cm\"\nleft = "
                     "\"9mm\"\n") != std::string::npos);
}

TEST_CASE("what cannot be shown is nothing") {
    CHECK_FALSE(show("nosuch"));
    CHECK_FALSE(show("missing.toml"));
}

TEST_CASE("every built-in style says what it is for") {
    for (const std::string& name : styles::builtin_style_names()) {
        INFO(name);
        CHECK(styles::style_description(name).size() > 20);
    }
}

TEST_CASE("the schemas are JSON that knows the tables") {
    for (const auto kind : {styles::SchemaKind::Style, styles::SchemaKind::Employer,
                            styles::SchemaKind::FrontMatter}) {
        const auto schema = nlohmann::json::parse(styles::json_schema(kind));
        CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
        CHECK(schema["additionalProperties"] == false);
    }
    const auto style = nlohmann::json::parse(styles::json_schema(styles::SchemaKind::Style));
    CHECK(
        style["properties"]["heading"]["properties"]["2"]["properties"].contains("rule-below"));
    CHECK(style["properties"]["sidebar"]["properties"]["list"]["$ref"] == "#/properties/list");
    CHECK_FALSE(style["properties"]["sidebar"]["properties"].contains("page"));
}
