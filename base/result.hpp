#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace cvtex {

/// What went wrong in the environment: a missing file, a bad font, an unwritable output.
/// Problems in the user's document are diagnostics instead.
struct Error {
    std::string message;  ///< lower case, no full stop: what was found, what was expected
    std::string hint;     ///< one action to take; may be empty
};

/// A value or an `Error`: what a function returns when the environment can make it fail.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}

    Result(Error error) : state_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }

    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & {
        assert(ok());
        return *std::get_if<T>(&state_);
    }

    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<T>(&state_);
    }

    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<T>(&state_));
    }

    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<Error>(&state_);
    }

    T& operator*() { return value(); }

    const T& operator*() const { return value(); }

    T* operator->() { return &value(); }

    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {
    bool operator==(const Done&) const = default;
};

using Status = Result<Done>;

}  // namespace cvtex
