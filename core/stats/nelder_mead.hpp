// Least value of a function of a few bounded variables, without derivatives (Nelder & Mead 1965, Comput J 7:308–313).
// A step beyond a bound stops at it. The search starts anew from its answer until that helps no more. Deterministic.
#pragma once
#include <functional>
#include <span>
#include <vector>

namespace problemator {

struct Bounds { double low = 0, high = 1; };
struct Minimum { std::vector<double> at; double value = 0; };

/// At most `most_calls` calls of `f`, which returns finite numbers. pre: start.size() == bounds.size(), start within the bounds
Minimum minimise(const std::function<double(std::span<const double>)>& f, std::span<const double> start, std::span<const Bounds> bounds, int most_calls = 2000);

}  // namespace problemator
