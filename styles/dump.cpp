#include <string>

#include "base/overloaded.hpp"
#include "styles/apply.hpp"
#include "styles/names.hpp"

// What `--emit=styled` prints: one node a line, children indented, styles by number.

namespace cvtex::styles {
namespace {

std::string points(Pt length) {
    return format_short(length, 4);
}

std::string ems(Em em) {
    return format_short(Pt::raw(em.units()), 4) + "em";
}

std::string insets(const Insets& i) {
    return points(i.top) + " " + points(i.right) + " " + points(i.bottom) + " " +
           points(i.left);
}

std::string border(const Border& b) {
    return points(b.thickness) + " " + hex(b.color);
}

class Dumper {
public:
    explicit Dumper(const StyledDocument& document) : document_(document) {}

    std::string dump() {
        head();
        blocks(document_.blocks);
        notes();
        return std::move(out_);
    }

private:
    void line(const std::string& text) {
        out_.append(depth_ * 2, ' ');
        out_ += text + "\n";
    }

    template <class Body>
    void nested(Body body) {
        ++depth_;
        body();
        --depth_;
    }

    void head();
    void notes();
    void text_style(std::size_t index);
    void running(const char* name, const RunningText& text);
    void block(const Block& block);
    void blocks(const Blocks& children);
    void box(const BoxStyle& box);
    void items(const InlineItems& items);
    void node(const Paragraph& paragraph);
    void node(const List& list);
    void node(const Container& container);
    void node(const Rule& rule);
    void node(const CodeBlock& code);
    void node(const Table& table);
    void node(const Image& image);
    void node(const Row& row);
    void node(const PageBreak& page_break);

