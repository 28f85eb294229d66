// Random: chance that repeats itself. The same seed gives the same numbers on every platform, so two readers see the same intervals.
#pragma once
#include <cstdint>

namespace problemator {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}
    std::uint64_t next();                       // SplitMix64 (Steele, Lea & Flood 2014)
    double uniform();                           // in (0, 1)
    double normal();                            // by inversion
    double gamma(double shape);                 // Marsaglia & Tsang 2000; shape > 0, scale 1
    double beta(double a, double b);            // a, b > 0

private:
    std::uint64_t state_;
};

}  // namespace problemator
