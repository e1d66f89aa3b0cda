#include "layout/footnotes.hpp"

#include <algorithm>
#include <utility>

#include "layout/cut_list.hpp"
#include "layout/flow.hpp"
#include "layout/marked.hpp"

namespace cvtex::layout {
namespace {

/// Lines of a note that stay on the page of its mark when it is split.
constexpr std::size_t kLeastLines = 2;
/// The rule above notes is a part of the measure, as in books.
constexpr std::int64_t kRuleShare = 3;

void set_note(Flow& flow, NoteRef ref) {
    Context& context = flow.context;
    const styles::Footnote& source = context.document.notes[ref.index()];
    const styles::FootnoteStyle& style = context.document.note_style;
    const TagId tag = add_tag(context, Role::Note, flow.parent, source.span);
    Flow apart(context, flow.settings, flow.settings.text_measure, tag);
    const styles::Marker marker = source.marker;
    add_marked(apart, {&marker, style.hang, style.marker_gap, tag}, source.children);

    SetNote& note = context.notes.notes[ref.index()];
    note.pieces = cut_list(std::move(apart.list));
    if (note.pieces.empty()) return;
    note.pieces.front().before = style.between;
    for (std::size_t i = 0; i < note.pieces.size(); ++i) {
        note.height += height_of(note.pieces[i]);
        if (i >= kLeastLines) note.movable += height_of(note.pieces[i]);
    }
    auto& items = note.pieces.front().frame.items;
    items.insert(items.begin(), Placed{{}, TagId{}, AnchorItem{source.anchor, {}}});
}

/// Sets the notes that wait, and those that these mention; returns all of them in order. A
/// queue, not recursion: notes that mention each other may form long chains.
std::vector<NoteRef> set_waiting(Flow& flow) {
    NoteBook& book = flow.context.notes;
    book.setting = true;
    for (std::size_t i = 0; i < book.waiting.size(); ++i) set_note(flow, book.waiting[i]);
    book.setting = false;
    return std::exchange(book.waiting, {});
}

/// The notes of all pages, placed one page after another.
class FootSetter {
public:
    FootSetter(Context& context, const Area& area, Pt measure, Sheets& sheets)
        : context_(context), area_(area), measure_(measure), sheets_(sheets) {}

    void run() {
        for (std::size_t page = 0; page < sheets_.size() || next_ < queue_.size(); ++page) {
            if (page == sheets_.size() && sheets_.after(page - 1) != page) return;
            // A note of a note has a higher number than those mentioned further down.
            std::vector<NoteRef> refs = sheets_.notes(page);
            std::sort(refs.begin(), refs.end());
            for (const NoteRef ref : refs) {
                auto& pieces = context_.notes.notes[ref.index()].pieces;
                std::move(pieces.begin(), pieces.end(), std::back_inserter(queue_));
            }
            if (next_ < queue_.size()) fill(page);
        }
    }

private:
    void fill(std::size_t page) {
        const styles::FootnoteStyle& style = context_.document.note_style;
        const Pt foot = sheets_.foot(page);
        const Pt top = foot + area_.notes.separator;
        const std::size_t end = fitting(area_.height - top, foot == Pt{});
        if (end == next_) return;
        Pt height;
        for (std::size_t i = next_; i < end; ++i) height += height_of(queue_[i]);
        height -= queue_[next_].before;
        // A page that only goes on with notes has them at its head.
        Pt y = foot == Pt{} ? top : std::max(top, area_.height - height);
        if (style.rule) {
            const Size size{measure_ / kRuleShare, style.rule->thickness};
            sheets_.add(page, {area_.origin + Point{Pt{}, y - style.padding - size.height},
                               TagId{}, RectItem{size, style.rule->color}});
        }
        y -= queue_[next_].before;
        for (; next_ < end; ++next_) {
            ListPiece& piece = queue_[next_];
            y += piece.before;
            for (Placed& placed : piece.frame.items) {
                placed.at = placed.at + area_.origin + Point{Pt{}, y};
                sheets_.add(page, std::move(placed));
            }
            y += piece.frame.size.height;
        }
    }

    /// Where the pieces end that `room` holds; one at least when `must`.
    [[nodiscard]] std::size_t fitting(Pt room, bool must) const {
        std::size_t end = next_;
        Pt height = -queue_[next_].before;
        while (end < queue_.size() && height + height_of(queue_[end]) <= room) {
            height += height_of(queue_[end++]);
        }
        if (end == queue_.size()) return end;
        std::size_t better = end;
        while (better > next_ && queue_[better].cost >= penalty::kWidow) --better;
        if (better > next_) return better;
        return must ? std::max(end, next_ + 1) : end;
    }

    Context& context_;
    const Area& area_;
    Pt measure_;
    Sheets& sheets_;
    std::vector<ListPiece> queue_;
    std::size_t next_ = 0;  ///< of the queue: the first piece not placed yet
};

}  // namespace

void set_mentioned_notes(Flow& flow, Frame& line) {
    Context& context = flow.context;
    NoteBook& book = context.notes;
    if (book.notes.empty()) return;
    std::vector<Placed> marks;
    for (const Placed& placed : line.items) {
        const auto* link = std::get_if<LinkItem>(&placed.item);
        if (!link) continue;
        const styles::NoteId note = context.notes_of_links[link->link.index()];
        if (!note.valid() || std::exchange(book.notes[note.index()].mentioned, true)) continue;
        book.waiting.push_back(NoteRef::at(note.index()));
        const std::string& name = context.document.notes[note.index()].mark_anchor;
        marks.push_back({{placed.at.x, Pt{}}, TagId{}, AnchorItem{name, {}}});
    }
    line.items.insert(line.items.begin(), marks.begin(), marks.end());
    if (!marks.empty() && !book.setting) line.notes = set_waiting(flow);
}

void set_other_notes(Flow& flow) {
    NoteBook& book = flow.context.notes;
    LineBox box;
    box.lines = 0;
    for (std::size_t i = 0; i < book.notes.size(); ++i) {
        if (std::exchange(book.notes[i].mentioned, true)) continue;
        book.waiting.push_back(NoteRef::at(i));
        // The note's number leads back to its mark: here there is none but itself.
        const std::string& name = flow.context.document.notes[i].mark_anchor;
        box.frame.push({}, TagId{}, AnchorItem{name, {}});
    }
    if (book.waiting.empty()) return;
    box.frame.notes = set_waiting(flow);
    flow.pending_space = {};
    flow.pending_cost = std::max(flow.pending_cost, penalty::kHeading);
    add_box(flow, std::move(box));
}

NoteRules note_rules(const Context& context, Pt leading) {
    if (context.document.notes.empty()) return {};
    const styles::FootnoteStyle& style = context.document.note_style;
    const Pt rule = style.rule ? style.rule->thickness : Pt{};
    return {style.space_before + rule + style.padding, leading * 2};
}

void place_footnotes(Context& context, const Area& area, Pt measure, Sheets& sheets) {
    if (!context.notes.notes.empty()) FootSetter(context, area, measure, sheets).run();
}

}  // namespace cvtex::layout
