#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// The only place that reads inputs and writes outputs.
namespace cvtex::cli {

/// Largest document or image file that is read; a résumé is a thousand times smaller.
inline constexpr std::uint64_t kMaxInputBytes = 64ULL << 20;

/// Reads a regular file (or standard input when `path` is "-") up to `kMaxInputBytes`.
[[nodiscard]] Result<std::string> read_input(const std::string& path);

/// Reads a style or employer file: a regular one of at most 1 MiB.
[[nodiscard]] Result<std::string> read_style_file(const std::string& path);

/// Replaces `path` by `bytes`: written beside it, flushed to disk, then renamed, so that the
/// file is either the complete new one or what was there before. "-" writes to standard output;
/// devices and pipes are written directly.
[[nodiscard]] Status write_output(const std::string& path, std::string_view bytes);

/// Writes a file that must not exist yet; false: there is one, which is left as it is.
[[nodiscard]] Result<bool> create_file(const std::string& path, std::string_view bytes);

/// Reads files that a document names, only from below its folder or `allowed` folders, and
/// remembers them.
class DocumentFiles {
public:
    DocumentFiles(std::string document_dir, std::vector<std::string> allowed)
        : document_dir_(std::move(document_dir)), allowed_(std::move(allowed)) {}

    /// An image or the like: `path` is relative to the document.
    [[nodiscard]] Result<std::string> read_confined(const std::string& path);
    /// A style file: `path` as the style stage resolved it; may lie anywhere.
    [[nodiscard]] Result<std::string> read_style(const std::string& path);

    /// Every file asked for, read or not, in order: what a depfile lists.
    [[nodiscard]] const std::vector<std::string>& dependencies() const { return dependencies_; }

private:
    std::string document_dir_;
    std::vector<std::string> allowed_;
    std::vector<std::string> dependencies_;
};

/// `path` as make reads it: spaces, '#', '$' and backslashes escaped.
[[nodiscard]] std::string escape_for_make(const std::string& path);

/// `targets: dependencies…` in make's syntax, with an empty rule for each dependency so that a
/// deleted file does not stop make. `targets` is escaped already.
[[nodiscard]] std::string make_depfile(const std::string& targets,
                                       const std::vector<std::string>& dependencies);

}  // namespace cvtex::cli
