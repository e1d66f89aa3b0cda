#include "pdf/png.hpp"

#include <png.h>

#include <algorithm>
#include <cstdlib>

#include "pdf/deflate.hpp"
#include "pdf/icc_profile.hpp"
#include "pdf/png_chunks.hpp"

namespace cvtex::pdf {
namespace {

/// The limits of ROBUSTNESS: a photograph has 12 to 50 million pixels.
constexpr std::uint64_t kMaxPixels = 64'000'000;

/// Frees what libpng holds, also after an error.
struct PngImage {
    png_image image{};

    PngImage() { image.version = PNG_IMAGE_VERSION; }

    ~PngImage() { png_image_free(&image); }

    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;

    [[nodiscard]] Error error(std::string_view what) const {
        return {std::string(what) + ": " + image.message, {}};
    }
};

/// Splits interleaved samples into colour and, unless all is opaque, alpha.
void split_alpha(Bitmap& bitmap, const std::string& samples) {
    const std::size_t step = bitmap.channels + 1;
    const std::size_t count = samples.size() / step;
    bitmap.pixels.resize(count * bitmap.channels);
    bitmap.alpha.resize(count);
    bool opaque = true;
    for (std::size_t i = 0; i < count; ++i) {
        std::copy_n(samples.data() + i * step, bitmap.channels,
                    bitmap.pixels.data() + i * bitmap.channels);
        bitmap.alpha[i] = samples[i * step + bitmap.channels];
        opaque = opaque && bitmap.alpha[i] == '\xFF';
    }
    if (opaque) bitmap.alpha.clear();
}

int paeth(int left, int up, int corner) {
    const int estimate = left + up - corner;
    const int to_left = std::abs(estimate - left);
    const int to_up = std::abs(estimate - up);
    const int to_corner = std::abs(estimate - corner);
    if (to_left <= to_up && to_left <= to_corner) return left;
    return to_up <= to_corner ? up : corner;
}

/// Appends to `out`, behind the filter's number, what each byte of `row` differs by from the
/// one that `predict` says; returns the sum of absolute differences, by which PNG encoders
/// choose.
template <class Predict>
std::uint64_t filter_row(char filter, std::string_view row, std::string& out, Predict predict) {
    out.resize(row.size() + 1);
    out[0] = filter;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto difference =
            static_cast<signed char>(static_cast<unsigned char>(row[i]) - predict(i));
        out[i + 1] = static_cast<char>(difference);
        sum += static_cast<std::uint64_t>(std::abs(static_cast<int>(difference)));
    }
    return sum;
}

/// The rows as they are or filtered, whichever is smaller once deflated: drawings and QR codes
/// do better without filters.
Dict write_samples(Document& document, std::string_view samples, std::uint32_t width,
                   std::uint32_t channels) {
    if (!document.compresses()) return document.make_stream(samples);
    const std::string rows = filter_rows(samples, std::size_t{width} * channels, channels);
    if (quick_size(samples) <= quick_size(rows)) return document.make_stream(samples);
    StreamData filtered = document.pack(rows);
    if (!filtered.filter) return document.make_stream(samples);
    Dict stream = document.make_stream(std::move(filtered));
    return stream.raw("DecodeParms", "<</Predictor 15/Colors " + std::to_string(channels) +
                                         "/BitsPerComponent 8/Columns " +
                                         std::to_string(width) + ">>");
}

void describe(Dict stream, const Bitmap& bitmap, std::string_view color_space) {
    stream.name("Type", "XObject")
        .name("Subtype", "Image")
        .integer("Width", bitmap.width)
        .integer("Height", bitmap.height)
        .integer("BitsPerComponent", 8)
        .raw("ColorSpace", color_space);
}

}  // namespace

Result<Bitmap> decode_png(std::string_view bytes) {
    const PngChunks chunks = split_png(bytes);
    PngImage png;
    if (!png_image_begin_read_from_memory(&png.image, chunks.file.data(), chunks.file.size())) {
        return png.error("not a readable PNG image");
    }
    const std::uint64_t pixels = std::uint64_t{png.image.width} * png.image.height;
    if (pixels == 0 || pixels > kMaxPixels) {
        return Error{"the image has " + std::to_string(png.image.width) + " by " +
                         std::to_string(png.image.height) + " pixels",
                     "use one with at most 64 million pixels"};
    }
    // Files of 16 bits that say nothing are in sRGB like all others, not linear.
    png.image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    png.image.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    const bool alpha = (png.image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    Bitmap bitmap{png.image.width, png.image.height, 3, {}, {}};
    if (!(png.image.format & PNG_FORMAT_FLAG_COLOR)) bitmap.channels = 1;
    std::string samples(pixels * (bitmap.channels + (alpha ? 1 : 0)), '\0');
    if (!png_image_finish_read(&png.image, nullptr, samples.data(), 0, nullptr)) {
        return png.error("broken PNG image");
    }
    if (alpha) {
        split_alpha(bitmap, samples);
    } else {
        bitmap.pixels = std::move(samples);
    }
    bitmap.profile =
        usable_profile(chunks.profile, static_cast<int>(bitmap.channels)).value_or("");
    return bitmap;
}

std::string filter_rows(std::string_view rows, std::size_t stride, std::size_t pixel) {
    std::string out;
    if (stride == 0) return out;
    out.reserve(rows.size() + rows.size() / stride);
    const std::string nothing(stride, '\0');
    std::string_view above = nothing;
    std::string best;
    std::string candidate;
    for (std::size_t begin = 0; begin + stride <= rows.size(); begin += stride) {
        const std::string_view row = rows.substr(begin, stride);
        const auto byte = [](std::string_view bytes, std::size_t i) {
            return static_cast<int>(static_cast<unsigned char>(bytes[i]));
        };
        const auto left = [&](std::size_t i) { return i < pixel ? 0 : byte(row, i - pixel); };
        const auto up = [&](std::size_t i) { return byte(above, i); };
        const auto corner = [&](std::size_t i) {
            return i < pixel ? 0 : byte(above, i - pixel);
        };
        std::uint64_t least = filter_row(1, row, best, left);
        const auto offer = [&](std::uint64_t sum) {
            if (sum >= least) return;
            least = sum;
            best.swap(candidate);
        };
        offer(filter_row(2, row, candidate, up));
        offer(filter_row(4, row, candidate,
                         [&](std::size_t i) { return paeth(left(i), up(i), corner(i)); }));
        out += best;
        above = row;
    }
    return out;
}

Dict write_bitmap(Document& document, const Bitmap& bitmap, std::string_view color_space) {
    Dict image = write_samples(document, bitmap.pixels, bitmap.width, bitmap.channels);
    describe(image, bitmap, color_space);
    if (!bitmap.alpha.empty()) {
        Dict mask = write_samples(document, bitmap.alpha, bitmap.width, 1);
        describe(mask, bitmap, "/DeviceGray");
        image.reference("SMask", mask);
    }
    return image;
}

}  // namespace cvtex::pdf