    const StyledDocument& document_;
    std::string out_;
    std::size_t depth_ = 0;
};

std::string families(const std::vector<std::string>& names) {
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

std::string extent(const std::optional<Pt>& width, const std::optional<Em>& fraction) {
    return (width ? " width " + points(*width) : "") +
           (fraction ? " fraction " + ems(*fraction) : "");
}

std::string spanned(const char* what, int span) {
    return span > 1 ? what + std::to_string(span) : "";
}

void Dumper::text_style(std::size_t index) {
    const TextStyle& style = document_.text_styles[index];
    std::string text = "text-style " + std::to_string(index) + ": stack " +
                       std::to_string(style.stack.value) + " size " + points(style.size) +
                       " weight " + std::to_string(style.weight) + " color " +
                       hex(style.color) + " lang " + style.lang;
    if (style.italic) text += " italic";
    if (style.letter_spacing != Em{}) text += " letter-spacing " + ems(style.letter_spacing);
    if (style.baseline_shift != Pt{}) text += " shift " + points(style.baseline_shift);
    if (style.underline) text += " underline";
    if (style.strikethrough) text += " strikethrough";
    if (style.background) text += " background " + hex(*style.background);
    if (style.code) text += " code";
    if (style.tabular_digits) text += " tabular-digits";
    if (style.small_caps) text += " small-caps";
    if (style.bar) text += " bar";
    line(text);
}

void Dumper::running(const char* name, const RunningText& text) {
    if (text.empty()) return;
    line(std::string(name) + " style " + std::to_string(text.style.value) + " left " +
         quoted(text.left) + " center " + quoted(text.center) + " right " + quoted(text.right) +
         (text.first_page ? "" : " not-first") +
         (text.only_when_several ? " only-when-several" : ""));
}

void Dumper::head() {
    const Metadata& meta = document_.metadata;
    line("metadata lang " + meta.lang + " title " + quoted(meta.title) + " author " +
         quoted(meta.author) + " subject " + quoted(meta.subject) + " keywords " +
         quoted(families(meta.keywords)) + " date " + quoted(meta.date));
    const PageStyle& page = document_.page;
    line("page " + points(page.size.width) + " x " + points(page.size.height) + " margin " +
         insets(page.margin) + " grid " + points(page.grid) + " head-distance " +
         points(page.head_distance) + " foot-distance " + points(page.foot_distance) +
         (page.widow_control ? "" : " no-widow-control"));
    if (page.side)
        line("side " + points(page.side->width) + " padding " + insets(page.side->padding) +
             (page.side->background ? " background " + hex(*page.side->background) : "") +
             (page.side->at_end ? " at-end" : ""));
    running("head", page.head);
    running("foot", page.foot);
    for (std::size_t i = 0; i < document_.font_stacks.size(); ++i) {
        const FontStack& stack = document_.font_stacks[i];
        line("font-stack " + std::to_string(i) + ": latin " + families(stack.latin) + "; cjk " +
             families(stack.cjk) + "; fallback " + families(stack.fallback));
    }
    for (std::size_t i = 0; i < document_.text_styles.size(); ++i) text_style(i);
    for (std::size_t i = 0; i < document_.links.size(); ++i) {
        const LinkTarget& link = document_.links[i];
        line("link " + std::to_string(i) + ": " + quoted(link.destination) +
             (link.title.empty() ? "" : " title " + quoted(link.title)) +
             (link.note.valid() ? " note " + std::to_string(link.note.value) : ""));
    }
}

void Dumper::notes() {
    if (document_.notes.empty()) return;
    const FootnoteStyle& style = document_.note_style;
    line("notes before " + points(style.space_before) +
         (style.rule ? " rule " + border(*style.rule) : "") + " padding " +
         points(style.padding) + " between " + points(style.between) + " hang " +
         points(style.hang) + " marker-gap " + points(style.marker_gap));
    nested([&] {
        for (const Footnote& note : document_.notes) {
            line("note anchor " + quoted(note.anchor) + " mark " + quoted(note.mark_anchor));
            nested([&] {
                items(note.marker.content);
                blocks(note.children);
            });
        }
    });
}

void Dumper::box(const BoxStyle& box) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (box.space_before != Pt{}) add("before " + points(box.space_before));
    if (box.space_after != Pt{}) add("after " + points(box.space_after));
    if (box.padding != Insets{}) add("padding " + insets(box.padding));
    if (box.top) add("top " + border(*box.top));
    if (box.right) add("right " + border(*box.right));
    if (box.bottom) add("bottom " + border(*box.bottom));
    if (box.left) add("left " + border(*box.left));
    if (box.background) add("background " + hex(*box.background));
    if (box.keep_with_next) add("keep-with-next");
    if (box.keep_together) add("keep-together");
    if (box.break_before) add("break-before");
    if (box.break_after) add("break-after");
    if (box.float_end) add("float-end");
    if (box.width) add("width " + points(*box.width));
    if (box.fit_content) add("fit-content");
    if (box.bleed) add("bleed");
    if (box.least_height != Pt{}) add("least-height " + points(box.least_height));
    if (box.beside) add("beside");
    if (!text.empty()) line("box " + text);
}

void Dumper::items(const InlineItems& items) {
    for (const InlineItem& item : items)
        std::visit(
            overloaded{
                [&](const TextRun& run) {
                    line("text " + std::to_string(run.style.value) + " " + quoted(run.text) +
                         (run.link.valid() ? " link " + std::to_string(run.link.value) : "") +
                         (run.page_number ? " page-number" : ""));
                },
                [&](const ForcedBreak&) { line("break"); },
                [&](const InlineIcon& icon) {
                    line("icon " + std::string(icon.icon ? name_of(*icon.icon) : "none") + " " +
                         points(icon.size) + " " + hex(icon.color));
                },
                [&](const InlineImage& image) {
                    line("image " + quoted(image.path) + " alt " + quoted(image.alternative) +
                         (image.width ? " width " + points(*image.width) : "") +
                         (image.height ? " height " + points(*image.height) : ""));
                },
            },
            item);
}

void Dumper::node(const Paragraph& paragraph) {
    const ParagraphStyle& style = paragraph.style;
    std::string text = paragraph.heading_level > 0
                           ? "heading " + std::to_string(paragraph.heading_level)
                           : std::string("paragraph");
    text += " " + points(style.size) + "/" + points(style.leading) + " " + name_of(style.align);
    if (style.indent != Pt{}) text += " indent " + points(style.indent);
    if (style.hang == Hang::AllowEnd) text += " hang";
    text += std::string(" ") + name_of(style.punctuation) + " gap " + ems(style.gap);
    if (style.hyphenate == Hyphenate::On) text += " hyphenate";
    if (style.preformatted) text += " preformatted";
    if (!paragraph.anchor.empty()) text += " anchor " + quoted(paragraph.anchor);
    if (!paragraph.outline_title.empty()) text += " outline " + quoted(paragraph.outline_title);
    line(text);
    nested([&] {
        items(paragraph.content);
        if (paragraph.aside.empty()) return;
        line(std::string("aside") +
             (paragraph.aside_column ? " column " + points(*paragraph.aside_column) : "") +
             (paragraph.leader ? " leader" : ""));
        nested([&] { items(paragraph.aside); });
    });
}

void Dumper::node(const List& list) {
    line(std::string("list") + (list.ordered ? " ordered" : "") + " hang " + points(list.hang) +
         " marker-gap " + points(list.marker_gap) + (list.labels ? " labels" : ""));
    nested([&] {
        for (const ListItem& item : list.items) {
            std::visit(overloaded{
                           [&](const std::monostate&) { line("item"); },
                           [&](const DrawnMarker& marker) {
                               line(std::string("item ") + name_of(marker.shape) + " " +
                                    points(marker.diameter) + " raise " + points(marker.raise) +
                                    " " + hex(marker.color));
                           },
                           [&](const TextMarker& marker) {
                               line("item marked");
                               nested([&] { items(marker.content); });
                           },
                       },
                       item.marker);
            nested([&] { blocks(item.children); });
        }
    });
}

void Dumper::node(const Container& container) {
    line(std::string("container ") + name_of(container.kind));
    nested([&] { blocks(container.children); });
}

void Dumper::node(const Rule& rule) {
    line("rule " + border(rule.stroke) + extent(rule.width, rule.fraction) +
         (rule.width || rule.fraction ? std::string(" ") + name_of(rule.align) : ""));
}

void Dumper::node(const CodeBlock& code) {
    line("code-block");
    nested([&] { node(code.text); });
}

void Dumper::node(const Table& table) {
    std::string text = "table padding " + insets(table.cell_padding);
    const auto add_rule = [&](const char* name, const std::optional<Border>& rule) {
        if (rule) text += std::string(" ") + name + " " + border(*rule);
    };
    add_rule("top", table.top_rule);
    add_rule("head-rule", table.header_rule);
    add_rule("row-rule", table.row_rule);
    add_rule("bottom", table.bottom_rule);
    add_rule("column-rule", table.column_rule);
    if (table.header_background) text += " head-background " + hex(*table.header_background);
    if (table.full_width) text += " full-width";
    if (table.under_rule) text += " under-rule";
    line(text + " columns " + std::to_string(table.columns.size()) + " head-rows " +
         std::to_string(table.header_rows));
    nested([&] {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const TableColumn& column = table.columns[i];
            if (column.width || column.fraction)
                line("column " + std::to_string(i) + extent(column.width, column.fraction));
        }
        for (const TableRow& row : table.rows) {
            line("row");
            nested([&] {
                for (const TableCell& cell : row.cells) {
                    line((cell.header ? "head-cell" : "cell") +
                         spanned(" columns ", cell.column_span) +
                         spanned(" rows ", cell.row_span));
                    nested([&] { blocks(cell.children); });
                }
            });
        }
    });
}

std::string picture_frame(const PictureFrame& frame) {
    if (frame == PictureFrame{}) return {};
    std::string out = std::string(" fit ") + name_of(frame.fit);
    if (frame.fit == Fit::Cover)
        out += " focus " + ems(frame.focus_x) + " " + ems(frame.focus_y);
    if (frame.radius != Pt{}) out += " radius " + points(frame.radius);
    if (frame.border) out += " border " + border(*frame.border);
    return out;
}

void Dumper::node(const Image& image) {
    line("image " + quoted(image.path) + " alt " + quoted(image.alternative) + " " +
         name_of(image.align) + (image.width ? " width " + points(*image.width) : "") +
         (image.height ? " height " + points(*image.height) : "") +
         (image.fraction ? " fraction " + ems(*image.fraction) : "") +
         (image.link.valid() ? " link " + std::to_string(image.link.value) : "") +
         picture_frame(image.frame));
}

void Dumper::node(const Row& row) {
    line("row gap " + points(row.gap) + " " + name_of(row.distribute) +
         (row.align == RowAlign::Baseline ? "" : std::string(" ") + name_of(row.align)));
    nested([&] {
        for (const RowCell& cell : row.cells) {
            line("cell" + extent(cell.width, cell.fraction) +
                 (cell.grow > Em{} ? " grow " + ems(cell.grow) : ""));
            nested([&] { blocks(cell.children); });
        }
    });
}

void Dumper::node(const PageBreak&) {
    line("page-break");
}

void Dumper::block(const Block& block) {
    std::visit(overloaded{
                   [&](const Paragraph& n) { node(n); },
                   [&](const List& n) { node(n); },
                   [&](const Container& n) { node(n); },
                   [&](const Rule& n) { node(n); },
                   [&](const CodeBlock& n) { node(n); },
                   [&](const Table& n) { node(n); },
                   [&](const Image& n) { node(n); },
                   [&](const Row& n) { node(n); },
                   [&](const PageBreak& n) { node(n); },
               },
               block.node);
    nested([&] { box(block.box); });
}

void Dumper::blocks(const Blocks& children) {
    for (const Block& child : children) block(child);
}

}  // namespace

std::string dump(const StyledDocument& document) {
    return Dumper(document).dump();
}

}  // namespace cvtex::styles
