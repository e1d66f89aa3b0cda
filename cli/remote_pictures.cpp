#include "cli/remote_pictures.hpp"

#include "cli/companion.hpp"
#include "cli/files.hpp"
#include "fetch/fetch.hpp"

namespace cvtex::cli {
namespace {

fetch::Fetcher load() {
    using Entry = fetch::Fetcher (*)();
    const auto entry =
        reinterpret_cast<Entry>(load_symbol(fetch::kModuleFile, fetch::kModuleSymbol));
    return entry == nullptr ? nullptr : entry();
}

Result<std::string> fetch_picture(const std::string& address) {
    static const fetch::Fetcher kFetch = load();
    if (kFetch != nullptr) return kFetch(address, fetch::Limits{.bytes = kMaxInputBytes});
    return Error{"this cvtex was built or installed without fetching",
                 "download the picture and refer to the file, or build cvtex with "
                 "libcurl4-openssl-dev"};
}

}  // namespace

Result<std::string> RemotePictures::read(const std::string& address) {
    std::unique_lock lock(mutex_);
    Picture& picture = pictures_[address];
    lock.unlock();
    std::call_once(picture.fetched, [&] { picture.bytes = fetch_picture(address); });
    return *picture.bytes;
}

void RemotePictures::forget_failures() {
    const std::lock_guard lock(mutex_);
    std::erase_if(pictures_, [](const auto& known) { return !known.second.bytes->ok(); });
}

}  // namespace cvtex::cli
