#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "grammar/containers.hpp"
#include "grammar/directives.hpp"
#include "grammar/html_elements.hpp"
#include "grammar/html_nodes.hpp"

namespace cvtex::grammar {
namespace {

/// Inline elements around blocks are copied into every paragraph: deeper ones are dropped, so
/// that unclosed `<font>` tags cannot multiply the document.
constexpr int kMaxWraps = 8;

bool is_blank_text(const SoupNode& node) {
    const auto* text = std::get_if<SoupText>(&node.node);
    return text != nullptr && text->is_space;
}

void append_blocks(ast::Blocks from, ast::Blocks& out) {
    for (ast::Block& block : from) out.push_back(std::move(block));
}

SoupNodes single(SoupNode node) {
    SoupNodes nodes;
    nodes.push_back(std::move(node));
    return nodes;
}

/// A paragraph for a run of inline content, unless it is blank.
void flush_paragraph(SoupNodes& run, ast::Blocks& out) {
    if (run.empty()) return;
    ast::Inlines inlines = inlines_from_soup(std::exchange(run, {}));
    if (inlines.empty()) return;
    const Span span = join(inlines.front().span, inlines.back().span);
    out.push_back({span, ast::Paragraph{std::move(inlines)}});
}

/// Puts the inline element around the inlines of every block: what browsers do with
/// `<b><p>…</p></b>`.
void wrap_inlines(ast::Blocks& blocks, const SoupElement& element, Span span) {
    const auto wrap = [&](ast::Inlines& inlines) {
        inlines =
            make_inline_element(element.tag, element.attributes, std::move(inlines), span);
    };
    for (ast::Block& block : blocks) {
        std::visit(
            overloaded{
                [&](ast::Paragraph& n) { wrap(n.children); },
                [&](ast::Heading& n) { wrap(n.children); },
                [](ast::ThematicBreak&) {},
                [&](ast::BlockQuote& n) { wrap_inlines(n.children, element, span); },
                [&](ast::List& n) {
                    for (auto& item : n.items) wrap_inlines(item.children, element, span);
                },
                [](ast::CodeBlock&) {},
                [](ast::HtmlBlock&) {},
                [&](ast::ElementBlock& n) { wrap_inlines(n.children, element, span); },
                [&](ast::Table& n) {
                    for (auto& cell : n.head.cells) wrap(cell.children);
                    for (auto& row : n.rows) {
                        for (auto& cell : row.cells) wrap(cell.children);
                    }
                },
                [&](ast::DefinitionList& n) {
                    for (auto& item : n.items) {
                        wrap(item.term);
                        for (auto& blocks_of : item.definitions) {
                            wrap_inlines(blocks_of, element, span);
                        }
                    }
                },
                [&](ast::FootnoteDefinition& n) { wrap_inlines(n.children, element, span); },
                [](ast::PageBreak&) {},
                [&](ast::Conditional& n) { wrap_inlines(n.children, element, span); },
                [](ast::Note&) {},
            },
            block.node);
    }
}

ast::Block make_heading(SoupElement element, Span span, HtmlContext& context) {
    ast::Heading heading;
    heading.level = element.tag[1] - '0';
    heading.children = inlines_from_soup(std::move(element.children));
    const std::string* id = find_attribute(element.attributes, "id");
    if (id != nullptr && !id->empty()) {
        heading.id = *id;
        context.heading_ids.take(*id);
    } else {
        heading.id = context.heading_ids.unique(plain_text(heading.children));
    }
    heading.attributes = std::move(element.attributes);
    return {span, std::move(heading)};
}

ast::Block make_code_block(const SoupElement& element, Span span) {
    ast::CodeBlock code;
    code.fenced = true;
    code.text = raw_text(element.children);
    if (code.text.starts_with('\n')) code.text.erase(0, 1);  // HTML §13.1.2.5
    if (!code.text.empty() && !code.text.ends_with('\n')) code.text += '\n';
    for (const SoupNode& child : element.children) {
        const auto* inner = std::get_if<SoupElement>(&child.node);
        if (inner == nullptr || inner->tag != "code") continue;
        const std::string* name = find_attribute(inner->attributes, "class");
        if (name != nullptr && name->starts_with("language-")) {
            code.info = name->substr(std::string_view("language-").size());
        }
    }
    return {span, std::move(code)};
}

/// Takes a leading `<input type="checkbox">` away from a list item.
ast::TaskState take_checkbox(SoupNodes& nodes) {
    std::size_t first = 0;
    while (first < nodes.size() && is_blank_text(nodes[first])) ++first;
    if (first == nodes.size()) return ast::TaskState::None;
    const auto* input = std::get_if<SoupElement>(&nodes[first].node);
    if (input == nullptr || input->tag != "input") return ast::TaskState::None;
    const std::string* type = find_attribute(input->attributes, "type");
    if (type == nullptr || *type != "checkbox") return ast::TaskState::None;
    const bool done = find_attribute(input->attributes, "checked") != nullptr;
    nodes.erase(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    return done ? ast::TaskState::Done : ast::TaskState::Open;
}

std::int32_t list_start(const ast::Attributes& attributes) {
    constexpr std::int32_t kMaxStart = 999'999'999;  // CommonMark's nine digits
    const std::string* text = find_attribute(attributes, "start");
    std::int32_t start = 1;
    if (text == nullptr) return start;
    std::from_chars(text->data(), text->data() + text->size(), start);
    return std::clamp<std::int32_t>(start, 0, kMaxStart);
}

ast::Block make_list(SoupElement element, Span span, HtmlContext& context) {
    ast::List list;
    list.ordered = element.tag == "ol";
    list.delimiter = list.ordered ? '.' : '-';
    list.start = list.ordered ? list_start(element.attributes) : 1;
    for (SoupNode& child : element.children) {
        if (is_blank_text(child)) continue;
        auto* item = std::get_if<SoupElement>(&child.node);
        if (item == nullptr || item->tag != "li") {
            // Not allowed here, but a list right inside a list is common.
            if (list.items.empty()) list.items.push_back({child.span, {}, {}});
            append_blocks(blocks_from_soup(single(std::move(child)), context),
                          list.items.back().children);
            continue;
        }
        for (const SoupNode& part : item->children) {
            const auto* paragraph = std::get_if<SoupElement>(&part.node);
            if (paragraph != nullptr && paragraph->tag == "p") list.tight = false;
        }
        const ast::TaskState task = take_checkbox(item->children);
        list.items.push_back(
            {child.span, task, blocks_from_soup(std::move(item->children), context)});
    }
    return {span, std::move(list)};
}

void add_definitions(SoupNodes children, HtmlContext& context, ast::DefinitionList& list) {
    for (SoupNode& child : children) {
        if (is_blank_text(child)) continue;
        auto* element = std::get_if<SoupElement>(&child.node);
        if (element != nullptr && element->tag == "div") {
            add_definitions(std::move(element->children), context, list);
        } else if (element != nullptr && element->tag == "dt") {
            list.items.push_back(
                {child.span, inlines_from_soup(std::move(element->children)), {}});
        } else {
            if (list.items.empty()) list.items.push_back({child.span, {}, {}});
            ast::DefinitionItem& item = list.items.back();
            item.span = join(item.span, child.span);
            const bool definition = element != nullptr && element->tag == "dd";
            SoupNodes contents =
                definition ? std::move(element->children) : single(std::move(child));
            item.definitions.push_back(blocks_from_soup(std::move(contents), context));
        }
    }
}

/// Whether style asks for a new page: `page-break-after: always` and its modern name.
bool breaks_page(const ast::Attributes& attributes, std::string_view side) {
    const std::string* style = find_attribute(attributes, "style");
    if (style == nullptr) return false;
    std::string text;
    for (const char c : *style) {
        if (!ascii::is_space(c)) text += ascii::to_lower(c);
    }
    const auto has = [&](const std::string& part) { return text.find(part) != text.npos; };
    const std::string name = "break-" + std::string(side) + ":";
    return has("page-" + name + "always") || has(";" + name + "page") ||
           text.starts_with(name + "page");
}

void append_element(SoupElement element, Span span, HtmlContext& context, ast::Blocks& out) {
    const std::string& tag = element.tag;
    if (tag == "hr") {
        out.push_back({span, ast::ThematicBreak{std::move(element.attributes)}});
    } else if (tag.size() == 2 && tag[0] == 'h') {
        out.push_back(make_heading(std::move(element), span, context));
    } else if (tag == "pre") {
        append_boxed(element.attributes, make_code_block(element, span), out);
    } else if (tag == "ul" || tag == "ol") {
        const ast::Attributes attributes = element.attributes;
        append_boxed(attributes, make_list(std::move(element), span, context), out);
    } else if (tag == "blockquote") {
        ast::BlockQuote quote{blocks_from_soup(std::move(element.children), context)};
        append_boxed(element.attributes, {span, std::move(quote)}, out);
    } else if (tag == "dl") {
        ast::DefinitionList list;
        add_definitions(std::move(element.children), context, list);
        append_boxed(element.attributes, {span, std::move(list)}, out);
    } else if (tag == "table") {
        append_table(std::move(element), span, context, out);
    } else if (tag == "li" || tag == "dt" || tag == "dd" || tag == "tr" || tag == "td" ||
               tag == "th" || tag == "tbody" || tag == "thead" || tag == "tfoot" ||
               tag == "caption") {
        append_blocks(blocks_from_soup(std::move(element.children), context), out);
    } else {
        ast::Blocks children = blocks_from_soup(std::move(element.children), context);
        if (tag == "p" && element.attributes.empty()) {
            append_blocks(std::move(children), out);
        } else if (!children.empty()) {
            out.push_back({span, ast::ElementBlock{tag, std::move(element.attributes),
                                                   std::move(children)}});
        }
    }
}

void append_node(SoupNode node, HtmlContext& context, ast::Blocks& out) {
    if (auto* block = std::get_if<ast::Block>(&node.node)) {
        out.push_back(std::move(*block));
        return;
    }
    auto* element = std::get_if<SoupElement>(&node.node);
    const HtmlRole role = html_element(element->tag).role;
    if (role == HtmlRole::Block) {
        const Span span = node.span;
        const Span end{span.file, span.end, span.end};
        const bool before = breaks_page(element->attributes, "before");
        const bool after = breaks_page(element->attributes, "after");
        if (before) out.push_back({{span.file, span.begin, span.begin}, ast::PageBreak{}});
        append_element(std::move(*element), span, context, out);
        if (after) out.push_back({end, ast::PageBreak{}});
        return;
    }
    if (element->closed && role != HtmlRole::Inline) return;  // script and its kin
    ++context.wraps;
    ast::Blocks blocks = blocks_from_soup(std::move(element->children), context);
    --context.wraps;
    if (role == HtmlRole::Inline && context.wraps < kMaxWraps) {
        wrap_inlines(blocks, *element, node.span);
    }
    append_blocks(std::move(blocks), out);
}

}  // namespace

ast::Blocks blocks_from_soup(SoupNodes nodes, HtmlContext& context) {
    ast::Blocks out;
    SoupNodes run;
    ++context.depth;
    for (SoupNode& node : nodes) {
        if (!is_block(node)) {
            run.push_back(std::move(node));
            continue;
        }
        flush_paragraph(run, out);
        append_node(std::move(node), context, out);
    }
    flush_paragraph(run, out);
    --context.depth;
    arrange_containers(out);
    apply_directives(out, context.depth, context.diagnostics);
    return out;
}

std::string raw_text(const SoupNodes& nodes) {
    std::string text;
    for (const SoupNode& node : nodes) {
        std::visit(
            overloaded{
                [&](const SoupText& n) { text += n.text; },
                [&](const ast::Inline& n) { text += plain_text({n}); },
                [&](const ast::Block& n) { text += plain_text(flatten_blocks({n})) + "\n"; },
                [&](const SoupElement& n) {
                    text += n.tag == "br" ? "\n" : raw_text(n.children);
                },
            },
            node.node);
    }
    return text;
}

void append_boxed(const ast::Attributes& attributes, ast::Block block, ast::Blocks& out) {
    ast::Attributes kept;
    for (const ast::Attribute& attribute : attributes) {
        if (attribute.name == "style" || attribute.name == "align" ||
            attribute.name == "lang") {
            kept.push_back(attribute);
        }
    }
    if (kept.empty()) {
        out.push_back(std::move(block));
        return;
    }
    const Span span = block.span;
    ast::ElementBlock box{"div", std::move(kept), {}};
    box.children.push_back(std::move(block));
    out.push_back({span, std::move(box)});
}

}  // namespace cvtex::grammar
