#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

/// Shows pages in a browser on this machine.
namespace cvtex::serve {

/// One output as the browser shows it.
struct ShownDocument {
    std::string title;
    bool failed = false;             ///< the pages are those of an earlier state
    std::string messages;            ///< for people, without colours
    std::vector<std::string> pages;  ///< SVG elements
};

struct Server;

/// What the module offers.
struct Functions {
    /// Binds 127.0.0.1 (`port` 0: any free one) and serves in threads of its own.
    Result<Server*> (*start)(unsigned port);
    /// Where a browser finds the preview; the path holds a random token.
    std::string (*address)(const Server& server);
    /// Shows other documents; browsers hear of it at once.
    void (*show)(Server& server, std::vector<ShownDocument> documents);
    /// Ends all connections and frees the server.
    void (*stop)(Server* server);
};

[[nodiscard]] const Functions& functions();

/// The module's file name, and its only symbol: `const Functions* cvtex_preview_functions()`.
constexpr const char* kModuleFile = "cvtex-preview.so";
constexpr const char* kModuleSymbol = "cvtex_preview_functions";

}  // namespace cvtex::serve
