#include "pdf/links.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

constexpr std::array<std::string_view, 4> kSafeSchemes = {"http", "https", "mailto", "tel"};

/// Characters a URI may hold as they are (RFC 3986, 2.2 and 2.3), and '%' of what the author
/// has encoded.
bool stands_in_uri(unsigned char c) {
    constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=%";
    return ascii::is_alphanumeric(c) || kMarks.find(static_cast<char>(c)) != kMarks.npos;
}

std::string percent_encoded(std::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (stands_in_uri(byte)) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// The scheme, lower-case; empty when there is none (RFC 3986, 3.1). A colon behind a slash,
/// question mark or number sign belongs to a path.
std::string scheme_of(std::string_view destination) {
    const std::size_t colon = destination.find_first_of(":/?#");
    if (colon == destination.npos || destination[colon] != ':') return {};
    return ascii::to_lower(destination.substr(0, colon));
}

/// `name@host.tld`: one "@" between something and a dotted host, and nothing of a path.
bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == text.npos || text.find_first_of("@ /\\?#<>", at + 1) != text.npos) {
        return false;
    }
    if (text.substr(0, at).find_first_of(" /\\?#<>") != text.npos) return false;
    const std::string_view host = text.substr(at + 1);
    const std::size_t dot = host.find('.');
    return dot != 0 && dot != host.npos && host.back() != '.';
}

/// Addresses as people type them, made whole: mail, `//host` and `www.host`.
std::string with_scheme(std::string_view destination) {
    // Before the scheme is looked for: in www.host:80 the colon ends none.
    if (ascii::to_lower(destination.substr(0, 4)) == "www." && destination.size() > 4) {
        return "https://" + std::string(destination);
    }
    if (!scheme_of(destination).empty()) return std::string(destination);
    if (destination.size() > 2 && destination.starts_with("//") && destination[2] != '/') {
        return "https:" + std::string(destination);
    }
    if (is_mail_address(destination)) return "mailto:" + std::string(destination);
    return std::string(destination);
}

}  // namespace

std::optional<std::string> safe_uri(std::string_view destination) {
    if (std::any_of(destination.begin(), destination.end(), is_control)) return std::nullopt;
    const std::string whole = with_scheme(destination);
    const std::string scheme = scheme_of(whole);
    if (std::find(kSafeSchemes.begin(), kSafeSchemes.end(), scheme) == kSafeSchemes.end()) {
        return std::nullopt;
    }
    std::string uri = percent_encoded(whole);
    if (uri.size() > kMaxStringBytes) return std::nullopt;
    return uri;
}

bool is_relative(std::string_view destination) {
    return scheme_of(destination).empty() &&
           std::none_of(destination.begin(), destination.end(), is_control);
}

std::string destination_array(Dict page, Pt y_from_bottom) {
    std::string out = "[";
    append_ref(out, page.ref());
    out += " /XYZ null ";
    append_number(out, y_from_bottom);
    return out + " null]";
}

// ---- destinations -------------------------------------------------------------------------

Destinations::Destinations(const layout::LaidOut& laid_out) {
    for (std::size_t page = 0; page < laid_out.pages.size(); ++page) {
        for (const layout::Placed& placed : laid_out.pages[page].items) {
            if (const auto* anchor = std::get_if<layout::AnchorItem>(&placed.item)) {
                add(anchor->name, static_cast<std::uint32_t>(page),
                    laid_out.pages[page].size.height - placed.at.y);
            }
        }
    }
    // Headings of signs alone have no anchor of their own.
    for (std::size_t i = 0; i < laid_out.outline.size(); ++i) {
        const layout::OutlineEntry& entry = laid_out.outline[i];
        if (!entry.anchor.empty() || entry.page >= laid_out.pages.size()) continue;
        add("heading-" + std::to_string(i + 1), entry.page,
            laid_out.pages[entry.page].size.height - entry.at.y);
    }
}

void Destinations::add(std::string_view name, std::uint32_t page, Pt y_from_bottom) {
    if (name.empty()) return;
    places_.try_emplace(std::string(utf8_prefix(name, kMaxStringBytes)),
                        Place{page, y_from_bottom});
}

bool Destinations::contains(std::string_view name) const {
    return places_.find(name) != places_.end();
}

std::optional<Dict> Destinations::write(Document& document,
                                        const std::vector<Dict>& pages) const {
    if (places_.empty()) return std::nullopt;
    std::string names = "[";
    for (const auto& [name, place] : places_) {  // a std::map is sorted as 7.9.6 asks
        append_hex_string(names, name);
        names += ' ';
        names += destination_array(pages[place.page], place.y);
        names += '\n';
    }
    return document.make_dict().raw("Names", names + "]");
}

// ---- annotations --------------------------------------------------------------------------

namespace {

LinkTarget resolve(const layout::LinkDestination& link, const Destinations& destinations,
                   Diagnostics& diagnostics) {
    if (link.destination.starts_with('#')) {
        std::string name = link.destination.substr(1);
        if (destinations.contains(name)) return {{}, std::move(name)};
        return {};
    }
    if (std::optional<std::string> uri = safe_uri(link.destination)) return {*uri, {}};
    if (is_relative(link.destination)) {
        diagnostics.warning("relative-link", link.span,
                            "the link to '" + link.destination +
                                "' is left out: a PDF is read away from the files beside it",
                            "use a whole address, such as https://example.com/page");
    } else {
        diagnostics.warning("unsafe-link", link.span,
                            "the link to '" + link.destination + "' is left out",
                            "use an address that starts with https:, http:, mailto: or tel:");
    }
    return {};
}

}  // namespace

std::vector<LinkTarget> resolve_links(const layout::LaidOut& laid_out,
                                      const Destinations& destinations,
                                      Diagnostics& diagnostics) {
    std::vector<LinkTarget> targets;
    for (const layout::LinkDestination& link : laid_out.links)
        targets.push_back(resolve(link, destinations, diagnostics));
    return targets;
}

std::vector<bool> leads_anywhere(const std::vector<LinkTarget>& targets) {
    std::vector<bool> leads;
    for (const LinkTarget& target : targets) leads.push_back(target.exists());
    return leads;
}

std::optional<Dict> Links::annotate(const layout::Placed& placed, const layout::LinkItem& item,
                                    std::uint32_t page) {
    if (!item.link.valid() || item.link.index() >= targets_.size()) return std::nullopt;
    const layout::LinkDestination& link = laid_out_.links[item.link.index()];
    const LinkTarget& target = targets_[item.link.index()];
    if (!target.exists()) return std::nullopt;

    const std::string& contents = !link.title.empty()  ? link.title
                                  : !link.text.empty() ? link.text
                                                       : link.destination;
    constexpr std::int64_t kPrint = 4;  // annotation flag, table 165; PDF/A demands it
    Dict annotation = document_.make_dict();
    annotation.name("Type", "Annot")
        .name("Subtype", "Link")
        .raw("Rect", box_array(placed.at, item.size, laid_out_.pages[page].size.height))
        .raw("Border", "[0 0 0]")
        .integer("F", kPrint)
        .text("Contents", contents);
    if (!target.uri.empty()) {
        annotation.raw("A", "<</Type/Action/S/URI/URI " + hex_string(target.uri) + ">>");
    } else {
        annotation.bytes("Dest", target.name);
    }
    const layout::TagId element = structure_.link_element(placed.tag, item.link);
    if (element.valid()) {
        annotation.integer("StructParent",
                           structure_.add_annotation(element, page, annotation));
    } else {
        all_tagged_ = false;
    }
    return annotation;
}

}  // namespace cvtex::pdf
