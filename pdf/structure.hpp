#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/frame.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/structure_attributes.hpp"

namespace cvtex::pdf {

/// The structure tree (14.7): elements for the layout's tags, with the marked content and the
/// annotations that belong to each. Headings outside quotations and tables open sections, which
/// nest by level; rows of tables that are too short are filled up; links inside the document
/// are references. Only standard types (14.8.4) are written.
class StructureTree {
public:
    /// `leads[i]`: whether link i leads anywhere. Those that don't are text like any other.
    StructureTree(const layout::LaidOut& laid_out, const std::vector<bool>& leads,
                  Document& document);

    /// Whether there is a tree at all; without one nothing is tagged.
    [[nodiscard]] bool exists() const { return !elements_.empty(); }

    /// The element that content placed with `tag` belongs to; invalid for artifacts. Figures
    /// without a description are decoration, and so artifacts.
    [[nodiscard]] layout::TagId element_of(layout::TagId tag) const;
    [[nodiscard]] std::string_view type(layout::TagId element) const;

    /// A new marked-content sequence of `element` on page number `page`.
    [[nodiscard]] std::int64_t add_content(layout::TagId element, std::uint32_t page);
    /// Puts `annotation` under `element` and returns its /StructParent key. Elements are links;
    /// see `link_element`.
    [[nodiscard]] std::int64_t add_annotation(layout::TagId element, std::uint32_t page,
                                              Dict annotation);

    /// Tells the tree a piece of the text of `element`.
    void note_text(layout::TagId element, std::string_view text) {
        pdf::note_text(laid_out_.tags, element, text, facts_);
    }

    /// States where figure `element` stands, in PDF's coordinates (14.8.5.4.3).
    void set_box(layout::TagId element, const std::string& box);
    /// The link element for an active area of `link` placed with `tag`; invalid if there is
    /// none.
    [[nodiscard]] layout::TagId link_element(layout::TagId tag, layout::LinkRef link) const;

    /// Writes the tree and its parent tree, and returns its root. `pages` are the page objects.
    [[nodiscard]] Dict write(const std::vector<Dict>& pages);

private:
    /// A child in reading order: an element, a marked-content sequence or an annotation.
    struct Kid {
        enum class Kind : std::uint8_t { Element, Content, Annotation } kind;
        std::uint32_t page = 0;
        std::uint32_t number = 0;  ///< tag, MCID or object number
    };

    struct Element {
        Dict dict;
        layout::TagId parent;
        std::uint32_t rank = 0;  ///< place in reading order: its tag, a section's heading
        std::string_view type;   ///< of an element that no tag stands for
        int column_span = 1;     ///< likewise
        bool artifact = false;
        bool dead_link = false;
        bool linked = false;  ///< is among its parent's kids
        bool has_content = false;
        std::string box;  ///< of a figure
        std::vector<Kid> kids;
    };

    void add_sections();
    void add_padding();
    void add_references();
    [[nodiscard]] layout::TagId add_element(std::string_view type, layout::TagId parent,
                                            std::size_t rank);
    void link_to_parent(layout::TagId element);
    void link_rest();
    void write_element(layout::TagId id, Dict root, const std::vector<Dict>& pages);
    void describe(layout::TagId id);

    /// Whether the element is of our making: a section, a cell that a row lacks, a reference.
    [[nodiscard]] bool is_added(layout::TagId id) const {
        return id.index() >= laid_out_.tags.size();
    }

    void append_kids(std::string& out, const Element& element, std::uint32_t own_page,
                     const std::vector<Dict>& pages) const;
    [[nodiscard]] std::string parent_tree() const;

    const layout::LaidOut& laid_out_;
    Document& document_;
    std::vector<Element> elements_;                     ///< as LaidOut::tags, then added ones
    std::vector<TagFacts> facts_;                       ///< parallel to LaidOut::tags
    std::vector<layout::TagId> link_elements_;          ///< by LinkRef: the first one
    std::vector<std::vector<layout::TagId>> contents_;  ///< by page: the element of each MCID
    std::vector<layout::TagId> annotations_;            ///< the element of each
};

}  // namespace cvtex::pdf
