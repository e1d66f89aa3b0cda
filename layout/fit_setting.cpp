#include "layout/fit_setting.hpp"

#include <algorithm>

#include "base/overloaded.hpp"

namespace cvtex::layout {
namespace {

constexpr int kOwn = 1000;
/// Text is not made smaller than this; text that its style wants smaller keeps its size.
constexpr Pt kSmallestText = Pt::of(9);
/// Kept free between the text and a running line below or above it, in lines of it.
constexpr std::int64_t kRunningRoom = 2;

Pt part(Pt length, int per_mille) {
    return length.scaled(per_mille, kOwn);
}

class Setter {
public:
    Setter(const Setting& setting, const styles::StyledDocument& own,
           styles::StyledDocument& document)
        : setting_(setting), own_(own), document_(document) {}

    void run() {
        for (std::size_t i = 0; i < own_.text_styles.size(); ++i) {
            const styles::TextStyle& from = own_.text_styles[i];
            styles::TextStyle& to = document_.text_styles[i];
            to.size = text_size(from.size);
            to.baseline_shift = from.baseline_shift.scaled(to.size.units(), from.size.units());
        }
        set(own_.blocks, document_.blocks);
        for (std::size_t i = 0; i < own_.notes.size(); ++i)
            set(own_.notes[i].children, document_.notes[i].children);
        set_notes(own_.note_style, document_.note_style);
        set_page();
    }

private:
    [[nodiscard]] Pt text_size(Pt own) const {
        return std::max(part(own, setting_.size), std::min(own, kSmallestText));
    }

    [[nodiscard]] Pt space(Pt own) const { return part(own, setting_.spaces); }

    [[nodiscard]] Pt with_text(Pt own) const { return part(own, setting_.size); }

    void set(const styles::ParagraphStyle& own, styles::ParagraphStyle& style) const {
        style.size = text_size(own.size);
        style.leading =
            part(own.leading.scaled(style.size.units(), own.size.units()), setting_.leading);
        style.indent = own.indent.scaled(style.size.units(), own.size.units());
        style.fewest_lines = setting_.squeeze != Squeeze::None;
        style.gap =
            setting_.squeeze == Squeeze::Gaps ? std::min(own.gap, own_.fit.gap) : own.gap;
    }

    void set(const styles::Paragraph& own, styles::Paragraph& paragraph) const {
        set(own.style, paragraph.style);
        set(own.content, paragraph.content);
        set(own.aside, paragraph.aside);
    }

    /// Icons are as large as the text beside them.
    void set(const styles::InlineItems& own, styles::InlineItems& items) const {
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (const auto* icon = std::get_if<styles::InlineIcon>(&own[i]))
                std::get<styles::InlineIcon>(items[i]).size = text_size(icon->size);
        }
    }

    void set(const styles::BoxStyle& own, styles::BoxStyle& box) const {
        box.space_before = space(own.space_before);
        box.space_after = space(own.space_after);
    }

    void set(const styles::Blocks& own, styles::Blocks& blocks) const {
        for (std::size_t i = 0; i < own.size(); ++i) set(own[i], blocks[i]);
    }

    void set(const styles::Block& own, styles::Block& block) const {
        set(own.box, block.box);
        std::visit(overloaded{
                       [&](const styles::Paragraph& p) {
                           set(p, std::get<styles::Paragraph>(block.node));
                       },
                       [&](const styles::List& list) {
                           set(list, std::get<styles::List>(block.node));
                       },
                       [&](const styles::Container& c) {
                           set(c.children, std::get<styles::Container>(block.node).children);
                       },
                       [](const styles::Rule&) {},
                       [&](const styles::CodeBlock& code) {
                           set(code.text, std::get<styles::CodeBlock>(block.node).text);
                       },
                       [&](const styles::Table& table) {
                           set(table, std::get<styles::Table>(block.node));
                       },
                       [](const styles::Image&) {},
                       [&](const styles::Row& row) {
                           auto& cells = std::get<styles::Row>(block.node).cells;
                           for (std::size_t i = 0; i < cells.size(); ++i)
                               set(row.cells[i].children, cells[i].children);
                       },
                       [](const styles::PageBreak&) {},
                   },
                   own.node);
    }

