#include "grammar/tokenizer.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "grammar/math.hpp"
#include "grammar/references.hpp"
#include "grammar/shortcodes.hpp"

namespace cvtex::grammar {
namespace {

/// Bytes at which something other than literal text can start.
constexpr std::array<bool, 256> special_bytes(bool literals, bool shortcodes, bool math) {
    std::array<bool, 256> special{};
    for (const char c : {'\n', '\\', '`', '<', '&', '*', '_', '~', '!', '[', ']'}) {
        special[static_cast<unsigned char>(c)] = true;
    }
    special['w'] = literals;
    special[':'] = literals || shortcodes;
    special['$'] = math;
    return special;
}

constexpr std::array kSpecial{
    special_bytes(false, false, false), special_bytes(false, true, false),
    special_bytes(true, false, false),  special_bytes(true, true, false),
    special_bytes(false, false, true),  special_bytes(false, true, true),
    special_bytes(true, false, true),   special_bytes(true, true, true)};

/// A code span's content: line ends are spaces, one space is stripped at both ends unless all
/// is spaces (CommonMark §6.1).
std::string code_text(std::string_view content) {
    std::string text(content);
    std::ranges::replace(text, '\n', ' ');
    const bool framed = text.size() > 2 && text.front() == ' ' && text.back() == ' ';
    if (framed && text.find_first_not_of(' ') != std::string::npos) {
        text.pop_back();
        text.erase(0, 1);
    }
    return text;
}

/// The scheme's length when `text` ends in one that GFM links: `https`, `http` or `ftp`, not
/// inside a longer word.
std::uint32_t scheme_before(std::string_view text) {
    constexpr std::size_t kLongest = 6;
    std::string word;
    for (std::size_t i = 0; i < std::min(kLongest, text.size()); ++i) {
        const char c = text[text.size() - 1 - i];
        if (!ascii::is_alphanumeric(c)) break;
        word.insert(word.begin(), ascii::to_lower(c));
    }
    const bool known = word == "https" || word == "http" || word == "ftp";
    return known ? static_cast<std::uint32_t>(word.size()) : 0;
}

}  // namespace

InlineTokens& Tokenizer::read(std::string_view text) {
    out_.clear();
    delimiters_.truncate(kNone);
    brackets_.clear();
    inactive_ = 0;
    html_ = {};
    backticks_.reset(text);
    text_ = text;
    pos_ = text_begin_ = shortcode_end_ = 0;
    const ParseOptions& options = context_.options;
    const auto& special =
        kSpecial[(options.math ? 4 : 0) + (options.literal_autolinks ? 2 : 0) +
                 (options.shortcodes ? 1 : 0)];
    while (true) {
        // In locals: through the members every byte would be read anew.
        const char* const end = text.data() + text.size();
        const char* at = text.data() + pos_;
        while (at != end && !special[static_cast<unsigned char>(*at)]) ++at;
        pos_ = static_cast<std::uint32_t>(at - text.data());
        if (at == end) break;
        read_one();
    }
    flush_text(pos_);
    delimiters_.resolve(kNone);
    return out_;
}

void Tokenizer::read_one() {
    switch (text_[pos_]) {
        case '\n':
            return read_line_end();
        case '\\':
            return read_backslash();
        case '`':
            return read_code();
        case '<':
            return read_angle();
        case '&':
            return read_reference();
        case '*':
        case '_':
        case '~':
            return read_delimiters();
        case '!':
            if (pos_ + 1 < text_.size() && text_[pos_ + 1] == '[') return open_bracket(true);
            ++pos_;
            return;
        case '[':
            return open_bracket(false);
        case ']':
            return close_bracket();
        case ':':
            return read_colon();
        case '$':
            return read_math();
        default:
            return read_literal_www();
    }
}

void Tokenizer::flush_text(std::uint32_t end) {
    if (text_begin_ < end) out_.tokens.push_back({TokenKind::Text, text_begin_, end, kNone});
    text_begin_ = end;
}

/// Pushes the literal text so far, then the token from here to `end`, and goes on after it.
void Tokenizer::push(TokenKind kind, std::uint32_t end, std::uint32_t payload) {
    flush_text(pos_);
    out_.tokens.push_back({kind, pos_, end, payload});
    pos_ = text_begin_ = end;
}

std::uint32_t Tokenizer::keep_string(std::string text) {
    out_.strings.push_back(std::move(text));
    return static_cast<std::uint32_t>(out_.strings.size() - 1);
}

void Tokenizer::read_line_end() {
    std::uint32_t end = pos_;
    while (end > text_begin_ && ascii::is_blank(text_[end - 1])) --end;
    const bool hard = pos_ - end >= 2 && text_[pos_ - 1] == ' ' && text_[pos_ - 2] == ' ';
    flush_text(end);
    pos_ = text_begin_ = hard ? end : pos_;
    push(hard ? TokenKind::HardBreak : TokenKind::SoftBreak,
         static_cast<std::uint32_t>(text_.find('\n', pos_)) + 1);
}

void Tokenizer::read_backslash() {
    const char next = pos_ + 1 < text_.size() ? text_[pos_ + 1] : ' ';
    if (next == '\n') return push(TokenKind::HardBreak, pos_ + 2);
    const bool escapes = is_ascii_punctuation(next);
    if (escapes) {
        flush_text(pos_);
        text_begin_ = pos_ + 1;
    }
    pos_ += escapes ? 2 : 1;
}

void Tokenizer::read_reference() {
    auto reference = decode_reference(text_, pos_);
    if (!reference) {
        ++pos_;
        return;
    }
    const std::uint32_t length = reference->length;
    push(TokenKind::Decoded, pos_ + length, keep_string(std::move(reference->text)));
}

void Tokenizer::read_code() {
    const auto run_end = std::min(text_.find_first_not_of('`', pos_), text_.size());
    const auto length = static_cast<std::uint32_t>(run_end - pos_);
    const std::uint32_t closing = backticks_.find(length, pos_ + length);
    if (closing == kNone) {
        pos_ += length;
        return;
    }
    const std::string_view content = text_.substr(run_end, closing - run_end);
    push(TokenKind::Code, closing + length, keep_string(code_text(content)));
}

void Tokenizer::read_math() {
    const InlineMath math = scan_math(text_, pos_);
    if (math.length == 0) {
        const auto end = text_.find_first_not_of('$', pos_);
        pos_ = static_cast<std::uint32_t>(std::min(end, text_.size()));
        return;
    }
    push(TokenKind::Code, pos_ + math.length, keep_string(code_text(math.content)));
}

void Tokenizer::read_angle() {
    if (const Autolink autolink = scan_autolink(rest()); autolink.length > 0) {
        std::string destination = autolink.email ? "mailto:" : "";
        destination += decode_references(text_.substr(pos_ + 1, autolink.length - 2));
        out_.links.push_back({std::move(destination), {}});
        push(TokenKind::Autolink, pos_ + autolink.length,
             static_cast<std::uint32_t>(out_.links.size() - 1));
    } else if (const std::uint32_t html = scan_raw_html(rest(), html_)) {
        push(TokenKind::RawHtml, pos_ + html);
    } else {
        ++pos_;
    }
}

void Tokenizer::read_delimiters() {
    const char marker = text_[pos_];
    const auto end = static_cast<std::uint32_t>(
        std::min(text_.find_first_not_of(marker, pos_), text_.size()));
    const bool struck = context_.options.strikethrough && end - pos_ <= 2;
    const Flanking sides = marker == '~' && !struck ? Flanking{} : flanking(text_, pos_, end);
    if (!sides.can_open && !sides.can_close) {
        pos_ = end;
        return;
    }
    const auto run = static_cast<std::uint32_t>(out_.runs.size());
    DelimiterRun& added = out_.runs.emplace_back();
    added.marker = marker;
    added.can_open = sides.can_open;
    added.can_close = sides.can_close;
    added.length = end - pos_;
    added.begin = pos_;
    added.end = end;
    delimiters_.push(run);
    push(TokenKind::Delimiters, end, run);
}

void Tokenizer::read_colon() {
    if (context_.options.shortcodes && read_shortcode()) return;
    context_.options.literal_autolinks ? read_literal_scheme() : void(++pos_);
}

bool Tokenizer::read_shortcode() {
    const bool after_shortcode = pos_ == text_begin_ && pos_ == shortcode_end_;
    const std::uint32_t before = pos_ - text_begin_;
    Shortcode code = scan_shortcode(text_, pos_, after_shortcode && pos_ > 0);
    if (code.length == 0 && before >= kIconWordLength) {
        code = scan_icon_word(text_, pos_);
        if (code.length > 0) {
            pos_ -= kIconWordLength;
            code.length += kIconWordLength;
        }
    }
    if (code.length == 0) return false;
    shortcode_end_ = pos_ + code.length;
    const bool icon = !code.icon.empty();
    push(icon ? TokenKind::Icon : TokenKind::Decoded, shortcode_end_,
         keep_string(std::string(icon ? code.icon : code.character)));
    return true;
}

void Tokenizer::read_literal_scheme() {
    const std::uint32_t scheme = scheme_before(text_.substr(text_begin_, pos_ - text_begin_));
    if (scheme == 0 || rest().substr(0, 3) != "://") {
        ++pos_;
        return;
    }
    read_literal(pos_ - scheme);
}

void Tokenizer::read_literal_www() {
    const bool www = rest().substr(0, 4) == "www.";
    // GFM wants a space or one of `*_~(` before; Chinese text has no spaces to offer.
    const char before = pos_ == 0 ? ' ' : text_[pos_ - 1];
    const bool boundary =
        std::string_view(" \t\n*_~(").find(before) != std::string_view::npos ||
        static_cast<unsigned char>(before) >= 0x80;
    if (!www || !boundary) {
        ++pos_;
        return;
    }
    read_literal(pos_);
}

void Tokenizer::read_literal(std::uint32_t begin) {
    const std::uint32_t length = scan_literal_url(text_.substr(begin), !brackets_.empty());
    if (length == 0) {
        ++pos_;
        return;
    }
    const std::string_view url = text_.substr(begin, length);
    std::string destination = url.starts_with("www.") ? "http://" : "";
    destination += url;
    out_.links.push_back({std::move(destination), {}});
    pos_ = begin;
    push(TokenKind::Literal, begin + length, static_cast<std::uint32_t>(out_.links.size() - 1));
}

}  // namespace cvtex::grammar
