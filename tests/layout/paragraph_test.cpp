#include "layout/paragraph.hpp"

#include <random>

#include "base/utf8.hpp"
#include "tests/layout/paragraph_fixture.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using layout::test::ParagraphFixture;

namespace {

constexpr Pt kSize = ParagraphFixture::kSize;

const char* const kSample =
    "许振文，腾讯技术专家工程师。目前在深圳从事“云原生”微服务平台（含 Kubernetes 与 "
    "Go）的研发：2016年——至今，负责DataMore的建设……";

template <class Item>
std::vector<const Placed*> placed(const Line& line) {
    std::vector<const Placed*> found;
    for (const Placed& item : line.frame.items) {
        if (std::holds_alternative<Item>(item.item)) found.push_back(&item);
    }
    return found;
}

const Glyph& glyph_of(const LaidOut& out, const LineSet& lines, std::string_view text) {
    for (const Line& line : lines.lines) {
        for (const TextItem* item : ParagraphFixture::texts(line)) {
            const std::string& all = out.text_blocks[item->block.index()].text;
            for (const Glyph& glyph : item->glyphs) {
                if (all.substr(glyph.begin, glyph.end - glyph.begin) == text) return glyph;
            }
        }
    }
    FAIL("no glyph for " << text);
    static const Glyph kNone;
    return kNone;
}

}  // namespace

TEST_CASE("justified lines end on the measure to the unit", "[paragraph]") {
    ParagraphFixture fixture;
    for (double measure = 8; measure < 40; measure += 0.7) {
        CAPTURE(measure);
        const LineSet set = fixture.set(kSample, measure);
        for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
            CHECK(ParagraphFixture::right_edge(set.lines[i]) == Em::of(measure).at(kSize));
        }
        CHECK(set.lines.back().frame.size.height == Pt::of(16));
        CHECK(set.lines.back().frame.baseline ==
              Pt::of(3) + Em::raw(Em::kOne * 88 / 100).at(kSize));
    }
    CHECK(fixture.diagnostics.all().empty());
}

TEST_CASE("every visible character is in exactly one cluster", "[paragraph]") {
    ParagraphFixture fixture;
    std::mt19937 random(3);
    const std::vector<std::string> pieces = {"中文",   "，",     " ",  "“",   "”",
                                             "fi",     "office", "——", "é",   "e\u0301",
                                             "\u200B", "。",     "（", "10%", "\n"};
    for (int round = 0; round < 60; ++round) {
        std::string source;
        for (int i = 0; i < 40; ++i) source += pieces[random() % pieces.size()];
        CAPTURE(source);
        const LineSet set = fixture.set(source, 5 + static_cast<double>(random() % 30));
        const std::string& text = fixture.out.text_blocks.back().text;
        std::vector<int> covered(text.size(), 0);
        for (const Line& line : set.lines) {
            for (const TextItem* item : ParagraphFixture::texts(line)) {
                for (const Glyph& glyph : item->glyphs) {
                    if (!glyph.cluster_start) continue;
                    for (std::uint32_t b = glyph.begin; b < glyph.end; ++b) ++covered[b];
                }
            }
        }
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decode_utf8(text, at);
            const bool optional = decoded.code_point == U' ' || decoded.code_point == U'\u200B';
            CAPTURE(at, text);
            CHECK((covered[at] == 1 || (optional && covered[at] == 0)));
            at += decoded.length;
        }
    }
}

TEST_CASE("marks are squeezed across bold and links", "[paragraph]") {
    ParagraphFixture fixture;
    const auto width = [&](styles::InlineItems items) {
        return fixture.set(ParagraphFixture::paragraph(std::move(items)), 40).natural_width;
    };
    const Pt whole = width({ParagraphFixture::run("2015：《书》。文")});
    CHECK(width({ParagraphFixture::run("2015："), ParagraphFixture::run("《书》", 0, 0),
                 ParagraphFixture::run("。文")}) == whole);
    CHECK(width({ParagraphFixture::run("2015", 0), ParagraphFixture::run("：", 1),
                 ParagraphFixture::run("《书》。文")}) == whole);
}

TEST_CASE("glyphs say how they were squeezed", "[paragraph]") {
    ParagraphFixture fixture;
    const LineSet set = fixture.set("他说：“你好”，斯·林", 40);
    const Pt half = kSize / 2;
    const Glyph& quote = glyph_of(fixture.out, set, "“");
    CHECK(quote.nominal == kSize);
    CHECK(quote.width == half);
    CHECK(quote.x_offset == -half);
    const Glyph& close = glyph_of(fixture.out, set, "”");
    CHECK(close.width == half);
    CHECK(close.x_offset == Pt{});
    const Glyph& dot = glyph_of(fixture.out, set, "·");
    CHECK(dot.width == half);
    CHECK(dot.x_offset == (half - dot.nominal) / 2);
}

