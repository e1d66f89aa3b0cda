#include "profile/sections.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/walk.hpp"

namespace cvtex::profile {
namespace {

struct Section {
    std::string title;
    std::string id;
    ast::Blocks blocks;  ///< the heading first
};

bool is_named(const Section& section, const std::string& name) {
    const std::string key = title_key(name);
    return (!key.empty() && title_key(section.title) == key) || section.id == name;
}

const ast::Heading* heading_of(const ast::Block& block) {
    return ast::get_if<ast::Heading>(&block.node);
}

/// Cuts the sections off; what comes before the first one stays in `blocks`.
std::vector<Section> take_sections(ast::Blocks& blocks, int level) {
    std::vector<Section> sections;
    const auto begins = [&](const ast::Block& block) {
        const ast::Heading* heading = heading_of(block);
        return heading != nullptr && heading->level == level;
    };
    const auto first = std::find_if(blocks.begin(), blocks.end(), begins);
    for (auto at = first; at != blocks.end(); ++at) {
        if (begins(*at)) {
            const ast::Heading& heading = *heading_of(*at);
            sections.push_back({grammar::plain_text(heading.children), heading.id, {}});
        }
        sections.back().blocks.push_back(std::move(*at));
    }
    blocks.erase(first, blocks.end());
    return sections;
}

/// Reports names that mean none of `sections`.
void check_names(const std::vector<Section>& sections, const std::vector<Field>& names,
                 Diagnostics& diagnostics) {
    std::vector<std::string> titles;
    for (const Section& section : sections) titles.push_back(section.title);
    for (const Field& name : names) {
        const bool found =
            std::any_of(sections.begin(), sections.end(),
                        [&](const Section& section) { return is_named(section, name.text); });
        if (found) continue;
        diagnostics.warning("unknown-section", name.span,
                            "the document has no section '" + name.text + "'",
                            suggest(name.text, titles, "it has: "));
    }
}

/// The place of `section` in the order asked for; the others come after, as they were.
std::size_t rank(const Section& section, const std::vector<Field>& order) {
    const auto at = std::find_if(order.begin(), order.end(), [&](const Field& name) {
        return is_named(section, name.text);
    });
    return static_cast<std::size_t>(at - order.begin());
}

/// Links in `inlines` to the heading `id` that repeat its title follow it: tables of contents.
void rename_links(ast::Inlines& inlines, const std::string& id, const std::string& from,
                  const std::string& to) {
    for (ast::Inline& node : inlines) {
        auto* link = ast::get_if<ast::Link>(&node.node);
        if (link == nullptr || link->destination != "#" + id) continue;
        if (grammar::plain_text(link->children) == from)
            link->children = {{node.span, ast::Text{to}}};
    }
}

void rename(Section& section, const std::string& title) {
    auto& heading = ast::get<ast::Heading>(section.blocks.front().node);
    heading.children = {{section.blocks.front().span, ast::Text{title}}};
}

bool contains(const std::set<std::string>& ids, const std::string& destination) {
    return destination.starts_with('#') && ids.contains(destination.substr(1));
}

void unlink(ast::Inlines& inlines, const std::set<std::string>& gone) {
    ast::Inlines kept;
    for (ast::Inline& node : inlines) {
        auto* link = ast::get_if<ast::Link>(&node.node);
        if (link != nullptr && contains(gone, link->destination)) {
            std::move(link->children.begin(), link->children.end(), std::back_inserter(kept));
        } else {
            kept.push_back(std::move(node));
        }
    }
    inlines = std::move(kept);
}

/// An item whose text is one link to a heading that is gone; what is nested in it stays only
/// where it is more than that.
bool only_points_to(const ast::ListItem& item, const std::set<std::string>& gone) {
    if (item.children.empty()) return false;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.children.front().node);
    if (paragraph == nullptr || paragraph->children.size() != 1) return false;
    const auto* link = ast::get_if<ast::Link>(&paragraph->children.front().node);
    if (link == nullptr || !contains(gone, link->destination)) return false;
    return std::all_of(
        item.children.begin() + 1, item.children.end(), [&](const ast::Block& block) {
            const auto* list = std::get_if<ast::List>(&block.node);
            return list != nullptr && std::all_of(list->items.begin(), list->items.end(),
                                                  [&](const ast::ListItem& inner) {
                                                      return only_points_to(inner, gone);
                                                  });
        });
}

void drop_pointers(ast::Blocks& blocks, const std::set<std::string>& gone) {
    for (ast::Block& block : blocks) {
        if (auto* list = std::get_if<ast::List>(&block.node))
            std::erase_if(list->items, [&](const ast::ListItem& item) {
                return only_points_to(item, gone);
            });
        ast::for_each_child_list(block,
                                 [&](ast::Blocks& inner) { drop_pointers(inner, gone); });
    }
    std::erase_if(blocks, [](const ast::Block& block) {
        const auto* list = std::get_if<ast::List>(&block.node);
        return list != nullptr && list->items.empty();
    });
}

}  // namespace

