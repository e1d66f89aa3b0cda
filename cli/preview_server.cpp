#include "cli/preview_server.hpp"

#include "cli/companion.hpp"

namespace cvtex::cli {

Result<std::unique_ptr<PreviewServer>> PreviewServer::start(unsigned port) {
    using Entry = const serve::Functions* (*)();
    const auto entry =
        reinterpret_cast<Entry>(load_symbol(serve::kModuleFile, serve::kModuleSymbol));
    if (entry == nullptr) {
        return Error{std::string("the module ") + serve::kModuleFile + " can't be loaded",
                     "install cvtex with 'make install', and Debian's package "
                     "libcpp-httplib0.11"};
    }
    const serve::Functions& functions = *entry();
    const Result<serve::Server*> server = functions.start(port);
    if (!server) return server.error();
    return std::unique_ptr<PreviewServer>(new PreviewServer(functions, *server));
}

PreviewServer::~PreviewServer() {
    functions_.stop(server_);
}

}  // namespace cvtex::cli
