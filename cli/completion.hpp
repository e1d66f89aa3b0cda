#pragma once

#include <string>
#include <vector>

namespace cvtex::cli {

/// What a shell needs to know of one option.
struct OptionInfo {
    std::string short_name;  ///< "o" or empty
    std::string long_name;   ///< "output" or empty
    std::string help;
    std::string value;  ///< "FILE", empty for a flag
    std::vector<std::string> choices;
};

/// A completion script for `shell`: bash, zsh or fish.
[[nodiscard]] std::string completion_script(const std::string& shell,
                                            const std::vector<OptionInfo>& options);

}  // namespace cvtex::cli
