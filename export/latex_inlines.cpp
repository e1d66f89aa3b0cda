#include <algorithm>
#include <array>

#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "export/html_escape.hpp"
#include "export/latex_escape.hpp"
#include "export/latex_writer.hpp"
#include "export/soft_break.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

/// From this weight on text is bold.
constexpr int kBold = 600;

/// Pictures that XeTeX can set, by names that its reader can take.
bool is_usable(const std::string& path) {
    constexpr std::array<std::string_view, 5> kKinds{".png", ".jpg", ".jpeg", ".pdf", ".bmp"};
    std::string lower = path;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    const bool known = std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) {
        return lower.ends_with(kind);
    });
    return known && path.find("://") == std::string::npos &&
           path.find_first_of("\\{}%#~^&$_\"\n\r\t,=[]") == std::string::npos;
}

const TextStyle* first_style(const StyledDocument& document, const InlineItems& items) {
    for (const InlineItem& item : items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run != nullptr && !run->text.empty()) return &document[run->style];
    }
    return nullptr;
}

/// A break that no bracket or star behind it changes.
constexpr std::string_view kBreak = "\\\\{}\n";

}  // namespace

std::string LatexWriter::inlines(const InlineItems& items, bool bold) {
    last_ = 0;
    soft_break_ = false;
    std::string out;
    const TextStyle* base = first_style(document_, items);
    TextStyle plain = base != nullptr ? *base : TextStyle{};
    plain.weight = bold ? kBold : 400;
    for (const InlineItem& item : items) {
        std::visit(overloaded{
                       [&](const TextRun& node) { run(node, plain, out); },
                       [&](const ForcedBreak&) {
                           // A break needs a line before it.
                           out += out.empty() || out.ends_with(kBreak) ? "\\mbox{}" : "";
                           out += kBreak;
                           last_ = 0;
                           soft_break_ = false;
                       },
                       [&](const InlineImage& node) {
                           std::string size;
                           if (node.height)
                               size = "height=" + format_short(*node.height, 3) + "bp";
                           out += picture(node.path, node.alternative, size);
                       },
                       [](const InlineIcon&) {},  // an ornament: the word beside it says it
                   },
                   item);
    }
    while (out.ends_with(kBreak)) out.resize(out.size() - kBreak.size());
    return out;
}

/// Each run is dressed by itself, so that every brace closes where it opened.
void LatexWriter::run(const TextRun& run, const TextStyle& base, std::string& out) {
    if (run.text.empty() || run.page_number) return;  // the pages are LaTeX's own
    const TextStyle& style = document_[run.style];
    if (style.bar) {
        out += " \\quad\\textbar\\quad{} ";
        last_ = ' ';
        return;
    }
    std::string close;
    const auto open = [&](const std::string& command) {
        out += command + "{";
        close += "}";
    };
    if (run.link.valid()) {
        const LinkTarget& target = document_[run.link];
        if (target.note.valid()) return note_mark(target.note, out);
        const bool inside = target.destination.starts_with('#');
        const std::string anchor = target.destination.substr(inside ? 1 : 0);
        if (inside && anchors_.contains(anchor)) {
            open("\\hyperlink{" + latex_anchor(anchor) + "}");
        } else if (!inside && !target.destination.empty() && is_inert_url(target.destination)) {
            out += "\\href{";
            escape_latex_url(out, target.destination);
            out += "}{";
            close += "}";
        }
    }
    if (style.weight >= kBold && base.weight < kBold) open("\\textbf");
    if (style.weight < kBold && base.weight >= kBold) open("\\textmd");
    if (style.italic && !base.italic) open("\\textit");
    if (style.code) open("\\texttt");
    if (style.small_caps) open("\\textsc");
    if (style.baseline_shift > Pt()) open("\\textsuperscript");
    if (style.baseline_shift < Pt()) open("\\textsubscript");
    if (style.underline) open("\\CJKunderline");
    if (style.strikethrough) open("\\CJKsout");
    text(run.text, style, out);
    out += close;
}

void LatexWriter::text(std::string_view words, const TextStyle& style, std::string& out) {
    if (style.code) {
        // Line ends inside are spaces already or belong to code blocks, which part their lines.
        std::string flat(words);
        std::replace(flat.begin(), flat.end(), '\n', ' ');
        last_ = 'x';
        return escape_latex(out, flat);
    }
    std::size_t plain = 0;
    for (std::size_t at = 0; at < words.size();) {
        const Decoded c = decode_utf8(words, at);
        if (c.code_point == '\n') {
            escape_latex(out, words.substr(plain, at - plain));
            plain = at + 1;
            soft_break_ = true;
        } else {
            if (soft_break_ && last_ != 0 && !joins_without_space(last_, c.code_point))
                out += '\n';
            soft_break_ = false;
            last_ = c.code_point;
        }
        at += c.length;
    }
    escape_latex(out, words.substr(plain));
}

void LatexWriter::note_mark(NoteId note, std::string& out) {
    out += "\\footnotemark[" + std::to_string(note.index() + 1) + "]";
    if (noted_.insert(note.value).second) notes_due_.push_back(note);
    last_ = 'x';
}

std::string LatexWriter::picture(const std::string& path, const std::string& alternative,
                                 const std::string& size) const {
    std::string shown;
    escape_latex(shown, alternative);
    if (!is_usable(path)) return shown;
    return "\\cvpicture{" + size + "}{" + path + "}{" + shown + "}";
}

}  // namespace cvtex::exporting
