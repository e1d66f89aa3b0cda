#include "verify/read_stamp.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <exception>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>

#include "base/ascii.hpp"

namespace cvtex::verify {
namespace {

/// Properties by namespace and name, as "urn:cvtex:stamp#style".
using Properties = std::map<std::string, std::string>;

constexpr const char* kStamp = "urn:cvtex:stamp#";
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

/// Of cvtex; nothing where another program has named itself as the producer since.
std::string version_of(const std::string& producer) {
    constexpr std::string_view kName = "cvtex ";
    return producer.starts_with(kName) ? producer.substr(kName.size()) : std::string();
}

}  // namespace

Result<StampEntries> read_stamp(const std::string& pdf) {
    try {
        Properties properties = properties_of(packet_of(pdf));
        if (const auto first = properties.lower_bound(std::string(kStamp));
            first == properties.end() || !first->first.starts_with(kStamp))
            return Error{"it does not say that cvtex made it", {}};
        StampEntries entries;
        const auto add = [&](const char* name, const std::string& value) {
            if (!value.empty()) entries.emplace_back(name, value);
        };
        add("version", version_of(properties["http://ns.adobe.com/pdf/1.3/Producer"]));
        for (const char* name : {"source", "style", "employer"})
            add(name, properties[std::string(kStamp) + name]);
        add("date", properties["http://ns.adobe.com/xap/1.0/CreateDate"].substr(0, 10));
        add("title", properties["http://purl.org/dc/elements/1.1/title"]);
        add("standards", standards_of(properties));
        return entries;
    } catch (const std::exception& error) {
        return Error{error.what(), {}};
    }
}

}  // namespace cvtex::verify
