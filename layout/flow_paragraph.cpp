#include "layout/flow_paragraph.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/footnotes.hpp"

namespace cvtex::layout {
namespace {

/// Lines of a paragraph that stay together on either side of a page break (TYPOGRAPHY §8).
constexpr std::size_t kLeastLines = 2;
/// Lines that must follow a heading on its page (TYPOGRAPHY §8).
constexpr int kLinesAfterHeading = 2;

constexpr std::string_view kWideColon = "：";

std::string_view trim_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\n");
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// The language of the paragraph's first text when it is not the document's.
std::string foreign_language(const Context& context, const styles::Paragraph& paragraph) {
    for (const styles::InlineItem& item : paragraph.content) {
        const auto* run = std::get_if<styles::TextRun>(&item);
        if (!run) continue;
        const std::string& lang = context.document[run->style].lang;
        return lang == context.document.metadata.lang ? std::string{} : lang;
    }
    return {};
}

TagId paragraph_tag(Flow& flow, const styles::Paragraph& paragraph, Span span) {
    const std::string lang = foreign_language(flow.context, paragraph);
    const bool heading = paragraph.heading_level > 0;
    if (flow.text_of_parent && !heading && lang.empty()) return flow.parent;
    const TagId tag =
        add_tag(flow.context, heading ? Role::Heading : Role::Paragraph, flow.parent, span);
    flow.context.out.tags[tag.index()].level = paragraph.heading_level;
    flow.context.out.tags[tag.index()].lang = lang;
    return tag;
}

/// A target for links and the outline at the head of the paragraph's first line.
void add_anchor(Flow& flow, const styles::Paragraph& paragraph, Frame& line) {
    AnchorItem anchor;
    anchor.name = paragraph.anchor;
    if (!paragraph.outline_title.empty()) {
        OutlineEntry entry;
        entry.level = std::max(1, paragraph.heading_level);
        entry.title = paragraph.outline_title;
        entry.anchor = paragraph.anchor;
        anchor.outline = OutlineId::at(flow.context.out.outline.size());
        flow.context.out.outline.push_back(std::move(entry));
    }
    if (anchor.name.empty() && !anchor.outline.valid()) return;
    line.items.insert(line.items.begin(), Placed{{}, TagId{}, std::move(anchor)});
}

/// The cost of a page break before line `index` of `count`.
Penalty line_break_cost(const Flow& flow, std::size_t index, std::size_t count, bool heading) {
    if (heading) return penalty::kHeading;
    const bool alone = index < kLeastLines || count - index < kLeastLines;
    return alone && flow.settings.widow_control ? penalty::kWidow : penalty::kInParagraph;
}

void add_lines(Flow& flow, std::vector<Line> lines, bool heading) {
    const auto blanks =
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.blank; });
    const std::size_t count = lines.size() - static_cast<std::size_t>(blanks);
    std::size_t index = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // Between others a blank line is space, which vanishes at a page's head and foot.
        if (lines[i].blank && index > 0 && index < count) {
            flow.pending_space += lines[i].frame.size.height;
            continue;
        }
        if (i > 0) {
            flow.pending_cost =
                std::max(flow.pending_cost, line_break_cost(flow, index, count, heading));
        }
        if (!lines[i].blank) ++index;
        LineBox box;
        box.frame = std::move(lines[i].frame);
        box.leading = true;
        note_line_origin(box.frame);
        set_mentioned_notes(flow, box.frame);
        add_box(flow, std::move(box));
    }
}

/// What stands beside a paragraph's first lines. Centred text stays in the middle of the
/// measure where it clears the float.
Beside beside_paragraph(const Flow& flow, const styles::Paragraph& paragraph) {
    const Beside beside = beside_next(flow, paragraph.style.leading);
    if (beside.lines == 0 || paragraph.style.align != styles::Align::Center) return beside;
    const Pt width = measure_paragraph(flow.context, paragraph).natural;
    return width + beside.width * 2 <= flow.measure ? Beside{} : beside;
}

}  // namespace

void begin_heading(Flow& flow, int level) {
    if (flow.lines_to_keep < kLinesAfterHeading) flow.lines_to_keep = 0;
    // A heading of its own level or above is no text of the one before: that one stands alone.
    if (flow.last_heading == 0 || level > flow.last_heading) return;
    flow.lines_to_keep = 0;
    if (flow.pending_cost == penalty::kHeading) flow.pending_cost = penalty::kNone;
}

bool is_lead_in(const styles::Paragraph& paragraph) {
    for (auto item = paragraph.content.rbegin(); item != paragraph.content.rend(); ++item) {
        const auto* run = std::get_if<styles::TextRun>(&*item);
        if (!run) return false;
        const std::string_view text = trim_end(run->text);
        if (!text.empty()) return text.ends_with(kWideColon) || text.ends_with(':');
    }
    return false;
}

void note_line_origin(Frame& line) {
    for (Placed& placed : line.items) {
        if (auto* text = std::get_if<TextItem>(&placed.item)) text->from_line = placed.at.x;
    }
}

void add_paragraph(Flow& flow, const styles::Paragraph& paragraph, Span span) {
    const bool heading = paragraph.heading_level > 0;
    const TagId tag = paragraph_tag(flow, paragraph, span);
    flow.text_of_parent = false;
    LineSet set = set_paragraph(flow.context, paragraph, flow.measure, tag,
                                beside_paragraph(flow, paragraph));
    if (set.lines.empty()) return;
    add_anchor(flow, paragraph, set.lines.front().frame);
    add_lines(flow, std::move(set.lines), heading);
    if (heading) {
        flow.lines_to_keep = kLinesAfterHeading;
        flow.last_heading = paragraph.heading_level;
    } else if (is_lead_in(paragraph)) {
        flow.pending_cost = std::max(flow.pending_cost, penalty::kLeadIn);
    }
}

void add_code(Flow& flow, const styles::CodeBlock& code, Span span) {
    const TagId tag = add_tag(flow.context, Role::Code, flow.parent, span);
    LineSet set = set_paragraph(flow.context, code.text, flow.measure, tag);
    add_lines(flow, std::move(set.lines), false);
}

}  // namespace cvtex::layout
