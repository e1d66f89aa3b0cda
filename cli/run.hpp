#pragma once

namespace cvtex::cli {

/// What the process returns.
enum class ExitCode : int {
    Ok = 0,
    DocumentErrors = 1,  ///< a document has errors; nothing was written for it
    Usage = 2,           ///< the command line makes no sense
    Environment = 3,     ///< a file can't be read or written, no usable font
};

/// The whole program: arguments, files, batch, messages. Returns an `ExitCode`.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace cvtex::cli
