#include "export/plain_blocks.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/walk.hpp"
#include "profile/lines.hpp"
#include "profile/run_text.hpp"

namespace cvtex::exporting {
namespace {

std::string text_of(const ast::Inlines& inlines) {
    return std::string(ascii::trim(grammar::plain_text(inlines)));
}

void append(std::string& out, const std::string& text, const char* between) {
    if (text.empty()) return;
    if (!out.empty()) out += between;
    out += text;
}

std::string text_of(const ast::TableRow& row) {
    std::string out;
    for (const ast::TableCell& cell : row.cells) append(out, text_of(cell.children), " | ");
    return out;
}

}  // namespace

std::string PlainText::joined() const {
    std::string out;
    for (const auto* lines : {&paragraphs, &items})
        for (const std::string& line : *lines) append(out, line, "\n");
    return out;
}

PlainBlocks::PlainBlocks(const ast::Blocks& blocks) {
    collect(blocks, 0);
}

void PlainBlocks::collect(const ast::Blocks& blocks, profile::BlockNumber item) {
    for (const ast::Block& block : blocks) {
        blocks_.push_back({&block, item > 0, item});
        if (const auto* list = std::get_if<ast::List>(&block.node)) {
            for (const ast::ListItem& each : list->items) collect(each.children, ++items_);
        } else {
            ast::for_each_child_list(block,
                                     [&](const ast::Blocks& inner) { collect(inner, item); });
        }
    }
}

PlainText PlainBlocks::text(profile::BlockNumber begin, profile::BlockNumber end,
                            std::size_t skip, std::size_t until) const {
    PlainText out;
    profile::BlockNumber last_item = 0;
    end = std::min(end, static_cast<profile::BlockNumber>(blocks_.size()));
    for (profile::BlockNumber at = begin; at < end; ++at) {
        const Numbered& numbered = blocks_[at];
        const auto add = [&](std::string text) {
            if (text.empty()) return;
            if (!numbered.in_list) {
                out.paragraphs.push_back(std::move(text));
            } else if (numbered.list_item == last_item && !out.items.empty()) {
                append(out.items.back(), text, "\n");
            } else {
                out.items.push_back(std::move(text));
                last_item = numbered.list_item;
            }
        };
        const ast::Block& block = *numbered.block;
        if (const auto* table = ast::get_if<ast::Table>(&block.node)) {
            add(text_of(table->head));
            for (const ast::TableRow& row : table->rows) add(text_of(row));
        } else if (const auto* code = ast::get_if<ast::CodeBlock>(&block.node)) {
            add(std::string(ascii::trim(code->text)));
        } else {
            const std::size_t left_out = at == begin ? skip : 0;
            ast::for_each_text(block, [&](const ast::Inlines& text) {
                if (left_out == 0) return add(text_of(text));
                add(text_of(profile::slice_inlines(text, left_out,
                                                   until > 0 ? until : std::string::npos)));
            });
        }
    }
    return out;
}

profile::BlockNumber PlainBlocks::own_end(const profile::Recognized& recognized,
                                          const profile::Section& section) const {
    profile::BlockNumber end = section.end;
    const auto entry =
        std::lower_bound(recognized.entries.begin(), recognized.entries.end(), section.heading,
                         [](const profile::Entry& each, profile::BlockNumber number) {
                             return each.head < number;
                         });
    if (entry != recognized.entries.end()) end = std::min(end, entry->head);
    const auto next = std::upper_bound(
        recognized.sections.begin(), recognized.sections.end(), section.heading,
        [](profile::BlockNumber number, const profile::Section& each) {
            return number < each.heading;
        });
    if (next != recognized.sections.end()) end = std::min(end, next->heading);
    return end;
}

}  // namespace cvtex::exporting
