#pragma once

#include <string>
#include <vector>

#include "cli/run.hpp"

/// `cvtex new`: a folder to start with.
namespace cvtex::cli {

/// One file as the program holds it.
struct StarterFile {
    const char* path;  ///< below the language's folder, or `common/`; `gitignore` has no dot
    const char* text;
};

/// All of them, from cli/starter/.
[[nodiscard]] const std::vector<StarterFile>& starter_files();

/// Reads the arguments behind `new`, writes the files that are not there yet and says which.
/// Nothing is ever overwritten.
[[nodiscard]] ExitCode make_starter(int argc, const char* const* argv);

}  // namespace cvtex::cli
