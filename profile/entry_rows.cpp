#include "profile/entry_rows.hpp"

#include <utility>

#include "profile/entry_definitions.hpp"
#include "profile/entry_tables.hpp"
#include "profile/make_entry.hpp"

namespace cvtex::profile {
namespace {

void add_if_sure(const RowHead& row, const HeadPlace& place, std::vector<RowEntry>& entries) {
    const int score = score_of(row.head, place);
    if (score < kEntryConfidence) return;
    Entry entry = make_entry(row.head, place.kind);
    entry.confidence = score;
    entry.span = row.span;
    entry.item = static_cast<std::uint32_t>(row.item);
    entry.skip = static_cast<std::uint32_t>(row.head.rest_text);
    entries.push_back({std::move(entry), row.head.blocks, row.head.definitions});
}

}  // namespace

std::vector<RowEntry> entries_in_rows(const ast::Block& block, const HeadPlace& place) {
    std::vector<RowEntry> entries;
    if (const auto* table = ast::get_if<ast::Table>(&block.node))
        for (const RowHead& row : read_table(*table)) add_if_sure(row, place, entries);
    if (const auto* list = std::get_if<ast::DefinitionList>(&block.node)) {
        const std::span<const ast::DefinitionItem> items(list->items);
        for (std::size_t i = 0; i < items.size();) {
            auto head = read_definition(items.subspan(i));
            const std::size_t taken = head ? head->blocks : 1;
            if (head) add_if_sure({std::move(*head), items[i].span, i}, place, entries);
            i += taken;
        }
    }
    return entries;
}

}  // namespace cvtex::profile
