#include <algorithm>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "export/html_escape.hpp"
#include "export/page_writer.hpp"
#include "export/picture_type.hpp"
#include "export/soft_break.hpp"
#include "styles/icon_drawing.hpp"

namespace cvtex::exporting {

using namespace styles;

const TextStyle* PageWriter::base_of(const InlineItems& items) const {
    for (const InlineItem& item : items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run != nullptr && !run->text.empty()) return &document_[run->style];
    }
    return nullptr;
}

void PageWriter::lang(const std::string& tag, const std::string& around) {
    if (tag.empty() || tag == around) return;
    out_ += " lang=\"";
    escape_html(out_, tag);
    out_ += '"';
}

void PageWriter::inlines(const InlineItems& items, const TextStyle* base, bool preformatted) {
    last_ = 0;
    soft_break_ = false;
    for (const InlineItem& item : items) {
        std::visit(overloaded{
                       [&](const TextRun& node) { run(node, base, preformatted); },
                       [&](const ForcedBreak&) {
                           out_ += "<br>";
                           last_ = 0;
                           soft_break_ = false;
                       },
                       [&](const InlineImage& node) { inline_image(node); },
                       [&](const InlineIcon& node) { icon(node); },
                   },
                   item);
    }
}

bool PageWriter::open_link(LinkId link) {
    if (!link.valid()) return false;
    const LinkTarget& target = document_[link];
    if (target.destination.empty() || !is_inert_url(target.destination)) return false;
    out_ += "<a";
    // The note's number leads back to its first mark.
    if (target.note.valid() && marked_.insert(target.note.value).second) {
        out_ += " id=\"";
        escape_html(out_, document_.notes[target.note.index()].mark_anchor);
        out_ += '"';
    }
    out_ += " href=\"";
    escape_url(out_, target.destination);
    if (!target.title.empty()) {
        out_ += "\" title=\"";
        escape_html(out_, target.title);
    }
    out_ += "\">";
    return true;
}

std::string css_slant(const TextStyle& style, std::string_view text) {
    // Faces without italics: browsers may slant Latin text, but never Han (TYPOGRAPHY §11).
    const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    const bool latin = unicode::display_width(text) + breaks == count_code_points(text);
    return style.italic && latin ? "font-synthesis:weight style;" : std::string();
}

void PageWriter::run(const TextRun& run, const TextStyle* base, bool preformatted) {
    if (run.text.empty() || run.page_number) return;  // a page on a screen has none
    const TextStyle& style = document_[run.style];
    const bool linked = open_link(run.link);
    const bool dressed = base == nullptr || !(style == *base);
    if (style.bar) {
        // Drawn, not read: between details set side by side.
        out_ += "<span aria-hidden=\"true\"" +
                classes_.attribute(css_text(document_, style) + "letter-spacing:0;") +
                ">&#8194;|&#8194;</span>";
    } else if (dressed) {
        const char* tag = style.code ? "code" : "span";
        out_ += std::string("<") + tag +
                classes_.attribute(css_text(document_, style) + css_slant(style, run.text));
        lang(style.lang, base == nullptr ? document_.metadata.lang : base->lang);
        out_ += '>';
        text(run.text, preformatted);
        out_ += std::string("</") + tag + ">";
    } else {
        text(run.text, preformatted);
    }
    if (linked) out_ += "</a>";
}

/// Line ends of the source become nothing or a space by their neighbours. Addresses may break
/// behind slashes: else the line before them is torn apart.
void PageWriter::text(std::string_view words, bool preformatted) {
    if (preformatted) return escape_html(out_, words);
    const std::size_t scheme = words.find("://");
    for (std::size_t at = 0; at < words.size();) {
        const Decoded c = decode_utf8(words, at);
        if (c.code_point == '\n') {
            soft_break_ = true;
        } else {
            if (soft_break_ && last_ != 0 && last_ != ' ' && c.code_point != ' ' &&
                !joins_without_space(last_, c.code_point))
                out_ += ' ';
            soft_break_ = false;
            escape_html(out_, words.substr(at, c.length));
            if (c.code_point == '/' && scheme < at && at > scheme + 2 && at + 1 < words.size())
                out_ += "<wbr>";
            last_ = c.code_point;
        }
        at += c.length;
    }
}

/// An ornament: the words beside it say what it is.
void PageWriter::icon(const InlineIcon& icon) {
    constexpr Em kGap = Em::of(0.32), kDrop = Em::of(0.12);
    const std::string side = css_length(icon.size);
    out_ += "<svg" +
            classes_.attribute("width:" + side + ";height:" + side +
                               ";margin-right:" + css_length(kGap.at(icon.size)) +
                               ";vertical-align:-" + css_length(kDrop.at(icon.size)) +
                               ";color:" + css_color(icon.color) +
                               ";fill:none;stroke:currentColor;stroke-linecap:round;"
                               "stroke-linejoin:round;stroke-width:" +
                               format_short(Pt::of(kIconStroke), 2) + ";") +
            " viewBox=\"0 0 24 24\" aria-hidden=\"true\">";
    for (const SvgPath& path : icon.icon ? svg_paths(*icon.icon) : std::vector<SvgPath>{})
        out_ += "<path" +
                std::string(path.filled ? " fill=\"currentColor\" stroke=\"none\"" : "") +
                " d=\"" + path.data + "\"/>";
    out_ += "</svg>";
}

void PageWriter::inline_image(const InlineImage& image) {
    const bool linked = open_link(image.link);
    std::string css;
    if (image.width) css += "width:" + css_length(*image.width) + ";";
    if (image.height) css += "height:" + css_length(*image.height) + ";";
    picture(image.path, image.alternative, css, image.span);
    if (linked) out_ += "</a>";
}

void PageWriter::picture(const std::string& path, const std::string& alternative,
                         const std::string& css, Span span) {
    const Result<std::string> bytes = read_picture_(path);
    const std::string_view type = bytes ? picture_type(*bytes) : std::string_view();
    if (type.empty()) {
        diagnostics_.warning(
            "image-unreadable", span,
            "image “" + path + "” is left out: " +
                (bytes ? "not a picture that browsers show" : bytes.error().message),
            bytes ? "use PNG, JPEG, WebP, GIF or SVG" : bytes.error().hint);
        escape_html(out_, alternative);
        return;
    }
    out_ += "<img" + classes_.attribute(css) + " alt=\"";
    escape_html(out_, alternative);
    out_ += "\" src=\"";
    append_data_url(out_, type, *bytes);
    out_ += "\">";
}

}  // namespace cvtex::exporting
