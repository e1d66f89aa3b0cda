#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/box.hpp"
#include "base/span.hpp"

/// The document as it was written: plain values, each with its span, no behaviour, no
/// back-pointers.
namespace cvtex::ast {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

/// `name="value"` of an HTML element or an `{#id .class key=value}` list.
struct Attribute {
    std::string name;   ///< lower case
    std::string value;  ///< character references decoded
    Span span;
    bool operator==(const Attribute&) const = default;
};

using Attributes = std::vector<Attribute>;

// ---- inlines ------------------------------------------------------------------------------

/// Literal text with escapes and character references decoded. One node is one contiguous slice
/// of the source, so that a decoded `&amp;` is a node of its own.
struct Text {
    std::string text;
};

struct SoftBreak {};

struct HardBreak {};

struct Code {
    std::string text;
};

struct Emphasis {
    Inlines children;
};

struct Strong {
    Inlines children;
};

struct Strikethrough {
    Inlines children;
};

struct Link {
    std::string destination;
    std::string title;
    Inlines children;
    bool automatic = false;  ///< `<https://…>`, `<a@b.c>` or a GFM literal
};

struct Image {
    std::string source;
    std::string title;
    Inlines alternative;
};

/// One raw HTML tag, comment, declaration… as written. `interpret_html` turns what cvtex
/// sets into `Element`.
struct RawHtml {
    std::string text;
};

/// An inline HTML element of the supported subset: an icon (`i` with class `icon icon-NAME`),
/// or made by `interpret_html`.
struct Element {
    std::string tag;  ///< lower case
    Attributes attributes;
    Inlines children;
};

struct FootnoteReference {
    std::string label;
};

struct Inline {
    using Node = std::variant<Text, SoftBreak, HardBreak, Code, Emphasis, Strong, Strikethrough,
                              Box<Link>, Box<Image>, RawHtml, Box<Element>, FootnoteReference>;
    Span span;
    Node node;
};

// ---- blocks -------------------------------------------------------------------------------

struct Paragraph {
    Inlines children;
};

/// `@name` or `@!name`: whom a part of the document is for, or is not for.
struct Tag {
    std::string name;
    bool negated = false;
    Span span;
};

using Tags = std::vector<Tag>;

struct Heading {
    int level = 1;  ///< 1–6
    Inlines children;
    bool setext = false;
    std::string id;  ///< unique in the document: GitHub's slug, or `{#id}`
    Attributes attributes;
    Tags tags = {};  ///< of a trailing `<!-- @a -->`; `interpret_html` moves them to a
                     ///< `Conditional` around the section
};

struct ThematicBreak {
    Attributes attributes = {};  ///< of an `<hr>`
};

struct BlockQuote {
    Blocks children;
};
enum class TaskState : std::uint8_t { None, Open, Done };

struct ListItem {
    Span span;
    TaskState task = TaskState::None;
    Blocks children;
    Tags tags = {};  ///< of a trailing `<!-- @a -->`; read by `interpret_html`
};

struct List {
    std::int32_t start = 1;  ///< of at most nine digits
    bool ordered = false;
    bool tight = true;
    char delimiter = '-';  ///< `-` `+` `*` for bullets, `.` `)` for numbers
    std::vector<ListItem> items;
};

struct CodeBlock {
    bool fenced = false;
    std::string info;  ///< whole info string, decoded
    std::string text;
};

/// Raw HTML block as written, its end line included.
struct HtmlBlock {
    std::string text;
};

/// A block-level HTML element of the supported subset: a `:::` container, or made by
/// `interpret_html`; its children may come from Markdown between the tags.
struct ElementBlock {
    std::string tag;
    Attributes attributes;
    Blocks children;
};
enum class CellAlign : std::uint8_t { None, Left, Center, Right };

struct TableCell {
    Span span;
    Inlines children;
};

struct TableRow {
    Span span;
    std::vector<TableCell> cells;
};

/// GFM table: every row has exactly `columns.size()` cells.
struct Table {
    std::vector<CellAlign> columns;
    TableRow head;
    std::vector<TableRow> rows;
};

struct DefinitionItem {
    Span span;
    Inlines term;
    std::vector<Blocks> definitions;
    char marker = ':';  ///< of its first definition: `:` or `~`
};

struct DefinitionList {
    std::vector<DefinitionItem> items;
};

struct FootnoteDefinition {
    std::string label;
    Blocks children;
};

/// `<!-- pagebreak -->`, `\newpage` and their kin.
struct PageBreak {};

enum class ConditionKind : std::uint8_t { Audience, Private };

/// Blocks that are not for everybody. Made by `interpret_html` from `<!-- cv: only a,b -->`,
/// `not` and `private` … `<!-- cv: end -->`, and from a heading's tags for its section. An
/// audience sees the blocks when none of the negated tags names it and, where there are others,
/// one of them does; with no audience named all but the private ones are seen.
struct Conditional {
    ConditionKind kind = ConditionKind::Audience;
    Tags tags;
    Blocks children;
};

/// `<!-- note: … -->`: the author's words to herself, never set. Made by `interpret_html` only.
struct Note {
    std::string text;
};

struct Block {
    using Node =
        std::variant<Paragraph, Box<Heading>, ThematicBreak, BlockQuote, List, Box<CodeBlock>,
                     HtmlBlock, Box<ElementBlock>, Box<Table>, DefinitionList,
                     Box<FootnoteDefinition>, PageBreak, Box<Conditional>, Note>;
    Span span;
    Node node;
};

/// The boxed alternative `T` of a block's or an inline's node, or null.
template <class T, class Node>
[[nodiscard]] auto* get_if(Node* node) {
    using Value = std::conditional_t<std::is_const_v<Node>, const T, T>;
    auto* box = std::get_if<Box<T>>(node);
    return box == nullptr ? nullptr : &static_cast<Value&>(*box);
}

template <class T, class Node>
[[nodiscard]] bool holds(const Node& node) {
    return std::holds_alternative<Box<T>>(node);
}

/// The boxed alternative `T`, which `node` must hold.
template <class T, class Node>
[[nodiscard]] auto& get(Node& node) {
    return *ast::get_if<T>(&node);
}

// ---- front matter -------------------------------------------------------------------------

/// Front matter of any format as one ordered tree. Scalars stay the text the author wrote
/// (quotes and escapes resolved), so that `NO`, `1.10` and phone numbers survive; a field is
/// typed where it is asked for.
struct Value;

struct Scalar {
    std::string text;
    bool quoted = false;
    bool operator==(const Scalar&) const = default;
};
struct Member;
using Sequence = std::vector<Value>;
using Mapping = std::vector<Member>;

struct Value {
    Span span;
    std::variant<Scalar, Sequence, Mapping> node;
};

struct Member {
    std::string key;
    Span key_span;
    Value value;
};

/// The member named `key`, or null. `mapping` must outlive the result.
[[nodiscard]] const Value* find(const Mapping& mapping, const std::string& key);
/// The text of the scalar member named `key`.
[[nodiscard]] std::optional<std::string> find_text(const Mapping& mapping,
                                                   const std::string& key);

enum class FrontMatterFormat : std::uint8_t { None, Toml, Yaml, Json };

struct FrontMatter {
    FrontMatterFormat format = FrontMatterFormat::None;
    Span span;  ///< fences included
    Mapping values;
};

struct Document {
    FileId file;
    FrontMatter front_matter;
    Blocks blocks;
};

}  // namespace cvtex::ast
