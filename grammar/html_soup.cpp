#include "grammar/html_soup.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/directives.hpp"
#include "grammar/html_elements.hpp"

namespace cvtex::grammar {
namespace {

/// Formatting elements opened again after a misnested end tag (HTML's own limit is three of a
/// kind): keeps `</b>` floods linear.
constexpr std::size_t kMaxReopened = 4;

bool is_page_break(const std::string& comment) {
    std::string word;
    for (const char c : comment) {
        if (ascii::is_space(c) || c == '-' || c == '_') continue;
        word += ascii::to_lower(c);
        if (word.size() > 20) return false;
    }
    return word == "pagebreak" || word == "newpage" || word == "cv:pagebreak";
}

bool is_kept(HtmlRole role) {
    return role != HtmlRole::Unknown && role != HtmlRole::Transparent;
}

}  // namespace

bool is_block(const SoupNode& node) {
    if (const auto* element = std::get_if<SoupElement>(&node.node)) return element->has_block;
    return std::holds_alternative<ast::Block>(node.node);
}

SoupBuilder::SoupBuilder(std::set<std::string>& warned, Diagnostics& diagnostics,
                         bool in_blocks, std::size_t room)
    : warned_(warned), diagnostics_(diagnostics), in_blocks_(in_blocks), room_(room) {}

void SoupBuilder::add(SoupNode node) {
    SoupElement& parent = stack_.empty() ? root_ : stack_.back().element;
    parent.has_block = parent.has_block || is_block(node);
    parent.children.push_back(std::move(node));
}

void SoupBuilder::markdown(ast::Inline node) {
    const Span span = node.span;
    add({span, std::move(node)});
}

void SoupBuilder::markdown(ast::Block node) {
    const Span span = node.span;
    add({span, std::move(node)});
}

void SoupBuilder::token(HtmlToken token) {
    switch (token.kind) {
        case HtmlTokenKind::Word:
            add({token.span, SoupText{std::move(token.text), false}});
            break;
        case HtmlTokenKind::Space:
            add({token.span, SoupText{std::move(token.text), true}});
            break;
        case HtmlTokenKind::Open:
            start_tag(std::move(token));
            break;
        case HtmlTokenKind::Close:
            end_tag(token);
            break;
        case HtmlTokenKind::Comment:
            if (token.endless) {
                report_endless_comment(token.text, token.span, diagnostics_);
            } else if (is_page_break(token.text)) {
                markdown({token.span, ast::PageBreak{}});
            } else if (in_blocks_ && is_block_directive(token.text)) {
                // Kept among the blocks until their list is complete.
                markdown({token.span, ast::HtmlBlock{std::move(token.text)}});
            }
            break;
    }
}

void SoupBuilder::warn_about(const std::string& name, Span span) {
    const HtmlRole role = html_element(name).role;
    if (role != HtmlRole::Unknown && role != HtmlRole::Forbidden) return;
    if (!warned_.insert(name).second) return;
    if (role == HtmlRole::Unknown) {
        diagnostics_.warning("unknown-html", span,
                             "<" + name + "> is not an HTML element that cvtex sets",
                             "its contents are kept as if the tags were not there");
    } else {
        diagnostics_.warning("html-removed", span,
                             "<" + name + "> is left out of the document");
    }
}

void SoupBuilder::start_tag(HtmlToken token) {
    const HtmlElement element = html_element(token.text);
    warn_about(token.text, token.span);
    const std::size_t keep = first_implied_end(token.text, indices_);
    while (stack_.size() > keep) pop({token.span.file, token.span.begin, token.span.begin});
    if (!is_kept(element.role)) return;

    Open open{token.text, token.span, {}};
    open.element.tag = element.same_as.empty() ? token.text : std::string(element.same_as);
    open.element.attributes = std::move(token.attributes);
    open.element.has_block = element.role == HtmlRole::Block;
    if (element.is_void) {
        add({token.span, std::move(open.element)});
    } else if (depth_ + open.depth() > room_) {
        if (ignored_depth_++ == 0 && warned_.insert("(depth)").second) {
            diagnostics_.warning("html-too-deep", token.span,
                                 "HTML is nested too deeply here; inner tags are ignored");
        }
    } else {
        push(std::move(open));
    }
}

void SoupBuilder::end_tag(const HtmlToken& token) {
    const HtmlElement element = html_element(token.text);
    if (!is_kept(element.role)) return;
    if (ignored_depth_ > 0) {
        --ignored_depth_;
        return;
    }
    if (token.text == "br") {  // browsers read </br> as <br>
        add({token.span, SoupElement{"br", {}, {}, false, true}});
        return;
    }
    const std::size_t found = find_open(token.text, indices_);
    if (found == stack_.size()) {
        if (!element.is_void && !element.end_optional) {
            diagnostics_.warning("unmatched-html", token.span,
                                 "</" + token.text + "> ends nothing that is open here");
        }
        return;
    }
    std::vector<Open> reopen;
    for (std::size_t i = found + 1; i < stack_.size(); ++i) {
        const bool formatting = html_element(stack_[i].name).role == HtmlRole::Inline;
        if (element.role == HtmlRole::Inline && formatting && reopen.size() < kMaxReopened) {
            reopen.push_back({stack_[i].name, token.span, {}});
            reopen.back().element.tag = stack_[i].element.tag;
            reopen.back().element.attributes = stack_[i].element.attributes;
        }
    }
    while (stack_.size() > found) pop(token.span);
    for (Open& open : reopen) push(std::move(open));
}

void SoupBuilder::push(Open open) {
    indices_.push_back(html_element_index(open.name));
    depth_ += open.depth();
    stack_.push_back(std::move(open));
}

void SoupBuilder::pop(Span end) {
    Open open = std::move(stack_.back());
    stack_.pop_back();
    indices_.pop_back();
    depth_ -= open.depth();
    add({join(open.span, end), std::move(open.element)});
}

SoupNodes SoupBuilder::finish() {
    while (!stack_.empty()) {
        Open& open = stack_.back();
        const Span last =
            open.element.children.empty() ? open.span : open.element.children.back().span;
        if (!html_element(open.name).end_optional) {
            open.element.closed = false;
            diagnostics_.warning("unmatched-html", open.span,
                                 "<" + open.name + "> is never closed",
                                 "add </" + open.name + "> where it should end");
        }
        pop(last);
    }
    ignored_depth_ = 0;
    return std::move(root_.children);
}

}  // namespace cvtex::grammar
