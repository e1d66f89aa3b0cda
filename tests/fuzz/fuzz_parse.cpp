#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "grammar/parse.hpp"
#include "profile/profile.hpp"

/// libFuzzer's entry: any bytes go from decoding to the profile without a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace cvtex;
    Sources sources;
    std::string bytes(data, data + size);
    const FileId file = sources.add(Source::decode("fuzz.md", std::move(bytes)));
    Diagnostics diagnostics;
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    static_cast<void>(
        profile::make_profile(std::move(document), sources, {.lang = {}}, diagnostics));
    return 0;
}
