#include "cli/qpdf_module.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

void* open_module() {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& place : {folder, folder / ".." / "lib" / "cvtex",
                                  folder / ".."}) {  // the last one: programs in tests/
        const fs::path path = place / verify::kModuleFile;
        if (!fs::exists(path, error)) continue;
        // Never closed: its functions are used until the process ends.
        if (void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return handle;
    }
    return nullptr;
}

const verify::Functions* load() {
    void* handle = open_module();
    if (handle == nullptr) return nullptr;
    using Entry = const verify::Functions* (*)();
    const auto entry = reinterpret_cast<Entry>(::dlsym(handle, verify::kModuleSymbol));
    return entry == nullptr ? nullptr : entry();
}

}  // namespace

Result<const verify::Functions*> qpdf_functions() {
    static const verify::Functions* const functions = load();
    if (functions == nullptr) {
        return Error{std::string("the module ") + verify::kModuleFile + " can't be loaded",
                     "install cvtex with 'make install', and Debian's package libqpdf29"};
    }
    return functions;
}

}  // namespace cvtex::cli
