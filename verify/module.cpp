#include "verify/module.hpp"

extern "C" __attribute__((visibility("default"))) const cvtex::verify::Functions*
cvtex_qpdf_functions() {
    static const cvtex::verify::Functions kFunctions{
        cvtex::verify::read_text, cvtex::verify::encrypt, cvtex::verify::read_stamp};
    return &kFunctions;
}
