#include "grammar/html_tokens.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/html_elements.hpp"
#include "grammar/html_rules.hpp"
#include "grammar/parse.hpp"
#include "grammar/references.hpp"

namespace cvtex::grammar {
namespace {

namespace pegtl = tao::pegtl;

/// More attributes than any author writes; the rest are read and forgotten.
constexpr std::size_t kMaxAttributes = 64;

struct RawAttribute {
    std::string_view name;
    std::string_view value;
    const char* end = nullptr;
};

/// What the actions collect from one piece of markup.
struct Markup {
    enum class Kind : std::uint8_t { Other, Open, Close, Comment };
    Kind kind = Kind::Other;
    std::string_view name;
    std::string_view comment;
    std::vector<RawAttribute> attributes;
};

template <class Input>
std::string_view view_of(const Input& in) {
    return {in.begin(), in.size()};
}

template <class Rule>
struct action {};

template <>
struct action<rules::soup::tag_name> {
    template <class Input>
    static void apply(const Input& in, Markup& markup) {
        markup.name = view_of(in);
    }
};

template <>
struct action<rules::soup::attribute_name> {
    template <class Input>
    static void apply(const Input& in, Markup& markup) {
        markup.attributes.push_back({view_of(in), {}, in.end()});
    }
};

struct attribute_value_action {
    template <class Input>
    static void apply(const Input& in, Markup& markup) {
        markup.attributes.back().value = view_of(in);
    }
};

template <>
struct action<rules::soup::double_quoted> : attribute_value_action {};

template <>
struct action<rules::soup::single_quoted> : attribute_value_action {};

template <>
struct action<rules::soup::unquoted> : attribute_value_action {};

template <>
struct action<rules::soup::attribute> {
    template <class Input>
    static void apply(const Input& in, Markup& markup) {
        markup.attributes.back().end = in.end();
        if (markup.attributes.size() > kMaxAttributes) markup.attributes.pop_back();
    }
};

template <>
struct action<rules::soup::comment_text> {
    template <class Input>
    static void apply(const Input& in, Markup& markup) {
        markup.comment = view_of(in);
    }
};

template <>
struct action<rules::soup::open_tag> {
    static void apply0(Markup& markup) { markup.kind = Markup::Kind::Open; }
};

template <>
struct action<rules::soup::close_tag> {
    static void apply0(Markup& markup) { markup.kind = Markup::Kind::Close; }
};

template <>
struct action<rules::soup::comment> {
    static void apply0(Markup& markup) { markup.kind = Markup::Kind::Comment; }
};

class Tokenizer {
public:
    Tokenizer(std::string_view text, const HtmlPlaces& places) : text_(text), places_(places) {}

    std::vector<HtmlToken> run() {
        while (at_ < text_.size()) {
            if (text_[at_] == '<' && read_markup()) continue;
            if (text_[at_] == '&' && read_reference()) continue;
            if (ascii::is_space(text_[at_])) {
                read_space();
            } else {
                read_word();
            }
        }
        return std::move(tokens_);
    }

private:
    void add(HtmlTokenKind kind, std::string text, std::size_t end) {
        tokens_.push_back(
            {kind, std::move(text), places_.span(offset(at_), offset(end)), {}, false});
        at_ = end;
    }

    void read_space() {
        std::size_t end = at_;
        while (end < text_.size() && ascii::is_space(text_[end])) ++end;
        add(HtmlTokenKind::Space, std::string(text_.substr(at_, end - at_)), end);
    }

    void read_word() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && !ascii::is_space(text_[end]) && text_[end] != '<' &&
               text_[end] != '&') {
            ++end;
        }
        add(HtmlTokenKind::Word, std::string(text_.substr(at_, end - at_)), end);
    }

    bool read_reference() {
        auto reference = decode_html_reference(text_, at_, false);
        if (!reference) return false;
        add(HtmlTokenKind::Word, std::move(reference->text), at_ + reference->length);
        return true;
    }

