#include "styles/reading_text.hpp"

#include <algorithm>

#include "base/overloaded.hpp"

namespace cvtex::styles {
namespace {

class Reader {
public:
    std::string text;

    void blocks(const Blocks& blocks) {
        for (const Block& each : blocks) block(each);
    }

    void items(const InlineItems& items) {
        for (const InlineItem& item : items)
            std::visit(overloaded{
                           [&](const TextRun& run) {
                               if (run.page_number)
                                   text += kPageNumber;
                               else
                                   text += run.text;
                           },
                           [](const ForcedBreak&) {},
                           [&](const InlineImage& image) { text += image.alternative; },
                           [](const InlineIcon&) {},
                       },
                       item);
    }

private:
    void block(const Block& block) {
        std::visit(overloaded{
                       [&](const Paragraph& node) { paragraph(node); },
                       [&](const List& node) { list(node); },
                       [&](const Container& node) { blocks(node.children); },
                       [](const Rule&) {},
                       [&](const CodeBlock& node) { paragraph(node.text); },
                       [&](const Table& node) { table(node); },
                       [&](const Image& node) { text += node.alternative; },
                       [&](const Row& node) {
                           for (const RowCell& cell : node.cells) blocks(cell.children);
                       },
                       [](const PageBreak&) {},
                   },
                   block.node);
    }

    /// The aside ends the first line.
    void paragraph(const Paragraph& paragraph) {
        const auto first_break = std::find_if(
            paragraph.content.begin(), paragraph.content.end(),
            [](const InlineItem& item) { return std::holds_alternative<ForcedBreak>(item); });
        items({paragraph.content.begin(), first_break});
        items(paragraph.aside);
        items({first_break, paragraph.content.end()});
    }

    void list(const List& list) {
        for (const ListItem& item : list.items) {
            if (const auto* marker = std::get_if<TextMarker>(&item.marker))
                items(marker->content);
            blocks(item.children);
        }
    }

    void table(const Table& table) {
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row.cells) blocks(cell.children);
    }
};

}  // namespace

std::string reading_text(const StyledDocument& document) {
    Reader reader;
    reader.blocks(document.blocks);
    for (const Footnote& note : document.notes) {
        reader.items(note.marker.content);
        reader.blocks(note.children);
    }
    return std::move(reader.text);
}

}  // namespace cvtex::styles
