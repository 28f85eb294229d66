#include "core/stats/interrupted.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/stats/glm.hpp"

namespace problemator {
namespace {

constexpr std::size_t kTime = 0, kLevel = 1, kSlope = 2;

GlmDesign segments_of(std::size_t weeks, std::size_t start, const InterruptedOptions& options, std::span<const std::vector<double>> regressors) {
    GlmDesign design{.rows = weeks, .levels = 1, .columns = 3 + 2 * options.harmonics + regressors.size(), .level = {}, .x = {}};
    for (std::size_t t = 0; t < weeks; ++t) {
        const double since = static_cast<double>(t) - static_cast<double>(start), is_after = t >= start ? 1 : 0;
        for (const double value : {since, is_after, since * is_after}) design.x.push_back(value);
        for (std::size_t h = 1; h <= options.harmonics; ++h) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(h) * static_cast<double>(t) / options.period;
            design.x.push_back(std::sin(angle));
            design.x.push_back(std::cos(angle));
        }
        for (const auto& column : regressors) design.x.push_back(column[t]);
    }
    return design;
}

Interval ratio_of(const GlmFit& fit, std::size_t column, double dispersion, double reach) {
    const double slope = fit.slopes[column], half = reach * slope_error(fit, column, dispersion);
    return {std::exp(slope), std::exp(slope - half), std::exp(slope + half)};
}

bool is_sound(const Interval& interval) { return std::isfinite(interval.value) && std::isfinite(interval.high); }

}  // namespace

Finding<Interrupted> interrupted(std::span<const double> counts, std::size_t start, const InterruptedOptions& options, std::span<const std::vector<double>> regressors) {
    const std::size_t weeks = counts.size();
    const bool are_whole = std::all_of(regressors.begin(), regressors.end(), [&](const auto& column) { return column.size() == weeks; });
    if (start > weeks || start < options.min_weeks || weeks - start < options.min_weeks || !are_whole) return withheld<Interrupted>(Reason::TooFewPeriods, weeks);
    if (options.harmonics > weeks || !(options.period > 1)) return withheld<Interrupted>(Reason::TooFewPeriods, weeks);
    const auto before = counts.first(start), after = counts.subspan(start);
    const auto sum = [](std::span<const double> side) { return std::accumulate(side.begin(), side.end(), 0.0); };
    if (!(sum(before) > 0) || !(sum(after) > 0)) return withheld<Interrupted>(Reason::TooFewCounts, weeks);
    const auto fit = fit_quasi_poisson(segments_of(weeks, start, options, regressors), counts);
    if (!fit) return withheld<Interrupted>(fit.reason, weeks);
    if (fit->is_dropped[kTime] || fit->is_dropped[kLevel] || fit->is_dropped[kSlope]) return withheld<Interrupted>(Reason::NoVariation, weeks);
    const double dispersion = std::max(1.0, fit->dispersion), reach = t_critical(options.alpha, fit->df);
    const auto p = [&](std::size_t column) { return t_two_sided(fit->slopes[column] / slope_error(*fit, column, dispersion), fit->df); };
    const Interrupted result{ratio_of(*fit, kLevel, dispersion, reach), ratio_of(*fit, kSlope, dispersion, reach), ratio_of(*fit, kTime, dispersion, reach), p(kLevel), p(kSlope), dispersion};
    if (!is_sound(result.level) || !is_sound(result.slope) || !is_sound(result.slope_before)) return withheld<Interrupted>(Reason::NotConverged, weeks);
    return found(result, weeks);
}

}  // namespace problemator
