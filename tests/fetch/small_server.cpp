#include "tests/fetch/small_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace {

/// How often it looks whether it is to end.
constexpr int kTickMilliseconds = 20;

bool readable(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, kTickMilliseconds) == 1;
}

}  // namespace

SmallServer::SmallServer(Answer answer)
    : answer_(std::move(answer)), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    auto* const name = reinterpret_cast<sockaddr*>(&place);
    socklen_t size = sizeof place;
    if (::bind(socket_, name, size) == 0 && ::listen(socket_, 8) == 0 &&
        ::getsockname(socket_, name, &size) == 0)
        port_ = ::ntohs(place.sin_port);
    thread_ = std::thread([this] { serve(); });
}

SmallServer::~SmallServer() {
    ends_ = true;
    thread_.join();
    ::close(socket_);
}

void SmallServer::serve() {
    while (!ends_) {
        if (!readable(socket_)) continue;
        const int connection = ::accept(socket_, nullptr, nullptr);
        talk(connection);
        ::close(connection);
    }
}

void SmallServer::talk(int connection) {
    std::string request;
    char buffer[4096];
    while (!ends_ && request.find("\r\n\r\n") == std::string::npos) {
        if (!readable(connection)) continue;
        const ssize_t got = ::read(connection, buffer, sizeof buffer);
        if (got <= 0) return;
        request.append(buffer, static_cast<std::size_t>(got));
    }
    const std::string answer = answer_(request);
    std::string_view left = answer;
    while (!left.empty()) {
        const ssize_t sent = ::send(connection, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        left.remove_prefix(static_cast<std::size_t>(sent));
    }
    if (!answer.empty()) return;
    while (!ends_ &&
           !(readable(connection) && ::read(connection, buffer, sizeof buffer) <= 0)) {
    }
}
