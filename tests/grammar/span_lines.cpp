#include <algorithm>

#include "tests/grammar/span_reparse.hpp"

/// The lines of a node as its containers leave them.
namespace cvtex::test {

using grammar::LineCursor;
using grammar::LineSlice;

/// Moves past what `container` takes of a line; false when the line does not belong to it.
bool SpanReparse::enter(LineCursor& line, const Container& container) const {
    const std::uint32_t indent = container.content_indent;
    const bool opens = line.nonspace() == container.begin && !line.blank();
    switch (container.prefix) {
        case Prefix::None:
            return true;
        case Prefix::Quote:
            if (line.indented() || line.blank() || line.rest().front() != '>') return false;
            line.advance_past_marker(1);
            if (line.at_blank()) line.advance_columns(1);
            return true;
        case Prefix::Indent:
            if (opens) {
                const std::uint32_t before = line.indent();
                line.advance_past_marker(container.marker_length);
                const std::uint32_t columns = indent - before - container.marker_length;
                line.advance_columns(std::min(columns, line.indent()));
                return true;
            }
            if (line.indent() < indent && !line.blank()) return false;
            line.advance_columns(std::min(indent, line.indent()));
            return true;
    }
    return false;
}

SpanReparse::Container SpanReparse::indented(Span span, std::uint32_t marker_length,
                                             const Containers& around) const {
    const auto begin = source_.rfind('\n', span.begin == 0 ? 0 : span.begin - 1);
    LineCursor line(
        source_,
        begin == std::string_view::npos || span.begin == 0
            ? 0
            : static_cast<std::uint32_t>(begin + 1),
        static_cast<std::uint32_t>(std::min(source_.find('\n', span.begin), source_.size())));
    for (const Container& container : around) static_cast<void>(enter(line, container));
    const std::uint32_t indent = line.indent();
    line.advance_past_marker(marker_length);
    const std::uint32_t spaces = line.indent();
    const bool one = spaces > LineCursor::kTabStop || spaces == 0 || line.blank();
    return {Prefix::Indent, span.begin, marker_length,
            indent + marker_length + (one ? 1 : spaces)};
}

std::string SpanReparse::dedented(Span span, const Containers& around,
                                  bool& alone_differs) const {
    std::string out;
    auto begin = span.begin == 0 ? std::string_view::npos : source_.rfind('\n', span.begin - 1);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    // A last line may be empty.
    const bool ends_empty = span.end > span.begin && source_[span.end - 1] == '\n';
    while ((begin < span.end || (ends_empty && begin == span.end)) && !alone_differs) {
        const auto end = std::min(source_.find('\n', begin), source_.size());
        LineCursor line(source_, static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end));
        for (const Container& container : around)
            alone_differs = alone_differs || !enter(line, container);
        // A tab is as wide as its column says, which is another one alone.
        const std::uint32_t from = line.content();
        alone_differs = alone_differs || line.pending_spaces() > 0 ||
                        (!around.empty() && source_.substr(begin, end - begin).find('\t') !=
                                                std::string_view::npos);
        const auto last = std::min<std::size_t>(end, span.end);
        if (from < last) out += source_.substr(from, last - from);
        out += '\n';
        begin = end + 1;
    }
    return out;
}

/// The lines of a text, without prefixes and without the blanks before them.
SpanReparse::Slices SpanReparse::text_lines(Span span, const Containers& around) const {
    Slices lines;
    std::size_t begin = span.begin;
    while (begin < span.end) {
        const auto end = std::min<std::size_t>(
            std::min(source_.find('\n', begin), source_.size()), span.end);
        LineCursor line(source_, static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end));
        // The first line begins inside of all containers; laziness ends the prefixes early.
        bool continues = !lines.empty();
        for (std::size_t i = 0; continues && i < around.size(); ++i) {
            continues = enter(line, around[i]);
        }
        lines.push_back({line.nonspace(), static_cast<std::uint32_t>(end), 0});
        begin = end + 1;
    }
    return lines;
}

ast::Inlines SpanReparse::read_text(const Slices& lines, bool in_cell) {
    grammar::InlineContext context{whole_.definitions, whole_.footnotes, options_,
                                   source_.size() + 100'000};
    grammar::InlineParser parser(context, ignored_);
    grammar::LeafText leaf(source_, file_);
    if (!in_cell) {
        leaf.assign_lines(lines);
        return parser.parse(leaf);
    }
    Slices pieces;
    for (LineSlice line : lines) {
        for (std::uint32_t i = line.begin; i + 1 < line.end; ++i) {
            if (source_[i] != '\\' || source_[i + 1] != '|') continue;
            pieces.push_back({line.begin, i, 0});
            line.begin = ++i;
        }
        pieces.push_back(line);
    }
    leaf.assign_pieces(pieces);
    return parser.parse(leaf);
}

}  // namespace cvtex::test
