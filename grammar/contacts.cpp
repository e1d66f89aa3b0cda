#include "grammar/contacts.hpp"

#include <algorithm>
#include <utility>

#include "grammar/contact_actions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

bool reaches_a_person(const Contact& contact) {
    return contact.confidence >= contacts::kStrong &&
           (contact.kind == ContactKind::Mobile || contact.kind == ContactKind::Telephone ||
            contact.kind == ContactKind::Email);
}

}  // namespace

std::vector<Contact> find_contacts(std::string_view text) {
    contacts::ContactReading reading;
    reading.text = text.data();
    static_cast<void>(rules::match<rules::contacts_in_text, contacts::act>(text, reading));
    const bool in_contacts =
        std::any_of(reading.found.begin(), reading.found.end(),
                    [](const auto& found) { return reaches_a_person(found.first); });
    std::vector<Contact> result;
    result.reserve(reading.found.size());
    for (auto& [contact, beside] : reading.found) {
        if (in_contacts && beside > 0) contact.confidence = beside;
        result.push_back(std::move(contact));
    }
    return result;
}

}  // namespace cvtex::grammar
