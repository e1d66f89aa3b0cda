#include "cli/advice_words.hpp"

#include <array>

namespace cvtex::cli {
namespace {

/// `#` and `@` stand for the first and the second number.
struct Words {
    std::string_view lang;
    std::string_view saving, saving_one;
    std::string_view pages, pages_less;
    std::string_view fits, too_long, too_short;
    std::string_view total;
    std::string_view last_line_begin, last_line_end;
};

constexpr std::array kWords{
    Words{"en", "cut # characters to save a line", "cut 1 character to save a line", "pages: #",
          "pages: #; one page less needs @ lines saved", "it fits; pages: #",
          "it does not fit; pages wanted: #, lines to save: @",
          "it is too short; pages wanted: #", "paragraphs that can give up a line each: #",
          " (last line: “", "”)"},
    Words{"zh-CN", "删去 # 字可省一行", "删去 1 字可省一行", "共 # 页",
          "共 # 页；少一页须省 @ 行", "可排成 # 页", "排不进 # 页：还须省 @ 行", "排不满 # 页",
          "以下 # 处各可省一行", "（末行：“", "”）"},
    Words{"zh-TW", "刪去 # 字可省一行", "刪去 1 字可省一行", "共 # 頁",
          "共 # 頁；少一頁須省 @ 行", "可排成 # 頁", "排不進 # 頁：還須省 @ 行", "排不滿 # 頁",
          "以下 # 處各可省一行", "（末行：「", "」）"},
    Words{"ja", "#文字削ると1行減ります", "1文字削ると1行減ります", "全#ページ",
          "全#ページ（1ページ減らすには@行の削減が必要）", "#ページに収まります",
          "#ページに収まりません：あと@行の削減が必要", "#ページに満たない",
          "以下の#箇所で1行ずつ減らせます", "（最終行：「", "」）"},
    Words{"ko", "#자를 줄이면 한 줄이 줄어듭니다", "1자를 줄이면 한 줄이 줄어듭니다",
          "모두 #쪽", "모두 #쪽 (한 쪽을 줄이려면 @줄을 줄여야 합니다)", "#쪽에 맞습니다",
          "#쪽에 들어가지 않습니다: @줄을 더 줄여야 합니다", "#쪽을 채우지 못합니다",
          "아래 #곳에서 한 줄씩 줄일 수 있습니다", " (마지막 줄: “", "”)"},
};

/// The row for a language: the same tag, the same script of Chinese, the same language.
std::size_t row_for(std::string_view lang) {
    const std::string_view primary = lang.substr(0, lang.find('-'));
    const bool traditional = lang.find("Hant") != std::string_view::npos || lang == "zh-TW" ||
                             lang == "zh-HK" || lang == "zh-MO";
    const std::string_view wanted = primary != "zh" ? primary : traditional ? "zh-TW" : "zh-CN";
    for (std::size_t row = 0; row < kWords.size(); ++row)
        if (kWords[row].lang == wanted) return row;
    return 0;
}

std::string fill(std::string_view pattern, std::size_t first, std::size_t second = 0) {
    std::string text;
    for (const char c : pattern) {
        if (c == '#') {
            text += std::to_string(first);
        } else if (c == '@') {
            text += std::to_string(second);
        } else {
            text += c;
        }
    }
    return text;
}

std::size_t positive(int number) {
    return number > 0 ? static_cast<std::size_t>(number) : 0;
}

}  // namespace

AdviceWords::AdviceWords(std::string_view lang) : row_(row_for(lang)) {}

std::string AdviceWords::saving(int characters) const {
    const Words& words = kWords[row_];
    return fill(characters == 1 ? words.saving_one : words.saving, positive(characters));
}

std::string AdviceWords::pages(std::size_t pages, int lines_over) const {
    const Words& words = kWords[row_];
    return fill(lines_over > 0 ? words.pages_less : words.pages, pages, positive(lines_over));
}

std::string AdviceWords::fits(std::size_t pages) const {
    return fill(kWords[row_].fits, pages);
}

std::string AdviceWords::too_long(std::size_t wanted, int lines_over) const {
    return fill(kWords[row_].too_long, wanted, positive(lines_over));
}

std::string AdviceWords::too_short(std::size_t wanted) const {
    return fill(kWords[row_].too_short, wanted);
}

std::string AdviceWords::total(std::size_t paragraphs) const {
    return fill(kWords[row_].total, paragraphs);
}

std::string AdviceWords::last_line(const std::string& text) const {
    const Words& words = kWords[row_];
    return std::string(words.last_line_begin) + text + std::string(words.last_line_end);
}

}  // namespace cvtex::cli
