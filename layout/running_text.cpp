#include "layout/running_text.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace cvtex::layout {
namespace {

/// What the placeholders of a page stand for.
struct PageFacts {
    std::size_t page = 1, pages = 1;
    std::string_view title, name;
};

/// `text` with its placeholders filled in; unknown ones stay as written.
std::string fill_in(std::string_view text, const PageFacts& facts) {
    const std::pair<std::string_view, std::string> values[] = {
        {"{page}", std::to_string(facts.page)},
        {"{pages}", std::to_string(facts.pages)},
        {"{title}", std::string(facts.title)},
        {"{name}", std::string(facts.name)},
    };
    std::string out;
    while (!text.empty()) {
        const std::size_t brace = text.find('{');
        out += text.substr(0, brace);
        if (brace == std::string_view::npos) break;
        text.remove_prefix(brace);
        std::size_t taken = 1;
        std::string_view replacement = text.substr(0, 1);
        for (const auto& [name, value] : values) {
            if (!text.starts_with(name)) continue;
            replacement = value;
            taken = name.size();
        }
        out += replacement;
        text.remove_prefix(taken);
    }
    return out;
}

class RunningLine {
public:
    RunningLine(Context& context, const styles::RunningText& running, Pt measure)
        : context_(context), running_(running), measure_(measure) {}

    /// Puts the line on `page` with its baseline at `y` from the page's top.
    void add(Page& page, const PageFacts& facts, Point left_end) {
        add_part(page, fill_in(running_.left, facts), styles::Align::Start, left_end);
        add_part(page, fill_in(running_.center, facts), styles::Align::Center, left_end);
        add_part(page, fill_in(running_.right, facts), styles::Align::End, left_end);
    }

private:
    void add_part(Page& page, std::string text, styles::Align align, Point at) {
        if (text.empty()) return;
        styles::Paragraph paragraph;
        paragraph.style = running_.paragraph;
        paragraph.style.align = align;
        styles::TextRun run;
        run.text = std::move(text);
        run.style = running_.style;
        paragraph.content.push_back(std::move(run));
        const std::size_t tags = context_.out.tags.size();
        LineSet set = set_paragraph(context_, paragraph, measure_, TagId{});
        context_.out.tags.resize(tags);  // it is no part of the structure
        if (set.lines.empty()) return;
        Frame line = std::move(set.lines.front().frame);
        for (Placed& placed : line.items) {
            placed.at = placed.at + at - Point{Pt{}, line.baseline};
            placed.tag = {};
            page.items.push_back(std::move(placed));
        }
    }

    Context& context_;
    const styles::RunningText& running_;
    Pt measure_;
};

bool shown(const styles::RunningText& running, std::size_t page, std::size_t pages) {
    if (running.empty()) return false;
    if (running.only_when_several && pages < 2) return false;
    return running.first_page || page > 1;
}

}  // namespace

void add_running_text(Context& context, const styles::PageStyle& style) {
    const styles::Metadata& metadata = context.document.metadata;
    const Pt measure = style.size.width - style.margin.left - style.margin.right;
    RunningLine head(context, style.head, measure);
    RunningLine foot(context, style.foot, measure);
    PageFacts facts{1, context.out.pages.size(), metadata.title, metadata.author};
    for (Page& page : context.out.pages) {
        if (shown(style.head, facts.page, facts.pages)) {
            head.add(page, facts, {style.margin.left, style.head_distance});
        }
        if (shown(style.foot, facts.page, facts.pages)) {
            foot.add(page, facts, {style.margin.left, style.size.height - style.foot_distance});
        }
        ++facts.page;
    }
}

}  // namespace cvtex::layout
