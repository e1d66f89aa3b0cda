#include "export/page_css.hpp"

#include <algorithm>
#include <array>

namespace cvtex::exporting {
namespace {

constexpr int kDecimals = 3;

void declare(std::string& css, std::string_view property, const std::string& value) {
    css.append(property).append(":").append(value).append(";");
}

/// "Noto Serif CJK" means a face for each language; what other systems call theirs follows.
struct CjkFaces {
    std::string_view lang, region, song, hei;
};

constexpr std::array<CjkFaces, 5> kCjkFaces{{
    {"zh-TW", "TC", "\"Songti TC\",PMingLiU", "\"PingFang TC\",\"Microsoft JhengHei\""},
    {"zh-HK", "HK", "\"Songti TC\",PMingLiU", "\"PingFang HK\",\"Microsoft JhengHei\""},
    {"ja", "JP", "\"Hiragino Mincho ProN\",\"Yu Mincho\"",
     "\"Hiragino Sans\",\"Yu Gothic\",Meiryo"},
    {"ko", "KR", "AppleMyungjo,Batang", "\"Apple SD Gothic Neo\",\"Malgun Gothic\""},
    {"", "SC", "\"Songti SC\",SimSun", "\"PingFang SC\",\"Microsoft YaHei\""},
}};

bool has(const std::string& family, std::string_view part) {
    return family.find(part) != std::string::npos;
}

void add_family(std::string& out, std::string_view family) {
    std::string name;
    for (const char c : family) {  // A style file may hold anything.
        if (std::string_view("\"'\\;{}<>\n").find(c) == std::string_view::npos) name += c;
    }
    if (!name.empty()) out += (out.empty() ? "\"" : ",\"") + name + "\"";
}

void add_cjk_family(std::string& out, const std::string& family, const std::string& lang) {
    if (!family.ends_with(" CJK")) return add_family(out, family);
    const auto faces = std::find_if(
        kCjkFaces.begin(), kCjkFaces.end(),
        [&](const CjkFaces& each) { return std::string_view(lang).starts_with(each.lang); });
    const std::string bare = family.substr(0, family.size() - 4);
    add_family(out, family + " " + std::string(faces->region));
    add_family(out, bare + " " + std::string(faces->region));
    out.append(",").append(has(family, "Serif") ? faces->song : faces->hei);
}

std::string font_family(const styles::FontStack& stack, const std::string& lang) {
    std::string out;
    for (const std::string& family : stack.latin) add_family(out, family);
    for (const std::string& family : stack.cjk) add_cjk_family(out, family, lang);
    const auto any = [&](std::string_view part) {
        const auto is = [&](const std::string& family) { return has(family, part); };
        return std::any_of(stack.latin.begin(), stack.latin.end(), is) ||
               std::any_of(stack.cjk.begin(), stack.cjk.end(), is);
    };
    const char* generic = any("Mono") ? "monospace" : any("Serif") ? "serif" : "sans-serif";
    return out + (out.empty() ? "" : ",") + generic;
}

}  // namespace

std::string CssClasses::attribute(const std::string& declarations) {
    if (declarations.empty()) return {};
    const auto [found, is_new] = numbers_.emplace(declarations, numbers_.size() + 1);
    const std::string name = "c" + std::to_string(found->second);
    if (is_new) sheet_ += "." + name + "{" + declarations + "}\n";
    return " class=\"" + name + "\"";
}

std::string css_length(Pt length) {
    return length == Pt() ? "0" : format_short(length, kDecimals) + "pt";
}

std::string css_percent(Em fraction) {
    return format_short(fraction.at(Pt::of(100)), kDecimals) + "%";
}

std::string css_color(Color color) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
        text += kDigits[channel >> 4];
        text += kDigits[channel & 15];
    }
    return text;
}

std::string css_border(std::string_view side, const styles::Border& border) {
    return "border-" + std::string(side) + ":" + css_length(border.thickness) + " solid " +
           css_color(border.color) + ";";
}

