// Writes every hostile shape of the size given as one file of the folder given.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/hostile/shapes.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: hostile_files FOLDER SIZE\n", stderr);
        return 2;
    }
    const std::vector<cvtex::test::Shape> shapes = cvtex::test::hostile_shapes();
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        std::string path(argv[1]);
        path += "/" + std::to_string(i) + ".md";
        std::ofstream file(path, std::ios::binary);
        file << shapes[i].make(std::strtoul(argv[2], nullptr, 10));
        if (!file.flush()) return 1;
        std::printf("%zu %s\n", i, cvtex::test::one_line(shapes[i].name).c_str());
    }
    return 0;
}
