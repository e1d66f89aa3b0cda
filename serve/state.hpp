#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "serve/server.hpp"

namespace cvtex::serve {

/// What is shown now, and who waits for what comes next. Used by several threads.
class State {
public:
    void show(std::vector<ShownDocument> documents);

    /// The state as JSON, at once when it is not `known` any more, else when it changes or
    /// after `patience`. Only so many may wait; others get it at once.
    [[nodiscard]] std::string wait(std::uint64_t known, std::chrono::milliseconds patience);

    /// A page of this state or the one before, by its name in the JSON.
    [[nodiscard]] std::optional<std::string> page(const std::string& name);

    /// Lets all who wait go.
    void close();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t version_ = 0;
    int waiting_ = 0;
    bool closed_ = false;
    std::string json_ = "{\"version\":0,\"documents\":[]}";
    std::map<std::string, std::string> pages_, earlier_pages_;
};

}  // namespace cvtex::serve
