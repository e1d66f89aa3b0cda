#include <string>
#include <vector>

#include "base/overloaded.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::grammar {
namespace {

struct Interpreted {
    Sources sources;
    Diagnostics diagnostics;
    ast::Document document;

    explicit Interpreted(const std::string& text) {
        const FileId file = sources.add(Source::decode("cv.md", text));
        document = interpret_html(parse(sources, file, diagnostics), sources, diagnostics);
    }
};

// The tree on one line: tags of HTML for Markdown nodes too, `tag{attributes}[children]`.

std::string show(const ast::Attributes& attributes) {
    std::string out;
    for (const ast::Attribute& attribute : attributes) {
        out += (out.empty() ? "" : " ") + attribute.name + "=" + attribute.value;
    }
    return out.empty() ? out : "{" + out + "}";
}

std::string show(const ast::Inlines& inlines) {
    std::string out;
    for (const ast::Inline& node : inlines) {
        std::visit(
            overloaded{
                [&](const ast::Text& n) { out += n.text; },
                [&](const ast::SoftBreak&) { out += "~"; },
                [&](const ast::HardBreak&) { out += "|"; },
                [&](const ast::Code& n) { out += "code[" + n.text + "]"; },
                [&](const ast::Emphasis& n) { out += "em[" + show(n.children) + "]"; },
                [&](const ast::Strong& n) { out += "strong[" + show(n.children) + "]"; },
                [&](const ast::Strikethrough& n) { out += "s[" + show(n.children) + "]"; },
                [&](const ast::Link& n) {
                    out += "a{" + n.destination + "}[" + show(n.children) + "]";
                },
                [&](const ast::Image& n) {
                    out += "img{" + n.source + "}[" + show(n.alternative) + "]";
                },
                [&](const ast::RawHtml& n) { out += "RAW" + n.text; },
                [&](const ast::Element& n) {
                    out += "<" + n.tag + show(n.attributes) + ">[" + show(n.children) + "]";
                },
                [&](const ast::FootnoteReference& n) { out += "^" + n.label; },
            },
            node.node);
    }
    return out;
}

std::string show(const ast::Blocks& blocks);

std::string show(const ast::TableRow& row) {
    std::string out;
    for (const ast::TableCell& cell : row.cells) out += "," + show(cell.children);
    return "(" + out.substr(out.empty() ? 0 : 1) + ")";
}

std::string show(const ast::List& list) {
    std::string out = list.ordered ? "ol" + std::to_string(list.start) : "ul";
    out += list.tight ? "[" : " loose[";
    for (const ast::ListItem& item : list.items) {
        const char* task[] = {"", "todo ", "done "};
        out +=
            "li[" + std::string(task[static_cast<int>(item.task)]) + show(item.children) + "]";
    }
    return out + "]";
}

std::string show(const ast::Table& table) {
    std::string out = "table ";
    for (const ast::CellAlign align : table.columns) out += "-lcr"[static_cast<int>(align)];
    out += show(table.head);
    for (const ast::TableRow& row : table.rows) out += show(row);
    return out;
}

std::string show(const ast::DefinitionList& list) {
    std::string out = "dl[";
    for (const ast::DefinitionItem& item : list.items) {
        out += "dt[" + show(item.term) + "]";
        for (const ast::Blocks& definition : item.definitions) {
            out += "dd[" + show(definition) + "]";
        }
    }
    return out + "]";
}

std::string show(const ast::Blocks& blocks) {
    std::string out;
    for (const ast::Block& block : blocks) {
        if (!out.empty()) out += " ";
        std::visit(
            overloaded{
                [&](const ast::Paragraph& n) { out += "p[" + show(n.children) + "]"; },
                [&](const ast::Heading& n) {
                    out += "h" + std::to_string(n.level) + "#" + n.id + "[" + show(n.children) +
                           "]";
                },
                [&](const ast::ThematicBreak&) { out += "hr"; },
                [&](const ast::BlockQuote& n) { out += "quote[" + show(n.children) + "]"; },
                [&](const ast::List& n) { out += show(n); },
                [&](const ast::CodeBlock& n) { out += "pre{" + n.info + "}[" + n.text + "]"; },
                [&](const ast::HtmlBlock& n) { out += "RAW" + n.text; },
                [&](const ast::ElementBlock& n) {
                    out += "<" + n.tag + show(n.attributes) + ">[" + show(n.children) + "]";
                },
                [&](const ast::Table& n) { out += show(n); },
                [&](const ast::DefinitionList& n) { out += show(n); },
                [&](const ast::FootnoteDefinition& n) {
                    out += "note[" + show(n.children) + "]";
                },
                [&](const ast::PageBreak&) { out += "newpage"; },
                [&](const ast::Conditional& n) { out += "if[" + show(n.children) + "]"; },
                [&](const ast::Note& n) { out += "comment[" + n.text + "]"; },
            },
            block.node);
    }
    return out;
}

std::string codes(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        out += (out.empty() ? "" : " ") + diagnostic.code;
    }
    return out;
}

