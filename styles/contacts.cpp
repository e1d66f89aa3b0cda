#include "styles/contacts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "styles/contact_icons.hpp"
#include "styles/inlines.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

/// Between details that cvtex itself sets side by side: an em space with a bar drawn in it, so
/// that the text holds nothing that nobody wrote.
constexpr std::string_view kSeparator = "\u2003";
/// Its width with the letter-spacing that styles give it, for estimates.
constexpr Em kSeparatorWidth = Em::of(1.6);

/// Where separators of contact details stand in `items`: `|` and its kin with the white space
/// around, in order.
struct Separator {
    std::size_t begin = 0, end = 0;       ///< bytes of the text
    std::size_t mark = 0, mark_size = 0;  ///< the bar itself

    [[nodiscard]] bool is_spaced() const { return begin < mark && mark + mark_size < end; }
};

/// The separators of `items` that are one of `signs`.
std::vector<Separator> find_signs(const InlineItems& items,
                                  std::span<const std::string_view> signs) {
    std::string text;
    for (const InlineItem& item : items)
        if (const auto* run = std::get_if<TextRun>(&item)) text += run->text;
    const auto is_space = [&](std::size_t at) { return text[at] == ' '; };
    std::vector<Separator> found;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view sign : signs) {
            if (!std::string_view(text).substr(at).starts_with(sign)) continue;
            std::size_t begin = at, end = at + sign.size();
            while (begin > 0 && is_space(begin - 1)) --begin;
            while (end < text.size() && is_space(end)) ++end;
            found.push_back({begin, end, at, sign.size()});
        }
    return found;
}

std::vector<Separator> find_separators(const InlineItems& items) {
    static constexpr std::array<std::string_view, 4> kBars{"|", "｜", "丨", "│"};
    return find_signs(items, kBars);
}

/// Bars, and middle dots with spaces around: what no line ends with where details stand on
/// lines of their own.
std::vector<Separator> find_line_ends(const InlineItems& items) {
    static constexpr std::array<std::string_view, 3> kDots{"·", "•", "・"};
    std::vector<Separator> found = find_separators(items);
    for (const Separator& dot : find_signs(items, kDots))
        if (dot.is_spaced()) found.push_back(dot);
    std::sort(found.begin(), found.end(),
              [](const Separator& a, const Separator& b) { return a.begin < b.begin; });
    return found;
}

void drop_letter_spacing(Context& context, InlineItem& item) {
    auto* run = std::get_if<TextRun>(&item);
    if (!run) return;
    TextStyle style = context.out[run->style];
    style.letter_spacing = {};
    run->style = intern(context, style);
}

/// Dresses the separators. The text stays what it is.
void dress_separators(Context& context, InlineItems& items, const Scope& scope) {
    for (const Separator& separator : find_separators(items)) {
        const std::size_t first = split_at(items, separator.begin);
        const std::size_t last = split_at(items, separator.end);
        redress(context, items, first, last, scope, Element::HeaderSeparator);
        if (!separator.is_spaced()) continue;
        // Spaces are wider by the letter-spacing; behind the bar it would count twice.
        const std::size_t mark = split_at(items, separator.mark);
        const std::size_t after = split_at(items, separator.mark + separator.mark_size);
        for (std::size_t i = mark; i < after; ++i) drop_letter_spacing(context, items[i]);
    }
}

/// Puts what stands between `separators` on lines of its own; they go.
void break_at(InlineItems& items, const std::vector<Separator>& separators) {
    for (auto at = separators.rbegin(); at != separators.rend(); ++at) {
        const std::size_t first = split_at(items, at->begin);
        const std::size_t last = split_at(items, at->end);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(first),
                    items.begin() + static_cast<std::ptrdiff_t>(last));
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(first), ForcedBreak{});
    }
}

bool stands_in_lines(const Context& context) {
    const HeaderArrangement arrangement = context.sheet.header.arrangement;
    return arrangement == HeaderArrangement::Split || arrangement == HeaderArrangement::Lines;
}

