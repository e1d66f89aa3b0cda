#include "profile/output_name.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/contacts.hpp"
#include "grammar/walk.hpp"
#include "profile/redact.hpp"
#include "profile/run_text.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kMaxNameBytes = 120;
/// Contact details stand at the top.
constexpr std::size_t kBlocksOfHead = 6;
constexpr std::string_view kSeparators = "-_ ";

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string text_of(const std::optional<Field>& field) {
    return field ? field->text : std::string();
}

/// The telephone number as the document shows it: masked where it is.
std::string written_phone(const Profile& profile) {
    for (const Contact& contact : profile.contacts)
        if (contact.kind == "phone") return contact.value.text;
    std::string phone;
    for (std::size_t i = 0; i < std::min(kBlocksOfHead, profile.blocks.size()); ++i) {
        ast::for_each_text(profile.blocks[i], [&](const ast::Inlines& inlines) {
            for (const grammar::Contact& contact :
                 grammar::find_contacts(run_text(inlines).text)) {
                if (phone.empty() && contact.kind == grammar::ContactKind::Mobile)
                    phone = contact.value;
            }
        });
    }
    return phone;
}

/// The telephone number for a file's name, where a mask's asterisks may not stand.
std::string phone_of(const Profile& profile) {
    std::string phone = written_phone(profile);
    std::replace(phone.begin(), phone.end(), '*', 'x');
    return phone;
}

Fields fields_of(const Profile& profile, std::string_view stem) {
    const Employer employer = profile.employer.value_or(Employer{});
    const std::string role = employer.role ? employer.role->text : text_of(profile.headline);
    const std::string phone = phone_of(profile);
    const std::string named =
        employer.names.empty() ? employer.id : employer.names.front().text;
    const std::string name = text_of(profile.name);
    return {{"name", name},         {"role", role},
            {"employer", named},    {"id", employer.id},
            {"phone", phone},       {"date", text_of(profile.date)},
            {"lang", profile.lang}, {"profile", std::string(stem)},
            {"姓名", name},         {"岗位", role},
            {"公司", named},        {"电话", phone}};
}

/// Separators that an empty field has left side by side or at an end.
std::string tidy_separators(std::string_view text) {
    std::string tidy;
    for (const char c : text) {
        const bool separator = kSeparators.find(c) != std::string_view::npos;
        if (separator &&
            (tidy.empty() || kSeparators.find(tidy.back()) != std::string_view::npos))
            continue;
        tidy += c;
    }
    while (!tidy.empty() && kSeparators.find(tidy.back()) != std::string_view::npos)
        tidy.pop_back();
    return tidy;
}

bool is_refused(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           c == 0xFFFD ||
           std::u32string_view(U"/\\:*?\"<>|").find(c) != std::u32string_view::npos;
}

/// Device names that Windows keeps for itself, with any extension.
bool is_reserved(std::string_view name) {
    static constexpr std::array<std::string_view, 4> kNames{"con", "prn", "aux", "nul"};
    const std::string stem = unicode::to_lower(name.substr(0, name.find('.')));
    const bool port = stem.size() == 4 &&
                      (stem.starts_with("com") || stem.starts_with("lpt")) &&
                      ascii::is_digit(stem[3]);
    return port || std::find(kNames.begin(), kNames.end(), stem) != kNames.end();
}

}  // namespace

std::string safe_file_name(std::string_view text) {
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        std::string one;
        append_utf8(one, is_refused(c.code_point) ? U'_' : c.code_point);
        if (name.size() + one.size() > kMaxNameBytes) break;
        const bool bad_start = name.empty() && (one == "." || one == "-" || one == " ");
        if (!bad_start) name += one;
        at += c.length;
    }
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
    if (name.empty() || is_reserved(name)) name.insert(0, "cv_");
    return name;
}

std::string output_name(const Profile& profile, const Field& pattern, std::string_view stem,
                        Diagnostics& diagnostics) {
    const Fields fields = fields_of(profile, stem);
    std::string_view rest = pattern.text;
    for (const std::string_view extension : {".pdf", ".PDF"})
        if (rest.ends_with(extension)) rest.remove_suffix(extension.size());
    std::string name;
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        if (close == std::string_view::npos) break;
        name += rest.substr(0, open);
        const std::string field(rest.substr(open + 1, close - open - 1));
        rest.remove_prefix(close + 1);
        const auto at = std::find_if(fields.begin(), fields.end(),
                                     [&](const auto& entry) { return entry.first == field; });
        if (at != fields.end()) {
            name += at->second;
        } else {
            diagnostics.error("bad-output-name", pattern.span,
                              "output: there is no field {" + field + "}",
                              suggest(field, names_of(fields)));
        }
    }
    name += rest;
    return safe_file_name(tidy_separators(name));
}

}  // namespace cvtex::profile
