#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/contacts.hpp"
#include "grammar/dates.hpp"
#include "profile/field.hpp"

/// What a document's parts mean as a résumé: its sections and the entries in them. The blocks
/// stay as they were written; what was recognised refers to them by number.
namespace cvtex::profile {

/// The number of a block in reading order, parents before what is in them, from 0: the order of
/// `ast::for_each_block`.
using BlockNumber = std::uint32_t;

enum class SectionKind : std::uint8_t {
    Generic,  ///< its heading says nothing that cvtex knows
    Summary,
    Intention,
    Personal,
    Work,
    Internship,
    Project,
    OpenSource,
    Education,
    Campus,
    Volunteer,
    Skills,
    Languages,
    Awards,
    Certificates,
    Publications,
    Patents,
    Talks,
    Interests,
    References,
};

/// `work`, `open-source`…
[[nodiscard]] std::string_view name_of(SectionKind kind);

/// A heading and what stands below it.
struct Section {
    SectionKind kind = SectionKind::Generic;
    Field title;
    int level = 0;
    BlockNumber heading = 0;
    BlockNumber end = 0;  ///< one past its last block
    bool operator==(const Section&) const = default;
};

/// How an entry's head was written.
enum class EntryShape : std::uint8_t {
    Heading,
    Paragraph,
    ListItem,
    Row,         ///< boxes side by side: `display:flex`, a table of one row
    TableRow,    ///< one of several rows
    Definition,  ///< a term and its definition
    Line,        ///< one of several lines of a paragraph
    Labelled,    ///< no title: `公司：…`, `职位：…`, `时间：…`
};

/// A job, a project, a degree: who, as what, where and when.
struct Entry {
    EntryShape shape = EntryShape::Heading;
    SectionKind kind = SectionKind::Generic;  ///< of the section it is in
    std::optional<Field> organisation;        ///< company, school; the project's name
    std::optional<Field> role;                ///< position; degree or subject
    std::optional<Field> place;
    std::optional<Field> dates;  ///< as written, without brackets
    std::vector<Field> details;  ///< what else its head says
    /// Nothing but the organisation of the entries below it, which are roles there.
    bool names_organisation = false;
    std::optional<grammar::DateRange> range;
    BlockNumber head = 0;    ///< the block that the head begins with
    std::uint32_t item = 0;  ///< row, item or line in it, from 0
    BlockNumber body = 0;    ///< blocks [body, end) are its description, below the head
    BlockNumber end = 0;
    std::uint32_t skip = 0;   ///< bytes of block `body`'s text that belong to the head
    std::uint32_t until = 0;  ///< where the description ends in that text; 0: with it
    Span span;
    /// 0–100, how sure it is that this is an entry's head with these parts. Points are given
    /// for dates (form and place), the heading's dress, the section's kind and words such as
    /// 公司 or Engineer; see entry_score.cpp.
    int confidence = 0;
};

/// Below this an entry's head is set as it was written, and exported as text only.
inline constexpr int kEntryConfidence = 60;

/// A way to reach the person, or a fact that stands beside them, wherever it was written.
struct FoundContact {
    grammar::ContactKind kind = grammar::ContactKind::Website;
    std::string value;  ///< normalised, see `ContactKind`
    Field written;
    int confidence = 0;  ///< as `grammar::Contact` has it; 100 for a key of the front matter
    bool operator==(const FoundContact&) const = default;
};

/// What was recognised in a profile.
struct Recognized {
    std::optional<Field> name;      ///< front matter, heading, or behind a label such as 姓名
    std::optional<Field> headline;  ///< front matter, the line below the name, or 求职意向
    std::vector<FoundContact> contacts;  ///< of the front matter, the head, personal sections
    std::vector<Section> sections;       ///< in reading order; one inside another follows it
    std::vector<Entry> entries;          ///< in reading order, confident ones only
};

}  // namespace cvtex::profile
