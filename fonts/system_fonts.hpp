#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fonts/catalog.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// The installed fonts as fontconfig lists them. Constructing it loads fontconfig's caches
/// (10–30 ms), hence only when a family or a character asks for it. Preferences of the user's
/// locale are not consulted: the same fonts give the same answers. Not thread-safe.
class SystemFonts {
public:
    SystemFonts();
    ~SystemFonts();
    SystemFonts(const SystemFonts&) = delete;
    SystemFonts& operator=(const SystemFonts&) = delete;

    /// A face of exactly this family (any of its names), nearest in slant and weight.
    [[nodiscard]] std::optional<FaceFile> find_family(const FaceWish& wish) const;
    /// Faces that have the character, best first: upright, text faces in the manner (serif or
    /// not) of `wish.family`, Noto before others, near in weight.
    [[nodiscard]] std::vector<FaceFile> find_character(char32_t c, const FaceWish& wish) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace cvtex::fonts
