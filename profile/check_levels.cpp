#include "profile/check_levels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/suggest.hpp"
#include "profile/employer.hpp"

namespace cvtex::profile {
namespace {

struct Rule {
    std::string_view name;  ///< in `checks`
    std::string_view code;  ///< of its diagnostics
};

constexpr std::array kRules{
    Rule{"todo", "leak-todo"},
    Rule{"notes", "leak-notes"},
    Rule{"leaving", "leak-leaving"},
    Rule{"pay", "leak-pay"},
    Rule{"employers", "leak-employer"},
    Rule{"forbidden", "leak-forbidden"},
    Rule{"redaction", "leak-redaction"},
    Rule{"links", "dead-link"},
    Rule{"variables", "unknown-variable"},
};

constexpr std::array<std::pair<std::string_view, CheckLevel>, 4> kLevels{{
    {"error", CheckLevel::Error},
    {"warn", CheckLevel::Warning},
    {"warning", CheckLevel::Warning},
    {"off", CheckLevel::Off},
}};

std::optional<CheckLevel> level_called(const ast::Value& value) {
    const auto* scalar = std::get_if<ast::Scalar>(&value.node);
    if (scalar == nullptr) return std::nullopt;
    for (const auto& [name, level] : kLevels)
        if (name == scalar->text) return level;
    return std::nullopt;
}

}  // namespace

std::vector<std::string> check_rules() {
    std::vector<std::string> names;
    for (const Rule& rule : kRules) names.emplace_back(rule.name);
    return names;
}

CheckLevels read_check_levels(const ast::Member& checks, Diagnostics& diagnostics) {
    CheckLevels levels;
    const auto* table = std::get_if<ast::Mapping>(&checks.value.node);
    if (table == nullptr) {
        diagnostics.error("bad-check-level", checks.value.span,
                          "checks: expected a table of rules");
        return levels;
    }
    const std::vector<std::string> rules = check_rules();
    for (const ast::Member& member : *table) {
        if (std::find(rules.begin(), rules.end(), member.key) == rules.end()) {
            diagnostics.error("unknown-check", member.key_span,
                              "there is no check '" + member.key + "'",
                              suggest(member.key, rules));
        } else if (const auto level = level_called(member.value)) {
            levels.emplace_back(member.key, *level);
        } else {
            diagnostics.error("bad-check-level", member.value.span,
                              member.key + ": expected \"error\", \"warn\" or \"off\"");
        }
    }
    return levels;
}

void set_check_levels(const CheckLevels& document, const Employer* employer,
                      Diagnostics& diagnostics) {
    CheckLevels set = document;
    if (employer != nullptr)
        set.insert(set.end(), employer->checks.begin(), employer->checks.end());
    for (const Rule& rule : kRules) {
        CheckLevel level = employer != nullptr ? CheckLevel::Error : CheckLevel::Warning;
        for (const auto& [name, chosen] : set)
            if (name == rule.name) level = chosen;
        switch (level) {
            case CheckLevel::Off:
                diagnostics.silence(std::string(rule.code));
                break;
            case CheckLevel::Warning:
                break;
            case CheckLevel::Error:
                diagnostics.escalate(std::string(rule.code));
                break;
        }
    }
}

}  // namespace cvtex::profile
