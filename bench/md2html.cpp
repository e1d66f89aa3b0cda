// md4c's own command is not packaged: its library with GitHub's extensions, from a file to
// standard output.

#include <md4c-html.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: bench_md2html FILE\n", stderr);
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::string html;
    const auto append = [](const MD_CHAR* piece, MD_SIZE size, void* out) {
        static_cast<std::string*>(out)->append(piece, size);
    };
    const int failed = md_html(text.data(), static_cast<MD_SIZE>(text.size()), append, &html,
                               MD_DIALECT_GITHUB, 0);
    std::fwrite(html.data(), 1, html.size(), stdout);
    return failed == 0 ? 0 : 1;
}
