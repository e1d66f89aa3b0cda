#include "pdf/structure_attributes.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "pdf/table_regulator.hpp"

namespace cvtex::pdf {
namespace {

using layout::Role;
using layout::Tag;
using layout::TagId;

/// A header cell names its column, unless it stands in a row that also has data cells.
std::string_view scope_of(const std::vector<TagFacts>& facts, TagId row) {
    const bool names_row = row.valid() && facts[row.index()].has_data_cells;
    return names_row ? "/Scope/Row" : "/Scope/Column";
}

std::string cell_attributes(const Tag& tag, const TagFacts& own,
                            const std::vector<TagFacts>& facts) {
    std::string out;
    if (tag.role == Role::TableHeader) out += scope_of(facts, tag.parent);
    if (own.column_span > 1) out += "/ColSpan " + std::to_string(own.column_span);
    if (own.row_span > 1) out += "/RowSpan " + std::to_string(own.row_span);
    return out.empty() ? out : "<</O/Table" + out + ">>";
}

bool may_stand_in(Role child, Role parent) {
    switch (child) {
        case Role::ListItem:
            return parent == Role::List;
        case Role::Label:
            return parent == Role::ListItem || parent == Role::Note;
        case Role::ListBody:
            return parent == Role::ListItem;
        case Role::TableRow:
            return parent == Role::Table;
        case Role::TableHeader:
        case Role::TableCell:
            return parent == Role::TableRow;
        default:
            return parent != Role::List && parent != Role::ListItem && parent != Role::Table &&
                   parent != Role::TableRow;
    }
}

}  // namespace

std::vector<TagFacts> examine(const std::vector<Tag>& tags) {
    std::vector<TagFacts> facts(tags.size());
    std::vector<int> open;  // the document's levels of the headings around this place
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const TagId parent = tags[i].parent;
        const bool has_parent = parent.valid() && parent.index() < i;
        if (tags[i].role == Role::Heading) {
            while (!open.empty() && open.back() >= tags[i].level) open.pop_back();
            open.push_back(tags[i].level);
            facts[i].heading_level = static_cast<int>(std::min<std::size_t>(open.size(), 6));
        } else if (tags[i].role == Role::TableCell && has_parent) {
            facts[parent.index()].has_data_cells = true;
        }
    }
    regulate_tables(tags, facts);
    return facts;
}

void note_text(const std::vector<Tag>& tags, TagId id, std::string_view text,
               std::vector<TagFacts>& facts) {
    if (tags[id.index()].role != Role::Label) return;
    const TagId item = tags[id.index()].parent;
    if (!item.valid() || item.index() >= id.index()) return;
    const TagId list = tags[item.index()].parent;
    if (!list.valid() || list.index() >= item.index()) return;
    const bool number = text.find_first_of("0123456789") != text.npos;
    facts[list.index()].numbered = facts[list.index()].numbered || number;
}

std::string element_attributes(const std::vector<Tag>& tags, const std::vector<TagFacts>& facts,
                               TagId id, const std::string& box) {
    switch (tags[id.index()].role) {
        case Role::TableHeader:
        case Role::TableCell:
            return cell_attributes(tags[id.index()], facts[id.index()], facts);
        case Role::List:
            return facts[id.index()].numbered ? "<</O/List/ListNumbering/Decimal>>" : "";
        case Role::Figure:
            return box.empty() ? "" : "<</O/Layout/BBox " + box + ">>";
        case Role::Code:
        case Role::Note:
            // Inline elements by nature (14.8.4.4.1), which stand here as blocks.
            return "<</O/Layout/Placement/Block>>";
        default:
            return "";
    }
}

bool nests_properly(const std::vector<Tag>& tags) {
    for (std::size_t i = 1; i < tags.size(); ++i) {
        const TagId parent = tags[i].parent;
        if (!parent.valid() || parent.index() >= i) return false;
        const bool nested_list =
            tags[i].role == Role::List && tags[parent.index()].role == Role::List;
        if (!nested_list && !may_stand_in(tags[i].role, tags[parent.index()].role))
            return false;
    }
    return true;
}

bool is_language_tag(std::string_view lang) {
    constexpr std::size_t kMaxSubtag = 8;
    std::size_t length = 0;
    bool first = true;
    for (const char c : lang) {
        const bool letter = ascii::is_letter(c);
        const bool digit = ascii::is_digit(c);
        if (c == '-' && length > 0) {
            length = 0;
            first = false;
        } else if ((letter || (digit && !first)) && length < kMaxSubtag) {
            ++length;
        } else {
            return false;
        }
    }
    return length > 0;
}

}  // namespace cvtex::pdf
