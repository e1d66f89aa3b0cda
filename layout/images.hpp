#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "layout/frame.hpp"
#include "layout/layout.hpp"

namespace cvtex::layout {

/// Loads each image file once and knows its size from its header alone (PNG IHDR/pHYs, JPEG
/// SOF/APP1).
class ImageStore {
public:
    ImageStore(LaidOut& out, const LayoutOptions& options) : out_(out), options_(options) {}

    /// The image at `path` (a file's name or a data: URI), or nothing with a diagnostic at
    /// `span`: unreadable, of no known format, too large.
    [[nodiscard]] std::optional<ImageId> load(const std::string& path, Span span,
                                              Diagnostics& diagnostics);

    [[nodiscard]] const ImageResource& operator[](ImageId id) const {
        return out_.images[id.index()];
    }

    /// Size at the file's own resolution (96 dpi when it states none), orientation applied.
    [[nodiscard]] Size natural_size(ImageId id) const;

private:
    LaidOut& out_;
    const LayoutOptions& options_;
    std::map<std::string, std::optional<ImageId>> loaded_;
};

}  // namespace cvtex::layout
