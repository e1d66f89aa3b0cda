#include "pdf/icc_profile.hpp"

#include "pdf/icc.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex::pdf;

namespace {

/// A sound RGB profile that does not call itself sRGB.
std::string sound() {
    std::string profile = srgb_profile();
    for (const std::string_view name :
         {std::string_view("sRGB"), std::string_view("s\0R\0G\0B", 7)}) {
        for (std::size_t at = 0; (at = profile.find(name, at)) != std::string::npos;)
            profile[at] = 'x';
    }
    return profile;
}

std::string with(std::size_t at, const std::string& bytes) {
    return sound().replace(at, bytes.size(), bytes);
}

}  // namespace

TEST_CASE("profiles are kept when they are sound") {
    CHECK(usable_profile(sound(), 3) == sound());
    CHECK(usable_profile(sound() + "more", 3) == sound());
    CHECK_FALSE(usable_profile(srgb_profile(), 3));
    CHECK_FALSE(usable_profile(sound(), 1));
    CHECK_FALSE(usable_profile(sound(), 4));
}

TEST_CASE("broken profiles are left out") {
    for (std::size_t length = 0; length < sound().size(); ++length)
        CHECK_FALSE(usable_profile(sound().substr(0, length), 3));
    CHECK_FALSE(usable_profile(with(0, std::string(4, '\0')), 3));      // size
    CHECK_FALSE(usable_profile(with(8, "\x05"), 3));                    // version
    CHECK_FALSE(usable_profile(with(12, "link"), 3));                   // class
    CHECK_FALSE(usable_profile(with(16, "Lab "), 3));                   // colour space
    CHECK_FALSE(usable_profile(with(36, "acps"), 3));                   // signature
    CHECK_FALSE(usable_profile(with(128, "\x7F\xFF\xFF\xFF"), 3));      // number of tags
    CHECK_FALSE(usable_profile(with(132 + 4, "\x7F\xFF\xFF\xFF"), 3));  // a tag's offset
    CHECK_FALSE(usable_profile(with(132 + 8, "\x7F\xFF\xFF\xFF"), 3));  // a tag's size
}
