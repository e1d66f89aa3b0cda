#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "layout/fit_setting.hpp"
#include "layout/paragraph.hpp"

namespace cvtex::layout {

/// How the paragraphs of one document were broken into lines, for layouts in which only the
/// pages matter: a paragraph that was set before, in the same measure, comes back as lines
/// without text on them. Leading and spaces are no part of what is remembered.
class LineCache {
public:
    /// Paragraphs are known by where they are: `document` must stay in place.
    explicit LineCache(const styles::StyledDocument& document);

    /// Tells what the document's lengths are set to.
    void enter(const Setting& setting);

    [[nodiscard]] std::optional<LineSet> find(const styles::Paragraph& paragraph, Pt measure,
                                              Beside beside);
    void add(const Context& context, const styles::Paragraph& paragraph, Pt measure,
             Beside beside, const LineSet& set);

    [[nodiscard]] std::optional<ContentWidths> find_widths(const styles::Paragraph& paragraph);
    void add_widths(const styles::Paragraph& paragraph, ContentWidths widths);

    /// Overfull lines since `enter`.
    [[nodiscard]] std::size_t overfull() const { return overfull_; }

    /// Where and how a paragraph was last set.
    struct Use {
        const styles::Paragraph* paragraph = nullptr;
        Pt measure;
        Beside beside;
        std::size_t lines = 0;
    };

    /// All that were set since `enter`, in order.
    [[nodiscard]] const std::vector<Use>& uses() const { return uses_; }

private:
    struct CachedLine {
        Pt height;  ///< beyond the leading
        Pt raise;   ///< of the baseline, below where it is in a line of text
        bool overfull = false;
        bool blank = false;
        std::vector<LinkRef> links;  ///< where there are footnotes, which they may lead to
    };

    struct CachedSet {
        Pt measure;
        Beside beside;
        int size = 0;
        Squeeze squeeze = Squeeze::None;
        Pt natural_width;
        std::vector<CachedLine> lines;
    };

    struct CachedWidths {
        int size = 0;
        Squeeze squeeze = Squeeze::None;
        ContentWidths widths;
    };

    struct Entry {
        std::vector<CachedSet> sets;
        std::vector<CachedWidths> widths;
    };

    Entry* entry_of(const styles::Paragraph& paragraph);

    std::unordered_map<const styles::Paragraph*, Entry> entries_;
    Setting setting_;
    std::vector<Use> uses_;
    std::size_t overfull_ = 0;
};

}  // namespace cvtex::layout
