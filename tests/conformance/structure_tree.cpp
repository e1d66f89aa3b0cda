// ISO 19005-2, 6.7 and ISO 14289-1, 7.1–7.9: the structure tree.

#include <map>
#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

constexpr int kMaxDepth = 2000;

const std::set<std::string>& standard_types() {
    static const std::set<std::string> kTypes = {
        "/Document", "/Part",    "/Art",   "/Sect",  "/Div",       "/BlockQuote",
        "/Caption",  "/TOC",     "/TOCI",  "/Index", "/NonStruct", "/Private",
        "/P",        "/H",       "/H1",    "/H2",    "/H3",        "/H4",
        "/H5",       "/H6",      "/L",     "/LI",    "/Lbl",       "/LBody",
        "/Table",    "/TR",      "/TH",    "/TD",    "/THead",     "/TBody",
        "/TFoot",    "/Span",    "/Quote", "/Note",  "/Reference", "/BibEntry",
        "/Code",     "/Link",    "/Annot", "/Ruby",  "/RB",        "/RT",
        "/RP",       "/Warichu", "/WT",    "/WP",    "/Figure",    "/Formula",
        "/Form"};
    return kTypes;
}

void visit_below(QPDFObjectHandle element, int depth,
                 const std::function<void(QPDFObjectHandle, int)>& visit) {
    if (depth > kMaxDepth) return;
    for (QPDFObjectHandle kid : element_kids(element)) {
        visit(kid, depth);
        visit_below(kid, depth + 1, visit);
    }
}

/// 7.2: which element may stand in which.
void check_nesting(Context& context, QPDFObjectHandle element, const std::string& type,
                   const std::string& parent) {
    const std::string place = where(element);
    const auto only_in = [&](std::initializer_list<const char*> parents) {
        bool found = false;
        for (const char* each : parents) found = found || parent == each;
        context.require(found, "UA 7.2", place + ": " + type + " in " + parent);
    };
    if (type == "/LI") only_in({"/L"});
    if (type == "/LBody") only_in({"/LI"});
    if (type == "/TR") only_in({"/Table", "/THead", "/TBody", "/TFoot"});
    if (type == "/TH" || type == "/TD") only_in({"/TR"});
    if (type == "/THead" || type == "/TBody" || type == "/TFoot") only_in({"/Table"});
    const std::map<std::string, std::set<std::string>> kids = {
        {"/L", {"/L", "/LI", "/Caption"}},
        {"/LI", {"/Lbl", "/LBody"}},
        {"/Table", {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}},
        {"/TR", {"/TH", "/TD"}},
        {"/THead", {"/TR"}},
        {"/TBody", {"/TR"}},
        {"/TFoot", {"/TR"}}};
    const auto allowed = kids.find(parent);
    context.require(allowed == kids.end() || allowed->second.contains(type), "UA 7.2",
                    place + ": " + type + " in " + parent);
}

void check_language(Context& context, QPDFObjectHandle holder) {
    QPDFObjectHandle lang = holder.getKey("/Lang");
    if (lang.isNull()) return;
    const bool good = lang.isString() && is_language_tag(lang.getUTF8Value());
    context.require(good, "AA 6.7.4", where(holder) + ": Lang " + lang.unparse());
    context.require(good, "UA 7.2", where(holder) + ": Lang " + lang.unparse());
}

/// What is asked of elements one by one.
class ElementRules {
public:
    explicit ElementRules(Context& context) : context_(context) {}

    void element(QPDFObjectHandle element, int depth) {
        const std::string place = where(element);
        const std::string type = type_of(context_.pdf, element);
        context_.require(standard_types().contains(type), "UA 7.1",
                         place + ": no standard type " + type);
        context_.require(standard_types().contains(type), "AA 6.7.3.4",
                         place + ": no standard type " + type);
        types_.resize(static_cast<std::size_t>(depth));
        const std::string parent = types_.empty() ? "/StructTreeRoot" : types_.back();
        types_.push_back(type);
        check_nesting(context_, element, type, parent);
        check_language(context_, element);
        check_parent(element, place);
        if (type == "/Figure") figure(element, place);
        if (type == "/Note") note(element, place);
        if (type == "/TH") header_cell(element, place);
        if (type == "/Link") link(element, place);
        if (type == "/H") any_level_ = true;
        if (type.size() == 3 && type[1] == 'H' && type[2] >= '1' && type[2] <= '6')
            heading(type[2] - '0', place);
    }

private:
    void check_parent(QPDFObjectHandle element, const std::string& place) {
        context_.require(element.getKey("/P").isDictionary(), "AA 6.7.3.3",
                         place + ": no parent");
    }

    void figure(QPDFObjectHandle element, const std::string& place) {
        QPDFObjectHandle alt = element.getKey("/Alt");
        context_.require(alt.isString() && !alt.getUTF8Value().empty(), "UA 7.3",
                         place + ": a figure without Alt");
        context_.require(attribute(element, "/Layout", "/BBox").isRectangle(), "UA 7.3",
                         place + ": a figure without BBox");
    }

