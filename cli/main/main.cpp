#include <malloc.h>

#include "cli/run.hpp"

int main(int argc, char** argv) {
#ifdef M_MXFAST
    // Trees of a long document are freed as a whole: glibc's lists of small free chunks would
    // only put off joining them, until it costs a sixth of reading such a document.
    mallopt(M_MXFAST, 0);
#endif
    return cvtex::cli::run(argc, argv);
}
