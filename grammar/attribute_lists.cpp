#include "grammar/attribute_lists.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/rules/extensions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// More attributes than any author writes; the rest are read and forgotten.
constexpr std::size_t kMaxAttributes = 64;

/// Collects while the list is matched; `base` is the text's place in the source.
struct Collector {
    ast::Attributes attributes;
    const char* base = nullptr;
    FileId file;
    std::uint32_t offset = 0;

    void add(std::string name, std::string value, const char* begin, const char* end) {
        const auto place = [&](const char* at) {
            return offset + static_cast<std::uint32_t>(at - base);
        };
        const Span span{file, place(begin), place(end)};
        const auto same = [&](const ast::Attribute& other) { return other.name == name; };
        const auto before = std::find_if(attributes.begin(), attributes.end(), same);
        if (before == attributes.end() && attributes.size() == kMaxAttributes) return;
        if (before == attributes.end()) {
            attributes.push_back({std::move(name), std::move(value), span});
        } else if (name == "class") {
            before->value += " " + value;
            before->span = join(before->span, span);
        } else {
            before->value = std::move(value);  // the last one wins, as in pandoc
            before->span = span;
        }
    }
};

template <class Rule>
struct collect : tao::pegtl::nothing<Rule> {};

template <>
struct collect<rules::id_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        out.add("id", {in.begin() + 1, in.end()}, in.begin(), in.end());
    }
};

template <>
struct collect<rules::class_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        out.add("class", {in.begin() + 1, in.end()}, in.begin(), in.end());
    }
};

template <>
struct collect<rules::unnumbered_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        out.add("class", "unnumbered", in.begin(), in.end());
    }
};

template <>
struct collect<rules::key_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        const std::string_view text(in.begin(), in.size());
        const auto equals = text.find('=');
        std::string_view value = text.substr(equals + 1);
        if (value.front() == '"' || value.front() == '\'') {
            value = value.substr(1, value.size() - 2);
        }
        out.add(ascii::to_lower(text.substr(0, equals)), std::string(value), in.begin(),
                in.end());
    }
};

std::string_view trim_end(std::string_view text) {
    const auto last = text.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// Where the comments at the end of `text` begin, its size when there are none.
std::size_t comments_begin(std::string_view text) {
    std::size_t begin = text.size();
    while (true) {
        const std::string_view head = trim_end(text.substr(0, begin));
        const auto comment =
            head.ends_with("-->") ? head.rfind("<!--") : std::string_view::npos;
        if (comment == std::string_view::npos) return begin;
        begin = comment;
    }
}

}  // namespace

std::uint32_t read_attribute_list(std::string_view text, FileId file, std::uint32_t offset,
                                  ast::Attributes& attributes) {
    Collector collector{{}, text.data(), file, offset};
    const std::uint32_t length = rules::match<rules::attribute_list, collect>(text, collector);
    if (length > 0) attributes = std::move(collector.attributes);
    return length;
}

std::string take_attribute(ast::Attributes& attributes, std::string_view name) {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&](const ast::Attribute& each) { return each.name == name; });
    if (found == attributes.end()) return {};
    std::string value = std::move(found->value);
    attributes.erase(found);
    return value;
}

HeadingAttributes read_heading_attributes(std::string_view text, FileId file,
                                          std::uint32_t offset) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::size_t end = comments_begin(text);
    const std::string_view head = trim_end(text.substr(0, end));
    const auto brace = head.rfind('{');
    if (brace == std::string_view::npos || head.back() != '}') return {{}, {}, size, size};
    HeadingAttributes result{{}, {}, 0, static_cast<std::uint32_t>(end)};
    const auto at = offset + static_cast<std::uint32_t>(brace);
    const auto length = read_attribute_list(head.substr(brace), file, at, result.attributes);
    if (length != head.size() - brace) return {{}, {}, size, size};
    result.id = take_attribute(result.attributes, "id");
    result.begin = static_cast<std::uint32_t>(trim_end(head.substr(0, brace)).size());
    return result;
}

}  // namespace cvtex::grammar