struct Case {
    std::string text;
    std::string tree;
    std::string codes = {};
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Interpreted interpreted(c.text);
        CHECK(show(interpreted.document.blocks) == c.tree);
        CHECK(codes(interpreted.diagnostics) == c.codes);
    }
}

std::string repeat(const std::string& part, std::size_t count) {
    std::string out;
    out.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
}

TEST_CASE("inline tags become Markdown nodes or elements") {
    check({
        {"甲<br>\n乙<br/>丙", "p[甲|乙|丙]"},
        {"甲\n<br>\n乙", "p[甲|乙]"},
        {"甲\n\n<a href=\"x\"><i class=\"icon\"></i></a> <i></i>\n\n乙", "p[甲] p[乙]"},
        {"a <b>粗</b> <strong>x</strong> <i>y</i> <del>z</del>",
         "p[a strong[粗] strong[x] em[y] s[z]]"},
        {"<kbd>Ctrl</kbd>+<code>a&lt;b</code>", "p[code[Ctrl]+code[a<b]]"},
        {"x <code>a *b*</code>", "p[x <code>[a em[b]]]"},
        {"见 <a href=\"https://x.cn/\" title=t>**站**</a>",
         "p[见 a{https://x.cn/}[strong[站]]]"},
        {"H<sub>2</sub>O <u>u</u> <mark>m</mark>", "p[H<sub>[2]O <u>[u] <mark>[m]]"},
        {"<span style=\"color:red\">红</span>字", "p[<span{style=color:red}>[红]字]"},
        {"a <b style=\"color:red\">红</b>", "p[a <span{style=color:red}>[strong[红]]]"},
        {"<a href=\"https://x.cn/\" style=\"color:red\">站</a>点",
         "p[a{https://x.cn/}[<span{style=color:red}>[站]]点]"},
        {"图 <img src=a.png alt=\"头&amp;像\">", "p[图 img{a.png}[头&像]]"},
        {"图 <img src=a.png width=\"100\">", "p[图 <img{src=a.png width=100}>[]]"},
        {"### <span>公司</span> <span>2021</span><span></span>",
         "h3#公司-2021[<span>[公司] <span>[2021]]"},
        {"a <a name=\"x\"></a><a>b</a>", "p[a <a{name=x}>[]b]"},
        {"*a <b>x</b>*", "p[em[a strong[x]]]"},
        {"x <!-- c --> y", "p[x  y]"},
    });
}

TEST_CASE("tags that do not fit are repaired") {
    check({
        {"a <b>x <i>y</b> z</i> w", "p[a strong[x em[y]]em[ z] w]"},
        {"a <b>x", "p[a strong[x]]", "unmatched-html"},
        {"a </b>x", "p[a x]", "unmatched-html"},
        {"a </br>x</p>", "p[a |x]"},
        {"a <foo>x</foo> <foo>y</foo> <Bar>", "p[a x y ]", "unknown-html unknown-html"},
        {"a <script>x</script> b", "p[a  b]", "html-removed"},
        {"<script>\nalert(1)</script>\n\n正文", "p[正文]", "html-removed"},
        {"<style>\np{}\n</style>\n<!-- 注 -->\n正文", "p[正文]"},
        {"<video src=x>\n\n正文", "p[正文]", "html-removed unmatched-html"},
        {"<ul><li>a<li>b</ul>", "ul[li[p[a]]li[p[b]]]"},
        {"<div>\n\n正文", "<div>[p[正文]]", "unmatched-html"},
        {"正文\n\n</div>", "p[正文]", "unmatched-html"},
        {"<!-- 没有结束\n\n正文", "", "unclosed-comment"},
        {"<!-- a --> <!--> <!---> 正文", "p[正文]"},
        {"<div a=\"1\" b='2' c=3 d a=9>x</div>", "<div{a=1 b=2 c=3 d=}>[p[x]]"},
    });
}

