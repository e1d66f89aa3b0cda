#include "styles/inlines.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "profile/arrange.hpp"
#include "styles/contact_icons.hpp"
#include "styles/footnotes.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

// Superscripts stand a third of the surrounding size above the baseline, subscripts a sixth
// below: the offsets of most text fonts' OS/2 tables.
constexpr Em kSuperscriptRise = Em::of(0.33), kSubscriptDrop = Em::of(0.16);

struct InlineSetter {
    Context& context;
    InlineItems& items;
    InlineItems* aside = nullptr;        ///< where floating elements go; in line when null
    const Scope* aside_scope = nullptr;  ///< their dress
    std::vector<FloatingImage>* floats = nullptr;  ///< where floating pictures go

    void set(const ast::Inlines& inlines, const Scope& scope);
    void set(const ast::Inline& node, const Scope& scope);
    void set_element(const ast::Element& element, const Scope& scope, Span span);
    void set_image(const ImageRequest& request, const Scope& scope);

    void add_text(std::string text, const Scope& scope, Span span) {
        items.push_back(make_run(context, std::move(text), scope, span));
    }
};

Scope as_code(Context& context, const Scope& scope, Element element) {
    Scope code = dress(context, scope, element);
    code.text.code = true;
    return code;
}

/// Only horizontal HTML elements that change the dress of text.
struct TagDress {
    std::string_view tag;
    Element element;
    bool code = false;
};

constexpr std::array kTagDresses{
    TagDress{"strong", Element::Strong},   TagDress{"b", Element::Strong},
    TagDress{"em", Element::Emphasis},     TagDress{"i", Element::Emphasis},
    TagDress{"cite", Element::Emphasis},   TagDress{"mark", Element::Mark},
    TagDress{"small", Element::Small},     TagDress{"sup", Element::Script},
    TagDress{"sub", Element::Script},      TagDress{"code", Element::Code, true},
    TagDress{"samp", Element::Code, true}, TagDress{"kbd", Element::Kbd, true}};

/// `<font size>`: 1 to 7, 3 is the text's own (HTML 15.3.3).
std::optional<Length> html_font_size(std::string_view value) {
    static constexpr std::array kSizes{0.63, 0.82, 1.0, 1.13, 1.5, 2.0, 3.0};
    const auto dimension = parse_dimension(value);
    if (!dimension || !dimension->unit.empty()) return std::nullopt;
    const bool relative = value.starts_with('+') || value.starts_with('-');
    const double level = std::clamp(dimension->number + (relative ? 3 : 0), 1.0, 7.0);
    return Length{{}, Em::of(kSizes[static_cast<std::size_t>(level) - 1])};
}

Scope dress_element(Context& context, const ast::Element& element, const Css& css,
                    Scope scope) {
    for (const TagDress& dress_of : kTagDresses) {
        if (dress_of.tag != element.tag) continue;
        if (dress_of.element == Element::Emphasis && scope.subdued) continue;
        const Pt around = scope.text.size;
        scope = dress_of.code ? as_code(context, scope, dress_of.element)
                              : dress(context, std::move(scope), dress_of.element);
        if (element.tag == "sup") scope.text.baseline_shift += kSuperscriptRise.at(around);
        if (element.tag == "sub") scope.text.baseline_shift += -kSubscriptDrop.at(around);
    }
    if (element.tag == "u" || element.tag == "ins") scope.text.underline = true;
    if (element.tag == "s") scope.text.strikethrough = true;
    Css wanted = css;
    if (element.tag == "font" && !wanted.font_size)
        wanted.font_size = html_font_size(attribute(element.attributes, "size"));
    return dress(context, std::move(scope), wanted, language_of(element.attributes));
}

/// The parts of an entry's head, as the profile arranges it.
Scope dress_entry_part(Context& context, const ast::Element& element, Scope scope) {
    if (element.attributes.empty()) return scope;
    if (profile::has_class(element.attributes, profile::kOrganisationClass))
        return dress(context, std::move(scope), Element::Strong);
    if (profile::has_class(element.attributes, profile::kRoleClass) ||
        profile::has_class(element.attributes, profile::kSeparatorClass))
        return dress(context, std::move(scope), Element::EntryRole);
    return scope;
}

void InlineSetter::set(const ast::Inlines& inlines, const Scope& scope) {
    for (const ast::Inline& node : inlines) set(node, scope);
}

void InlineSetter::set(const ast::Inline& node, const Scope& scope) {
    const auto set_as = [&](const ast::Inlines& children, Element element) {
        set(children, dress(context, scope, element));
    };
    std::visit(
        overloaded{
            [&](const ast::Text& text) { add_text(text.text, scope, node.span); },
            [&](const ast::SoftBreak&) { add_text("\n", scope, node.span); },
            [&](const ast::HardBreak&) { items.emplace_back(ForcedBreak{node.span}); },
            [&](const ast::Code& code) {
                add_text(code.text, as_code(context, scope, Element::Code), node.span);
            },
            [&](const ast::Emphasis& emphasis) {
                if (scope.subdued) return set(emphasis.children, scope);
                set_as(emphasis.children, Element::Emphasis);
            },
            [&](const ast::Strong& strong) { set_as(strong.children, Element::Strong); },
            [&](const ast::Strikethrough& strike) {
                Scope struck = scope;
                struck.text.strikethrough = true;
                set(strike.children, struck);
            },
            [&](const ast::Link& link) {
                Scope linked = scope.subdued ? scope : dress(context, scope, Element::Link);
                linked.link = make_link(context, link.destination, link.title, node.span);
                set(link.children, linked);
            },
            [&](const ast::Image&) { set_image(*image_request(node), scope); },
            [&](const ast::RawHtml&) {},  // comments; all else was interpreted
            [&](const ast::Element& element) { set_element(element, scope, node.span); },
            [&](const ast::FootnoteReference& reference) {
                if (auto mark = footnote_mark(context, reference.label, scope, node.span))
                    items.emplace_back(std::move(*mark));
            },
        },
        node.node);
}

