#include "grammar/front_matter_text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace cvtex::grammar {

TextPositions::TextPositions(std::string_view text) {
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        code_points_.push_back(i);
        if (byte == '\n') {
            line_starts_.push_back(static_cast<std::uint32_t>(code_points_.size()));
        }
    }
    code_points_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t TextPositions::offset(std::uint32_t line, std::uint32_t column) const {
    if (line == 0 || column == 0) return 0;
    if (line > line_starts_.size()) return code_points_.back();
    const std::size_t index = std::size_t{line_starts_[line - 1]} + column - 1;
    return code_points_[std::min(index, code_points_.size() - 1)];
}

LineRange line_around(std::string_view text, std::uint32_t offset) {
    const auto at = std::min<std::size_t>(offset, text.size());
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t after = text.find('\n', at);
    return {static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1),
            static_cast<std::uint32_t>(after == std::string_view::npos ? text.size() : after)};
}

bool blank_last_line(std::string& text, std::uint32_t offset) {
    const auto is_blank = [&](LineRange line) {
        return std::string_view(text)
                   .substr(line.begin, line.end - line.begin)
                   .find_first_not_of(" \t") == std::string_view::npos;
    };
    LineRange line = line_around(text, offset);
    while (is_blank(line)) {
        if (line.begin == 0) return false;
        line = line_around(text, line.begin - 1);
    }
    std::fill(text.begin() + line.begin, text.begin() + line.end, ' ');
    return true;
}

void report_duplicate(const std::string& key, Span first, Span second,
                      Diagnostics& diagnostics) {
    diagnostics.add({Severity::Error,
                     "duplicate-key",
                     "key \"" + key + "\" is written twice",
                     second,
                     "keep one of the two; the first one is used",
                     {{first, "first written here"}}});
}

void drop_duplicates(ast::Mapping& mapping, Diagnostics& diagnostics) {
    std::vector<std::size_t> order(mapping.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return mapping[a].key < mapping[b].key;
    });
    std::vector<std::pair<std::size_t, std::size_t>> repeated;  // (later, first)
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        if (mapping[order[i]].key != mapping[order[first]].key) {
            first = i;
        } else {
            repeated.emplace_back(order[i], order[first]);
        }
    }
    if (repeated.empty()) return;
    std::sort(repeated.begin(), repeated.end());
    std::vector<bool> drop(mapping.size(), false);
    for (const auto& [later, first] : repeated) {
        report_duplicate(mapping[later].key, mapping[first].key_span, mapping[later].key_span,
                         diagnostics);
        drop[later] = true;
    }
    ast::Mapping kept;
    for (std::size_t i = 0; i < mapping.size(); ++i) {
        if (!drop[i]) kept.push_back(std::move(mapping[i]));
    }
    mapping = std::move(kept);
}

}  // namespace cvtex::grammar
