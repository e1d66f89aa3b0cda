#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

/// An HTTP server of 127.0.0.1 that says what a test wants, one connection at a time.
class SmallServer {
public:
    /// From a request (its line and headers) to the whole answer; empty: none, the connection
    /// stays open until the client goes or the server ends.
    using Answer = std::function<std::string(const std::string& request)>;

    explicit SmallServer(Answer answer);
    ~SmallServer();
    SmallServer(const SmallServer&) = delete;
    SmallServer& operator=(const SmallServer&) = delete;

    [[nodiscard]] std::string address(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }

private:
    void serve();
    void talk(int connection);

    Answer answer_;
    int socket_;
    int port_ = 0;
    std::atomic<bool> ends_ = false;
    std::thread thread_;
};
