#include "profile/repair.hpp"

#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/walk.hpp"

namespace cvtex::profile {
namespace {

constexpr char32_t kRadicalsBegin = 0x2E80;  // CJK Radicals Supplement, then Kangxi Radicals
constexpr char32_t kKangxiBegin = 0x2F00;
constexpr char32_t kRadicalsEnd = 0x2FE0;

/// What stands for a character that is never seen: nothing, or a space where it parted words.
enum class Junk : std::uint8_t { No, Remove, Space };

Junk junk_of(char32_t c) {
    if (c == '\t' || c == '\n') return Junk::No;
    if (c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) return Junk::Space;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Junk::Remove;
    const bool bidi_override = c >= 0x202A && c <= 0x202E;
    const bool annotation = c >= 0xFFF9 && c <= 0xFFFC;
    const bool noncharacter = (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return bidi_override || annotation || noncharacter || c == 0xFEFF ? Junk::Remove : Junk::No;
}

bool is_radical(char32_t c) {
    return c >= kRadicalsBegin && c < kRadicalsEnd;
}

/// Joins the character before it in normalization: marks, and the jamo of a Hangul syllable.
bool continues_cluster(char32_t c) {
    if (c < 0x300) return false;
    const unicode::Category category = unicode::category(c);
    return category == unicode::Category::Mn || category == unicode::Category::Mc ||
           (c >= 0x1160 && c <= 0x11FF);
}

/// Nothing below U+0300 needs repair but controls: the common case costs one pass.
bool is_clean(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
    });
}

/// Whether anything in `text` may be changed.
bool needs_repair(std::string_view text) {
    if (is_clean(text)) return false;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_utf8(text, i);
        if (is_radical(d.code_point) || junk_of(d.code_point) != Junk::No) return true;
        i += d.length;
    }
    return !unicode::is_nfc(text);
}

std::string code_points(const std::u32string& text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char32_t c : text) {
        if (!out.empty()) out += ' ';
        out += "U+";
        for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
            out += kDigits[(c >> static_cast<unsigned>(shift)) & 0xFU];
        }
    }
    return out;
}

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

void TextRepair::count(Kind kind, Span span, std::u32string from, std::u32string to) {
    Finding& finding = findings_[static_cast<std::size_t>(kind)];
    if (finding.count++ != 0) return;
    finding.first = span;
    finding.from = std::move(from);
    finding.to = std::move(to);
}

/// Replaces one cluster (a character and its marks); true when it changed.
bool TextRepair::normalize(std::u32string& cluster, Span span) {
    const std::u32string before = cluster;
    std::u32string after;
    for (const char32_t c : cluster) {
        const char32_t unified = is_radical(c) ? unicode::equivalent_unified_ideograph(c) : 0;
        const Junk junk = junk_of(c);
        if (unified != 0) {
            count(Kind::Radical, span, {c}, {unified});
            after += unified;
        } else if (junk != Junk::No) {
            count(Kind::Control, span, {c}, {});
            if (junk == Junk::Space) after += U' ';
        } else {
            after += c;
        }
    }
    const std::string text = to_utf8(after);
    if (!unicode::is_nfc(text)) {
        std::u32string composed = to_utf32(unicode::to_nfc(text));
        count(Kind::Normalization, span, after, composed);
        after = std::move(composed);
    }
    cluster = std::move(after);
    return cluster != before;
}

/// One Text node a stretch, so that offsets in a node stay offsets in the source wherever the
/// repair kept the length.
ast::Inlines TextRepair::split_and_repair(const std::string& text, Span span) {
    const bool exact = span.size() == text.size();
    ast::Inlines out;
    const auto push = [&](std::string part, std::size_t begin, std::size_t end) {
        const Span where = exact
                               ? Span{span.file, span.begin + static_cast<std::uint32_t>(begin),
                                      span.begin + static_cast<std::uint32_t>(end)}
                               : span;
        if (part.empty()) return;
        if (!out.empty()) {
            ast::Inline& last = out.back();
            auto& joined = std::get<ast::Text>(last.node).text;
            const bool last_exact = last.span.size() == joined.size();
            if (!exact || (last_exact && part.size() == end - begin)) {
                joined += part;
                last.span.end = where.end;
                return;
            }
        }
        out.push_back({where, ast::Text{std::move(part)}});
    };
    for (std::size_t begin = 0; begin < text.size();) {
        Decoded d = decode_utf8(text, begin);
        std::size_t end = begin + d.length;
        std::u32string cluster{d.code_point};
        while (end < text.size()) {
            d = decode_utf8(text, end);
            if (!continues_cluster(d.code_point)) break;
            cluster += d.code_point;
            end += d.length;
        }
        Span where = span;
        if (exact) {
            where.begin = span.begin + static_cast<std::uint32_t>(begin);
            where.end = span.begin + static_cast<std::uint32_t>(end);
        }
        const bool changed = normalize(cluster, where);
        push(changed ? to_utf8(cluster) : text.substr(begin, end - begin), begin, end);
        begin = end;
    }
    return out;
}

