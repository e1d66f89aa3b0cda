#pragma once

#include <span>
#include <vector>

#include "layout/cut_list.hpp"

namespace cvtex::layout {

/// One footnote, set.
struct SetNote {
    bool mentioned = false;
    std::vector<ListPiece> pieces;
    Pt height;   ///< of all pieces, and what parts it from the note above
    Pt movable;  ///< as much of it as may go on to the next page
};

/// The footnotes of a document while it is laid out; `NoteRef`s index `notes`.
struct NoteBook {
    std::vector<SetNote> notes;
    std::vector<NoteRef> waiting;  ///< mentioned, to be set
    bool setting = false;          ///< a note is being set: those it mentions wait

    /// Room that the notes of one line or row take; only the last of them may be split.
    [[nodiscard]] NoteDemand demand(std::span<const NoteRef> refs) const {
        NoteDemand all;
        for (const NoteRef ref : refs) {
            all.height += notes[ref.index()].height;
            all.movable = notes[ref.index()].movable;
        }
        return all;
    }
};

}  // namespace cvtex::layout
