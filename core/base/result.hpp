// Result<T>: a value, or the Error that explains why there is none.
// Errors cross module borders as values; the core is built with -fno-exceptions on every platform.
#pragma once
#include <cassert>
#include <utility>
#include <variant>

#include "core/base/error.hpp"

namespace problemator {

struct Nothing {};

template <class T = Nothing>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : state_{std::in_place_index<1>, std::move(error)} {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& operator*() & { assert(ok()); return *std::get_if<0>(&state_); }
    const T& operator*() const& { assert(ok()); return *std::get_if<0>(&state_); }
    T&& operator*() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
    T* operator->() { return &**this; }
    const T* operator->() const { return &**this; }
    const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

// TRY(auto table, read_snapshot(bytes));  — binds the value, or returns the error to our caller.
#define PM_CAT2(a, b) a##b
#define PM_CAT(a, b) PM_CAT2(a, b)
#define TRY(binding, expr) TRY_IMPL(PM_CAT(try_, __LINE__), binding, expr)
#define TRY_IMPL(tmp, binding, expr) \
    auto tmp = (expr);               \
    if (!tmp) return tmp.error();    \
    binding = *std::move(tmp)

}  // namespace problemator
