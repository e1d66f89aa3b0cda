#include "serve/state.hpp"

#include <array>

namespace cvtex::serve {
namespace {

/// Connections that may wait at a time: fewer than the server has threads.
constexpr int kMaxWaiting = 8;

/// FNV-1a: pages that have not changed keep their name, so that browsers keep them too.
std::string name_of(const std::string& page) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : page) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    constexpr char kDigits[] = "0123456789abcdef";
    std::string name;
    for (int shift = 60; shift >= 0; shift -= 4) name += kDigits[hash >> shift & 15];
    return name;
}

void append_string(std::string& out, const std::string& text) {
    constexpr char kDigits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

}  // namespace

void State::show(std::vector<ShownDocument> documents) {
    const std::lock_guard lock(mutex_);
    earlier_pages_ = std::move(pages_);
    pages_.clear();
    ++version_;
    json_ = "{\"version\":" + std::to_string(version_) + ",\"documents\":[";
    for (std::size_t i = 0; i < documents.size(); ++i) {
        ShownDocument& document = documents[i];
        json_ += i > 0 ? ",{\"title\":" : "{\"title\":";
        append_string(json_, document.title);
        json_ += document.failed ? ",\"failed\":true" : ",\"failed\":false";
        json_ += ",\"messages\":";
        append_string(json_, document.messages);
        json_ += ",\"pages\":[";
        for (std::size_t page = 0; page < document.pages.size(); ++page) {
            const std::string name = name_of(document.pages[page]);
            if (page > 0) json_ += ',';
            append_string(json_, name);
            pages_[name] = std::move(document.pages[page]);
        }
        json_ += "]}";
    }
    json_ += "]}";
    changed_.notify_all();
}

std::string State::wait(std::uint64_t known, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (known != version_ || waiting_ >= kMaxWaiting) return json_;
    ++waiting_;
    changed_.wait_for(lock, patience, [&] { return closed_ || known != version_; });
    --waiting_;
    return json_;
}

std::optional<std::string> State::page(const std::string& name) {
    const std::lock_guard lock(mutex_);
    for (const auto* pages : {&pages_, &earlier_pages_}) {
        if (const auto found = pages->find(name); found != pages->end()) return found->second;
    }
    return std::nullopt;
}

void State::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

}  // namespace cvtex::serve
