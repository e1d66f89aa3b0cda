#pragma once

#include <string>

/// Dumps of syntax trees as the tests compare them.
namespace cvtex::testing {

/// `dump` without the spans at the ends of its lines.
inline std::string without_spans(const std::string& dump) {
    std::string out;
    for (std::size_t begin = 0; begin < dump.size();) {
        const std::size_t end = dump.find('\n', begin);
        const std::string line = dump.substr(begin, end - begin);
        const std::size_t span = line.ends_with(')') ? line.rfind(" [") : std::string::npos;
        out += line.substr(0, span) + "\n";
        begin = end + 1;
    }
    return out;
}

}  // namespace cvtex::testing
