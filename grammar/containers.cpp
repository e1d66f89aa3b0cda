#include "grammar/containers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/attribute_lists.hpp"
#include "grammar/rules/extensions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// [begin, end) of `text` without the blanks and the decorative colons around it.
struct Part {
    std::uint32_t begin = 0, end = 0;

    [[nodiscard]] std::string_view of(std::string_view text) const {
        return text.substr(begin, end - begin);
    }
};

Part trimmed(std::string_view text, std::uint32_t begin) {
    auto end = static_cast<std::uint32_t>(text.size());
    while (begin < end && ascii::is_blank(text[begin])) ++begin;
    while (end > begin && ascii::is_blank(text[end - 1])) --end;
    auto bare = end;
    while (bare > begin && text[bare - 1] == ':') --bare;
    // `::: name :::::` and `::::: {.name} :::::` are pandoc's.
    const bool decorated =
        end - bare >= 3 && (bare == begin || ascii::is_blank(text[bare - 1]));
    if (decorated) end = bare;
    while (end > begin && ascii::is_blank(text[end - 1])) --end;
    return {begin, end};
}

void add_name(ContainerOpening& opening, std::string_view name, FileId file,
              std::uint32_t begin) {
    const Span span{file, begin, begin + static_cast<std::uint32_t>(name.size())};
    for (ast::Attribute& each : opening.attributes) {
        if (each.name != "class") continue;
        each.value = std::string(name) + " " + each.value;
        each.span = join(span, each.span);
        return;
    }
    opening.attributes.insert(opening.attributes.begin(), {"class", std::string(name), span});
}

/// Names after which a number is how many columns there are, not a title.
bool counts_columns(std::string_view name) {
    static constexpr std::array<std::string_view, 4> kNames{"columns", "cols", "grid", "row"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

std::optional<ContainerOpening> scan_container_opening(std::string_view rest, FileId file,
                                                       std::uint32_t offset) {
    ContainerOpening opening;
    opening.colons = rules::match<rules::container_colons>(rest);
    if (opening.colons == 0) return std::nullopt;
    const Part info = trimmed(rest, opening.colons);
    std::uint32_t at = info.begin;
    std::string_view name;
    if (const auto braced = rules::match<rules::braced_name>(info.of(rest))) {
        const std::string_view inside = rest.substr(at + 1, braced - 2);
        name = trimmed(inside, 0).of(inside);
        at += braced;
    } else if (const auto bare = rules::match<rules::container_name>(info.of(rest))) {
        name = rest.substr(at, bare);
        at += bare;
    }
    Part title = trimmed(rest, at);
    if (title.of(rest).starts_with('[')) {
        const auto close = title.of(rest).find(']');
        if (close != std::string_view::npos) {
            at = title.begin + static_cast<std::uint32_t>(close) + 1;
            title = {title.begin + 1, at - 1};
        }
    }
    const Part rest_of_line = trimmed(rest, at);
    const std::uint32_t length = read_attribute_list(
        rest.substr(rest_of_line.begin), file, offset + rest_of_line.begin, opening.attributes);
    const bool titled = title.begin != rest_of_line.begin;  // in square brackets
    if (length > 0 && !titled) title = trimmed(rest, rest_of_line.begin + length);
    if (name.empty() && length == 0) return std::nullopt;
    if (!name.empty()) {
        add_name(opening, name, file,
                 offset + static_cast<std::uint32_t>(name.data() - rest.data()));
    }
    opening.details = name == "details";
    const std::string_view words = title.of(rest);
    const bool number = words.size() == 1 && words[0] >= '1' && words[0] <= '9';
    if (number && counts_columns(name)) {
        const Span span{file, offset + title.begin, offset + title.end};
        opening.attributes.push_back({"columns", std::string(words), span});
    } else {
        opening.title_begin = title.begin;
        opening.title_end = title.end;
    }
    return opening;
}

std::uint32_t scan_container_closing(std::string_view rest) {
    if (rules::match<rules::container_closing>(rest) == 0) return 0;
    return rules::match<rules::container_colons>(rest);
}

}  // namespace cvtex::grammar
