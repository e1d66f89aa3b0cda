#include "convert/module.hpp"

extern "C" __attribute__((visibility("default"))) cvtex::convert::ToPng cvtex_to_png() {
    return cvtex::convert::svg_to_png;
}
