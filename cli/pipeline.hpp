#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "cli/options.hpp"
#include "cli/remote_pictures.hpp"
#include "fonts/fonts.hpp"
#include "grammar/ast.hpp"
#include "profile/employer.hpp"
#include "profile/profile.hpp"

namespace cvtex::cli {

/// How long one stage took, for `--timings`.
struct StageTime {
    std::string stage;
    double milliseconds = 0;
};

/// A document as it was read: what compilations for several employers share.
struct Parsed {
    FileId file;
    std::string document_dir;  ///< where its relative paths start
    std::string sha256;        ///< of its bytes
    Sources sources;
    Diagnostics diagnostics;
    ast::Document document;
    std::vector<profile::EmployerSource> employers;  ///< read only when some are asked for
    std::vector<StageTime> times;
};

/// Everything one document's compilation gives back.
struct Compiled {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<std::string> output;  ///< bytes to write; none when there are errors
    std::optional<std::string> name;    ///< of the output, as the employer wants it
    std::optional<Error>
        environment_error;  ///< why nothing could be made although the document is fine
    std::vector<std::string> dependencies;  ///< files read besides the document
    std::vector<StageTime> times;
    std::size_t pages = 0;              ///< that were laid out
    std::vector<std::string> pictures;  ///< of the pages, as SVG, when a browser shows them
    std::string fitting;  ///< the setting that fills the pages wanted; empty: none were
};

/// Whether the document's own problems forbid an output: errors, or warnings under `-W error`.
[[nodiscard]] bool is_refused(const Diagnostics& diagnostics, const Options& options);

/// Reads one document from its bytes. `name` is shown in messages.
[[nodiscard]] Parsed parse_document(const std::string& name, std::string bytes,
                                    const std::string& document_dir, const Options& options);

/// A document as one employer is to see it.
struct Version {
    Compiled compiled;                        ///< without an output
    std::optional<profile::Profile> profile;  ///< none when there is no such employer
};

/// Only the stages up to the profile.
[[nodiscard]] Version read_version(Parsed parsed, const std::string& employer,
                                   const Options& options);

/// What compilations share, also in several threads.
struct Shared {
    fonts::FontLibrary& library;
    RemotePictures* remote_pictures = nullptr;  ///< null: none are fetched
};

/// Compiles a document for `employer` (empty: for everybody) to what `options` asks for.
[[nodiscard]] Compiled compile(Parsed parsed, const std::string& employer,
                               const Options& options, const Shared& shared);

/// Both at once, for everybody.
[[nodiscard]] Compiled compile(const std::string& name, std::string bytes,
                               const std::string& document_dir, const Options& options,
                               const Shared& shared);

}  // namespace cvtex::cli
