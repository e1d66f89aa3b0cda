#include "grammar/front_matter.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "base/overloaded.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::grammar {
namespace {

struct Parsed {
    Sources sources;
    FileId file;
    Diagnostics diagnostics;
    FrontMatterResult result;

    explicit Parsed(const std::string& text) {
        file = sources.add(Source::decode("cv.md", text));
        result = parse_front_matter(sources, file, diagnostics);
    }

    [[nodiscard]] std::string body() const {
        return std::string(sources[file].text().substr(result.body_begin));
    }
};

/// `{key:text,…}` and `[a,b]`, quoted scalars between quotes.
std::string show(const ast::Value& value);

std::string show(const ast::Mapping& members) {
    std::string out = "{";
    for (const ast::Member& member : members) {
        if (out.size() > 1) out += ",";
        out += member.key + ":" + show(member.value);
    }
    return out + "}";
}

std::string show(const ast::Value& value) {
    return std::visit(overloaded{
                          [](const ast::Scalar& scalar) {
                              return scalar.quoted ? "'" + scalar.text + "'" : scalar.text;
                          },
                          [](const ast::Sequence& items) {
                              std::string out = "[";
                              for (const ast::Value& item : items) {
                                  if (out.size() > 1) out += ",";
                                  out += show(item);
                              }
                              return out + "]";
                          },
                          [](const ast::Mapping& members) { return show(members); },
                      },
                      value.node);
}

/// "line:column code" of each diagnostic.
std::string places(const Parsed& parsed) {
    std::string out;
    for (const Diagnostic& diagnostic : parsed.diagnostics.all()) {
        const LineColumn at =
            parsed.sources[diagnostic.span.file].line_column(diagnostic.span.begin);
        if (!out.empty()) out += ", ";
        out +=
            std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diagnostic.code;
    }
    return out;
}

std::string repeat(const std::string& part, std::size_t count) {
    std::string out;
    out.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
}

using Format = ast::FrontMatterFormat;

TEST_CASE("front matter of each format becomes one ordered tree") {
    struct Case {
        std::string text;
        Format format;
        std::string values;
        std::string body;
    };

    const std::vector<Case> cases{
        {"+++\ntitle = \"关于\"\nauthor = 'h'\n+++\nx", Format::Toml,
         "{title:'关于',author:'h'}", "x"},
        {"+++ \nz = 1.10\na = 2020-01-01\nb = 07:30:00\n+++\n", Format::Toml,
         "{z:1.10,a:2020-01-01,b:07:30:00}", ""},
        {"+++\nt = [1, 0x1F, true]\n[style]\nsize = 10\na.b = 1\n+++\n", Format::Toml,
         "{t:[1,0x1F,true],style:{size:10,a:{b:1}}}", ""},
        {"+++\n[[job]]\nname = \"甲\"\n[[job]]\nname = \"乙\"\n+++\n", Format::Toml,
         "{job:[{name:'甲'},{name:'乙'}]}", ""},
        {"---\ntitle: 张三\nno: NO\nv: 1.10\ntel: 013800000000\n---\nx", Format::Yaml,
         "{title:张三,no:NO,v:1.10,tel:013800000000}", "x"},
        {"---\nd: 2020-01-01 # c\ntags:\n  - go\n  - 'k8s'\nempty:\n...\nx", Format::Yaml,
         "{d:2020-01-01,tags:[go,'k8s'],empty:}", "x"},
        {"---\na: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\nc: *x\n---\n", Format::Yaml,
         "{a:{k:1,l:2},b:{k:3,l:2},c:{k:1,l:2}}", ""},
        {"---\ns: !!python/object:os.system x\n---\n", Format::Yaml, "{s:x}", ""},
        {"---\n---\nx", Format::Yaml, "{}", "x"},
        {"{\n  \"title\": \"张\\u4e09\",\n  \"n\": 1.10, \"l\": [true, null]\n}\nx",
         Format::Json, "{title:'张三',n:1.10,l:[true,null]}", "x"},
        {"{\"a\": {\"b\": []}, \"c\": {}}", Format::Json, "{a:{b:[]},c:{}}", ""},
        {"\n\n---\na: b\n---\nx", Format::Yaml, "{a:b}", "x"},
        {"\xEF\xBB\xBF---\r\na: b\r\n---\r\nx", Format::Yaml, "{a:b}", "x"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Parsed parsed(c.text);
        CHECK(parsed.result.front_matter.format == c.format);
        CHECK(show(parsed.result.front_matter.values) == c.values);
        CHECK(parsed.body() == c.body);
        CHECK(places(parsed).empty());
    }
}

TEST_CASE("what only looks like front matter stays Markdown") {
    const std::vector<std::string> cases{
        "",
        "# 张三\n",
        "---\n",
        "---\n\n正文\n",
        "--- x\na: b\n---\n",
        "---\nFoo\n---\nBar\n---\n",
        "---\n\n正文 `a: b` 和 [x]: y: z\n\n---\n",
        "---\n- a\n- b\n---\n",
        "{{< toc >}}\n",
        "{% include x %}\n",
        "{#id}\n",
        "{\"a\": 1} 后文\n",
        "++++\na = 1\n++++\n",
        " ---\na: b\n---\n",
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        const Parsed parsed(text);
        CHECK(parsed.result.front_matter.format == Format::None);
        CHECK(parsed.body() == text);
        CHECK(places(parsed).empty());
    }
}

TEST_CASE("broken front matter is an error in its place and never body text") {
    struct Case {
        std::string text;
        std::string places;
        std::string values;
        std::string body;
    };

    const std::vector<Case> cases{
        {"+++\ntitle: 关于\nauthor = \"h\"\n+++\nx", "2:6 toml-syntax", "{author:'h'}", "x"},
        {"+++\na = 1\nname = 张三\nb = 2\n+++\nx", "3:8 toml-syntax", "{a:1,b:2}", "x"},
        {"+++\n[\n+++\nx", "2:2 toml-syntax", "{}", "x"},
        {"+++\na = \"x\nb = 1\n+++\nx", "2:7 toml-syntax", "{b:1}", "x"},
        {"+++\na = 1、\nb = 2я\nc = 3。\nd = 4\n+++\nx", "2:6 toml-syntax", "{d:4}", "x"},
        {"+++\ntel = 013800000000\n+++\nx", "2:19 toml-syntax", "{}", "x"},
        {"+++\na = 1\nb = 2\na = 3\n+++\nx", "4:1 duplicate-key", "{a:1,b:2}", "x"},
        {"+++\na = 1\n\n正文\n", "1:1 front-matter-unclosed", "{a:1}", "正文\n"},
        {"---\ntitle: a: b\nx: 1\n---\ny", "2:9 yaml-syntax", "{x:1}", "y"},
        {"---\na:\n\tb: 1\nc: 2\n---\ny", "3:1 yaml-syntax", "{a:,c:2}", "y"},
        {"---\ntitle:张三\n---\ny", "2:1 yaml-syntax", "{}", "y"},
        {"---\ntitle：张三\n作者：李四\n---\ny", "2:1 yaml-syntax", "{}", "y"},
        {"---\ntitle:张三\ndate: 2020\n---\ny", "2:1 yaml-syntax", "{date:2020}", "y"},
        {"---\na: @x\nb: 1\n---\ny", "2:4 yaml-syntax", "{b:1}", "y"},
        {"---\na: 1\nb: 2\na: 3\n---\ny", "4:1 duplicate-key", "{a:1,b:2}", "y"},
        {"---\na: *nope\n---\ny", "2:4 yaml-syntax", "{a:}", "y"},
        {"---\na: &a [*a]\n---\ny", "2:8 yaml-syntax", "{a:[]}", "y"},
        {"---\n? [a]\n: b\nc: d\n---\ny", "2:3 yaml-syntax", "{c:d}", "y"},
        {"---\nname: 张三\n\n正文\n", "1:1 front-matter-unclosed", "{}",
         "---\nname: 张三\n\n正文\n"},
        {"{\n \"a\": 1,\n}\ny", "3:1 json-syntax", "{a:1}", "y"},
        {"{\n 'a': 1\n}\ny", "2:2 json-syntax", "{}", "y"},
        {"{\n \"a\": 1,\n \"b\": x\n}\ny", "3:7 json-syntax", "{a:1}", "y"},
        {"{\n \"a\": 1,\n \"a\": 2\n}\ny", "3:3 duplicate-key", "{a:1}", "y"},
        {"{\n \"a\": \"\\ud800\"\n}\ny", "2:14 json-syntax", "{}", "y"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Parsed parsed(c.text);
        CHECK(places(parsed) == c.places);
        CHECK(show(parsed.result.front_matter.values) == c.values);
        CHECK(parsed.body() == c.body);
    }
}

TEST_CASE("a duplicate key names the first place too") {
    for (const std::string text :
         {"+++\n[s]\na = 1\na = 3\n+++\n", "---\nx: 1\na: 1\na: 3\n---\n",
          "{\n \"x\": 1,\n \"a\": 1, \"a\": 2}\n"}) {
        CAPTURE(text);
        const Parsed parsed(text);
        REQUIRE(parsed.diagnostics.all().size() == 1);
        const Diagnostic& diagnostic = parsed.diagnostics.all()[0];
        CHECK(diagnostic.message == "key \"a\" is written twice");
        REQUIRE(diagnostic.notes.size() == 1);
        const Span first = diagnostic.notes[0].span;
        CHECK(parsed.sources[parsed.file].line_column(first.begin).line == 3);
        CHECK(parsed.sources.slice(first) == "a");
    }
}

TEST_CASE("spans of keys and values are the text between the quotes") {
    for (const std::string text :
         {"+++\nname = \"张三\"\nn = 1.10\n+++\n", "---\nname: '张三'\nn: 1.10\n---\n",
          "---\nname: 张三\nn: 1.10\n---\n", "{\"name\": \"张三\", \"n\": 1.10}\n"}) {
        CAPTURE(text);
        const Parsed parsed(text);
        const ast::Mapping& values = parsed.result.front_matter.values;
        REQUIRE(values.size() == 2);
        CHECK(parsed.sources.slice(values[0].key_span) == "name");
        CHECK(parsed.sources.slice(values[0].value.span) == "张三");
        CHECK(parsed.sources.slice(values[1].value.span) == "1.10");
        CHECK(ast::find_text(values, "name") == "张三");
        CHECK_FALSE(ast::find_text(values, "title"));
    }
}

TEST_CASE("the limits of front matter are those that are documented") {
    struct Case {
        std::string what, text, code;
    };

    const auto yaml = [](const std::string& body) { return "---\n" + body + "\n---\n正文\n"; };
    const auto toml = [](const std::string& body) { return "+++\n" + body + "\n+++\n正文\n"; };
    const auto json = [](const std::string& body) { return "{" + body + "}\n\n正文\n"; };
    const auto nested = [](std::size_t depth) {
        return repeat("[", depth) + repeat("]", depth);
    };
    constexpr std::size_t kLong = 257 * 1024;
    const std::vector<Case> cases{
        {"30 levels in YAML", yaml("a: " + nested(30)), ""},
        {"31 levels in YAML", yaml("a: " + nested(31)), "yaml-limit"},
        {"30 levels in TOML", toml("a = " + nested(30)), ""},
        {"31 levels in TOML", toml("a = " + nested(31)), "toml-limit"},
        {"30 levels in JSON", json("\"a\": " + nested(30)), ""},
        {"31 levels in JSON", json("\"a\": " + nested(31)), "json-limit"},
        {"64 aliases", yaml("a: &a x\nb: [" + repeat("*a,", 64) + "]"), ""},
        {"65 aliases", yaml("a: &a x\nb: [" + repeat("*a,", 65) + "]"), "yaml-limit"},
        {"values in YAML", yaml("a: [" + repeat("x,", 9000) + "x]"), ""},
        {"too many values in YAML", yaml("a: [" + repeat("x,", 10001) + "x]"), "yaml-limit"},
        {"values in TOML", toml("a = [" + repeat("1,", 9000) + "1]"), ""},
        {"too many values in TOML", toml("a = [" + repeat("1,", 10001) + "1]"), "toml-limit"},
        {"values in JSON", json("\"a\": [" + repeat("1,", 9000) + "1]"), ""},
        {"too many values in JSON", json("\"a\": [" + repeat("1,", 10001) + "1]"),
         "json-limit"},
        {"a long YAML", yaml("a: \"" + repeat("x", kLong) + "\""), "yaml-limit"},
        {"a long TOML", toml("a = \"" + repeat("x", kLong) + "\""), "toml-limit"},
        {"a long JSON", json("\"a\": \"" + repeat("x", kLong) + "\""), "json-limit"},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const Parsed parsed(c.text);
        const auto& all = parsed.diagnostics.all();
        CHECK(all.size() == (c.code.empty() ? 0 : 1));
        CHECK((all.empty() ? "" : all[0].code) == c.code);
        CHECK(parsed.body().find("正文") != std::string::npos);
    }
}

TEST_CASE("hostile front matter ends quickly in an error") {
    std::string bomb = "---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string p = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + p + "," + p +
                "," + p + "," + p + "," + p + "]\n";
    }
    const std::vector<std::string> cases{
        bomb + "---\n",
        "---\na: " + repeat("[", 100000) + "\n---\n",
        "---\n" + repeat("k: v\n", 40000) + "---\n",
        "---\na: &a x\nb: [" + repeat("*a, ", 1000) + "]\n---\n",
        "+++\na = " + repeat("[", 100000) + "\n+++\n",
        "+++\n" + repeat("a.", 60000) + "a = 1\n+++\n",
        "+++\na = " + repeat("{a = ", 100) + "1" + repeat("}", 100) + "\n+++\n",
        "+++\n" + repeat("a = 1\n", 40000) + "+++\n",
        "+++\n" + repeat("[\n", 40000) + "+++\n",
        "{\"a\": " + repeat("[", 100000) + "\n}\n",
        "{\"a\": [" + repeat("1,", 100000) + "1]}\n",
        "{\"a\": 1e999999999}\n",
    };
    for (const std::string& text : cases) {
        CAPTURE(text.substr(0, 40));
        const auto start = std::chrono::steady_clock::now();
        const Parsed parsed(text);
        CHECK(parsed.diagnostics.error_count() > 0);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    }
}

}  // namespace
}  // namespace cvtex::grammar
