#include "styles/contact_icons.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "grammar/contacts.hpp"
#include "styles/inlines.hpp"
#include "styles/labels.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

Icon icon_of(grammar::ContactKind kind) {
    using grammar::ContactKind;
    switch (kind) {
        case ContactKind::Mobile:
        case ContactKind::Telephone:
            return Icon::Phone;
        case ContactKind::Email:
            return Icon::Mail;
        case ContactKind::GitHub:
            return Icon::GitHub;
        case ContactKind::GitLab:
            return Icon::GitLab;
        case ContactKind::Gitee:
            return Icon::Gitee;
        case ContactKind::Zhihu:
            return Icon::Zhihu;
        case ContactKind::Juejin:
            return Icon::Juejin;
        case ContactKind::LinkedIn:
            return Icon::LinkedIn;
        case ContactKind::Website:
            return Icon::Web;
        case ContactKind::WeChat:
            return Icon::WeChat;
        case ContactKind::QQ:
            return Icon::QQ;
        case ContactKind::BirthDate:
            return Icon::Birthday;
        case ContactKind::Location:
            return Icon::Location;
    }
    return Icon::Web;
}

/// What a link to `destination` reaches.
std::optional<Icon> icon_of_link(const std::string& destination) {
    if (destination.starts_with("mailto:")) return Icon::Mail;
    if (destination.starts_with("tel:")) return Icon::Phone;
    const std::string lower = ascii::to_lower(destination);
    for (const std::string_view host : {"://x.com/", "://www.x.com/", "://twitter.com/"})
        if (lower.find(host) != std::string::npos) return Icon::X;
    for (const std::string_view host : {"://wa.me/", "whatsapp.com/"})
        if (lower.find(host) != std::string::npos) return Icon::WhatsApp;
    const std::vector<grammar::Contact> contacts = grammar::find_contacts(destination);
    if (!contacts.empty()) return icon_of(contacts.front().kind);
    return lower.starts_with("http") ? std::optional(Icon::Web) : std::nullopt;
}

/// The text of a line with '\n' for what parts it: breaks, and icons that are there already.
struct LineText {
    std::string text;
    std::vector<std::size_t> icons;   ///< offsets that an icon of the author's stands at
    std::vector<std::size_t> starts;  ///< offsets at which a line begins
};

LineText read_line(const InlineItems& items) {
    LineText line;
    line.starts.push_back(0);
    for (const InlineItem& item : items) {
        if (const auto* run = std::get_if<TextRun>(&item)) line.text += run->text;
        if (std::holds_alternative<ForcedBreak>(item)) line.starts.push_back(line.text.size());
        if (std::holds_alternative<InlineIcon>(item)) line.icons.push_back(line.text.size());
    }
    return line;
}

/// The details of each line: a forced break is no character of `text`, and what stands before
/// it must not be read as one word with what stands behind.
std::vector<grammar::Contact> find_details(const LineText& line) {
    std::vector<grammar::Contact> found;
    for (std::size_t i = 0; i < line.starts.size(); ++i) {
        const auto begin = static_cast<std::uint32_t>(line.starts[i]);
        const std::size_t end =
            i + 1 < line.starts.size() ? line.starts[i + 1] : line.text.size();
        const std::string_view text = std::string_view(line.text).substr(begin, end - begin);
        for (grammar::Contact& contact : grammar::find_contacts(text)) {
            contact.begin += begin;
            contact.end += begin;
            contact.label_begin += begin;
            found.push_back(std::move(contact));
        }
    }
    return found;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 4> kSpaces{" ", "\n", "\u2003", "\u3000"};
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string_view space : kSpaces) {
            if (!text.substr(at).starts_with(space)) continue;
            at += space.size();
            moved = true;
        }
    }
    return at;
}

