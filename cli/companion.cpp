#include "cli/companion.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace cvtex::cli {

namespace fs = std::filesystem;

std::optional<std::string> find_companion(const std::string& file, const std::string& share) {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    // Beside it: build/release/; above: programs in tests/; two above: the sources' own folder.
    for (const fs::path& place : {folder.parent_path() / share, folder, folder.parent_path(),
                                  folder.parent_path().parent_path()}) {
        const fs::path path = place / file;
        if (fs::is_regular_file(path, error)) return path.string();
    }
    return std::nullopt;
}

void* load_symbol(const std::string& module, const char* symbol) {
    const std::optional<std::string> path = find_companion(module, "lib/cvtex");
    void* handle = path ? ::dlopen(path->c_str(), RTLD_NOW | RTLD_LOCAL) : nullptr;
    return handle == nullptr ? nullptr : ::dlsym(handle, symbol);
}

}  // namespace cvtex::cli
