// Seven readers that share no code copy the same text from every sample and from the documents
// of tests/conformance/documents, which hold what is hard to copy. That the first of them
// copies what the source says is tested in documents_test.cpp.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "export/visible_text.hpp"
#include "tests/cli/pdf_tools.hpp"
#include "tests/support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cvtex;
using test::have;
using test::output_of;

/// The documents' PDFs in a folder of their own.
class Shelf {
public:
    Shelf() {
        fs::create_directories(folder_);
        fonts::FontLibrary library;
        for (const char* from :
             {CVTEX_ROOT "/samples", CVTEX_ROOT "/tests/conformance/documents"}) {
            for (const auto& entry : fs::directory_iterator(from)) {
                if (entry.path().extension() != ".md") continue;
                const cli::Compiled compiled =
                    cli::compile(entry.path().filename().string(),
                                 *cli::read_input(entry.path().string()), from, {}, {library});
                if (!compiled.output) continue;
                const fs::path file = folder_ / entry.path().stem().concat(".pdf");
                std::ofstream(file, std::ios::binary) << *compiled.output;
                files.push_back(file);
            }
        }
        std::sort(files.begin(), files.end());
    }

    ~Shelf() { fs::remove_all(folder_); }

    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    std::vector<fs::path> files;

private:
    fs::path folder_ =
        fs::temp_directory_path() / ("cvtex-readers-" + std::to_string(::getpid()));
};

std::string file_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What readers agree on: no white space, no joiners and tags of emoji sequences, which pdf.js
/// drops, no form feeds; right-to-left words, which only some turn around, in no order.
std::string bare(const std::string& text) {
    std::string out;
    for (const char32_t c : to_utf32(exporting::without_space(text))) {
        const bool dropped = c == U'\f' || (c >= 0xE0000 && c <= 0xE01EF);
        if (!dropped) append_utf8(out, c);
    }
    return exporting::unordered_right_to_left(out);
}

std::string sorted(const std::string& text) {
    std::u32string points = to_utf32(text);
    std::sort(points.begin(), points.end());
    std::string out;
    for (const char32_t c : points) append_utf8(out, c);
    return out;
}

std::string by_poppler(const fs::path& file, const std::string& mode) {
    return bare(output_of("pdftotext " + mode + " -enc UTF-8 " + file.string() + " -"));
}

/// Where a reader's text parts from poppler's. PDFium mirrors brackets of right-to-left lines
/// and PDFBox turns such lines around as a whole: there only the characters are compared.
std::string difference(const fs::path& file, const std::string& read) {
    const std::string expected = by_poppler(file, "-raw");
    if (file.stem() != "right-to-left") return exporting::text_difference(expected, bare(read));
    return exporting::text_difference(sorted(expected), sorted(bare(read)));
}

std::string pdfbox_classes() {
    std::string out;
    for (const char* jar : {"pdfbox2", "pdfbox2-tools", "fontbox2", "commons-logging"})
        out += std::string(out.empty() ? "" : ":") + "/usr/share/java/" + jar + ".jar";
    return out;
}

}  // namespace

TEST_CASE("independent readers copy the same text", "[readers]") {
    if (!have("pdftotext")) return;
    static const Shelf shelf;  // all sections read the same files
    REQUIRE(shelf.files.size() > 8);

    SECTION("poppler's other modes lose and add nothing") {
        for (const fs::path& file : shelf.files) {
            INFO(file.filename().string());
            const std::string raw = sorted(by_poppler(file, "-raw"));
            CHECK(sorted(by_poppler(file, "")) == raw);
            CHECK(sorted(by_poppler(file, "-layout")) == raw);
        }
    }
    SECTION("mupdf") {
        if (!have("mutool")) return;
        for (const fs::path& file : shelf.files) {
            INFO(file.filename().string());
            const std::string read =
                output_of("mutool draw -q -F txt " + file.string() + " 2>/dev/null");
            CHECK(difference(file, read) == "");
        }
    }
    SECTION("pdf.js and PDFium") {
        const char* const suites = std::getenv("CVTEX_SUITES");
        if (suites == nullptr || !fs::exists(fs::path(suites) / "node_modules/pdfjs-dist") ||
            !have("node")) {
            WARN("skipped: no pdf.js and PDFium (tests/fetch-suites.sh)");
            return;
        }
        std::string command =
            "node " CVTEX_ROOT "/tests/readers/read.mjs " + std::string(suites);
        for (const fs::path& file : shelf.files) command += " " + file.string();
        CHECK(output_of(command) == "");
        for (const fs::path& file : shelf.files) {
            for (const char* engine : {"pdfjs", "pdfium"}) {
                INFO(file.filename().string() << " " << engine);
                const std::string read = file_text(file.string() + "." + engine);
                CHECK(difference(file, read) == "");
            }
        }
    }
    SECTION("PDFBox") {
        if (!fs::exists("/usr/share/java/pdfbox2-tools.jar") || !have("java")) {
            WARN("skipped: no libpdfbox2-java");
            return;
        }
        for (const fs::path& file : shelf.files) {
            INFO(file.filename().string());
            const std::string read =
                output_of("java -cp " + pdfbox_classes() +
                          " org.apache.pdfbox.tools.ExtractText -console -encoding UTF-8 " +
                          file.string());
            CHECK(difference(file, read) == "");
        }
    }
    SECTION("Ghostscript and poppler's structure reader are silent") {
        for (const fs::path& file : shelf.files) {
            INFO(file.filename().string());
            CHECK(output_of("pdfinfo -struct-text " + file.string() + " >/dev/null") == "");
            if (!have("gs")) continue;
            CHECK(output_of("gs -q -dNOPAUSE -dBATCH -dPDFSTOPONWARNING -sDEVICE=nullpage " +
                            file.string()) == "");
        }
    }
}
