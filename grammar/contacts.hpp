#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Ways to reach a person and the few facts that stand beside them in a résumé's head:
/// `138-0000-0000 | someone@example.com | github.com/someone | 微信：some_one | 现居：杭州`.
namespace cvtex::grammar {

enum class ContactKind : std::uint8_t {
    Mobile,     ///< of mainland China; value `13800000000`, without +86
    Telephone,  ///< any other; value `01000000000`, `+85200000000`, `…;ext=12` (RFC 3966)
    Email,      ///< value with the domain in lower case
    GitHub,     ///< these six: value `https://github.com/name`, without query and last slash
    GitLab,
    Gitee,
    Zhihu,
    Juejin,
    LinkedIn,
    Website,    ///< value as written, with a scheme
    WeChat,     ///< value is the id, or the digits of a mobile number
    QQ,         ///< value is the number
    BirthDate,  ///< value `1999`, `1999-02` or `1999-02-03`
    Location,   ///< value as written
};

/// One contact detail in a text.
struct Contact {
    ContactKind kind = ContactKind::Website;
    std::string value;        ///< normalised, see `ContactKind`
    std::uint32_t begin = 0;  ///< bytes [begin, end) of the text: the detail itself
    std::uint32_t end = 0;
    std::uint32_t label_begin = 0;  ///< where its label (`微信：`, `Tel.`) begins; else `begin`
    /// 0–100, how sure it is that this is such a detail, and the person's own. 90 and more: a
    /// label says so or nothing else is written so. 60–89: the form is usual and alternatives
    /// are rare in a résumé. Below `kContactConfidence`: a link to a project or an article, a
    /// number without a label, an id after `微信` in a sentence.
    int confidence = 0;
    bool operator==(const Contact&) const = default;
};

/// Callers must leave text alone that was recognised with less confidence.
inline constexpr int kContactConfidence = 60;

/// All contact details in `text`, in order, not overlapping. A date that stands alone between
/// bars is a date of birth only beside an e-mail address or a telephone number. Linear in the
/// text's length.
[[nodiscard]] std::vector<Contact> find_contacts(std::string_view text);

}  // namespace cvtex::grammar
