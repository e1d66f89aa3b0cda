#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/dates.hpp"

/// The line that an entry begins with, taken apart: `星海科技 · 后端工程师 | 2021.07 – 至今`.
namespace cvtex::profile {

/// Bytes [begin, end) of a line's text.
struct Slice {
    std::size_t begin = 0, end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }

    [[nodiscard]] std::string_view of(std::string_view text) const {
        return empty() ? std::string_view() : text.substr(begin, end - begin);
    }
};

/// How dates stand apart from the words around them.
enum class Apart : std::uint8_t {
    Alone,     ///< nothing else on the line
    Column,    ///< behind bars, middle dots, tabs, wide spaces
    Brackets,  ///< in brackets after a space
    Attached,  ///< in brackets without one: often part of a title
    Loose,     ///< after a comma or a space, or before one
};

/// Dates at either end of a line, or between its columns.
struct DateSpot {
    grammar::DateRange range;
    Slice text;   ///< the dates and brackets around them
    Slice dates;  ///< without the brackets
    Slice cut;    ///< with the separator and white space that go when the dates do
    Apart apart = Apart::Loose;
};

struct HeadLine {
    std::optional<DateSpot> date;
    std::vector<Slice> parts;  ///< what stands between separators, the dates aside
};

/// The best dates of a line: a range before a date, the end of the line before its start.
[[nodiscard]] std::optional<DateSpot> find_date_spot(std::string_view text);

/// Moves the slices of `spot` on by `by` bytes.
void shift(DateSpot& spot, std::size_t by);

/// Takes a line apart; many parts or none is not for this function to judge. `is_title`: a
/// number before it is passed over, and a role or place in brackets after its first part is a
/// part of its own.
[[nodiscard]] HeadLine read_head_line(std::string_view text, bool is_title);

/// What a part of a head is, from its words alone; several may be true.
struct PartNature {
    bool organisation = false;  ///< 公司, 大学, Inc.
    bool role = false;          ///< 工程师, Developer
    bool person = false;        ///< ends with it: 测试工程师, not 测试平台
    bool degree = false;        ///< 本科, B.Sc.
    bool subject = false;  ///< 软件工程, 工学部: means something beside a school only
    bool place = false;    ///< 杭州, Tokyo, 远程
};

[[nodiscard]] PartNature nature_of(std::string_view part);

/// What a label before a colon announces: `职位：`, `Period:`.
enum class FactLabel : std::uint8_t { None, Organisation, Role, Place, Dates, Other };

struct LabelledFact {
    FactLabel label = FactLabel::None;
    std::size_t value = 0;  ///< where the value begins; 0 without a label
};

[[nodiscard]] LabelledFact read_label(std::string_view text);

/// Whether the text is a sentence or an announcement, not a head or a fact.
[[nodiscard]] bool is_prose(std::string_view text);

}  // namespace cvtex::profile
