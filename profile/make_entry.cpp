#include "profile/make_entry.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace cvtex::profile {
namespace {

/// Emoji, asterisks of bold that was never closed, and other marks around words.
bool is_mark(char32_t c) {
    return (c >= 0x25A0 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0x200D ||
           c == 0xFE0F || (c >= 0x1F000 && c <= 0x1FAFF) || c == U' ' || c == U'*';
}

/// Without marks at its ends, unless it is nothing else.
Slice without_marks(std::string_view text, Slice slice) {
    Slice words = slice;
    while (!words.empty()) {
        const Decoded c = decode_utf8(text, words.begin);
        if (!is_mark(c.code_point)) break;
        words.begin += c.length;
    }
    while (!words.empty()) {
        const Decoded c = decode_utf8_before(text, words.end);
        if (!is_mark(c.code_point)) break;
        words.end -= c.length;
    }
    return words.empty() ? slice : words;
}

Field field_of(const EntryHead& head, const HeadPart& part) {
    const RunText& run = head.lines[part.line].run;
    const Slice words = without_marks(run.text, part.slice);
    Field field{std::string(words.of(run.text)), run.span_of(words.begin, words.end)};
    std::replace(field.text.begin(), field.text.end(), '\n', ' ');
    return field;
}

}  // namespace

Entry make_entry(const EntryHead& head, SectionKind kind) {
    Entry entry;
    entry.shape = head.shape;
    entry.kind = kind;
    const Roles roles = assign_roles(head, kind);
    for (std::size_t i = 0; i < head.parts.size(); ++i) {
        Field field = field_of(head, head.parts[i]);
        if (roles.organisation == i)
            entry.organisation = std::move(field);
        else if (roles.role == i)
            entry.role = std::move(field);
        else if (roles.place == i)
            entry.place = std::move(field);
        else
            entry.details.push_back(std::move(field));
    }
    if (head.date) {
        const RunText& run = head.lines[head.date_line].run;
        const Slice dates = head.date->dates;
        entry.dates =
            Field{std::string(dates.of(run.text)), run.span_of(dates.begin, dates.end)};
        entry.range = head.date->range;
        // An entry's head is a place that makes them sure.
        if (entry.range->minguo_figures) entry.range->confidence = grammar::kDateConfidence;
    }
    return entry;
}

}  // namespace cvtex::profile