void TextRepair::repair(std::string& text, Span span) {
    if (!needs_repair(text)) return;
    ast::Inlines parts = split_and_repair(text, span);
    text.clear();
    for (const ast::Inline& part : parts) text += std::get<ast::Text>(part.node).text;
}

void TextRepair::repair_code(std::string& text, Span span) {
    if (is_clean(text)) return;
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_utf8(text, i);
        const Junk junk = junk_of(d.code_point);
        if (junk == Junk::No) {
            kept += text.substr(i, d.length);
        } else {
            count(Kind::Control, span, {d.code_point}, {});
            if (junk == Junk::Space) kept += ' ';
        }
        i += d.length;
    }
    text = std::move(kept);
}

void TextRepair::repair(ast::Attributes& attributes) {
    for (ast::Attribute& attribute : attributes) {
        if (attribute.name == "alt" || attribute.name == "title") {
            repair(attribute.value, attribute.span);
        }
    }
}

void TextRepair::repair(ast::Inlines& inlines) {
    ast::Inlines repaired;
    bool changed = false;
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        auto* text = std::get_if<ast::Text>(&inlines[i].node);
        if (text == nullptr) {
            repair(inlines[i]);
            if (changed) repaired.push_back(std::move(inlines[i]));
            continue;
        }
        if (needs_repair(text->text)) {
            if (!std::exchange(changed, true)) {
                for (std::size_t k = 0; k < i; ++k) repaired.push_back(std::move(inlines[k]));
            }
            for (ast::Inline& part : split_and_repair(text->text, inlines[i].span)) {
                repaired.push_back(std::move(part));
            }
        } else if (changed) {
            repaired.push_back(std::move(inlines[i]));
        }
    }
    if (changed) inlines = std::move(repaired);
}

void TextRepair::repair(ast::Inline& node) {
    std::visit(overloaded{
                   [](ast::Text&) {},  // replaced where it stands in its list
                   [](ast::SoftBreak&) {},
                   [](ast::HardBreak&) {},
                   [&](ast::Code& n) { repair_code(n.text, node.span); },
                   [&](ast::Emphasis& n) { repair(n.children); },
                   [&](ast::Strong& n) { repair(n.children); },
                   [&](ast::Strikethrough& n) { repair(n.children); },
                   [&](ast::Link& n) {
                       repair(n.title, node.span);
                       repair(n.children);
                   },
                   [&](ast::Image& n) {
                       repair(n.title, node.span);
                       repair(n.alternative);
                   },
                   [](ast::RawHtml&) {},
                   [&](ast::Element& n) {
                       repair(n.attributes);
                       repair(n.children);
                   },
                   [](ast::FootnoteReference&) {},
               },
               node.node);
}

void TextRepair::repair(ast::Blocks& blocks) {
    ast::for_each_block(blocks, [&](ast::Block& block) {
        ast::for_each_text(block, [&](ast::Inlines& text) { repair(text); });
        if (auto* code = ast::get_if<ast::CodeBlock>(&block.node))
            repair_code(code->text, block.span);
    });
}

void TextRepair::report(Diagnostics& diagnostics) const {
    if (const Finding& f = findings_[static_cast<std::size_t>(Kind::Radical)]; f.count > 0) {
        const std::string block = f.from[0] >= kKangxiBegin ? "Kangxi" : "CJK";
        diagnostics.warning(
            "kangxi-radical", f.first,
            counted(f.count, block + " radical", block + " radicals") + " replaced, first " +
                to_utf8(f.from) + " " + code_points(f.from) + " → " + to_utf8(f.to),
            "text copied out of a PDF often holds radicals; replace them in the source");
    }
    if (const Finding& f = findings_[static_cast<std::size_t>(Kind::Normalization)];
        f.count > 0) {
        diagnostics.warning("not-nfc", f.first,
                            counted(f.count, "character", "characters") +
                                " put into normal form C, first " + code_points(f.from) +
                                " → " + to_utf8(f.to) + " " + code_points(f.to));
    }
    if (const Finding& f = findings_[static_cast<std::size_t>(Kind::Control)]; f.count > 0) {
        diagnostics.warning("control-character", f.first,
                            counted(f.count, "invisible character", "invisible characters") +
                                " removed, first " + code_points(f.from));
    }
}

}  // namespace cvtex::profile
