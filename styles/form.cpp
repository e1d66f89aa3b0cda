#include "styles/form.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "profile/licences.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/labels.hpp"
#include "styles/sections.hpp"

namespace cvtex::styles {
namespace {

using profile::SectionKind;

constexpr std::string_view kWideSpace = "\u3000";
/// Columns of a grid, in em: labels of personal data; years and months.
constexpr Em kLabelColumn = Em::of(6), kYearColumn = Em::of(5.2), kMonthColumn = Em::of(4.8);
/// Between the personal data and the photo.
constexpr Pt kPhotoGap = Pt::of(14);

/// Who holds one of these is employed, though the section is about schools as well
/// (教育与任职).
constexpr std::array<std::string_view, 12> kPosts{"教授",   "讲师",     "講師",      "导师",
                                                  "導師",   "研究员",   "研究員",    "博士后",
                                                  "博士後", "lecturer", "professor", "postdoc"};

SectionKind kind_of(const profile::Entry& entry) {
    if (entry.kind != SectionKind::Education || !entry.role) return entry.kind;
    const std::string role = unicode::to_lower(entry.role->text);
    const bool post = std::any_of(kPosts.begin(), kPosts.end(), [&](std::string_view word) {
        return role.find(word) != std::string::npos;
    });
    return post ? SectionKind::Work : entry.kind;
}

bool begins_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) &&
           (text.size() == word.size() || !ascii::is_alphanumeric(text[word.size()]));
}

/// Whether two entries begin in the same month at organisations of one name, which may be
/// shortened: `Donuts` of `Donuts Co. Ltd.`
bool is_same_place(const profile::Entry& a, const profile::Entry& b) {
    if (!a.range || !b.range || !a.organisation || !b.organisation) return false;
    if (a.range->from.year != b.range->from.year || a.range->from.month != b.range->from.month)
        return false;
    const std::string& one = a.organisation->text;
    const std::string& two = b.organisation->text;
    return begins_with_word(one, two) || begins_with_word(two, one);
}

/// A line of the history: what happened when.
struct Event {
    int year = 0, month = 0;  ///< 0: not known
    std::string text;
    Span span;
    bool open = false;  ///< goes on to the present day
};

class FormSetter {
public:
    explicit FormSetter(Context& context)
        : context_(context),
          body_(text_scope(context)),
          cell_(dress(context, body_, Element::Form)),
          size_(cell_.text.size) {}

    void set(FormData data, Blocks& out) {
        out.push_back(title("resume", true));
        out.push_back(personal_data(std::move(data)));
        add_history(out);
        add_licences(out);
        out.push_back({{}, PageBreak{}, {}});
        out.push_back(title("career", false));
    }

private:
    [[nodiscard]] std::string label(std::string_view name) const {
        return label_of(context_.sheet, name, context_.profile.lang);
    }

    /// The document's title; at the right the date it was written.
    Block title(std::string_view name, bool first) {
        Scope scope = dress(context_, body_, Element::FormTitle);
        Paragraph line;
        line.style = scope.paragraph;
        line.outline_title = label(name);
        // Squares are spaced out, letters never (TYPOGRAPHY §6).
        if (!line.outline_title.empty() && ascii::is_letter(line.outline_title.front()))
            scope.text.letter_spacing = {};
        line.content.emplace_back(make_run(context_, line.outline_title, scope, {}));
        const auto& date = context_.profile.date;
        const Scope small = dress(context_, body_, Element::Form);
        if (date && !ascii::trim(date->text).empty()) {
            line.aside.emplace_back(
                make_run(context_, date->text + label("as-of"), small, date->span));
        }
        Block block{box_of(context_, Element::FormTitle, scope.text.size), std::move(line), {}};
        if (!first && context_.profile.name) {
            // Who it is about, as on every sheet of an application.
            auto& paragraph = std::get<Paragraph>(block.node);
            if (!paragraph.aside.empty())
                paragraph.aside.emplace_back(
                    make_run(context_, std::string(kWideSpace), small, {}));
            paragraph.aside.emplace_back(make_run(context_, context_.profile.name->text, small,
                                                  context_.profile.name->span));
        }
        return block;
    }

    // ---- cells ----

