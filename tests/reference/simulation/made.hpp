// Made: weekly counts whose truth is known, for the studies of this folder.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <numbers>
#include <vector>

#include "core/stats/poisson_draw.hpp"
#include "core/stats/random.hpp"

namespace problemator::made {

/// Variance = mean + v·mean²; v = 0 is Poisson.
inline double draw_count(Random& random, double mean, double v) { return draw_poisson(random, v > 1e-3 ? mean * v * random.gamma(1 / v) : mean); }

inline std::size_t draw_below(Random& random, std::size_t n) { return static_cast<std::size_t>(random.uniform() * static_cast<double>(n)); }

/// New Year and May: weeks of the year in which offices are closed and people write less.
inline bool is_holiday_week(std::size_t week) { return week % 52 == 0 || week % 52 == 17 || week % 52 == 18; }

/// A cell's usual mean: level, trend, a season of two waves (so that one harmonic is not the whole truth), holidays.
struct Usual {
    double level = 1, growth = 0, wave = 0, phase = 0, wave2 = 0, phase2 = 0, holiday = 0.6, v = 0;
    double mean(std::size_t week) const {
        const double year = static_cast<double>(week) / 52.1775, turn = 2 * std::numbers::pi * year;
        return level * std::exp(growth * year + wave * std::sin(turn + phase) + wave2 * std::sin(2 * turn + phase2)) * (is_holiday_week(week) ? holiday : 1);
    }
};

struct Share {
    double hits = 0, all = 0;
    void add(bool is_hit) { hits += is_hit ? 1 : 0, all += 1; }
    double percent() const { return all > 0 ? 100 * hits / all : 0; }
};

}  // namespace problemator::made
