#pragma once

namespace cvtex {

/// Joins lambdas into one visitor. House rule: no generic fallback, so that a new alternative
/// of a variant breaks the build where it must be handled.
template <class... Ts>
struct overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

}  // namespace cvtex
