#pragma once

#include <optional>
#include <span>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/dates.hpp"
#include "profile/field.hpp"

namespace cvtex::profile {

/// A licence, a certificate, a language test: `2019年6月 応用情報技術者`.
struct Licence {
    std::optional<grammar::CalendarDate> date;
    Field text;  ///< without the date
};

/// What the sections on certificates and languages hold, in the order written: items of lists,
/// lines of paragraphs and rows of tables that have a date, or speak of a licence or a test.
[[nodiscard]] std::vector<Licence> find_licences(std::span<const ast::Block> blocks);

}  // namespace cvtex::profile
