#include "profile/source_lines.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kWidestFactLine = 90;

/// What was done or is known, not what somebody was: 负责前端开发, Led development.
bool tells_a_deed(std::string_view text) {
    static constexpr std::array kStarts{
        std::string_view("负责"), std::string_view("負責"),   std::string_view("参与"),
        std::string_view("參與"), std::string_view("主导"),   std::string_view("主導"),
        std::string_view("完成"), std::string_view("搭建"),   std::string_view("实现"),
        std::string_view("實現"), std::string_view("协助"),   std::string_view("協助"),
        std::string_view("带领"), std::string_view("帶領"),   std::string_view("熟悉"),
        std::string_view("掌握"), std::string_view("了解"),   std::string_view("使用"),
        std::string_view("Led "), std::string_view("Built "), std::string_view("Worked ")};
    return std::any_of(kStarts.begin(), kStarts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string_view text_of(const SourceLine& line) {
    return line.line.of(line.run.text);
}

std::vector<SourceLine> lines_of(const ast::Inlines& inlines, std::size_t most,
                                 std::size_t& rest) {
    std::vector<SourceLine> lines;
    const RunText run = run_text(inlines, '\n');
    const std::string& text = run.text;
    std::size_t at = 0;
    rest = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        if (!ascii::trim(line).empty()) {
            if (lines.size() == most) {
                rest = at;
                break;
            }
            const std::size_t begin = at + line.find_first_not_of(" \t");
            lines.push_back({&inlines, run, {begin, begin + ascii::trim(line).size()}});
        }
        at = end + 1;
    }
    return lines;
}

std::optional<SourceLine> only_line(const ast::Inlines& inlines) {
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(inlines, 1, rest);
    if (lines.size() != 1 || rest > 0) return std::nullopt;
    return std::move(lines.front());
}

std::optional<SourceLine> item_line(const ast::ListItem& item) {
    if (item.children.size() != 1 || item.task != ast::TaskState::None) return std::nullopt;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.children[0].node);
    return paragraph ? only_line(paragraph->children) : std::nullopt;
}

bool is_fact_line(std::string_view text) {
    return !text.empty() && !is_prose(text) && unicode::display_width(text) <= kWidestFactLine;
}

bool has_date(const SourceLine& line) {
    const std::string_view text = text_of(line);
    if (!is_fact_line(text)) return false;
    const LabelledFact fact = read_label(text);
    const auto spot = find_date_spot(text.substr(fact.value));
    if (!spot) return false;
    if (fact.label == FactLabel::Dates) return spot->apart == Apart::Alone;
    // Years and dates among words are not the entry's, but for `Elmford University, 2011 -
    // 2015`.
    const bool at_end = spot->cut.end == text.size();
    return spot->apart == Apart::Alone || spot->apart == Apart::Column ||
           spot->apart == Apart::Brackets ||
           (spot->range.is_range &&
            (spot->range.from.month || (at_end && nature_of(text).organisation)));
}

bool is_emphasized(const ast::Inlines& inlines) {
    return inlines.size() == 1 && (std::holds_alternative<ast::Emphasis>(inlines[0].node) ||
                                   std::holds_alternative<ast::Strong>(inlines[0].node));
}

bool is_short_fact(std::string_view text) {
    return is_fact_line(text) && unicode::display_width(text) <= kWidestFact;
}

bool is_labelled(const SourceLine& line) {
    return is_short_fact(text_of(line)) && read_label(text_of(line)).label != FactLabel::None;
}

bool is_plain_fact(std::string_view text) {
    if (!is_short_fact(text) || tells_a_deed(text) || find_date_spot(text)) return false;
    const std::vector<Slice> parts = read_head_line(text, true).parts;
    const bool short_parts = std::all_of(parts.begin(), parts.end(), [&](const Slice& part) {
        return unicode::display_width(part.of(text)) <= kWidestFact / 2;
    });
    if (parts.empty() || !short_parts) return false;
    const PartNature first = nature_of(parts[0].of(text));
    return first.role || first.degree || first.place;
}

bool starts_bold(const ast::Inlines& inlines) {
    const auto first = std::find_if(inlines.begin(), inlines.end(), [](const auto& node) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        return !text || !ascii::trim(text->text).empty();
    });
    if (first == inlines.end()) return false;
    const auto* element = ast::get_if<ast::Element>(&first->node);
    return std::holds_alternative<ast::Strong>(first->node) ||
           (element && (element->tag == "b" || element->tag == "strong"));
}

}  // namespace cvtex::profile
