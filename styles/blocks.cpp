#include "styles/blocks.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/overloaded.hpp"
#include "base/web_address.hpp"
#include "styles/entries.hpp"
#include "styles/inlines.hpp"
#include "styles/tables.hpp"

namespace cvtex::styles {
namespace {

/// Code of up to this many lines is not split over pages.
constexpr std::ptrdiff_t kShortCode = 15;
/// The info string of displayed maths, as GitHub has it.
constexpr std::string_view kMaths = "math";

void set_image_block(Context& context, const ImageRequest& request, const Scope& scope,
                     LinkId link, Blocks& out) {
    Block block{box_of(context, Element::Image, scope.text.size), {}, request.span};
    check_alternative(context, request);
    Image image{image_path(request), request.alternative, {}, {}, {}, Align::Start, link};
    if (request.css.width.length) image.width = request.css.width.length->at(scope.text.size);
    if (request.css.height.length)
        image.height = request.css.height.length->at(scope.text.size);
    image.fraction = request.css.width.fraction;
    image.text = intern(context, scope.text);
    const bool inherits =
        scope.paragraph.align == Align::Justify || scope.paragraph.align == Align::Start;
    image.align = inherits ? context.sheet.image_align : scope.paragraph.align;
    if (request.css.align) image.align = *request.css.align;
    if (request.css.centered && !request.css.align) image.align = Align::Center;
    block.box.float_end = is_float(request);
    if (request.css.floats) image.align = Align::End;
    block.node = std::move(image);
    out.push_back(std::move(block));
}

/// Whether images can come from there: a file, data or, where they are taken, the network.
bool is_readable(const Context& context, const std::string& source) {
    if (!web_address(source).empty()) return context.takes_remote_images;
    const bool embedded = ascii::to_lower(std::string_view(source).substr(0, 5)) == "data:";
    return embedded || (!source.empty() && source.find(':') == std::string::npos);
}

/// The image that is all of a paragraph, alone or as the text of a link.
bool set_only_image(Context& context, const ast::Inlines& inlines, const Scope& scope,
                    Blocks& out) {
    const ast::Inlines* inside = &inlines;
    LinkId link = scope.link;
    if (inlines.size() == 1)
        if (const auto* around = ast::get_if<ast::Link>(&inlines[0].node)) {
            inside = &around->children;
            if (only_image(*inside))
                link = make_link(context, around->destination, around->title, inlines[0].span);
        }
    const ast::Inline* image = only_image(*inside);
    if (!image) return false;
    const ImageRequest request = *image_request(*image);
    // What can't be read is reported, and its alternative set, as part of a paragraph.
    if (!is_readable(context, request.source)) return false;
    set_image_block(context, request, scope, link, out);
    return true;
}

void set_quote(Context& context, const ast::BlockQuote& quote, Span span, const Scope& scope,
               Blocks& out) {
    const Scope inner = dress(context, scope, Element::Quote);
    Container container{ContainerKind::BlockQuote, set_blocks(context, quote.children, inner)};
    if (container.children.empty()) return;
    trim_spaces(container.children);
    out.push_back(
        {box_of(context, Element::Quote, inner.text.size), std::move(container), span});
}

void set_code(Context& context, const ast::CodeBlock& code, Span span, const Scope& scope,
              Blocks& out) {
    std::string text = code.text;
    if (text.ends_with('\n')) text.pop_back();
    if (ascii::trim(text).empty()) return;
    Scope inner = dress(context, scope, Element::CodeBlock);
    inner.text.code = true;
    CodeBlock block;
    block.text.style = inner.paragraph;
    block.text.style.preformatted = true;
    block.text.style.align = code.info == kMaths ? Align::Center : Align::Start;
    block.text.style.indent = Pt{};
    block.text.style.punctuation = Punctuation::None;
    block.text.style.gap = Em{};
    block.text.style.hyphenate = Hyphenate::Off;
    BoxStyle box = box_of(context, Element::CodeBlock, inner.text.size);
    box.keep_together =
        box.keep_together || std::count(text.begin(), text.end(), '\n') < kShortCode;
    block.text.content.emplace_back(make_run(context, std::move(text), inner, span));
    out.push_back({box, std::move(block), span});
}

void set_definitions(Context& context, const ast::DefinitionList& list, const Scope& scope,
                     Blocks& out) {
    for (const ast::DefinitionItem& item : list.items) {
        set_paragraph(context, item.term, item.span, dress(context, scope, Element::Term),
                      Element::Term, out);
        for (const ast::Blocks& definition : item.definitions) {
            Container container{ContainerKind::Group, set_blocks(context, definition, scope)};
            if (container.children.empty()) continue;
            trim_spaces(container.children);
            out.push_back({box_of(context, Element::Definition, scope.text.size),
                           std::move(container), item.span});
        }
    }
}

/// An `<hr>` stands in the middle unless told otherwise, as browsers have it.
void set_rule(Context& context, const ast::ThematicBreak& written, Span span,
              const Scope& scope, Blocks& out) {
    const Pt size = scope.text.size;
    const auto stroke = border_of(context.sheet.rule_stroke, size);
    const Css css = read_css(written.attributes);
    if (!stroke || css.hidden) return;
    Rule rule{*stroke, {}, css.width.fraction, css.align.value_or(Align::Center)};
    if (css.width.length) rule.width = css.width.length->at(size);
    if (css.floats && !css.align) rule.align = Align::End;
    if (css.color) rule.stroke.color = *css.color;
    Block block{box_of(context, Element::Rule, size), std::move(rule), span};
    if (css.margin.top) block.box.space_before = css.margin.top->at(size);
    if (css.margin.bottom) block.box.space_after = css.margin.bottom->at(size);
    out.push_back(std::move(block));
}

bool ends_with_colon(const Paragraph& paragraph) {
    if (paragraph.heading_level > 0 || paragraph.content.empty()) return false;
    const auto* run = std::get_if<TextRun>(&paragraph.content.back());
    return run &&
           (ascii::trim(run->text).ends_with(':') || ascii::trim(run->text).ends_with("："));
}

/// What stands between a list's items.
Pt space_between(const List& list) {
    const Blocks& first = list.items.front().children;
    return list.items.size() < 2 || first.empty() ? Pt{} : first.back().box.space_after;
}

/// A line that announces a list stands as near to it as its items to each other.
void close_lead_ins(const Context& context, Blocks& blocks, const Scope& scope) {
    const Pt least = context.sheet.list.item_space.at(scope.text.size);
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].node);
        const auto* list = std::get_if<List>(&blocks[i + 1].node);
        if (!paragraph || !list || !ends_with_colon(*paragraph)) continue;
        const Pt between = std::max(least, space_between(*list));
        blocks[i].box.space_after = between;
        blocks[i + 1].box.space_before = between;
    }
}