void InlineSetter::set_element(const ast::Element& element, const Scope& scope, Span span) {
    const Css css = read_css(element.attributes);
    if (css.hidden) return;
    if (css.floats && aside && element.tag != "img")
        return InlineSetter{context, *aside}.set_element(element, *aside_scope, span);
    if (element.tag == "br") {
        items.emplace_back(ForcedBreak{span});
        return;
    }
    if (element.tag == "img") return set_image(image_request(element, span), scope);
    if (element.tag == "i") {
        const std::string_view name = icon_in_classes(attribute(element.attributes, "class"));
        if (auto icon = icon_item(context, name, scope, span))
            items.push_back(std::move(*icon));
    }
    Scope inner =
        dress_entry_part(context, element, dress_element(context, element, css, scope));
    const std::string_view href = attribute(element.attributes, "href");
    if (element.tag == "a" && !href.empty()) {
        if (!inner.subdued) inner = dress(context, std::move(inner), Element::Link);
        inner.link = make_link(context, std::string(href),
                               std::string(attribute(element.attributes, "title")), span);
    }
    set(element.children, inner);
}

void InlineSetter::set_image(const ImageRequest& request, const Scope& scope) {
    if (!is_settable_image(context, request)) {
        if (!ascii::trim(request.alternative).empty())
            add_text(request.alternative, scope, request.span);
        return;
    }
    if (floats && is_float(request)) {
        floats->push_back({request, scope.link});
        return;
    }
    const auto length = [&](const Extent& extent) {
        std::optional<Pt> result;
        if (extent.length) result = extent.length->at(scope.text.size);
        return result;
    };
    check_alternative(context, request);
    items.emplace_back(InlineImage{image_path(request), request.alternative,
                                   length(request.css.width), length(request.css.height),
                                   scope.link, request.span, intern(context, scope.text)});
}

void append_plain_text(std::string& out, const ast::Inlines& inlines);

void append_plain_text(std::string& out, const ast::Inline& node) {
    std::visit(
        overloaded{[&](const ast::Text& text) { out += text.text; },
                   [&](const ast::SoftBreak&) { out += ' '; },
                   [&](const ast::HardBreak&) { out += ' '; },
                   [&](const ast::Code& code) { out += code.text; },
                   [&](const ast::Emphasis& n) { append_plain_text(out, n.children); },
                   [&](const ast::Strong& n) { append_plain_text(out, n.children); },
                   [&](const ast::Strikethrough& n) { append_plain_text(out, n.children); },
                   [&](const ast::Link& n) { append_plain_text(out, n.children); },
                   [&](const ast::Image& n) { append_plain_text(out, n.alternative); },
                   [&](const ast::RawHtml&) {},
                   [&](const ast::Element& n) {
                       if (n.tag == "br") out += ' ';
                       if (n.tag == "img") out += attribute(n.attributes, "alt");
                       append_plain_text(out, n.children);
                   },
                   [&](const ast::FootnoteReference&) {}},
        node.node);
}

void append_plain_text(std::string& out, const ast::Inlines& inlines) {
    for (const ast::Inline& node : inlines) append_plain_text(out, node);
}

}  // namespace

TextRun make_run(Context& context, std::string text, const Scope& scope, Span span) {
    return {std::move(text), intern(context, scope.text), scope.link, span};
}

InlineItems set_inlines(Context& context, const ast::Inlines& inlines, const Scope& scope) {
    InlineItems items;
    InlineSetter{context, items}.set(inlines, scope);
    trim_ends(items);
    return items;
}

LineContent set_line(Context& context, const ast::Inlines& inlines, const Scope& scope,
                     const Scope& aside) {
    LineContent line;
    InlineSetter{context, line.content, &line.aside, &aside, &line.floats}.set(inlines, scope);
    trim_ends(line.content);
    trim_ends(line.aside);
    return line;
}

std::string plain_text(const ast::Inlines& inlines) {
    std::string text;
    append_plain_text(text, inlines);
    return std::string(ascii::trim(text));
}

LinkId make_link(Context& context, std::string destination, std::string title, Span span) {
    // Browsers copy addresses with escapes; headings are named without.
    if (destination.starts_with('#')) destination = decode_percent_escapes(destination);
    context.out.links.push_back({std::move(destination), std::move(title), span});
    return LinkId::at(context.out.links.size() - 1);
}

}  // namespace cvtex::styles
