#pragma once

#include <string>
#include <string_view>

/// What the fuzzers feed, also run on the regression corpus by an ordinary test.
namespace cvtex::test {

/// Any bytes go from decoding through every stage that needs neither style nor font.
void fuzz_document(std::string bytes);

/// `body` as front matter of the format that `format` chooses: TOML, YAML or JSON.
void fuzz_front_matter(char format, std::string_view body);

}  // namespace cvtex::test
