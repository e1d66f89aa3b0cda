#include "pdf/serializer.hpp"

#include <algorithm>
#include <cassert>

#include "pdf/deflate.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// The second line tells transfer programs that the file is binary (7.5.2).
constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
/// Readers load an object stream as a whole: large enough to compress, small enough to seek.
constexpr std::size_t kObjectsPerStream = 400;

/// Of an object in its stream.
constexpr int kIndexBytes = 2;

/// Where an object is: at an offset of the file, or at a place in an object stream.
struct Place {
    bool packed = false;
    std::size_t where = 0;  ///< byte offset, or number of the object stream
    std::size_t index = 0;  ///< in the object stream
};

void append_object(std::string& out, const Object& object, std::string_view syntax) {
    append_integer(out, object.ref.id);
    out += " 0 obj\n";
    out += syntax;
    if (object.stream) {
        // ISO 19005-2, 6.1.7.1: LF after "stream", an end of line before "endstream".
        out += "\nstream\n";
        out += *object.stream;
        out += "\nendstream";
    }
    out += "\nendobj\n";
}

/// Entries of the trailer, which the classic form writes as a dictionary and the compact form
/// in the cross-reference stream.
std::string trailer_entries(Document& document, std::size_t size, std::string_view body) {
    std::string out = "/Size ";
    append_integer(out, static_cast<std::int64_t>(size));
    out += "\n/Root ";
    append_ref(out, document.catalog().ref());
    out += "\n/Info ";
    append_ref(out, document.info().ref());
    const std::string id = hex_string(md5(body));
    out += "\n/ID [" + id + id + "]\n";
    return out;
}

void append_end(std::string& out, std::size_t xref_offset) {
    out += "startxref\n";
    append_integer(out, static_cast<std::int64_t>(xref_offset));
    out += "\n%%EOF\n";
}

void append_padded(std::string& out, std::size_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

std::string serialize_classic(Document& document, const std::vector<Object>& objects) {
    std::string out(kHeader);
    std::vector<std::size_t> offsets;
    for (const Object& object : objects) {
        offsets.push_back(out.size());
        append_object(out, object, object.syntax);
    }
    const std::string trailer = trailer_entries(document, objects.size() + 1, out);
    const std::size_t xref = out.size();
    out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        append_padded(out, offset, 10);
        out += " 00000 n \n";
    }
    out += "trailer\n<<\n" + trailer + ">>\n";
    append_end(out, xref);
    return out;
}

/// Packs `members` into one object stream with number `id`.
Object pack_objects(std::uint32_t id, const std::vector<const Object*>& members,
                    std::string& bytes) {
    std::string index;
    std::string body;
    for (const Object* member : members) {
        append_integer(index, member->ref.id);
        index += ' ';
        append_integer(index, static_cast<std::int64_t>(body.size()));
        index += ' ';
        body += without_spare_spaces(member->syntax);
        body += '\n';
    }
    bytes = deflate(index + body);
    std::string syntax = "<</Type/ObjStm/N " + std::to_string(members.size()) + "/First " +
                         std::to_string(index.size()) + "/Length " +
                         std::to_string(bytes.size()) + "/Filter/FlateDecode>>";
    return {Ref{id}, std::move(syntax), &bytes};
}

void append_big_endian(std::string& out, std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

int bytes_for(std::size_t value) {
    int bytes = 1;
    while (value >>= 8) ++bytes;
    return bytes;
}

/// A row of the cross-reference stream (7.5.8.3): type, place, index or generation.
std::string xref_row(int type, std::size_t where, int where_bytes, std::size_t index) {
    std::string row;
    append_big_endian(row, static_cast<std::size_t>(type), 1);
    append_big_endian(row, where, where_bytes);
    append_big_endian(row, index, kIndexBytes);
    return row;
}

/// The rows, entry 0 first, each as its differences from the row above (PNG's filter Up):
/// objects packed one after the other then have the same row.
std::string xref_rows(const std::vector<Place>& places, int where_bytes) {
    constexpr char kUp = 2;
    std::string rows;
    std::string above = xref_row(0, 0, where_bytes, 0);
    const auto add = [&](const std::string& row) {
        rows += kUp;
        for (std::size_t i = 0; i < row.size(); ++i)
            rows += static_cast<char>(row[i] - above[i]);
        above = row;
    };
    add(xref_row(0, 0, where_bytes, 0xFFFF));
    for (const Place& place : places)
        add(xref_row(place.packed ? 2 : 1, place.where, where_bytes, place.index));
    return rows;
}

/// Appends the object streams that hold all objects without a stream of their own; `places`
/// grows by the streams' own entries.
void append_packed(std::string& out, const std::vector<Object>& objects,
                   std::vector<Place>& places) {
    std::vector<const Object*> loose;
    for (const Object& object : objects) {
        if (!object.stream) loose.push_back(&object);
    }
    for (std::size_t begin = 0; begin < loose.size(); begin += kObjectsPerStream) {
        const std::size_t end = std::min(begin + kObjectsPerStream, loose.size());
        const std::vector<const Object*> members(
            loose.begin() + static_cast<std::ptrdiff_t>(begin),
            loose.begin() + static_cast<std::ptrdiff_t>(end));
        const std::size_t id = places.size() + 1;
        for (std::size_t i = 0; i < members.size(); ++i) {
            places[members[i]->ref.id - 1] = {true, id, i};
        }
        places.push_back({false, out.size(), 0});
        std::string bytes;
        const Object packed = pack_objects(static_cast<std::uint32_t>(id), members, bytes);
        append_object(out, packed, packed.syntax);
    }
}

std::string serialize_compact(Document& document, const std::vector<Object>& objects) {
    std::string out(kHeader);
    std::vector<Place> places(objects.size());
    for (const Object& object : objects) {
        if (!object.stream) continue;
        places[object.ref.id - 1] = {false, out.size(), 0};
        append_object(out, object, without_spare_spaces(object.syntax));
    }
    append_packed(out, objects, places);

    const std::size_t xref = out.size();
    places.push_back({false, xref, 0});
    const int where_bytes = bytes_for(xref);
    const std::string rows = deflate(xref_rows(places, where_bytes));
    std::string syntax = "<</Type/XRef/W[1 " + std::to_string(where_bytes) + " 2]\n" +
                         trailer_entries(document, places.size() + 1, out) + "/Length " +
                         std::to_string(rows.size()) +
                         "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " +
                         std::to_string(1 + where_bytes + kIndexBytes) + ">>>>";
    append_object(out, {Ref{static_cast<std::uint32_t>(places.size())}, {}, &rows}, syntax);
    append_end(out, xref);
    return out;
}

}  // namespace

std::string serialize(Document& document) {
    const std::vector<Object> objects = document.objects();
    if (!document.failure().empty()) return {};
    for (std::size_t i = 0; i < objects.size(); ++i) assert(objects[i].ref.id == i + 1);
    return document.compresses() ? serialize_compact(document, objects)
                                 : serialize_classic(document, objects);
}

}  // namespace cvtex::pdf
