#include "grammar/column_blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cvtex::grammar {
namespace {

/// For each part the column in which its middle lies when all are set one after the other.
template <class Parts>
std::vector<std::size_t> columns_of(const Parts& parts, std::size_t count) {
    std::uint64_t total = 0;
    for (const auto& part : parts) total += part.span.size() + 1;
    std::vector<std::size_t> columns;
    std::uint64_t before = 0;
    for (const auto& part : parts) {
        const std::uint64_t size = part.span.size() + 1;
        columns.push_back(static_cast<std::size_t>((2 * before + size) * count / (2 * total)));
        before += size;
    }
    return columns;
}

/// The items of a list, one list a column; numbers go on.
ast::Blocks divided(ast::List list, std::size_t count) {
    const std::vector<std::size_t> columns = columns_of(list.items, count);
    ast::Blocks lists;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Span span = list.items[i].span;
        if (i == 0 || columns[i] != columns[i - 1]) {
            const std::int32_t start = list.start + static_cast<std::int32_t>(i);
            lists.push_back(
                {span, ast::List{start, list.ordered, list.tight, list.delimiter, {}}});
        }
        lists.back().span = join(lists.back().span, span);
        std::get<ast::List>(lists.back().node).items.push_back(std::move(list.items[i]));
    }
    return lists;
}

ast::ElementBlock box(std::string style, Span span) {
    ast::ElementBlock made{"div", {}, {}};
    made.attributes.push_back({"style", std::move(style), span});
    return made;
}

}  // namespace

ast::Block column_blocks(ast::Blocks blocks, int count, Span span) {
    const auto wanted = static_cast<std::size_t>(count);
    auto* list = blocks.size() == 1 ? std::get_if<ast::List>(&blocks[0].node) : nullptr;
    if (list != nullptr) {
        ast::Blocks lists = divided(std::move(*list), wanted);
        blocks = std::move(lists);
    }
    std::vector<std::size_t> columns = columns_of(blocks, wanted);
    for (std::size_t i = 0; list != nullptr && i < columns.size(); ++i) columns[i] = i;
    for (std::size_t i = blocks.size(); i-- > 1;) {
        const bool heading = ast::holds<ast::Heading>(blocks[i - 1].node);
        if (heading) columns[i - 1] = columns[i];
    }
    ast::ElementBlock row = box("display:flex;gap:2em", span);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Span own = blocks[i].span;
        if (i == 0 || columns[i] != columns[i - 1]) {
            row.children.push_back({own, box("flex:1", own)});
        }
        ast::Block& column = row.children.back();
        column.span = join(column.span, own);
        ast::get<ast::ElementBlock>(column.node).children.push_back(std::move(blocks[i]));
    }
    return {span, std::move(row)};
}

}  // namespace cvtex::grammar
