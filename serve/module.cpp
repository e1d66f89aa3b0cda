#include "serve/server.hpp"

extern "C" __attribute__((visibility("default"))) const cvtex::serve::Functions*
cvtex_preview_functions() {
    return &cvtex::serve::functions();
}