/// Where some lines of details begin with an icon, gives the others the room of one, so that
/// all begin alike.
void align_lines(InlineItems& items) {
    const auto icon = std::find_if(items.begin(), items.end(), [](const InlineItem& item) {
        return std::holds_alternative<InlineIcon>(item);
    });
    if (icon == items.end()) return;
    InlineIcon room = std::get<InlineIcon>(*icon);
    room.icon.reset();
    bool starts = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (starts && std::holds_alternative<TextRun>(items[i])) {
            room.span = std::get<TextRun>(items[i]).span;
            items.insert(items.begin() + static_cast<std::ptrdiff_t>(i++), room);
        }
        starts = std::holds_alternative<ForcedBreak>(items[i]);
    }
}

/// One detail of several side by side.
struct Piece {
    InlineItems content;
    Span span;
    bool starts_line = false;  ///< the author wants it on a line of its own or the first of one
};

/// Parts details of known widths into as few lines of even length as they need.
class LineFiller {
public:
    LineFiller(Pt total, Pt measure)
        : measure_(measure),
          lines_(total.units() / std::max(measure.units(), std::int64_t{1}) + 1),
          even_(total / lines_) {}

    /// Whether the next detail, `width` wide, begins a line; it does when `wanted`, unless it
    /// is the first.
    [[nodiscard]] bool breaks(Pt width, bool wanted = false) {
        // A piece goes to the line where more than half of it belongs.
        const bool even = lines_ > 1 && used_ + width / 2 > even_;
        const bool breaks = used_ > Pt{} && (wanted || even || used_ + width > measure_);
        if (breaks) {
            used_ = {};
            --lines_;
        }
        used_ += width;
        return breaks;
    }

private:
    Pt measure_, used_;
    std::int64_t lines_;
    Pt even_;
};

/// Breaks a line that is wider than the header at its separators.
void break_wide_line(const Context& context, InlineItems& items, Pt size) {
    const bool one_line = std::none_of(items.begin(), items.end(), [](const InlineItem& item) {
        return std::holds_alternative<ForcedBreak>(item);
    });
    const std::vector<Separator> separators = find_line_ends(items);
    // Latin text and the space around bars run wider than the estimate.
    const Pt total = estimate_width(context, items).scaled(11, 10);
    if (!one_line || separators.empty() || total <= context.header_measure) return;
    std::string text;
    for (const InlineItem& item : items)
        if (const auto* run = std::get_if<TextRun>(&item)) text += run->text;
    LineFiller filler(total, context.header_measure);
    std::vector<Separator> broken;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= separators.size(); ++i) {
        const std::size_t end = i < separators.size() ? separators[i].begin : text.size();
        const std::string_view words =
            std::string_view(text).substr(begin, end > begin ? end - begin : 0);
        const Pt width = size * static_cast<std::int64_t>(unicode::display_width(words)) / 2 +
                         kSeparatorWidth.at(size);
        if (filler.breaks(width) && i > 0) broken.push_back(separators[i - 1]);
        if (i < separators.size()) begin = separators[i].end;
    }
    break_at(items, broken);
}

/// Sets `pieces` side by side with bars between, on as few lines of even length as they need.
void add_pieces(Context& context, std::vector<Piece> pieces, const Scope& scope,
                Element element, Blocks& out) {
    if (pieces.empty()) return;
    const auto width_of = [&](const Piece& piece) {
        return estimate_width(context, piece.content) + kSeparatorWidth.at(scope.text.size);
    };
    Pt total;
    for (const Piece& piece : pieces) total += width_of(piece);
    LineFiller filler(total, context.header_measure);
    Scope bars = dress(context, scope, Element::HeaderSeparator);
    bars.text.bar = true;

    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    const Span span = join(pieces.front().span, pieces.back().span);
    for (Piece& piece : pieces) {
        const bool breaks =
            filler.breaks(width_of(piece), piece.starts_line || stands_in_lines(context));
        if (breaks)
            paragraph.content.emplace_back(ForcedBreak{});
        else if (!paragraph.content.empty())
            paragraph.content.emplace_back(
                make_run(context, std::string(kSeparator), bars, {}));
        std::move(piece.content.begin(), piece.content.end(),
                  std::back_inserter(paragraph.content));
    }
    if (stands_in_lines(context)) align_lines(paragraph.content);
    out.push_back({box_of(context, element, scope.text.size), std::move(paragraph), span});
}

Scope contact_scope(Context& context, const Scope& scope, Element element) {
    Scope inner = dress(context, scope, element);
    inner.subdued = true;
    return inner;
}

