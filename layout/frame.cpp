#include "layout/frame.hpp"

#include <utility>

namespace cvtex::layout {

void Frame::append(Point at, Frame frame) {
    for (Placed& placed : frame.items) {
        placed.at = placed.at + at;
        items.push_back(std::move(placed));
    }
    notes.insert(notes.end(), frame.notes.begin(), frame.notes.end());
}

}  // namespace cvtex::layout
