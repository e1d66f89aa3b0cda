// ISO 19005-2, 6.3 and ISO 14289-1, 7.18: annotations and how the structure knows them.

#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

constexpr int kInvisibleFlag = 1, kHidden = 2, kPrint = 4, kNoView = 32, kToggleNoView = 256;

bool has_object_kid(QPDFObjectHandle element, QPDFObjGen annotation) {
    QPDFObjectHandle kids = element.getKey("/K");
    std::vector<QPDFObjectHandle> list{kids};
    if (kids.isArray()) list = kids.getArrayAsVector();
    for (QPDFObjectHandle kid : list) {
        if (kid.isDictionary() && is_name(kid.getKey("/Type"), "/OBJR") &&
            kid.getKey("/Obj").getObjGen() == annotation)
            return true;
    }
    return false;
}

void check_place_in_structure(Context& context, QPDFObjectHandle annotation) {
    const std::string place = where(annotation);
    QPDFObjectHandle key = annotation.getKey("/StructParent");
    QPDFObjectHandle tree =
        context.catalog().getKey("/StructTreeRoot").getKeyIfDict("/ParentTree");
    if (!key.isInteger() || !tree.isDictionary())
        return context.require(false, "UA 7.18.1", place + ": not in the structure");
    QPDFNumberTreeObjectHelper numbers(tree, context.pdf);
    QPDFObjectHandle element;
    const bool found = numbers.findObject(key.getIntValue(), element) && element.isDictionary();
    context.require(found && type_of(context.pdf, element) == "/Link", "UA 7.18.5",
                    place + ": the link is not in a Link element");
    context.require(found && has_object_kid(element, annotation.getObjGen()), "UA 7.18.5",
                    place + ": its element has no OBJR for it");
}

void check_annotation(Context& context, QPDFObjectHandle annotation) {
    const std::string place = where(annotation);
    static const std::set<std::string> kForbidden = {"/3D", "/Sound", "/Screen", "/Movie"};
    QPDFObjectHandle type = annotation.getKey("/Subtype");
    const std::string name = type.isName() ? type.getName() : "";
    context.require(!name.empty() && !kForbidden.contains(name), "A 6.3.1",
                    place + ": type " + name);
    QPDFObjectHandle flags = annotation.getKey("/F");
    const int bits = flags.isInteger() ? flags.getIntValueAsInt() : 0;
    context.require((bits & kPrint) != 0, "A 6.3.2", place + ": the Print flag is not set");
    context.require((bits & (kInvisibleFlag | kHidden | kNoView | kToggleNoView)) == 0,
                    "A 6.3.2", place + ": a flag that hides it");
    context.require(name == "/Link" || name == "/Popup" || annotation.hasKey("/AP"), "A 6.3.3",
                    place + ": no appearance");
    QPDFObjectHandle contents = annotation.getKey("/Contents");
    context.require(contents.isString() && !contents.getUTF8Value().empty(), "UA 7.18.5",
                    place + ": no Contents");
    if (name == "/Link") check_place_in_structure(context, annotation);
}

}  // namespace

void check_annotations(Context& context) {
    for (QPDFObjectHandle page : context.pdf.getAllPages()) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray()) continue;
        context.require(is_name(page.getKey("/Tabs"), "/S"), "UA 7.18.3",
                        where(page) + ": Tabs is not S");
        for (QPDFObjectHandle annotation : annotations.getArrayAsVector())
            check_annotation(context, annotation);
    }
}

}  // namespace cvtex::conformance