TEST_CASE("block tags match inside one HTML block and across blocks") {
    check({
        {"<div style=\"display:flex\">\n<p style=\"width:20%\">2020.08 - 至今</p>\n"
         "<p style=\"width:20%\">基础技术部</p>\n<p style=\"width:30%\">工程师</p>\n</div>",
         "<div{style=display:flex}>[<p{style=width:20%}>[p[2020.08 - 至今]] "
         "<p{style=width:20%}>[p[基础技术部]] <p{style=width:30%}>[p[工程师]]]"},
        {"<div align=\"center\">\n\n# 张三\n\n工程师\n\n</div>\n\n后文",
         "<div{align=center}>[h1#张三[张三] p[工程师]] p[后文]"},
        {"<p>白日依山尽，</p>\n<p>黄河<br>\n入海流。\n第二行</p>",
         "p[白日依山尽，] p[黄河|入海流。~第二行]"},
        {"<h2 align=center>  经历\t&amp; 项目 </h2>", "h2#经历--项目[经历 & 项目]"},
        {"<h1>\n<br>\n张三<br>\n</h1>", "h1#张三[张三]"},
        {"# 经历\n\n<h1>经历</h1>", "h1#经历[经历] h1#经历-1[经历]"},
        {"<ul>\n  <li>a</li>\n  <li><p>b</p></li>\n  <ul><li>c</li></ul>\n</ul>",
         "ul loose[li[p[a]]li[p[b] ul[li[p[c]]]]]"},
        {"<ol start=3><li>a</li></ol>", "ol3[li[p[a]]]"},
        {"<ul><li><input type=\"checkbox\" checked> a</li></ul>", "ul[li[done p[a]]]"},
        {"<blockquote>\n<p>a</p>\n<hr/>\n</blockquote>", "quote[p[a] hr]"},
        {"<pre><code class=\"language-go\">a\n  &lt;b&gt;\n</code></pre>",
         "pre{go}[a\n  <b>\n]"},
        {"<dl><dt>语言</dt><dd>Go</dd><dd>C++</dd></dl>", "dl[dt[语言]dd[p[Go]]dd[p[C++]]]"},
        {"<details>\n<summary>更多</summary>\n\n- a\n\n</details>",
         "<details>[<summary>[p[更多]] ul[li[p[a]]]]"},
        {"<center>\n\n**甲**\n\n</center>", "<center>[p[strong[甲]]]"},
        {"<font color=red>\n\n甲\n\n</font>", "p[<font{color=red}>[甲]]"},
        {"> <div>\n> a\n> </div>\n\n- <p align=center>b</p>",
         "quote[<div>[p[a]]] ul[li[<p{align=center}>[p[b]]]]"},
        {"<a href=\"/\">\n  <i class=\"icon\"></i>\n</a>\n", ""},
    });
}

TEST_CASE("a table is a Table when it is regular") {
    check({
        {"<table><thead><tr><th>甲</th><th align=right>乙</th></tr></thead>"
         "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
         "table -r(甲,乙)(1,2)"},
        {"<table><tr><td>1</td><td style=\"text-align: "
         "center\">2<br>3</td></tr><tr><td>4</table>",
         "table -c(,)(1,2|3)(4,)"},
        {"<table><tr><td colspan=2>1</td></tr><tr><td>2</td><td>3</td></tr></table>",
         "<table>[<tr>[<td{colspan=2}>[p[1]]] <tr>[<td>[p[2]] <td>[p[3]]]]"},
        {"<table><tr><td><ul><li>a</ul></td></tr></table>",
         "<table>[<tr>[<td>[ul[li[p[a]]]]]]"},
        {"<table align=center><caption>表</caption><tr><th>a</th></tr></table>",
         "<caption>[p[表]] <div{align=center}>[table -(a)]"},
    });
}

TEST_CASE("page breaks are written as a comment or a style") {
    check({
        {"a\n\n<!-- pagebreak -->\n\nb", "p[a] newpage p[b]"},
        {"a\n\n<div style=\"page-break-after: always;\"></div>\n\nb", "p[a] newpage p[b]"},
        {"<p style=\"break-before:page\">b</p>", "newpage <p{style=break-before:page}>[p[b]]"},
    });
}

void check_spans(const ast::Inlines& inlines, const Sources& sources, std::size_t& count) {
    for (const ast::Inline& node : inlines) {
        if (const auto* text = std::get_if<ast::Text>(&node.node)) {
            CHECK(sources.slice(node.span) == text->text);
            ++count;
        }
    }
}

TEST_CASE("text of HTML keeps exact places in the source") {
    const Interpreted interpreted("> <div>\n>  甲乙  丙\n>    丁 <b>戊</b>\n> </div>\n");
    REQUIRE(show(interpreted.document.blocks) == "quote[<div>[p[甲乙 丙~丁 strong[戊]]]]");
    const auto& quote = std::get<ast::BlockQuote>(interpreted.document.blocks[0].node);
    const auto& div = ast::get<ast::ElementBlock>(quote.children[0].node);
    const auto& paragraph = std::get<ast::Paragraph>(div.children[0].node);
    std::size_t count = 0;
    check_spans(paragraph.children, interpreted.sources, count);
    check_spans(std::get<ast::Strong>(paragraph.children.back().node).children,
                interpreted.sources, count);
    CHECK(count == 4);
}

TEST_CASE("hostile HTML gives a few messages") {
    const std::vector<std::string> shapes{
        "<div>",  "<div>\n\n", "<b>x",    "<b><i></b>x", "</div>",      "<a ",      "<a b=\"",
        "<a b='", "<!--",      "<!x",     "<?",          "<table><td>", "<ul><li>", "&amp;",
        "<p>x",   "<dl><dd>",  "<q a a=", "<script>",    "<![CDATA[",   "<tr><th>", "<s></x>",
    };
    for (const std::string& shape : shapes) {
        CAPTURE(shape);
        for (const char* prefix : {"<div>\n", "x "}) {
            const Interpreted interpreted(prefix + repeat(shape, 200'000 / shape.size()));
            CHECK(interpreted.diagnostics.all().size() < 1000);
        }
    }
    const Interpreted attributes("<div" + repeat(" a=1 b", 50'000) + ">x</div>");
    CHECK(show(attributes.document.blocks) == "<div{a=1 b=}>[p[x]]");
}

}  // namespace
}  // namespace cvtex::grammar
