#include "styles/title_block.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/labels.hpp"

namespace cvtex::styles {
namespace {

constexpr std::string_view kEmSpace = "\u2003";

bool is_given(const std::optional<profile::Field>& field) {
    return field && !ascii::trim(field->text).empty();
}

void add_byline(Context& context, const Scope& scope, Blocks& out) {
    const profile::Profile& profile = context.profile;
    const auto& title = profile.title ? profile.title : profile.name;
    const Scope inner = dress(context, scope, Element::HeaderByline);
    Paragraph line;
    line.style = inner.paragraph;
    const bool new_name =
        is_given(profile.author) && !(title && title->text == profile.author->text);
    if (new_name)
        line.content.emplace_back(
            make_run(context, profile.author->text, inner, profile.author->span));
    if (is_given(profile.date)) {
        if (!line.content.empty())
            line.content.emplace_back(make_run(context, std::string(kEmSpace), inner, {}));
        line.content.emplace_back(
            make_run(context, profile.date->text, inner, profile.date->span));
    }
    if (line.content.empty()) return;
    out.push_back(
        {box_of(context, Element::HeaderByline, inner.text.size), std::move(line), {}});
}

/// Whether the document has an abstract of its own.
bool has_abstract(const ast::Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const ast::Block& block) {
        const auto* heading = ast::get_if<ast::Heading>(&block.node);
        return heading && is_label("abstract", plain_text(heading->children));
    });
}

void add_abstract(Context& context, const Scope& scope, Blocks& out) {
    const auto& text = context.profile.description;
    if (!is_given(text) || has_abstract(context.profile.blocks)) return;
    const Scope inner = dress(context, scope, Element::HeaderAbstract);
    const Scope label = dress(context, inner, Element::Strong);
    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content.emplace_back(make_run(
        context,
        label_of(context.sheet, "abstract", context.profile.lang) + std::string(kEmSpace),
        label, {}));
    paragraph.content.emplace_back(make_run(context, text->text, inner, text->span));
    out.push_back({box_of(context, Element::HeaderAbstract, inner.text.size),
                   std::move(paragraph), text->span});
}

}  // namespace

void finish_title_block(Context& context, const Scope& scope, Blocks& out) {
    if (context.sheet.header.byline) add_byline(context, scope, out);
    if (context.sheet.header.abstract) add_abstract(context, scope, out);
}

}  // namespace cvtex::styles
