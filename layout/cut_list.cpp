#include "layout/cut_list.hpp"

#include <utility>

#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

class Cutter {
public:
    explicit Cutter(VerticalList list) : list_(std::move(list)) {}

    std::vector<ListPiece> run() {
        begin_piece(penalty::kNone);
        for (VerticalItem& item : list_.items) take(item);
        end_piece();
        return std::move(pieces_);
    }

private:
    void take(VerticalItem& item) {
        if (const auto* end = std::get_if<PageEnd>(&item)) {
            end_piece();
            begin_piece(end->cost);
            return;
        }
        const auto* space = std::get_if<Space>(&item);
        if (space && !filled_) {
            next_.before += space->size;
            return;
        }
        if (auto* box = std::get_if<OpenBox>(&item)) {
            open_.push_back(list_.decorations[box->decoration]);
            box->decoration = part_.decorations.size();
            part_.decorations.push_back(open_.back());
        }
        if (std::holds_alternative<CloseBox>(item) && !open_.empty()) open_.pop_back();
        filled_ = filled_ || std::holds_alternative<LineBox>(item) ||
                  std::holds_alternative<Columns>(item);
        part_.items.push_back(std::move(item));
    }

    void begin_piece(Penalty cost) {
        part_ = {};
        next_ = {};
        next_.cost = cost;
        filled_ = false;
        for (Decoration& open : open_) {
            open.top.reset();
            part_.items.emplace_back(OpenBox{part_.decorations.size()});
            part_.decorations.push_back(open);
        }
    }

    void end_piece() {
        if (!filled_) return;
        for (std::size_t i = 0; i < open_.size(); ++i) part_.items.emplace_back(CloseBox{});
        next_.frame = stack(std::move(part_), {});
        pieces_.push_back(std::move(next_));
    }

    VerticalList list_;
    std::vector<ListPiece> pieces_;
    std::vector<Decoration> open_;
    VerticalList part_;
    ListPiece next_;
    bool filled_ = false;
};

}  // namespace

std::vector<ListPiece> cut_list(VerticalList list) {
    return Cutter(std::move(list)).run();
}

}  // namespace cvtex::layout
