#pragma once

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "fonts/fonts.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Shaped text by what it was shaped from: the same words occur again within a document, in
/// each trial of a fit to pages, and in the versions for other employers. Sizes are not part of
/// it, since shaping is in font units. Safe to use from several threads; bounded in memory.
class ShapeCache {
public:
    /// What `request` is filed under; nothing when its glyphs may depend on the text around it.
    [[nodiscard]] static std::optional<std::string> key_of(const ShapeRequest& request);

    /// The runs for `key`, their offsets counted from `begin`.
    [[nodiscard]] std::optional<std::vector<ShapedRun>> find(const std::string& key,
                                                             std::uint32_t begin);
    /// Files `runs`, whose offsets are counted from `begin`.
    void add(std::string key, std::vector<ShapedRun> runs, std::uint32_t begin);

    [[nodiscard]] ShapeStatistics statistics() const;

private:
    /// Threads seldom meet at one of so many parts.
    static constexpr std::size_t kParts = 16;

    struct Part {
        std::mutex mutex;
        std::unordered_map<std::string, std::vector<ShapedRun>> runs;
        std::size_t glyphs = 0;
    };

    Part& part_of(const std::string& key);

    std::array<Part, kParts> parts_;
    std::atomic<std::uint64_t> asked_ = 0, found_ = 0;
};

}  // namespace cvtex::fonts
