#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "grammar/parse.hpp"
#include "profile/profile.hpp"
#include "styles/apply.hpp"

/// Markdown through grammar, profile and styles: what the tests of styles/ look at.
namespace cvtex::testing {

struct Styled {
    styles::StyledDocument document;
    Diagnostics diagnostics;
    Sources sources;
    std::string dump;

    [[nodiscard]] bool shows(const std::string& text) const {
        return dump.find(text) != std::string::npos;
    }
};

struct StylingOptions {
    std::string style = "plain";
    std::vector<std::pair<std::string, std::string>> overrides = {};
    std::map<std::string, std::string> files = {};  ///< what the reader finds
    std::string document_dir = {};
    bool takes_remote_images = false;
};

inline Styled style_markdown(const std::string& markdown, const StylingOptions& options = {}) {
    Styled styled;
    const FileId file = styled.sources.add(Source::decode("test.md", markdown));
    ast::Document document = grammar::parse(styled.sources, file, styled.diagnostics);
    document = grammar::interpret_html(std::move(document), styled.sources, styled.diagnostics);
    profile::Profile profile =
        profile::make_profile(std::move(document), styled.sources, {}, styled.diagnostics);
    const styles::FileReader read = [&](const std::string& path) -> Result<std::string> {
        const auto found = options.files.find(path);
        if (found == options.files.end()) return Error{"no such file: " + path, {}};
        return found->second;
    };
    styled.document = styles::apply_style(
        profile,
        {options.style, options.overrides, options.document_dir, options.takes_remote_images},
        read, styled.sources, styled.diagnostics);
    styled.dump = styles::dump(styled.document);
    return styled;
}

/// The text of every run in reading order, breaks as '\n', blocks ended by '\n'.
inline std::string text_of(const styles::InlineItems& items) {
    std::string text;
    for (const styles::InlineItem& item : items) {
        if (const auto* run = std::get_if<styles::TextRun>(&item)) text += run->text;
        if (std::holds_alternative<styles::ForcedBreak>(item)) text += '\n';
    }
    return text;
}

/// The first paragraph whose text is `text`, anywhere in the tree.
inline const styles::Paragraph* find_paragraph(const styles::Blocks& blocks,
                                               const std::string& text) {
    for (const styles::Block& block : blocks) {
        const styles::Paragraph* found = nullptr;
        if (const auto* paragraph = std::get_if<styles::Paragraph>(&block.node)) {
            if (text_of(paragraph->content) == text) found = paragraph;
        } else if (const auto* container = std::get_if<styles::Container>(&block.node)) {
            found = find_paragraph(container->children, text);
        } else if (const auto* list = std::get_if<styles::List>(&block.node)) {
            for (const styles::ListItem& item : list->items)
                if (!found) found = find_paragraph(item.children, text);
        }
        if (found) return found;
    }
    return nullptr;
}

/// The first diagnostic with `code`, or null.
inline const Diagnostic* find_diagnostic(const Styled& styled, const std::string& code) {
    for (const Diagnostic& diagnostic : styled.diagnostics.all())
        if (diagnostic.code == code) return &diagnostic;
    return nullptr;
}

}  // namespace cvtex::testing
