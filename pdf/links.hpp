#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "layout/frame.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/structure.hpp"

namespace cvtex::pdf {

/// The URI as PDF wants it (12.6.4.7): ASCII, other bytes and spaces percent-encoded. A bare
/// mail address, `//host` and `www.host` get the scheme they lack. Nothing unless the scheme is
/// http, https, mailto or tel; schemes are compared without case, and control characters are
/// never let through.
[[nodiscard]] std::optional<std::string> safe_uri(std::string_view destination);
/// Whether `destination` is a path without a scheme: it means nothing once the PDF is sent.
[[nodiscard]] bool is_relative(std::string_view destination);

/// Named destinations: `#anchor` links lead to them, and so can links from outside. The first
/// place with a name counts.
class Destinations {
public:
    explicit Destinations(const layout::LaidOut& laid_out);
    [[nodiscard]] bool contains(std::string_view name) const;
    /// The name tree (7.9.6); nothing when there are none.
    [[nodiscard]] std::optional<Dict> write(Document& document,
                                            const std::vector<Dict>& pages) const;

private:
    void add(std::string_view name, std::uint32_t page, Pt y_from_bottom);

    struct Place {
        std::uint32_t page;
        Pt y;
    };

    std::map<std::string, Place, std::less<>> places_;
};

/// `[page /XYZ null y null]`: the place at the window's top, horizontal position and zoom kept.
[[nodiscard]] std::string destination_array(Dict page, Pt y_from_bottom);

/// Where a link leads.
struct LinkTarget {
    std::string uri;   ///< either this
    std::string name;  ///< or this; both empty: nowhere

    [[nodiscard]] bool exists() const { return !uri.empty() || !name.empty(); }
};

/// The target of each of the document's links. Unsafe and relative addresses lead nowhere,
/// which is reported once for each link, and so do names of no destination, which layout has
/// reported.
[[nodiscard]] std::vector<LinkTarget> resolve_links(const layout::LaidOut& laid_out,
                                                    const Destinations& destinations,
                                                    Diagnostics& diagnostics);

/// Whether each of them leads anywhere.
[[nodiscard]] std::vector<bool> leads_anywhere(const std::vector<LinkTarget>& targets);

/// Writes link annotations.
class Links {
public:
    Links(const layout::LaidOut& laid_out, const std::vector<LinkTarget>& targets,
          Document& document, StructureTree& structure)
        : laid_out_(laid_out), targets_(targets), document_(document), structure_(structure) {}

    /// An annotation for the active area `placed` of page number `page`; nothing when the link
    /// leads nowhere.
    [[nodiscard]] std::optional<Dict> annotate(const layout::Placed& placed,
                                               const layout::LinkItem& item,
                                               std::uint32_t page);

    /// Whether every annotation belongs to a link element.
    [[nodiscard]] bool all_tagged() const { return all_tagged_; }

private:
    const layout::LaidOut& laid_out_;
    const std::vector<LinkTarget>& targets_;  ///< by LinkRef
    Document& document_;
    StructureTree& structure_;
    bool all_tagged_ = true;
};

}  // namespace cvtex::pdf
