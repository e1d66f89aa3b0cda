#include "pdf/structure.hpp"

#include <algorithm>
#include <map>

#include "pdf/structure_attributes.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

using layout::Role;
using layout::Tag;
using layout::TagId;

/// Standard structure type (14.8.4).
std::string_view standard_type(const Tag& tag, int heading_level) {
    static constexpr std::string_view kHeadings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    switch (tag.role) {
        case Role::Document:
            return "Document";
        case Role::Section:
            return "Sect";
        case Role::Heading:
            return kHeadings[std::clamp(heading_level, 1, 6) - 1];
        case Role::Paragraph:
            return "P";
        case Role::List:
            return "L";
        case Role::ListItem:
            return "LI";
        case Role::Label:
            return "Lbl";
        case Role::ListBody:
            return "LBody";
        case Role::BlockQuote:
            return "BlockQuote";
        case Role::Code:
            return "Code";
        case Role::Table:
            return "Table";
        case Role::TableRow:
            return "TR";
        case Role::TableHeader:
            return "TH";
        case Role::TableCell:
            return "TD";
        case Role::Figure:
            return "Figure";
        case Role::Link:
            return "Link";
        case Role::Span:
            return "Span";
        case Role::Note:
            return "Note";
    }
    return "Span";
}

/// Tag 0 is the root; a parent comes before its children. Whatever breaks that goes under the
/// root.
TagId sound_parent(const std::vector<Tag>& tags, std::size_t index) {
    if (index == 0) return {};
    const TagId parent = tags[index].parent;
    return parent.valid() && parent.index() < index ? parent : TagId::at(0);
}

bool is_decoration(const Tag& tag) {
    return tag.role == Role::Figure && tag.alternative.empty();
}

}  // namespace

StructureTree::StructureTree(const layout::LaidOut& laid_out, const std::vector<bool>& leads,
                             Document& document)
    : laid_out_(laid_out), document_(document) {
    const std::vector<Tag>& tags = laid_out.tags;
    elements_.resize(tags.size());
    facts_ = examine(tags);
    link_elements_.resize(laid_out.links.size());
    contents_.resize(laid_out.pages.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Element& element = elements_[i];
        element.rank = static_cast<std::uint32_t>(i);
        element.parent = sound_parent(tags, i);
        const bool inside = i > 0 && elements_[element.parent.index()].artifact;
        element.artifact = i > 0 && (inside || is_decoration(tags[i]));
        if (element.artifact) continue;
        element.dict = document.make_dict();
        const layout::LinkRef link = tags[i].link;
        if (tags[i].role != Role::Link || !link.valid() ||
            link.index() >= link_elements_.size()) {
            continue;
        }
        element.dead_link = !leads[link.index()];
        TagId& first = link_elements_[link.index()];
        if (!first.valid()) first = TagId::at(i);
    }
    add_sections();
    add_padding();
    add_references();
}

TagId StructureTree::add_element(std::string_view type, TagId parent, std::size_t rank) {
    Element added;
    added.dict = document_.make_dict();
    added.parent = parent;
    added.rank = static_cast<std::uint32_t>(rank);
    added.type = type;
    elements_.push_back(std::move(added));
    return TagId::at(elements_.size() - 1);
}

/// Links to other places of the document are references (14.8.4.4.1), a footnote's way back
/// excepted.
void StructureTree::add_references() {
    for (std::size_t i = 1; i < laid_out_.tags.size(); ++i) {
        const layout::LinkRef link = laid_out_.tags[i].link;
        if (laid_out_.tags[i].role != Role::Link || elements_[i].artifact) continue;
        if (elements_[i].dead_link || !link.valid() || link.index() >= laid_out_.links.size())
            continue;
        const TagId parent = elements_[i].parent;
        if (is_added(parent) || laid_out_.tags[parent.index()].role == Role::Label) continue;
        if (!laid_out_.links[link.index()].destination.starts_with('#')) continue;
        elements_[i].parent = add_element("Reference", parent, i);
    }
}

/// Empty cells at the ends of rows that are too short.
void StructureTree::add_padding() {
    for (std::size_t i = 0; i < laid_out_.tags.size(); ++i) {
        if (elements_[i].artifact) continue;
        for (const int span : facts_[i].padding) {
            const TagId cell = add_element("TD", TagId::at(i), laid_out_.tags.size());
            elements_[cell.index()].column_span = span;
        }
    }
}

