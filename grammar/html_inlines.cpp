#include <utility>

#include "base/overloaded.hpp"
#include "grammar/html_elements.hpp"
#include "grammar/html_nodes.hpp"

namespace cvtex::grammar {
namespace {

/// Attributes that change how an image is set.
constexpr std::string_view kImageAttributes[] = {"width", "height", "style", "align"};

bool is_hidden(const SoupElement& element) {
    const HtmlRole role = html_element(element.tag).role;
    return element.closed && (role == HtmlRole::Removed || role == HtmlRole::Forbidden);
}

void push_text(ast::Inlines& out, std::string text, Span span) {
    if (!out.empty()) {
        ast::Inline& last = out.back();
        auto* previous = std::get_if<ast::Text>(&last.node);
        if (previous != nullptr && last.span.end == span.begin &&
            last.span.size() == previous->text.size() && span.size() == text.size()) {
            previous->text += text;
            last.span.end = span.end;
            return;
        }
    }
    out.push_back({span, ast::Text{std::move(text)}});
}

ast::Inlines* children_of(ast::Inline& node) {
    return std::visit(overloaded{
                          [](ast::Text&) -> ast::Inlines* { return nullptr; },
                          [](ast::SoftBreak&) -> ast::Inlines* { return nullptr; },
                          [](ast::HardBreak&) -> ast::Inlines* { return nullptr; },
                          [](ast::Code&) -> ast::Inlines* { return nullptr; },
                          [](ast::Emphasis& n) { return &n.children; },
                          [](ast::Strong& n) { return &n.children; },
                          [](ast::Strikethrough& n) { return &n.children; },
                          [](ast::Link& n) { return &n.children; },
                          [](ast::Image&) -> ast::Inlines* { return nullptr; },
                          [](ast::RawHtml&) -> ast::Inlines* { return nullptr; },
                          [](ast::Element& n) -> ast::Inlines* {
                              return n.children.empty() ? nullptr : &n.children;
                          },
                          [](ast::FootnoteReference&) -> ast::Inlines* { return nullptr; },
                      },
                      node.node);
}

/// Removes white space and breaks from the end, inside nested nodes too.
void trim_end(ast::Inlines& inlines) {
    while (!inlines.empty()) {
        ast::Inline& last = inlines.back();
        if (auto* text = std::get_if<ast::Text>(&last.node)) {
            if (!text->text.ends_with(' ')) return;
            text->text.pop_back();
            if (last.span.size() > text->text.size()) --last.span.end;
            if (!text->text.empty()) return;
        } else if (ast::Inlines* children = children_of(last)) {
            trim_end(*children);
            if (!children->empty()) return;
        } else if (!std::holds_alternative<ast::SoftBreak>(last.node) &&
                   !std::holds_alternative<ast::HardBreak>(last.node)) {
            return;
        }
        inlines.pop_back();
    }
}

class InlineWriter {
public:
    explicit InlineWriter(bool trims) : after_space_(trims), trims_(trims) {}

    ast::Inlines write(SoupNodes nodes) {
        ast::Inlines out;
        write(std::move(nodes), out);
        return out;
    }

private:
    void write(SoupNodes nodes, ast::Inlines& out) {
        for (SoupNode& node : nodes) {
            std::visit(overloaded{
                           [&](SoupText& text) { write_text(std::move(text), node.span, out); },
                           [&](ast::Inline& inline_node) {
                               write_markdown(std::move(inline_node), out);
                           },
                           [&](ast::Block& block) {
                               ast::Blocks blocks;
                               blocks.push_back(std::move(block));
                               separate(node.span, out);
                               append(flatten_blocks(std::move(blocks)), out);
                               break_next_ = true;
                           },
                           [&](SoupElement& element) {
                               write_element(std::move(element), node.span, out);
                           },
                       },
                       node.node);
        }
    }

    /// A block inside inline content stands on lines of its own.
    void separate(Span span, ast::Inlines& out) {
        break_next_ = false;
        if (trims_) trim_end(out);
        if (seen_content_)
            out.push_back({{span.file, span.begin, span.begin}, ast::HardBreak{}});
        seen_content_ = false;
        after_space_ = trims_;
    }

    void before_content(Span span, ast::Inlines& out) {
        if (break_next_) separate(span, out);
        seen_content_ = true;
    }

    void append(ast::Inlines nodes, ast::Inlines& out) {
        if (!nodes.empty()) seen_content_ = true;
        for (ast::Inline& node : nodes) out.push_back(std::move(node));
    }

    void write_text(SoupText text, Span span, ast::Inlines& out) {
        if (!text.is_space) {
            before_content(span, out);
            push_text(out, std::move(text.text), span);
            after_space_ = false;
            return;
        }
        if (after_space_ || break_next_) return;
        after_space_ = true;
        if (text.text.find('\n') != std::string::npos) {
            out.push_back({span, ast::SoftBreak{}});
        } else {
            push_text(out, " ", {span.file, span.begin, span.begin + 1});
        }
    }

    void write_markdown(ast::Inline node, ast::Inlines& out) {
        // The line feed after `<br>` belongs to it.
        if (std::holds_alternative<ast::SoftBreak>(node.node) &&
            (after_break_ || break_next_)) {
            after_break_ = false;
            return;
        }
        after_break_ = false;
        before_content(node.span, out);
        after_space_ = false;
        out.push_back(std::move(node));
    }

