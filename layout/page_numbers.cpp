#include "layout/page_numbers.hpp"

#include <algorithm>
#include <utility>

namespace cvtex::layout {
namespace {

/// Page numbers stand beside the lines of a table of contents: in asides of paragraphs, which
/// may lie in containers.
template <class Visit>
void visit_asides(styles::Blocks& blocks, const Visit& visit) {
    for (styles::Block& block : blocks) {
        if (auto* paragraph = std::get_if<styles::Paragraph>(&block.node)) {
            for (styles::InlineItem& item : paragraph->aside) {
                auto* run = std::get_if<styles::TextRun>(&item);
                if (run && run->page_number) visit(*run);
            }
        } else if (auto* container = std::get_if<styles::Container>(&block.node)) {
            visit_asides(container->children, visit);
        }
    }
}

bool asks_for_page(const styles::Block& block) {
    if (const auto* paragraph = std::get_if<styles::Paragraph>(&block.node)) {
        return std::any_of(paragraph->aside.begin(), paragraph->aside.end(),
                           [](const styles::InlineItem& item) {
                               const auto* run = std::get_if<styles::TextRun>(&item);
                               return run && run->page_number;
                           });
    }
    const auto* container = std::get_if<styles::Container>(&block.node);
    return container &&
           std::any_of(container->children.begin(), container->children.end(), asks_for_page);
}

}  // namespace

AnchorPages find_anchor_pages(const LaidOut& out) {
    AnchorPages pages;
    for (std::size_t i = 0; i < out.pages.size(); ++i) {
        for (const Placed& placed : out.pages[i].items) {
            const auto* anchor = std::get_if<AnchorItem>(&placed.item);
            if (anchor) pages.emplace(anchor->name, i + 1);
        }
    }
    return pages;
}

bool fill_page_numbers(styles::StyledDocument& document, const AnchorPages& pages) {
    bool changed = false;
    visit_asides(document.blocks, [&](styles::TextRun& run) {
        if (!run.link.valid()) return;
        const std::string& destination = document.links[run.link.index()].destination;
        if (!destination.starts_with('#')) return;
        const auto found = pages.find(std::string_view(destination).substr(1));
        if (found == pages.end()) return;
        std::string number = std::to_string(found->second);
        changed = changed || number != run.text;
        run.text = std::move(number);
    });
    return changed;
}

bool has_page_numbers(const styles::StyledDocument& document) {
    return std::any_of(document.blocks.begin(), document.blocks.end(), asks_for_page);
}

}  // namespace cvtex::layout
