#include "profile/entry_lines.hpp"

#include <algorithm>

#include "profile/entry_facts.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

/// More lines, or longer ones, are text.
constexpr std::size_t kMostLines = 24;
constexpr std::size_t kLongestText = 4000;  // bytes

TitleDress dress_of(const SourceLine& line) {
    const Slice slice = line.line;
    return starts_bold(slice_inlines(*line.inlines, slice.begin, slice.end))
               ? TitleDress::Bold
               : TitleDress::Plain;
}

/// How the line is dressed if it is surely the head of an entry.
std::optional<TitleDress> surely_head(const SourceLine& line, const HeadPlace& place) {
    if (!has_date(line)) return std::nullopt;
    const auto head = read_line_head({&line, 1});
    if (!head || score_of(*head, place) < kEntryConfidence) return std::nullopt;
    return head->dress;
}

}  // namespace

std::vector<SourceLine> entry_lines(const ast::Inlines& inlines) {
    // One line is what most paragraphs are.
    if (inlines.size() < 2) return {};
    const bool has_ends =
        std::any_of(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
            return std::holds_alternative<ast::SoftBreak>(node.node) ||
                   std::holds_alternative<ast::HardBreak>(node.node);
        });
    if (!has_ends || run_text(inlines, '\n').text.size() > kLongestText) return {};
    std::size_t rest = 0;
    std::vector<SourceLine> lines = lines_of(inlines, kMostLines, rest);
    if (rest > 0) lines.clear();
    return lines;
}

std::vector<std::size_t> find_line_heads(std::span<const SourceLine> lines,
                                         const HeadPlace& place) {
    std::vector<std::size_t> heads;
    std::optional<TitleDress> dress;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto found = surely_head(lines[i], place);
        if (i == 0 && !found) return {};
        if (i == 0) dress = found;
        if (found && found == dress) heads.push_back(i);
    }
    const bool all = heads.size() == lines.size();
    if (heads.size() < 2 || (!all && dress != TitleDress::Bold)) return {};
    return heads;
}

std::optional<EntryHead> read_line_head(std::span<const SourceLine> lines) {
    if (lines.empty()) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Line;
    head.dress = dress_of(lines[0]);
    const std::size_t used = read_lines(head, lines);
    if (!head.date) return std::nullopt;
    if (used < lines.size()) {
        head.rest_text = lines[used].line.begin;
        head.rest_end = lines.back().line.end;
    }
    return head;
}

}  // namespace cvtex::profile
