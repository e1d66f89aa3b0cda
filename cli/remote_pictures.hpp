#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace cvtex::cli {

/// Pictures of the network, fetched once a run through a module that the first one loads.
/// Shared by threads.
class RemotePictures {
public:
    /// The bytes at an http or https address, or why there are none.
    [[nodiscard]] Result<std::string> read(const std::string& address);

    /// What failed is tried again when asked for the next time; not while others read.
    void forget_failures();

private:
    struct Picture {
        std::once_flag fetched;
        std::optional<Result<std::string>> bytes;
    };

    std::mutex mutex_;  ///< of the map; its elements stay where they are
    std::map<std::string, Picture> pictures_;
};

}  // namespace cvtex::cli
