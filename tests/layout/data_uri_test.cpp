#include "layout/data_uri.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

TEST_CASE("data URIs are decoded") {
    struct Case {
        const char* uri;
        std::string bytes;
    };

    for (const Case& c : {
             Case{"data:text/plain;base64,Zm9vYmFy", "foobar"},
             Case{"data:text/plain;base64,Zm9vYmE=", "fooba"},
             Case{"data:text/plain;base64,Zm9vYg==", "foob"},
             Case{"data:text/plain;base64,Zm9vYg", "foob"},
             Case{"DATA:;BASE64,Zm9v", "foo"},
             Case{"data:;base64,Zm%39v", "foo"},
             Case{"data:;base64,Zm9v\n YmFy", "foobar"},
             Case{"data:;base64,-_-_", "\xfb\xff\xbf"},
             Case{"data:image/svg+xml,%3Csvg%3E", "<svg>"},
             Case{"data:image/svg+xml;utf8,<svg>50%</svg>", "<svg>50%</svg>"},
             Case{"data:,", ""},
         }) {
        INFO(c.uri);
        const auto bytes = decode_data_uri(c.uri);
        REQUIRE(bytes.ok());
        CHECK(*bytes == c.bytes);
    }
    for (const char* uri :
         {"data:image/png;base64", "data:;base64,Z", "data:;base64,Zm9*", "date:,x", "data"}) {
        INFO(uri);
        CHECK_FALSE(decode_data_uri(uri).ok());
    }
    CHECK(is_data_uri("Data:x"));
    CHECK_FALSE(is_data_uri("dat"));
}
