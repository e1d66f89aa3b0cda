#include "profile/variables.hpp"

#include <algorithm>
#include <iterator>

#include "base/suggest.hpp"
#include "grammar/placeholders.hpp"
#include "grammar/walk.hpp"

namespace cvtex::profile {
namespace {

class Filler {
public:
    Filler(const Variables& variables, bool complain, Diagnostics& diagnostics)
        : variables_(variables), complain_(complain), diagnostics_(diagnostics) {}

    void fill(ast::Inlines& inlines) {
        if (inlines.empty()) return;
        ast::Inlines filled;
        for (ast::Inline& node : inlines) {
            if (auto* text = std::get_if<ast::Text>(&node.node)) {
                for (ast::Inline& part : split(*text, node.span))
                    filled.push_back(std::move(part));
                continue;
            }
            if (auto* link = ast::get_if<ast::Link>(&node.node)) fill(link->destination, node);
            if (auto* image = ast::get_if<ast::Image>(&node.node)) fill(image->source, node);
            filled.push_back(std::move(node));
        }
        inlines = std::move(filled);
    }

    void fill(std::optional<Field>& field) {
        if (field) fill(field->text, field->span);
    }

    void fill(std::string& text, Span span) {
        std::string filled;
        std::size_t done = 0;
        for (const grammar::Placeholder& found : grammar::find_placeholders(text)) {
            const std::string* value = find(found, span);
            if (value == nullptr) continue;
            filled.append(text, done, found.begin - done).append(*value);
            done = found.end;
        }
        if (done == 0) return;
        text = filled.append(text, done);
    }

private:
    void fill(std::string& text, const ast::Inline& node) { fill(text, node.span); }

    /// A value has the span of its placeholder, so that messages point there.
    ast::Inlines split(ast::Text& text, Span span) {
        const bool exact = span.size() == text.text.size();
        const auto part = [&](std::uint32_t begin, std::uint32_t end) {
            return exact ? Span{span.file, span.begin + begin, span.begin + end} : span;
        };
        ast::Inlines parts;
        std::uint32_t done = 0;
        const auto keep = [&](std::uint32_t end) {
            if (end > done)
                parts.push_back(
                    {part(done, end), ast::Text{text.text.substr(done, end - done)}});
        };
        for (const grammar::Placeholder& found : grammar::find_placeholders(text.text)) {
            const Span place = part(found.begin, found.end);
            const std::string* value = find(found, place);
            if (value == nullptr) continue;
            keep(found.begin);
            if (!value->empty()) parts.push_back({place, ast::Text{*value}});
            done = found.end;
        }
        keep(static_cast<std::uint32_t>(text.text.size()));
        return parts;
    }

    const std::string* find(const grammar::Placeholder& placeholder, Span span) {
        const auto at =
            std::find_if(variables_.begin(), variables_.end(),
                         [&](const auto& entry) { return entry.first == placeholder.name; });
        if (at != variables_.end()) return &at->second;
        if (complain_) {
            std::vector<std::string> names;
            for (const auto& [name, value] : variables_) names.push_back(name);
            diagnostics_.warning(
                "unknown-variable", span,
                "nothing says what {{" + std::string(placeholder.name) + "}} stands for",
                suggest(placeholder.name, names, "known here: "));
        }
        return nullptr;
    }

    const Variables& variables_;
    bool complain_;
    Diagnostics& diagnostics_;
};

void add(Variables& variables, std::string name, const std::optional<Field>& field) {
    if (field) variables.emplace_back(std::move(name), field->text);
}

}  // namespace

Variables variables_of(const Profile& profile, const ast::Mapping& front_matter,
                       const Employer* employer) {
    Variables variables;
    if (employer != nullptr)
        for (const auto& [name, value] : employer->vars)
            variables.emplace_back(name.text, value);
    if (const ast::Value* table = ast::find(front_matter, "vars")) {
        if (const auto* members = std::get_if<ast::Mapping>(&table->node))
            for (const ast::Member& member : *members)
                if (const auto* scalar = std::get_if<ast::Scalar>(&member.value.node))
                    variables.emplace_back(member.key, scalar->text);
    }
    if (employer != nullptr) {
        add(variables, "headline", employer->headline);
        add(variables, "role", employer->role);
        variables.emplace_back(
            "employer", employer->names.empty() ? employer->id : employer->names.front().text);
    }
    add(variables, "name", profile.name);
    add(variables, "headline", profile.headline);
    add(variables, "role", profile.headline);
    add(variables, "title", profile.title);
    add(variables, "date", profile.date);
    return variables;
}

void fill_placeholders(Profile& profile, const Variables& variables, bool complain,
                       Diagnostics& diagnostics) {
    Filler filler(variables, complain, diagnostics);
    ast::for_each_inlines(profile.blocks, [&](ast::Inlines& text) { filler.fill(text); });
    filler.fill(profile.headline);
    filler.fill(profile.title);
    filler.fill(profile.description);
    for (Contact& contact : profile.contacts)
        filler.fill(contact.value.text, contact.value.span);
}

}  // namespace cvtex::profile
