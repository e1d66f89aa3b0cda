#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "grammar/ast.hpp"
#include "styles/sheet.hpp"

/// The tables behind schema.hpp, and what their rows are made of. For styles/schema*.cpp alone.
namespace cvtex::styles {

template <class T>
auto& follow(T& object) {
    return object;
}

template <class T, class Member, class... Members>
auto& follow(T& object, Member member, Members... members) {
    return follow(object.*member, members...);
}

template <class Target>
using Setter = Status (*)(Target&, const ast::Value&);

/// Reads a `Type` into the field that the member pointers lead to.
template <class Target, class Type, auto... Members>
Status set_member(Target& target, const ast::Value& value) {
    auto read = Type::read(value);
    if (!read) return read.error();
    follow(target, Members...) = std::move(read).value();
    return Done{};
}

/// Properties that elements have in common.
enum Group : unsigned { kText = 1, kParagraph = 2, kBox = 4 };

struct ElementRow {
    std::string_view name;
    unsigned groups;
    std::string_view meaning;
};

/// `heading.2.PROPERTY`.
struct PropertyRow {
    std::string_view name;
    unsigned group;
    Setter<ElementSheet> set;
    std::string (*describe)();
    std::string (*json)();
    std::string_view meaning;
};

/// A key of its own.
struct ExtraRow {
    std::string_view name;  ///< a segment `*` stands for any name
    Status (*set)(Sheet&, std::span<const std::string>, const ast::Value&);
    std::string (*describe)();
    std::string (*json)();
    std::string_view meaning;
};

/// In the order of `Element`.
[[nodiscard]] std::span<const ElementRow> element_rows();
[[nodiscard]] std::span<const PropertyRow> property_rows();
[[nodiscard]] std::span<const ExtraRow> extra_rows();

}  // namespace cvtex::styles