TEST_CASE("a typed space keeps its glyph, an untyped gap belongs to what is before",
          "[paragraph]") {
    ParagraphFixture fixture;
    const Pt gap = kSize / 4;
    const LineSet typed = fixture.set("用 Go", 40);
    CHECK(fixture.text_of(typed.lines[0]) == "用 Go");
    CHECK(glyph_of(fixture.out, typed, " ").advance == gap);
    CHECK(glyph_of(fixture.out, typed, "用").advance == kSize);
    const LineSet untyped = fixture.set("用Go", 40);
    CHECK(glyph_of(fixture.out, untyped, "用").advance == kSize + gap);
    CHECK(typed.natural_width == untyped.natural_width);
    CHECK(fixture.lines_of(fixture.set("用， Go", 40)) == std::vector<std::string>{"用，Go"});
    CHECK(fixture.out.text_blocks.back().text == "用， Go");
}

TEST_CASE("no gap inside code or beside superscripts", "[paragraph]") {
    ParagraphFixture fixture;
    const auto width = [&](styles::InlineItems items) {
        return fixture.set(ParagraphFixture::paragraph(std::move(items)), 40).natural_width;
    };
    const Pt gap = kSize / 4;
    const Pt plain = width({ParagraphFixture::run("用Go写")});
    CHECK(width({ParagraphFixture::run("用Go写", 2)}) == plain - gap * 2);
    CHECK(width({ParagraphFixture::run("用"), ParagraphFixture::run("Go", 2),
                 ParagraphFixture::run("写")}) == plain);
    CHECK(width({ParagraphFixture::run("用"), ParagraphFixture::run("Go", 4),
                 ParagraphFixture::run("写")}) == plain - gap * 2);
}

TEST_CASE("a link broken over lines is an area on each", "[paragraph]") {
    ParagraphFixture fixture;
    const LineSet set = fixture.set(
        ParagraphFixture::paragraph({ParagraphFixture::run("见"),
                                     ParagraphFixture::run("很长的链接文字要折成两行", 3, 1)}),
        8);
    REQUIRE(set.lines.size() == 2);
    for (const Line& line : set.lines) {
        const auto areas = placed<LinkItem>(line);
        REQUIRE(areas.size() == 1);
        CHECK(std::get<LinkItem>(areas[0]->item).link == LinkRef::at(1));
        CHECK(fixture.out.tags[areas[0]->tag.index()].role == Role::Link);
        CHECK(areas[0]->at.x + std::get<LinkItem>(areas[0]->item).size.width ==
              ParagraphFixture::right_edge(line));
        CHECK(placed<RectItem>(line).size() == 1);
    }
    CHECK(placed<LinkItem>(set.lines[0])[0]->at.x >= kSize);
}

TEST_CASE("backgrounds lie behind their glyphs", "[paragraph]") {
    ParagraphFixture fixture;
    const LineSet set = fixture.set(ParagraphFixture::paragraph({ParagraphFixture::run("前"),
                                                                 ParagraphFixture::run("中", 5),
                                                                 ParagraphFixture::run("后")}),
                                    20);
    REQUIRE_FALSE(set.lines[0].frame.items.empty());
    const Placed& first = set.lines[0].frame.items.front();
    REQUIRE(std::holds_alternative<RectItem>(first.item));
    CHECK_FALSE(first.tag.valid());
    CHECK(first.at.x == kSize - Em::raw(Em::kOne / 10).at(kSize));
}

TEST_CASE("an aside stands flush right on the first line", "[paragraph]") {
    ParagraphFixture fixture;
    styles::Paragraph paragraph = ParagraphFixture::paragraph(
        {ParagraphFixture::run("腾讯科技（深圳）有限公司后台开发工程师")});
    paragraph.aside = {ParagraphFixture::run("2020 – 2021")};
    const LineSet wide = fixture.set(paragraph, 30);
    CHECK(fixture.lines_of(wide) ==
          std::vector<std::string>{"腾讯科技（深圳）有限公司后台开发工程师2020 – 2021"});
    CHECK(ParagraphFixture::right_edge(wide.lines[0]) == kSize * 30);
    const LineSet wrapped = fixture.set(paragraph, 20);
    REQUIRE(wrapped.lines.size() == 2);
    CHECK(ParagraphFixture::right_edge(wrapped.lines[0]) == kSize * 20);
    const LineSet narrow = fixture.set(paragraph, 8);
    CHECK(fixture.text_of(narrow.lines.back()) == "2020 – 2021");
    CHECK(ParagraphFixture::right_edge(narrow.lines.back()) == kSize * 8);
}

