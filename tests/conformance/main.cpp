// check_conformance FILE.pdf…: prints what each file claims and which rules of its claims it
// breaks; with --all, also the rules of standards that it does not claim.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/conformance/checker.hpp"

int main(int argc, char** argv) {
    using namespace cvtex::conformance;
    bool all = false;
    bool clean = true;
    for (int i = 1; i < argc; ++i) {
        const std::string path = argv[i];
        if (path == "--all") {
            all = true;
            continue;
        }
        std::ifstream file(path, std::ios::binary);
        const Report report = check({std::istreambuf_iterator<char>(file), {}});
        const std::vector<Finding> findings = all ? report.findings : report.violations();
        const std::string level(report.claimed.a2_level ? 1 : 0, report.claimed.a2_level);
        std::printf("%s: claims%s%s%s\n%s", path.c_str(), level.empty() ? "" : " PDF/A-2",
                    level.c_str(), report.claimed.ua1 ? " PDF/UA-1" : "",
                    to_text(findings).c_str());
        clean = clean && findings.empty();
    }
    return clean ? 0 : 1;
}