/// What follows a heading of the document itself, up to the next one of its level or above, is
/// its section (14.8.4.2).
void StructureTree::add_sections() {
    struct Open {
        TagId section;
        int level;
    };

    std::vector<Open> open;
    for (std::size_t i = 1; i < laid_out_.tags.size(); ++i) {
        if (elements_[i].artifact || elements_[i].parent.index() != 0) continue;
        if (laid_out_.tags[i].role == Role::Heading) {
            const int level = facts_[i].heading_level;
            while (!open.empty() && open.back().level >= level) open.pop_back();
            const TagId parent = open.empty() ? TagId::at(0) : open.back().section;
            open.push_back({add_element("Sect", parent, i), level});
        }
        if (!open.empty()) elements_[i].parent = open.back().section;
    }
}

TagId StructureTree::element_of(TagId tag) const {
    if (!tag.valid() || tag.index() >= laid_out_.tags.size()) return {};
    return elements_[tag.index()].artifact ? TagId{} : tag;
}

std::string_view StructureTree::type(TagId element) const {
    if (element.index() == 0) return "Document";
    if (is_added(element)) return elements_[element.index()].type;
    // A Link element belongs to an annotation (14.8.4.4.2).
    if (elements_[element.index()].dead_link) return "Span";
    return standard_type(laid_out_.tags[element.index()],
                         facts_[element.index()].heading_level);
}

void StructureTree::link_to_parent(TagId element) {
    while (element.index() != 0 && !elements_[element.index()].linked) {
        Element& self = elements_[element.index()];
        self.linked = true;
        elements_[self.parent.index()].kids.push_back({Kid::Kind::Element, 0, element.value});
        element = self.parent;
    }
}

std::int64_t StructureTree::add_content(TagId element, std::uint32_t page) {
    link_to_parent(element);
    std::vector<TagId>& owners = contents_[page];
    const auto mcid = static_cast<std::uint32_t>(owners.size());
    owners.push_back(element);
    Element& self = elements_[element.index()];
    self.has_content = true;
    self.kids.push_back({Kid::Kind::Content, page, mcid});
    return mcid;
}

std::int64_t StructureTree::add_annotation(TagId element, std::uint32_t page, Dict annotation) {
    link_to_parent(element);
    elements_[element.index()].kids.push_back(
        {Kid::Kind::Annotation, page, annotation.ref().id});
    annotations_.push_back(element);
    return static_cast<std::int64_t>(laid_out_.pages.size() + annotations_.size() - 1);
}

void StructureTree::set_box(TagId element, const std::string& box) {
    std::string& own = elements_[element.index()].box;
    if (own.empty()) own = box;
}

TagId StructureTree::link_element(TagId tag, layout::LinkRef link) const {
    const TagId own = element_of(tag);
    if (own.valid() && laid_out_.tags[own.index()].role == Role::Link) return own;
    if (!link.valid() || link.index() >= link_elements_.size()) return {};
    return link_elements_[link.index()];
}

/// Elements that show nothing, such as empty cells, still count as children. Where an element
/// has content of its own, children stand where they appear in it; elsewhere in tag order.
void StructureTree::link_rest() {
    for (std::size_t i = 1; i < elements_.size(); ++i) {
        if (!elements_[i].artifact) link_to_parent(TagId::at(i));
    }
    for (Element& element : elements_) {
        if (element.has_content) continue;
        const auto rank = [this](const Kid& kid) {
            return kid.kind == Kid::Kind::Element ? elements_[kid.number].rank : UINT32_MAX;
        };
        std::stable_sort(element.kids.begin(), element.kids.end(),
                         [&](const Kid& a, const Kid& b) { return rank(a) < rank(b); });
    }
}

// ---- writing ------------------------------------------------------------------------------

