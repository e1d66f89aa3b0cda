#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

/// The text with ¦ where a line may end, ? where it may in the second pass, ^ where it may when
/// the piece is wider than the line.
std::string marked(std::string_view text, std::string_view lang = "zh-CN") {
    const ParagraphText paragraph = fake::paragraph(text, lang);
    const std::vector<BreakOpportunity> all = find_break_opportunities(paragraph);
    std::string out;
    for (std::size_t i = 0; i < paragraph.characters.size(); ++i) {
        if (all[i].kind == BreakOpportunity::Kind::Allowed) out += "¦";
        if (all[i].kind == BreakOpportunity::Kind::SecondPass) out += '?';
        if (all[i].kind == BreakOpportunity::Kind::Overlong) out += '^';
        append_utf8(out, paragraph.characters[i].code);
    }
    return out;
}

std::string without_marks(std::string_view expected) {
    std::u32string out;
    for (const char32_t c : to_utf32(expected)) {
        if (c != U'¦' && c != U'?' && c != U'^') out += c;
    }
    return to_utf8(out);
}

std::uint16_t penalty_before(std::string_view text, char32_t c) {
    const ParagraphText paragraph = fake::paragraph(text);
    const std::vector<BreakOpportunity> all = find_break_opportunities(paragraph);
    for (std::size_t i = 1; i < paragraph.characters.size(); ++i) {
        if (paragraph.characters[i].code == c) return all[i].penalty;
    }
    return 0;
}

}  // namespace

TEST_CASE("Chinese marks keep to their side", "[break_tailoring]") {
    const char* expected =
        GENERATE("他¦说¦“你¦好”¦吗", "甲¦（乙）¦丙", "书¦《名》¦和", "斯·¦林", "甲·¦乙",
                 "一¦——¦二", "一……¦二", "晓/?处", "真¦的！¦好", "用¦Go¦写", "用 ¦Go ¦写",
                 "的\"瘦¦身\"，¦好", "中¦文，¦English", "don’t ¦go", "“你¦好”¦English",
                 "。。。¦好", "人々、¦又", "①¦第¦一", "（　甲¦乙）", "(　甲¦乙)", "甲　¦乙",
                 "　甲¦乙", "Go ‧¦Go", "📍 上¦海", "Go · ¦📍 上¦海", "好 ¦🎉 ¦好");
    CHECK(marked(without_marks(expected)) == expected);
}

TEST_CASE("numbers, units and technical names stay whole", "[break_tailoring]") {
    const char* expected = GENERATE(
        "约¦100¦元", "2019¦年", "10～¦20¦个", "13:47 — ¦21:30", "2020.08 - ¦至¦今",
        "90%+¦的¦人", "3000¦万+¦注¦册", "50 ¦个+¦人", "数¦据¦+营¦销", "C++、¦Go", "C++¦语¦言",
        "TCP/IP¦协¦议", "#项¦目", "@张¦三", "C#¦语¦言", "5㎡", "＃5", "v1.2.3-rc1", "x86-64¦位",
        "-5¦度", "state-of-the-¦art", "open-¦source", "a!=b", "foo(bar)",
        "netfilter/¦conntrack/¦iptables", "10 GB¦内¦存", "5 ㎡¦的", "２０２４¦年", "3.5 kHz¦的",
        "99.9 %¦的", "20 °C¦时", "5 ¦Go", "10 ¦GBase", "/usr/¦local/¦lib/¦python3", "$5.00¦元",
        "Go | ¦Rust", "Go · ¦Rust", "¥100", "node.js¦和", "kubectl_get_pods",
        "kubernetes_?cluster_?name", "OP12R-?v5.15.175-?20250119-?0950.?zip", "→ ¦/deploy",
        "用 ¦.NET ¦写", "A / ¦B", "and … ¦so", "docker-^compose.yml¦和", "my-site.com",
        "well-¦known.", "end-¦user.The", "(read-^only.md)。");
    CHECK(marked(without_marks(expected)) == expected);
}

TEST_CASE("a typed space before small kana and iteration marks is no place to break",
          "[break_tailoring]") {
    const char* expected = GENERATE("Docker っ¦ぽ¦い", "A々 々", "Java ー¦の", "用 ¦Go ¦の",
                                    "表 ゝ", "C++っ¦た", "C++¦た");
    CHECK(marked(without_marks(expected), "ja") == expected);
}

TEST_CASE("addresses break by their parts", "[break_tailoring]") {
    struct Case {
        const char* text;
        const char* expected;
    };

    const auto c = GENERATE(values<Case>({
        {"https://a.cn/b", "https://¦a.¦cn/¦b"},
        {"http://x.io/q?k=v&l=m", "http://¦x.¦io/¦q?¦k=¦v&¦l=¦m"},
        {"www.a-b.com", "www.¦a-¦b.¦com"},
        {"iiiceoo@foxmail.com", "iiiceoo@^foxmail.^com"},
        {"https://a.cn/)x", "https://¦a.¦cn/)x"},
        {"https://a.cn/%E4%BD%a", "https://¦a.¦cn/¦%E4¦%BD¦%¦a"},
        {"https://a.cn/abcdefghijklmnopq", "https://¦a.¦cn/¦a¦b¦c¦d¦e¦f¦g¦h¦i¦j¦k¦l¦m¦n¦o¦p¦q"},
        {"(https://a.cn/b)。", "(https://¦a.¦cn/¦b)。"},
        {"GitHub:https://a.cn/b", "GitHub:?https://¦a.¦cn/¦b"},
    }));
    CAPTURE(c.text);
    CHECK(marked(c.text) == c.expected);
}

TEST_CASE("poor places cost", "[break_tailoring]") {
    CHECK(penalty_before("一——二", U'—') == 10);
    CHECK(penalty_before("约100元", U'元') == 15);
    CHECK(penalty_before("十～二", U'二') == 20);
    CHECK(penalty_before("2019 年", U'年') == 15);
    CHECK(penalty_before("中文好", U'文') == 0);
}

TEST_CASE("Korean breaks at spaces", "[break_tailoring]") {
    CHECK(marked("한국어 문장", "ko") == "한^국^어 ¦문^장");
}
