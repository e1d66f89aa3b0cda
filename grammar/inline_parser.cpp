#include "grammar/inline_parser.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/math.hpp"
#include "grammar/references.hpp"
#include "grammar/scan_inlines.hpp"

namespace cvtex::grammar {
namespace {

bool is_mail_byte(char c) {
    return ascii::is_alphanumeric(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

}  // namespace

ast::Inlines InlineParser::parse(const LeafText& leaf) {
    leaf_ = &leaf;
    text_ = leaf.text();
    in_ = &tokenizer_.read(text_);
    frames_.clear();
    frames_.emplace_back();
    pending_.clear();
    overflow_ = link_depth_ = literal_begin_ = literal_end_ = 0;
    for (const Token& token : in_->tokens) add_token(token);
    flush_literal();
    return take_children(0);
}

void InlineParser::add_token(const Token& token) {
    const std::uint32_t begin = token.begin;
    const std::uint32_t end = token.end;
    switch (token.kind) {
        case TokenKind::Text:
            return add_literal(begin, end);
        case TokenKind::Decoded:
            return add(begin, end, ast::Text{std::move(in_->strings[token.payload])});
        case TokenKind::Icon: {
            const std::string name = "icon icon-" + in_->strings[token.payload];
            return add(begin, end,
                       ast::Element{"i", {{"class", name, leaf_->span(begin, end)}}, {}});
        }
        case TokenKind::SoftBreak:
            return add(begin, end, ast::SoftBreak{});
        case TokenKind::HardBreak:
            return add(begin, end, ast::HardBreak{});
        case TokenKind::Code:
            if (text_[begin] == '$') report_math(token);
            return add(begin, end, ast::Code{std::move(in_->strings[token.payload])});
        case TokenKind::RawHtml:
            return add(begin, end, ast::RawHtml{std::string(text_.substr(begin, end - begin))});
        case TokenKind::Autolink:
            return add_autolink(token);
        case TokenKind::Literal:
            return link_depth_ > 0 ? add_literal(begin, end) : add_autolink(token);
        case TokenKind::Footnote:
            return add(begin, end,
                       ast::FootnoteReference{std::move(in_->strings[token.payload])});
        case TokenKind::Delimiters:
            return add_delimiters(in_->runs[token.payload]);
        case TokenKind::LinkOpen:
            return open(FrameKind::Link, begin, token.payload);
        case TokenKind::ImageOpen:
            return open(FrameKind::Image, begin, token.payload);
        case TokenKind::LinkClose:
            return close(end);
    }
}

void InlineParser::report_math(const Token& token) {
    if (std::exchange(context_.math_reported, true)) return;
    warn_of_math(leaf_->span(token.begin, token.end), diagnostics_);
}

/// A run closes what it closes with its first characters and opens with its last; what is left
/// between is literal.
void InlineParser::add_delimiters(const DelimiterRun& run) {
    for (auto mark = run.first_close; mark != kNone; mark = in_->marks[mark].next) {
        close(in_->marks[mark].end);
    }
    add_literal(run.begin, run.end);
    for (auto mark = run.first_open; mark != kNone; mark = in_->marks[mark].next) {
        const MarkKind kind = in_->marks[mark].kind;
        open(kind == MarkKind::Emphasis ? FrameKind::Emphasis
             : kind == MarkKind::Strong ? FrameKind::Strong
                                        : FrameKind::Strikethrough,
             in_->marks[mark].begin);
    }
}

void InlineParser::add_autolink(const Token& token) {
    const std::uint32_t frame = token.kind == TokenKind::Autolink ? 1 : 0;  // The `<` and `>`.
    flush_literal();
    const std::size_t first = pending_.size();
    add_address(token.begin + frame, token.end - frame, frame > 0);
    ast::Inlines children = take_children(first);
    ast::Link link{
        std::move(in_->links[token.payload].destination), {}, std::move(children), true};
    add(token.begin, token.end, std::move(link));
}

/// The text of an address; between `<` and `>` character references are decoded.
void InlineParser::add_address(std::uint32_t begin, std::uint32_t end, bool decodes) {
    for (std::uint32_t at = begin; decodes && at < end; ++at) {
        auto reference = decode_reference(text_.substr(0, end), at);
        if (!reference) continue;
        add_slices(begin, at, false);
        begin = at + reference->length;
        pending_.push_back({leaf_->span(at, begin), ast::Text{std::move(reference->text)}});
        at = begin - 1;
    }
    add_slices(begin, end, false);
}

void InlineParser::add_literal(std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return;
    if (literal_end_ != begin) {
        flush_literal();
        literal_begin_ = begin;
    }
    literal_end_ = end;
}

void InlineParser::flush_literal() {
    const std::uint32_t begin = std::exchange(literal_begin_, 0);
    const bool find_mail = options_.literal_autolinks && link_depth_ == 0;
    add_slices(begin, std::exchange(literal_end_, 0), find_mail);
}

/// Text, one node for each contiguous slice of the source.
void InlineParser::add_slices(std::uint32_t begin, std::uint32_t end, bool find_mail) {
    while (begin < end) {
        const std::uint32_t slice_end = leaf_->contiguous_end(begin, end);
        find_mail ? add_text_with_mail(begin, slice_end) : add_text(begin, slice_end);
        begin = slice_end;
    }
}

void InlineParser::add_text(std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return;
    pending_.push_back(
        {leaf_->span(begin, end), ast::Text{std::string(text_.substr(begin, end - begin))}});
}

/// Literal text with mail addresses in it (GFM §6.9, "extended email autolink").
void InlineParser::add_text_with_mail(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = text_.substr(0, end);
    for (auto at = text.find('@', begin); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        auto name = static_cast<std::uint32_t>(at);
        while (name > begin && is_mail_byte(text[name - 1])) --name;
        const std::uint32_t domain = scan_literal_domain(text.substr(at + 1));
        if (name == at || domain == 0) continue;
        const auto after = static_cast<std::uint32_t>(at) + 1 + domain;
        const std::string address(text.substr(name, after - name));
        add_text(begin, name);
        ast::Link link{"mailto:" + address, {}, {}, true};
        link.children.push_back({leaf_->span(name, after), ast::Text{address}});
        pending_.push_back({leaf_->span(name, after), std::move(link)});
        begin = after;
    }
    add_text(begin, end);
}

void InlineParser::add(std::uint32_t begin, std::uint32_t end, ast::Inline::Node node) {
    flush_literal();
    pending_.push_back({leaf_->span(begin, end), std::move(node)});
}

void InlineParser::open(FrameKind kind, std::uint32_t begin, std::uint32_t link) {
    flush_literal();
    if (frames_.size() > kMaxInlineDepth) {
        ++overflow_;
        if (std::exchange(too_deep_, true)) return;
        diagnostics_.warning("nesting-too-deep", leaf_->span(begin, begin + 1),
                             "emphasis and links are nested more than " +
                                 std::to_string(kMaxInlineDepth) +
                                 " deep; the rest is set plain");
        return;
    }
    frames_.push_back({kind, begin, link, pending_.size()});
    if (kind == FrameKind::Link) ++link_depth_;
}

void InlineParser::close(std::uint32_t end) {
    flush_literal();
    if (overflow_ > 0) {
        --overflow_;
        return;
    }
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.kind == FrameKind::Link) --link_depth_;
    ast::Inlines children = take_children(frame.first_child);
    add(frame.begin, end, node_of(frame, std::move(children)));
}

/// The inlines of `pending_` from `first_child` on, which leave it.
ast::Inlines InlineParser::take_children(std::size_t first_child) {
    const auto first = pending_.begin() + static_cast<std::ptrdiff_t>(first_child);
    ast::Inlines children(std::make_move_iterator(first),
                          std::make_move_iterator(pending_.end()));
    pending_.erase(first, pending_.end());
    return children;
}

ast::Inline::Node InlineParser::node_of(const Frame& frame, ast::Inlines children) {
    switch (frame.kind) {
        case FrameKind::Strong:
            return ast::Strong{std::move(children)};
        case FrameKind::Strikethrough:
            return ast::Strikethrough{std::move(children)};
        case FrameKind::Link: {
            LinkData& data = in_->links[frame.link];
            return ast::Link{std::move(data.destination), std::move(data.title),
                             std::move(children), false};
        }
        case FrameKind::Image: {
            LinkData& data = in_->links[frame.link];
            return ast::Image{std::move(data.destination), std::move(data.title),
                              std::move(children)};
        }
        case FrameKind::Root:
        case FrameKind::Emphasis:
            break;
    }
    return ast::Emphasis{std::move(children)};
}

}  // namespace cvtex::grammar