/// A rule just above a heading that has one of its own says the same twice; so does the rule
/// above a table that begins right below a heading's.
void drop_doubled_rules(Blocks& blocks) {
    const auto has_rule = [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        return paragraph && paragraph->heading_level > 0 && (block.box.top || block.box.bottom);
    };
    Blocks kept;
    kept.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool doubled = std::holds_alternative<Rule>(blocks[i].node) &&
                             i + 1 < blocks.size() && has_rule(blocks[i + 1]);
        if (doubled) continue;
        auto* table = std::get_if<Table>(&blocks[i].node);
        if (table && !kept.empty() && has_rule(kept.back()))
            table->under_rule = kept.back().box.bottom.has_value();
        kept.push_back(std::move(blocks[i]));
    }
    blocks = std::move(kept);
}

}  // namespace

void set_floating_images(Context& context, std::span<const FloatingImage> images,
                         const Scope& scope, Blocks& out) {
    for (const FloatingImage& image : images) {
        set_image_block(context, image.request, scope, image.link, out);
    }
}

void trim_spaces(Blocks& blocks) {
    if (blocks.empty()) return;
    blocks.front().box.space_before = Pt{};
    blocks.back().box.space_after = Pt{};
}

void set_paragraph(Context& context, const ast::Inlines& inlines, Span span, const Scope& scope,
                   Element element, Blocks& out) {
    if (set_only_image(context, inlines, scope, out)) return;
    const bool entry = is_entry_head(inlines);
    const Scope date_scope = entry_date_scope(context, scope);
    const bool role_below = entry && context.sheet.entry.role == RolePlace::Below;
    LineContent line = set_line(context, role_below ? with_role_below(inlines) : inlines, scope,
                                entry ? date_scope : scope);
    set_floating_images(context, line.floats, scope, out);
    if (line.content.empty() && line.aside.empty()) return;
    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    if (line.content.empty()) {
        paragraph.content = std::move(line.aside);
        paragraph.style.align = Align::End;
    } else {
        paragraph.content = std::move(line.content);
        paragraph.aside = std::move(line.aside);
    }
    BoxStyle box = box_of(context, element, scope.text.size);
    InlineItems below;
    if (entry) {
        paragraph.style.align = Align::Start;
        if (scope.list_depth == 0) {
            const BoxStyle head = box_of(context, Element::Heading3, scope.text.size);
            box.space_before = head.space_before;
            box.space_after = head.space_after;
        }
        box.keep_with_next = true;
        if (!fits_beside(context, paragraph.content, scope.text.size, paragraph.aside,
                         date_scope.text.size))
            below = std::exchange(paragraph.aside, {});
    }
    out.push_back({box, std::move(paragraph), span});
    if (below.empty()) return;
    const Pt space_after = std::exchange(out.back().box.space_after, Pt{});
    out.push_back(fact_line(std::move(below), date_scope, span, space_after));
}

