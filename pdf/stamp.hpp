#pragma once

#include <string>

namespace cvtex::pdf {

/// What a file says of its making, in its XMP packet, beside the date: the source as dc:source
/// `urn:sha256:…`, the rest as xmp:Label `cvtex VERSION; style=…; employer=…`, with `;`
/// and `%` in them as `%3B` and `%25`. Nothing of the machine or of who used it.
struct Stamp {
    std::string source;    ///< SHA-256 of the document's bytes, hexadecimal
    std::string style;     ///< its name, without folders
    std::string employer;  ///< the key that the document was tailored to; may be empty
};

}  // namespace cvtex::pdf
