#include "styles/own_name.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return ascii::is_letter(c) || c == '-' || c == '\'' || c == '.';
    });
}

/// `given` in Latin letters as its first letter with a full stop.
std::string initial_of(std::string_view given) {
    return std::string(given.substr(0, 1)) + ".";
}

void add_latin_forms(std::vector<std::string_view> words, std::vector<std::string>& forms) {
    if (words.size() < 2) return;
    const std::string family(words.back());
    std::string given, initials;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        given += (i > 0 ? " " : "") + std::string(words[i]);
        initials += (i > 0 ? " " : "") + initial_of(words[i]);
    }
    for (const std::string& first : {given, initials}) {
        forms.push_back(first + " " + family);
        forms.push_back(family + ", " + first);
        forms.push_back(family + " " + first);
    }
}

/// Whether text[begin, end) stands alone: Latin words go on with letters.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    const bool before =
        begin > 0 && ascii::is_letter(text[begin]) && ascii::is_letter(text[begin - 1]);
    const bool after =
        end < text.size() && ascii::is_letter(text[end - 1]) && ascii::is_letter(text[end]);
    return !before && !after;
}

void mark_line(Context& context, InlineItems& items, const std::vector<std::string>& forms,
               const Scope& scope) {
    const auto text = text_only(items);
    if (!text) return;
    for (std::size_t at = 0; at < text->size();) {
        const auto form = std::find_if(forms.begin(), forms.end(), [&](const std::string& f) {
            return text->compare(at, f.size(), f) == 0 &&
                   stands_alone(*text, at, at + f.size());
        });
        if (form == forms.end()) {
            ++at;
            continue;
        }
        const std::size_t begin = split_at(items, at);
        const std::size_t end = split_at(items, at + form->size());
        redress(context, items, begin, end, scope, Element::OwnName);
        at += form->size();
    }
}

void mark_blocks(Context& context, Blocks& blocks, const std::vector<std::string>& forms,
                 const Scope& scope) {
    for (Block& block : blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.node)) {
            if (paragraph->heading_level == 0)
                mark_line(context, paragraph->content, forms, scope);
        } else if (auto* list = std::get_if<List>(&block.node)) {
            for (ListItem& item : list->items)
                mark_blocks(context, item.children, forms, scope);
        } else if (auto* container = std::get_if<Container>(&block.node)) {
            mark_blocks(context, container->children, forms, scope);
        }
    }
}

}  // namespace

std::vector<std::string> name_forms(std::string_view name) {
    std::vector<std::string> forms;
    std::vector<std::string_view> latin;
    std::string wide;
    for (const std::string_view word : split_words(name)) {
        if (is_latin(word))
            latin.push_back(word);
        else
            wide += std::string(word);
    }
    if (count_code_points(wide) > 1) forms.push_back(wide);
    add_latin_forms(latin, forms);
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return forms;
}

void mark_own_name(Context& context, Blocks& blocks, const Scope& scope) {
    const profile::Profile& profile = context.profile;
    const auto& name = profile.name ? profile.name : profile.author;
    if (!name) return;
    const std::vector<std::string> forms = name_forms(name->text);
    if (!forms.empty()) mark_blocks(context, blocks, forms, scope);
}

}  // namespace cvtex::styles
