#include "layout/walk.hpp"

#include "base/overloaded.hpp"

namespace cvtex::layout {
namespace {

using Visitor = std::function<void(const WalkedText&)>;

void walk_paragraph(const styles::Paragraph& paragraph, const Visitor& visit) {
    visit({WalkedText::Kind::Content, paragraph.content, &paragraph});
    if (!paragraph.aside.empty()) {
        visit({WalkedText::Kind::Aside, paragraph.aside, &paragraph});
    }
}

void walk_list(const styles::List& list, const Visitor& visit) {
    for (const styles::ListItem& item : list.items) {
        if (const auto* marker = std::get_if<styles::TextMarker>(&item.marker)) {
            visit({WalkedText::Kind::Marker, marker->content, nullptr});
        }
        walk_inlines(item.children, visit);
    }
}

void walk_table(const styles::Table& table, const Visitor& visit) {
    for (const styles::TableRow& row : table.rows) {
        for (const styles::TableCell& cell : row.cells) walk_inlines(cell.children, visit);
    }
}

void walk_row(const styles::Row& row, const Visitor& visit) {
    for (const styles::RowCell& cell : row.cells) walk_inlines(cell.children, visit);
}

}  // namespace

void walk_inlines(const styles::StyledDocument& document, const Visitor& visit) {
    walk_inlines(document.blocks, visit);
    for (const styles::Footnote& note : document.notes) {
        visit({WalkedText::Kind::Marker, note.marker.content, nullptr});
        walk_inlines(note.children, visit);
    }
}

void walk_inlines(const styles::Blocks& blocks, const Visitor& visit) {
    for (const styles::Block& block : blocks) {
        std::visit(overloaded{
                       [&](const styles::Paragraph& p) { walk_paragraph(p, visit); },
                       [&](const styles::List& list) { walk_list(list, visit); },
                       [&](const styles::Container& c) { walk_inlines(c.children, visit); },
                       [](const styles::Rule&) {},
                       [&](const styles::CodeBlock& code) { walk_paragraph(code.text, visit); },
                       [&](const styles::Table& table) { walk_table(table, visit); },
                       [](const styles::Image&) {},
                       [&](const styles::Row& row) { walk_row(row, visit); },
                       [](const styles::PageBreak&) {},
                   },
                   block.node);
    }
}

}  // namespace cvtex::layout
