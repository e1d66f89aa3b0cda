#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/rules/characters.hpp"

/// The one way rules are run: at the start of a view, on a lazily tracked input (spans come
/// from pointer differences, never from `position()`). No rule uses `must`, so nothing throws.
namespace cvtex::grammar::rules {

/// Bytes matched by `Rule` at the start of `text`; 0 when it does not match (rules that can
/// match nothing are not told apart and need not be).
template <class Rule, template <class...> class Action = tao::pegtl::nothing, class... States>
[[nodiscard]] std::uint32_t match(std::string_view text, States&&... states) {
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*>
        input(text.data(), text.data() + text.size(), "");
    if (!tao::pegtl::parse<Rule, Action>(input, states...)) return 0;
    return static_cast<std::uint32_t>(input.current() - text.data());
}

}  // namespace cvtex::grammar::rules
