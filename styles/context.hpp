#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "profile/profile.hpp"
#include "profile/section_kinds.hpp"
#include "styles/css.hpp"
#include "styles/sheet.hpp"
#include "styles/styled.hpp"

/// What the passes of this folder share while one document is dressed.
namespace cvtex::styles {

/// Properties that are inherited down the tree.
struct Scope {
    TextStyle text;
    ParagraphStyle paragraph;
    Length leading;         ///< `paragraph.leading` as the style says it
    std::string font_role;  ///< of `text.stack`
    LinkId link;
    int list_depth = 0;
    bool subdued = false;  ///< set off as a whole: emphasis and links are as the text around
};

/// Footnotes in the order of their first mention.
struct Footnotes {
    std::map<std::string, const ast::Blocks*> definitions;
    std::vector<std::string> in_source_order;
    std::map<std::string, std::size_t> numbers;  ///< from 1
    std::vector<std::string> order;
};

/// A heading, for the table of contents.
struct ContentsEntry {
    int level = 0;  ///< as it is dressed: 2 for sections
    std::string text;
    std::string anchor;
    Span span;
};

struct Context {
    const profile::Profile& profile;
    const Sheet& sheet;
    Diagnostics& diagnostics;
    StyledDocument& out;
    Footnotes footnotes;
    /// Several level-1 headings: they are the document's sections, not its title.
    bool has_several_titles = false;
    /// Added to a heading's level to find its dress, so that the uppermost headings below the
    /// title are sections whatever level they were written at.
    int heading_shift = 0;

    /// What the lines of the header are set in: less than the text's measure beside a photo.
    Pt header_measure;

    std::set<std::string> anchors;  ///< of the headings set so far

    using StyleKey = std::tuple<std::uint32_t, std::int64_t, int, unsigned, std::uint32_t,
                                std::string, std::int64_t, std::int64_t, std::uint32_t>;
    std::map<StyleKey, TextStyleId> style_ids;
    std::map<std::pair<std::string, std::string>, FontStackId> stack_ids;

    /// What the section being set is about.
    profile::SectionKind section = profile::SectionKind::Generic;
    bool in_side = false;  ///< what is set stands in the side column
    bool numbers_headings = false;
    std::array<int, 3> heading_numbers = {};   ///< of dressed levels 2–4, so far
    std::vector<ContentsEntry> contents = {};  ///< the headings set so far
    std::vector<profile::Entry> entries = {};  ///< as recognised, for forms
    bool takes_remote_images = false;          ///< whoever reads images fetches them
};

/// While it lives, the style is that of the side column. The text's scope goes with it.
class SideDress {
public:
    SideDress(Sheet& sheet, Sheet& side) : sheet_(sheet), side_(side) {
        std::swap(sheet_, side_);
    }

    ~SideDress() { std::swap(sheet_, side_); }

    SideDress(const SideDress&) = delete;
    SideDress& operator=(const SideDress&) = delete;

private:
    Sheet& sheet_;
    Sheet& side_;
};

/// The id of `style`, made when it is new.
[[nodiscard]] TextStyleId intern(Context& context, const TextStyle& style);

/// The scope of running text at the top of the document.
[[nodiscard]] Scope body_scope(Context& context);

/// `scope` dressed as `element`.
[[nodiscard]] Scope dress(Context& context, Scope scope, Element element);
/// `scope` with what `css` asks of text, and the language `lang` unless it is empty.
[[nodiscard]] Scope dress(Context& context, Scope scope, const Css& css, std::string_view lang);

/// Space, padding and rules of `element` around text of `size`.
[[nodiscard]] BoxStyle box_of(const Context& context, Element element, Pt size);

/// The colour a settled value stands for.
[[nodiscard]] std::optional<Color> color_of(const ColorValue& value);
[[nodiscard]] std::optional<Border> border_of(const std::optional<BorderValue>& value, Pt size);
/// `length` as a part of the font size.
[[nodiscard]] Em in_em(const Length& length, Pt size);
[[nodiscard]] Insets insets_of(const Sides& sides, Pt size);

}  // namespace cvtex::styles
