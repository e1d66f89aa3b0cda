// ISO 19005-2, 6.6 and ISO 14289-1, 5 and 7.1: the XMP packet and the Info dictionary.

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

constexpr const char* kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr const char* kDc = "http://purl.org/dc/elements/1.1/";
constexpr const char* kPdf = "http://ns.adobe.com/pdf/1.3/";
constexpr const char* kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr const char* kPdfaId = "http://www.aiim.org/pdfa/ns/id/";
constexpr const char* kUaId = "http://www.aiim.org/pdfua/ns/id/";
constexpr const char* kExtension = "http://www.aiim.org/pdfa/ns/extension/";
constexpr const char* kSchema = "http://www.aiim.org/pdfa/ns/schema#";
constexpr const char* kProperty = "http://www.aiim.org/pdfa/ns/property#";

using Key = std::pair<std::string, std::string>;  ///< namespace and local name

struct Packet {
    std::map<Key, std::string> properties;  ///< list items joined by ", "
    std::set<Key> described;                ///< by extension schemas
};

std::string text_of(const xmlNode* node) {
    const std::unique_ptr<xmlChar, void (*)(void*)> text(
        xmlNodeGetContent(const_cast<xmlNode*>(node)), [](void* p) { xmlFree(p); });
    return text ? reinterpret_cast<const char*>(text.get()) : "";
}

Key key_of(const xmlNode* node) {
    const char* space = node->ns ? reinterpret_cast<const char*>(node->ns->href) : "";
    return {space, reinterpret_cast<const char*>(node->name)};
}

std::vector<const xmlNode*> children(const xmlNode* node) {
    std::vector<const xmlNode*> out;
    for (const xmlNode* each = node->children; each; each = each->next) {
        if (each->type == XML_ELEMENT_NODE) out.push_back(each);
    }
    return out;
}

const xmlNode* child(const xmlNode* node, const char* space, const char* name) {
    for (const xmlNode* each : children(node)) {
        if (key_of(each) == Key(space, name)) return each;
    }
    return nullptr;
}

std::string value_of(const xmlNode* node) {
    for (const xmlNode* container : children(node)) {
        std::string out;
        for (const xmlNode* item : children(container)) {
            if (!out.empty()) out += ", ";
            out += text_of(item);
        }
        return out;
    }
    return text_of(node);
}

std::string field(const xmlNode* node, const char* space, const char* name) {
    const xmlNode* found = child(node, space, name);
    return found ? text_of(found) : "";
}

/// 6.6.2.3.3: each described property has a name, a known type, a category and a description.
void read_schema(Context& context, const xmlNode* schema, Packet& packet) {
    static const std::set<std::string> kTypes = {
        "Text", "Integer", "Boolean", "Date", "URI", "URL", "Real", "Lang Alt", "ProperName"};
    const std::string space = field(schema, kSchema, "namespaceURI");
    context.require(!space.empty() && !field(schema, kSchema, "prefix").empty() &&
                        !field(schema, kSchema, "schema").empty(),
                    "A 6.6.2.3.3", "an extension schema without name, namespace or prefix");
    const xmlNode* properties = child(schema, kSchema, "property");
    if (!properties) return;
    for (const xmlNode* sequence : children(properties)) {
        context.require(key_of(sequence) == Key(kRdf, "Seq"), "A 6.6.2.3.3",
                        "the properties of an extension schema are no Seq");
        for (const xmlNode* property : children(sequence)) {
            const std::string name = field(property, kProperty, "name");
            const std::string type = field(property, kProperty, "valueType");
            const std::string category = field(property, kProperty, "category");
            context.require(kTypes.contains(type), "A 6.6.2.3.3",
                            name + ": unknown type " + type);
            context.require(category == "internal" || category == "external", "A 6.6.2.3.3",
                            name + ": category " + category);
            context.require(!field(property, kProperty, "description").empty(), "A 6.6.2.3.3",
                            name + ": no description");
            packet.described.insert({space, name});
        }
    }
}

Packet read_packet(Context& context, const std::string& xml) {
    Packet packet;
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> doc(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "xmp", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeDoc);
    if (!doc) {
        context.require(false, "A 6.6.2.1", "the XMP packet is not well-formed XML");
        return packet;
    }
    const xmlNode* root = xmlDocGetRootElement(doc.get());
    const xmlNode* rdf = key_of(root) == Key(kRdf, "RDF") ? root : child(root, kRdf, "RDF");
    if (!rdf) {
        context.require(false, "A 6.6.2.1", "no rdf:RDF in the XMP packet");
        return packet;
    }
    for (const xmlNode* description : children(rdf)) {
        for (const xmlAttr* each = description->properties; each; each = each->next) {
            const Key key = key_of(reinterpret_cast<const xmlNode*>(each));
            if (key.first != kRdf) packet.properties[key] = text_of(each->children);
        }
        for (const xmlNode* property : children(description)) {
            if (key_of(property) == Key(kExtension, "schemas")) {
                for (const xmlNode* bag : children(property)) {
                    for (const xmlNode* schema : children(bag))
                        read_schema(context, schema, packet);
                }
                continue;
            }
            const bool fresh =
                packet.properties.emplace(key_of(property), value_of(property)).second;
            context.require(fresh, "A 6.6.2.1", "a property of XMP stands twice");
        }
    }
    return packet;
}

/// "D:20240501000000Z" and "2024-05-01T00:00:00Z" as the same digits.
std::string digits(const std::string& date) {
    std::string out;
    for (const char c : date) {
        if (c >= '0' && c <= '9') out += c;
    }
    return out;
}

