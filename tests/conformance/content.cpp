// ISO 19005-2, 6.2.2 and 6.2.4 and ISO 14289-1, 7.1: what content streams do, and whether they
// agree with the structure tree.

#include "verify/content.hpp"

#include <map>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

const std::set<std::string>& legal_operators() {
    static const std::set<std::string> kOperators = {
        "b",  "B",  "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c",  "cm", "CS",  "cs",
        "d",  "d0", "d1", "Do", "DP",  "EI", "EMC", "ET", "EX", "f",  "F",  "f*",  "G",
        "g",  "gs", "h",  "i",  "ID",  "j",  "J",   "K",  "k",  "l",  "m",  "M",   "MP",
        "n",  "q",  "Q",  "re", "RG",  "rg", "ri",  "s",  "S",  "SC", "sc", "SCN", "scn",
        "sh", "T*", "Tc", "Td", "TD",  "Tf", "Tj",  "TJ", "TL", "Tm", "Tr", "Ts",  "Tw",
        "Tz", "v",  "w",  "W",  "W*",  "y",  "'",   "\""};
    return kOperators;
}

bool paints(const std::string& op) {
    static const std::set<std::string> kPainting = {"b",  "B", "b*", "B*", "f",  "F",
                                                    "f*", "s", "S",  "sh", "Do", "EI"};
    return kPainting.contains(op) || verify::shows_text(op);
}

/// Device colours need an output intent of their kind (6.2.4.3); grey goes with any.
void check_color(Context& context, const std::string& op, const std::string& place) {
    if (op == "rg" || op == "RG")
        context.require(context.intent_space == "RGB ", "A 6.2.4.3", place + ": DeviceRGB");
    if (op == "k" || op == "K")
        context.require(context.intent_space == "CMYK", "A 6.2.4.3", place + ": DeviceCMYK");
    if (op == "g" || op == "G")
        context.require(context.has_output_intent, "A 6.2.4.3", place + ": DeviceGray");
}

void check_named(Context& context, const std::string& op, const verify::Operands& operands,
                 const verify::ContentState& state, const std::string& place) {
    static const std::map<std::string, const char*> kCategories = {
        {"Tf", "/Font"}, {"Do", "/XObject"}, {"gs", "/ExtGState"}, {"sh", "/Shading"}};
    const auto category = kCategories.find(op);
    if (category == kCategories.end()) return;
    QPDFObjectHandle name = operands.empty() ? QPDFObjectHandle::newNull() : operands[0];
    QPDFObjectHandle resources = state.resources;
    const bool found =
        name.isName() &&
        !resources.getKeyIfDict(category->second).getKeyIfDict(name.getName()).isNull();
    context.require(found, "A 6.2.2", place + ": no resource for " + op + " " + name.unparse());
}

/// What one page marks, and the structure's answers.
class PageCheck {
public:
    PageCheck(Context& context, QPDFObjectHandle page, bool tagged)
        : context_(context), page_(page), tagged_(tagged), place_(where(page)) {}

    void run() {
        context_.require(page_.getKey("/Resources").isDictionary(), "A 6.2.2",
                         place_ + ": no resources of its own");
        verify::walk_content(
            page_,
            [this](const std::string& op, const verify::Operands& operands,
                   const verify::ContentState& state) { operation(op, operands, state); });
        context_.require(saved_ == 0, "A 6.2.2", place_ + ": q and Q do not match");
        context_.require(open_ == 0, "UA 7.1", place_ + ": marked content stays open");
        if (tagged_) parents();
    }

private:
    void operation(const std::string& op, const verify::Operands& operands,
                   const verify::ContentState& state) {
        context_.require(legal_operators().contains(op), "A 6.2.2",
                         place_ + ": operator " + op);
        context_.require(op != "BI", "A 6.1.10", place_ + ": inline images are not expected");
        if (op == "ri") {
            QPDFObjectHandle intent =
                operands.empty() ? QPDFObjectHandle::newNull() : operands[0];
            context_.require(intent.isName() && is_rendering_intent(intent.getName()),
                             "A 6.2.6", place_ + ": rendering intent");
        }
        if (op == "q") ++saved_;
        if (op == "Q") --saved_;
        context_.require(saved_ >= 0 && saved_ <= 28, "A 6.1.13", place_ + ": depth of q");
        check_color(context_, op, place_);
        check_named(context_, op, operands, state, place_);
        if (op == "BMC" || op == "BDC") begin(state);
        if (op == "EMC") --open_;
        if (op == "BT" || op == "ET")
            context_.require(state.in_text == (op == "ET"), "A 6.2.2",
                             place_ + ": nested BT or ET");
        if (paints(op) && op != "Do")
            context_.require(state.in_artifact() || state.mcid().has_value(), "UA 7.1",
                             place_ + ": " + op + " neither tagged nor an artifact");
        if (op == "Do" && !state.in_artifact() && !state.mcid())
            context_.require(false, "UA 7.1", place_ + ": Do neither tagged nor an artifact");
    }

