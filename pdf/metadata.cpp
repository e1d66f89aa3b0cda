#include "pdf/metadata.hpp"

#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "pdf/icc.hpp"
#include "pdf/structure_attributes.hpp"
#include "pdf/syntax.hpp"

#ifndef CVTEX_VERSION
#error "the build defines CVTEX_VERSION"
#endif

namespace cvtex::pdf {
namespace {

constexpr std::string_view kProducer = "cvtex " CVTEX_VERSION;
/// Before the source's hash: the packet's dc:source is a URI.
constexpr std::string_view kSourcePrefix = "urn:sha256:";

/// Characters that XML 1.0 (2.2) allows.
bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (decoded.length == 0) break;
        at += decoded.length;
        switch (decoded.code_point) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                if (is_xml_character(decoded.code_point)) append_utf8(out, decoded.code_point);
        }
    }
    return out;
}

/// Longer fields are cut: Info's strings have a limit, and XMP has to agree with them.
constexpr std::size_t kMaxField = 4096;
constexpr std::size_t kMaxKeywords = 64, kMaxKeyword = 100;

std::string cleaned_field(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (decoded.length == 0) break;
        at += decoded.length;
        const char32_t c = decoded.code_point;
        const bool blank = c == '\t' || c == '\n' || c == '\r';
        if (blank || is_xml_character(c)) append_utf8(out, blank ? U' ' : c);
    }
    const std::size_t begin = std::min(out.find_first_not_of(' '), out.size());
    out.erase(0, begin);
    out.erase(out.find_last_not_of(' ') + 1);
    return std::string(utf8_prefix(out, kMaxField));
}

std::string joined_keywords(const styles::Metadata& metadata) {
    std::string out;
    for (const std::string& keyword : metadata.keywords) {
        if (!out.empty()) out += ", ";
        out += keyword;
    }
    return out;
}

// ---- dates --------------------------------------------------------------------------------

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// Takes the digits at the start of `text`.
int take_number(std::string_view& text) {
    int value = -1;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) return -1;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return value;
}

void take_separator(std::string_view& text) {
    constexpr std::array<std::string_view, 6> kSeparators = {"-", "/", ".", "年", "月", "日"};
    for (const std::string_view separator : kSeparators) {
        if (!text.starts_with(separator)) continue;
        text.remove_prefix(separator.size());
        return;
    }
}

int days_in(int month, int year) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

MetadataDate with_defaults(MetadataDate date) {
    return {date.year, date.month ? date.month : 1, date.day ? date.day : 1};
}

/// 7.9.4, in universal time: the metadata name a day, not a moment.
std::string pdf_date(MetadataDate date) {
    const MetadataDate full = with_defaults(date);
    return "D:" + padded(full.year, 4) + padded(full.month, 2) + padded(full.day, 2) +
           "000000Z";
}

std::string xmp_date(MetadataDate date) {
    const MetadataDate full = with_defaults(date);
    return padded(full.year, 4) + "-" + padded(full.month, 2) + "-" + padded(full.day, 2) +
           "T00:00:00Z";
}

// ---- XMP ----------------------------------------------------------------------------------

void append_property(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out +=
        "<" + std::string(name) + ">" + xml_escaped(value) + "</" + std::string(name) + ">\n";
}

/// A property whose value is an rdf container: Alt, Seq or Bag.
void append_container(std::string& out, std::string_view name, std::string_view container,
                      const std::vector<std::string>& values) {
    if (values.empty()) return;
    const std::string tag(name);
    const std::string kind = "rdf:" + std::string(container);
    out += "<" + tag + "><" + kind + ">";
    for (const std::string& value : values) {
        out += container == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
        out += xml_escaped(value) + "</rdf:li>";
    }
    out += "</" + kind + "></" + tag + ">\n";
}

std::vector<std::string> one(const std::string& value) {
    return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{value};
}

/// A value within the list that `stamp_label` makes: what parts its entries is escaped.
std::string list_value(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ';')
            out += "%3B";
        else if (c == '%')
            out += "%25";
        else
            out += c;
    }
    return out;
}

/// The program and what it was asked for: what marks the file as one of a collection (XMP 1,
/// 8.4). A property that XMP knows needs no schema of ours, which would be a third of the
/// packet; xmp:CreatorTool would be in every viewer's window, for Info has it too.
std::string stamp_label(const Stamp& stamp) {
    std::string out(kProducer);
    if (!stamp.style.empty()) out += "; style=" + list_value(stamp.style);
    if (!stamp.employer.empty()) out += "; employer=" + list_value(stamp.employer);
    return out;
}