    void note(QPDFObjectHandle element, const std::string& place) {
        QPDFObjectHandle id = element.getKey("/ID");
        const std::string text = id.isString() ? id.getStringValue() : "";
        context_.require(!text.empty() && notes_.insert(text).second, "UA 7.9",
                         place + ": a note without an ID of its own");
    }

    void header_cell(QPDFObjectHandle element, const std::string& place) {
        QPDFObjectHandle scope = attribute(element, "/Table", "/Scope");
        static const std::set<std::string> kScopes = {"/Row", "/Column", "/Both"};
        context_.require(scope.isName() && kScopes.contains(scope.getName()), "UA 7.5",
                         place + ": TH without Scope");
    }

    void link(QPDFObjectHandle element, const std::string& place) {
        QPDFObjectHandle kids = element.getKey("/K");
        std::vector<QPDFObjectHandle> list{kids};
        if (kids.isArray()) list = kids.getArrayAsVector();
        bool found = false;
        for (QPDFObjectHandle kid : list)
            found = found || (kid.isDictionary() && is_name(kid.getKey("/Type"), "/OBJR"));
        context_.require(found, "UA 7.18.5", place + ": a Link element without annotation");
    }

    void heading(int level, const std::string& place) {
        context_.require(!any_level_, "UA 7.4.4", place + ": both H and H1 to H6");
        context_.require(
            level <= heading_ + 1, "UA 7.4.2",
            place + ": H" + std::to_string(level) + " after H" + std::to_string(heading_));
        heading_ = level;
    }

    Context& context_;
    std::vector<std::string> types_;  ///< of the elements around
    std::set<std::string> notes_;
    int heading_ = 0;
    bool any_level_ = false;  ///< an H stands in the document
};

}  // namespace

std::vector<QPDFObjectHandle> element_kids(QPDFObjectHandle element) {
    QPDFObjectHandle kids = element.getKey("/K");
    std::vector<QPDFObjectHandle> list{kids};
    if (kids.isArray()) list = kids.getArrayAsVector();
    std::vector<QPDFObjectHandle> out;
    for (QPDFObjectHandle kid : list) {
        if (kid.isDictionary() && kid.hasKey("/S")) out.push_back(kid);
    }
    return out;
}

std::string type_of(QPDF& pdf, QPDFObjectHandle element) {
    QPDFObjectHandle type = element.getKey("/S");
    QPDFObjectHandle roles = pdf.getRoot().getKey("/StructTreeRoot").getKeyIfDict("/RoleMap");
    for (int steps = 0; steps < 32 && type.isName(); ++steps) {
        if (standard_types().contains(type.getName())) return type.getName();
        type = roles.getKeyIfDict(type.getName());
    }
    return element.getKey("/S").unparse();
}

QPDFObjectHandle attribute(QPDFObjectHandle element, const char* owner, const char* key) {
    QPDFObjectHandle attributes = element.getKey("/A");
    std::vector<QPDFObjectHandle> list{attributes};
    if (attributes.isArray()) list = attributes.getArrayAsVector();
    for (QPDFObjectHandle each : list) {
        if (each.isDictionary() && is_name(each.getKey("/O"), owner) && each.hasKey(key))
            return each.getKey(key);
    }
    return QPDFObjectHandle::newNull();
}

void visit_elements(QPDF& pdf, const std::function<void(QPDFObjectHandle, int)>& visit) {
    QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
    if (root.isDictionary()) visit_below(root, 0, visit);
}

void check_structure_tree(Context& context) {
    QPDFObjectHandle catalog = context.catalog();
    QPDFObjectHandle marks = catalog.getKey("/MarkInfo");
    QPDFObjectHandle marked = marks.getKeyIfDict("/Marked");
    const bool is_marked = marked.isBool() && marked.getBoolValue();
    context.require(is_marked, "AA 6.7.2", "MarkInfo Marked is not true");
    context.require(is_marked, "UA 6.2", "MarkInfo Marked is not true");
    QPDFObjectHandle suspects = marks.getKeyIfDict("/Suspects");
    context.require(!suspects.isBool() || !suspects.getBoolValue(), "UA 7.1", "Suspects");
    const bool has_tree = catalog.getKey("/StructTreeRoot").isDictionary();
    context.require(has_tree, "AA 6.7.3.3", "no structure tree");
    context.require(has_tree, "UA 7.1", "no structure tree");
    context.require(catalog.hasKey("/Lang"), "UA 7.2", "the catalog has no Lang");
    check_language(context, catalog);
    QPDFObjectHandle roles = catalog.getKey("/StructTreeRoot").getKeyIfDict("/RoleMap");
    if (roles.isDictionary()) {
        for (const auto& [from, to] : roles.getDictAsMap())
            context.require(!standard_types().contains(from), "UA 7.1",
                            "the role map gives " + from + " another meaning");
    }
    ElementRules rules(context);
    visit_elements(context.pdf,
                   [&](QPDFObjectHandle element, int depth) { rules.element(element, depth); });
}

}  // namespace cvtex::conformance