    void begin(const verify::ContentState& state) {
        ++open_;
        bool artifact = false;
        bool tagged = false;
        for (const verify::MarkedContent& mark : state.marked) {
            artifact = artifact || mark.tag == "/Artifact";
            tagged = tagged || mark.mcid.has_value();
        }
        context_.require(!(artifact && tagged), "UA 7.1", place_ + ": artifact and tag nest");
        const verify::MarkedContent& mark = state.marked.back();
        if (!mark.mcid) return;
        context_.require(mcids_.insert(*mark.mcid).second, "UA 7.1",
                         place_ + ": MCID " + std::to_string(*mark.mcid) + " twice");
    }

    /// The parent tree's array for the page names, for each MCID, an element that has it as
    /// kid.
    void parents() {
        QPDFObjectHandle key = page_.getKey("/StructParents");
        if (mcids_.empty()) return;
        if (!key.isInteger())
            return context_.require(false, "AA 6.7.3.3", place_ + ": no StructParents");
        QPDFObjectHandle tree =
            context_.catalog().getKey("/StructTreeRoot").getKeyIfDict("/ParentTree");
        QPDFNumberTreeObjectHelper numbers(tree, context_.pdf);
        QPDFObjectHandle owners;
        if (!numbers.findObject(key.getIntValue(), owners) || !owners.isArray())
            return context_.require(false, "AA 6.7.3.3",
                                    place_ + ": no entry in the parent tree");
        context_.require(owners.getArrayNItems() == *mcids_.rbegin() + 1, "AA 6.7.3.3",
                         place_ + ": the parent tree's array has another length");
        for (const int mcid : mcids_) {
            const bool inside = mcid < owners.getArrayNItems();
            QPDFObjectHandle owner =
                inside ? owners.getArrayItem(mcid) : QPDFObjectHandle::newNull();
            context_.require(has_kid(owner, mcid), "AA 6.7.3.3",
                             place_ + ": MCID " + std::to_string(mcid) +
                                 " is not a kid of the element that the parent tree names");
        }
    }

    [[nodiscard]] bool has_kid(QPDFObjectHandle owner, int mcid) const {
        if (!owner.isDictionary()) return false;
        QPDFObjectHandle kids = owner.getKey("/K");
        std::vector<QPDFObjectHandle> list{kids};
        if (kids.isArray()) list = kids.getArrayAsVector();
        for (QPDFObjectHandle kid : list) {
            QPDFObjectHandle page = owner.getKey("/Pg");
            QPDFObjectHandle number = kid;
            if (kid.isDictionary() && is_name(kid.getKey("/Type"), "/MCR")) {
                if (kid.hasKey("/Pg")) page = kid.getKey("/Pg");
                number = kid.getKey("/MCID");
            }
            if (number.isInteger() && number.getIntValueAsInt() == mcid &&
                page.getObjGen() == QPDFObjectHandle(page_).getObjGen())
                return true;
        }
        return false;
    }

    Context& context_;
    QPDFObjectHandle page_;
    bool tagged_;
    std::string place_;
    std::set<int> mcids_;
    int saved_ = 0;
    int open_ = 0;
};

}  // namespace

void check_content(Context& context) {
    const bool tagged = context.catalog().hasKey("/StructTreeRoot");
    for (QPDFObjectHandle page : context.pdf.getAllPages())
        PageCheck(context, page, tagged).run();
}

}  // namespace cvtex::conformance