/// ISO 19005-2, 6.6.2.3: what XMP does not know and the packet has is described in it.
constexpr std::string_view kUaSchema =
    "<pdfaExtension:schemas><rdf:Bag>\n"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq>\n"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li>\n"
    "</rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li>\n"
    "</rdf:Bag></pdfaExtension:schemas>\n";

constexpr std::string_view kPacketBegin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
constexpr std::string_view kPacketEnd =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

/// Table 365: an sRGB output intent, so that device colours have a meaning.
void write_output_intent(Document& document) {
    Dict profile = document.make_stream(srgb_profile());
    profile.integer("N", 3);
    std::string intent =
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
    append_ref(intent, profile.ref());
    document.catalog().raw("OutputIntents", intent + ">>]");
}

}  // namespace

std::optional<MetadataDate> parse_date(std::string_view text) {
    MetadataDate date;
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (std::min(digits, text.size()) != 4) return std::nullopt;
    for (int* const part : {&date.year, &date.month, &date.day}) {
        if (text.empty()) break;
        *part = take_number(text);
        take_separator(text);
        if (*part < 1) return std::nullopt;
    }
    if (!text.empty() || date.month > 12) return std::nullopt;
    if (date.month && date.day > days_in(date.month, date.year)) return std::nullopt;
    return date;
}

styles::Metadata cleaned(styles::Metadata metadata) {
    for (std::string* field : {&metadata.title, &metadata.author, &metadata.subject})
        *field = cleaned_field(*field);
    std::vector<std::string> keywords;
    for (const std::string& keyword : metadata.keywords) {
        std::string own(utf8_prefix(cleaned_field(keyword), kMaxKeyword));
        if (keywords.size() < kMaxKeywords && !own.empty()) keywords.push_back(std::move(own));
    }
    metadata.keywords = std::move(keywords);
    return metadata;
}

std::string xmp_packet(const styles::Metadata& metadata, const Claims& claims,
                       const Stamp& stamp) {
    std::string out(kPacketBegin);
    append_property(out, "dc:format", "application/pdf");
    append_container(out, "dc:title", "Alt", one(metadata.title));
    append_container(out, "dc:creator", "Seq", one(metadata.author));
    append_container(out, "dc:description", "Alt", one(metadata.subject));
    append_container(out, "dc:subject", "Bag", metadata.keywords);
    append_container(out, "dc:language", "Bag", one(metadata.lang));
    if (!stamp.source.empty())
        append_property(out, "dc:source", std::string(kSourcePrefix) + stamp.source);
    append_property(out, "pdf:Keywords", joined_keywords(metadata));
    append_property(out, "pdf:Producer", kProducer);
    append_property(out, "xmp:Label", stamp_label(stamp));
    if (const auto date = parse_date(metadata.date)) {
        append_property(out, "xmp:CreateDate", xmp_date(*date));
        append_property(out, "xmp:ModifyDate", xmp_date(*date));
    }
    if (claims.a2_level) {
        append_property(out, "pdfaid:part", "2");
        append_property(out, "pdfaid:conformance", std::string(1, claims.a2_level));
    }
    if (claims.ua1) append_property(out, "pdfuaid:part", "1");
    if (claims.a2_level && claims.ua1) out += kUaSchema;
    out += kPacketEnd;
    return out;
}

void write_metadata(Document& document, const styles::Metadata& metadata, const Claims& claims,
                    const Stamp& stamp) {
    Dict info = document.info();
    const auto entry = [&info](const char* key, const std::string& value) {
        if (!value.empty()) info.text(key, value);
    };
    entry("Title", metadata.title);
    entry("Author", metadata.author);
    entry("Subject", metadata.subject);
    entry("Keywords", joined_keywords(metadata));
    entry("Producer", std::string(kProducer));
    if (const auto date = parse_date(metadata.date)) {
        info.bytes("CreationDate", pdf_date(*date));
        info.bytes("ModDate", pdf_date(*date));
    }
    Dict catalog = document.catalog();
    if (is_language_tag(metadata.lang)) catalog.text("Lang", metadata.lang);
    catalog.raw("ViewerPreferences", "<</DisplayDocTitle true>>");
    // Not compressed: programs look for the packet in the file's bytes (14.3.2).
    Dict packet =
        document.make_stream(StreamData{xmp_packet(metadata, claims, stamp), nullptr});
    packet.name("Type", "Metadata").name("Subtype", "XML");
    catalog.reference("Metadata", packet);
    if (claims.a2_level) write_output_intent(document);
}

}  // namespace cvtex::pdf
