#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fonts/support.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;

namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes away with the test.
class Folder {
public:
    Folder()
        : path_(fs::temp_directory_path() / ("cvtex-fonts-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }

    [[nodiscard]] std::string path() const { return path_.native(); }

private:
    fs::path path_;
};

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Asks for everything a document could ask of a folder's fonts; must only not crash.
void exercise(const Folder& folder, const std::vector<std::string>& families) {
    FontLibrary library({.font_dirs = {folder.path()}, .system_fonts = false});
    FontQuery wanted;
    wanted.latin = families;
    wanted.cjk = {"Noto Serif CJK"};
    const auto selection = library.select(wanted);
    if (!selection) return;
    const auto runs =
        Shaper{library, *selection}("office 中文 é\u0301 👍🏽 1️⃣ שלום");
    for (const ShapedRun& run : runs) {
        std::vector<GlyphId> ids;
        for (const ShapedGlyph& glyph : run.glyphs) {
            ids.push_back(glyph.id);
            (void)library.outline(run.font, glyph.id);
            (void)library.color_bitmap(run.font, glyph.id);
        }
        (void)library.subset(run.font, ids);
    }
}

std::string path_of(const char* family) {
    FontLibrary library;
    FontQuery wanted;
    wanted.latin = {family};
    const auto selection = library.select(wanted);
    if (!selection || !has_family(library, family)) return {};
    return library.info(library.primary(*selection, Form::Latin)).path;
}

}  // namespace

TEST_CASE("files that are no fonts give errors, not crashes") {
    const Folder folder;
    folder.write("NotoSerifCJK-Regular.ttc", "");
    folder.write("NotoSansCJK-Regular.ttc", "ttcf\0\1\0\0");
    folder.write("NotoSerif-Regular.ttf",
                 std::string("\0\1\0\0", 4) + std::string(500, '\xff'));
    folder.write("NotoSans-Regular.ttf", std::string(100'000, '\x7f'));
    folder.write("other.otf", "OTTO");
    REQUIRE(::mkfifo((folder.path() + "/NotoSansMono-Regular.ttf").c_str(), 0600) == 0);
    FontLibrary library({.font_dirs = {folder.path()}, .system_fonts = false});
    FontQuery wanted;
    wanted.latin = {"Noto Serif", "Noto Sans", "Noto Sans Mono"};
    wanted.cjk = {"Noto Serif CJK", "Noto Sans CJK"};
    CHECK_FALSE(library.select(wanted));
    CHECK(library.problems().size() == 5);
    for (const std::string& problem : library.problems()) CHECK_FALSE(problem.empty());
}

TEST_CASE("devices and files of any size are not read as fonts") {
    const Folder folder;
    fs::create_symlink("/dev/zero", folder.path() + "/NotoSerif-Regular.ttf");
    folder.write("NotoSans-Regular.ttf", "OTTO");
    fs::resize_file(folder.path() + "/NotoSans-Regular.ttf", 300U << 20);  // a hole, no data
    FontLibrary library({.font_dirs = {folder.path()}, .system_fonts = false});
    FontQuery wanted;
    wanted.latin = {"Noto Serif", "Noto Sans"};
    CHECK_FALSE(library.select(wanted));
    std::string all;
    for (const std::string& problem : library.problems()) all += problem + "\n";
    CHECK(all.find("not a regular file") != std::string::npos);
    CHECK(all.find("larger than 256 MB") != std::string::npos);
}

TEST_CASE("truncated and damaged fonts do not crash") {
    const std::string serif = path_of("Noto Serif");
    const std::string emoji = path_of("Noto Color Emoji");
    const std::string han = path_of("Noto Serif CJK");
    if (serif.empty() || emoji.empty() || han.empty()) {
        WARN("skipped: Noto fonts are not installed");
        return;
    }
    const std::string whole = read_file(serif);
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        const Folder folder;
        std::string bytes = whole;
        if (round % 4 == 0) bytes.resize(random() % bytes.size());
        for (int i = 0; i < 200; ++i) {  // most damage where the tables are described
            const std::size_t range = i % 2 == 0 ? 4000 : bytes.size();
            if (bytes.size() > range / 2)
                bytes[random() % std::min(range, bytes.size())] = static_cast<char>(random());
        }
        folder.write("Any.ttf", bytes);
        folder.write("NotoSerif-Regular.ttf", bytes);
        exercise(folder, {"Noto Serif"});
    }
    const std::string collection = read_file(han);
    for (const std::size_t size : {std::size_t{12}, std::size_t{4000}, collection.size() / 3}) {
        const Folder folder;
        folder.write("NotoSerifCJK-Regular.ttc", collection.substr(0, size));
        folder.write("NotoColorEmoji.ttf", read_file(emoji).substr(0, size));
        exercise(folder, {"Noto Serif"});
    }
}

TEST_CASE("a font whose licence bits forbid embedding is not used") {
    const std::string path = path_of("DejaVu Sans");
    if (path.empty()) {
        WARN("skipped: DejaVu Sans is not installed");
        return;
    }
    std::string bytes = read_file(path);
    const std::size_t entry = bytes.find("OS/2");  // in the table directory
    REQUIRE(entry != std::string::npos);
    std::size_t table = 0;
    for (std::size_t i = 8; i < 12; ++i) {
        table = table << 8 | static_cast<std::uint8_t>(bytes[entry + i]);
    }
    bytes[table + 9] = 2;  // fsType: restricted licence embedding
    const Folder folder;
    folder.write("restricted.ttf", bytes);
    FontLibrary library({.font_dirs = {folder.path()}, .system_fonts = false});
    FontQuery wanted;
    wanted.latin = {"DejaVu Sans"};
    CHECK_FALSE(library.select(wanted));
    REQUIRE(library.problems().size() == 1);
    CHECK(library.problems()[0].find("may not be embedded") != std::string::npos);
}

TEST_CASE("a named folder is searched before the system") {
    const std::string path = path_of("Noto Serif");
    if (path.empty()) {
        WARN("skipped: Noto Serif is not installed");
        return;
    }
    const Folder folder;
    folder.write("mine.ttf", read_file(path));
    FontLibrary library({.font_dirs = {folder.path()}});
    FontQuery wanted;
    wanted.latin = {"Noto Serif"};
    const auto selection = library.select(wanted);
    REQUIRE(selection);
    CHECK(library.info(library.primary(*selection, Form::Latin)).path ==
          folder.path() + "/mine.ttf");
}

TEST_CASE("fonts of a named folder are found by any family name") {
    const std::string path = path_of("DejaVu Sans");
    if (path.empty()) {
        WARN("skipped: DejaVu Sans is not installed");
        return;
    }
    const Folder folder;
    fs::create_directories(folder.path() + "/deep/er");
    folder.write("deep/er/renamed.TTF", read_file(path));
    FontLibrary library({.font_dirs = {folder.path()}, .system_fonts = false});
    FontQuery wanted;
    wanted.latin = {"DejaVu Sans"};
    const auto selection = library.select(wanted);
    REQUIRE(selection);
    const FontInfo& info = library.info(library.primary(*selection, Form::Latin));
    CHECK(info.path == folder.path() + "/deep/er/renamed.TTF");
    CHECK(library.opened_files() == std::vector<std::string>{info.path});
}
