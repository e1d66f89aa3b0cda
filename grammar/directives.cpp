#include "grammar/directives.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "grammar/column_blocks.hpp"
#include "grammar/nesting.hpp"
#include "grammar/options.hpp"
#include "grammar/rules/directives.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// Directives inside directives of one list of blocks: later stages recurse over the tree.
constexpr std::size_t kMaxOpenDirectives = 4;

constexpr std::string_view kCommentOpening = "<!--";
constexpr std::string_view kCommentClosing = "-->";

enum class DirectiveKind : std::uint8_t { Only, Not, Private, Keep, Columns, End };

struct RawTag {
    std::string_view name;
    bool negated = false;
};

struct Directive {
    DirectiveKind kind = DirectiveKind::End;
    std::vector<RawTag> tags;
    int columns = 0;
    bool negated = false;  ///< a `!` was read, its tag not yet
};

template <class Rule>
struct action {};

template <>
struct action<rules::negation> {
    static void apply0(Directive& directive) { directive.negated = true; }
};

template <>
struct action<rules::tag_text> {
    template <class Input>
    static void apply(const Input& in, Directive& directive) {
        directive.tags.push_back({{in.begin(), in.size()}, directive.negated});
        directive.negated = false;
    }
};

template <>
struct action<rules::column_count> {
    template <class Input>
    static void apply(const Input& in, Directive& directive) {
        directive.columns = *in.begin() - '0';
    }
};

template <DirectiveKind Kind>
struct kind_action {
    static void apply0(Directive& directive) { directive.kind = Kind; }
};

template <>
struct action<rules::only_directive> : kind_action<DirectiveKind::Only> {};

template <>
struct action<rules::not_directive> : kind_action<DirectiveKind::Not> {};

template <>
struct action<rules::private_directive> : kind_action<DirectiveKind::Private> {};

template <>
struct action<rules::keep_directive> : kind_action<DirectiveKind::Keep> {};

template <>
struct action<rules::columns_directive> : kind_action<DirectiveKind::Columns> {};

template <>
struct action<rules::end_directive> : kind_action<DirectiveKind::End> {};

/// `span` is that of the whole comment; a tag has one of its own where the comment is one slice
/// of the source.
ast::Tags located(const Directive& directive, std::string_view comment, Span span) {
    ast::Tags tags;
    const bool exact =
        span.size() == comment.size() + kCommentOpening.size() + kCommentClosing.size();
    for (const RawTag& raw : directive.tags) {
        const auto offset = static_cast<std::uint32_t>(raw.name.data() - comment.data() +
                                                       kCommentOpening.size());
        const auto size = static_cast<std::uint32_t>(raw.name.size());
        const Span own{span.file, span.begin + offset, span.begin + offset + size};
        const bool negated = raw.negated || directive.kind == DirectiveKind::Not;
        tags.push_back({std::string(raw.name), negated, exact ? own : span});
    }
    return tags;
}

/// The text of a comment, or nothing when `html` is none.
std::optional<std::string_view> comment_text(std::string_view html) {
    if (!html.starts_with(kCommentOpening) || !html.ends_with(kCommentClosing) ||
        html.size() < kCommentOpening.size() + kCommentClosing.size()) {
        return std::nullopt;
    }
    html.remove_prefix(kCommentOpening.size());
    html.remove_suffix(kCommentClosing.size());
    return html;
}

void trim_end(ast::Inlines& inlines) {
    while (!inlines.empty()) {
        auto* text = std::get_if<ast::Text>(&inlines.back().node);
        if (text == nullptr) return;
        const auto last = text->text.find_last_not_of(" \t");
        const std::size_t kept = last == std::string::npos ? 0 : last + 1;
        Span& span = inlines.back().span;
        if (span.size() == text->text.size()) {
            span.end = span.begin + static_cast<std::uint32_t>(kept);
        }
        text->text.resize(kept);
        if (kept > 0) return;
        inlines.pop_back();
    }
}

ast::Block boxed(std::string style, ast::Blocks children, Span span) {
    ast::ElementBlock box{"div", {}, std::move(children)};
    box.attributes.push_back({"style", std::move(style), span});
    return {span, std::move(box)};
}

void warn_of_tags(Span span, const std::string& why, Diagnostics& diagnostics) {
    diagnostics.warning("misplaced-tags", span, "these tags hold for nothing: " + why,
                        "put them behind a heading or a list item, or write cv: only … "
                        "around the paragraph");
}

