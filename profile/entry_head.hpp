#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/head_line.hpp"
#include "profile/recognized.hpp"
#include "profile/run_text.hpp"

/// Reading the head of one entry out of the blocks that it is written in. The same call finds
/// entries and, later, arranges their heads; pointers live as long as the blocks.
namespace cvtex::profile {

/// One line, cell or item.
struct SourceLine {
    const ast::Inlines* inlines = nullptr;
    RunText run;  ///< of all of `inlines`, line ends as '\n'
    Slice line;   ///< of its text
};

struct HeadPart {
    std::size_t line = 0;
    Slice slice;  ///< of the line's `run.text`
    PartNature nature;
    FactLabel label = FactLabel::None;
};

/// How the title stands out of the text.
enum class TitleDress : std::uint8_t { Heading, Bold, Plain, Cells };

struct EntryHead {
    EntryShape shape = EntryShape::Heading;
    TitleDress dress = TitleDress::Plain;
    std::vector<SourceLine> lines;  ///< the title first
    std::vector<HeadPart> parts;    ///< the title's first; dates aside
    std::optional<DateSpot> date;   ///< slices of `lines[date_line].run.text`
    std::size_t date_line = 0;
    bool labelled_date = false;
    bool several_ranges = false;  ///< a list of dates, not the dates of one entry
    /// Sibling blocks that it takes, the last one perhaps in part; items of a definition list.
    std::size_t blocks = 1;
    std::size_t definitions = 1;  ///< of one item: those that begin with it, the last in part
    std::size_t rest_items = 0;   ///< of a list: the first item left; 0: nothing
    std::size_t rest_items_end = 0;  ///< one past the last one left; 0: to the list's end
    std::size_t rest_text = 0;       ///< of a paragraph: where what is left begins; 0: nothing
    std::size_t rest_end = 0;        ///< and where it ends; 0: with the paragraph
};

/// What is known of the place where a head may be.
struct HeadPlace {
    SectionKind kind = SectionKind::Generic;
    bool section_level = false;  ///< a heading of the level of sections
    bool nested = false;         ///< below the heading of an entry
    bool first_level = false;    ///< a heading of the uppermost level in its section
    bool is_resume = false;      ///< the document has sections or a header of a résumé
    bool in_list = false;
};

/// The head that `siblings[at]` begins, whether or not it is one: see `score_of`. Nothing when
/// it can't be.
[[nodiscard]] std::optional<EntryHead> read_entry_head(std::span<const ast::Block> siblings,
                                                       std::size_t at, const HeadPlace& place);

/// 0–100, how sure it is that `head` is an entry's.
[[nodiscard]] int score_of(const EntryHead& head, const HeadPlace& place);

/// Which part is what; indices into `head.parts`.
struct Roles {
    std::optional<std::size_t> organisation, role, place;
};

[[nodiscard]] Roles assign_roles(const EntryHead& head, SectionKind kind);

/// Boxes side by side that hold one line each, or nothing.
[[nodiscard]] std::vector<SourceLine> cells_of(const ast::Block& block);

}  // namespace cvtex::profile
