#include "styles/contacts.hpp"

#include <algorithm>

#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

bool is_telephone_character(char c) {
    return (c >= '0' && c <= '9') || c == '+';
}

/// `github.com/name` and the like: a host with a dot, nothing but address characters.
bool is_bare_address(std::string_view text) {
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) > ' ' && c != '@' && c != '<' && c != '>' &&
                      c != '"' && (static_cast<unsigned char>(c) & 0x80) == 0;
           });
}

}  // namespace

std::string contact_destination(const profile::Contact& contact) {
    const std::string value(trim(contact.value.text));
    if (contact.kind == "email" && value.find('@') != std::string::npos)
        return "mailto:" + value;
    if (contact.kind == "phone") {
        std::string digits;
        std::copy_if(value.begin(), value.end(), std::back_inserter(digits),
                     is_telephone_character);
        return digits.empty() ? std::string() : "tel:" + digits;
    }
    const std::string lower = to_ascii_lower(value);
    if (lower.starts_with("https://") || lower.starts_with("http://")) return value;
    return is_bare_address(value) ? "https://" + value : std::string();
}

InlineItems contact_items(Context& context, const Scope& scope) {
    const Scope separator = dress(context, scope, Element::HeaderSeparator);
    InlineItems items;
    for (const profile::Contact& contact : context.profile.contacts) {
        if (trim(contact.value.text).empty()) continue;
        if (!items.empty()) items.emplace_back(make_run(context, " | ", separator, {}));
        std::string destination = contact_destination(contact);
        Scope inner = scope;
        if (!destination.empty())
            inner.link = make_link(context, std::move(destination), {}, contact.value.span);
        items.emplace_back(make_run(context, contact.value.text, inner, contact.value.span));
    }
    return items;
}

}  // namespace cvtex::styles
