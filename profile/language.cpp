#include "profile/language.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::profile {
namespace {

/// Frequent characters in their simplified and, beside it, traditional shape; both shapes of a
/// pair occur only in their own script, so one count tells the scripts apart.
constexpr std::u32string_view kPairs =
    U"们們这這为為来來个個时時会會说說对對过過发發经經开開与與东東长長见見现現关關无無产產业業"
    U"务務员員"
    U"动動实實进進还還两兩应應当當样樣点點问問间間题題头頭气氣电電话話线線网網络絡设設计計项項"
    U"术術"
    U"软軟组組统統级級结結构構数數据據库庫维維护護优優学學习習历歷简簡团團队隊协協调調试試测測"
    U"验驗"
    U"证證书書语語译譯读讀写寫记記录錄论論专專职職责責总總济濟财財贸貿资資费費质質单單订訂价價"
    U"买買卖賣车車运運输輸转轉连連边邊达達远遠选選适適报報纪紀约約终終给給继續带帶师師广廣庆慶"
    U"张張"
    U"强強态態爱愛战戰户戶扩擴择擇担擔拥擁举舉权權机機条條标標树樹检檢欢歡汉漢沟溝没沒满滿"
    U"灵靈热熱独獨环環确確码碼种種积積称稱稳穩竞競笔筆类類紧緊纯純练練织織联聯脑腦节節营營获獲"
    U"虑慮补補视視觉覺规規认認让讓议議评評识識词詞详詳请請谁誰谢謝负負贡貢贵貴较較载載辑輯龙龍"
    U"钟鐘钱錢铁鐵键鍵错錯镜鏡门門闭閉闻聞阅閱阶階际際陆陸险險难難预預领領频頻飞飛马馬驱驅鱼魚"
    U"齐齊";

struct Shape {
    char32_t character = 0;
    bool traditional = false;
};

constexpr auto make_shapes() {
    std::array<Shape, kPairs.size()> shapes{};
    for (std::size_t i = 0; i < kPairs.size(); ++i) {
        shapes[i] = {kPairs[i], i % 2 == 1};
    }
    std::sort(shapes.begin(), shapes.end(),
              [](Shape a, Shape b) { return a.character < b.character; });
    return shapes;
}

static_assert(kPairs.size() % 2 == 0);
constexpr auto kShapes = make_shapes();

struct Tally {
    std::size_t han = 0, kana = 0, hangul = 0, latin = 0;
    std::size_t simplified = 0, traditional = 0;
};

void count(std::string_view text, Tally& tally) {
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_utf8(text, i);
        const char32_t c = d.code_point;
        i += d.length;
        if (c < 0x80) {
            tally.latin += ascii::is_letter(c);
        } else if (unicode::is_han(c)) {
            ++tally.han;
            const auto* const found =
                std::lower_bound(kShapes.begin(), kShapes.end(), c,
                                 [](Shape s, char32_t value) { return s.character < value; });
            if (found == kShapes.end() || found->character != c) continue;
            ++(found->traditional ? tally.traditional : tally.simplified);
        } else if (unicode::is_kana(c)) {
            ++tally.kana;
        } else if (unicode::is_hangul(c)) {
            ++tally.hangul;
        } else if (unicode::script(c) == unicode::script_tag("Latn")) {
            ++tally.latin;
        }
    }
}

void count(const ast::Inlines& inlines, Tally& tally) {
    for (const ast::Inline& node : inlines) {
        std::visit(overloaded{
                       [&](const ast::Text& n) { count(n.text, tally); },
                       [](const ast::SoftBreak&) {},
                       [](const ast::HardBreak&) {},
                       [](const ast::Code&) {},
                       [&](const ast::Emphasis& n) { count(n.children, tally); },
                       [&](const ast::Strong& n) { count(n.children, tally); },
                       [&](const ast::Strikethrough& n) { count(n.children, tally); },
                       [&](const ast::Link& n) {
                           if (!n.automatic) count(n.children, tally);
                       },
                       [](const ast::Image&) {},
                       [](const ast::RawHtml&) {},
                       [&](const ast::Element& n) { count(n.children, tally); },
                       [](const ast::FootnoteReference&) {},
                   },
                   node.node);
    }
}

void count(const ast::TableRow& row, Tally& tally) {
    for (const ast::TableCell& cell : row.cells) count(cell.children, tally);
}