    void set(const styles::List& own, styles::List& list) const {
        list.hang = with_text(own.hang);
        list.marker_gap = with_text(own.marker_gap);
        for (std::size_t i = 0; i < own.items.size(); ++i) {
            set(own.items[i].marker, list.items[i].marker);
            set(own.items[i].children, list.items[i].children);
        }
    }

    void set(const styles::Marker& own, styles::Marker& marker) const {
        const auto* drawn = std::get_if<styles::DrawnMarker>(&own);
        if (!drawn) return;
        auto& scaled = std::get<styles::DrawnMarker>(marker);
        scaled.diameter = with_text(drawn->diameter);
        scaled.raise = with_text(drawn->raise);
    }

    void set(const styles::Table& own, styles::Table& table) const {
        table.cell_padding.top = space(own.cell_padding.top);
        table.cell_padding.bottom = space(own.cell_padding.bottom);
        for (std::size_t row = 0; row < own.rows.size(); ++row) {
            const auto& cells = own.rows[row].cells;
            for (std::size_t i = 0; i < cells.size(); ++i)
                set(cells[i].children, table.rows[row].cells[i].children);
        }
    }

    void set_notes(const styles::FootnoteStyle& own, styles::FootnoteStyle& notes) const {
        notes.space_before = space(own.space_before);
        notes.between = space(own.between);
        notes.hang = with_text(own.hang);
        notes.marker_gap = with_text(own.marker_gap);
    }

    /// The margin at one side; `room` is what a running line in it needs.
    [[nodiscard]] Pt margin(Pt own, Pt least, Pt room) const {
        const Pt least_of_all = std::min(own, std::max(least, room));
        return own - part(own - least_of_all, setting_.margin);
    }

    [[nodiscard]] bool is_shown(const styles::RunningText& running) const {
        return !running.empty() &&
               (!running.only_when_several || own_.fit.pages.value_or(2) > 1);
    }

    [[nodiscard]] Pt room_of(const styles::RunningText& running, Pt distance) const {
        return is_shown(running) ? distance + own_[running.style].size * kRunningRoom : Pt{};
    }

    void set_page() const {
        const styles::PageStyle& own = own_.page;
        styles::PageStyle& page = document_.page;
        const Insets& least = own_.fit.margin;
        page.grid = part(with_text(own.grid), setting_.leading);
        page.margin = own.margin;
        if (setting_.margin == 0 && setting_.size == kOwn) return;
        page.margin.top =
            margin(own.margin.top, least.top, room_of(own.head, own.head_distance));
        page.margin.bottom =
            margin(own.margin.bottom, least.bottom, room_of(own.foot, own.foot_distance));
        page.margin.left = margin(own.margin.left, least.left, {});
        page.margin.right = margin(own.margin.right, least.right, {});
        keep_whole_ems(page);
    }

    /// Lines are a whole number of Han characters long (CLREQ 2.3.3): what is over goes back to
    /// the margins.
    void keep_whole_ems(styles::PageStyle& page) const {
        const Pt em = text_size(own_.fit.body);
        const Pt measure = page.size.width - page.margin.left - page.margin.right;
        if (em <= Pt{} || measure < em) return;
        const Pt over = Pt::raw(measure.units() % em.units());
        page.margin.left += over / 2;
        page.margin.right += over - over / 2;
    }

    const Setting& setting_;
    const styles::StyledDocument& own_;
    styles::StyledDocument& document_;
};

}  // namespace

void apply_setting(const Setting& setting, const styles::StyledDocument& own,
                   styles::StyledDocument& document) {
    Setter(setting, own, document).run();
}

}  // namespace cvtex::layout
