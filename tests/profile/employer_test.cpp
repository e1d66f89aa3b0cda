#include "profile/employer.hpp"

#include "profile/checks.hpp"
#include "profile/output_name.hpp"
#include "profile/redact.hpp"
#include "tests/profile/tailoring.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::profile {
namespace {

using Findings = std::vector<std::string>;

TEST_CASE("tags and conditions decide what an employer sees") {
    const std::string document =
        "- 全部\n- 后端 <!-- @backend -->\n- 后端与 Go <!-- @backend @go -->\n"
        "- 数据 <!-- @data -->\n- 给甲 <!-- @jia -->\n- 不给甲 <!-- @!jia -->\n"
        "- 后端不给甲 <!-- @backend @!jia -->\n";

    struct Case {
        std::string toml, seen;
    };

    const std::vector<Case> cases{
        {"", "全部|给甲"},
        {"include = \"backend\"", "全部|后端|后端与 Go|给甲"},
        {"include = [\"backend and go\", \"data\"]", "全部|后端与 Go|数据|给甲"},
        {"include = \"backend and not go\"", "全部|后端|给甲"},
        {"include = \"backend, data\"", "全部|后端|后端与 Go|数据|给甲"},
        {"include = \"(backend or data) and not go\"", "全部|后端|数据|给甲"},
        {"include = \"!go\"", "全部|后端|数据|给甲"},
        {"include = \"backend\"\nexclude = \"go\"", "全部|后端|给甲"},
        {"exclude = \"jia\"", "全部"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        const Tailored made(document, {{"jia", c.toml}}, "jia");
        CHECK(made.joined() == c.seen);
        CHECK(made.findings() == Findings{});
    }
    CHECK(Tailored(document).joined() == "全部|后端|后端与 Go|数据|给甲|不给甲|后端不给甲");
}

TEST_CASE("blocks, sections and private parts follow the employer") {
    const std::string document =
        "# 林知远\n\n<!-- cv: only jia -->\n\n给甲\n\n<!-- cv: end -->\n\n"
        "<!-- cv: not jia -->\n\n不给甲\n\n<!-- cv: end -->\n\n"
        "<!-- cv: private -->\n\n私下\n\n<!-- cv: end -->\n\n"
        "## 前端经历 <!-- @frontend -->\n\n界面\n\n## 后端经历 <!-- @backend -->\n\n服务\n";
    CHECK(Tailored(document, {{"jia", "include = \"backend\""}}, "jia").joined() ==
          "林知远|给甲|后端经历|服务");
    CHECK(Tailored(document, {{"yi", "include = \"frontend\""}}, "yi").joined() ==
          "林知远|不给甲|前端经历|界面");
}

TEST_CASE("an employer that extends another is meant by both names") {
    const std::map<std::string, std::string> files{
        {"internet", "role = \"后端\"\nhidden = \"兴趣\"\n[vars]\na = \"甲\"\nb = \"乙\"\n"},
        {"jia", "extends = \"internet\"\nname = \"甲公司\"\n[vars]\nb = \"丙\"\n"}};
    const Tailored made(
        "# 林\n\n{{a}}{{b}}{{role}}{{employer}}\n\n## 经历\n\n- 互联网 <!-- @internet "
        "-->\n\n## 兴趣\n\n棋\n",
        files, "jia");
    CHECK(made.joined() == "林|甲丙后端甲公司|经历|互联网");
    CHECK(made.profile.employer->lineage == std::vector<std::string>{"jia", "internet"});
}

TEST_CASE("mistakes in employers are errors with a place and a suggestion") {
    struct Case {
        std::string toml, code, hint;
    };

    const std::vector<Case> cases{
        {"inclde = \"a\"", "unknown-employer-key", "did you mean 'include'?"},
        {"include = \"backed\"", "unknown-tag", "did you mean 'backend'?"},
        {"include = \"a and\"", "bad-employer-value",
         "write it as in: backend and not (java or php)"},
        {"extends = \"jai\"", "unknown-employer", "did you mean 'jia'?"},
        {"extends = \"jia\"", "employer-cycle", ""},
        {"[redact]\nphon = true", "unknown-employer-key", "did you mean 'phone'?"},
        {"[redact]\nphone = \"yes\"", "bad-employer-value", ""},
        {"[checks]\ntodo = \"maybe\"", "bad-check-level", ""},
        {"[checks]\ntodos = \"off\"", "unknown-check", "did you mean 'todo'?"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        const Tailored made("- x <!-- @backend -->", {{"jia", c.toml}}, "jia");
        REQUIRE(made.diagnostics.error_count() == 1);
        const Diagnostic& found = made.diagnostics.all()[0];
        CHECK(found.code == c.code);
        CHECK(found.hint == c.hint);
        CHECK(made.sources[found.span.file].name() == "jia.toml");
    }
    const Tailored unknown("x", {{"tencent", ""}}, "tencnet");
    CHECK(unknown.diagnostics.all().at(0).hint == "did you mean 'tencent'?");
}

TEST_CASE("sections are ordered, hidden and renamed by their words") {
    const std::string document =
        "# 林\n\n- [技能](#技能)\n- [经历](#-经历)\n- [兴趣](#兴趣)\n\n"
        "## 🎓 经历\n\n甲\n\n### 公司\n\n## 技能\n\n乙\n\n## 兴趣\n\n丙，见[技能](#技能)\n\n## "
        "其他\n\n丁\n";

    struct Case {
        std::string toml, seen;
    };

    const std::vector<Case> cases{
        {"sections = [\"技能\", \"经历\"]",
         "林|技能|经历|兴趣|技能|乙|🎓 经历|甲|公司|兴趣|丙，见技能|其他|丁"},
        {"hidden = \"兴趣\"", "林|技能|经历|🎓 经历|甲|公司|技能|乙|其他|丁"},
        {"[rename]\n\"技能\" = \"专业技能\"",
         "林|专业技能|经历|兴趣|🎓 经历|甲|公司|专业技能|乙|兴趣|丙，见专业技能|其他|丁"},
        {"sections = [\"其他\"]\nhidden = [\"技能\", \"经历\"]",
         "林|兴趣|其他|丁|兴趣|丙，见技能"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        CHECK(Tailored(document, {{"jia", c.toml}}, "jia").joined() == c.seen);
    }
    const Tailored missing(document, {{"jia", "hidden = \"技术能力\""}}, "jia");
    CHECK(missing.findings() == Findings{"warning unknown-section '技术能力'"});
}

TEST_CASE("placeholders take values; unknown ones are left and reported") {
    const std::string front = "---\nname: 林\nvars:\n  city: 杭州\n---\n";
    CHECK(Tailored(front + "{{name}}在{{ city }}，`{{city}}`，[x](https://a.example/{{city}})")
              .joined() == "林在杭州，{{city}}，x");
    const Tailored unknown(front + "{{ctiy}}");
    CHECK(unknown.joined() == "{{ctiy}}");
    CHECK(unknown.findings() == Findings{"warning unknown-variable '{{ctiy}}'"});
    CHECK(Tailored(front + "{{x}}", {{"jia", ""}}, "jia").findings() ==
          Findings{"error unknown-variable '{{x}}'"});
    // Templates of frameworks are text in a document that defines nothing.
    CHECK(Tailored("Vue 的 {{ msg }} 与 {{< ref >}}").findings() == Findings{});
    CHECK(Tailored(front + "{{< ref \"x\" >}} {{ a | b }}").findings() == Findings{});
}

TEST_CASE("redaction leaves nothing behind") {
    const std::string toml =
        "[redact]\nphone = true\nemail = true\nphoto = true\n"
        "[redact.names]\n\"星海 R&D\" = \"某研究院\"\n";
    const Tailored made(
        "---\nname: 林\nphone: 138-0000-1234\nemail: lin@example.com\ndescription: 在星海 R&D\n"
        "keywords: [星海 R&D, Go]\nphoto: me.jpg\n---\n![头像](me.png)\n\n138 0000 1234 | "
        "[lin@example.com](mailto:lin@example.com) | "
        "[打电话](tel:13800001234)\n\n## 星海 R&amp;D\n\n见 [上文](#星海-rd)，`星海 "
        "R&D`，![图](a.png \"星海 R&D\")\n",
        {{"jia", toml}}, "jia");
    CHECK(made.joined() ==
          "138****1234 | l***@example.com | 打电话|某研究院|见 上文，某研究院，图");
    CHECK(made.profile.contacts.at(0).value.text == "138****1234");
    CHECK(made.profile.contacts.at(1).value.text == "l***@example.com");
    CHECK(made.profile.description->text == "在某研究院");
    CHECK(made.profile.keywords.at(0).text == "某研究院");
    CHECK_FALSE(made.profile.photo);
    CHECK(made.findings() == Findings{});
    bool linked = false;
    ast::for_each_inlines(made.profile.blocks, [&](const ast::Inlines& inlines) {
        for (const ast::Inline& node : inlines)
            if (const auto* link = ast::get_if<ast::Link>(&node.node)) {
                CHECK(link->destination.find("example") == std::string::npos);
                linked = true;
            }
    });
    CHECK(linked);
    CHECK(mask_phone("13800001234") == "138****1234");
    CHECK(mask_phone("5550100") == "5****0");
    CHECK(mask_email("a@b.example") == "a***@b.example");
}

TEST_CASE("the leak guard finds what must not be read") {
    struct Case {
        std::string text, finding;
    };

    const std::vector<Case> cases{
        {"TODO: 数据", "leak-todo 'TODO'"},
        {"成果（待补充）", "leak-todo '待补充'"},
        {"TodoList 应用，TODOS 表", ""},
        {"期望薪资：面议", "leak-pay '期望薪资'"},
        {"Expected Salary: high", "leak-pay 'Expected Salary'"},
        {"离职**原因**：搬家", "leak-leaving '离职**原因'"},
        {"## 离职\n\n去了别处。", "leak-leaving '离职'"},
        {"员工离职流程系统\n\n- 离职\n", ""},
        {"面试官你好，我先介绍一下自己。", "leak-notes '面试官你好'"},
        {"面试准备：讲清楚一致性", "leak-notes '面试准备'"},
        {"应聘云帆集团后端岗位", "leak-employer '云帆集团'"},
        {"Applying to Yunfan.", "leak-employer 'Yunfan'"},
        {"2019 年加入云帆集团。应聘过程从略", ""},
        {"在云帆集团负责订单", ""},
        {"用到秘密项目", "leak-forbidden '秘密项目'"},
    };
    const std::map<std::string, std::string> files{
        {"jia", "forbid = \"秘密项目\""},
        {"yunfan", "name = \"云帆集团\"\naliases = [\"Yunfan\"]"}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Findings want = c.finding.empty() ? Findings{} : Findings{"error " + c.finding};
        CHECK(Tailored(c.text, files, "jia").findings() == want);
    }
    CHECK(Tailored("TODO").findings() == Findings{"warning leak-todo 'TODO'"});
    CHECK(Tailored("<!-- cv: private -->\nTODO\n<!-- cv: end -->\n\nx").findings() ==
          Findings{});
    CHECK(Tailored("TODO", {{"jia", "[checks]\ntodo = \"warn\""}}, "jia").findings() ==
          Findings{"warning leak-todo 'TODO'"});
    CHECK(Tailored("TODO", {{"jia", "[checks]\ntodo = \"off\""}}, "jia").findings() ==
          Findings{});
}

TEST_CASE("levels of checks: an employer's over the document's") {
    struct Case {
        std::string document, employer;  ///< their `checks`
        std::string alone, tailored;     ///< the finding's severity
    };

    const std::vector<Case> cases{
        {"", "", "warning", "error"},
        {"todo: error", "", "error", "error"},
        {"todo: warn", "", "warning", "warning"},
        {"todo: off", "", "", ""},
        {"pay: off", "", "warning", "error"},
        {"todo: off", "todo = \"error\"", "", "error"},
        {"todo: error", "todo = \"warning\"", "error", "warning"},
        {"todo: error", "todo = \"off\"", "error", ""},
    };
    const auto found = [](const std::string& severity) {
        return severity.empty() ? Findings{} : Findings{severity + " leak-todo 'TODO'"};
    };
    for (const Case& c : cases) {
        CAPTURE(c.document, c.employer);
        const std::string text = "---\nchecks: {" + c.document + "}\n---\n\nTODO\n";
        CHECK(Tailored(text).findings() == found(c.alone));
        CHECK(Tailored(text, {{"jia", "[checks]\n" + c.employer}}, "jia").findings() ==
              found(c.tailored));
    }
    CHECK(Tailored("---\nchecks: [todo]\n---\n\n甲\n").findings() ==
          Findings{"error bad-check-level '[todo]'"});
    CHECK(Tailored("---\nchecks: {todos: off}\n---\n\n甲\n").findings() ==
          Findings{"error unknown-check 'todos'"});
}

TEST_CASE("outputs are named by pattern, safely") {
    struct Case {
        std::string pattern, name;
    };

    const std::vector<Case> cases{
        {"{name}-{role}-{employer}.pdf", "林知远-后端工程师-甲公司"},
        {"{岗位}-{姓名}-{电话}", "后端工程师-林知远-13800001234"},
        {"{name}-{date}-{id}", "林知远-jia"},
        {"../../{name}", "_.._林知远"},
        {"/etc/{profile}", "_etc_cv"},
        {"-{id}", "jia"},
        {"con", "cv_con"},
        {"{date}", "cv_"},
        {"a:b*c?", "a_b_c_"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.pattern);
        Tailored made("---\nname: 林知远\nheadline: 后端工程师\n---\n138-0000-1234 | x\n",
                      {{"jia", "name = \"甲公司\"\noutput = \"" + c.pattern + "\""}}, "jia");
        CHECK(output_name(made.profile, *made.profile.employer->output, "cv",
                          made.diagnostics) == c.name);
        CHECK(made.findings() == Findings{});
    }
    Tailored masked("---\nname: 林知远\nphone: 138-0000-1234\n---\n文\n",
                    {{"jia", "output = \"{name}-{phone}\"\n[redact]\nphone = true\n"}}, "jia");
    CHECK(output_name(masked.profile, *masked.profile.employer->output, "cv",
                      masked.diagnostics) == "林知远-138xxxx1234");
    CHECK(safe_file_name(std::string(400, 'x')).size() == 120);
    CHECK(safe_file_name("\u202E...") == "_");
}

}  // namespace
}  // namespace cvtex::profile
