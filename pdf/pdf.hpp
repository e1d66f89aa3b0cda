#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "fonts/fonts.hpp"
#include "layout/frame.hpp"
#include "pdf/claims.hpp"
#include "pdf/stamp.hpp"
#include "styles/styled.hpp"

namespace cvtex::pdf {

struct PdfOptions {
    bool compress = true;  ///< off: readable streams and no object streams, for snapshots
    WantedStandards standards;
    bool encrypted = false;  ///< the bytes will be encrypted
    Stamp stamp = {};
};

/// Writes the pages as PDF bytes. Deterministic: the same pages and fonts give the same bytes.
[[nodiscard]] Result<std::string> write_pdf(const layout::LaidOut& laid_out,
                                            const styles::Metadata& metadata,
                                            const fonts::FontLibrary& library,
                                            const PdfOptions& options,
                                            Diagnostics& diagnostics);

/// Version of libharu in use.
[[nodiscard]] std::string library_version();

}  // namespace cvtex::pdf
