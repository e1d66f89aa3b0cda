#pragma once

#include <string>
#include <vector>

/// How dates are written, and how they would be written better. All three take dates as
/// `grammar::find_dates` found them, and what they give back is read as the same date.
namespace cvtex::profile {

/// `2021年08 月` without the space that its other parts do not have; `2020. 08` without any.
/// Dates that have a space everywhere (`2020 年 8 月`) keep them.
[[nodiscard]] std::string without_stray_spaces(const std::string& date);

/// The dash, with the spaces around it, that most of the ranges among `dates` have: the first
/// of those that are equally many. Empty when there is none.
[[nodiscard]] std::string usual_dash(const std::vector<std::string>& dates);

/// `date` with `dash` between its ends, where a dash stands there now. A bare hyphen is not put
/// between dates that have hyphens themselves.
[[nodiscard]] std::string with_dash(const std::string& date, const std::string& dash);

}  // namespace cvtex::profile
