#pragma once

#include <filesystem>
#include <string>

/// The tools that judge a PDF, run on a file of their own.
namespace cvtex::test {

/// What a shell command prints, its failure included.
[[nodiscard]] std::string output_of(const std::string& command);

/// Whether a tool is installed; warns that the test is skipped when it is not.
[[nodiscard]] bool have(const char* tool);

/// A PDF on disk for the tools that judge it.
class PdfFile {
public:
    explicit PdfFile(const std::string& bytes);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] std::string run(const std::string& tool, const std::string& after = "") const;

private:
    std::filesystem::path path_;
};

}  // namespace cvtex::test
