#include "styles/context.hpp"

#include <algorithm>

#include "styles/settle.hpp"

namespace cvtex::styles {
namespace {

// However relative sizes multiply, text stays legible and fits a page.
constexpr Pt kSmallestText = Pt::of(4), kLargestText = Pt::of(72);
constexpr Pt kSmallestLeading = Pt::of(3);

std::uint32_t pack(Color color) {
    return (std::uint32_t{color.red} << 16) | (std::uint32_t{color.green} << 8) | color.blue;
}

Context::StyleKey key_of(const TextStyle& style) {
    const unsigned flags = (style.italic ? 1U : 0U) | (style.underline ? 2U : 0U) |
                           (style.strikethrough ? 4U : 0U) | (style.code ? 8U : 0U) |
                           (style.tabular_digits ? 16U : 0U) | (style.small_caps ? 32U : 0U) |
                           (style.bar ? 64U : 0U);
    const std::uint32_t no_background = UINT32_MAX;
    return {style.stack.value,
            style.size.units(),
            style.weight,
            flags,
            pack(style.color),
            style.lang,
            style.letter_spacing.units(),
            style.baseline_shift.units(),
            style.background ? pack(*style.background) : no_background};
}

/// The part of a BCP 47 tag before the first hyphen: "zh" of "zh-TW".
std::string primary_language(const std::string& lang) {
    return lang.substr(0, lang.find('-'));
}

void replace_families(FontStack& stack, const FontStack& by_language) {
    if (!by_language.latin.empty()) stack.latin = by_language.latin;
    if (!by_language.cjk.empty()) stack.cjk = by_language.cjk;
    if (!by_language.fallback.empty()) stack.fallback = by_language.fallback;
}

FontStackId font_stack(Context& context, const std::string& role, const std::string& lang) {
    const auto [at, is_new] = context.stack_ids.try_emplace({role, lang});
    if (!is_new) return at->second;
    FontStack stack;
    if (const auto found = context.sheet.fonts.find(role); found != context.sheet.fonts.end()) {
        stack = found->second.stack;
        for (const std::string& tag : {primary_language(lang), lang}) {
            const auto special = found->second.by_language.find(tag);
            if (special != found->second.by_language.end())
                replace_families(stack, special->second);
        }
    }
    // Languages that share families share a stack.
    const auto same =
        std::find(context.out.font_stacks.begin(), context.out.font_stacks.end(), stack);
    at->second =
        FontStackId::at(static_cast<std::size_t>(same - context.out.font_stacks.begin()));
    if (same == context.out.font_stacks.end()) context.out.font_stacks.push_back(stack);
    return at->second;
}

void set_size(Scope& scope, Pt size) {
    scope.text.size = std::clamp(size, kSmallestText, kLargestText);
}

void apply_text(Context& context, Scope& scope, const TextSheet& sheet) {
    TextStyle& text = scope.text;
    if (sheet.size) set_size(scope, sheet.size->at(text.size));
    if (sheet.weight) text.weight = *sheet.weight;
    if (sheet.italic) text.italic = *sheet.italic;
    if (sheet.letter_spacing) text.letter_spacing = *sheet.letter_spacing;
    if (sheet.underline) text.underline = *sheet.underline;
    if (sheet.tabular_digits) text.tabular_digits = *sheet.tabular_digits;
    if (sheet.background) text.background = color_of(*sheet.background);
    if (sheet.color)
        if (const auto color = color_of(*sheet.color)) text.color = *color;
    if (sheet.font) {
        scope.font_role = sheet.font->name;
        text.stack = font_stack(context, scope.font_role, text.lang);
    }
}

Align resolve(TextAlign align, std::string_view lang) {
    switch (align) {
        case TextAlign::Auto: {
            const std::string_view primary = lang.substr(0, lang.find('-'));
            // Korean breaks between words, as Latin does: full lines would tear them apart.
            const bool squares = primary.empty() || primary == "zh" || primary == "ja";
            return squares ? Align::Justify : Align::Start;
        }
        case TextAlign::Justify:
            return Align::Justify;
        case TextAlign::Start:
            return Align::Start;
        case TextAlign::Center:
            return Align::Center;
        case TextAlign::End:
            return Align::End;
    }
    return Align::Justify;
}

void apply_paragraph(Context& context, Scope& scope, const ParagraphSheet& sheet) {
    ParagraphStyle& paragraph = scope.paragraph;
    paragraph.size = scope.text.size;
    if (sheet.leading) scope.leading = *sheet.leading;
    paragraph.leading = std::max(scope.leading.at(paragraph.size), kSmallestLeading);
    if (sheet.align) paragraph.align = resolve(*sheet.align, context.profile.lang);
    if (sheet.indent) paragraph.indent = sheet.indent->at(paragraph.size);
    if (sheet.hang) paragraph.hang = *sheet.hang;
    if (sheet.punctuation) paragraph.punctuation = *sheet.punctuation;
    if (sheet.gap) paragraph.gap = in_em(*sheet.gap, paragraph.size);
    if (sheet.hyphenate) paragraph.hyphenate = *sheet.hyphenate;
}

}  // namespace

TextStyleId intern(Context& context, const TextStyle& style) {
    const auto [at, is_new] =
        context.style_ids.try_emplace(key_of(style), TextStyleId::at(context.style_ids.size()));
    if (is_new) context.out.text_styles.push_back(style);
    return at->second;
}

Scope body_scope(Context& context) {
    Scope scope;
    scope.text.lang = context.profile.lang.empty() ? "zh-CN" : context.profile.lang;
    scope.text.size = kRootSize;
    scope.leading = Length{{}, Em::of(1.5)};
    return dress(context, std::move(scope), Element::Body);
}

Scope dress(Context& context, Scope scope, Element element) {
    apply_text(context, scope, context.sheet[element].text);
    apply_paragraph(context, scope, context.sheet[element].paragraph);
    return scope;
}

Scope dress(Context& context, Scope scope, const Css& css, std::string_view lang) {
    TextStyle& text = scope.text;
    if (css.font_size) set_size(scope, css.font_size->at(text.size));
    if (css.color) text.color = *css.color;
    if (css.background) text.background = *css.background;
    if (css.weight) text.weight = *css.weight;
    if (css.italic) text.italic = *css.italic;
    if (css.underline) text.underline = *css.underline;
    if (css.strikethrough) text.strikethrough = *css.strikethrough;
    if (css.letter_spacing) text.letter_spacing = *css.letter_spacing;
    if (css.align) scope.paragraph.align = *css.align;
    if (!lang.empty() && lang != text.lang) {
        text.lang = std::string(lang);
        text.stack = font_stack(context, scope.font_role, text.lang);
    }
    apply_paragraph(context, scope, {});
    return scope;
}

std::optional<Color> color_of(const ColorValue& value) {
    const auto* color = std::get_if<Color>(&value.value);
    if (!color) return std::nullopt;
    return *color;
}

std::optional<Border> border_of(const std::optional<BorderValue>& value, Pt size) {
    if (!value) return std::nullopt;
    const Pt thickness = value->thickness.at(size);
    const auto color = color_of(value->color);
    if (thickness <= Pt{} || !color) return std::nullopt;
    return Border{thickness, *color};
}

Em in_em(const Length& length, Pt size) {
    return length.em +
           Em::raw(Pt::raw(Em::kOne).scaled(length.absolute.units(), size.units()).units());
}

Insets insets_of(const Sides& sides, Pt size) {
    return {sides.top.at(size), sides.right.at(size), sides.bottom.at(size),
            sides.left.at(size)};
}

BoxStyle box_of(const Context& context, Element element, Pt size) {
    const BoxSheet& sheet = context.sheet[element].box;
    BoxStyle box;
    if (sheet.space_before) box.space_before = sheet.space_before->at(size);
    if (sheet.space_after) box.space_after = sheet.space_after->at(size);
    if (sheet.padding) box.padding = insets_of(*sheet.padding, size);
    box.top = border_of(sheet.rule_above, size);
    box.right = border_of(sheet.rule_right, size);
    box.bottom = border_of(sheet.rule_below, size);
    box.left = border_of(sheet.rule_left, size);
    if (sheet.background) box.background = color_of(*sheet.background);
    box.keep_with_next = sheet.keep_with_next.value_or(false);
    box.keep_together = sheet.keep_together.value_or(false);
    box.break_before = sheet.break_before.value_or(false);
    box.fit_content = sheet.fit_content.value_or(false);
    box.bleed = sheet.bleed.value_or(false);
    if (sheet.height) box.least_height = sheet.height->at(size);
    return box;
}

}  // namespace cvtex::styles
