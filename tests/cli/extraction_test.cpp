// What is copied from a page is what was written, whatever composition did to it: random
// paragraphs, squeezed, stretched, hyphenated, substituted and reordered, read back.

#include <random>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "cli/pipeline.hpp"
#include "export/visible_text.hpp"
#include "tests/cli/pdf_tools.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;
using test::PdfFile;

const std::vector<std::string> kHan = {"我们",   "在深圳", "负责",   "云原生",
                                       "微服务", "平台的", "研发",   "与",
                                       "稳定性", "建设",   "并持续", "优化性能"};
const std::vector<std::string> kMarks = {"，",   "。", "、", "；", "：", "！？", "”（",
                                         "》、", "（", "）", "《", "》", "“",    "”",
                                         "——",   "……", "·",  "～", "「", "」"};
const std::vector<std::string> kWords = {"Kubernetes ",
                                         " infrastructure ",
                                         "communication",
                                         " C++",
                                         "TCP/IP",
                                         " v1.2.3 ",
                                         "40% ",
                                         "2021.07",
                                         " don’t ",
                                         "state-of-the-art",
                                         "https://example.org/a/b?c=d",
                                         " ada@example.org ",
                                         "responsibility ",
                                         "用**Go**写",
                                         " “quoted” ",
                                         "的`code`段",
                                         "extra\u00ADordinary "};
const std::vector<std::string> kEnglish = {
    "the ",         "of ",        "considered ",     "international ", "departments ",
    "algorithms, ", "important ", "infrastructure ", "organization ",  "hyphenation "};
const std::vector<std::string> kNames = {" אברהם ",  " דוד בן גוריון ", " محمد بن سلمان ",
                                         "（שלום）", " (שלום) ",        " אב 3 גד "};

struct Mixture {
    const char* lang;
    std::vector<const std::vector<std::string>*> parts;
    bool mupdf = true;  ///< which reads right-to-left words letter by letter, backwards
};

const Mixture kMixtures[] = {
    {"zh-CN", {&kHan, &kHan, &kMarks, &kWords}},
    {"zh-TW", {&kHan, &kHan, &kMarks, &kWords}},
    {"ja", {&kHan, &kMarks, &kWords}},
    {"ko", {&kHan, &kMarks, &kWords}},
    {"en", {&kEnglish, &kEnglish, &kWords}},
    {"zh-CN", {&kHan, &kHan, &kMarks, &kNames, &kWords}, false},
};

std::string random_paragraph(const Mixture& mixture, std::mt19937& random) {
    // Not a list, a heading or a number whatever comes first.
    std::string out = std::string_view(mixture.lang) == "en" ? "We " : "文";
    for (std::size_t i = 0; i < 25; ++i) {
        const std::vector<std::string>& part = *mixture.parts[random() % mixture.parts.size()];
        out += part[random() % part.size()];
    }
    return out;
}

/// Text as a reader sees it: without white space, soft hyphens and direction marks.
std::string bare(const std::string& text) {
    std::string out;
    for (const char32_t c : to_utf32(exporting::without_space(text))) {
        const bool mark = c == 0xAD || (c >= 0x200E && c <= 0x200F) ||
                          (c >= 0x202A && c <= 0x202E) || c == U'\f';
        if (!mark) append_utf8(out, c);
    }
    return out;
}

std::string without(std::string text, std::string_view signs) {
    std::erase_if(text, [&](char c) { return signs.find(c) != signs.npos; });
    return text;
}

}  // namespace

TEST_CASE("random paragraphs are copied as they were written") {
    if (!test::have("pdftotext") || !test::have("mutool")) return;
    fonts::FontLibrary library;
    std::mt19937 random(20240229);
    for (int round = 0; round < 36; ++round) {
        const Mixture& mixture = kMixtures[static_cast<std::size_t>(round) % 6];
        const std::string text = random_paragraph(mixture, random);
        const std::string width = std::to_string(90 + random() % 500);
        const char* const aligns[] = {"justify", "justify", "start", "center"};
        cli::Options options;
        options.style = "plain";
        options.overrides = {{"page.size", width + "ptx1500pt"},
                             {"page.margin", "0"},
                             {"body.size", "10pt"},
                             {"body.align", aligns[random() % 4]}};
        const std::string source = "---\nlang: " + std::string(mixture.lang) + "\n---\n" + text;
        const cli::Compiled compiled =
            cli::compile("random.md", source, "", options, {library});
        INFO(source << "\nwidth " << width);
        REQUIRE(compiled.output.has_value());
        const PdfFile pdf(*compiled.output);
        const std::string expected = bare(without(text, "*`"));
        CHECK(bare(pdf.run("pdftotext -raw -enc UTF-8", "-")) == expected);
        if (mixture.mupdf)
            CHECK(bare(pdf.run("mutool draw -q -F txt", "2>/dev/null")) == expected);
    }
}
