#include "grammar/dump.hpp"

#include <string_view>

#include "base/overloaded.hpp"

namespace cvtex::grammar {
namespace {

/// Quoted, with line ends, quotes and control characters escaped.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            out += "\\x";
            out += kDigits[static_cast<unsigned char>(c) >> 4];
            out += kDigits[static_cast<unsigned char>(c) & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string attributes_text(const ast::Attributes& attributes) {
    std::string out;
    for (const ast::Attribute& attribute : attributes) {
        out += ' ' + attribute.name + '=' + quoted(attribute.value);
    }
    return out;
}

std::string_view task_text(ast::TaskState task) {
    if (task == ast::TaskState::None) return "";
    return task == ast::TaskState::Open ? " task=open" : " task=done";
}

std::string_view align_text(ast::CellAlign align) {
    switch (align) {
        case ast::CellAlign::Left:
            return "left";
        case ast::CellAlign::Center:
            return "center";
        case ast::CellAlign::Right:
            return "right";
        case ast::CellAlign::None:
            break;
    }
    return "none";
}

std::string tags_text(const ast::Tags& tags) {
    std::string text;
    for (const ast::Tag& tag : tags) text += (tag.negated ? " @!" : " @") + tag.name;
    return text;
}

std::string_view format_text(ast::FrontMatterFormat format) {
    switch (format) {
        case ast::FrontMatterFormat::Toml:
            return "toml";
        case ast::FrontMatterFormat::Yaml:
            return "yaml";
        case ast::FrontMatterFormat::Json:
            return "json";
        case ast::FrontMatterFormat::None:
            break;
    }
    return "none";
}

/// Writes one line a node. Recursion is bounded by the parser's caps.
class Dumper {
public:
    void document(const ast::Document& document) {
        out_ += "Document\n";
        ++depth_;
        if (document.front_matter.format != ast::FrontMatterFormat::None) {
            const ast::FrontMatter& front = document.front_matter;
            line(front.span, "FrontMatter " + std::string(format_text(front.format)));
            mapping(front.values);
        }
        for (const ast::Block& block : document.blocks) this->block(block);
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void line(Span span, std::string_view text) {
        out_.append(2 * depth_, ' ');
        out_ += text;
        out_ += " [" + std::to_string(span.begin) + ',' + std::to_string(span.end) + ")\n";
    }

    void nested(Span span, std::string_view text, const ast::Blocks& children) {
        line(span, text);
        ++depth_;
        for (const ast::Block& child : children) block(child);
        --depth_;
    }

    void nested(Span span, std::string_view text, const ast::Inlines& children) {
        line(span, text);
        ++depth_;
        for (const ast::Inline& child : children) inline_node(child);
        --depth_;
    }

    void mapping(const ast::Mapping& members) {
        ++depth_;
        for (const ast::Member& member : members)
            value(quoted(member.key) + ": ", member.value);
        --depth_;
    }

    void value(const std::string& label, const ast::Value& value) {
        std::visit(overloaded{
                       [&](const ast::Scalar& node) {
                           line(value.span, label + (node.quoted ? "string " : "scalar ") +
                                                quoted(node.text));
                       },
                       [&](const ast::Sequence& node) {
                           line(value.span, label + "sequence");
                           ++depth_;
                           for (const ast::Value& item : node) this->value("- ", item);
                           --depth_;
                       },
                       [&](const ast::Mapping& node) {
                           line(value.span, label + "mapping");
                           mapping(node);
                       },
                   },
                   value.node);
    }

    void block(const ast::Block& block);
    void list(Span span, const ast::List& list);
    void table(Span span, const ast::Table& table);
    void row(const ast::TableRow& row, std::string_view name);
    void definitions(Span span, const ast::DefinitionList& list);
    void inline_node(const ast::Inline& item);

    std::string out_;
    std::size_t depth_ = 0;
};

void Dumper::block(const ast::Block& block) {
    const Span span = block.span;
    std::visit(
        overloaded{
            [&](const ast::Paragraph& node) { nested(span, "Paragraph", node.children); },
            [&](const ast::Heading& node) {
                nested(span,
                       "Heading " + std::to_string(node.level) +
                           (node.setext ? " setext" : "") + " id=" + quoted(node.id) +
                           attributes_text(node.attributes),
                       node.children);
            },
            [&](const ast::ThematicBreak& node) {
                line(span, "ThematicBreak" + attributes_text(node.attributes));
            },
            [&](const ast::BlockQuote& node) { nested(span, "BlockQuote", node.children); },
            [&](const ast::List& node) { list(span, node); },
            [&](const ast::CodeBlock& node) {
                const std::string info = node.fenced ? " fenced info=" + quoted(node.info) : "";
                line(span, "CodeBlock" + info + ' ' + quoted(node.text));
            },
            [&](const ast::HtmlBlock& node) { line(span, "HtmlBlock " + quoted(node.text)); },
            [&](const ast::ElementBlock& node) {
                nested(span, "ElementBlock " + node.tag + attributes_text(node.attributes),
                       node.children);
            },
            [&](const ast::Table& node) { table(span, node); },
            [&](const ast::DefinitionList& node) { definitions(span, node); },
            [&](const ast::FootnoteDefinition& node) {
                nested(span, "FootnoteDefinition " + quoted(node.label), node.children);
            },
            [&](const ast::PageBreak&) { line(span, "PageBreak"); },
            [&](const ast::Conditional& node) {
                const bool is_private = node.kind == ast::ConditionKind::Private;
                nested(span, "Conditional" + (is_private ? " private" : tags_text(node.tags)),
                       node.children);
            },
            [&](const ast::Note& node) { line(span, "Note " + quoted(node.text)); },
        },
        block.node);
}

void Dumper::list(Span span, const ast::List& list) {
    std::string head =
        list.ordered ? "List ordered start=" + std::to_string(list.start) : "List";
    head += std::string(" delimiter=") + list.delimiter + (list.tight ? " tight" : " loose");
    line(span, head);
    ++depth_;
    for (const ast::ListItem& item : list.items) {
        nested(item.span, "Item" + std::string(task_text(item.task)) + tags_text(item.tags),
               item.children);
    }
    --depth_;
}

void Dumper::table(Span span, const ast::Table& table) {
    std::string head = "Table";
    for (const ast::CellAlign align : table.columns)
        head += ' ' + std::string(align_text(align));
    line(span, head);
    ++depth_;
    row(table.head, "Head");
    for (const ast::TableRow& body : table.rows) row(body, "Row");
    --depth_;
}

void Dumper::row(const ast::TableRow& row, std::string_view name) {
    line(row.span, name);
    ++depth_;
    for (const ast::TableCell& cell : row.cells) nested(cell.span, "Cell", cell.children);
    --depth_;
}

void Dumper::definitions(Span span, const ast::DefinitionList& list) {
    line(span, "DefinitionList");
    ++depth_;
    for (const ast::DefinitionItem& item : list.items) {
        nested(item.span, "Term", item.term);
        for (const ast::Blocks& definition : item.definitions) {
            nested(item.span, item.marker == '~' ? "Definition ~" : "Definition", definition);
        }
    }
    --depth_;
}

void Dumper::inline_node(const ast::Inline& item) {
    const Span span = item.span;
    std::visit(
        overloaded{
            [&](const ast::Text& node) { line(span, "Text " + quoted(node.text)); },
            [&](const ast::SoftBreak&) { line(span, "SoftBreak"); },
            [&](const ast::HardBreak&) { line(span, "HardBreak"); },
            [&](const ast::Code& node) { line(span, "Code " + quoted(node.text)); },
            [&](const ast::Emphasis& node) { nested(span, "Emphasis", node.children); },
            [&](const ast::Strong& node) { nested(span, "Strong", node.children); },
            [&](const ast::Strikethrough& node) {
                nested(span, "Strikethrough", node.children);
            },
            [&](const ast::Link& node) {
                const std::string title =
                    node.title.empty() ? "" : " title=" + quoted(node.title);
                nested(
                    span,
                    (node.automatic ? "Autolink " : "Link ") + quoted(node.destination) + title,
                    node.children);
            },
            [&](const ast::Image& node) {
                const std::string title =
                    node.title.empty() ? "" : " title=" + quoted(node.title);
                nested(span, "Image " + quoted(node.source) + title, node.alternative);
            },
            [&](const ast::RawHtml& node) { line(span, "RawHtml " + quoted(node.text)); },
            [&](const ast::Element& node) {
                nested(span, "Element " + node.tag + attributes_text(node.attributes),
                       node.children);
            },
            [&](const ast::FootnoteReference& node) {
                line(span, "FootnoteReference " + quoted(node.label));
            },
        },
        item.node);
}

}  // namespace

std::string dump(const ast::Document& document) {
    Dumper dumper;
    dumper.document(document);
    return dumper.take();
}

}  // namespace cvtex::grammar