    Block text_block(const std::string& text, const Scope& scope, Span span) {
        Paragraph paragraph;
        paragraph.style = scope.paragraph;
        paragraph.content.emplace_back(make_run(context_, text, scope, span));
        return {{}, std::move(paragraph), span};
    }

    TableCell text_cell(const std::string& text, const Scope& scope, Span span = {}) {
        TableCell cell;
        cell.span = span;
        if (!text.empty()) cell.children.push_back(text_block(text, scope, span));
        return cell;
    }

    TableCell label_cell(std::string_view name, Align align = Align::Start) {
        Scope scope = dress(context_, cell_, Element::FormLabel);
        scope.paragraph.align = align;
        TableCell cell = text_cell(label(name), scope);
        cell.header = true;
        return cell;
    }

    Block grid(Table table) {
        const FormSheet& sheet = context_.sheet.form;
        table.cell_padding = insets_of(context_.sheet.table.cell_padding, size_);
        table.full_width = true;
        const auto rule = border_of(sheet.rule, size_), frame = border_of(sheet.frame, size_);
        table.row_rule = table.column_rule = table.header_rule = rule;
        table.top_rule = table.bottom_rule = frame;
        BoxStyle box = box_of(context_, Element::Form, size_);
        box.left = box.right = frame;
        return {box, std::move(table), {}};
    }

    // ---- personal data ----

    void add_row(Table& table, std::string_view name, Blocks value) {
        if (value.empty()) return;
        for (Block& block : value) block.box = {};
        TableRow row;
        row.cells.push_back(label_cell(name));
        row.cells.emplace_back();
        row.cells.back().children = std::move(value);
        table.rows.push_back(std::move(row));
    }

