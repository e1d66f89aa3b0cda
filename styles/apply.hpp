#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "profile/profile.hpp"
#include "styles/styled.hpp"

namespace cvtex::styles {

/// Reads a file for a stage; cli/ provides it and records what was read for the depfile.
using FileReader = std::function<Result<std::string>(const std::string& path)>;

struct StyleOptions {
    std::string
        style;  ///< built-in name or path of a TOML file; empty: the document's, else "classic"
    std::vector<std::pair<std::string, std::string>>
        overrides;                     ///< `--set key=value`, in order
    std::string document_dir;          ///< relative style paths in front matter start here
    bool takes_remote_images = false;  ///< whoever reads images fetches them, too
};

/// Resolves `profile` with its style into absolute values; its blocks become those that are
/// set, the entries' heads arranged as the style asks. Unknown keys, bad values and missing
/// style files are diagnostics (with "did you mean"); the default stands in for what is wrong.
[[nodiscard]] StyledDocument apply_style(profile::Profile& profile, const StyleOptions& options,
                                         const FileReader& read, Sources& sources,
                                         Diagnostics& diagnostics);

/// Name of the style that `apply_style` takes: a built-in one's, or a file's without folders
/// and ending.
[[nodiscard]] std::string style_name(const profile::Profile& profile,
                                     const StyleOptions& options);

/// Names of the styles in the binary, sorted.
[[nodiscard]] std::vector<std::string> builtin_style_names();

/// What `--emit=styled` prints.
[[nodiscard]] std::string dump(const StyledDocument& document);

}  // namespace cvtex::styles
