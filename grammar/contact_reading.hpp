#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/contacts.hpp"

/// What the actions on the rules of contact details keep while a text is read, and the
/// normalised values.
namespace cvtex::grammar::contacts {

// How sure each form is; `kLabelled` when a label with a colon names it.
inline constexpr int kAddress = 98;  ///< an e-mail address
inline constexpr int kLabelled = 95;
inline constexpr int kGroupedMobile = 95;  ///< 138-0000-0000, +86 …
inline constexpr int kPlainMobile = 85;    ///< eleven digits: perhaps an order
inline constexpr int kInternational = 90;
inline constexpr int kUngrouped = 70;  ///< +8520000000: perhaps growth
inline constexpr int kAreaCode = 85;   ///< 010-00000000
inline constexpr int kDomestic = 75;   ///< 03-0000-0000
inline constexpr int kHotLine = 70;    ///< 400-000-0000: a company's
inline constexpr int kAmerican = 50;   ///< 555-010-0000: perhaps a part number
inline constexpr int kProfile = 92;    ///< github.com/name
inline constexpr int kSitePage = 40;   ///< github.com/organisation/project
inline constexpr int kUserPage = 75;   ///< name.github.io
inline constexpr int kBlogSite = 80;   ///< blog.example.com
inline constexpr int kDeepPage = 55;   ///< less than a home page
inline constexpr int kOtherSite = 55;
inline constexpr int kOtherPage = 40;
inline constexpr int kHandle = 65;         ///< `GitHub: someone`
inline constexpr int kPlainId = 65;        ///< `微信：someone`
inline constexpr int kWithoutColon = 65;   ///< `QQ 100000`
inline constexpr int kIdInSentence = 50;   ///< `微信 abc123`
inline constexpr int kBirth = 75;          ///< `生日 1999-02`, `1999年2月生`
inline constexpr int kUnlikelyBirth = 40;  ///< of a child or an ancestor
inline constexpr int kLoneBirth = 40;
inline constexpr int kPlace = 85;
inline constexpr int kDwelling = 75;  ///< `现居杭州`
/// A home page or a lone date is the person's when it stands beside an address or a number.
inline constexpr int kBeside = 65;
inline constexpr int kStrong = 80;
inline constexpr int kFirstBirthYear = 1940;
inline constexpr int kLastBirthYear = 2012;
// ITU E.164 allows fifteen digits; shorter than seven are internal extensions.
inline constexpr std::size_t kFewestDigits = 7;
inline constexpr std::size_t kMostDigits = 15;

/// One attempt at a contact detail after another; the good ones end up in `found`.
struct ContactReading {
    const char* text = nullptr;
    Contact contact;
    const char* label = nullptr;
    std::string_view handle;
    bool colon = false;
    bool grouped = false;
    int beside = 0;  ///< confidence beside an address or a number; 0: no other
    std::vector<std::pair<Contact, int>> found;
};

/// The digits of `text`, full-width ones too, in ASCII.
[[nodiscard]] std::string ascii_digits(std::string_view text);

/// An e-mail address with `@` for `＠` and the domain in lower case.
[[nodiscard]] std::string mail_value(std::string_view text);

/// Telephone number `text`, whose last part `extension` may be empty, with its + and as `;ext=`
/// the extension; empty when it has too few or too many digits.
[[nodiscard]] std::string telephone_value(std::string_view text, std::string_view extension);

/// `url` without the punctuation of the sentence around it.
[[nodiscard]] std::string_view trim_url(std::string_view url);

/// The address of `handle` on the site of `kind`.
[[nodiscard]] std::string profile_value(ContactKind kind, std::string_view handle);

/// Takes the part `text` of the input as the detail. A label with a colon raises `confidence`.
void take(ContactReading& reading, std::string_view text, std::string value, int confidence);

/// Takes a web address: with confidence `home` without a path, else `deeper`.
void take_page(ContactReading& reading, std::string_view text, int home, int deeper);

/// Takes `text` as a date of birth if it is one date that exists; with `alone` (nothing says
/// that it is one) only with a month and in a likely year.
[[nodiscard]] bool take_birth(ContactReading& reading, std::string_view text, bool alone,
                              int confidence);

}  // namespace cvtex::grammar::contacts
