#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "layout/frame.hpp"
#include "layout/hyphenate.hpp"
#include "layout/images.hpp"
#include "layout/note_book.hpp"
#include "styles/styled.hpp"

/// Inline layout: a paragraph in, lines out. collect -> itemize and shape -> space -> break ->
/// justify -> place.
namespace cvtex::layout {

class LineCache;

/// What inline and block layout share while one document is set. Owned by `lay_out`.
struct Context {
    const styles::StyledDocument& document;
    fonts::FontLibrary& library;
    Diagnostics& diagnostics;
    LaidOut& out;  ///< text blocks, tags, links and images are registered here as they are made
    ImageStore& images;
    std::vector<fonts::SelectionId>
        selections;  ///< per TextStyleId, filled by `lay_out` before the first paragraph
    std::vector<LinkRef> link_refs;                   ///< per styles::LinkId
    std::vector<styles::NoteId> notes_of_links = {};  ///< per LinkRef: whose mark it is
    NoteBook notes = {};
    std::set<char32_t> reported_missing = {};  ///< characters `missing-glyph` was said of
    Hyphenator hyphenator = {};
    LineCache* lines = nullptr;  ///< set where only the pages matter, not what stands on them
};

/// One line of a paragraph, ready to be placed. `frame.size.width` is the measure;
/// `frame.baseline` the baseline's distance from the top; `frame.size.height` the line's
/// height: the leading, more if a tall image needs it.
struct Line {
    Frame frame;
    bool overfull = false;
    bool blank = false;  ///< nothing stands between two forced breaks
};

/// Where the baseline of a line of text stands, from its top.
[[nodiscard]] Pt baseline_of(const styles::ParagraphStyle& style);

struct LineSet {
    std::vector<Line> lines;
    Pt natural_width;  ///< of the longest line when nothing is broken except by force
};

/// What stands at the end side of a paragraph's first lines: a picture that text runs around.
struct Beside {
    std::size_t lines = 0;  ///< that are shorter for it
    Pt width;               ///< that it takes from them
};

/// Sets `paragraph` in lines of `measure`. `tag` is the structure element its text belongs to.
/// Linear time in its text.
[[nodiscard]] LineSet set_paragraph(Context& context, const styles::Paragraph& paragraph,
                                    Pt measure, TagId tag, Beside beside = {});

struct ContentWidths {
    Pt minimum;  ///< widest unbreakable piece
    Pt natural;  ///< on one line
};

/// Measures without placing: for table columns and flex rows.
[[nodiscard]] ContentWidths measure_paragraph(Context& context,
                                              const styles::Paragraph& paragraph);

}  // namespace cvtex::layout
