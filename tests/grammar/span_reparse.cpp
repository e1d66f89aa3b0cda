#include "tests/grammar/span_reparse.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "grammar/ast_builder.hpp"
#include "grammar/block_parser.hpp"
#include "grammar/dump.hpp"
#include "grammar/emphasis.hpp"
#include "grammar/parse.hpp"
#include "grammar/references.hpp"
#include "grammar/scan_blocks.hpp"
#include "grammar/tables.hpp"

namespace cvtex::test {
namespace {

using grammar::LineCursor;
using grammar::LineSlice;

ast::Blocks paragraph_of(ast::Inlines inlines) {
    ast::Blocks blocks;
    if (!inlines.empty()) blocks.push_back({{}, ast::Paragraph{std::move(inlines)}});
    return blocks;
}

/// Whether a run of delimiters in `span` could open as well as close where it stands: alone,
/// beside other characters, it may pair otherwise (CommonMark §6.2, rules 9 and 10).
bool has_two_sided_run(std::string_view source, Span span) {
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
        if (std::string_view("*_~").find(source[at]) == std::string_view::npos) continue;
        std::uint32_t end = at;
        while (end < source.size() && source[end] == source[at]) ++end;
        const grammar::Flanking sides = grammar::flanking(source, at, end);
        if (sides.can_open && sides.can_close) return true;
        at = end - 1;
    }
    return false;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

std::string shape(const ast::Blocks& blocks) {
    ast::Document document{};
    document.blocks = blocks;
    const std::string dump = grammar::dump(document);
    std::string out;
    for (std::size_t at = 0; at < dump.size();) {
        const std::size_t line_end = std::min(dump.find('\n', at), dump.size());
        const std::string_view line = std::string_view(dump).substr(at, line_end - at);
        const std::size_t place = line.rfind(" [");
        const std::size_t id = line.find(" id=\"");
        const std::size_t id_end = id == line.npos ? line.npos : line.find('"', id + 5);
        out += line.substr(0, std::min(id, place));
        if (id_end < place) out += line.substr(id_end + 1, place - id_end - 1);
        out += '\n';
        at = line_end + 1;
    }
    return out;
}

SpanReparse::SpanReparse(const Sources& sources, FileId file, bool tolerant)
    : sources_(sources), file_(file), source_(sources[file].text()), tolerant_(tolerant) {
    options_.front_matter = false;
}

std::string SpanReparse::check() {
    const ast::Document document = grammar::parse(sources_, file_, ignored_);
    const std::uint32_t body = document.front_matter.format == ast::FrontMatterFormat::None
                                   ? 0
                                   : std::min(document.front_matter.span.end + 1,
                                              static_cast<std::uint32_t>(source_.size()));
    whole_ = grammar::BlockParser(source_, file_, options_, ignored_).parse(body);
    blocks(document.blocks, {});
    return problem_;
}

void SpanReparse::report(Span span, const std::string& what) {
    if (!problem_.empty()) return;
    problem_ = "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + ") " + what;
}

void SpanReparse::blocks(const ast::Blocks& children, const Containers& around) {
    for (const ast::Block& child : children) block(child, around);
}

void SpanReparse::block(const ast::Block& block, const Containers& around) {
    const Span span = block.span;
    const auto again = [&] {
        if (reparse(span, {block}, false, around)) kinds_.blocks.insert(block.node.index());
    };
    const auto inside = [&](const ast::Blocks& children, Container container) {
        Containers all = around;
        all.push_back(container);
        blocks(children, all);
    };
    std::visit(
        overloaded{
            [&](const ast::Paragraph& n) {
                kinds_.blocks.insert(block.node.index());
                text(span, n.children, around);
            },
            [&](const ast::Heading&) { again(); },
            [&](const ast::ThematicBreak&) { again(); },
            [&](const ast::BlockQuote& n) {
                again();
                inside(n.children, {Prefix::Quote, span.begin, 1, 0});
            },
            [&](const ast::List& n) {
                again();
                list(n, around);
            },
            [&](const ast::CodeBlock&) { again(); },
            [&](const ast::HtmlBlock&) { again(); },
            [&](const ast::ElementBlock& n) {
                // The title of a container is a part of its opening line.
                if (sources_.slice(span).starts_with(":::")) again();
                inside(n.children, {});
            },
            [&](const ast::Table& n) {
                again();
                table(n);
            },
            [&](const ast::DefinitionList& n) {
                again();
                definitions(n, around);
            },
            [&](const ast::FootnoteDefinition& n) {
                again();
                const auto length = n.label.size() + std::string_view("[^]:").size();
                inside(n.children, {Prefix::Indent, span.begin,
                                    static_cast<std::uint32_t>(length), LineCursor::kTabStop});
            },
            [&](const ast::PageBreak&) { again(); },
            [&](const ast::Conditional&) { report(span, "made by interpretation only"); },
            [&](const ast::Note&) { report(span, "made by interpretation only"); },
        },
        block.node);
}

void SpanReparse::list(const ast::List& list, const Containers& around) {
    for (const ast::ListItem& item : list.items) {
        reparse(item.span, item.children, true, around);
        const std::string_view slice = sources_.slice(item.span);
        const auto marker = grammar::scan_list_marker(slice.substr(0, slice.find('\n')));
        if (!marker) return report(item.span, "item without marker");
        Containers all = around;
        all.push_back(indented(item.span, marker->length, around));
        blocks(item.children, all);
    }
}

void SpanReparse::definitions(const ast::DefinitionList& list, const Containers& around) {
    for (const ast::DefinitionItem& item : list.items) {
        // The term is the first line.
        const auto end = std::min(source_.find('\n', item.span.begin), source_.size());
        text({file_, item.span.begin, static_cast<std::uint32_t>(end)}, item.term, around);
        for (const ast::Blocks& children : item.definitions) {
            if (children.empty()) continue;
            std::uint32_t marker = children.front().span.begin;
            while (marker > item.span.begin && source_[marker] != ':' &&
                   source_[marker] != '~') {
                --marker;
            }
            const auto between =
                source_.substr(marker + 1, children.front().span.begin - marker - 1);
            if (!is_blank(between)) continue;  // Another line, or an item within.
            Containers all = around;
            all.push_back(indented({file_, marker, item.span.end}, 1, around));
            blocks(children, all);
        }
    }
}

void SpanReparse::table(const ast::Table& table) {
    row(table.head);
    for (const ast::TableRow& each : table.rows) row(each);
    if (table.head.cells.size() != table.columns.size()) report(table.head.span, "columns");
}

void SpanReparse::row(const ast::TableRow& row) {
    ++checked_;
    const auto cells = grammar::split_row(source_, row.span.begin, row.span.end);
    for (std::size_t i = 0; i < row.cells.size() && i < cells.size(); ++i) {
        const Span span = row.cells[i].span;
        if (span.begin != cells[i].begin || span.end != cells[i].end) report(span, "cell");
        const Slices whole = cells[i].slices;
        if (shape(paragraph_of(read_text(whole, true))) !=
            shape(paragraph_of(row.cells[i].children))) {
            report(span, "cell reads otherwise");
        }
        inlines(row.cells[i].children, {{span.begin, span.end, 0}}, true);
    }
}

bool SpanReparse::reparse(Span span, const ast::Blocks& expected, bool is_item,
                          const Containers& around) {
    bool differs = false;
    const std::string markdown = dedented(span, around, differs);
    if (differs) return false;
    ++checked_;
    Sources alone;
    const FileId file = alone.add(Source::decode("slice.md", markdown));
    const std::string_view source = alone[file].text();
    grammar::BlockTree tree = grammar::BlockParser(source, file, options_, ignored_).parse(0);
    tree.definitions = whole_.definitions;
    tree.footnotes = whole_.footnotes;
    ast::Blocks found = grammar::AstBuilder(source, file, tree, options_, ignored_).build();
    if (is_item && found.size() == 1) {
        const auto* list = std::get_if<ast::List>(&found.front().node);
        if (list != nullptr && list->items.size() == 1) {
            found = ast::Blocks(list->items.front().children);
        }
    }
    if (shape(found) != shape(expected)) {
        report(span, "reads otherwise:\n" + markdown + "\nas\n" + shape(found) +
                         "\ninstead of\n" + shape(expected));
    }
    return true;
}

void SpanReparse::text(Span span, const ast::Inlines& expected, const Containers& around) {
    const Slices lines = text_lines(span, around);
    ++checked_;
    const std::string found = shape(paragraph_of(read_text(lines, false)));
    if (found != shape(paragraph_of(expected))) {
        report(span, "text reads otherwise:\n" + found + "\ninstead of\n" +
                         shape(paragraph_of(expected)));
    }
    inlines(expected, lines, false);
}

void SpanReparse::inlines(const ast::Inlines& items, const Slices& lines, bool in_cell) {
    for (const ast::Inline& item : items) inline_node(item, lines, in_cell);
}

void SpanReparse::inline_node(const ast::Inline& item, const Slices& lines, bool in_cell) {
    const Span span = item.span;
    const auto again = [&] {
        Slices own;
        for (const LineSlice& line : lines) {
            const LineSlice part{std::max(line.begin, span.begin), std::min(line.end, span.end),
                                 0};
            if (part.begin < part.end) own.push_back(part);
        }
        ++checked_;
        const std::string found = shape(paragraph_of(read_text(own, in_cell)));
        const std::string expected = shape(paragraph_of({item}));
        if (found != expected && !(tolerant_ && has_two_sided_run(source_, span))) {
            report(span, "inline reads otherwise:\n" + found + "\ninstead of\n" + expected);
        }
    };
    const std::string_view slice = sources_.slice(span);
    kinds_.inlines.insert(item.node.index());
    std::visit(overloaded{
                   [&](const ast::Text& n) {
                       ++checked_;
                       if (slice != n.text && grammar::decode_references(slice) != n.text) {
                           again();  // A shortcode.
                       }
                   },
                   [&](const ast::SoftBreak&) {
                       if (slice != "\n") report(span, "soft break");
                   },
                   [&](const ast::HardBreak&) {
                       if (slice != "\\\n" && !(slice.ends_with("\n") &&
                                                is_blank(slice.substr(0, slice.size() - 1)))) {
                           report(span, "hard break");
                       }
                   },
                   [&](const ast::Code&) { again(); },
                   [&](const ast::Emphasis& n) {
                       again();
                       inlines(n.children, lines, in_cell);
                   },
                   [&](const ast::Strong& n) {
                       again();
                       inlines(n.children, lines, in_cell);
                   },
                   [&](const ast::Strikethrough& n) {
                       again();
                       inlines(n.children, lines, in_cell);
                   },
                   [&](const ast::Link& n) {
                       again();
                       inlines(n.children, lines, in_cell);
                   },
                   [&](const ast::Image& n) {
                       again();
                       inlines(n.alternative, lines, in_cell);
                   },
                   [&](const ast::RawHtml&) { again(); },
                   [&](const ast::Element&) { again(); },
                   [&](const ast::FootnoteReference&) { again(); },
               },
               item.node);
}

}  // namespace cvtex::test