TEST_CASE("a tall image makes room above its line only", "[paragraph]") {
    ParagraphFixture fixture;
    styles::InlineImage image;
    image.path = "photo.png";
    image.alternative = "照片";
    const LineSet set =
        fixture.set(ParagraphFixture::paragraph({ParagraphFixture::run("图"), image,
                                                 ParagraphFixture::run("后面的文字要折行")}),
                    12);
    REQUIRE(set.lines.size() == 2);
    const auto images = placed<ImageItem>(set.lines[0]);
    REQUIRE(images.size() == 1);
    CHECK(std::get<ImageItem>(images[0]->item).size == Size{Pt::of(72), Pt::of(36)});
    CHECK(images[0]->at == Point{kSize, Pt{}});
    CHECK(set.lines[0].frame.baseline == Pt::of(36));
    CHECK(fixture.out.tags[images[0]->tag.index()].alternative == "照片");
    CHECK(set.lines[1].frame.size.height == Pt::of(16));

    image.path = "none.png";
    CHECK(fixture.lines_of(fixture.set(
              ParagraphFixture::paragraph({ParagraphFixture::run("图"), image}), 12)) ==
          std::vector<std::string>{"图照片"});
}

TEST_CASE("preformatted text keeps spaces and lines", "[paragraph]") {
    ParagraphFixture fixture;
    styles::Paragraph code =
        ParagraphFixture::paragraph({ParagraphFixture::run("a:\n\tb  c\n\n，。x\n", 2)});
    code.style.preformatted = true;
    CHECK(fixture.lines_of(fixture.set(code, 30)) ==
          std::vector<std::string>{"a:", "    b  c", "", "，。x"});
    CHECK(fixture.lines_of(fixture.set(code, 2.5)).size() > 4);
}

TEST_CASE("forced breaks make lines, empty ones too", "[paragraph]") {
    ParagraphFixture fixture;
    styles::InlineItems items = {ParagraphFixture::run("一"), styles::ForcedBreak{},
                                 styles::ForcedBreak{}, ParagraphFixture::run(" 二 "),
                                 styles::ForcedBreak{}};
    CHECK(fixture.lines_of(fixture.set(ParagraphFixture::paragraph(items), 20)) ==
          std::vector<std::string>{"一", "", "二"});
    CHECK(fixture.set("", 20).lines.empty());
    CHECK(fixture.set(" \n ", 20).lines.empty());
}

TEST_CASE("problems are reported at their place", "[paragraph]") {
    ParagraphFixture fixture;
    styles::TextRun run = ParagraphFixture::run("好\U0010FFF0\U0010FFF0文");
    run.span = {FileId{0}, 100, 100 + static_cast<std::uint32_t>(run.text.size())};
    (void)fixture.set(ParagraphFixture::paragraph({run}), 20);
    REQUIRE(fixture.diagnostics.count("missing-glyph") == 1);
    CHECK(fixture.diagnostics.all()[0].span.begin == 103);
    (void)fixture.set("国国", 0.5);
    CHECK(fixture.diagnostics.count("overfull-line") == 2);
}

TEST_CASE("measuring finds the widest piece and the whole", "[paragraph]") {
    ParagraphFixture fixture;
    const ContentWidths widths = measure_paragraph(
        fixture.context, ParagraphFixture::paragraph({ParagraphFixture::run("中文，中")}));
    CHECK(widths.minimum == kSize * 3 / 2);
    CHECK(widths.natural == kSize * 4);
    CHECK(fixture.out.text_blocks.empty());
}

TEST_CASE("hostile paragraphs are set in linear time", "[paragraph]") {
    ParagraphFixture fixture;
    const std::string pattern = GENERATE("。", "“", "a", "a ", "\u200B", "\u0301",
                                         "\U0001F468\u200D", "-", "https://", "ا");
    std::string text;
    while (text.size() < 60000) text += pattern;
    CAPTURE(pattern);
    const LineSet set = fixture.set(text, 20);
    for (const Line& line : set.lines) CHECK(line.frame.size.width == kSize * 20);
}

TEST_CASE("an aside wider than the column is broken, not cut off", "[paragraph]") {
    ParagraphFixture fixture;
    styles::Paragraph paragraph = ParagraphFixture::paragraph({ParagraphFixture::run("腾讯")});
    paragraph.aside = {ParagraphFixture::run("二〇二〇年八月至今在深圳市南山区科技园工作")};
    const LineSet set = fixture.set(paragraph, 8);
    REQUIRE(set.lines.size() == 4);
    for (const Line& line : set.lines) {
        CHECK(ParagraphFixture::right_edge(line) <= Em::of(8).at(kSize));
    }
    CHECK(ParagraphFixture::right_edge(set.lines.back()) == Em::of(8).at(kSize));
    CHECK(fixture.diagnostics.all().empty());
}
