#include "styles/names.hpp"

namespace cvtex::styles {

const char* name_of(Align align) {
    switch (align) {
        case Align::Justify:
            return "justify";
        case Align::Start:
            return "start";
        case Align::Center:
            return "center";
        case Align::End:
            return "end";
    }
    return "";
}

const char* name_of(Punctuation punctuation) {
    switch (punctuation) {
        case Punctuation::Quanjiao:
            return "quanjiao";
        case Punctuation::Banjiao:
            return "banjiao";
        case Punctuation::Kaiming:
            return "kaiming";
        case Punctuation::None:
            return "none";
    }
    return "";
}

const char* name_of(ContainerKind kind) {
    switch (kind) {
        case ContainerKind::Group:
            return "group";
        case ContainerKind::Section:
            return "section";
        case ContainerKind::BlockQuote:
            return "quote";
        case ContainerKind::Figure:
            return "figure";
        case ContainerKind::Header:
            return "header";
    }
    return "";
}

const char* name_of(MarkerShape shape) {
    switch (shape) {
        case MarkerShape::Disc:
            return "disc";
        case MarkerShape::Circle:
            return "circle";
        case MarkerShape::Square:
            return "square";
        case MarkerShape::Triangle:
            return "triangle";
        case MarkerShape::Dash:
            return "dash";
        case MarkerShape::BoxOpen:
            return "box-open";
        case MarkerShape::BoxDone:
            return "box-done";
    }
    return "";
}

const char* name_of(Distribute distribute) {
    switch (distribute) {
        case Distribute::Start:
            return "start";
        case Distribute::Center:
            return "center";
        case Distribute::End:
            return "end";
        case Distribute::SpaceBetween:
            return "space-between";
    }
    return "";
}

const char* name_of(RowAlign align) {
    switch (align) {
        case RowAlign::Baseline:
            return "baseline";
        case RowAlign::Top:
            return "top";
        case RowAlign::Middle:
            return "middle";
    }
    return "";
}

const char* name_of(Fit fit) {
    switch (fit) {
        case Fit::Stretch:
            return "stretch";
        case Fit::Cover:
            return "cover";
        case Fit::Contain:
            return "contain";
    }
    return "";
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return out + '"';
}

std::string hex(Color color) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
        out += kDigits[channel >> 4];
        out += kDigits[channel & 15];
    }
    return out;
}

}  // namespace cvtex::styles
