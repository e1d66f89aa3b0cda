#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "grammar/html_tokens.hpp"

/// The tree of HTML elements with Markdown nodes between their tags: what tags become before
/// they are turned into nodes of the document.
namespace cvtex::grammar {

struct SoupNode;

/// Text of an HTML block: one word, or raw white space still to be collapsed.
struct SoupText {
    std::string text;
    bool is_space = false;
};

struct SoupElement {
    std::string tag;  ///< after aliases (b is strong); a name of html_elements' table
    ast::Attributes attributes;
    std::vector<SoupNode> children;
    bool has_block = false;  ///< is a block or has one somewhere inside
    bool closed = true;      ///< false: its end tag never came
};

struct SoupNode {
    Span span;
    std::variant<SoupText, ast::Inline, ast::Block, SoupElement> node;
};

using SoupNodes = std::vector<SoupNode>;

[[nodiscard]] bool is_block(const SoupNode& node);

/// Matches start and end tags as browsers do in the simple cases: end tags left out are
/// supplied, misnested formatting is closed and opened again, stray end tags are ignored.
/// Linear: depth and reopening are capped.
class SoupBuilder {
public:
    /// `warned` holds the names already warned about in this document; directives are read
    /// only `in_blocks`. Elements beyond `room` nodes deep dissolve into their parent.
    SoupBuilder(std::set<std::string>& warned, Diagnostics& diagnostics, bool in_blocks,
                std::size_t room);

    void token(HtmlToken token);
    void markdown(ast::Inline node);
    void markdown(ast::Block node);
    /// Closes what is open and hands over the tree.
    [[nodiscard]] SoupNodes finish();

private:
    struct Open {
        std::string name;  ///< as written, lower case
        Span span;
        SoupElement element;

        /// How many nodes deep it may become: its style can need a box of its own.
        [[nodiscard]] std::size_t depth() const { return element.attributes.empty() ? 1 : 2; }
    };

    void start_tag(HtmlToken token);
    void end_tag(const HtmlToken& token);
    void warn_about(const std::string& name, Span span);
    void add(SoupNode node);
    void push(Open open);
    void pop(Span end);

    std::set<std::string>& warned_;
    Diagnostics& diagnostics_;
    bool in_blocks_;
    std::size_t room_;
    std::size_t depth_ = 0;  ///< of `stack_`
    SoupElement root_;
    std::vector<Open> stack_;           ///< open elements, outermost first
    std::vector<std::size_t> indices_;  ///< html_element_index of each
    std::size_t ignored_depth_ = 0;
};

}  // namespace cvtex::grammar
