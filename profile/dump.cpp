#include "grammar/dump.hpp"

#include <limits>
#include <string_view>

#include "base/overloaded.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {
namespace {

/// Between quotes, on one line.
std::string quote(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out + "\"";
}

std::string range(Span span) {
    if (!span.valid()) return "-";
    return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

void line(std::string& out, const std::string& label, const Field& field) {
    out += label + " " + quote(field.text) + " " + range(field.span) + "\n";
}

void line(std::string& out, const std::string& label, const std::optional<Field>& field) {
    if (field) line(out, label, *field);
}

std::string flow(const ast::Value& value);

std::string flow(const ast::Mapping& members) {
    std::string out;
    for (const ast::Member& member : members) {
        out += (out.empty() ? "" : ", ") + member.key + ": " + flow(member.value);
    }
    return "{" + out + "}";
}

std::string flow(const ast::Value& value) {
    return std::visit(overloaded{
                          [](const ast::Scalar& scalar) { return quote(scalar.text); },
                          [](const ast::Sequence& items) {
                              std::string out;
                              for (const ast::Value& item : items) {
                                  out += (out.empty() ? "" : ", ") + flow(item);
                              }
                              return "[" + out + "]";
                          },
                          [](const ast::Mapping& members) { return flow(members); },
                      },
                      value.node);
}

std::string_view name_of(EntryShape shape) {
    switch (shape) {
        case EntryShape::Heading:
            return "heading";
        case EntryShape::Paragraph:
            return "paragraph";
        case EntryShape::ListItem:
            return "item";
        case EntryShape::Row:
            return "row";
        case EntryShape::TableRow:
            return "table-row";
        case EntryShape::Definition:
            return "definition";
        case EntryShape::Line:
            return "line";
        case EntryShape::Labelled:
            return "labelled";
    }
    return "";
}

/// Block numbers [begin, end); of one block only its own.
std::string numbers(BlockNumber begin, BlockNumber end) {
    if (end <= begin) return "-";
    return std::to_string(begin) +
           (end == begin + 1 ? std::string() : "-" + std::to_string(end - 1));
}

std::string date(const grammar::CalendarDate& date) {
    const auto two = [](int number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    return std::to_string(date.year) + (date.month ? two(*date.month) : "") +
           (date.day ? two(*date.day) : "");
}

std::string dates(const grammar::DateRange& range) {
    std::string out = date(range.from);
    if (range.is_range) out += ".." + (range.to ? date(*range.to) : std::string("now"));
    return out;
}

void dump_header(std::string& out, const Header& header) {
    if (header.name) out += "header name block " + std::to_string(*header.name) + "\n";
    if (header.headline)
        out += "header headline block " + std::to_string(*header.headline) + "\n";
    if (header.contacts_end > header.contacts_begin)
        out += "header contacts blocks " +
               numbers(static_cast<BlockNumber>(header.contacts_begin),
                       static_cast<BlockNumber>(header.contacts_end)) +
               "\n";
}

std::string_view name_of(grammar::ContactKind kind) {
    using grammar::ContactKind;
    switch (kind) {
        case ContactKind::Mobile:
            return "mobile";
        case ContactKind::Telephone:
            return "telephone";
        case ContactKind::Email:
            return "email";
        case ContactKind::GitHub:
            return "github";
        case ContactKind::GitLab:
            return "gitlab";
        case ContactKind::Gitee:
            return "gitee";
        case ContactKind::Zhihu:
            return "zhihu";
        case ContactKind::Juejin:
            return "juejin";
        case ContactKind::LinkedIn:
            return "linkedin";
        case ContactKind::Website:
            return "website";
        case ContactKind::WeChat:
            return "wechat";
        case ContactKind::QQ:
            return "qq";
        case ContactKind::BirthDate:
            return "birth-date";
        case ContactKind::Location:
            return "location";
    }
    return "";
}

/// Name and headline where they are not the profile's own, and all contact details.
void dump_facts(std::string& out, const Profile& profile) {
    const Recognized& recognized = profile.recognized;
    if (recognized.name != profile.name) line(out, "found name", recognized.name);
    if (recognized.headline != profile.headline)
        line(out, "found headline", recognized.headline);
    for (const FoundContact& contact : recognized.contacts)
        line(out,
             "found " + std::string(name_of(contact.kind)) + " " + quote(contact.value) +
                 " confidence " + std::to_string(contact.confidence),
             contact.written);
}

void dump_entry(std::string& out, const Entry& entry) {
    out += "entry " + std::string(name_of(entry.shape)) + " " +
           std::string(name_of(entry.kind)) + " confidence " +
           std::to_string(entry.confidence) + " blocks " + numbers(entry.head, entry.body);
    if (entry.shape == EntryShape::TableRow || entry.shape == EntryShape::Definition ||
        entry.shape == EntryShape::Line || entry.item > 0)
        out += " item " + std::to_string(entry.item);
    out += " body " + numbers(entry.body, entry.end) +
           (entry.skip > 0 ? " from byte " + std::to_string(entry.skip) : "") +
           (entry.until > 0 ? " to byte " + std::to_string(entry.until) : "") + "\n";
    line(out, entry.names_organisation ? "  organisation of those below" : "  organisation",
         entry.organisation);
    line(out, "  role", entry.role);
    line(out, "  place", entry.place);
    if (entry.dates && entry.range) line(out, "  dates " + dates(*entry.range), *entry.dates);
    for (const Field& detail : entry.details) line(out, "  detail", detail);
}

/// Sections and entries in reading order.
void dump_recognized(std::string& out, const Recognized& recognized) {
    std::size_t entry = 0;
    const auto entries_before = [&](BlockNumber number) {
        for (; entry < recognized.entries.size() && recognized.entries[entry].head < number;
             ++entry)
            dump_entry(out, recognized.entries[entry]);
    };
    for (const Section& section : recognized.sections) {
        entries_before(section.heading);
        line(out,
             "section " + std::string(name_of(section.kind)) + " blocks " +
                 numbers(section.heading, section.end),
             section.title);
    }
    entries_before(std::numeric_limits<BlockNumber>::max());
}

}  // namespace

std::string dump(const Profile& profile) {
    std::string out = "profile lang=" + profile.lang + "\n";
    line(out, "name", profile.name);
    line(out, "headline", profile.headline);
    line(out, "title", profile.title);
    line(out, "author", profile.author);
    line(out, "date", profile.date);
    line(out, "description", profile.description);
    for (const Field& keyword : profile.keywords) line(out, "keyword", keyword);
    if (profile.photo) {
        line(out, "photo", profile.photo->path);
        line(out, "photo alternative", profile.photo->alternative);
    }
    for (const Contact& contact : profile.contacts) {
        line(out, "contact " + contact.kind, contact.value);
    }
    if (profile.header_from_front_matter) out += "header from front matter\n";
    dump_header(out, profile.header);
    dump_facts(out, profile);
    dump_recognized(out, profile.recognized);
    line(out, "style", profile.style_name);
    for (const ast::Member& member : profile.style_overrides) {
        out += "style." + member.key + " " + flow(member.value) + "\n";
    }
    return out + grammar::dump({profile.file, {}, profile.blocks});
}

}  // namespace cvtex::profile
