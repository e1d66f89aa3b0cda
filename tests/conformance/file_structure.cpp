// ISO 19005-2, 6.1: header, trailer, cross-references, objects, streams, limits.

#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFXRefEntry.hh>
#include <regex>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

constexpr std::size_t kMaxName = 127;
constexpr std::size_t kMaxString = 32767;
constexpr double kMaxReal = 3.403e38;
constexpr std::size_t kMaxObjects = 8388607;

void check_header(Context& context) {
    const std::string_view bytes = context.bytes;
    context.require(bytes.starts_with("%PDF-1.") && bytes.size() > 8 && bytes[7] >= '0' &&
                        bytes[7] <= '7' && (bytes[8] == '\n' || bytes[8] == '\r'),
                    "A 6.1.2", "the header is not %PDF-1.n at the first byte");
    context.require(bytes.starts_with("%PDF-1."), "UA 6.1", "the header is not %PDF-1.n");
    const std::size_t second = bytes.find('\n') + 1;
    bool binary = second + 5 < bytes.size() && bytes[second] == '%';
    for (std::size_t i = 1; binary && i <= 4; ++i)
        binary = static_cast<unsigned char>(bytes[second + i]) > 127;
    context.require(binary, "A 6.1.2", "no comment of four bytes above 127 follows the header");
}

void check_trailer(Context& context) {
    QPDFObjectHandle trailer = context.pdf.getTrailer();
    QPDFObjectHandle id = trailer.getKey("/ID");
    bool good = id.isArray() && id.getArrayNItems() == 2;
    for (int i = 0; good && i < 2; ++i) {
        good = id.getArrayItem(i).isString() && !id.getArrayItem(i).getStringValue().empty();
    }
    context.require(good, "A 6.1.3", "the trailer has no ID of two strings");
    context.require(!trailer.hasKey("/Encrypt") && !context.pdf.isEncrypted(), "A 6.1.3",
                    "the file is encrypted");
    const std::size_t end = context.bytes.rfind("%%EOF");
    const std::string_view rest =
        end == context.bytes.npos ? "none" : context.bytes.substr(end + 5);
    context.require(rest.empty() || rest == "\n" || rest == "\r\n" || rest == "\r", "A 6.1.3",
                    "there is data behind the end-of-file marker");
    context.require(context.pdf.getObjectCount() <= kMaxObjects, "A 6.1.13",
                    "too many indirect objects");
}

/// 6.1.4: one line end behind `xref`, one space between a subsection's two numbers, entries of
/// twenty bytes. Cross-reference streams have none of this.
void check_cross_references(Context& context) {
    const std::size_t start = context.bytes.rfind("startxref");
    if (start == context.bytes.npos) return;
    const std::size_t at = std::strtoull(context.bytes.data() + start + 9, nullptr, 10);
    if (at >= start || !context.bytes.substr(at).starts_with("xref")) return;
    static const std::regex kSection("^(\\d+) (\\d+)(\r\n|\r|\n)");
    static const std::regex kEntries("^(\\d{10} \\d{5} [nf]( \r| \n|\r\n))*$");
    std::string_view rest = context.bytes.substr(at + 4, start - at - 4);
    const std::size_t line_end = rest.starts_with("\r\n") ? 2 : 1;
    bool good = rest.starts_with("\n") || rest.starts_with("\r");
    rest.remove_prefix(std::min(line_end, rest.size()));
    while (good && !rest.starts_with("trailer")) {
        std::cmatch section;
        constexpr std::size_t kEntry = 20;
        good = std::regex_search(rest.data(), rest.data() + rest.size(), section, kSection);
        if (!good) break;
        rest.remove_prefix(static_cast<std::size_t>(section.length()));
        const std::size_t size = kEntry * std::strtoull(section[2].str().c_str(), nullptr, 10);
        good = size <= rest.size();
        for (std::size_t i = 0; good && i < size; i += kEntry)
            good = std::regex_match(std::string(rest.substr(i, kEntry)), kEntries);
        rest.remove_prefix(std::min(size, rest.size()));
    }
    context.require(good, "A 6.1.4", "wrong spacing in the cross-reference table");
}

/// Every token of syntax or content: strings, names and numbers within the limits.
void check_tokens(Context& context, const std::string& data, const std::string& place) {
    const auto input = std::make_shared<BufferInputSource>(place, data);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    for (;;) {
        const QPDFTokenizer::Token token = tokenizer.readToken(input, place, true);
        const std::string& raw = token.getRawValue();
        switch (token.getType()) {
            case QPDFTokenizer::tt_eof:
                return;
            case QPDFTokenizer::tt_string: {
                context.require(token.getValue().size() <= kMaxString, "A 6.1.13",
                                place + ": a string of more than 32767 bytes");
                if (raw[0] != '<') break;
                std::size_t digits = 0;
                for (const char c : raw)
                    digits += std::isxdigit(static_cast<unsigned char>(c)) != 0;
                context.require(digits % 2 == 0, "A 6.1.6",
                                place + ": a hexadecimal string of odd length");
                break;
            }
            case QPDFTokenizer::tt_name:
                context.require(token.getValue().size() - 1 <= kMaxName, "A 6.1.13",
                                place + ": a name of more than 127 bytes");
                context.require(is_utf8(token.getValue()), "A 6.1.8",
                                place + ": the name " + raw + " is not UTF-8");
                break;
            case QPDFTokenizer::tt_integer: {
                const double value = std::stod(raw);
                context.require(value >= -2147483648.0 && value <= 2147483647.0, "A 6.1.13",
                                place + ": the integer " + raw + " is out of range");
                break;
            }
            case QPDFTokenizer::tt_real:
                context.require(std::abs(std::stod(raw)) <= kMaxReal, "A 6.1.13",
                                place + ": the number " + raw + " is out of range");
                break;
            case QPDFTokenizer::tt_bad:
                context.require(false, "A 6.1.2", place + ": bad token " + raw);
                break;
            default:
                break;
        }
    }
}

