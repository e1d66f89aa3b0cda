#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "grammar/contact_reading.hpp"
#include "grammar/rules/contacts.hpp"

/// What each rule of contact details means. For contacts.cpp alone. An action that returns
/// false makes its rule fail.
namespace cvtex::grammar::contacts {

template <class Input>
std::string_view matched(const Input& in) {
    return {in.begin(), in.size()};
}

template <class Rule>
struct act : tao::pegtl::nothing<Rule> {};

template <>
struct act<rules::contact_start> {
    static void apply0(ContactReading& reading) {
        reading.contact = {};
        reading.label = nullptr;
        reading.handle = {};
        reading.colon = reading.grouped = false;
        reading.beside = 0;
    }
};

struct keep_label {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        if (!reading.label) reading.label = in.begin();
    }
};

template <>
struct act<rules::phone_label> : keep_label {};

template <>
struct act<rules::email_label> : keep_label {};

template <>
struct act<rules::mailto> : keep_label {};

template <>
struct act<rules::wechat_label> : keep_label {};

template <>
struct act<rules::qq_label> : keep_label {};

template <>
struct act<rules::any_site_label> : keep_label {};

template <>
struct act<rules::any_handle_label> : keep_label {};

template <>
struct act<rules::birth_label> : keep_label {};

template <>
struct act<rules::location_label> : keep_label {};

template <>
struct act<rules::dwelling_verb> : keep_label {};

template <>
struct act<rules::base_name> : keep_label {};

template <>
struct act<rules::colon> {
    static void apply0(ContactReading& reading) { reading.colon = true; }
};

// Telephones.
template <>
struct act<rules::phone_mark> {
    static void apply0(ContactReading& reading) { reading.grouped = true; }
};

template <>
struct act<rules::mobile> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        const std::string number = ascii_digits(matched(in));
        const bool sure = reading.grouped || number.size() > 11 || reading.label;
        take(reading, matched(in), number.substr(number.size() - 11),
             sure ? kGroupedMobile : kPlainMobile);
        reading.contact.kind = ContactKind::Mobile;
    }
};

template <>
struct act<rules::extension> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        reading.handle = matched(in);
    }
};

template <int Confidence>
struct take_telephone {
    template <class Input>
    static bool apply(const Input& in, ContactReading& reading) {
        std::string value = telephone_value(matched(in), reading.handle);
        reading.handle = {};
        if (value.empty()) return false;
        const bool ungrouped = value.starts_with('+') && !reading.grouped && !reading.label;
        take(reading, matched(in), std::move(value), ungrouped ? kUngrouped : Confidence);
        reading.contact.kind = ContactKind::Telephone;
        return true;
    }
};

template <>
struct act<rules::international> : take_telephone<kInternational> {};

template <>
struct act<rules::china_telephone> : take_telephone<kAreaCode> {};

template <>
struct act<rules::taiwan_mobile> : take_telephone<kDomestic> {};

template <>
struct act<rules::hot_line> : take_telephone<kHotLine> {};

template <>
struct act<rules::domestic> : take_telephone<kDomestic> {};

template <>
struct act<rules::bracketed_american> : take_telephone<kDomestic> {};

template <>
struct act<rules::american> : take_telephone<kAmerican> {};

template <>
struct act<rules::any_number> : take_telephone<kLabelled> {};

// Addresses.
template <>
struct act<rules::mail_address> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take(reading, matched(in), mail_value(matched(in)), kAddress);
        reading.contact.kind = ContactKind::Email;
    }
};

template <ContactKind Kind>
struct keep_kind {
    static void apply0(ContactReading& reading) { reading.contact.kind = Kind; }
};

template <ContactKind Kind, class Host, class Folder>
struct act<rules::profile<Kind, Host, Folder>> : keep_kind<Kind> {};

template <ContactKind Kind, rules::literal... Names>
struct act<rules::site<Kind, Names...>> : keep_kind<Kind> {};

template <ContactKind Kind, rules::literal... Names>
struct act<rules::handle_of<Kind, Names...>> : keep_kind<Kind> {};

template <>
struct act<rules::handle> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        reading.handle = matched(in);
    }
};

