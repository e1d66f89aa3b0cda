#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// A condition on tags such as `backend and not (java or php)`, in postfix order.
struct TagExpression {
    enum class Operation : std::uint8_t { Name, Not, And, Or };

    struct Step {
        Operation operation = Operation::Name;
        std::string name;  ///< of `Name`
        bool operator==(const Step&) const = default;
    };

    std::vector<Step> steps;
    bool operator==(const TagExpression&) const = default;
};

/// Reads names, `and`, `or` (or a comma), `not` (or `!`) and parentheses; `@` before a name is
/// allowed. Nothing when `text` is something else, longer than 1024 bytes or has more than 16
/// parentheses.
[[nodiscard]] std::optional<TagExpression> parse_tag_expression(std::string_view text);

/// Whether the condition holds for something with these `tags`; negated tags do not count.
[[nodiscard]] bool holds(const TagExpression& expression, const ast::Tags& tags);

}  // namespace cvtex::grammar