/// Where details may begin: at line starts, behind bars and their kin, and behind the detail
/// before when only space parts them.
std::vector<std::size_t> detail_starts(const LineText& line,
                                       const std::vector<grammar::Contact>& contacts) {
    static constexpr std::array<std::string_view, 9> kBars{"|", "｜", "丨",     "│", "·",
                                                           "•", "\n", "\u2003", "，"};
    const std::string_view text = line.text;
    std::vector<std::size_t> starts = line.starts;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view bar : kBars)
            if (text.substr(at).starts_with(bar)) starts.push_back(at + bar.size());
    for (const grammar::Contact& contact : contacts)
        if (contact.end < text.size() && text[contact.end] == ' ')
            starts.push_back(contact.end);
    for (std::size_t& start : starts) start = skip_spaces(text, start);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::erase_if(starts, [&](std::size_t start) { return start >= text.size(); });
    return starts;
}

/// The item that the byte `offset` of the line's text is in.
const TextRun* run_at(const InlineItems& items, std::size_t offset) {
    for (const InlineItem& item : items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (!run) continue;
        if (offset < run->text.size()) return run;
        offset -= run->text.size();
    }
    return nullptr;
}

}  // namespace

std::optional<InlineItem> icon_item(const Context& context, std::string_view name,
                                    const Scope& scope, Span span) {
    const std::optional<Icon> icon = find_icon(name);
    if (!icon || !context.sheet.header.icons) return std::nullopt;
    const Color color = color_of(context.sheet.header.icon_color).value_or(scope.text.color);
    return InlineIcon{*icon, scope.text.size, color, span};
}

std::string_view icon_in_classes(std::string_view classes) {
    constexpr std::string_view kPrefix = "icon-";
    for (const std::string_view name : split_words(classes))
        if (name.starts_with(kPrefix)) return name.substr(kPrefix.size());
    return {};
}

InlineItems contact_marks(Context& context, std::string_view name, std::string_view value,
                          const Scope& scope, Span span) {
    InlineItems marks;
    if (auto icon = icon_item(context, name, scope, span)) marks.push_back(std::move(*icon));
    const std::optional<Icon> kind = find_icon(name);
    if (!kind || !context.sheet.header.contact_labels) return marks;
    const auto word = [&](std::string_view of) {
        return label_of(context.sheet, of, context.profile.lang);
    };
    const std::string label = word(name_of(*kind));
    // `GitHub`, a link, needs no label.
    if (ascii::to_lower(ascii::trim(value)) == ascii::to_lower(label)) return marks;
    marks.emplace_back(make_run(context, label + word("colon"), scope, {}));
    return marks;
}

void add_contact_marks(Context& context, InlineItems& items, const Scope& scope) {
    if (!context.sheet.header.icons && !context.sheet.header.contact_labels) return;
    const LineText line = read_line(items);
    const std::vector<grammar::Contact> contacts = find_details(line);
    const std::vector<std::size_t> starts = detail_starts(line, contacts);
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
        if (std::find(line.icons.begin(), line.icons.end(), *start) != line.icons.end())
            continue;
        const TextRun* run = run_at(items, *start);
        if (!run) continue;
        std::optional<Icon> icon;
        const auto contact =
            std::find_if(contacts.begin(), contacts.end(), [&](const grammar::Contact& c) {
                return c.label_begin <= *start && *start < c.end;
            });
        const bool labelled = contact != contacts.end() && contact->begin > *start;
        if (contact != contacts.end() && contact->begin == *start &&
            contact->confidence >= grammar::kContactConfidence)
            icon = icon_of(contact->kind);
        const bool is_named = !icon && !labelled && run->link.valid();
        if (is_named) icon = icon_of_link(context.out[run->link].destination);
        if (!icon) continue;
        const Span span = run->span;
        // The name of a link says itself what it is.
        InlineItems marks;
        if (!is_named)
            marks = contact_marks(context, name_of(*icon), {}, scope, span);
        else if (auto item = icon_item(context, name_of(*icon), scope, span))
            marks.push_back(std::move(*item));
        const std::size_t at = split_at(items, *start);
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(at),
                     std::make_move_iterator(marks.begin()),
                     std::make_move_iterator(marks.end()));
    }
}

}  // namespace cvtex::styles
