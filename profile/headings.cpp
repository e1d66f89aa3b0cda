#include "profile/headings.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "grammar/heading_ids.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// A photo, a badge line or a rule may stand above the name, but not a body of text.
constexpr std::size_t kMaxBlocksAbove = 3;
/// Display columns; longer headings are sentences.
constexpr std::size_t kMaxNameWidth = 40;

/// Headings that name the kind of document or a section of it, lower case.
constexpr std::array<std::string_view, 24> kNotNames{
    "简历",     "个人简历", "我的简历", "个人",     "个人信息", "基本信息",
    "关于",     "关于我",   "自我介绍", "项目经历", "工作经历", "工作总结",
    "教育背景", "簡歷",     "履歷",     "個人簡歷", "履歴書",   "職務経歴書",
    "職務経歴", "이력서",   "resume",   "résumé",   "cv",       "about"};

struct Found {
    const ast::Heading* heading = nullptr;
    Span span;
    std::size_t blocks_above = 0;
};

/// Headings in reading order; boxes (`<div align=center>`) are looked into, quotes and lists
/// are not.
void collect(const ast::Blocks& blocks, std::size_t& above, std::vector<Found>& out) {
    for (const ast::Block& block : blocks) {
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node)) {
            out.push_back({heading, block.span, above});
        } else if (const auto* box = ast::get_if<ast::ElementBlock>(&block.node)) {
            collect(box->children, above, out);
            continue;
        }
        ++above;
    }
}

/// "孙道涛 · 34 岁 · 杭州" begins with the name.
std::string_view before_separator(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kSeparators{" · ", " | ", "｜",
                                                                 " — ", " – ", " - "};
    std::size_t end = text.size();
    for (const std::string_view separator : kSeparators) {
        end = std::min(end, text.find(separator));
    }
    return ascii::trim(text.substr(0, end));
}

bool may_be_name(std::string_view text) {
    const std::string lower = unicode::to_lower(text);
    return !text.empty() && unicode::display_width(text) <= kMaxNameWidth &&
           std::find(kNotNames.begin(), kNotNames.end(), lower) == kNotNames.end();
}

}  // namespace

HeadingFacts read_headings(const ast::Blocks& blocks) {
    std::vector<Found> headings;
    std::size_t above = 0;
    collect(blocks, above, headings);
    HeadingFacts facts;
    const auto is_level_1 = [](const Found& found) { return found.heading->level == 1; };
    const auto level_1 = std::count_if(headings.begin(), headings.end(), is_level_1);
    facts.has_level_1 = level_1 > 0;
    facts.has_several_titles =
        std::count_if(blocks.begin(), blocks.end(), [](const ast::Block& block) {
            const auto* heading = ast::get_if<ast::Heading>(&block.node);
            return heading != nullptr && heading->level == 1;
        }) > 1;
    for (const Found& found : headings) {
        const std::string written = grammar::plain_text(found.heading->children);
        const std::string_view text = ascii::trim(written);
        if (text.empty()) continue;
        facts.first = Field{std::string(text), found.span};
        const std::string_view name = before_separator(text);
        if (is_level_1(found) && level_1 == 1 && found.blocks_above <= kMaxBlocksAbove &&
            may_be_name(name)) {
            facts.name = Field{std::string(name), found.span};
        }
        break;
    }
    return facts;
}

}  // namespace cvtex::profile
