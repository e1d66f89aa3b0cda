#include "tests/cli/pdf_tools.hpp"

#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "tests/support/catch.hpp"

namespace cvtex::test {

std::string output_of(const std::string& command) {
    std::string output;
    std::FILE* pipe = ::popen(("(" + command + ") 2>&1").c_str(), "r");
    char buffer[4096];
    for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, got);
    const int status = ::pclose(pipe);
    if (status != 0) output += "\n(exit status " + std::to_string(status) + ")";
    return output;
}

bool have(const char* tool) {
    if (output_of("command -v " + std::string(tool)).find('/') != std::string::npos)
        return true;
    WARN("skipped: no " << tool);
    return false;
}

PdfFile::PdfFile(const std::string& bytes)
    : path_(std::filesystem::temp_directory_path() /
            ("cvtex-test-" + std::to_string(::getpid()) + ".pdf")) {
    std::ofstream(path_, std::ios::binary) << bytes;
}

PdfFile::~PdfFile() {
    std::filesystem::remove(path_);
}

std::string PdfFile::run(const std::string& tool, const std::string& after) const {
    return output_of(tool + " " + path_.string() + " " + after);
}

}  // namespace cvtex::test
