#include "convert/module.hpp"

extern "C" __attribute__((visibility("default"))) cvtex::convert::Converter cvtex_to_png() {
    return cvtex::convert::svg_to_png;
}

extern "C" __attribute__((visibility("default"))) cvtex::convert::Converter cvtex_to_drawing() {
    return cvtex::convert::svg_to_drawing;
}
