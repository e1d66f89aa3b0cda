#include "layout/collect.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "layout/bidi.hpp"
#include "layout/block_widths.hpp"
#include "layout/glyph_form.hpp"
#include "layout/white_space.hpp"

namespace cvtex::layout {
namespace {

constexpr char32_t kForcedBreak = U'\u2028';
constexpr char32_t kObject = U'\uFFFC';
constexpr char32_t kWordJoiner = U'\u2060';
/// Icons stand a little below the baseline, so that their middle is that of Han text and of
/// digits, and have a third of an em behind them.
constexpr Em kIconDrop = Em::of(0.12);
constexpr Em kIconGap = Em::of(0.32);

/// Gathers raw characters item by item.
class Collector {
public:
    Collector(Context& context, const styles::InlineItems& items, Pt measure)
        : context_(context), items_(items), measure_(measure) {}

    ParagraphText run() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            item_ = static_cast<std::uint32_t>(i);
            std::visit(overloaded{
                           [&](const styles::TextRun& run) { add_run(run); },
                           [&](const styles::ForcedBreak& forced) { add_break(forced); },
                           [&](const styles::InlineImage& image) { add_image(image); },
                           [&](const styles::InlineIcon& icon) { add_icon(icon); },
                       },
                       items_[i]);
        }
        return std::move(out_);
    }

private:
    void open_span(styles::TextStyleId style, styles::LinkId link) {
        if (!out_.spans.empty() && out_.spans.back().style == style &&
            out_.spans.back().link == link) {
            return;
        }
        const styles::TextStyle& text = context_.document[style];
        if (out_.lang.empty()) out_.lang = text.lang;
        out_.spans.push_back(
            {style, link, region_of(text.lang), text.code, is_english(text.lang)});
    }

    /// The style of text around an item that has none itself.
    [[nodiscard]] styles::TextStyleId nearby_style() const {
        if (!out_.spans.empty()) return out_.spans.back().style;
        for (const styles::InlineItem& item : items_) {
            if (const auto* run = std::get_if<styles::TextRun>(&item)) return run->style;
        }
        return {};
    }

    /// The style of the text that the current item stands before: an icon belongs to it, not
    /// to the bar in front.
    [[nodiscard]] styles::TextStyleId style_of_next() const {
        for (std::size_t i = item_ + 1; i < items_.size(); ++i) {
            if (const auto* run = std::get_if<styles::TextRun>(&items_[i])) return run->style;
        }
        return nearby_style();
    }

    void push(char32_t code, std::size_t offset) {
        Character c;
        c.code = code;
        c.span = static_cast<std::uint32_t>(out_.spans.size() - 1);
        c.item = item_;
        c.offset = static_cast<std::uint32_t>(offset);
        out_.characters.push_back(c);
    }

    void add_text(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decode_utf8(text, at);
            char32_t code = decoded.code_point;
            if (code == U'\u0085' || code == U'\u2029') code = kForcedBreak;
            // U+FFFC stands for an image here; typed by an author it means nothing.
            if (code == kObject) code = U'\uFFFD';
            push(code, at);
            at += std::max<std::uint32_t>(decoded.length, 1);
        }
    }

    void add_run(const styles::TextRun& run) {
        if (run.text.empty()) return;
        open_span(run.style, run.link);
        add_text(run.text);
        out_.source = join(out_.source, run.span);
    }

    void add_break(const styles::ForcedBreak& forced) {
        const styles::TextStyleId style = nearby_style();
        if (!style.valid()) return;
        open_span(style, {});
        push(kForcedBreak, 0);
        out_.source = join(out_.source, forced.span);
    }

    void add_image(const styles::InlineImage& image) {
        const styles::TextStyleId style = image.text.valid() ? image.text : nearby_style();
        out_.source = join(out_.source, image.span);
        const std::optional<ImageId> id =
            context_.images.load(image.path, image.span, context_.diagnostics);
        if (!style.valid() && !id) return;
        if (!id) {
            open_span(style, image.link);
            add_text(image.alternative);
            return;
        }
        open_span(style.valid() ? style : styles::TextStyleId::at(0), image.link);
        const auto at = static_cast<std::uint32_t>(out_.characters.size());
        const styles::PageStyle& page = context_.document.page;
        const Pt room = page.size.height - page.margin.top - page.margin.bottom;
        const Size size = image_size(context_.images.natural_size(*id),
                                     {image.width, image.height}, {measure_, room});
        out_.objects.push_back({at, *id, size, image.link, image.alternative, image.span});
        push(kObject, 0);
    }

    /// An icon and a word joiner, so that no line ends between it and what it stands for.
    void add_icon(const styles::InlineIcon& icon) {
        const styles::TextStyleId style = style_of_next();
        if (!style.valid()) return;
        open_span(style, {});
        const auto at = static_cast<std::uint32_t>(out_.characters.size());
        const Pt drop = kIconDrop.at(icon.size);
        InlineObject object{at, {}, {icon.size + kIconGap.at(icon.size), icon.size - drop},
                            {}, {}, icon.span};
        object.ornament = true;
        if (icon.icon) object.icon = IconItem{*icon.icon, {icon.size, icon.size}, icon.color};
        out_.objects.push_back(std::move(object));
        push(kObject, 0);
        push(kWordJoiner, 0);
        out_.source = join(out_.source, icon.span);
    }

    Context& context_;
    const styles::InlineItems& items_;
    Pt measure_;
    ParagraphText out_;
    std::uint32_t item_ = 0;
};

