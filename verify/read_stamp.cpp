#include "verify/read_stamp.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace cvtex::verify {
namespace {

/// Properties by namespace and name, as "http://purl.org/dc/elements/1.1/title".
using Properties = std::map<std::string, std::string>;

constexpr const char* kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr const char* kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr const char* kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string text_of(const xmlChar* text) {
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string take(xmlChar* text) {
    const std::unique_ptr<xmlChar, void (*)(void*)> owned(text, xmlFree);
    return text_of(text);
}

/// Text of a property; of a container's, its first member's.
std::string value_of(xmlNode* property) {
    const std::string text = take(xmlNodeGetContent(property));
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// The properties of all rdf:Description elements, whether written as elements or attributes.
void collect(xmlNode* node, Properties& out) {
    for (; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        const bool rdf = node->ns != nullptr && text_of(node->ns->href) == kRdf;
        if (rdf && text_of(node->name) == "Description") {
            for (xmlAttr* each = node->properties; each != nullptr; each = each->next) {
                if (each->ns == nullptr) continue;
                out.emplace(text_of(each->ns->href) + text_of(each->name),
                            take(xmlNodeListGetString(node->doc, each->children, 1)));
            }
            for (xmlNode* each = node->children; each != nullptr; each = each->next) {
                if (each->type != XML_ELEMENT_NODE || each->ns == nullptr) continue;
                out.emplace(text_of(each->ns->href) + text_of(each->name), value_of(each));
            }
        } else {
            collect(node->children, out);
        }
    }
}

Properties properties_of(const std::string& packet) {
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
        xmlReadMemory(packet.data(), static_cast<int>(packet.size()), "xmp", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeDoc);
    Properties out;
    if (document) collect(xmlDocGetRootElement(document.get()), out);
    return out;
}

std::string packet_of(const std::string& pdf) {
    QPDF reader;
    reader.setSuppressWarnings(true);
    reader.processMemoryFile("file", pdf.data(), pdf.size());
    QPDFObjectHandle stream = reader.getRoot().getKey("/Metadata");
    if (!stream.isStream()) return {};
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// "PDF/A-2a, PDF/UA-1".
std::string standards_of(const Properties& properties) {
    const auto value = [&](const char* name) {
        const auto found = properties.find(name);
        return found == properties.end() ? std::string() : found->second;
    };
    std::string out;
    if (const std::string part = value("http://www.aiim.org/pdfa/ns/id/part"); !part.empty()) {
        out = "PDF/A-" + part;
        for (const char c : value("http://www.aiim.org/pdfa/ns/id/conformance"))
            out += ascii::to_lower(c);
    }
    if (const std::string part = value("http://www.aiim.org/pdfua/ns/id/part"); !part.empty())
        out += (out.empty() ? "PDF/UA-" : ", PDF/UA-") + part;
    return out;
}

/// What follows `prefix` in `text`, if it begins so; else nothing.
std::string behind(std::string_view prefix, const std::string& text) {
    return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string();
}

std::string unescaped(std::string value) {
    for (const auto& [escape, c] : {std::pair("%3B", ";"), std::pair("%25", "%")})
        for (std::size_t at = value.find(escape); at != value.npos;
             at = value.find(escape, at + 1))
            value.replace(at, 3, c);
    return value;
}

/// The entries of the list that xmp:Label is (pdf/stamp.hpp), the version under its name;
/// none when it is not cvtex's.
std::map<std::string, std::string> label_entries(const std::string& list) {
    std::map<std::string, std::string> out;
    const std::string version = behind("cvtex ", list.substr(0, list.find(';')));
    if (version.empty()) return out;
    out.emplace("version", version);
    for (std::size_t at = list.find(';'); at != list.npos;) {
        const std::size_t end = list.find(';', at + 1);
        const std::string_view entry =
            ascii::trim(std::string_view(list).substr(at + 1, end - at - 1));
        const std::size_t sign = std::min(entry.find('='), entry.size());
        const std::size_t value = std::min(sign + 1, entry.size());
        out.emplace(entry.substr(0, sign), unescaped(std::string(entry.substr(value))));
        at = end;
    }
    return out;
}

}  // namespace

Result<StampEntries> read_stamp(const std::string& pdf) {
    try {
        Properties properties = properties_of(packet_of(pdf));
        std::map<std::string, std::string> label =
            label_entries(properties[std::string(kXmp) + "Label"]);
        if (label.empty()) return Error{"it does not say that cvtex made it", {}};
        StampEntries entries;
        const auto add = [&](const char* name, const std::string& value) {
            if (!value.empty()) entries.emplace_back(name, value);
        };
        add("version", label["version"]);
        add("source", behind("urn:sha256:", properties[std::string(kDublinCore) + "source"]));
        add("style", label["style"]);
        add("employer", label["employer"]);
        add("date", properties[std::string(kXmp) + "CreateDate"].substr(0, 10));
        add("title", properties[std::string(kDublinCore) + "title"]);
        add("standards", standards_of(properties));
        return entries;
    } catch (const std::exception& error) {
        return Error{error.what(), {}};
    }
}

}  // namespace cvtex::verify
