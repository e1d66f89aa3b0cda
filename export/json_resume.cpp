// The profile as JSON Resume (https://jsonresume.org/schema): what the schema has no place for
// is kept under keys that begin with `x-`.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "export/export.hpp"
#include "export/plain_blocks.hpp"
#include "grammar/heading_ids.hpp"

namespace cvtex::exporting {
namespace {

using Json = nlohmann::ordered_json;
using profile::Entry;
using profile::Field;
using profile::Section;
using profile::SectionKind;

void set(Json& object, const char* key, const std::optional<Field>& field) {
    if (field && !field->text.empty()) object[key] = field->text;
}

/// ISO 8601 as far as it is known: `2021-07`.
std::string iso(const grammar::CalendarDate& date) {
    const auto two = [](int number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    return std::to_string(date.year) + (date.month ? two(*date.month) : "") +
           (date.month && date.day ? two(*date.day) : "");
}

void set_dates(Json& object, const Entry& entry) {
    if (!entry.range) return;
    // What is not sure to be this date is text.
    if (entry.range->confidence < grammar::kDateConfidence && entry.range->is_range) {
        if (entry.dates) object["x-dates"] = entry.dates->text;
        return;
    }
    const bool ends = !entry.range->is_range && entry.kind == SectionKind::Education;
    object[ends ? "endDate" : "startDate"] = iso(entry.range->from);
    if (entry.range->to) object["endDate"] = iso(*entry.range->to);
    if (entry.range->open_ended) object["x-current"] = true;
}

void set_details(Json& object, const Entry& entry) {
    Json details = Json::array();
    for (const Field& detail : entry.details) details.push_back(detail.text);
    if (!details.empty()) object["x-details"] = std::move(details);
}

/// What stands below an entry's head.
void set_body(Json& object, const PlainBlocks& blocks, const Entry& entry) {
    PlainText body = blocks.text(entry.body, entry.end, entry.skip, entry.until);
    if (!body.paragraphs.empty()) {
        std::string summary;
        for (const std::string& paragraph : body.paragraphs)
            summary += (summary.empty() ? "" : "\n") + paragraph;
        object["summary"] = std::move(summary);
    }
    if (!body.items.empty()) object["highlights"] = std::move(body.items);
}

Json work(const PlainBlocks& blocks, const Entry& entry) {
    Json job = Json::object();
    const bool unpaid =
        entry.kind == SectionKind::Volunteer || entry.kind == SectionKind::Campus;
    set(job, unpaid ? "organization" : "name", entry.organisation);
    set(job, "position", entry.role);
    if (!unpaid) set(job, "location", entry.place);
    if (unpaid && entry.place) job["x-location"] = entry.place->text;
    set_dates(job, entry);
    set_body(job, blocks, entry);
    if (entry.kind == SectionKind::Internship) job["x-kind"] = "internship";
    if (entry.kind == SectionKind::Campus) job["x-kind"] = "campus";
    set_details(job, entry);
    return job;
}

Json education(const PlainBlocks& blocks, const Entry& entry) {
    Json degree = Json::object();
    set(degree, "institution", entry.organisation);
    set(degree, "studyType", entry.role);
    std::vector<Field> details = entry.details;
    // What else stands beside a school is the subject.
    if (!details.empty()) {
        degree["area"] = details.front().text;
        details.erase(details.begin());
    }
    set_dates(degree, entry);
    if (entry.place) degree["x-location"] = entry.place->text;
    Json more = Json::object();
    set_body(more, blocks, entry);
    if (more.contains("summary")) degree["x-summary"] = more["summary"];
    if (more.contains("highlights")) degree["x-highlights"] = more["highlights"];
    if (!details.empty()) {
        Json rest = Json::array();
        for (const Field& detail : details) rest.push_back(detail.text);
        degree["x-details"] = std::move(rest);
    }
    return degree;
}

Json project(const PlainBlocks& blocks, const Entry& entry) {
    Json made = Json::object();
    set(made, "name", entry.organisation);
    if (entry.role) made["roles"] = Json::array({entry.role->text});
    set_dates(made, entry);
    Json body = Json::object();
    set_body(body, blocks, entry);
    if (body.contains("summary")) made["description"] = body["summary"];
    if (body.contains("highlights")) made["highlights"] = body["highlights"];
    if (entry.kind == SectionKind::OpenSource) made["type"] = "open source";
    if (entry.place) made["x-location"] = entry.place->text;
    set_details(made, entry);
    return made;
}

const char* profile_network(grammar::ContactKind kind) {
    using grammar::ContactKind;
    switch (kind) {
        case ContactKind::GitHub:
            return "GitHub";
        case ContactKind::GitLab:
            return "GitLab";
        case ContactKind::Gitee:
            return "Gitee";
        case ContactKind::Zhihu:
            return "知乎";
        case ContactKind::Juejin:
            return "掘金";
        case ContactKind::LinkedIn:
            return "LinkedIn";
        case ContactKind::WeChat:
            return "WeChat";
        case ContactKind::QQ:
            return "QQ";
        case ContactKind::Mobile:
        case ContactKind::Telephone:
        case ContactKind::Email:
        case ContactKind::Website:
        case ContactKind::BirthDate:
        case ContactKind::Location:
            return nullptr;
    }
    return nullptr;
}

bool is_address(const std::string& text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

/// URIs are ASCII (RFC 3986); what is not is no URI yet.
bool is_plain_uri(const std::string& text) {
    return is_address(text) && std::all_of(text.begin(), text.end(), [](char c) {
               return c > ' ' && c < 0x7F &&
                      std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
           });
}

/// The first value of a kind goes to the schema's key, any other to `x-contacts`.
void set_once(Json& basics, const char* key, const std::string& value, Json& others) {
    if (!basics.contains(key))
        basics[key] = value;
    else
        others.push_back(value);
}

bool is_ascii_email(const std::string& text) {
    return text.find('@') != std::string::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

void add_contact(Json& basics, Json& profiles, Json& others,
                 const profile::FoundContact& contact) {
    using grammar::ContactKind;
    if (const char* network = profile_network(contact.kind)) {
        Json account = {{"network", network}};
        const bool uri = is_plain_uri(contact.value);
        account["username"] =
            uri ? contact.value.substr(contact.value.rfind('/') + 1) : contact.value;
        if (uri) account["url"] = contact.value;
        profiles.push_back(std::move(account));
    } else if (contact.kind == ContactKind::Email) {
        if (is_ascii_email(contact.value))
            set_once(basics, "email", contact.value, others);
        else
            others.push_back(contact.value);
    } else if (contact.kind == ContactKind::Mobile || contact.kind == ContactKind::Telephone) {
        set_once(basics, "phone", contact.written.text, others);
    } else if (contact.kind == ContactKind::Website) {
        const std::string uri =
            is_address(contact.value) ? contact.value : "https://" + contact.value;
        if (is_plain_uri(uri))
            set_once(basics, "url", uri, others);
        else
            others.push_back(contact.value);
    } else if (contact.kind == ContactKind::BirthDate) {
        basics["x-birthDate"] = contact.value;
    } else if (!basics.contains("location")) {
        basics["location"] = {{"city", contact.value}};
    } else {
        others.push_back(contact.value);
    }
}

Json basics_of(const profile::Profile& profile, const PlainBlocks& blocks) {
    const profile::Recognized& recognized = profile.recognized;
    Json basics = Json::object();
    set(basics, "name", recognized.name ? recognized.name : profile.name);
    set(basics, "label", recognized.headline);
    Json profiles = Json::array(), others = Json::array();
    for (const profile::FoundContact& contact : recognized.contacts)
        add_contact(basics, profiles, others, contact);
    std::string summary;
    for (const Section& section : recognized.sections)
        if (section.kind == SectionKind::Summary && summary.empty())
            summary =
                blocks.text(section.heading + 1, blocks.own_end(recognized, section)).joined();
    if (!summary.empty()) basics["summary"] = std::move(summary);
    if (!profiles.empty()) basics["profiles"] = std::move(profiles);
    if (!others.empty()) basics["x-contacts"] = std::move(others);
    return basics;
}

/// `**语言**：Go、Python`: what stands before the colon names what stands behind it.
Json skill(const std::string& item) {
    const std::size_t ascii = item.find(": "), wide = item.find("：");
    const std::size_t colon = std::min(ascii, wide);
    constexpr std::size_t kWidestName = 24;
    if (colon == std::string::npos || colon == 0 ||
        unicode::display_width(item.substr(0, colon)) > kWidestName)
        return {{"name", item}};
    Json made = {{"name", item.substr(0, colon)}};
    Json keywords = Json::array();
    std::string rest = item.substr(colon + (colon == wide ? std::string("：").size() : 2));
    while (!rest.empty()) {
        std::size_t end = rest.size(), skip = 0;
        for (const std::string_view sign : {"、", "，", ", ", "；", ";", " / "})
            if (const std::size_t at = rest.find(sign); at < end) {
                end = at;
                skip = sign.size();
            }
        if (end > 0) keywords.push_back(rest.substr(0, end));
        rest.erase(0, end + skip);
    }
    if (!keywords.empty()) made["keywords"] = std::move(keywords);
    return made;
}

/// `ACM 区域赛金牌 (2019)`: the first date becomes the item's.
Json dated_item(const std::string& item, const char* name, const char* date) {
    Json made = {{name, item}};
    for (const grammar::DateRange& found : grammar::find_dates(item)) {
        if (found.confidence < grammar::kDateConfidence) continue;
        made[date] = iso(found.to ? *found.to : found.from);
        break;
    }
    return made;
}

/// The items of a section that is no list of entries: the key they go to, or null.
const char* list_key(SectionKind kind) {
    switch (kind) {
        case SectionKind::Skills:
            return "skills";
        case SectionKind::Languages:
            return "languages";
        case SectionKind::Awards:
            return "awards";
        case SectionKind::Certificates:
            return "certificates";
        case SectionKind::Publications:
            return "publications";
        case SectionKind::Interests:
            return "interests";
        case SectionKind::References:
            return "references";
        case SectionKind::Generic:
        case SectionKind::Summary:
        case SectionKind::Intention:
        case SectionKind::Personal:
        case SectionKind::Work:
        case SectionKind::Internship:
        case SectionKind::Project:
        case SectionKind::OpenSource:
        case SectionKind::Education:
        case SectionKind::Campus:
        case SectionKind::Volunteer:
        case SectionKind::Patents:
        case SectionKind::Talks:
            return nullptr;
    }
    return nullptr;
}

Json list_item(SectionKind kind, const std::string& item) {
    if (kind == SectionKind::Skills) return skill(item);
    if (kind == SectionKind::Languages) return {{"language", item}};
    if (kind == SectionKind::Awards) return dated_item(item, "title", "date");
    if (kind == SectionKind::Certificates) return dated_item(item, "name", "date");
    if (kind == SectionKind::Publications) return dated_item(item, "name", "releaseDate");
    if (kind == SectionKind::References) return {{"reference", item}};
    return {{"name", item}};
}

/// A section whole, for what the schema has no place.
Json other_section(const PlainBlocks& blocks, const Section& section,
                   profile::BlockNumber end) {
    PlainText text = blocks.text(section.heading + 1, end);
    Json made = {{"title", section.title.text}};
    made["kind"] = std::string(profile::name_of(section.kind));
    if (!text.paragraphs.empty()) made["text"] = std::move(text.paragraphs);
    if (!text.items.empty()) made["items"] = std::move(text.items);
    return made;
}

const char* resume_list(SectionKind kind) {
    if (kind == SectionKind::Education) return "education";
    if (kind == SectionKind::Volunteer || kind == SectionKind::Campus) return "volunteer";
    if (kind == SectionKind::Work || kind == SectionKind::Internship) return "work";
    return "projects";
}

Json entry_object(const PlainBlocks& blocks, const Entry& entry) {
    const std::string_view list = resume_list(entry.kind);
    if (list == "education") return education(blocks, entry);
    return list == "projects" ? project(blocks, entry) : work(blocks, entry);
}

/// What is said of the firm above its roles.
void set_firm(Json& job, const PlainBlocks& blocks, const Entry& firm,
              profile::BlockNumber end) {
    const std::string text = blocks.text(firm.body, end, firm.skip, firm.until).joined();
    const bool paid = job.contains("name");
    if (!text.empty()) job[paid ? "description" : "x-description"] = text;
}

void add_entries(Json& resume, const profile::Profile& profile, const PlainBlocks& blocks) {
    const std::vector<Entry>& entries = profile.recognized.entries;
    const Entry* firm = nullptr;
    for (const Entry& entry : entries) {
        if (entry.names_organisation) {
            firm = &entry;
            continue;
        }
        const char* key = resume_list(entry.kind);
        resume[key].push_back(entry_object(blocks, entry));
        if (firm != nullptr && entry.organisation == firm->organisation)
            set_firm(resume[key].back(), blocks, *firm, (firm + 1)->head);
    }
}

}  // namespace

std::string to_json(const profile::Profile& profile) {
    const PlainBlocks blocks(profile.blocks);
    const profile::Recognized& recognized = profile.recognized;
    Json resume = Json::object();
    resume["basics"] = basics_of(profile, blocks);
    for (const char* key : {"work", "volunteer", "education"}) resume[key] = Json::array();
    resume["projects"] = Json::array();
    add_entries(resume, profile, blocks);
    Json others = Json::array();
    bool has_summary = false;
    for (const Section& section : recognized.sections) {
        const profile::BlockNumber end = blocks.own_end(recognized, section);
        if (section.kind == SectionKind::Summary && !std::exchange(has_summary, true)) continue;
        if (section.kind == SectionKind::Personal) continue;
        const char* key = list_key(section.kind);
        const PlainText text = blocks.text(section.heading + 1, end);
        if (text.empty()) continue;
        if (key == nullptr || text.items.empty()) {
            others.push_back(other_section(blocks, section, end));
            continue;
        }
        for (const std::string& item : text.items)
            resume[key].push_back(list_item(section.kind, item));
        if (!text.paragraphs.empty()) {
            Json rest = other_section(blocks, section, end);
            rest.erase("items");
            others.push_back(std::move(rest));
        }
    }
    for (const char* key : {"work", "volunteer", "education", "projects"})
        if (resume[key].empty()) resume.erase(key);
    Json meta = Json::object();
    meta["canonical"] =
        "https://raw.githubusercontent.com/jsonresume/resume-schema/master/schema.json";
    meta["x-lang"] = profile.lang;
    if (!others.empty()) meta["x-sections"] = std::move(others);
    resume["meta"] = std::move(meta);
    return resume.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cvtex::exporting