/// The keyword `stream`, its line end, exactly /Length bytes, a line end, `endstream`.
void check_stream_syntax(Context& context, QPDFObjectHandle stream, std::string_view text) {
    const std::string place = where(stream);
    std::size_t at = text.find(">>\nstream");
    at = std::min(at, text.find(">>\r\nstream"));
    at = std::min(at, text.find(">>stream"));
    if (at == text.npos)
        return context.require(false, "A 6.1.7.1", place + ": no stream keyword");
    check_tokens(context, std::string(text.substr(0, at + 2)), place);
    at = text.find("stream", at) + 6;
    const bool crlf = text.substr(at, 2) == "\r\n";
    context.require(crlf || text.substr(at, 1) == "\n", "A 6.1.7.1",
                    place + ": no LF or CR LF after the stream keyword");
    at += crlf ? 2 : 1;
    QPDFObjectHandle length = stream.getDict().getKey("/Length");
    const std::size_t bytes = length.isInteger() ? length.getUIntValue() : 0;
    const std::string_view rest = text.size() > at + bytes ? text.substr(at + bytes) : "";
    context.require(length.isInteger() &&
                        (rest.starts_with("\nendstream") || rest.starts_with("\r\nendstream") ||
                         rest.starts_with("\rendstream")),
                    "A 6.1.7.1",
                    place + ": Length is not the number of bytes before endstream");
}

void check_stream_dictionary(Context& context, QPDFObjectHandle stream) {
    const std::string place = where(stream);
    QPDFObjectHandle dict = stream.getDict();
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
        context.require(!dict.hasKey(key), "A 6.1.7.1", place + ": stream key " + key);
    const std::string filters = dict.getKey("/Filter").unparseResolved();
    for (const char* filter : {"/LZWDecode", "/Crypt"})
        context.require(filters.find(filter) == filters.npos, "A 6.1.7.2",
                        place + ": " + filter);
}

/// Objects that stand in the file itself, by their offsets.
void check_objects(Context& context) {
    std::map<std::size_t, QPDFObjGen> places;
    for (const auto& [object, entry] : context.pdf.getXRefTable()) {
        if (entry.getType() == 1) places[static_cast<std::size_t>(entry.getOffset())] = object;
    }
    for (auto place = places.begin(); place != places.end(); ++place) {
        const auto next = std::next(place);
        const std::size_t end = next == places.end() ? context.bytes.size() : next->first;
        const std::string_view text = context.bytes.substr(place->first, end - place->first);
        const std::string head = std::to_string(place->second.getObj()) + " " +
                                 std::to_string(place->second.getGen()) + " obj";
        context.require(
            text.starts_with(head) && (text[head.size()] == '\n' || text[head.size()] == '\r'),
            "A 6.1.9", head + ": wrong spacing around obj");
        const std::size_t close =
            next == places.end() ? text.find("endobj") : text.rfind("endobj");
        context.require(close != text.npos && close > 0 &&
                            (text[close - 1] == '\n' || text[close - 1] == '\r'),
                        "A 6.1.9", head + ": no line end before endobj");
        QPDFObjectHandle object = context.pdf.getObject(place->second);
        if (object.isStream()) {
            check_stream_syntax(context, object, text);
        } else {
            check_tokens(context, std::string(text.substr(0, close)), head);
        }
    }
}

}  // namespace

void check_file_structure(Context& context) {
    check_header(context);
    check_trailer(context);
    check_cross_references(context);
    check_objects(context);
    for (QPDFObjectHandle object : context.pdf.getAllObjects()) {
        if (!object.isStream()) continue;
        check_stream_dictionary(context, object);
        if (is_name(object.getDict().getKey("/Type"), "/ObjStm"))
            check_tokens(context, decoded(object), where(object));
    }
    for (QPDFObjectHandle page : context.pdf.getAllPages()) {
        for (QPDFObjectHandle stream : page.getPageContents())
            check_tokens(context, decoded(stream), where(stream));
        for (const char* key : {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            if (!page.hasKey(key)) continue;
            const auto box = page.getKey(key).getArrayAsRectangle();
            const double width = box.urx - box.llx;
            const double height = box.ury - box.lly;
            context.require(width >= 3 && width <= 14400 && height >= 3 && height <= 14400,
                            "A 6.1.13", where(page) + ": the size of " + key);
        }
    }
    QPDFObjectHandle catalog = context.catalog();
    for (const char* key :
         {"/Perms", "/AlternatePresentations", "/Requirements", "/NeedsRendering"})
        context.require(!catalog.hasKey(key) || (std::string(key) == "/NeedsRendering" &&
                                                 !catalog.getKey(key).getBoolValue()),
                        "A 6.10", std::string("the catalog has ") + key);
    context.require(!catalog.hasKey("/OCProperties"), "A 6.9",
                    "optional content is not expected");
    QPDFObjectHandle names = catalog.getKey("/Names");
    for (const char* key : {"/EmbeddedFiles", "/JavaScript", "/AlternatePresentations"})
        context.require(!names.isDictionary() || !names.hasKey(key), "A 6.8",
                        std::string("the name dictionary has ") + key);
}

}  // namespace cvtex::conformance
