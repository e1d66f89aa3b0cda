#include "fetch/fetch.hpp"

#include <cstdlib>
#include <mutex>
#include <vector>

#include "tests/fetch/small_server.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace std::chrono_literals;

namespace {

constexpr fetch::Limits kLimits{.bytes = 1000, .connect = 2000ms, .total = 4000ms};

std::string answer(const std::string& status, const std::string& body,
                   const std::string& headers = {}) {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string redirect(const std::string& to) {
    return answer("302 Found", "", "Location: " + to + "\r\n");
}

/// The path of a request's first line.
std::string path_of(const std::string& request) {
    const std::size_t start = request.find(' ') + 1;
    return request.substr(start, request.find(' ', start) - start);
}

std::string say(const std::string& request) {
    const std::string path = path_of(request);
    if (path == "/a.png") return answer("200 OK", "picture", "Content-Type: text/html\r\n");
    if (path == "/moved") return redirect("/a.png");
    if (path == "/loop") return redirect("/loop");
    if (path == "/file") return redirect("file:///etc/passwd");
    if (path == "/ftp") return redirect("ftp://127.0.0.1/a.png");
    if (path == "/user") return redirect("http://me:word@127.0.0.1/a.png");
    if (path == "/large") return answer("200 OK", std::string(1001, 'x'));
    if (path == "/full") return answer("200 OK", std::string(1000, 'x'));
    // Without a length, which libcurl could refuse at once.
    if (path == "/endless") return "HTTP/1.0 200 OK\r\n\r\n" + std::string(50'000, 'x');
    if (path == "/part") return answer("206 Partial Content", "pict");
    if (path == "/empty") return answer("204 No Content", "");
    if (path == "/cut") return "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort";
    if (path == "/silent") return "";
    if (path == "/junk") return "\x01\x02 no HTTP\r\n\r\n";
    return answer("404 Not Found", "no such thing");
}

/// Proxies of the environment would stand between the test and its server.
void use_no_proxy() {
    ::setenv("no_proxy", "*", 1);
}

std::string message(const Result<std::string>& result) {
    return result.ok() ? "fetched" : result.error().message;
}

}  // namespace

TEST_CASE("what a server answers with status 200 is fetched") {
    use_no_proxy();
    const SmallServer server(say);
    CHECK(*fetch::fetch(server.address("/a.png"), kLimits) == "picture");
    CHECK(*fetch::fetch(server.address("/a.png#part"), kLimits) == "picture");
    CHECK(*fetch::fetch(server.address("/moved"), kLimits) == "picture");
    CHECK(fetch::fetch(server.address("/full"), kLimits)->size() == 1000);
}

TEST_CASE("all else is an error that says why") {
    use_no_proxy();
    const SmallServer server(say);

    struct Case {
        const char* path;
        const char* message;
    };

    for (const Case& c : {
             Case{"/none", "status 404"},
             Case{"/part", "status 206"},
             Case{"/empty", "status 204"},
             Case{"/loop", "redirects more than 5 times"},
             Case{"/file", "neither http nor https"},
             Case{"/ftp", "neither http nor https"},
             Case{"/user", "names a user"},
             Case{"/large", "larger than"},
             Case{"/endless", "larger than"},
             Case{"/cut", "can't be fetched"},
             Case{"/junk", "neither http nor https"},
         }) {
        INFO(c.path);
        CHECK_THAT(message(fetch::fetch(server.address(c.path), kLimits)),
                   Catch::Matchers::Contains(c.message));
    }
    for (const char* address : {"file:///etc/passwd", "ftp://127.0.0.1/a", "dict://127.0.0.1/a",
                                "http://", "", "a.png", "http://me@127.0.0.1/a.png",
                                "http://127.0.0.1:1/a.png", "http://[::1/a.png"}) {
        INFO(address);
        CHECK_FALSE(fetch::fetch(address, kLimits).ok());
    }
}

TEST_CASE("a server that says nothing is left after the time allowed") {
    use_no_proxy();
    const SmallServer server(say);
    fetch::Limits hasty = kLimits;
    hasty.total = 100ms;
    CHECK_THAT(message(fetch::fetch(server.address("/silent"), hasty)),
               Catch::Matchers::Contains("within 0.1 s"));
}

TEST_CASE("a request tells nothing of who asks") {
    use_no_proxy();
    std::string seen;
    const SmallServer server([&](const std::string& request) {
        seen = request;
        return answer("200 OK", "picture", "Set-Cookie: a=b\r\n");
    });
    for (int round = 0; round < 2; ++round) {
        REQUIRE(fetch::fetch(server.address("/照 片.png?a=b c#d"), kLimits).ok());
        const std::string host = server.address("").substr(std::string("http://").size());
        CHECK(seen == "GET /%E7%85%A7%20%E7%89%87.png?a=b%20c HTTP/1.1\r\nHost: " + host +
                          "\r\nUser-Agent: cvtex\r\nAccept: */*\r\n\r\n");
    }
}