    Block personal_data(FormData data) {
        Blocks& parts = data.header.children;
        Table table;
        table.columns.resize(2);
        table.columns[0].width = kLabelColumn.at(size_);
        Blocks name, position, details;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            Blocks& to = i == 0 ? name : i < data.contacts ? position : details;
            to.push_back(std::move(parts[i]));
        }
        add_row(table, "name", std::move(name));
        add_row(table, "position", std::move(position));
        add_row(table, "contact", std::move(details));
        Row row;
        row.gap = kPhotoGap;
        row.align = RowAlign::Top;
        row.cells.resize(2);
        row.cells[0].grow = Em::of(1);
        row.cells[0].children.push_back(grid(std::move(table)));
        row.cells[1].width = context_.sheet.form.photo_width.at(size_);
        row.cells[1].children.push_back(data.photo ? std::move(*data.photo) : photo_box());
        trim_spaces(row.cells[0].children);
        trim_spaces(row.cells[1].children);
        BoxStyle box = box_of(context_, Element::Form, size_);
        box.padding = {};
        return {box, std::move(row), data.span};
    }

    /// Where the photo is glued on.
    Block photo_box() {
        Scope scope = dress(context_, cell_, Element::FormLabel);
        scope.paragraph.align = Align::Center;
        const Pt height = context_.sheet.form.photo_height.at(size_);
        const Pt space = std::max(Pt{}, (height - scope.paragraph.leading) / 2);
        Block block{{}, {}, {}};
        block.box.padding.top = block.box.padding.bottom = space;
        block.box.top = block.box.right = block.box.bottom = block.box.left =
            border_of(context_.sheet.form.rule, size_);
        Blocks inside;
        inside.push_back(text_block(label("photo"), scope, {}));
        block.node = Container{ContainerKind::Group, std::move(inside)};
        return block;
    }

    // ---- history ----

    [[nodiscard]] std::string words_of(const profile::Entry& entry, std::string_view event,
                                       bool with_role) const {
        std::string text = entry.organisation ? entry.organisation->text : std::string();
        if (with_role && entry.role)
            text += (text.empty() ? "" : std::string(kWideSpace)) + entry.role->text;
        const std::string word = event.empty() ? std::string() : label(event);
        return word.empty() || text.empty() ? text : text + std::string(kWideSpace) + word;
    }

    void add_events(const profile::Entry& entry, std::string_view begin, std::string_view end,
                    std::vector<Event>& events) const {
        if (!entry.range) return;
        const grammar::DateRange& range = *entry.range;
        const auto add = [&](const grammar::CalendarDate& date, std::string text, bool open) {
            if (!text.empty())
                events.push_back(
                    {date.year, date.month.value_or(0), std::move(text), entry.span, open});
        };
        const bool only_end = !range.is_range && range.event == grammar::DateEvent::Graduation;
        add(range.from,
            words_of(entry,
                     only_end         ? end
                     : range.is_range ? begin
                                      : "",
                     true),
            range.open_ended);
        if (range.to) add(*range.to, words_of(entry, end, false), false);
    }

    [[nodiscard]] std::vector<Event> events_of(SectionKind kind, std::string_view begin,
                                               std::string_view end) const {
        std::vector<Event> events;
        std::vector<const profile::Entry*> taken;
        for (const profile::Entry& entry : context_.entries) {
            if (kind_of(entry) != kind) continue;
            // A table of all jobs and a section for each name them twice.
            if (std::any_of(taken.begin(), taken.end(), [&](const profile::Entry* other) {
                    return is_same_place(*other, entry);
                }))
                continue;
            taken.push_back(&entry);
            add_events(entry, begin, end, events);
        }
        sort(events);
        return events;
    }

    /// By date; what has none comes last.
    static void sort(std::vector<Event>& events) {
        const auto key = [](const Event& event) {
            return std::make_tuple(event.year == 0, event.year, event.month);
        };
        std::stable_sort(events.begin(), events.end(),
                         [&](const Event& a, const Event& b) { return key(a) < key(b); });
    }

    Table history_table(std::string_view name) {
        Table table;
        table.columns.resize(3);
        table.columns[0].width = kYearColumn.at(size_);
        table.columns[1].width = kMonthColumn.at(size_);
        table.columns[0].align = table.columns[1].align = Align::Center;
        table.header_rows = 1;
        TableRow head;
        head.cells.push_back(label_cell("year", Align::Center));
        head.cells.push_back(label_cell("month", Align::Center));
        head.cells.push_back(label_cell(name, Align::Center));
        table.rows.push_back(std::move(head));
        return table;
    }

    void add_line(Table& table, const std::string& year, const std::string& month,
                  TableCell words) {
        Scope scope = cell_;
        scope.text.tabular_digits = true;
        TableRow row;
        row.cells.push_back(text_cell(year, scope));
        row.cells.push_back(text_cell(month, scope));
        row.cells.push_back(std::move(words));
        table.rows.push_back(std::move(row));
    }

    void add_words(Table& table, std::string_view name, Align align) {
        const std::string words = label(name);
        if (words.empty()) return;
        Scope scope = cell_;
        scope.paragraph.align = align;
        add_line(table, {}, {}, text_cell(words, scope));
    }

    void add_lines(Table& table, const std::vector<Event>& events) {
        for (const Event& event : events) {
            add_line(table, event.year > 0 ? std::to_string(event.year) : std::string(),
                     event.month > 0 ? std::to_string(event.month) : std::string(),
                     text_cell(event.text, cell_, event.span));
            if (event.open) add_words(table, "present", Align::Start);
        }
    }

    void add_history(Blocks& out) {
        const std::vector<Event> schools =
            events_of(SectionKind::Education, "entered", "finished");
        const std::vector<Event> jobs = events_of(SectionKind::Work, "joined", "left");
        if (schools.empty() && jobs.empty()) return;
        Table table = history_table("history");
        if (!schools.empty()) {
            add_words(table, "schooling", Align::Center);
            add_lines(table, schools);
        }
        if (!jobs.empty()) {
            add_words(table, "employment", Align::Center);
            add_lines(table, jobs);
            add_words(table, "end", Align::End);
        }
        out.push_back(grid(std::move(table)));
    }

    void add_licences(Blocks& out) {
        std::vector<Event> events;
        for (const profile::Licence& licence :
             profile::find_licences(context_.profile.blocks)) {
            const grammar::CalendarDate date = licence.date.value_or(grammar::CalendarDate{});
            events.push_back({date.year, date.month.value_or(0), licence.text.text,
                              licence.text.span, false});
        }
        sort(events);
        if (events.empty()) return;
        Table table = history_table("licences");
        add_lines(table, events);
        out.push_back(grid(std::move(table)));
    }

    Context& context_;
    Scope body_, cell_;
    Pt size_;
};

}  // namespace

void set_form(Context& context, FormData data, Blocks& out) {
    FormSetter(context).set(std::move(data), out);
}

}  // namespace cvtex::styles
