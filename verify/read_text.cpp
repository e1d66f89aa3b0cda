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

/// Collects the text of all pages, then follows the structure tree through it.
class Reader {
public:
    explicit Reader(QPDF& pdf) : pdf_(pdf) {}

    ReadText read() {
        for (QPDFObjectHandle page : pdf_.getAllPages()) read_page(page);
        return {body_ + notes_, logical_text()};
    }

private:
    /// What the structure says of a marked-content sequence.
    struct Owner {
        bool in_note = false;
        QPDFObjGen figure;        ///< the figure it draws
        std::string alternative;  ///< of that figure: its text
    };

    /// A marked-content sequence: its page and number.
    using Sequence = std::pair<QPDFObjGen, int>;

    void read_page(QPDFObjectHandle page) {
        const std::map<int, Owner> owners = owners_of(page);
        walk_content(page, [&](const std::string& op, const Operands& operands,
                               const ContentState& state) {
            if (!state.mcid()) return;
            const auto owner = owners.find(*state.mcid());
            const bool known = owner != owners.end();
            std::string text;
            if (known && figures_.insert(owner->second.figure).second)
                text += owner->second.alternative;
            if (shows_text(op) && state.font.isInitialized())
                append(text, state.font, operands);
            (known && owner->second.in_note ? notes_ : body_) += text;
            sequences_[{page.getObjGen(), *state.mcid()}] += text;
        });
    }

    /// One piece of the tree that waits to be read.
    struct Pending {
        QPDFObjectHandle kid;
        QPDFObjGen page;  ///< of the nearest element that names one
        bool in_note = false;
    };

    std::string logical_text() {
        std::string body, notes;
        std::vector<Pending> pending;
        std::set<QPDFObjGen> seen;
        push_kids(pdf_.getRoot().getKey("/StructTreeRoot"), {}, pending);
        while (!pending.empty()) {
            Pending next = pending.back();
            pending.pop_back();
            const bool content =
                next.kid.isInteger() || next.kid.getKeyIfDict("/MCID").isInteger();
            if (content) {
                (next.in_note ? notes : body) += sequence_text(next);
            } else if (next.kid.isDictionary() &&
                       (!next.kid.isIndirect() || seen.insert(next.kid.getObjGen()).second)) {
                next.in_note = next.in_note || is_type(next.kid, "/Note");
                push_kids(next.kid, next, pending);
            }
        }
        return body + notes;
    }

    /// Last first, so that the first is taken next.
    static void push_kids(QPDFObjectHandle element, const Pending& from,
                          std::vector<Pending>& pending) {
        QPDFObjectHandle kids = element.getKeyIfDict("/K");
        if (kids.isNull()) return;
        QPDFObjectHandle page = element.getKey("/Pg");
        const QPDFObjGen own = page.isDictionary() ? page.getObjGen() : from.page;
        std::vector<QPDFObjectHandle> all{kids};
        if (kids.isArray()) all = kids.getArrayAsVector();
        for (auto kid = all.rbegin(); kid != all.rend(); ++kid)
            pending.push_back({*kid, own, from.in_note});
    }

    std::string sequence_text(Pending content) {
        if (content.kid.isInteger())
            return sequences_[{content.page, content.kid.getIntValueAsInt()}];
        QPDFObjectHandle kid = content.kid;
        QPDFObjectHandle page = kid.getKey("/Pg");
        return sequences_[{page.isDictionary() ? page.getObjGen() : content.page,
                           kid.getKey("/MCID").getIntValueAsInt()}];
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
    std::map<Sequence, std::string> sequences_;
    std::string body_, notes_;
};

}  // namespace

Result<ReadText> read_text(const std::string& pdf) {
    try {
        QPDF reader;
        reader.setSuppressWarnings(true);
        reader.processMemoryFile("output", pdf.data(), pdf.size());
        ReadText text = Reader(reader).read();
        const auto warnings = reader.getWarnings();
        if (!warnings.empty()) return Error{warnings.front().what(), {}};
        return text;
    } catch (const std::exception& error) {
        return Error{error.what(), {}};
    }
}

}  // namespace cvtex::verify
