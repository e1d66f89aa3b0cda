#include "grammar/heading_attributes.hpp"

#include "grammar/rules/extensions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// Collects while the list is matched; `base` is the text's place in the source.
struct Collector {
    HeadingAttributes result;
    const char* base = nullptr;
    FileId file;
    std::uint32_t offset = 0;

    void add(std::string_view name, std::string_view value, const char* begin,
             const char* end) {
        const auto place = [&](const char* at) {
            return offset + static_cast<std::uint32_t>(at - base);
        };
        result.attributes.push_back(
            {std::string(name), std::string(value), {file, place(begin), place(end)}});
    }
};

template <class Rule>
struct collect : tao::pegtl::nothing<Rule> {};

template <>
struct collect<rules::id_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        out.result.id.assign(in.begin() + 1, in.end());
    }
};

template <>
struct collect<rules::class_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        out.add("class", {in.begin() + 1, in.size() - 1}, in.begin(), in.end());
    }
};

template <>
struct collect<rules::key_attribute> {
    template <class Input>
    static void apply(const Input& in, Collector& out) {
        const std::string_view text(in.begin(), in.size());
        const auto equals = text.find('=');
        std::string_view value = text.substr(equals + 1);
        if (value.front() == '"') value = value.substr(1, value.size() - 2);
        std::string name(text.substr(0, equals));
        for (char& c : name) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        out.add(name, value, in.begin(), in.end());
    }
};

}  // namespace

HeadingAttributes read_heading_attributes(std::string_view text, FileId file,
                                          std::uint32_t offset) {
    HeadingAttributes none;
    none.begin = static_cast<std::uint32_t>(text.size());
    const auto brace = text.rfind('{');
    if (brace == std::string_view::npos || text.back() != '}') return none;
    Collector collector{{}, text.data(), file, offset};
    if (rules::match<rules::attribute_list, collect>(text.substr(brace), collector) == 0) {
        return none;
    }
    const auto last = text.find_last_not_of(" \t", brace == 0 ? 0 : brace - 1);
    const bool empty = brace == 0 || last == std::string_view::npos;
    collector.result.begin = empty ? 0 : static_cast<std::uint32_t>(last + 1);
    return std::move(collector.result);
}

}  // namespace cvtex::grammar
