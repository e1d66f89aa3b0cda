#include "profile/source_repair.hpp"

#include <algorithm>
#include <vector>

#include "base/source.hpp"
#include "grammar/dates.hpp"
#include "grammar/parse.hpp"
#include "grammar/walk.hpp"
#include "profile/date_style.hpp"
#include "profile/repair.hpp"
#include "profile/run_text.hpp"

namespace cvtex::profile {
namespace {

/// A stretch of the source and what takes its place.
struct Edit {
    Span span;
    std::string text;
};

/// A document as its source has it, pasted HTML read too.
struct Read {
    explicit Read(std::string_view text) {
        Diagnostics ignored;
        const FileId file = sources.add(Source::decode("", std::string(text)));
        document =
            grammar::interpret_html(grammar::parse(sources, file, ignored), sources, ignored);
    }

    Sources sources;
    ast::Document document;
};

/// Edits that overlap an earlier one are left out.
std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        if (edit.span.begin < at) continue;
        out.append(text.substr(at, edit.span.begin - at)).append(edit.text);
        at = edit.span.end;
    }
    return out.append(text.substr(at));
}

/// What a document is made of, without its words: two that are equal differ in text only.
std::string structure_of(const ast::Document& document) {
    std::string out;
    const auto add = [&](char base, std::size_t kind) {
        out += static_cast<char>(static_cast<std::size_t>(base) + kind);
    };
    ast::for_each_block(document.blocks, [&](const ast::Block& block) {
        add('A', block.node.index());
        ast::for_each_text(block, [&](const ast::Inlines& text) {
            ast::for_each_inlines(text, [&](const ast::Inlines& list) {
                for (const ast::Inline& node : list)
                    if (!std::holds_alternative<ast::Text>(node.node))
                        add('a', node.node.index());
                out += ';';
            });
        });
    });
    return out;
}

// ---- pasted text ----------------------------------------------------------------------------

class PastedText {
public:
    explicit PastedText(const Read& read) : read_(read) {
        values(read.document.front_matter.values);
        ast::for_each_block(read.document.blocks, [&](const ast::Block& block) {
            ast::for_each_text(block, [&](const ast::Inlines& text) { inlines(text); });
        });
    }

    std::vector<Edit> edits;

private:
    /// Where an escape or a reference was written, the slice is not the text.
    void text(const std::string& written, Span span) {
        if (read_.sources.slice(span) != written) return;
        std::string repaired = written;
        TextRepair().repair(repaired, span);
        if (repaired != written && repaired.find('\n') == std::string::npos)
            edits.push_back({span, std::move(repaired)});
    }

    void inlines(const ast::Inlines& list) {
        for (const ast::Inline& node : list) {
            if (const auto* words = std::get_if<ast::Text>(&node.node))
                text(words->text, node.span);
            // The text of a bare address is its destination.
            const auto* link = ast::get_if<ast::Link>(&node.node);
            if (link != nullptr && read_.sources[node.span.file].text()[node.span.begin] != '[')
                continue;
            ast::for_each_child_list(node, [&](const ast::Inlines& inner) { inlines(inner); });
        }
    }

    void values(const ast::Mapping& mapping) {
        for (const ast::Member& member : mapping) value(member.value);
    }

    void value(const ast::Value& written) {
        if (const auto* scalar = std::get_if<ast::Scalar>(&written.node))
            text(scalar->text, written.span);
        if (const auto* items = std::get_if<ast::Sequence>(&written.node))
            for (const ast::Value& item : *items) value(item);
        if (const auto* members = std::get_if<ast::Mapping>(&written.node)) values(*members);
    }

    const Read& read_;
};

// ---- dates ----------------------------------------------------------------------------------

struct WrittenDate {
    Span span;
    std::string text;
};

/// The dates that stand in the source as a reader sees them: no markup inside.
std::vector<WrittenDate> dates_of(const Read& read) {
    std::vector<WrittenDate> found;
    const auto look = [&](const ast::Inlines& list) {
        const RunText run = run_text(list);
        for (const grammar::DateRange& date : grammar::find_dates(run.text)) {
            if (date.confidence < grammar::kDateConfidence) continue;
            std::string text = run.text.substr(date.begin, date.end - date.begin);
            const Span span = run.span_of(date.begin, date.end);
            if (read.sources.slice(span) == text) found.push_back({span, std::move(text)});
        }
    };
    ast::for_each_block(read.document.blocks,
                        [&](const ast::Block& block) { ast::for_each_text(block, look); });
    return found;
}

std::vector<Edit> edits_of_dates(const Read& read, bool with_dashes) {
    const std::vector<WrittenDate> dates = dates_of(read);
    std::vector<std::string> texts;
    for (const WrittenDate& date : dates) texts.push_back(date.text);
    const std::string dash = with_dashes ? usual_dash(texts) : "";
    std::vector<Edit> edits;
    for (const WrittenDate& date : dates) {
        std::string text = with_dash(without_stray_spaces(date.text), dash);
        if (text != date.text) edits.push_back({date.span, std::move(text)});
    }
    return edits;
}

}  // namespace

std::string repair_source(std::string_view text) {
    std::string best(text);
    Read read(best);
    const std::string structure = structure_of(read.document);
    const auto attempt = [&](std::vector<Edit> edits) {
        std::string changed = apply_edits(best, std::move(edits));
        Read again(changed);
        if (structure_of(again.document) != structure) return false;
        best = std::move(changed);
        read = std::move(again);
        return true;
    };
    static_cast<void>(attempt(PastedText(read).edits));
    // Two single tildes would be a strikethrough: then the dashes stay as they are.
    if (!attempt(edits_of_dates(read, true)))
        static_cast<void>(attempt(edits_of_dates(read, false)));
    return best;
}

}  // namespace cvtex::profile
