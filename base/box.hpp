#pragma once

#include <memory>
#include <utility>

namespace cvtex {

/// A value on the heap, where its own size would be too much: copies copy the value, and it is
/// taken for the value wherever one is asked for. For the large and rare alternatives of a
/// variant, whose size every other alternative pays for too. Empty only after a move.
template <class T>
class Box {
public:
    Box(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: is a value

    Box(const Box& other) : value_(std::make_unique<T>(*other.value_)) {}

    Box(Box&&) noexcept = default;

    Box& operator=(const Box& other) {
        value_ = std::make_unique<T>(*other.value_);  // Also where a move has left nothing.
        return *this;
    }

    Box& operator=(Box&&) noexcept = default;

    ~Box() = default;

    operator const T&() const& { return *value_; }  // NOLINT: is a value

    operator T&() & { return *value_; }  // NOLINT

    operator T&&() && { return std::move(*value_); }  // NOLINT

private:
    std::unique_ptr<T> value_;
};

}  // namespace cvtex