std::string title_key(std::string_view text) {
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        if (unicode::is_letter(c.code_point) || unicode::is_decimal_digit(c.code_point))
            append_utf8(key, c.code_point);
        at += c.length;
    }
    return unicode::to_lower(key);
}

std::optional<int> section_level(std::span<const ast::Block> blocks) {
    const auto titles =
        std::count_if(blocks.begin(), blocks.end(), [](const ast::Block& block) {
            const ast::Heading* heading = heading_of(block);
            return heading != nullptr && heading->level == 1;
        });
    std::optional<int> level;
    for (const ast::Block& block : blocks) {
        const ast::Heading* heading = heading_of(block);
        if (heading == nullptr || (heading->level == 1 && titles == 1)) continue;
        level = std::min(level.value_or(heading->level), heading->level);
    }
    return level;
}

void arrange_sections(ast::Blocks& blocks, const Employer& employer, Diagnostics& diagnostics) {
    if (employer.sections.empty() && employer.hidden.empty() && employer.rename.empty()) return;
    const std::optional<int> level = section_level(blocks);
    if (!level) return;
    std::vector<Section> sections = take_sections(blocks, *level);
    check_names(sections, employer.sections, diagnostics);
    check_names(sections, employer.hidden, diagnostics);
    std::vector<Field> renamed;
    for (const auto& [from, to] : employer.rename) renamed.push_back(from);
    check_names(sections, renamed, diagnostics);

    std::erase_if(sections, [&](const Section& section) {
        return rank(section, employer.hidden) < employer.hidden.size();
    });
    std::stable_sort(sections.begin(), sections.end(), [&](const Section& a, const Section& b) {
        return rank(a, employer.sections) < rank(b, employer.sections);
    });
    std::vector<std::pair<const Section*, std::string>> changed;
    for (Section& section : sections) {
        for (const auto& [from, to] : employer.rename) {
            if (!is_named(section, from.text)) continue;
            rename(section, to);
            changed.emplace_back(&section, to);
            break;
        }
    }
    const auto follow = [&](ast::Inlines& text) {
        for (const auto& [section, to] : changed)
            rename_links(text, section->id, section->title, to);
    };
    if (!changed.empty()) {
        ast::for_each_inlines(blocks, follow);
        for (Section& section : sections) ast::for_each_inlines(section.blocks, follow);
    }
    for (Section& section : sections)
        std::move(section.blocks.begin(), section.blocks.end(), std::back_inserter(blocks));
}

std::set<std::string> heading_ids(const ast::Blocks& blocks) {
    std::set<std::string> ids;
    ast::for_each_block(blocks, [&](const ast::Block& block) {
        if (const ast::Heading* heading = heading_of(block)) ids.insert(heading->id);
    });
    return ids;
}

void forget_headings(ast::Blocks& blocks, const std::set<std::string>& gone) {
    if (gone.empty()) return;
    drop_pointers(blocks, gone);
    ast::for_each_inlines(blocks, [&](ast::Inlines& text) { unlink(text, gone); });
}

}  // namespace cvtex::profile