void StructureTree::append_kids(std::string& out, const Element& element,
                                std::uint32_t own_page, const std::vector<Dict>& pages) const {
    out += '[';
    for (const Kid& kid : element.kids) {
        if (out.back() != '[') out += ' ';
        switch (kid.kind) {
            case Kid::Kind::Element:
                append_ref(out, elements_[kid.number].dict.ref());
                break;
            case Kid::Kind::Content:
                if (kid.page == own_page) {
                    append_integer(out, kid.number);
                    break;
                }
                out += "<</Type/MCR/Pg ";
                append_ref(out, pages[kid.page].ref());
                out += "/MCID ";
                append_integer(out, kid.number);
                out += ">>";
                break;
            case Kid::Kind::Annotation:
                out += "<</Type/OBJR/Pg ";
                append_ref(out, pages[kid.page].ref());
                out += "/Obj ";
                append_ref(out, Ref{kid.number});
                out += ">>";
                break;
        }
    }
    out += ']';
}

void StructureTree::write_element(TagId id, Dict root, const std::vector<Dict>& pages) {
    Element& element = elements_[id.index()];
    element.dict.name("S", type(id));  // /Type may be left out (table 323)
    element.dict.reference("P",
                           id.index() == 0 ? root : elements_[element.parent.index()].dict);
    const auto first =
        std::find_if(element.kids.begin(), element.kids.end(),
                     [](const Kid& kid) { return kid.kind == Kid::Kind::Content; });
    std::uint32_t own_page = UINT32_MAX;
    if (first != element.kids.end()) {
        own_page = first->page;
        element.dict.reference("Pg", pages[own_page]);
    }
    std::string kids;
    append_kids(kids, element, own_page, pages);
    if (kids.size() > 2) element.dict.raw("K", kids);
    if (!is_added(id)) return describe(id);
    if (element.column_span > 1) {
        element.dict.raw("A",
                         "<</O/Table/ColSpan " + std::to_string(element.column_span) + ">>");
    }
}

/// What an element's tag says of it.
void StructureTree::describe(TagId id) {
    Element& element = elements_[id.index()];
    const Tag& tag = laid_out_.tags[id.index()];
    if (is_language_tag(tag.lang)) element.dict.text("Lang", tag.lang);
    if (!tag.alternative.empty()) element.dict.text("Alt", tag.alternative);
    if (tag.role == Role::Note) {
        // ISO 14289-1, 7.9: notes have identifiers.
        element.dict.bytes("ID", "note-" + std::to_string(id.index()));
    }
    const std::string attributes = element_attributes(laid_out_.tags, facts_, id, element.box);
    if (!attributes.empty()) element.dict.raw("A", attributes);
}

/// Number tree (7.9.7) from page numbers to the elements of their MCIDs, then from annotations
/// to their elements.
std::string StructureTree::parent_tree() const {
    std::string out = "[";
    const auto element_ref = [&](TagId id) {
        append_ref(out, elements_[id.index()].dict.ref());
    };
    for (std::size_t page = 0; page < contents_.size(); ++page) {
        append_integer(out, static_cast<std::int64_t>(page));
        out += '[';
        for (const TagId owner : contents_[page]) {
            if (out.back() != '[') out += ' ';
            element_ref(owner);
        }
        out += "]\n";
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
        append_integer(out, static_cast<std::int64_t>(contents_.size() + i));
        out += ' ';
        element_ref(annotations_[i]);
        out += '\n';
    }
    return out + "]";
}

Dict StructureTree::write(const std::vector<Dict>& pages) {
    Dict root = document_.make_dict();
    link_rest();
    std::map<std::string, Ref> notes;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i].artifact) continue;
        write_element(TagId::at(i), root, pages);
        if (i < laid_out_.tags.size() && laid_out_.tags[i].role == Role::Note) {
            notes["note-" + std::to_string(i)] = elements_[i].dict.ref();
        }
    }
    Dict numbers = document_.make_dict().raw("Nums", parent_tree());
    root.name("Type", "StructTreeRoot")
        .reference("K", elements_.front().dict)
        .reference("ParentTree", numbers)
        .integer("ParentTreeNextKey",
                 static_cast<std::int64_t>(contents_.size() + annotations_.size()));
    if (!notes.empty()) {
        std::string names = "[";
        for (const auto& [name, ref] : notes) {
            append_hex_string(names, name);
            append_ref(names, ref);
        }
        root.reference("IDTree", document_.make_dict().raw("Names", names + "]"));
    }
    return root;
}

}  // namespace cvtex::pdf
