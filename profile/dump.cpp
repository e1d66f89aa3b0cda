#include "grammar/dump.hpp"

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
    for (const Contact& contact : profile.contacts) {
        line(out, "contact " + contact.kind, contact.value);
    }
    if (profile.header_from_front_matter) out += "header from front matter\n";
    line(out, "style", profile.style_name);
    for (const ast::Member& member : profile.style_overrides) {
        out += "style." + member.key + " " + flow(member.value) + "\n";
    }
    return out + grammar::dump({profile.file, {}, profile.blocks});
}

}  // namespace cvtex::profile