/// Reads one list of blocks with a stack of what is open in it.
class Arranger {
public:
    /// What is opened may add `room` containers around the blocks.
    Arranger(std::size_t room, Diagnostics& diagnostics)
        : room_(room), diagnostics_(diagnostics) {
        open_.push_back({});
    }

    void add(ast::Block block) {
        if (auto* marker = std::get_if<ast::HtmlBlock>(&block.node)) {
            return read(std::move(marker->text), block.span);
        }
        if (auto* heading = ast::get_if<ast::Heading>(&block.node)) {
            end_sections(heading->level);
            if (!heading->tags.empty() && may_open(block.span)) {
                Open section;
                section.level = heading->level;
                section.span = block.span;
                section.tags = std::exchange(heading->tags, {});
                open_.push_back(std::move(section));
            }
        }
        open_.back().blocks.push_back(std::move(block));
    }

    ast::Blocks finish() {
        while (open_.size() > 1) {
            const Open& last = open_.back();
            if (last.level == 0 && !take_doubtful()) {
                diagnostics_.error("unclosed-directive", last.span,
                                   "this directive is never ended",
                                   "add <!-- cv: end --> where it should end");
            }
            close({});
        }
        return std::move(open_.back().blocks);
    }

private:
    struct Open {
        int level = 0;  ///< of the heading whose section it is; 0 for a directive
        DirectiveKind kind = DirectiveKind::Only;
        int columns = 0;
        ast::Tags tags;
        Span span;
        ast::Blocks blocks;
    };

    /// Whether one more container fits; an error when not, for what it hides would be seen.
    bool may_open(Span span) {
        constexpr std::size_t kNodes = 2;  // Columns are a box in a box.
        if (kNodes * open_.size() <= room_) return true;
        diagnostics_.error("directives-too-deep", span,
                           "directives and blocks are nested too deeply here");
        return false;
    }

    void read(std::string comment, Span span) {
        if (rules::match<rules::note_opening>(comment) != 0) {
            const auto length = rules::match<rules::note_opening>(comment);
            const std::string_view text = ascii::trim(std::string_view(comment).substr(length));
            open_.back().blocks.push_back({span, ast::Note{std::string(text)}});
            return;
        }
        if (report_misplaced_tags(comment, span)) return;
        Directive directive;
        if (rules::match<rules::directive, action>(comment, directive) == 0) {
            report_bad_directive(comment, span);
        } else if (directive.kind == DirectiveKind::End) {
            end_directive(span);
        } else if (directives_ >= kMaxOpenDirectives || !may_open(span)) {
            ++ignored_;
            if (directives_ >= kMaxOpenDirectives) {
                diagnostics_.error("directives-too-deep", span,
                                   "directives are nested more than " +
                                       std::to_string(kMaxOpenDirectives) + " deep");
            }
        } else {
            ++directives_;
            open_.push_back({0,
                             directive.kind,
                             directive.columns,
                             located(directive, comment, span),
                             span,
                             {}});
        }
    }

    bool report_misplaced_tags(std::string_view comment, Span span) {
        if (rules::match<rules::tag_marks>(comment) == 0) return false;
        warn_of_tags(span, "they stand alone", diagnostics_);
        return true;
    }

    void report_bad_directive(std::string_view comment, Span span) {
        ++doubtful_;
        if (rules::match<rules::directive_without_colon>(comment) != 0) {
            diagnostics_.error("bad-directive", span, "this directive has no colon",
                               "write cv: with a colon");
            return;
        }
        diagnostics_.error("bad-directive", span, "this directive is not understood",
                           "write only, not, private, keep, columns 2 or end after cv:");
    }

    /// Whether one that was not understood may have been the other half of what has none.
    bool take_doubtful() {
        if (doubtful_ == 0) return false;
        --doubtful_;
        return true;
    }

    void end_directive(Span span) {
        if (ignored_ > 0) {
            --ignored_;
            return;
        }
        if (directives_ == 0) {
            if (take_doubtful()) return;
            diagnostics_.error("unmatched-directive", span,
                               "this end belongs to no directive that is open here");
            return;
        }
        end_sections(1);
        close(span);
    }