/// Facts that did not fit into an entry's head, close below it.
static bool set_entry_facts(Context& context, const ast::Block& block, const Scope& scope,
                            Blocks& out) {
    const ast::Inlines* facts = entry_facts(&block);
    if (!facts || out.empty()) return false;
    const Pt space_after = std::exchange(out.back().box.space_after, Pt{});
    out.push_back(fact_line(set_inlines(context, *facts, scope),
                            entry_date_scope(context, scope), block.span, space_after));
    return true;
}

void set_block(Context& context, const ast::Block& block, const Scope& scope, Blocks& out) {
    const Span span = block.span;
    std::visit(
        overloaded{
            [&](const ast::Paragraph& paragraph) {
                if (set_entry_facts(context, block, scope, out)) return;
                set_paragraph(context, paragraph.children, span, scope, Element::Body, out);
            },
            [&](const ast::Heading&) {
                static_cast<void>(set_heading(context, block, nullptr, scope, out));
            },
            [&](const ast::ThematicBreak& rule) { set_rule(context, rule, span, scope, out); },
            [&](const ast::BlockQuote& quote) { set_quote(context, quote, span, scope, out); },
            [&](const ast::List& list) { set_list(context, list, span, scope, out); },
            [&](const ast::CodeBlock& code) { set_code(context, code, span, scope, out); },
            [&](const ast::HtmlBlock&) {},  // comments; all else was interpreted
            [&](const ast::ElementBlock& element) {
                set_element_block(context, element, span, scope, out);
            },
            [&](const ast::Table& table) { set_table(context, table, span, scope, out); },
            [&](const ast::DefinitionList& list) {
                set_definitions(context, list, scope, out);
            },
            [&](const ast::FootnoteDefinition&) {},  // set at the end, see append_footnotes
            [&](const ast::PageBreak&) {
                out.push_back({{}, PageBreak{}, span});
            },
            // The profile stage has put these in their place or left them out.
            [](const ast::Conditional&) {},
            [](const ast::Note&) {},
        },
        block.node);
}

Blocks set_blocks(Context& context, std::span<const ast::Block> blocks, const Scope& scope) {
    Blocks out;
    std::size_t at = 0;
    while (at < blocks.size()) {
        if (ast::holds<ast::Heading>(blocks[at].node)) {
            const ast::Block* next = at + 1 < blocks.size() ? &blocks[at + 1] : nullptr;
            at += set_heading(context, blocks[at], next, scope, out);
        } else {
            set_block(context, blocks[at], scope, out);
            ++at;
        }
    }
    drop_doubled_rules(out);
    close_lead_ins(context, out, scope);
    return out;
}

}  // namespace cvtex::styles
