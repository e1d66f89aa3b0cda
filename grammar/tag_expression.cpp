#include "grammar/tag_expression.hpp"

#include <algorithm>

#include "grammar/rules/match.hpp"
#include "grammar/rules/tag_expressions.hpp"

namespace cvtex::grammar {
namespace {

using Operation = TagExpression::Operation;

/// Rules recurse over parentheses only.
constexpr std::ptrdiff_t kMaxGroups = 16;
constexpr std::size_t kMaxLength = 1024;

template <class Rule>
struct build {};

template <>
struct build<rules::expression_name> {
    template <class Input>
    static void apply(const Input& in, TagExpression& expression) {
        expression.steps.push_back({Operation::Name, in.string()});
    }
};

template <Operation Op>
struct build_operation {
    static void apply0(TagExpression& expression) { expression.steps.push_back({Op, {}}); }
};

template <>
struct build<rules::inverted_operand> : build_operation<Operation::Not> {};

template <>
struct build<rules::and_operand> : build_operation<Operation::And> {};

template <>
struct build<rules::or_operand> : build_operation<Operation::Or> {};

}  // namespace

std::optional<TagExpression> parse_tag_expression(std::string_view text) {
    if (text.size() > kMaxLength || std::count(text.begin(), text.end(), '(') > kMaxGroups)
        return std::nullopt;
    TagExpression expression;
    if (rules::match<rules::tag_expression, build>(text, expression) == 0) return std::nullopt;
    return expression;
}

bool holds(const TagExpression& expression, const ast::Tags& tags) {
    std::vector<bool> values;
    const auto take = [&] {
        const bool value = values.back();
        values.pop_back();
        return value;
    };
    for (const TagExpression::Step& step : expression.steps) {
        switch (step.operation) {
            case Operation::Name:
                values.push_back(
                    std::any_of(tags.begin(), tags.end(), [&](const ast::Tag& tag) {
                        return !tag.negated && tag.name == step.name;
                    }));
                break;
            case Operation::Not:
                values.back() = !values.back();
                break;
            case Operation::And: {
                const bool right = take();
                values.back() = values.back() && right;
                break;
            }
            case Operation::Or: {
                const bool right = take();
                values.back() = values.back() || right;
                break;
            }
        }
    }
    return !values.empty() && values.back();
}

}  // namespace cvtex::grammar
