#include "tests/hostile/shapes.hpp"

#include <utility>

namespace cvtex::test {
namespace {

/// Texts that are repeated as they are.
// clang-format off
constexpr const char* kRepeated[] = {
    // Brackets, links, images, references.
    "[", "]", "![", "[]", "[a](", "[a](b", "[a](<b", "[a](b \"", "[a](b '", "[a](b (", "](",
    "[](((", "[a](((b))", "[x][", "[x]", "[]: a\n", "[a]: b\n", "[a]:\n", "[a]: b \"\n",
    "[a]: b '\n", "[a]: b (\n", "[a]: <b\n", "[a\n", "[a]: b\n===\n", "[a]: b\n\n", "[[x]](a)",
    "[a\\", "[a](\\", "![[]()",
    // Emphasis of every mix.
    "*", "_", "~", "**", "*a ", "_a ", "~a ", "~~a ", "a* ", "a_ ", "a~~ ", "*a_ ", "*a**a ",
    "**a *a ", "***a ", "a***b", "a**b*c_d", "_a*a~~a ", "*_~~a ", "~~a ~b ", "*a_ _b* ", "*_",
    "**x* *x**", "x*x**", "**中文，**后文", "*「", "」*", "*，", "**（注）**是",
    "*\xEF\xB8\x80", "*\xF3\xA0\x84\x80", "a****", "*[a](b", "_a__b",
    // Code, escapes, character references, addresses.
    "`", "`` ` ", "` `` ", "`a`` ", "\\", "\\`", "&", "&a", "&#", "&#x", "&amp;", "&aaaa",
    "&;", "<", "<a:", "<a:b", "<a@", "<a@b.", "http://", "https://a", "http://a.com，",
    "http://a_.", "http://a.b/(", "http://a.b&a;", "www.", "www.a ", "www._", "(www.a_b.", "w",
    "://", "ftp:", "@", "a@", "a@b.", "a@b_.c_", "a.", "a@b.c/", "*www.a.b_", "https://a.b:",
    // HTML.
    "<a ", "<a b", "<a x=\"", "<a b='<a b=\"", "<a b=c ", "<a\n", "</", "</a", "<a>", "<b>",
    "</b>", "<b><i></b>", "<b>x", "<p>x", "<s></x>", "<q a a=", "<tr><th>", "<font>", "<font><p>", "<p>", "<div>", "<div>\n", "<div>\n\n",
    "<br>", "<table>", "<td>", "<tr><td>", "<ul><li>", "<li>", "<dl><dt>", "<pre>", "<script>",
    "<script>\n\n", "<style>\n", "<textarea>", "<x>", "<x>\n\n", "<span style=\"", "<!-- a ",
    "<!--", "<!-->", "-->", "<? a ", "<?", "?>", "<![CDATA[ a ", "<![CDATA[", "]]>", "<!A a ",
    "<!", "<div>a\n\n</div>\n\n", "<b>a\n\n", "<details><summary>", "<div><b>", "<i><div>",
    "<h1>", "<img src=a>", "<a href=b>", "<a href=b><b>", "<center>\n\n",
    "<!-- cv: only a -->\n\n", "<!-- cv: end -->\n\n", "<!-- cv: keep -->\n",
    "<!-- cv: private -->\n\na\n\n", "<!-- cv: columns 2 -->\n\na\n\n", "<!-- @a -->",
    "# a <!-- @a -->\n", "- a <!-- @a -->\n", "<!-- cv: ", "<!-- note: a\n\n",
    "<!-- note: a -->\n\n", "<!-- pagebreak -->\n", "\\newpage\n", "a <!-- cv: only b -->",
    "## a <!-- @a -->\n\n# b <!-- @!b -->\n\n",
    // Blocks.
    ">", "> ", ">\n", "> a\n\n", "> - ", "> - 1. ", "- ", "* ", "+ ", "1. ", "1) ", "- * + ",
    "-\n", "- a\n", "- a\n\n", "1. a\n", "-\ta\n", "* * * ", "- - - a\n", "***\n", "_ _",
    "---\n", "- [ ] ", "- [ ] a\n", "- [x]\n", "#", "# ", "# a\n", "# #\n", "a\n===\n",
    "a\n---\n", "a\n=\n", "=\n", "```\n", "```\n\n", "~~~\na\n", "    a\n", "\ta\n", "\t",
    "\n", " ", " \n", "a\n", "a  \n", "a\\\n", "a\n\n", "\t\n", ">\t", "-\t", "a\n: b\n\n",
    "a\n: b\n", ": b\n", "a\n~ b\n\n", "a\n: - ", ": ", "~ ", "|", "|\n", "|-\n", "a|\n-|\n",
    "|a|\n|-|\n|", "-|-\n", "a\n-|\n", "\\|", ":-:|", "|`", "::: a\n", ":::\n",
    "::: a\n\n:::\n", ":::", "::: {.a}\n",
    // Notes.
    "[^a", "[^a]", "[^a]: ", "[^a]: b\n\n", "[^a]: [^a]\n", "[^", "^[", "[^a]: > ",
    // Résumé syntax.
    " || ", "a || b\n", "# a || b\n", "||", ":phone:", ":a", ":", "::", "{", "# a {#",
    "# a {#b}\n", "# a {.b .b ", "}", "2020.01 - ", "2020.01-", "2020年1月 - 至今 ", "2020-",
    "1", "12.", "Sep ", "2019 – ", "2013～2015\n\n", "13800000000", "138 ", "+86 ", "138-",
    "qq: ", "微信：", "@a.", "github.com/", "https://github.com/a ", "电话：", "a@b.c ",
    "1990.01 ", "\"", "'", "--", "...", "- 公司：甲\n- 时间：2020.01 - 2021.01\n",
    "公司：甲\n时间：2020.01 - 2021.01\n", "### 甲公司\n#### 经理\n2020.01 - 2021.01\n", "103/9 - 105/6 ",
    // Text.
    "a", "中", "中 a ", "a\xCC\x81", "\xCC\x81", "\xF0\x9F\x91\xA8\xE2\x80\x8D",
    "\xF0\x9F\x87\xA8", "\xEF\xB8\x8F", "\xE2\x80\xAE", "\xC2\xA0", "\xE3\x80\x80", "\xC2\xAD",
    "\xEF\xBF\xBD", "\x01", "\xFF", "\r", "\r\n", "\f", "\xEF\xBB\xBF", "가 ", "\xE2\x80\xA8",
};

// clang-format on

/// The first n times, the second once, the third n times.
// clang-format off
constexpr const char* kNested[][3] = {
    {"[", "a", "]"}, {"[", "a", "](b)"}, {"![", "a", "](b)"}, {"![", "a", "]"},
    {"[", "a", "][b]"}, {"(", "a", ")"}, {"*", "a", "*"}, {"**", "a", "**"}, {"_", "a", "_"},
    {"*a **b ", "c", " b** a*"}, {"*a _b ", "c", " b_ a*"}, {"~a ~~b ", "c", " b~~ a~"},
    {"*a", "b", "c*"}, {"**a *", "b", "* c**"}, {"*a ~~b ", "c", " b~~ a*"},
    {"「**", "中", "**」"}, {"<b>", "a", "</b>"}, {"<div>", "a", "</div>"},
    {"<div>\n\n", "a\n\n", "</div>\n\n"}, {"<span>", "a", "</span>"},
    {"<ul><li>", "a", "</li></ul>"}, {"<table><tr><td>", "a", "</td></tr></table>"},
    {"<blockquote>", "a", "</blockquote>"}, {"<b><i>", "a", "</b></i>"},
    {"<b><p>", "a", "</p></b>"}, {"<!-- cv: only a -->\n\n", "b\n\n", "<!-- cv: end -->\n\n"},
    {"<!-- cv: keep -->\n<!-- cv: private -->\n\n", "b\n\n", "<!-- cv: end -->\n"},
    {"::: a\n\n", "b\n\n", ":::\n\n"}, {"[a](", "b", ")"}, {"[^a]: > ", "b", "\n"},
    {"*a ", "", "_b "}, {"*a ", "", "b_ "}, {"**a", "", "b* "}, {"_a ", "", "b* "},
    {"[", "", "[a](b)"}, {"![", "", "[a](b)"}, {"[", "", "](a"}, {"![", "", "](a"},
    {"[a", "", "][a"}, {"<a ", "", ">"}, {"`a", "", "b``"}, {"> ", "", "a\n"},
    {"- ", "", "\n"}, {"- ", "", "a\n"}, {"<b>", "", "<p>"}, {"<p>", "", "</b>"},
    {"<b>", "", "a\n\n"}, {"<i><b>", "", "</i>"}, {"# a <!-- @a -->\n", "", "b\n\n"},
    {"- a\n", "", "# b <!-- @a -->\n"}, {"* ", "", "---\n"}, {" ", "", "*"},
};

// clang-format on

std::string numbered(std::size_t n, const std::string& before, const std::string& after) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += before + std::to_string(i) + after;
    return out;
}

/// Runs of lengths 1, 2, 3 …: n characters in all.
std::string rising(std::size_t n, char c, const std::string& between) {
    std::string out;
    for (std::size_t length = 1; out.size() < n; ++length) {
        out += between + std::string(length, c);
    }
    return out;
}

/// Lines each indented by more than the last: n characters in all.
std::string staircase(std::size_t n, const std::string& marker) {
    std::string out;
    for (std::size_t indent = 0; out.size() < n; indent += marker.size()) {
        out += std::string(indent, ' ') + marker + "a\n";
    }
    return out;
}

std::string front_matter(const std::string& fence, const std::string& body) {
    return fence + "\n" + body + "\n" + fence + "\n\n正文\n";
}

void add_definitions(std::vector<Shape>& all) {
    all.push_back({"definitions and uses", [](std::size_t n) {
                       return numbered(n, "[a", "]: /u\n") + "\n" + numbered(n, "[a", "] ");
                   }});
    all.push_back({"definitions in any order", [](std::size_t n) {
                       std::string out;
                       for (std::size_t i = 0; i < n; ++i)
                           out += "[" + std::to_string(i * 2654435761U % 1000003) + "]: /u\n\n";
                       return out;
                   }});
    all.push_back({"labels of one folding", [](std::size_t n) {
                       return repeat("[\xE1\xBA\x9E]: /u\n\n", n) + repeat("[SS]", n);
                   }});
    all.push_back({"uses of a long definition", [](std::size_t n) {
                       return "[a]: " + std::string(n, 'u') + "\n\n" + repeat("[a]", n);
                   }});
    all.push_back({"a huge label", [](std::size_t n) {
                       return "[" + std::string(n, 'a') + "]: u\n\n[" + std::string(n, 'a') +
                              "]";
                   }});
    all.push_back({"labels of the longest kind", [](std::size_t n) {
                       const std::string label(999, 'a');
                       return "[" + label + "]: u\n\n" + repeat("[" + label + "]", n / 300 + 1);
                   }});
    all.push_back({"labels of no definition", [](std::size_t n) {
                       return repeat("[" + std::string(900, 'b') + "]", n / 300 + 1) +
                              "\n\n[a]: u\n";
                   }});
    all.push_back({"notes", [](std::size_t n) {
                       return numbered(n, "[^", "]: a\n\n") + numbered(n, "[^", "]");
                   }});
    all.push_back({"one note, many uses",
                   [](std::size_t n) { return "[^a]: b\n\n" + repeat("[^a] ", n); }});
    all.push_back({"notes in a circle", [](std::size_t n) {
                       std::string out = "[^0]\n\n";
                       for (std::size_t i = 0; i < n; ++i) {
                           out += "[^" + std::to_string(i) + "]: a[^" +
                                  std::to_string((i + 1) % n) + "]\n\n";
                       }
                       return out;
                   }});
    all.push_back({"notes that use all others", [](std::size_t n) {
                       return numbered(n / 2, "[^", "]: a [^0] [^1] [^2]\n\n") + "[^0]\n";
                   }});
}

void add_tables(std::vector<Shape>& all) {
    all.push_back({"many columns", [](std::size_t n) {
                       return repeat("a|", n) + "\n" + repeat("-|", n) + "\n" +
                              repeat("b|", n) + "\n";
                   }});
    all.push_back(
        {"many rows", [](std::size_t n) { return "a|b\n-|-\n" + repeat("c|d\n", n); }});
    all.push_back({"wide head, short rows", [](std::size_t n) {
                       return repeat("a|", n) + "\n" + repeat("-|", n) + "\n" +
                              repeat("a\n", n);
                   }});
    all.push_back({"narrow head, wide rows", [](std::size_t n) {
                       return "a|b\n-|-\n" + repeat(repeat("c|", 100) + "\n", n / 100 + 1);
                   }});
    all.push_back({"escaped pipes",
                   [](std::size_t n) { return "a|b\n-|-\n" + repeat("\\|", n) + "\n"; }});
    all.push_back({"delimiter rows in a paragraph",
                   [](std::size_t n) { return "a|b\n" + repeat("-|-|-\n", n); }});
}

/// Levels of quotes, each with `inside` on a line of its own: n characters of quotes in all.
std::string in_quotes(std::size_t n, const std::string& inside) {
    std::string out;
    for (std::size_t depth = 0; depth * depth < n; ++depth) {
        const std::string quotes = repeat("> ", depth);
        out += quotes + inside + "\n" + quotes + "\n";
    }
    return out + "a\n";
}

/// Kinds of nesting in one another.
void add_mixed(std::vector<Shape>& all) {
    const auto add = [&](const char* name, auto make) { all.push_back({name, make}); };
    add("elements in quotes", [](std::size_t n) { return in_quotes(n, repeat("<div>", 60)); });
    add("cells in quotes", [](std::size_t n) { return in_quotes(n, repeat("<tr><td>", 40)); });
    add("directives in quotes", [](std::size_t n) {
        return in_quotes(n, "<!-- cv: keep -->\n\n<!-- cv: columns 2 -->");
    });
    add("sections in quotes", [](std::size_t n) { return in_quotes(n, "# a <!-- @a -->"); });
    add("emphasis in elements", [](std::size_t n) {
        return repeat("<div>", 64) + "\n\n" + repeat("*a **b ", n) + "c" + repeat(" b** a*", n);
    });
    add("emphasis in items", [](std::size_t n) {
        return repeat("- ", 64) + repeat("*a **b ", n) + "c" + repeat(" b** a*", n);
    });
    add("emphasis and elements", [](std::size_t n) {
        return repeat(repeat("<span style=\"color:red\">", 20) + "*a ", n / 20 + 1) + "b";
    });
    add("lists in cells", [](std::size_t n) { return repeat("<table><tr><td><ul><li>", n); });
    add("boxes in items", [](std::size_t n) {
        return repeat("- ", 30) + repeat("<div style=\"color:red\">", n) + "a\n";
    });
}

void add_front_matter(std::vector<Shape>& all) {
    const auto add = [&](const char* name, const char* fence, auto body) {
        all.push_back({name, [=](std::size_t n) { return front_matter(fence, body(n)); }});
    };
    add("YAML keys", "---", [](std::size_t n) { return numbered(n, "k", ": v\n"); });
    add("YAML flow nesting", "---", [](std::size_t n) { return "a: " + repeat("[", n); });
    add("YAML closed flow nesting", "---",
        [](std::size_t n) { return "a: " + repeat("[", n) + repeat("]", n); });
    add("YAML flow maps", "---", [](std::size_t n) { return "a: " + repeat("{b: ", n); });
    add("YAML block nesting", "---", [](std::size_t n) { return repeat("- ", n) + "a"; });
    add("YAML indented nesting", "---",
        [](std::size_t n) { return staircase(n, "a:\n").substr(0, n); });
    add("YAML items", "---", [](std::size_t n) { return "a:\n" + repeat("- b\n", n); });
    add("YAML anchors", "---", [](std::size_t n) { return numbered(n, "k", ": &a v\n"); });
    add("YAML aliases", "---",
        [](std::size_t n) { return "a: &a b\nc: [" + repeat("*a, ", n) + "d]"; });
    add("YAML quotes", "---", [](std::size_t n) { return "a: \"" + repeat("\\n", n) + "\""; });
    add("YAML unclosed quote", "---", [](std::size_t n) { return "a: \"" + repeat("b\n", n); });
    add("YAML literal", "---", [](std::size_t n) { return "a: |\n" + repeat("  b\n", n); });
    add("YAML comments", "---", [](std::size_t n) { return repeat("# a\n", n) + "a: b"; });
    add("YAML questions", "---", [](std::size_t n) { return repeat("? ", n); });
    add("YAML tags", "---", [](std::size_t n) { return "a: " + repeat("!b ", n); });
    add("TOML keys", "+++", [](std::size_t n) { return numbered(n, "k", " = 1\n"); });
    add("TOML tables", "+++", [](std::size_t n) { return numbered(n, "[t", "]\na = 1\n"); });
    add("TOML arrays of tables", "+++",
        [](std::size_t n) { return repeat("[[t]]\na = 1\n", n); });
    add("TOML array nesting", "+++", [](std::size_t n) { return "a = " + repeat("[", n); });
    add("TOML table nesting", "+++", [](std::size_t n) { return "a = " + repeat("{b = ", n); });
    add("TOML dotted key", "+++", [](std::size_t n) { return "a" + repeat(".a", n) + " = 1"; });
    add("TOML dotted header", "+++",
        [](std::size_t n) { return "[a" + repeat(".a", n) + "]"; });
    add("TOML array", "+++", [](std::size_t n) { return "a = [" + repeat("1, ", n) + "]"; });
    add("TOML string", "+++",
        [](std::size_t n) { return "a = \"\"\"" + repeat("b\\n\n", n) + "\"\"\""; });
    all.push_back({"JSON keys", [](std::size_t n) {
                       return "{" + numbered(n, "\"k", "\": 1,") + "\"a\": 1}\n\n正文\n";
                   }});
    all.push_back({"JSON nesting",
                   [](std::size_t n) { return "{\"a\": " + repeat("[", n) + "\n\n正文\n"; }});
    all.push_back({"JSON closed nesting", [](std::size_t n) {
                       return "{\"a\": " + repeat("[", n) + repeat("]", n) + "}\n\n正文\n";
                   }});
    all.push_back(
        {"JSON objects", [](std::size_t n) { return repeat("{\"a\": ", n) + "\n\n正文\n"; }});
    all.push_back({"JSON array", [](std::size_t n) {
                       return "{\"a\": [" + repeat("1,", n) + "1]}\n\n正文\n";
                   }});
    all.push_back({"JSON string", [](std::size_t n) {
                       return "{\"a\": \"" + repeat("\\u4e2d", n) + "\"}\n\n正文\n";
                   }});
    all.push_back(
        {"unclosed front matter", [](std::size_t n) { return "---\n" + repeat("a: b\n", n); }});
}

void add_text(std::vector<Shape>& all) {
    all.push_back({"rising backticks", [](std::size_t n) { return rising(n, '`', "e"); }});
    all.push_back({"rising asterisks", [](std::size_t n) { return rising(n, '*', " a"); }});
    all.push_back({"rising underscores", [](std::size_t n) { return rising(n, '_', "a "); }});
    all.push_back({"rising fences", [](std::size_t n) { return rising(n, '~', "\n\n"); }});
    all.push_back({"rising quotes", [](std::size_t n) { return rising(n, '>', "a\n"); }});
    all.push_back({"list staircase", [](std::size_t n) { return staircase(n, "- "); }});
    all.push_back({"numbered staircase", [](std::size_t n) { return staircase(n, "1. "); }});
    all.push_back({"term staircase", [](std::size_t n) { return "a\n" + staircase(n, ": "); }});
    all.push_back({"quoted staircase",
                   [](std::size_t n) { return repeat("> ", 50) + "a\n" + repeat("b\n", n); }});
    all.push_back({"blank lines in deep quotes",
                   [](std::size_t n) { return repeat(repeat(">", 50) + "\n", n / 20 + 1); }});
    all.push_back({"blank lines in a deep list",
                   [](std::size_t n) { return repeat("- ", 50) + "a\n" + repeat("\n", n); }});
    all.push_back({"parentheses after an address",
                   [](std::size_t n) { return "http://a.com/" + std::string(n, ')'); }});
    all.push_back({"references after an address",
                   [](std::size_t n) { return "http://a.com/" + repeat("&a;", n); }});
    all.push_back(
        {"parts of a domain", [](std::size_t n) { return "a@" + repeat("b.", n) + "c"; }});
    all.push_back(
        {"same headings", [](std::size_t n) { return numbered(n, "# a-", "\n# a\n"); }});
    all.push_back({"numbered headings", [](std::size_t n) {
                       return repeat("# a\n", n) + numbered(n, "# a-", "\n");
                   }});
    all.push_back({"written ids", [](std::size_t n) { return numbered(n, "# a {#b", "}\n"); }});
    all.push_back({"attributes of a heading",
                   [](std::size_t n) { return "# a {" + numbered(n, " .c", "") + "}\n"; }});
    all.push_back({"attributes of a tag",
                   [](std::size_t n) { return "<div" + numbered(n, " a", "=b") + ">\n"; }});
    all.push_back({"style of a tag", [](std::size_t n) {
                       return "<span style=\"" + repeat("color:red;", n) + "\">a</span>\n";
                   }});
    all.push_back({"tags of a directive", [](std::size_t n) {
                       return "<!-- cv: only " + numbered(n, "t", ",") +
                              "a -->\n\nb\n\n<!-- cv: end -->\n";
                   }});
    all.push_back({"unknown elements", [](std::size_t n) { return numbered(n, "<x", ">"); }});
    all.push_back({"one long line", [](std::size_t n) { return repeat("word 中文 ", n); }});
    all.push_back({"one long word", [](std::size_t n) { return std::string(4 * n, 'x'); }});
    all.push_back({"one long address", [](std::size_t n) {
                       return "[a](http://e.x/" + std::string(4 * n, 'a') + ")";
                   }});
    all.push_back({"sections", [](std::size_t n) {
                       return repeat("# 教育\n\n## 大学 2020.01 - 2021.02\n\n- a\n\n",
                                     n / 4 + 1);
                   }});
    all.push_back({"contacts", [](std::size_t n) {
                       return "# 名\n\n" +
                              repeat("13800000000 | a@b.cn | github.com/a | ", n / 8 + 1);
                   }});
    all.push_back({"contact lines", [](std::size_t n) {
                       return "# 名\n\n" + repeat("- 电话：13800000000\n", n / 4 + 1);
                   }});
    all.push_back({"dates", [](std::size_t n) {
                       return repeat("### a || 2020.01 - 2021.02\n\n", n / 4 + 1);
                   }});
    all.push_back({"an open comment over blocks",
                   [](std::size_t n) { return "<!-- a\n\n" + repeat("b\n\n", n); }});
}

}  // namespace

std::string repeat(const std::string& text, std::size_t count) {
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

std::string one_line(const std::string& name) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (const char c : name.substr(0, 60)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte >= 0x7F) {
            out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
        } else {
            out += c;
        }
    }
    return out;
}

std::vector<Shape> hostile_shapes() {
    std::vector<Shape> all;
    for (const std::string text : kRepeated) {
        all.push_back({text, [text](std::size_t n) { return repeat(text, n); }});
    }
    for (const auto& [opener, middle, closer] : kNested) {
        const std::string first(opener), second(middle), third(closer);
        all.push_back({first + second + third, [=](std::size_t n) {
                           return repeat(first, n) + second + repeat(third, n);
                       }});
    }
    add_definitions(all);
    add_tables(all);
    add_mixed(all);
    add_front_matter(all);
    add_text(all);
    return all;
}

}  // namespace cvtex::test
