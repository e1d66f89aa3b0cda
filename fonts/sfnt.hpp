#pragma once

#include <hb.h>

#include <cstdint>
#include <string_view>

#include "fonts/handles.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// One table of a face; reads past its end give 0, so that a short table is merely empty.
class Table {
public:
    Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob_.get(), &length);
        bytes_ = {data, length};
    }

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

    [[nodiscard]] bool empty() const { return bytes_.empty(); }

    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        if (at + 2 > bytes_.size()) return 0;
        return static_cast<std::uint16_t>(static_cast<std::uint8_t>(bytes_[at]) << 8 |
                                          static_cast<std::uint8_t>(bytes_[at + 1]));
    }

    [[nodiscard]] std::int16_t s16(std::size_t at) const {
        return static_cast<std::int16_t>(u16(at));
    }

    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return static_cast<std::uint32_t>(u16(at)) << 16 | u16(at + 2);
    }

private:
    BlobPtr blob_;
    std::string_view bytes_;
};

}  // namespace cvtex::fonts
