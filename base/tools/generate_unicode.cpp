// Writes base/unicode.cpp's and base/unicode_names.cpp's tables out of Unicode's data files:
//   generate_unicode <data folder> <unicode_tables.hpp> <unicode_name_tables.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "base/tools/name_table.hpp"
#include "base/tools/property_table.hpp"

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: generate_unicode <data folder> <tables> <names>\n";
        return EXIT_FAILURE;
    }
    const std::string folder = argv[1];
    std::ofstream tables(argv[2]);
    cvtex::ucd::write_property_tables(folder, tables);
    std::ofstream names(argv[3]);
    cvtex::ucd::write_name_tables(folder, names);
    tables.close();
    names.close();
    if (tables && names) return EXIT_SUCCESS;
    std::cerr << "generate_unicode: cannot write " << argv[2] << " and " << argv[3] << '\n';
    return EXIT_FAILURE;
}
