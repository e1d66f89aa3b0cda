#include "grammar/link_definitions.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "grammar/references.hpp"

namespace cvtex::grammar {
namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string normalize_label(std::string_view label) {
    std::string collapsed;
    collapsed.reserve(label.size());
    bool ascii = true;
    for (const char c : label) {
        if (!is_space(c)) {
            ascii = ascii && static_cast<unsigned char>(c) < 0x80;
            collapsed += ascii::to_lower(c);
        } else if (!collapsed.empty() && collapsed.back() != ' ') {
            collapsed += ' ';
        }
    }
    if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
    return ascii ? collapsed : unicode::fold_case(collapsed);
}

std::size_t take_link_definitions(std::string_view text, LinkDefinitions& definitions) {
    std::size_t taken = 0;
    while (taken < text.size() && text[taken] == '[') {
        const auto definition = scan_link_definition(text.substr(taken));
        if (!definition) break;
        definitions.try_emplace(normalize_label(definition->label),
                                LinkTarget{unescape(definition->target.destination),
                                           unescape(definition->target.title)});
        taken += definition->length;
    }
    return taken;
}

}  // namespace cvtex::grammar