std::string css_text(const styles::StyledDocument& document, const styles::TextStyle& style) {
    std::string css;
    declare(css, "font-family", font_family(document[style.stack], style.lang));
    declare(css, "font-size", css_length(style.size));
    declare(css, "font-weight", std::to_string(style.weight));
    declare(css, "font-style", style.italic ? "italic" : "normal");
    declare(css, "color", css_color(style.color));
    if (style.letter_spacing != Em())
        declare(css, "letter-spacing", css_length(style.letter_spacing.at(style.size)));
    if (style.baseline_shift != Pt())
        css += "line-height:0;vertical-align:" + css_length(style.baseline_shift) + ";";
    if (style.underline || style.strikethrough) {
        declare(css, "text-decoration",
                std::string(style.underline ? "underline" : "") +
                    (style.strikethrough ? " line-through" : ""));
    }
    if (style.background) declare(css, "background", css_color(*style.background));
    if (style.tabular_digits) declare(css, "font-variant-numeric", "tabular-nums");
    if (style.small_caps) declare(css, "font-variant-caps", "small-caps");
    if (style.code) declare(css, "text-autospace", "no-autospace");
    return css;
}

std::string css_text_align(styles::Align align) {
    switch (align) {
        case styles::Align::Justify:
            return "text-align:justify;";
        case styles::Align::Start:
            return "text-align:start;";
        case styles::Align::Center:
            return "text-align:center;";
        case styles::Align::End:
            return "text-align:end;";
    }
    return {};
}

std::string css_paragraph(const styles::ParagraphStyle& style) {
    std::string css = css_text_align(style.align);
    declare(css, "line-height", css_length(style.leading));
    if (style.indent != Pt()) declare(css, "text-indent", css_length(style.indent));
    if (style.preformatted) declare(css, "white-space", "pre-wrap");
    return css;
}

std::string css_box(const styles::BoxStyle& box) {
    std::string css;
    if (box.space_before != Pt()) declare(css, "margin-top", css_length(box.space_before));
    if (box.space_after != Pt()) declare(css, "margin-bottom", css_length(box.space_after));
    if (box.padding != Insets{}) {
        declare(css, "padding",
                css_length(box.padding.top) + " " + css_length(box.padding.right) + " " +
                    css_length(box.padding.bottom) + " " + css_length(box.padding.left));
    }
    if (box.top) css += css_border("top", *box.top);
    if (box.right) css += css_border("right", *box.right);
    if (box.bottom) css += css_border("bottom", *box.bottom);
    if (box.left) css += css_border("left", *box.left);
    if (box.background) declare(css, "background", css_color(*box.background));
    if (box.float_end) css += "float:right;margin-left:12pt;";
    if (box.width) declare(css, "width", css_length(*box.width));
    if (box.fit_content) declare(css, "width", "fit-content");
    if (box.keep_with_next) css += "break-after:avoid;";
    if (box.keep_together) css += "break-inside:avoid;";
    if (box.break_before) css += "break-before:page;";
    if (box.break_after) css += "break-after:page;";
    return css;
}

std::string css_cell(const styles::RowCell& cell, bool wraps) {
    const std::string basis = cell.width      ? css_length(*cell.width)
                              : cell.fraction ? css_percent(*cell.fraction)
                                              : std::string();
    if (cell.grow > Em{}) {
        const std::string parts = format_short(cell.grow.at(Pt::of(1)), kDecimals);
        const std::string none = wraps ? "var(--basis,0)" : "0";
        return "flex:" + parts + " 1 " + (basis.empty() ? none : basis) + ";min-width:0;";
    }
    if (basis.empty()) return "flex:0 1 auto;";
    // What only keeps the middle of the row in the middle of the page goes on narrow screens.
    if (cell.children.empty()) return "flex:0 0 calc(var(--column,1)*" + basis + ");";
    return (cell.width ? "flex:0 0 " : "flex:0 1 ") + basis + ";";
}

std::string css_rule(const styles::Rule& rule) {
    std::string css = css_border("top", rule.stroke);
    if (!rule.width && !rule.fraction) return css;
    declare(css, "width", rule.width ? css_length(*rule.width) : css_percent(*rule.fraction));
    if (rule.align == styles::Align::Center || rule.align == styles::Align::End)
        declare(css, "margin-left", "auto");
    if (rule.align == styles::Align::Center) declare(css, "margin-right", "auto");
    return css;
}

}  // namespace cvtex::exporting
