#include "convert/module.hpp"

extern "C" __attribute__((visibility("default"))) cvtex::convert::Converter cvtex_to_png() {
    return cvtex::convert::webp_to_png;
}
