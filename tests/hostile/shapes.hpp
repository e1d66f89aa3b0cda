#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

/// Documents that invite more than linear work or deep recursion: the shapes of the reference
/// implementation's pathological tests, those of the extensions, and those of our own syntax.
namespace cvtex::test {

struct Shape {
    std::string name;
    std::function<std::string(std::size_t)>
        make;  ///< length about proportional to its argument
};

[[nodiscard]] std::string repeat(const std::string& text, std::size_t count);
/// `name` with line ends and other controls made visible, at most 60 bytes.
[[nodiscard]] std::string one_line(const std::string& name);
[[nodiscard]] std::vector<Shape> hostile_shapes();

}  // namespace cvtex::test
