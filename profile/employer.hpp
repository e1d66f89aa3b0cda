#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"
#include "grammar/tag_expression.hpp"
#include "profile/check_levels.hpp"
#include "profile/field.hpp"

/// An employer that the profile is tailored to: what is shown, in which order and words, and in
/// which style. Read from a TOML file or a table of the front matter.
namespace cvtex::profile {

/// The style key that front matter's and employers' `pages` stand for.
inline constexpr std::string_view kPagesKey = "fit.pages";

/// An employer as its file or table says it, not merged with what it extends.
struct EmployerSource {
    std::string
        id;  ///< what `--for` takes: the file's name without `.toml`, or the table's key
    ast::Mapping values;
    std::string path = {};         ///< of its file; empty for one in the front matter
    Diagnostics diagnostics = {};  ///< what reading the file came to
};

/// `include = "backend and not php"`.
struct TagCondition {
    grammar::TagExpression expression;
    Field written;
};

/// What must not reach the employer.
struct Redaction {
    bool phone = false;  ///< `138****1234`
    bool email = false;  ///< `z***@example.com`
    bool photo = false;  ///< pictures of the person are left out
    /// Names and what stands in for them: a former employer and its description.
    std::vector<std::pair<Field, std::string>> names;
};

struct Employer {
    std::string id;
    std::vector<std::string> lineage;  ///< its id, then those it extends: tags that mean it
    std::vector<std::string> files;    ///< of these
    std::vector<Field> names;          ///< how it is called: `name`, then `aliases`
    std::optional<Field> style_name;
    ast::Mapping style_overrides;
    std::vector<TagCondition> include;
    std::vector<TagCondition> exclude;
    std::vector<Field> sections;  ///< these first, in this order
    std::vector<Field> hidden;    ///< sections left out
    std::vector<std::pair<Field, std::string>> rename;
    std::vector<std::pair<Field, std::string>> vars;
    std::optional<Field> headline;
    std::optional<Field> role;  ///< for the output's name; the headline where there is none
    std::optional<Field> lang;
    std::optional<Field> output;  ///< pattern of the output's name
    Redaction redact;
    std::vector<Field> forbid;  ///< words that must not occur
    CheckLevels checks;
};

/// What a key of an employer takes.
enum class FieldForm : std::uint8_t {
    Text,
    Texts,      ///< a text or a list of them
    TextTable,  ///< names and texts
    Table,      ///< names and values
    Style,
};

struct EmployerKey {
    std::string_view name;
    FieldForm form;
    std::string_view meaning;
};

/// Every key of an employer once.
[[nodiscard]] std::span<const EmployerKey> describe_employer_keys();
/// Their names.
[[nodiscard]] std::vector<std::string> employer_keys();
/// Whether an employer says `key` of itself alone: those that extend it do not inherit it.
[[nodiscard]] bool is_own_employer_key(std::string_view key);

/// The members of front matter's `employers` table.
[[nodiscard]] std::vector<EmployerSource> employers_in(const ast::Mapping& front_matter);

/// The employer `id` out of `all`, merged with what it extends (own values win, tables merge
/// key by key). Unknown ids and keys, bad values and cycles are errors with "did you mean".
[[nodiscard]] std::optional<Employer> find_employer(const std::vector<EmployerSource>& all,
                                                    std::string_view id,
                                                    Diagnostics& diagnostics);

/// The names of all employers but `employer` and those it extends, for the leak guard.
[[nodiscard]] std::vector<Field> names_of_others(const std::vector<EmployerSource>& all,
                                                 const Employer& employer);

}  // namespace cvtex::profile