    bool read_markup() {
        pegtl::memory_input<pegtl::tracking_mode::lazy> in(text_.data() + at_,
                                                           text_.data() + text_.size(), "html");
        Markup markup;
        if (!pegtl::parse<rules::soup::markup, action>(in, markup)) return false;
        const std::size_t end = text_.size() - in.size();
        switch (markup.kind) {
            case Markup::Kind::Open:
                add_open(markup, end);
                break;
            case Markup::Kind::Close:
                add(HtmlTokenKind::Close, ascii::to_lower(markup.name), end);
                break;
            case Markup::Kind::Comment:
                add_comment(markup.comment, end);
                break;
            case Markup::Kind::Other:
                at_ = end;
                break;
        }
        return true;
    }

    void add_comment(std::string_view text, std::size_t end) {
        const bool endless = !text_.substr(at_, end - at_).ends_with("-->");
        add(HtmlTokenKind::Comment, std::string(text), end);
        tokens_.back().endless = endless;
    }

    void add_open(const Markup& markup, std::size_t end) {
        add(HtmlTokenKind::Open, ascii::to_lower(markup.name), end);
        HtmlToken& token = tokens_.back();
        for (const RawAttribute& raw : markup.attributes) {
            std::string name = ascii::to_lower(raw.name);
            const auto same = [&](const ast::Attribute& other) { return other.name == name; };
            if (std::any_of(token.attributes.begin(), token.attributes.end(), same)) continue;
            const auto begin = offset(static_cast<std::size_t>(raw.name.data() - text_.data()));
            const auto stop = offset(static_cast<std::size_t>(raw.end - text_.data()));
            token.attributes.push_back(
                {std::move(name), decode_references(raw.value), places_.span(begin, stop)});
        }
        if (html_element(token.text).raw_text) skip_raw_text(token.text);
    }

    /// Moves to the end tag of `name`, or to the end of the text.
    void skip_raw_text(const std::string& name) {
        while (at_ < text_.size()) {
            at_ = std::min(text_.find("</", at_), text_.size());
            if (ascii::to_lower(text_.substr(std::min(at_ + 2, text_.size()), name.size())) ==
                name) {
                return;
            }
            at_ = std::min(at_ + 2, text_.size());
        }
    }

    [[nodiscard]] static std::uint32_t offset(std::size_t value) {
        return static_cast<std::uint32_t>(value);
    }

    std::string_view text_;
    const HtmlPlaces& places_;
    std::size_t at_ = 0;
    std::vector<HtmlToken> tokens_;
};

}  // namespace

HtmlPlaces::HtmlPlaces(const Sources& sources, std::string_view text, Span span) : span_(span) {
    const std::string_view source = sources.slice(span);
    lines_.push_back({0, span.begin});
    if (source.substr(0, text.size()) == text) return;
    lines_.clear();
    std::size_t from = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t source_end = std::min(source.find('\n', from), source.size());
        const std::string_view line = text.substr(begin, end - begin);
        // The container's prefix is gone; a tab that it took half of leaves no exact place.
        const bool exact = source.substr(from, source_end - from).ends_with(line);
        const std::size_t at = exact ? source_end - line.size() : from;
        lines_.push_back(
            {static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(at)});
        begin = end + 1;
        from = std::min(source_end + 1, source.size());
    }
    if (lines_.empty()) lines_.push_back({0, span.begin});
}

std::uint32_t HtmlPlaces::source_offset(std::uint32_t offset) const {
    const auto after = std::upper_bound(
        lines_.begin(), lines_.end(), offset,
        [](std::uint32_t at, const Line& line) { return at < line.text_begin; });
    const Line& line = *std::prev(after);
    return std::min(line.source_begin + (offset - line.text_begin), span_.end);
}

Span HtmlPlaces::span(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t from = source_offset(begin);
    if (end <= begin) return {span_.file, from, from};
    return {span_.file, from, std::min(source_offset(end - 1) + 1, span_.end)};
}

std::vector<HtmlToken> tokenize_html(std::string_view text, const HtmlPlaces& places) {
    return Tokenizer(text, places).run();
}

std::string text_of_html(std::string_view html) {
    const Sources none;
    std::string text;
    bool space = false;
    for (const HtmlToken& token : tokenize_html(html, HtmlPlaces(none, html, {}))) {
        const bool breaks = token.kind == HtmlTokenKind::Open && token.text == "br";
        space = space || token.kind == HtmlTokenKind::Space || breaks;
        if (token.kind != HtmlTokenKind::Word) continue;
        if (space && !text.empty()) text += ' ';
        space = false;
        text += token.text;
    }
    return text;
}

}  // namespace cvtex::grammar
