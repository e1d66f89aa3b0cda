#include "pdf/drawing.hpp"

#include <charconv>

#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// `entries` with references to the file's objects.
std::string resolved(std::string_view entries, const std::vector<Dict>& dicts) {
    std::string out;
    while (!entries.empty()) {
        const std::size_t begin = std::min(entries.find(kPartMark), entries.size());
        out += entries.substr(0, begin);
        if (begin == entries.size()) break;
        const std::size_t end = std::min(entries.find(kPartMark, begin + 1), entries.size());
        std::size_t part = dicts.size();
        std::from_chars(entries.data() + begin + 1, entries.data() + end, part);
        if (part < dicts.size()) {
            append_ref(out, dicts[part].ref());
        } else {
            out += "null";
        }
        entries.remove_prefix(std::min(end + 1, entries.size()));
    }
    return out;
}

std::string scale_to_unit(const VectorDrawing& drawing) {
    constexpr int kDecimals = 9;
    std::string out = "[";
    append_number(out, 1 / drawing.width, kDecimals);
    out += " 0 0 ";
    append_number(out, 1 / drawing.height, kDecimals);
    return out + " 0 0]";
}

std::string box_of(const VectorDrawing& drawing) {
    std::string out = "[0 0 ";
    append_number(out, drawing.width, 4);
    out += ' ';
    append_number(out, drawing.height, 4);
    return out + "]";
}

}  // namespace

Dict write_drawing(Document& document, const VectorDrawing& drawing) {
    std::vector<Dict> dicts;
    for (const VectorDrawing::Part& part : drawing.parts) {
        dicts.push_back(part.stream ? document.make_stream(std::string_view(*part.stream))
                                    : document.make_dict());
    }
    for (std::size_t i = 0; i < dicts.size(); ++i)
        dicts[i].entries(resolved(drawing.parts[i].entries, dicts));
    dicts.front().raw("Matrix", scale_to_unit(drawing)).raw("BBox", box_of(drawing));
    return dicts.front();
}

}  // namespace cvtex::pdf