/// The items of a contact list hold one line each.
void add_list(Context& context, const ast::List& list, const Scope& scope, Blocks& out) {
    const Scope inner = contact_scope(context, scope, Element::HeaderContacts);
    std::vector<Piece> pieces;
    for (const ast::ListItem& item : list.items) {
        const auto& line = std::get<ast::Paragraph>(item.children.front().node).children;
        Piece piece{set_inlines(context, line, inner), item.span, false};
        add_contact_marks(context, piece.content, inner);
        if (!piece.content.empty()) pieces.push_back(std::move(piece));
    }
    add_pieces(context, std::move(pieces), inner, Element::HeaderContacts, out);
}

bool is_telephone_character(char c) {
    return ascii::is_digit(c) || c == '+';
}

/// `github.com/name` and the like: a host with a dot, nothing but address characters.
bool is_bare_address(std::string_view text) {
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte > ' ' && byte < 0x7F && c != '@' && c != '<' && c != '>' && c != '"';
           });
}

}  // namespace

void add_header_line(Context& context, const ast::Inlines& inlines, Span span,
                     const Scope& scope, Element element, Blocks& out) {
    const Scope inner = contact_scope(context, scope, element);
    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content = set_inlines(context, inlines, inner);
    if (paragraph.content.empty()) return;
    // Each line that the author wrote is one fact or one kind of facts.
    for (InlineItem& item : paragraph.content)
        if (const auto* run = std::get_if<TextRun>(&item); run && run->text == "\n")
            item = ForcedBreak{run->span};
    if (element == Element::HeaderContacts) {
        if (stands_in_lines(context))
            break_at(paragraph.content, find_line_ends(paragraph.content));
        dress_separators(context, paragraph.content, inner);
        add_contact_marks(context, paragraph.content, inner);
        if (stands_in_lines(context)) align_lines(paragraph.content);
        if (context.sheet.header.arrangement == HeaderArrangement::Stacked)
            break_wide_line(context, paragraph.content, inner.text.size);
    }
    out.push_back({box_of(context, element, inner.text.size), std::move(paragraph), span});
}

void add_contacts(Context& context, std::span<const ast::Block> blocks, const Scope& scope,
                  Blocks& out) {
    for (const ast::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
            add_header_line(context, paragraph->children, block.span, scope,
                            Element::HeaderContacts, out);
        else if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
            add_header_line(context, heading->children, block.span, scope,
                            Element::HeaderContacts, out);
        else if (const auto* list = std::get_if<ast::List>(&block.node))
            add_list(context, *list, scope, out);
        else if (const auto* quote = std::get_if<ast::BlockQuote>(&block.node))
            add_contacts(context, quote->children, scope, out);
    }
}

std::string contact_destination(const profile::Contact& contact) {
    const std::string value(
        ascii::trim(contact.link.empty() ? contact.value.text : contact.link));
    if (!contact.link.empty()) return value;
    if (contact.kind == "email" && value.find('@') != std::string::npos)
        return "mailto:" + value;
    if (contact.kind == "phone") {
        std::string digits;
        std::copy_if(value.begin(), value.end(), std::back_inserter(digits),
                     is_telephone_character);
        return digits.empty() ? std::string() : "tel:" + digits;
    }
    const std::string lower = ascii::to_lower(value);
    if (lower.starts_with("https://") || lower.starts_with("http://")) return value;
    return is_bare_address(value) ? "https://" + value : std::string();
}

void add_front_matter_contacts(Context& context, const Scope& scope, Element element,
                               Blocks& out) {
    const Scope inner = contact_scope(context, scope, element);
    std::vector<Piece> pieces;
    for (const profile::Contact& contact : context.profile.contacts) {
        const Span span = contact.value.span;
        if (ascii::trim(contact.value.text).empty()) continue;
        std::string destination = contact_destination(contact);
        Scope linked = inner;
        if (!destination.empty())
            linked.link = make_link(context, std::move(destination), {}, span);
        Piece piece{contact_marks(context, contact.kind, contact.value.text, inner, span), span,
                    contact.starts_line};
        const bool is_marked = !piece.content.empty();
        piece.content.emplace_back(make_run(context, contact.value.text, linked, span));
        // A detail of no kind that is known says itself what it is.
        if (!is_marked) add_contact_marks(context, piece.content, inner);
        pieces.push_back(std::move(piece));
    }
    add_pieces(context, std::move(pieces), inner, element, out);
}

}  // namespace cvtex::styles
