#include "fetch/fetch.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "fetch/private_address.hpp"

namespace cvtex::fetch {
namespace {

constexpr const char* kUserAgent = "cvtex";
constexpr const char* kSchemes = "http,https";
constexpr long kStatusOk = 200;

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

using Handle = std::unique_ptr<CURL, CloseHandle>;

/// One download as its callbacks see it.
struct Download {
    const Limits& limits;
    std::string bytes = {};
    bool too_large = false;
    bool asked = false;          ///< a server was reached already
    bool began_outside = false;  ///< the first one, in a public network
    bool led_inside = false;     ///< a redirect pointed into a private one
};

std::size_t take(const char* data, std::size_t, std::size_t size, void* user) noexcept {
    auto& download = *static_cast<Download*>(user);
    download.too_large = size > download.limits.bytes - download.bytes.size();
    if (download.too_large) return 0;  // libcurl stops
    download.bytes.append(data, size);
    return size;
}

/// Before each request: a public server must not make cvtex ask what only this machine or its
/// network can see. The address is the one connected to, so that no name can lie about it.
int check_server(void* user, char* server, char*, int, int) noexcept {
    auto& download = *static_cast<Download*>(user);
    const bool inside = is_private_address(server);
    if (!download.asked) download.began_outside = !inside;
    download.asked = true;
    download.led_inside = inside && download.began_outside;
    return download.led_inside ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/// What an address must not hold behind the server's name is escaped, as browsers do.
std::string escape_address(const std::string& address) {
    constexpr const char* kHex = "0123456789ABCDEF";
    constexpr std::string_view kSlashes = "://";
    const std::size_t scheme = address.find(kSlashes);
    const std::size_t server = scheme == address.npos ? 0 : scheme + kSlashes.size();
    const std::size_t path = std::min(address.find_first_of("/?#", server), address.size());
    std::string out = address.substr(0, path);
    for (const char c : address.substr(path)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F) {
            out += c;
        } else {
            out.append({'%', kHex[byte >> 4], kHex[byte & 0xF]});
        }
    }
    return out;
}

/// Sets every option; false when libcurl lacks one, without which the promises would not hold.
bool prepare(CURL* curl, const std::string& address, Download& download) {
    const Limits& limits = download.limits;
    const auto set = [&](CURLoption option, auto value) {
        return curl_easy_setopt(curl, option, value) == CURLE_OK;
    };
    return set(CURLOPT_URL, address.c_str()) && set(CURLOPT_PROTOCOLS_STR, kSchemes) &&
           set(CURLOPT_REDIR_PROTOCOLS_STR, kSchemes) && set(CURLOPT_FOLLOWLOCATION, 1L) &&
           set(CURLOPT_MAXREDIRS, limits.redirects) &&
           set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L) &&
           set(CURLOPT_NETRC, long{CURL_NETRC_IGNORED}) && set(CURLOPT_USERAGENT, kUserAgent) &&
           set(CURLOPT_FAILONERROR, 1L) && set(CURLOPT_NOSIGNAL, 1L) &&
           set(CURLOPT_CONNECTTIMEOUT_MS, long{limits.connect.count()}) &&
           set(CURLOPT_TIMEOUT_MS, long{limits.total.count()}) &&
           set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes)) &&
           set(CURLOPT_WRITEFUNCTION, take) &&
           set(CURLOPT_WRITEDATA, static_cast<void*>(&download)) &&
           set(CURLOPT_PREREQFUNCTION, check_server) &&
           set(CURLOPT_PREREQDATA, static_cast<void*>(&download));
}

std::string in_seconds(std::chrono::milliseconds time) {
    const auto tenths = time.count() / 100;
    return std::to_string(tenths / 10) +
           (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " s";
}

long status_of(CURL* curl) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

Error bad_status(CURL* curl) {
    return {"its server answers with status " + std::to_string(status_of(curl)),
            "check the address"};
}

Error explain(CURLcode code, CURL* curl, const Download& download) {
    const Limits& limits = download.limits;
    if (download.too_large || code == CURLE_FILESIZE_EXCEEDED)
        return {"larger than " + std::to_string(limits.bytes >> 20) + " MB",
                "make the image smaller"};
    if (download.led_inside)
        return {"its server points to an address in this machine's own network", {}};
    switch (code) {
        case CURLE_HTTP_RETURNED_ERROR:
            return bad_status(curl);
        case CURLE_TOO_MANY_REDIRECTS:
            return {
                "its server redirects more than " + std::to_string(limits.redirects) + " times",
                {}};
        case CURLE_UNSUPPORTED_PROTOCOL:
            return {"its server answers in or points to neither http nor https", {}};
        case CURLE_LOGIN_DENIED:
            return {"the address names a user", "download the picture and refer to the file"};
        case CURLE_OPERATION_TIMEDOUT:
            return {"it did not come within " + in_seconds(limits.total) + " (" +
                        in_seconds(limits.connect) + " to connect)",
                    {}};
        case CURLE_PEER_FAILED_VERIFICATION:
            return {"its server's certificate is not trusted", {}};
        default:
            break;
    }
    std::string reason = curl_easy_strerror(code);
    if (!reason.empty()) reason[0] = ascii::to_lower(reason[0]);
    return {"it can't be fetched: " + reason, {}};
}

}  // namespace

Result<std::string> fetch(const std::string& address, const Limits& limits) {
    // Once a process; libcurl's own lock guards it, and C++'s that of the static.
    static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Handle handle(kStarted == CURLE_OK ? curl_easy_init() : nullptr);
    Download download{limits};
    if (handle == nullptr || !prepare(handle.get(), escape_address(address), download))
        return Error{"libcurl can't be used", {}};
    const CURLcode code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) return explain(code, handle.get(), download);
    if (status_of(handle.get()) != kStatusOk) return bad_status(handle.get());
    return std::move(download.bytes);
}

}  // namespace cvtex::fetch
