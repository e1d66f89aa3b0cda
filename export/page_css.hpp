#pragma once

#include <map>
#include <string>
#include <string_view>

#include "styles/styled.hpp"

/// The properties of a styled document as CSS.
namespace cvtex::exporting {

/// Declarations that occur once or often get one class each, named in the order of their first
/// use.
class CssClasses {
public:
    /// ` class="c7"` for `declarations`; nothing when there are none.
    [[nodiscard]] std::string attribute(const std::string& declarations);

    [[nodiscard]] const std::string& sheet() const { return sheet_; }

private:
    std::map<std::string, std::size_t> numbers_;
    std::string sheet_;
};

/// "12.5pt".
[[nodiscard]] std::string css_length(Pt length);
/// "50%" for half.
[[nodiscard]] std::string css_percent(Em fraction);
[[nodiscard]] std::string css_color(Color color);
[[nodiscard]] std::string css_border(std::string_view side, const styles::Border& border);
[[nodiscard]] std::string css_text(const styles::StyledDocument& document,
                                   const styles::TextStyle& style);
[[nodiscard]] std::string css_paragraph(const styles::ParagraphStyle& style);
/// Space, padding, borders and breaks of a block.
[[nodiscard]] std::string css_box(const styles::BoxStyle& box);
[[nodiscard]] std::string css_text_align(styles::Align align);
/// How wide a cell of a row is among the others (CSS Flexible Box Layout §7). `wraps`: on
/// narrow screens cells go below each other, which their content decides.
[[nodiscard]] std::string css_cell(const styles::RowCell& cell, bool wraps);
/// A rule's stroke, its width and where it stands.
[[nodiscard]] std::string css_rule(const styles::Rule& rule);

}  // namespace cvtex::exporting
