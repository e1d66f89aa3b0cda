#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pdf/claims.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/stamp.hpp"
#include "styles/styled.hpp"

namespace cvtex::pdf {

/// A calendar date as the metadata states it; month and day 0 when not given.
struct MetadataDate {
    int year = 0, month = 0, day = 0;
};

/// Reads "2024", "2024-5", "2024-05-01", with '-', '/', '.' or 年月日 between the numbers.
/// Nothing when the text is anything else or names no real day.
[[nodiscard]] std::optional<MetadataDate> parse_date(std::string_view text);

/// The metadata as the Info dictionary and XMP can both state them: of bounded length, without
/// characters that XML does not know, line ends as spaces.
[[nodiscard]] styles::Metadata cleaned(styles::Metadata metadata);

/// The XMP packet (ISO 16684-1): well-formed XML whatever the metadata hold.
[[nodiscard]] std::string xmp_packet(const styles::Metadata& metadata, const Claims& claims,
                                     const Stamp& stamp);

/// Fills the Info dictionary and attaches XMP, language, viewer preferences and, when PDF/A is
/// claimed, the output intent.
void write_metadata(Document& document, const styles::Metadata& metadata, const Claims& claims,
                    const Stamp& stamp);

}  // namespace cvtex::pdf
