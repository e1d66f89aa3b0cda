#include "serve/server.hpp"

#include <httplib.h>
#include <sys/random.h>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>
#include <thread>

#include "serve/assets.hpp"
#include "serve/state.hpp"

// Whoever opens a page in the same browser may send requests to this port. What keeps others
// out: the address is the machine's own, Host must name it (a DNS name that was rebound does
// not), Origin must be ours, and every path begins with a token that only this process and its
// user know.

namespace cvtex::serve {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kTokenBytes = 16;
/// More than may wait for a change, so that pages are served beside them.
constexpr std::size_t kThreads = 16;
/// Seconds that a client may take to send or read.
constexpr time_t kSlowestClient = 5;
/// Seconds that a connection without requests stays: ending cvtex waits for it.
constexpr time_t kIdle = 1;
/// Requests have no body and short headers.
constexpr std::size_t kMaxBody = 1024;
constexpr std::chrono::seconds kPatience{20};

Result<std::string> random_token() {
    std::array<unsigned char, kTokenBytes> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return Error{"the system gives no random numbers for the preview's address", {}};
    constexpr char kDigits[] = "0123456789abcdef";
    std::string token;
    for (const unsigned char byte : bytes) {
        token += kDigits[byte >> 4];
        token += kDigits[byte & 15];
    }
    return token;
}

/// Whether both are equal, in a time that does not tell where they part.
bool is_same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

std::string_view content_type(std::string_view name) {
    if (name.ends_with(".html")) return "text/html; charset=utf-8";
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    return "text/javascript; charset=utf-8";
}

void add_headers(httplib::Response& response) {
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("X-Frame-Options", "DENY");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
                        "data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                        "frame-ancestors 'none'");
}

void refuse(httplib::Response& response, int status, const char* why) {
    response.status = status;
    response.set_content(std::string(why) + "\n", "text/plain; charset=utf-8");
}

}  // namespace

struct Server {
    httplib::Server http;
    State state;
    std::string token;
    int port = 0;
    std::thread thread;

    /// Whether a request comes from the preview's own page or a person's address bar.
    [[nodiscard]] bool is_ours(const httplib::Request& request) const {
        const std::string here = ":" + std::to_string(port);
        const std::string host = request.get_header_value("Host");
        if (host != kAddress + here && host != "localhost" + here) return false;
        if (request.get_header_value_count("Host") != 1) return false;
        if (!request.has_header("Origin")) return true;
        return request.get_header_value("Origin") == "http://" + host;
    }

    void answer(const httplib::Request& request, httplib::Response& response) {
        add_headers(response);
        if (!is_ours(request)) return refuse(response, 403, "not from here");
        if (request.method != "GET") return refuse(response, 405, "GET only");
        const std::string_view path = request.path;
        const std::size_t slash = path.find('/', 1);
        if (slash == std::string_view::npos || !is_same(path.substr(1, slash - 1), token))
            return refuse(response, 404, "not found");
        inside(path.substr(slash + 1), request, response);
    }

    /// `path` is what stands behind the token.
    void inside(std::string_view path, const httplib::Request& request,
                httplib::Response& response) {
        if (path == "state") {
            std::uint64_t known = 0;
            const std::string after = request.get_param_value("after");
            std::from_chars(after.data(), after.data() + after.size(), known);
            return response.set_content(state.wait(known, kPatience), "application/json");
        }
        constexpr std::string_view kPages = "page/";
        if (path.starts_with(kPages)) {
            if (const auto page = state.page(std::string(path.substr(kPages.size()))))
                return response.set_content(*page, "image/svg+xml");
        }
        for (const Asset& asset : assets()) {
            if (asset.name == (path.empty() ? std::string_view("index.html") : path)) {
                return response.set_content(asset.text.data(), asset.text.size(),
                                            content_type(asset.name).data());
            }
        }
        refuse(response, 404, "not found");
    }
};

namespace {

void configure(Server& server) {
    httplib::Server& http = server.http;
    http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    http.set_read_timeout(kSlowestClient);
    http.set_write_timeout(kSlowestClient);
    http.set_keep_alive_timeout(kIdle);
    http.set_payload_max_length(kMaxBody);
    // Not SO_REUSEPORT, which the library sets: a second preview must not share the port.
    http.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    // Before any routing: every method and path is answered here.
    http.set_pre_routing_handler(
        [&server](const httplib::Request& request, httplib::Response& response) {
            server.answer(request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
}

Result<Server*> start(unsigned port) {
    Result<std::string> token = random_token();
    if (!token) return token.error();
    auto server = std::make_unique<Server>();
    server->token = std::move(token).value();
    configure(*server);
    if (port == 0) {
        server->port = server->http.bind_to_any_port(kAddress);
    } else if (server->http.bind_to_port(kAddress, static_cast<int>(port))) {
        server->port = static_cast<int>(port);
    }
    if (server->port <= 0) {
        return Error{"the preview can't have port " + std::to_string(port) + " of " + kAddress,
                     "leave the port out to get a free one"};
    }
    server->thread = std::thread([raw = server.get()] { raw->http.listen_after_bind(); });
    while (!server->http.is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return server.release();
}

std::string address(const Server& server) {
    return std::string("http://") + kAddress + ":" + std::to_string(server.port) + "/" +
           server.token + "/";
}

void show(Server& server, std::vector<ShownDocument> documents) {
    server.state.show(std::move(documents));
}

void stop(Server* server) {
    const std::unique_ptr<Server> owned(server);
    owned->state.close();
    owned->http.stop();
    owned->thread.join();
}

}  // namespace

const Functions& functions() {
    static constexpr Functions kFunctions{start, address, show, stop};
    return kFunctions;
}

}  // namespace cvtex::serve
