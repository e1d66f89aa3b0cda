#include "convert/module.hpp"

extern "C" __attribute__((visibility("default"))) cvtex::convert::Converter cvtex_to_png() {
    return cvtex::convert::jpeg_to_png;
}
