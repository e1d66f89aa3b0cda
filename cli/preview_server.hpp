#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "serve/server.hpp"

namespace cvtex::cli {

/// The server of `--serve`, in the module that has it.
class PreviewServer {
public:
    /// Loads the module and binds `port` of 127.0.0.1; 0: any.
    [[nodiscard]] static Result<std::unique_ptr<PreviewServer>> start(unsigned port);
    ~PreviewServer();
    PreviewServer(const PreviewServer&) = delete;
    PreviewServer& operator=(const PreviewServer&) = delete;

    [[nodiscard]] std::string address() const { return functions_.address(*server_); }

    void show(std::vector<serve::ShownDocument> documents) {
        functions_.show(*server_, std::move(documents));
    }

private:
    PreviewServer(const serve::Functions& functions, serve::Server* server)
        : functions_(functions), server_(server) {}

    const serve::Functions& functions_;
    serve::Server* server_;
};

}  // namespace cvtex::cli
