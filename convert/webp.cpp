#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "convert/module.hpp"
#include "convert/png_file.hpp"

namespace cvtex::convert {
namespace {

/// The ICC profile of the colours; empty when the file has none.
std::string profile_of(std::string_view bytes) {
    struct Free {
        void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
    };

    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    const std::unique_ptr<WebPDemuxer, Free> demuxer(WebPDemux(&data));
    WebPChunkIterator chunk;
    if (!demuxer || WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk) == 0) return {};
    std::string profile(reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size);
    WebPDemuxReleaseChunkIterator(&chunk);
    return profile;
}

}  // namespace

Result<std::string> webp_to_png(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK) {
        return Error{"not a readable WebP image", {}};
    }
    if (features.has_animation != 0) {
        return Error{"animated WebP images cannot be printed", "save one frame of it"};
    }
    const auto width = static_cast<std::uint32_t>(features.width);
    const auto height = static_cast<std::uint32_t>(features.height);
    if (width == 0 || height == 0 || std::uint64_t{width} * height > kMaxPixels) {
        return Error{"the image has " + std::to_string(width) + " by " +
                         std::to_string(height) + " pixels",
                     "use one with at most 64 million pixels"};
    }
    std::string rgba(std::size_t{width} * height * 4, '\0');
    if (WebPDecodeRGBAInto(data, bytes.size(), reinterpret_cast<std::uint8_t*>(rgba.data()),
                           rgba.size(), features.width * 4) == nullptr) {
        return Error{"broken WebP image", {}};
    }
    return png_file(rgba, width, height, 0, profile_of(bytes));
}

}  // namespace cvtex::convert
