#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/overloaded.hpp"
#include "export/latex_escape.hpp"
#include "export/latex_writer.hpp"
#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

constexpr std::array<const char*, 4> kHeadings{"\\section", "\\subsection", "\\subsubsection",
                                               "\\paragraph"};
/// The width of all columns of a row together: the rest is what is between them.
constexpr double kColumns = 0.96;

/// Blanks at both ends are LaTeX's own affair.
std::string trimmed(std::string text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \n"), text.size());
    text.erase(0, begin);
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

std::string decimal(double value) {
    return format_short(Pt::of(value), 3);
}

/// The only paragraph of `children`, if there is nothing else.
const Paragraph* only_paragraph(const Blocks& children) {
    return children.size() == 1 ? std::get_if<Paragraph>(&children[0].node) : nullptr;
}

/// The number that a marker such as `3.` or `3)` begins with.
std::optional<int> number_of(const ListItem& item) {
    const auto* marker = std::get_if<TextMarker>(&item.marker);
    if (marker == nullptr) return std::nullopt;
    const std::string text = plain_inlines(marker->content);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0) return std::nullopt;
    return number;
}

/// The part of the measure that `cell` takes: what it was given, else its parts of what the
/// others leave, else what all would have if they were alike.
double share_of(const RowCell& cell, const Row& row) {
    if (cell.fraction) return cell.fraction->ems();
    const double alike = 1 / static_cast<double>(row.cells.size());
    if (cell.grow <= Em{}) return alike;
    double left = 1, parts = 0;
    for (const RowCell& other : row.cells) {
        const bool grows = other.grow > Em{} && !other.fraction;
        if (grows) parts += other.grow.ems();
        if (!grows) left -= other.fraction ? other.fraction->ems() : alike;
    }
    return std::max(left, 0.0) * cell.grow.ems() / parts;
}

}  // namespace

std::string LatexWriter::write() {
    look_through(document_.blocks, false);
    blocks(document_.blocks);
    // Notes that nothing mentions.
    for (std::size_t i = 0; i < document_.notes.size(); ++i) {
        const NoteId note = NoteId::at(i);
        if (noted_.insert(note.value).second) notes_due_.push_back(note);
    }
    note_texts();
    return std::move(out_);
}

/// Finds the anchors, and which headings are the highest.
void LatexWriter::look_through(const Blocks& children, bool in_header) {
    for (const Block& child : children) {
        std::visit(overloaded{
                       [&](const Paragraph& node) {
                           if (!node.anchor.empty()) anchors_.insert(node.anchor);
                           if (node.heading_level > 0 && !in_header)
                               top_level_ = std::min(top_level_, node.heading_level);
                       },
                       [&](const List& node) {
                           for (const ListItem& item : node.items)
                               look_through(item.children, in_header);
                       },
                       [&](const Container& node) {
                           look_through(node.children,
                                        in_header || node.kind == ContainerKind::Header);
                       },
                       [](const Rule&) {},
                       [](const CodeBlock&) {},
                       [&](const Table& node) {
                           for (const TableRow& row : node.rows)
                               for (const TableCell& cell : row.cells)
                                   look_through(cell.children, in_header);
                       },
                       [](const Image&) {},
                       [&](const Row& node) {
                           for (const RowCell& cell : node.cells)
                               look_through(cell.children, in_header);
                       },
                       [](const PageBreak&) {},
                   },
                   child.node);
    }
}

void LatexWriter::part() {
    if (out_.empty() || out_.ends_with("\n\n")) return;
    out_ += out_.ends_with('\n') ? "\n" : "\n\n";
}

void LatexWriter::block(const Block& block) {
    std::visit(overloaded{
                   [&](const Paragraph& node) { paragraph(node); },
                   [&](const List& node) { list(node); },
                   [&](const Container& node) { container(node); },
                   [&](const Rule& node) { rule(node); },
                   [&](const CodeBlock& node) { code(node); },
                   [&](const Table& node) { table(node); },
                   [&](const Image& node) { image(node); },
                   [&](const Row& node) { row(node); },
                   [&](const PageBreak&) {
                       part();
                       if (boxes_ == 0) out_ += "\\clearpage\n\n";
                   },
               },
               block.node);
}

void LatexWriter::anchor(const std::string& name) {
    if (!name.empty()) out_ += "\\hypertarget{" + latex_anchor(name) + "}{}";
}

