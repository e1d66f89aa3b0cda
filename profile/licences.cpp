#include "profile/licences.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/walk.hpp"
#include "profile/entry_head.hpp"
#include "profile/lines.hpp"
#include "profile/section_kinds.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

/// More lines of one paragraph are text.
constexpr std::size_t kMostLines = 12;
/// Between cells of a row.
constexpr std::string_view kGap = "\u3000";

bool holds_licences(SectionKind kind) {
    return kind == SectionKind::Certificates || kind == SectionKind::Languages;
}

/// Words that only the name of a licence or a test has.
bool names_licence(std::string_view text) {
    static constexpr std::array<std::string_view, 11> kWords{
        "免許", "検定", "資格",   "級",      "试",         "证",
        "證",   "합격", "자격증", "licence", "certificate"};
    const std::string lower = unicode::to_lower(text);
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

/// Goes through blocks in reading order and reads those in the sections asked for.
class Finder {
public:
    void walk(const ast::Block& block) {
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
            return enter(*heading);
        if (level_ > 0) {
            if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
                read(paragraph->children);
            if (const auto* table = ast::get_if<ast::Table>(&block.node)) read(*table);
        }
        ast::for_each_child_list(block, [&](const ast::Blocks& inner) {
            for (const ast::Block& child : inner) walk(child);
        });
    }

    [[nodiscard]] std::vector<Licence> finish() { return std::move(found_); }

private:
    void enter(const ast::Heading& heading) {
        if (level_ > 0 && heading.level > level_) return;
        const bool here = holds_licences(section_kind(grammar::plain_text(heading.children)));
        level_ = here ? heading.level : 0;
    }

    void read(const ast::Inlines& inlines) {
        std::size_t rest = 0;
        const std::vector<SourceLine> lines = lines_of(inlines, kMostLines, rest);
        if (rest > 0) return;
        for (const SourceLine& line : lines) {
            const std::string_view text = text_of(line);
            if (!is_fact_line(text)) continue;
            const auto spot = find_date_spot(text);
            if (!spot && !names_licence(text)) continue;
            Licence licence;
            licence.text.span = line.run.span_of(line.line.begin, line.line.end);
            if (spot) licence.date = spot->range.from;
            licence.text.text =
                spot ? std::string(ascii::trim(text.substr(0, spot->cut.begin))) +
                           std::string(ascii::trim(text.substr(spot->cut.end)))
                     : std::string(text);
            add(std::move(licence));
        }
    }

    void read(const ast::Table& table) {
        read_row(table.head);
        for (const ast::TableRow& row : table.rows) read_row(row);
    }

    void read_row(const ast::TableRow& row) {
        Licence licence;
        licence.text.span = row.span;
        for (const ast::TableCell& cell : row.cells) {
            const std::string text = grammar::plain_text(cell.children);
            const std::string_view words = ascii::trim(text);
            const auto spot = licence.date ? std::nullopt : find_date_spot(words);
            if (spot && spot->apart == Apart::Alone)
                licence.date = spot->range.from;
            else if (!words.empty())
                licence.text.text.append(licence.text.text.empty() ? "" : kGap).append(words);
        }
        if (licence.date) add(std::move(licence));
    }

    void add(Licence licence) {
        if (!licence.text.text.empty()) found_.push_back(std::move(licence));
    }

    int level_ = 0;  ///< of the heading of the section that is read; 0: none
    std::vector<Licence> found_;
};

}  // namespace

std::vector<Licence> find_licences(std::span<const ast::Block> blocks) {
    Finder finder;
    for (const ast::Block& block : blocks) finder.walk(block);
    return finder.finish();
}

}  // namespace cvtex::profile
