#include "layout/register_text.hpp"

namespace cvtex::layout {
namespace {

TagId make_tag(Context& context, Tag tag) {
    context.out.tags.push_back(std::move(tag));
    return TagId::at(context.out.tags.size() - 1);
}

/// The language in force at `tag`.
const std::string& inherited_lang(const Context& context, TagId tag) {
    while (tag.valid() && tag.index() < context.out.tags.size()) {
        const Tag& node = context.out.tags[tag.index()];
        if (!node.lang.empty()) return node.lang;
        tag = node.parent;
    }
    return context.document.metadata.lang;
}

}  // namespace

Registration register_text(Context& context, const ParagraphText& text, TagId tag, Pt measure) {
    Registration out;
    out.tag = tag;
    out.block = TextBlockId::at(context.out.text_blocks.size());
    context.out.text_blocks.push_back({text.lang, text.text, text.source, measure});
    const std::string lang = inherited_lang(context, tag);
    styles::LinkId link;
    TagId link_tag;
    for (const StyleSpan& span : text.spans) {
        if (span.link.valid() && span.link != link) {
            const LinkRef ref = context.link_refs[span.link.index()];
            Tag node;
            node.role = Role::Link;
            node.parent = tag;
            node.link = ref;
            node.span = context.document[span.link].span;
            link_tag = make_tag(context, std::move(node));
        }
        link = span.link;
        TagId own = link.valid() ? link_tag : tag;
        const std::string& span_lang = context.document[span.style].lang;
        if (span_lang != lang) {
            Tag node;
            node.role = Role::Span;
            node.parent = own;
            node.lang = span_lang;
            own = make_tag(context, std::move(node));
        }
        out.span_tags.push_back(own);
    }
    for (const InlineObject& object : text.objects) {
        if (object.ornament) {  // an artifact
            out.object_tags.emplace_back();
            continue;
        }
        Tag node;
        node.role = Role::Figure;
        node.parent = out.span_tags[text.characters[object.character].span];
        node.alternative = object.alternative;
        node.span = object.span;
        out.object_tags.push_back(make_tag(context, std::move(node)));
    }
    return out;
}

}  // namespace cvtex::layout