void count(const ast::Blocks& blocks, Tally& tally) {
    for (const ast::Block& block : blocks) {
        std::visit(overloaded{
                       [&](const ast::Paragraph& n) { count(n.children, tally); },
                       [&](const ast::Heading& n) { count(n.children, tally); },
                       [](const ast::ThematicBreak&) {},
                       [&](const ast::BlockQuote& n) { count(n.children, tally); },
                       [&](const ast::List& n) {
                           for (const auto& item : n.items) count(item.children, tally);
                       },
                       [](const ast::CodeBlock&) {},
                       [](const ast::HtmlBlock&) {},
                       [&](const ast::ElementBlock& n) { count(n.children, tally); },
                       [&](const ast::Table& n) {
                           count(n.head, tally);
                           for (const auto& row : n.rows) count(row, tally);
                       },
                       [&](const ast::DefinitionList& n) {
                           for (const auto& item : n.items) {
                               count(item.term, tally);
                               for (const auto& part : item.definitions) count(part, tally);
                           }
                       },
                       [&](const ast::FootnoteDefinition& n) { count(n.children, tally); },
                       [](const ast::PageBreak&) {},
                       [&](const ast::Conditional& n) { count(n.children, tally); },
                       [](const ast::Note&) {},
                   },
                   block.node);
    }
}

/// A Han character says as much as three Latin letters, and names of tools are Latin anyhow: a
/// Chinese résumé full of names of tools stays Chinese, an English one with a name in Han stays
/// English.
constexpr std::size_t kLettersAHan = 6;
/// Japanese prose is half kana and Korean prose nearly all Hangul; a tenth is no quotation.
constexpr std::size_t kNativeShare = 10;

/// The subtags in BCP 47's usual case, or nothing when one is malformed.
std::optional<std::string> canonical_case(std::string_view written) {
    std::string tag;
    for (std::size_t begin = 0; begin <= written.size();) {
        std::size_t end = begin;
        while (end < written.size() && ascii::is_alphanumeric(written[end])) ++end;
        const std::size_t length = end - begin;
        const bool separator =
            end == written.size() || written[end] == '-' || written[end] == '_';
        if (length == 0 || length > 8 || !separator) return std::nullopt;
        std::string part = unicode::to_lower(written.substr(begin, length));
        if (!tag.empty() && length == 4) part[0] = ascii::to_upper(part[0]);
        if (!tag.empty() && length == 2)
            part = {ascii::to_upper(part[0]), ascii::to_upper(part[1])};
        tag += (tag.empty() ? "" : "-") + part;
        begin = end + 1;
    }
    return tag.find('-') == 1 || tag.size() < 2 ? std::nullopt : std::optional(tag);
}

}  // namespace

std::string guess_language(const ast::Blocks& blocks, std::string_view title) {
    Tally tally;
    count(blocks, tally);
    count(title, tally);
    const std::size_t east = tally.han + tally.kana + tally.hangul;
    if (east == 0 && tally.latin == 0) return "zh-CN";
    if (east * kLettersAHan < tally.latin) return "en";
    if (tally.hangul * kNativeShare > east && tally.hangul >= tally.kana) return "ko";
    if (tally.kana * kNativeShare > east) return "ja";
    return tally.traditional > tally.simplified ? "zh-TW" : "zh-CN";
}

std::optional<std::string> normalize_language(std::string_view written,
                                              const std::string& guess) {
    const std::optional<std::string> tag = canonical_case(written);
    if (!tag) return std::nullopt;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kAliases{{
        {"zh-Hans", "zh-CN"},
        {"zh-Hans-CN", "zh-CN"},
        {"zh-SG", "zh-CN"},
        {"zh-Hans-SG", "zh-CN"},
        {"zh-Hant", "zh-TW"},
        {"zh-Hant-TW", "zh-TW"},
        {"zh-Hant-HK", "zh-HK"},
        {"zh-MO", "zh-HK"},
        {"zh-Hant-MO", "zh-HK"},
        {"cn", "zh-CN"},
        {"tw", "zh-TW"},
        {"hk", "zh-HK"},
        {"jp", "ja"},
        {"ja-JP", "ja"},
        {"ko-KR", "ko"},
    }};
    for (const auto& [alias, meant] : kAliases) {
        if (*tag == alias) return std::string(meant);
    }
    if (*tag == "zh" || *tag == "chinese") return guess.starts_with("zh") ? guess : "zh-CN";
    return tag;
}

}  // namespace cvtex::profile