    void write_break(Span span, ast::Inlines& out) {
        if (trims_ && !seen_content_) return;
        trim_end_of_line(out);
        out.push_back({span, ast::HardBreak{}});
        after_break_ = true;
        after_space_ = trims_;
    }

    /// White space before `<br>` is not set.
    void trim_end_of_line(ast::Inlines& out) const {
        if (out.empty()) return;
        const auto* text = std::get_if<ast::Text>(&out.back().node);
        if (std::holds_alternative<ast::SoftBreak>(out.back().node) ||
            (trims_ && text != nullptr && text->text == " ")) {
            out.pop_back();
        }
    }

    void write_element(SoupElement element, Span span, ast::Inlines& out) {
        if (is_hidden(element)) return;
        if (element.tag == "br") {
            write_break(span, out);
            return;
        }
        if (html_element(element.tag).role != HtmlRole::Inline) {
            separate(span, out);
            write(std::move(element.children), out);
            break_next_ = true;
            return;
        }
        if (element.tag == "img") {
            before_content(span, out);
            after_space_ = false;
        }
        ast::Inlines children = write(std::move(element.children));
        for (ast::Inline& node :
             make_inline_element(element.tag, element.attributes, std::move(children), span)) {
            out.push_back(std::move(node));
        }
    }

    bool after_space_;
    bool trims_;
    bool after_break_ = false;
    bool break_next_ = false;
    bool seen_content_ = false;
};

ast::Inline make_image(const ast::Attributes& attributes, Span span) {
    for (const std::string_view name : kImageAttributes) {
        if (find_attribute(attributes, name) != nullptr) {
            return {span, ast::Element{"img", attributes, {}}};
        }
    }
    ast::Image image;
    for (const ast::Attribute& attribute : attributes) {
        if (attribute.name == "src") image.source = attribute.value;
        if (attribute.name == "title") image.title = attribute.value;
        if (attribute.name == "alt" && !attribute.value.empty()) {
            image.alternative.push_back({attribute.span, ast::Text{attribute.value}});
        }
    }
    return {span, std::move(image)};
}

bool is_plain(const ast::Inlines& inlines) {
    for (const ast::Inline& node : inlines) {
        if (!std::holds_alternative<ast::Text>(node.node) &&
            !std::holds_alternative<ast::SoftBreak>(node.node)) {
            return false;
        }
    }
    return true;
}

ast::Inline make_link(const ast::Attributes& attributes, const std::string& href,
                      ast::Inlines children, Span span) {
    const std::string* title = find_attribute(attributes, "title");
    return {span, ast::Link{href, title == nullptr ? "" : *title, std::move(children), false}};
}

ast::Inlines one(ast::Inline node) {
    ast::Inlines list;
    list.push_back(std::move(node));
    return list;
}

/// The element's node without regard to its style attribute; `styled` tells whether the node
/// keeps its attributes.
ast::Inline make_node(const std::string& tag, const ast::Attributes& attributes,
                      ast::Inlines children, Span span, bool& styled) {
    styled = false;
    if (tag == "strong") return {span, ast::Strong{std::move(children)}};
    if (tag == "em") return {span, ast::Emphasis{std::move(children)}};
    if (tag == "s") return {span, ast::Strikethrough{std::move(children)}};
    if ((tag == "code" || tag == "kbd" || tag == "samp") && is_plain(children)) {
        return {span, ast::Code{plain_text(children)}};
    }
    if (const std::string* href = find_attribute(attributes, "href"); tag == "a" && href) {
        return make_link(attributes, *href, std::move(children), span);
    }
    styled = true;
    return {span, ast::Element{tag, attributes, std::move(children)}};
}

}  // namespace

const std::string* find_attribute(const ast::Attributes& attributes, std::string_view name) {
    for (const ast::Attribute& attribute : attributes) {
        if (attribute.name == name) return &attribute.value;
    }
    return nullptr;
}

ast::Inlines make_inline_element(const std::string& tag, const ast::Attributes& attributes,
                                 ast::Inlines children, Span span) {
    if (tag == "img") return one(make_image(attributes, span));
    if (tag == "input") return {};
    const bool anchor = tag == "a" && (find_attribute(attributes, "id") != nullptr ||
                                       find_attribute(attributes, "name") != nullptr);
    if (children.empty() && !anchor) return {};
    if (tag == "a" && !anchor && find_attribute(attributes, "href") == nullptr) return children;
    bool styled = false;
    ast::Inline node = make_node(tag, attributes, std::move(children), span, styled);
    if (!styled) {
        ast::Attributes kept;
        for (const ast::Attribute& attribute : attributes) {
            if (attribute.name == "style" || attribute.name == "lang")
                kept.push_back(attribute);
        }
        // A link has a dress of its own, which what the author asks for goes over: inside.
        if (auto* link = ast::get_if<ast::Link>(&node.node); link && !kept.empty()) {
            link->children =
                one({span, ast::Element{"span", std::move(kept), std::move(link->children)}});
        } else if (!kept.empty()) {
            node = {span, ast::Element{"span", std::move(kept), one(std::move(node))}};
        }
    }
    return one(std::move(node));
}

ast::Inlines inlines_from_soup(SoupNodes nodes) {
    ast::Inlines inlines = InlineWriter(true).write(std::move(nodes));
    trim_end(inlines);
    return inlines;
}

ast::Inlines inlines_from_markdown(SoupNodes nodes) {
    return InlineWriter(false).write(std::move(nodes));
}

}  // namespace cvtex::grammar