void compare_with_info(Context& context, const Packet& packet) {
    struct Pair {
        const char* info;
        Key xmp;
        bool date;
    };

    const Pair pairs[] = {{"/Title", {kDc, "title"}, false},
                          {"/Author", {kDc, "creator"}, false},
                          {"/Subject", {kDc, "description"}, false},
                          {"/Keywords", {kPdf, "Keywords"}, false},
                          {"/Producer", {kPdf, "Producer"}, false},
                          {"/Creator", {kXmp, "CreatorTool"}, false},
                          {"/CreationDate", {kXmp, "CreateDate"}, true},
                          {"/ModDate", {kXmp, "ModifyDate"}, true}};
    QPDFObjectHandle info = context.pdf.getTrailer().getKey("/Info");
    for (const Pair& pair : pairs) {
        QPDFObjectHandle own = info.getKeyIfDict(pair.info);
        const auto other = packet.properties.find(pair.xmp);
        const std::string left = own.isString() ? own.getUTF8Value() : "";
        const std::string right = other == packet.properties.end() ? "" : other->second;
        const bool same = pair.date ? digits(left) == digits(right) : left == right;
        context.require(same, "A 6.6.3",
                        std::string(pair.info) + " is '" + left + "', in XMP '" + right + "'");
    }
}

/// 6.6.2.3: only properties that XMP or the standard knows, or that the packet describes.
void check_known(Context& context, const Packet& packet) {
    const std::set<std::string> known = {kDc, kPdf, kXmp, kPdfaId, kRdf};
    for (const auto& [key, value] : packet.properties) {
        const bool is_described = packet.described.contains(key);
        context.require(known.contains(key.first) || is_described, "A 6.6.2.3.1",
                        key.first + key.second + " is not described by an extension schema");
    }
}

std::string property(const Packet& packet, const char* space, const char* name) {
    const auto found = packet.properties.find({space, name});
    return found == packet.properties.end() ? "" : found->second;
}

}  // namespace

void check_metadata(Context& context) {
    QPDFObjectHandle stream = context.catalog().getKey("/Metadata");
    context.require(stream.isStream(), "A 6.6.2.1", "the catalog has no Metadata stream");
    context.require(stream.isStream(), "UA 7.1", "the catalog has no Metadata stream");
    if (!stream.isStream()) return;
    QPDFObjectHandle dict = stream.getDict();
    context.require(
        is_name(dict.getKey("/Type"), "/Metadata") && is_name(dict.getKey("/Subtype"), "/XML"),
        "A 6.6.2.1", "the Metadata stream's Type and Subtype");
    context.require(!dict.hasKey("/Filter"), "A 6.6.2.1", "the XMP packet is compressed");
    const std::string xml = decoded(stream);
    const std::string head = xml.substr(0, xml.find("?>"));
    context.require(head.starts_with("<?xpacket begin="), "A 6.6.2.1", "no packet header");
    context.require(head.find("bytes=") == head.npos && head.find("encoding=") == head.npos,
                    "A 6.6.2.1", "bytes or encoding in the packet header");
    const Packet packet = read_packet(context, xml);
    compare_with_info(context, packet);
    check_known(context, packet);

    const std::string part = property(packet, kPdfaId, "part");
    const std::string level = property(packet, kPdfaId, "conformance");
    context.require(part.empty() || part == "2", "A 6.6.4", "pdfaid:part is " + part);
    context.require(part.empty() || level == "A" || level == "B" || level == "U", "A 6.6.4",
                    "pdfaid:conformance is '" + level + "'");
    if (part == "2" && level.size() == 1) context.report.claimed.a2_level = level[0];
    const std::string ua = property(packet, kUaId, "part");
    context.require(ua.empty() || ua == "1", "UA 5", "pdfuaid:part is " + ua);
    context.report.claimed.ua1 = ua == "1";
    context.require(!property(packet, kDc, "title").empty(), "UA 7.1", "XMP has no dc:title");
    QPDFObjectHandle preferences = context.catalog().getKey("/ViewerPreferences");
    QPDFObjectHandle shown = preferences.getKeyIfDict("/DisplayDocTitle");
    context.require(shown.isBool() && shown.getBoolValue(), "UA 7.1",
                    "DisplayDocTitle is not true");
}

void check_output_intent(Context& context) {
    QPDFObjectHandle intents = context.catalog().getKey("/OutputIntents");
    if (!intents.isArray()) return;
    for (QPDFObjectHandle intent : intents.getArrayAsVector()) {
        context.require(!intent.hasKey("/DestOutputProfileRef"), "A 6.2.3",
                        "DestOutputProfileRef");
        if (!is_name(intent.getKey("/S"), "/GTS_PDFA1")) continue;
        context.has_output_intent = true;
        QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
        if (!profile.isStream()) {
            context.require(false, "A 6.2.3", "the output intent has no profile");
            continue;
        }
        const std::string icc = decoded(profile);
        const std::string device = icc.size() > 40 ? icc.substr(12, 4) : "";
        context.intent_space = icc.size() > 40 ? icc.substr(16, 4) : "";
        context.require(device == "prtr" || device == "mntr", "A 6.2.3",
                        "profile class " + device);
        const std::map<std::string, int> counts = {{"RGB ", 3}, {"CMYK", 4}, {"GRAY", 1}};
        const auto count = counts.find(context.intent_space);
        QPDFObjectHandle n = profile.getDict().getKey("/N");
        context.require(
            count != counts.end() && n.isInteger() && n.getIntValueAsInt() == count->second,
            "A 6.2.3", "N does not fit the profile's colours");
        context.require(icc.size() > 40 && icc[8] < 5 && icc.substr(36, 4) == "acsp", "A 6.2.3",
                        "not an ICC profile of version 4 or less");
    }
}

}  // namespace cvtex::conformance
