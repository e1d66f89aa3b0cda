#include "grammar/references.hpp"
#include "grammar/tokenizer.hpp"

/// Links, images and footnote references: the bracket stack of CommonMark's appendix A.
namespace cvtex::grammar {

void Tokenizer::open_bracket(bool image) {
    const std::uint32_t end = pos_ + (image ? 2 : 1);
    if (!brackets_.empty()) brackets_.back().holds_bracket = true;
    push(TokenKind::Text, end);
    const auto token = static_cast<std::uint32_t>(out_.tokens.size() - 1);
    brackets_.push_back({token, delimiters_.last(), end, image, false});
}

void Tokenizer::close_bracket() {
    if (brackets_.empty()) {
        ++pos_;
        return;
    }
    const Bracket opener = brackets_.back();
    const bool active = opener.image || brackets_.size() > inactive_;
    if (active && (close_inline_link(opener) || close_reference(opener))) return;
    brackets_.pop_back();
    inactive_ = std::min(inactive_, brackets_.size());
    ++pos_;
}

bool Tokenizer::close_inline_link(const Bracket& opener) {
    const auto tail = scan_link_tail(text_.substr(pos_ + 1));
    if (!tail) return false;
    finish_link(opener, {unescape(tail->destination), unescape(tail->title)},
                pos_ + 1 + tail->length);
    return true;
}

/// `[text][label]`, `[label][]`, `[label]`, or a note's `[^label]`, which another may follow.
bool Tokenizer::close_reference(const Bracket& opener) {
    const std::string_view text = text_.substr(opener.content, pos_ - opener.content);
    const bool text_is_label = !opener.holds_bracket && is_label(text);
    const std::uint32_t length = scan_label(text_.substr(pos_ + 1));
    if (length > 2) {
        if (close_link_to(opener, text_.substr(pos_ + 2, length - 2), length)) return true;
        return text_is_label && close_footnote(opener, text);
    }
    if (!text_is_label) return false;
    return (length == 0 && close_footnote(opener, text)) || close_link_to(opener, text, length);
}

bool Tokenizer::close_link_to(const Bracket& opener, std::string_view label,
                              std::uint32_t length) {
    const auto found = context_.definitions.find(normalize_label(label));
    if (found == context_.definitions.end()) return false;
    const LinkTarget& target = found->second;
    const std::size_t size = target.destination.size() + target.title.size();
    if (size > context_.expansion_budget) return false;
    context_.expansion_budget -= size;
    finish_link(opener, {target.destination, target.title}, pos_ + 1 + length);
    return true;
}

bool Tokenizer::close_footnote(const Bracket& opener, std::string_view label) {
    if (label[0] != '^') return false;
    const auto note = context_.footnotes.find(normalize_label(label.substr(1)));
    if (note == context_.footnotes.end()) return false;
    finish_footnote(opener, note->second);
    return true;
}

void Tokenizer::finish_link(const Bracket& opener, LinkData data, std::uint32_t end) {
    const auto link = static_cast<std::uint32_t>(out_.links.size());
    out_.links.push_back(std::move(data));
    out_.tokens[opener.token].kind = opener.image ? TokenKind::ImageOpen : TokenKind::LinkOpen;
    out_.tokens[opener.token].payload = link;
    push(TokenKind::LinkClose, end, link);
    delimiters_.resolve(opener.bottom);
    const bool image = opener.image;
    brackets_.pop_back();
    inactive_ = std::min(inactive_, brackets_.size());
    if (!image) inactive_ = brackets_.size();
}

void Tokenizer::finish_footnote(const Bracket& opener, std::string_view label) {
    // The `!` of `![^1]` ends the sentence before the note.
    const std::uint32_t begin = out_.tokens[opener.token].begin;
    const std::uint32_t end = pos_ + 1;
    out_.tokens.resize(opener.token);
    delimiters_.truncate(opener.bottom);
    text_begin_ = begin;
    pos_ = opener.image ? begin + 1 : begin;
    push(TokenKind::Footnote, end, keep_string(std::string(label)));
    brackets_.pop_back();
    inactive_ = std::min(inactive_, brackets_.size());
}

}  // namespace cvtex::grammar
