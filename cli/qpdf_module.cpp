#include "cli/qpdf_module.hpp"

#include "cli/companion.hpp"

namespace cvtex::cli {
namespace {

const verify::Functions* load() {
    using Entry = const verify::Functions* (*)();
    const auto entry =
        reinterpret_cast<Entry>(load_symbol(verify::kModuleFile, verify::kModuleSymbol));
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