void LatexWriter::paragraph(const Paragraph& node) {
    if (in_header_) return header_line(node);
    // Sections inside a box would start their own lines, and in a list they end an item.
    if (node.heading_level > 0 && boxes_ == 0 && lists_ == 0) return heading(node);
    std::string text = trimmed(inlines(node.content, node.heading_level > 0));
    if (node.heading_level > 0 && !text.empty()) text = "\\textbf{" + text + "}";
    const std::string aside = trimmed(inlines(node.aside));
    if (text.empty() && aside.empty()) return;
    part();
    anchor(node.anchor);
    if (!aside.empty())
        out_ += "\\cvline{" + text + "}{" + aside + "}";
    else if (node.style.align == Align::Center)
        out_ += "{\\centering " + text + "\\par}";
    else if (node.style.align == Align::End)
        out_ += "{\\raggedleft " + text + "\\par}";
    else
        out_ += text;
    out_ += "\n\n";
    note_texts();
}

/// With dates at its right a heading is an entry's.
void LatexWriter::heading(const Paragraph& node) {
    const std::string text = trimmed(inlines(node.content, true));
    const std::string aside = trimmed(inlines(node.aside));
    if (text.empty() && aside.empty()) return;
    std::string plain;  // for the outline
    escape_latex(plain, plain_inlines(node.content));
    plain = trimmed(plain);
    const int depth = std::clamp(node.heading_level - top_level_, 0, 3);
    part();
    anchor(node.anchor);
    if (!aside.empty() && depth == 1) {
        out_ += "\\cventry[" + plain + "]{" + text + "}{" + aside + "}\n\n";
    } else {
        out_ += kHeadings[static_cast<std::size_t>(depth)];
        const std::string whole =
            aside.empty() ? text : text + "\\hfill{\\normalfont\\normalsize " + aside + "}";
        out_ += (whole == plain ? "{" : "[" + plain + "]{") + whole + "}\n\n";
    }
    note_texts();
}

void LatexWriter::header_line(const Paragraph& node) {
    const std::string text = trimmed(inlines(node.content, node.heading_level == 1));
    const std::string aside = trimmed(inlines(node.aside));
    if (text.empty() && aside.empty()) return;
    anchor(node.anchor);
    out_ += node.heading_level == 1
                ? "{\\LARGE\\bfseries " + text + "\\par}\n"
                : text + (aside.empty() ? "" : "\\quad " + aside) + "\\par\n";
}

void LatexWriter::code(const CodeBlock& node) {
    part();
    out_ += "\\begin{flushleft}\\ttfamily\\small\n";
    const std::string text = plain_inlines(node.text.content);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (at > 0) out_ += "\\\\{}\n";
        const std::size_t before = out_.size();
        escape_latex_code(out_, std::string_view(text).substr(at, end - at));
        if (out_.size() == before) out_ += "\\mbox{}";
        at = end + 1;
    }
    out_ += "\n\\end{flushleft}\n\n";
}

void LatexWriter::list(const List& node) {
    if (node.items.empty()) return;
    const std::optional<int> start = node.ordered ? number_of(node.items[0]) : std::nullopt;
    const std::string kind = start ? "enumerate" : "itemize";
    part();
    out_ += "\\begin{" + kind + "}";
    if (start && *start != 1) out_ += "[start=" + std::to_string(*start) + "]";
    out_ += "\n";
    ++lists_;
    for (const ListItem& item : node.items) {
        item_label(node, item);
        const std::size_t before = out_.size();
        blocks(item.children);
        // The first paragraph stands behind the item's mark.
        if (out_.compare(before, 2, "\n\n") == 0) out_.erase(before, 2);
        while (out_.ends_with("\n\n")) out_.pop_back();
        if (!out_.ends_with('\n')) out_ += '\n';
    }
    --lists_;
    out_ += "\\end{" + kind + "}\n\n";
}

void LatexWriter::item_label(const List& list, const ListItem& item) {
    out_ += "\\item";
    const auto* drawn = std::get_if<DrawnMarker>(&item.marker);
    if (drawn != nullptr && drawn->shape == MarkerShape::BoxOpen) out_ += "[$\\square$]";
    if (drawn != nullptr && drawn->shape == MarkerShape::BoxDone) out_ += "[$\\checkmark$]";
    const auto* text = std::get_if<TextMarker>(&item.marker);
    if (text != nullptr && !(list.ordered && number_of(item)))
        out_ += "[{" + trimmed(inlines(text->content)) + "}]";
    if (std::holds_alternative<std::monostate>(item.marker)) out_ += "[]";
    out_ += " ";
}

