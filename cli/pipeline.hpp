#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "cli/options.hpp"
#include "fonts/fonts.hpp"

namespace cvtex::cli {

/// How long one stage took, for `--timings`.
struct StageTime {
    std::string stage;
    double milliseconds = 0;
};

/// Everything one document's compilation gives back.
struct Compiled {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<std::string> output;  ///< bytes to write; none when there are errors
    std::optional<Error>
        environment_error;  ///< why nothing could be made although the document is fine
    std::vector<std::string> dependencies;  ///< files read besides the document
    std::vector<StageTime> times;
};

/// Whether the document's own problems forbid an output: errors, or warnings under `-W error`.
[[nodiscard]] bool is_refused(const Diagnostics& diagnostics, const Options& options);

/// Compiles one document from its bytes to what `options` asks for. `name` is shown in
/// messages; `document_dir` is where its relative paths start. The library may be shared by
/// threads.
[[nodiscard]] Compiled compile(const std::string& name, std::string bytes,
                               const std::string& document_dir, const Options& options,
                               fonts::FontLibrary& library);

}  // namespace cvtex::cli
