// Finding: a figure with what it rests on, or the reason why it is not given. Models turn the reason into words; none is silently left out.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace problemator {

/// Why a method says nothing.
enum class Reason : std::uint8_t {
    None,
    TooFewPeriods,     // the history is shorter than the method needs
    TooFewCounts,      // the counts are too small for any statement
    NoVariation,       // all values are equal: nothing to compare or to fit
    NotConverged,      // the fit did not settle
    Unfinished,        // the last period is not over
    NoNeighbours,      // nothing stands near enough to compare with
    TooLarge,          // more than the method's stated bound
};

/// Name for tables and machines; None has none.
constexpr std::string_view reason_id(Reason reason) {
    switch (reason) {
        case Reason::None: return "";
        case Reason::TooFewPeriods: return "too_few_periods";
        case Reason::TooFewCounts: return "too_few_counts";
        case Reason::NoVariation: return "no_variation";
        case Reason::NotConverged: return "not_converged";
        case Reason::Unfinished: return "unfinished";
        case Reason::NoNeighbours: return "no_neighbours";
        case Reason::TooLarge: return "too_large";
    }
    return "";
}

/// pre: `value` is empty exactly when `reason` is not None.
template <typename T>
struct Finding {
    std::optional<T> value;
    Reason reason = Reason::None;
    std::size_t n = 0;                 // observations behind it: messages, weeks or cells, as the method says

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
    const T* operator->() const { return &*value; }
};

template <typename T>
Finding<T> withheld(Reason reason, std::size_t n = 0) { return {std::nullopt, reason, n}; }
template <typename T>
Finding<T> found(T value, std::size_t n) { return {std::move(value), Reason::None, n}; }

/// A figure with its interval.
struct Interval { double value = 0, low = 0, high = 0; };

}  // namespace problemator
