#include "grammar/front_matter.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/front_matter_text.hpp"
#include "grammar/json.hpp"
#include "grammar/toml.hpp"
#include "grammar/yaml.hpp"

namespace cvtex::grammar {
namespace {

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// `fence` alone on its line, white space after it allowed.
bool is_fence(std::string_view line, std::string_view fence) {
    return line.starts_with(fence) && is_blank(line.substr(fence.size()));
}

bool is_key_character(char c) {
    return ascii::is_alphanumeric(c) || c == '_' || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The length of a bare or quoted key at the start of `line`; 0 when there is none.
std::size_t key_length(std::string_view line) {
    if (!line.empty() && (line[0] == '"' || line[0] == '\'')) {
        const auto close = line.find(line[0], 1);
        return close == std::string_view::npos ? 0 : close + 1;
    }
    std::size_t length = 0;
    while (length < line.size() && is_key_character(line[length])) ++length;
    return length;
}

bool is_yaml_entry(std::string_view line) {
    const std::string_view rest = line.substr(key_length(line));
    return rest.size() < line.size() && rest.starts_with(':') &&
           (rest.size() == 1 || rest[1] == ' ');
}

bool is_toml_entry(std::string_view line) {
    std::string_view rest = line.substr(key_length(line));
    if (rest.size() == line.size()) return line.starts_with('[') || line.starts_with('#');
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    return rest.starts_with('=');
}

/// Walks the lines of a text.
class Lines {
public:
    explicit Lines(std::string_view text, std::size_t start = 0) : text_(text), next_(start) {}

    /// False at the end of the text.
    bool next() {
        if (next_ >= text_.size()) return false;
        begin_ = next_;
        const auto end = text_.find('\n', begin_);
        end_ = end == std::string_view::npos ? text_.size() : end;
        next_ = end == std::string_view::npos ? text_.size() : end + 1;
        return true;
    }

    [[nodiscard]] std::string_view line() const { return text_.substr(begin_, end_ - begin_); }

    [[nodiscard]] std::uint32_t begin() const { return static_cast<std::uint32_t>(begin_); }

    [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(end_); }

    [[nodiscard]] std::uint32_t after() const { return static_cast<std::uint32_t>(next_); }

private:
    std::string_view text_;
    std::size_t begin_ = 0, end_ = 0, next_;
};

FrontMatterResult make_result(ast::FrontMatterFormat format, FileId file, std::uint32_t end,
                              std::uint32_t body_begin, ast::Mapping values) {
    return {{format, {file, 0, end}, std::move(values)}, body_begin};
}

FrontMatterResult read_toml(const Sources& sources, FileId file, std::uint32_t start,
                            Diagnostics& diagnostics) {
    Lines lines(sources[file].text(), start);
    lines.next();
    const std::uint32_t begin = lines.after();
    std::uint32_t looks_like_toml = begin;  // end of the leading lines that may be TOML
    bool still_toml = true;
    while (lines.next()) {
        if (is_fence(lines.line(), "+++")) {
            auto values = parse_toml(sources, {file, begin, lines.begin()}, diagnostics);
            return make_result(ast::FrontMatterFormat::Toml, file, lines.end(), lines.after(),
                               std::move(values));
        }
        still_toml = still_toml && (is_blank(lines.line()) || is_toml_entry(lines.line()));
        if (still_toml) looks_like_toml = lines.after();
    }
    diagnostics.error("front-matter-unclosed", {file, start, start + 3},
                      "front matter that starts with +++ has no closing +++",
                      "add a line +++ after the last key");
    auto values = parse_toml(sources, {file, begin, looks_like_toml}, diagnostics);
    return make_result(ast::FrontMatterFormat::Toml, file, looks_like_toml, looks_like_toml,
                       std::move(values));
}

/// `title:张三` and `title：张三`: text to YAML, but clearly meant as entries.
bool is_tight_entry(std::string_view line) {
    constexpr std::size_t kLongestKey = 30;  // bytes
    const std::size_t ascii = line.find(':');
    const std::size_t colon = std::min(ascii, line.find("：", 0));
    if (colon == std::string_view::npos || colon == 0 || colon > kLongestKey) return false;
    const bool key = key_length(line) >= colon && !line.substr(colon).starts_with("://");
    return key && line.size() > colon + 1;
}

/// Nothing when the lines are not all such entries; otherwise an error and an empty mapping.
std::optional<ast::Mapping> reject_tight_entries(const Sources& sources, Span region,
                                                 Diagnostics& diagnostics) {
    Lines lines(sources.slice(region));
    Span first;
    while (lines.next()) {
        const std::string_view line = lines.line();
        if (is_blank(line) || line.starts_with('#') || is_yaml_entry(line)) continue;
        if (!is_tight_entry(line)) return std::nullopt;
        if (!first.valid()) {
            first = {region.file, region.begin + lines.begin(), region.begin + lines.end()};
        }
    }
    if (!first.valid()) return std::nullopt;
    diagnostics.error("yaml-syntax", first, "broken YAML: no \": \" after the key",
                      "write a colon and a space after the key: title: 张三");
    return ast::Mapping{};
}

/// A leading `---` may also be a thematic break: it opens front matter only if a closing line
/// follows and what stands between is a mapping, or is meant to be one.
FrontMatterResult read_yaml(const Sources& sources, FileId file, std::uint32_t start,
                            Diagnostics& diagnostics) {
    Lines lines(sources[file].text(), start);
    lines.next();
    const std::uint32_t begin = lines.after();
    bool first_is_entry = false, first_is_blank = false, first = true;
    while (lines.next()) {
        if (is_fence(lines.line(), "---") || is_fence(lines.line(), "...")) {
            Diagnostics found;
            auto values = parse_yaml(sources, {file, begin, lines.begin()}, found);
            // pandoc's rule: a blank line after the opening line speaks for a thematic break.
            if (!values && !first_is_blank) {
                values = reject_tight_entries(sources, {file, begin, lines.begin()}, found);
            }
            if (!values || (found.error_count() > 0 && first_is_blank)) return {};
            for (const Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
            return make_result(ast::FrontMatterFormat::Yaml, file, lines.end(), lines.after(),
                               std::move(*values));
        }
        if (std::exchange(first, false)) {
            first_is_entry = is_yaml_entry(lines.line());
            first_is_blank = is_blank(lines.line());
        }
    }
    if (first_is_entry) {
        diagnostics.warning("front-matter-unclosed", {file, start, start + 3},
                            "no closing --- follows, so the lines below are set as text",
                            "add a line --- after the last key");
    }
    return {};
}

/// `{` and `}` each alone on a line, or `{` before a quoted key and a colon: not a template
/// tag, not an attribute.
bool looks_like_json(std::string_view text) {
    Lines lines(text);
    if (lines.next() && is_fence(lines.line(), "{")) {
        while (lines.next()) {
            if (is_fence(lines.line(), "}")) return true;
        }
    }
    const auto skip = [&](std::size_t at) {
        return std::min(text.find_first_not_of(" \t\n", at), text.size());
    };
    std::size_t at = skip(1);
    if (at < text.size() && text[at] == '}') return true;
    if (at >= text.size() || text[at] != '"') return false;
    const auto close = text.find('"', at + 1);
    if (close == std::string_view::npos) return false;
    at = skip(close + 1);
    return at < text.size() && text[at] == ':';
}

/// Where broken JSON ends: after the first line that is only `}`, else before the first blank
/// line.
std::uint32_t end_of_broken_json(std::string_view text) {
    std::uint32_t blank = static_cast<std::uint32_t>(text.size());
    Lines lines(text);
    while (lines.next()) {
        if (is_fence(lines.line(), "}")) return lines.after();
        if (is_blank(lines.line()) && blank == text.size()) blank = lines.begin();
    }
    return blank;
}

FrontMatterResult read_json(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    const std::string_view text = sources[file].text();
    if (!looks_like_json(text)) return {};
    Diagnostics found;
    JsonResult json =
        parse_json_object(sources, {file, 0, static_cast<std::uint32_t>(text.size())}, found);
    std::uint32_t end = json.end;
    std::uint32_t body = end;
    if (json.complete) {
        const LineRange line = line_around(text, json.end);
        if (!is_blank(text.substr(json.end, line.end - json.end))) return {};
        body = std::min(line.end + 1, static_cast<std::uint32_t>(text.size()));
    } else {
        end = body = end_of_broken_json(text);
    }
    for (const Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
    return make_result(ast::FrontMatterFormat::Json, file, end, body, std::move(json.values));
}

}  // namespace

FrontMatterResult parse_front_matter(const Sources& sources, FileId file,
                                     Diagnostics& diagnostics) {
    // Empty lines above are an accident that site generators do not forgive; here they may be.
    std::string_view text = sources[file].text();
    const auto start =
        static_cast<std::uint32_t>(std::min(text.find_first_not_of('\n'), text.size()));
    const std::string_view first =
        text.substr(start, std::min(text.find('\n', start), text.size()) - start);
    if (is_fence(first, "+++")) return read_toml(sources, file, start, diagnostics);
    if (is_fence(first, "---")) return read_yaml(sources, file, start, diagnostics);
    if (text.starts_with('{')) return read_json(sources, file, diagnostics);
    return {};
}

}  // namespace cvtex::grammar
