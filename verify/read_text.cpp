#include "verify/read_text.hpp"

#include <exception>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QUtil.hh>
#include <set>

#include "verify/content.hpp"
#include "verify/to_unicode_reader.hpp"

namespace cvtex::verify {
namespace {

/// More levels than this are no tree of ours.
constexpr int kMaxDepth = 100000;

/// Collects the text of all pages.
class Reader {
public:
    explicit Reader(QPDF& pdf) : pdf_(pdf) {}

    std::string read() {
        for (QPDFObjectHandle page : pdf_.getAllPages()) read_page(page);
        return body_ + notes_;
    }

private:
    /// What the structure says of a marked-content sequence.
    struct Owner {
        bool in_note = false;
        QPDFObjGen figure;        ///< the figure it draws
        std::string alternative;  ///< of that figure: its text
    };

    void read_page(QPDFObjectHandle page) {
        const std::map<int, Owner> owners = owners_of(page);
        walk_content(page, [&](const std::string& op, const Operands& operands,
                               const ContentState& state) {
            if (!state.mcid()) return;
            const auto owner = owners.find(*state.mcid());
            const bool known = owner != owners.end();
            std::string& out = known && owner->second.in_note ? notes_ : body_;
            if (known && figures_.insert(owner->second.figure).second)
                out += owner->second.alternative;
            if (shows_text(op) && state.font.isInitialized()) append(out, state.font, operands);
        });
    }

    std::map<int, Owner> owners_of(QPDFObjectHandle page) {
        std::map<int, Owner> out;
        QPDFObjectHandle key = page.getKey("/StructParents");
        QPDFObjectHandle tree =
            pdf_.getRoot().getKey("/StructTreeRoot").getKeyIfDict("/ParentTree");
        if (!key.isInteger() || !tree.isDictionary()) return out;
        QPDFObjectHandle elements;
        QPDFNumberTreeObjectHelper numbers(tree, pdf_);
        if (!numbers.findObject(key.getIntValue(), elements) || !elements.isArray()) return out;
        int mcid = 0;
        for (QPDFObjectHandle element : elements.getArrayAsVector()) {
            Owner& owner = out[mcid++];
            owner.in_note = in_note(element);
            if (!is_type(element, "/Figure") || !element.getKey("/Alt").isString()) continue;
            owner.figure = element.getObjGen();
            owner.alternative = element.getKey("/Alt").getUTF8Value();
        }
        return out;
    }

    [[nodiscard]] static bool is_type(QPDFObjectHandle element, const char* type) {
        QPDFObjectHandle own = element.getKeyIfDict("/S");
        return own.isName() && own.getName() == type;
    }

    [[nodiscard]] static bool in_note(QPDFObjectHandle element) {
        for (int depth = 0; element.isDictionary() && depth < kMaxDepth; ++depth) {
            if (is_type(element, "/Note")) return true;
            element = element.getKey("/P");
        }
        return false;
    }

    void append(std::string& out, QPDFObjectHandle font, const Operands& operands) {
        const auto [texts, is_new] = fonts_.try_emplace(font.getObjGen());
        if (is_new) texts->second = read_to_unicode(font);
        for (const unsigned code : shown_codes(operands)) {
            const auto text = texts->second.find(code);
            // QUtil wants the byte order mark that CMaps do not have.
            if (text != texts->second.end())
                out += QUtil::utf16_to_utf8("\xFE\xFF" + text->second);
            else
                out += "\xEF\xBF\xBD";
        }
    }

    QPDF& pdf_;
    std::map<QPDFObjGen, CodeTexts> fonts_;
    std::set<QPDFObjGen> figures_;  ///< whose text has been taken; no figure among them
    std::string body_, notes_;
};

}  // namespace

Result<std::string> read_text(const std::string& pdf) {
    try {
        QPDF reader;
        reader.setSuppressWarnings(true);
        reader.processMemoryFile("output", pdf.data(), pdf.size());
        std::string text = Reader(reader).read();
        const auto warnings = reader.getWarnings();
        if (!warnings.empty()) return Error{warnings.front().what(), {}};
        return text;
    } catch (const std::exception& error) {
        return Error{error.what(), {}};
    }
}

}  // namespace cvtex::verify
