#include "verify/content.hpp"

namespace cvtex::verify {
namespace {

constexpr int kMaxForms = 16;

/// Follows the operators of one stream.
class Walker final : public QPDFObjectHandle::ParserCallbacks {
public:
    Walker(ContentState& state, const OnOperator& on_operator, int depth)
        : state_(state), on_operator_(on_operator), depth_(depth) {}

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        operate(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override {}

private:
    void operate(const std::string& name) {
        if (name == "BMC" || name == "BDC") begin_marked();
        on_operator_(name, operands_, state_);
        if (name == "EMC" && !state_.marked.empty()) state_.marked.pop_back();
        if (name == "BT") state_.in_text = true;
        if (name == "ET") state_.in_text = false;
        if (name == "q") save();
        if (name == "Q") restore();
        if (name == "Tr" && !operands_.empty() && operands_[0].isInteger())
            state_.render_mode = operands_[0].getIntValueAsInt();
        if (name == "Tf" && !operands_.empty()) state_.font = resource("/Font");
        if (name == "Do" && !operands_.empty()) enter_form(resource("/XObject"));
    }

    void begin_marked() {
        MarkedContent mark;
        if (!operands_.empty() && operands_[0].isName()) mark.tag = operands_[0].getName();
        if (operands_.size() > 1) {
            QPDFObjectHandle properties = operands_[1];
            if (properties.isName()) {
                properties =
                    state_.resources.getKey("/Properties").getKeyIfDict(properties.getName());
            }
            mark.has_properties = properties.isDictionary();
            QPDFObjectHandle mcid = properties.getKeyIfDict("/MCID");
            if (mcid.isInteger()) mark.mcid = mcid.getIntValueAsInt();
        }
        state_.marked.push_back(mark);
    }

    void save() {
        stack_.push_back({state_.font, state_.render_mode});
        ++state_.saved;
    }

    void restore() {
        --state_.saved;
        if (stack_.empty()) return;
        state_.font = stack_.back().font;
        state_.render_mode = stack_.back().render_mode;
        stack_.pop_back();
    }

    [[nodiscard]] QPDFObjectHandle resource(const char* category) {
        QPDFObjectHandle name = operands_[0];
        if (!name.isName()) return QPDFObjectHandle::newNull();
        return state_.resources.getKeyIfDict(category).getKeyIfDict(name.getName());
    }

    void enter_form(QPDFObjectHandle form) {
        if (depth_ >= kMaxForms || !form.isStream()) return;
        if (form.getDict().getKey("/Subtype").unparse() != "/Form") return;
        const QPDFObjectHandle outer = state_.resources;
        QPDFObjectHandle own = form.getDict().getKey("/Resources");
        if (!own.isNull()) state_.resources = own;
        Walker walker(state_, on_operator_, depth_ + 1);
        QPDFPageObjectHelper(form).parseContents(&walker);
        state_.resources = outer;
    }

    struct Saved {
        QPDFObjectHandle font;
        int render_mode;
    };

    ContentState& state_;
    const OnOperator& on_operator_;
    int depth_;
    Operands operands_;
    std::vector<Saved> stack_;
};

void append_codes(std::vector<unsigned>& codes, const std::string& bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        codes.push_back(static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << 8 |
                        static_cast<unsigned char>(bytes[i + 1]));
    }
}

}  // namespace

bool ContentState::in_artifact() const {
    for (const MarkedContent& mark : marked) {
        if (mark.tag == "/Artifact") return true;
    }
    return false;
}

std::optional<int> ContentState::mcid() const {
    for (auto mark = marked.rbegin(); mark != marked.rend(); ++mark) {
        if (mark->mcid) return mark->mcid;
    }
    return std::nullopt;
}

void walk_content(QPDFObjectHandle page_or_form, const OnOperator& on_operator) {
    ContentState state;
    QPDFPageObjectHelper page(page_or_form);
    state.resources = page.getAttribute("/Resources", false);
    Walker walker(state, on_operator, 0);
    page.parseContents(&walker);
}

bool shows_text(const std::string& name) {
    return name == "Tj" || name == "TJ" || name == "'" || name == "\"";
}

std::vector<unsigned> shown_codes(const Operands& operands) {
    std::vector<unsigned> codes;
    for (QPDFObjectHandle operand : operands) {
        if (operand.isString()) append_codes(codes, operand.getStringValue());
        if (!operand.isArray()) continue;
        for (QPDFObjectHandle item : operand.getArrayAsVector()) {
            if (item.isString()) append_codes(codes, item.getStringValue());
        }
    }
    return codes;
}

}  // namespace cvtex::verify
