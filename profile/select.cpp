#include "profile/select.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "grammar/walk.hpp"

namespace cvtex::profile {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool asks_for(const TagCondition& condition, const std::string& tag) {
    const auto& steps = condition.expression.steps;
    // `go and not php` does not ask for php.
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool negated = i + 1 < steps.size() &&
                             steps[i + 1].operation == grammar::TagExpression::Operation::Not;
        if (steps[i].name == tag && !negated) return true;
    }
    return false;
}

/// Whether a tag written on a block is about this employer.
bool means(const Employer& employer, const std::string& tag) {
    return contains(employer.lineage, tag) ||
           std::any_of(employer.include.begin(), employer.include.end(),
                       [&](const TagCondition& condition) { return asks_for(condition, tag); });
}

bool any_holds(const std::vector<TagCondition>& conditions, const ast::Tags& tags) {
    return std::any_of(conditions.begin(), conditions.end(), [&](const TagCondition& c) {
        return grammar::holds(c.expression, tags);
    });
}

bool is_seen(const Employer* employer, const ast::Tags& tags) {
    return employer == nullptr || sees(*employer, tags);
}

void select_inside(ast::Block& block, const Employer* employer) {
    if (auto* list = std::get_if<ast::List>(&block.node)) {
        std::erase_if(list->items,
                      [&](const ast::ListItem& item) { return !is_seen(employer, item.tags); });
    }
    ast::for_each_child_list(block, [&](ast::Blocks& children) {
        children = select_blocks(std::move(children), employer);
    });
}

bool is_hidden(const ast::Block& block, const Employer* employer) {
    if (std::holds_alternative<ast::Note>(block.node)) return true;
    const auto* conditional = ast::get_if<ast::Conditional>(&block.node);
    if (conditional == nullptr) return false;
    return conditional->kind == ast::ConditionKind::Private ||
           !is_seen(employer, conditional->tags);
}

bool is_emptied_list(const ast::Block& block) {
    const auto* list = std::get_if<ast::List>(&block.node);
    return list != nullptr && list->items.empty();
}

void collect_tags(const ast::Tags& tags, std::set<std::string>& names) {
    for (const ast::Tag& tag : tags) names.insert(tag.name);
}

}  // namespace

bool sees(const Employer& employer, const ast::Tags& tags) {
    bool has_positive = false;
    bool named = false;
    for (const ast::Tag& tag : tags) {
        if (tag.negated && means(employer, tag.name)) return false;
        has_positive = has_positive || !tag.negated;
        named = named || (!tag.negated && contains(employer.lineage, tag.name));
    }
    if (!has_positive) return true;
    if (any_holds(employer.exclude, tags)) return false;
    return named || any_holds(employer.include, tags);
}

ast::Blocks select_blocks(ast::Blocks blocks, const Employer* employer) {
    ast::Blocks seen;
    seen.reserve(blocks.size());
    for (ast::Block& block : blocks) {
        if (is_hidden(block, employer)) continue;
        select_inside(block, employer);
        if (is_emptied_list(block)) continue;
        auto* conditional = ast::get_if<ast::Conditional>(&block.node);
        if (conditional == nullptr) {
            seen.push_back(std::move(block));
        } else {
            std::move(conditional->children.begin(), conditional->children.end(),
                      std::back_inserter(seen));
        }
    }
    return seen;
}

void check_conditions(const Employer& employer, const ast::Blocks& blocks,
                      Diagnostics& diagnostics) {
    std::set<std::string> known;
    ast::for_each_block(blocks, [&](const ast::Block& block) {
        if (const auto* conditional = ast::get_if<ast::Conditional>(&block.node))
            collect_tags(conditional->tags, known);
        if (const auto* list = std::get_if<ast::List>(&block.node))
            for (const ast::ListItem& item : list->items) collect_tags(item.tags, known);
    });
    if (known.empty()) return;
    const std::vector<std::string> names(known.begin(), known.end());
    for (const auto* conditions : {&employer.include, &employer.exclude}) {
        for (const TagCondition& condition : *conditions) {
            for (const auto& step : condition.expression.steps) {
                if (step.name.empty() || known.contains(step.name)) continue;
                diagnostics.error("unknown-tag", condition.written.span,
                                  "the document has no tag '" + step.name + "'",
                                  suggest(step.name, names, "it has: "));
            }
        }
    }
}

}  // namespace cvtex::profile