template <>
struct act<rules::profile_address> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take(reading, trim_url(matched(in)),
             profile_value(reading.contact.kind, reading.handle), kProfile);
    }
};

template <>
struct act<rules::lone_handle> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take(reading, matched(in), profile_value(reading.contact.kind, matched(in)), kHandle);
        reading.contact.confidence = kHandle;
    }
};

template <>
struct act<rules::known_page> {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take_page(reading, matched(in), kSitePage, kSitePage);
        // Also with a label: `GitHub：` stands before projects too.
        reading.contact.confidence = kSitePage;
    }
};

template <int Home, int Deeper>
struct take_website {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take_page(reading, matched(in), Home, Deeper);
        reading.contact.kind = ContactKind::Website;
        if (reading.contact.confidence == kOtherSite) reading.beside = kBeside;
    }
};

template <>
struct act<rules::user_page> : take_website<kUserPage, kDeepPage> {};

template <>
struct act<rules::blog_page> : take_website<kBlogSite, kDeepPage> {};

template <>
struct act<rules::other_page> : take_website<kOtherSite, kOtherPage> {};

template <>
struct act<rules::named_page> : take_website<kLabelled, kLabelled> {};

// Ids.
template <ContactKind Kind, int Confidence, bool Capped>
struct take_id {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take(reading, matched(in), std::string(matched(in)), Confidence);
        if (Capped) reading.contact.confidence = Confidence;
        reading.contact.kind = Kind;
    }
};

template <>
struct act<rules::marked_id> : take_id<ContactKind::WeChat, kLabelled, false> {};

template <>
struct act<rules::plain_id> : take_id<ContactKind::WeChat, kPlainId, true> {};

template <>
struct act<rules::sentence_id> : take_id<ContactKind::WeChat, kIdInSentence, true> {};

template <ContactKind Kind>
struct take_digits {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        take(reading, matched(in), ascii_digits(matched(in)), kWithoutColon);
        reading.contact.kind = Kind;
    }
};

template <>
struct act<rules::wechat_number> : take_digits<ContactKind::WeChat> {};

template <>
struct act<rules::qq_number> : take_digits<ContactKind::QQ> {};

// The person.
template <>
struct act<rules::birth_date> {
    template <class Input>
    static bool apply(const Input& in, ContactReading& reading) {
        return take_birth(reading, matched(in), false, kBirth);
    }
};

template <>
struct act<rules::lone_birth> {
    template <class Input>
    static bool apply(const Input& in, ContactReading& reading) {
        reading.beside = kBeside;
        return take_birth(reading, matched(in), true, kLoneBirth);
    }
};

template <int Confidence>
struct take_place {
    template <class Input>
    static void apply(const Input& in, ContactReading& reading) {
        std::string_view place = matched(in);
        while (place.ends_with(' ')) place.remove_suffix(1);
        take(reading, place, std::string(place), Confidence);
        reading.contact.confidence = Confidence;
        reading.contact.kind = ContactKind::Location;
    }
};

template <>
struct act<rules::place> : take_place<kPlace> {};

template <>
struct act<rules::short_place> : take_place<kDwelling> {};

struct keep_contact {
    static void apply0(ContactReading& reading) {
        Contact& contact = reading.contact;
        contact.label_begin = reading.label
                                  ? static_cast<std::uint32_t>(reading.label - reading.text)
                                  : contact.begin;
        reading.found.emplace_back(std::move(contact), reading.beside);
    }
};

template <>
struct act<rules::labelled_phone> : keep_contact {};

template <>
struct act<rules::phone> : keep_contact {};

template <>
struct act<rules::labelled_email> : keep_contact {};

template <>
struct act<rules::email> : keep_contact {};

template <>
struct act<rules::labelled_site> : keep_contact {};

template <>
struct act<rules::web_address> : keep_contact {};

template <>
struct act<rules::labelled_wechat> : keep_contact {};

template <>
struct act<rules::labelled_qq> : keep_contact {};

template <>
struct act<rules::labelled_birth> : keep_contact {};

template <>
struct act<rules::birth> : keep_contact {};

template <>
struct act<rules::lone_birth_contact> : keep_contact {};

template <>
struct act<rules::location_contact> : keep_contact {};

}  // namespace cvtex::grammar::contacts