    /// Sections end at a heading of their level or above, and with what they are in.
    void end_sections(int level) {
        while (open_.back().level >= level) close({});
    }

    void close(Span end) {
        Open done = std::move(open_.back());
        open_.pop_back();
        if (done.level == 0) --directives_;
        Span span = join(done.span, end);
        if (!done.blocks.empty()) span = join(span, done.blocks.back().span);
        ast::Blocks& out = open_.back().blocks;
        if (done.kind == DirectiveKind::Keep) {
            out.push_back(boxed("break-inside:avoid", std::move(done.blocks), span));
        } else if (done.kind == DirectiveKind::Columns) {
            out.push_back(column_blocks(std::move(done.blocks), done.columns, span));
        } else {
            const auto kind = done.kind == DirectiveKind::Private
                                  ? ast::ConditionKind::Private
                                  : ast::ConditionKind::Audience;
            out.push_back(
                {span, ast::Conditional{kind, std::move(done.tags), std::move(done.blocks)}});
        }
    }

    std::size_t room_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;  ///< the list itself is the first
    std::size_t directives_ = 0;
    std::size_t ignored_ = 0;
    std::size_t doubtful_ = 0;  ///< not understood: they may have opened or ended something
};

bool needs_arranging(const ast::Block& block) {
    const auto* heading = ast::get_if<ast::Heading>(&block.node);
    return std::holds_alternative<ast::HtmlBlock>(block.node) ||
           (heading != nullptr && !heading->tags.empty());
}

}  // namespace

bool is_block_directive(std::string_view comment) {
    return rules::match<rules::block_directive_opening>(comment) != 0;
}

void apply_directives(ast::Blocks& blocks, std::size_t depth, Diagnostics& diagnostics) {
    if (std::none_of(blocks.begin(), blocks.end(), needs_arranging)) return;
    const std::size_t used = depth + nesting_of(blocks);
    Arranger arranger(kMaxContainerDepth - std::min<std::size_t>(used, kMaxContainerDepth),
                      diagnostics);
    for (ast::Block& block : blocks) arranger.add(std::move(block));
    blocks = arranger.finish();
}

ast::Tags take_trailing_tags(ast::Inlines& inlines, Diagnostics& diagnostics) {
    ast::Tags tags;
    while (!inlines.empty()) {
        const ast::Inline& last = inlines.back();
        const auto* html = std::get_if<ast::RawHtml>(&last.node);
        const auto comment = html == nullptr ? std::nullopt : comment_text(html->text);
        if (!comment || rules::match<rules::tag_marks_opening>(*comment) == 0) return tags;
        Directive directive;
        if (rules::match<rules::tag_marks, action>(*comment, directive) == 0) {
            diagnostics.error("bad-directive", last.span, "these tags are not understood",
                              "write them as in <!-- @backend @!intern -->");
        } else {
            ast::Tags found = located(directive, *comment, last.span);
            tags.insert(tags.begin(), found.begin(), found.end());
        }
        inlines.pop_back();
        trim_end(inlines);
    }
    return tags;
}

ast::Tags take_item_tags(ast::Blocks& item, Diagnostics& diagnostics) {
    if (item.empty()) return {};
    auto* paragraph = std::get_if<ast::Paragraph>(&item.front().node);
    return paragraph == nullptr ? ast::Tags{}
                                : take_trailing_tags(paragraph->children, diagnostics);
}

void report_endless_comment(std::string_view comment, Span span, Diagnostics& diagnostics) {
    const std::string message = "this comment is never closed: what follows is left out";
    if (is_block_directive(comment) || rules::match<rules::tag_marks_opening>(comment) != 0) {
        diagnostics.error("unclosed-comment", span, message, "end it with -->");
    } else {
        diagnostics.warning("unclosed-comment", span, message, "end it with -->");
    }
}

void report_misplaced_directive(std::string_view html, Span span, Diagnostics& diagnostics) {
    const auto comment = comment_text(html);
    if (!comment) return;
    if (rules::match<rules::directive_opening>(*comment) != 0) {
        diagnostics.error("misplaced-directive", span, "this directive stands inside a line",
                          "put it on a line of its own");
    } else if (rules::match<rules::tag_marks>(*comment) != 0) {
        warn_of_tags(span, "they stand in a paragraph", diagnostics);
    }
}

}  // namespace cvtex::grammar