void LatexWriter::container(const Container& node) {
    const auto inside = [&](const char* environment) {
        part();
        out_ += std::string("\\begin{") + environment + "}\n";
        const std::size_t before = out_.size();
        blocks(node.children);
        if (out_.size() == before) out_ += "\\mbox{}\n";
        while (out_.ends_with("\n\n")) out_.pop_back();
        out_ += std::string("\\end{") + environment + "}\n\n";
    };
    switch (node.kind) {
        case ContainerKind::Group:
        case ContainerKind::Section:
            return blocks(node.children);
        case ContainerKind::BlockQuote:
            return inside("quote");
        case ContainerKind::Figure:
            return inside("center");
        case ContainerKind::Header: {
            const bool outer = std::exchange(in_header_, true);
            inside("center");
            in_header_ = outer;
            return note_texts();
        }
    }
}

/// Cells of one line are pushed apart; others stand in columns.
void LatexWriter::row(const Row& node) {
    if (node.cells.empty()) return;
    const bool one_line =
        std::all_of(node.cells.begin(), node.cells.end(), [](const auto& cell) {
            return cell.children.empty() || only_paragraph(cell.children) != nullptr;
        });
    part();
    if (one_line) {
        std::string line;
        for (const RowCell& cell : node.cells) {
            const Paragraph* only = only_paragraph(cell.children);
            if (&cell != node.cells.data()) line += " \\hfill{} ";
            if (only != nullptr)
                line += trimmed(inlines(only->content) + " " + inlines(only->aside));
        }
        out_ += "\\noindent " + line + (in_header_ ? "\\par\n" : "\n\n");
        return note_texts();
    }
    ++boxes_;
    const bool in_header = std::exchange(in_header_, false);
    for (const RowCell& cell : node.cells) {
        const double share = share_of(cell, node) * kColumns;
        out_ += "\\begin{minipage}[t]{" + decimal(share) + "\\linewidth}\n";
        blocks(cell.children);
        while (out_.ends_with("\n\n")) out_.pop_back();
        out_ += &cell == &node.cells.back() ? "\\end{minipage}\n" : "\\end{minipage}\\hfill\n";
    }
    in_header_ = in_header;
    --boxes_;
    out_ += "\n";
    note_texts();
}

void LatexWriter::image(const Image& node) {
    std::string size;
    if (node.width) size = "width=" + format_short(*node.width, 3) + "bp";
    if (node.fraction)
        size = "width=" + decimal(node.fraction->at(Pt::of(1)).points()) + "\\linewidth";
    if (node.height && !node.width) size = "height=" + format_short(*node.height, 3) + "bp";
    const std::string shown = picture(node.path, node.alternative, size);
    if (!shown.empty()) on_own_line(shown, node.align);
}

void LatexWriter::rule(const Rule& node) {
    std::string width = "\\linewidth";
    if (node.width) width = format_short(*node.width, 3) + "bp";
    if (node.fraction) width = decimal(node.fraction->at(Pt::of(1)).points()) + width;
    const bool whole = !node.width && !node.fraction;
    on_own_line("\\rule{" + width + "}{0.4pt}", whole ? Align::Start : node.align);
}

void LatexWriter::on_own_line(const std::string& shown, Align align) {
    part();
    out_ += align == Align::Center ? "{\\centering " + shown + "\\par}\n\n"
            : align == Align::End  ? "{\\raggedleft " + shown + "\\par}\n\n"
                                   : "\\noindent " + shown + "\n\n";
}

void LatexWriter::note_texts() {
    if (boxes_ > 0 || in_header_) return;
    ++boxes_;
    for (const NoteId note : std::exchange(notes_due_, {})) {
        std::string outer = std::exchange(out_, {});
        blocks(document_.notes[note.index()].children);
        const std::string text = trimmed(std::exchange(out_, std::move(outer)));
        while (out_.ends_with('\n')) out_.pop_back();
        out_ += "%\n\\footnotetext[" + std::to_string(note.index() + 1) + "]{" + text + "}\n\n";
    }
    --boxes_;
}

}  // namespace cvtex::exporting