Span item_span(const styles::InlineItem& item) {
    return std::visit(overloaded{
                          [](const styles::TextRun& run) { return run.span; },
                          [](const styles::ForcedBreak& forced) { return forced.span; },
                          [](const styles::InlineImage& image) { return image.span; },
                          [](const styles::InlineIcon& icon) { return icon.span; },
                      },
                      item);
}

bool is_exact(const styles::InlineItem& item) {
    const auto* run = std::get_if<styles::TextRun>(&item);
    return run != nullptr && run->span.valid() && run->span.size() == run->text.size();
}

/// Writes the text, each character's place in it, and the way back to the source.
void assemble(ParagraphText& paragraph, const styles::InlineItems& items) {
    std::uint32_t expected_item = UINT32_MAX;
    std::uint32_t expected_offset = 0;
    std::size_t object = 0;
    for (std::size_t i = 0; i < paragraph.characters.size(); ++i) {
        Character& c = paragraph.characters[i];
        if (c.code == kForcedBreak) c.code = U'\n';
        c.begin = static_cast<std::uint32_t>(paragraph.text.size());
        if (c.item != expected_item || c.offset != expected_offset) {
            const bool exact = is_exact(items[c.item]);
            Span span = item_span(items[c.item]);
            if (exact) span.begin += c.offset;
            paragraph.pieces.push_back({c.begin, span, exact});
        }
        append_utf8(paragraph.text, c.code);
        expected_item = c.item;
        expected_offset =
            c.offset + static_cast<std::uint32_t>(paragraph.text.size()) - c.begin;
        if (c.code == kObject)
            paragraph.objects[object++].character = static_cast<std::uint32_t>(i);
    }
}

/// Marks that make an emoji of a letter, digit or symbol: VS16, the keycap.
bool makes_emoji(char32_t c) {
    return c == U'\uFE0F' || c == U'\u20E3';
}

/// All characters of a grapheme cluster are set as its first is.
void unify_graphemes(ParagraphText& paragraph) {
    std::vector<Character>& characters = paragraph.characters;
    std::size_t first = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters[i].begin >= end) {
            first = i;
            end = unicode::next_grapheme(paragraph.text, characters[i].begin);
            continue;
        }
        if (characters[i].span != characters[first].span) continue;
        if (makes_emoji(characters[i].code)) characters[first].cls = CharClass::Wide;
        characters[i].form = characters[first].form;
        characters[i].cls = characters[first].cls;
    }
}

void report_no_bidi(Context& context, const ParagraphText& paragraph) {
    constexpr const char* kCode = "right-to-left";
    if (context.diagnostics.count(kCode) > 0) return;
    context.diagnostics.warning(kCode, paragraph.source,
                                "right-to-left text is set left to right without FriBidi",
                                "install the package libfribidi0");
}

}  // namespace

ParagraphText collect(Context& context, const styles::InlineItems& items,
                      const styles::ParagraphStyle& style, Pt measure) {
    ParagraphText paragraph = Collector(context, items, measure).run();
    paragraph.preformatted = style.preformatted;
    std::vector<Region> regions;
    for (const StyleSpan& span : paragraph.spans) regions.push_back(span.region);
    resolve_forms(paragraph.characters, regions);
    for (Character& c : paragraph.characters) {
        c.cls = char_class(c.code, c.form);
    }
    if (style.preformatted) {
        expand_tabs(paragraph.characters);
    } else {
        resolve_white_space(paragraph.characters);
    }
    assemble(paragraph, items);
    unify_graphemes(paragraph);
    classify_in_context(paragraph.characters);
    decide_space_fates(paragraph);
    if (!resolve_directions(paragraph)) report_no_bidi(context, paragraph);
    return paragraph;
}

Span source_span(const ParagraphText& paragraph, std::uint32_t begin, std::uint32_t end) {
    const auto piece_at = [&](std::uint32_t at) {
        const auto next = std::upper_bound(paragraph.pieces.begin(), paragraph.pieces.end(), at,
                                           [](std::uint32_t offset, const SourcePiece& piece) {
                                               return offset < piece.begin;
                                           });
        return next == paragraph.pieces.begin() ? next : std::prev(next);
    };
    if (paragraph.pieces.empty()) return paragraph.source;
    const auto first = piece_at(begin);
    const auto last = piece_at(end > begin ? end - 1 : begin);
    Span result = first->span;
    if (first->exact) result.begin = first->span.begin + (begin - first->begin);
    result.end = last->exact ? last->span.begin + (end - last->begin) : last->span.end;
    if (result.end < result.begin) result.end = result.begin;
    return result;
}

}  // namespace cvtex::layout
