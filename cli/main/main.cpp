#include "cli/run.hpp"

int main(int argc, char** argv) { return cvtex::cli::run(argc, argv); }
