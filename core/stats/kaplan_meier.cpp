#include "core/stats/kaplan_meier.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

SurvivalStep step_at(std::int32_t minutes, double open_share, double greenwood, double at_risk, double closed, CurveLimits limits) {
    SurvivalStep step{minutes, open_share, open_share, open_share, at_risk, closed, greenwood};
    if (open_share <= 0 || open_share >= 1 || limits == CurveLimits::LeftOut) return step;
    const double spread = kZ95 * std::sqrt(greenwood) / std::log(open_share);
    const double a = std::pow(open_share, std::exp(spread)), b = std::pow(open_share, std::exp(-spread));
    step.low = std::min(a, b);
    step.high = std::max(a, b);
    return step;
}

/// Ascending by minutes, in no order among equals. Many by digits of 11 bits, a pass each: a year of messages in milliseconds.
void sort_by_minutes(std::vector<Duration>& durations) {
    constexpr std::size_t kFew = 2048;
    constexpr unsigned kDigitBits = 11;
    const auto is_before = [](const Duration& a, const Duration& b) { return a.minutes < b.minutes; };
    if (durations.size() < kFew) return std::sort(durations.begin(), durations.end(), is_before);
    const auto [least, most] = std::minmax_element(durations.begin(), durations.end(), is_before);
    const auto origin = static_cast<std::uint32_t>(least->minutes), span = static_cast<std::uint32_t>(most->minutes) - origin;
    std::vector<Duration> sorted(durations.size());
    for (unsigned shift = 0; shift < 32 && span >> shift > 0; shift += kDigitBits) {
        const auto digit = [origin, shift](const Duration& d) { return (static_cast<std::uint32_t>(d.minutes) - origin) >> shift & ((1u << kDigitBits) - 1); };
        std::array<std::size_t, (1u << kDigitBits) + 1> place{};
        for (const Duration& d : durations) ++place[digit(d) + 1];
        for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
        for (const Duration& d : durations) sorted[place[digit(d)]++] = d;
        durations.swap(sorted);
    }
}

constexpr double kRounding = 1e-12;   // 1 − 1/2 of a product of fractions is not exactly 1/2

}  // namespace

std::vector<SurvivalStep> kaplan_meier(std::vector<Duration> durations, CurveLimits limits) {
    std::erase_if(durations, [](const Duration& d) { return d.entered > 0 && d.entered >= d.minutes; });
    sort_by_minutes(durations);
    std::vector<std::int32_t> late;   // ages of those watched from later on
    for (const auto& d : durations)
        if (d.entered > 0) late.push_back(d.entered);
    std::sort(late.begin(), late.end());
    std::vector<SurvivalStep> steps;
    double open_share = 1, greenwood = 0;
    std::size_t entered = 0;
    for (std::size_t i = 0; i < durations.size();) {
        const auto minutes = durations[i].minutes;
        while (entered < late.size() && late[entered] < minutes) ++entered;
        const auto at_risk = static_cast<double>(durations.size() - i - (late.size() - entered));
        double closed = 0;
        for (; i < durations.size() && durations[i].minutes == minutes; ++i) closed += durations[i].is_closed ? 1 : 0;
        if (closed == 0) continue;
        open_share *= 1 - closed / at_risk;
        if (closed < at_risk) greenwood += closed / (at_risk * (at_risk - closed));
        steps.push_back(step_at(minutes, open_share, greenwood, at_risk, closed, limits));
    }
    return steps;
}

std::optional<std::int32_t> median_minutes(std::vector<Duration> durations) {
    for (const auto& step : kaplan_meier(std::move(durations), CurveLimits::LeftOut))
        if (step.open_share <= 0.5 + kRounding) return step.minutes;
    return std::nullopt;
}

Finding<TimeQuantile> time_quantile(std::span<const SurvivalStep> steps, double share) {
    const double left = 1 - std::clamp(share, 0.0, 1.0) + kRounding;
    TimeQuantile quantile;
    bool is_reached = false;
    double closed = 0;
    for (const auto& step : steps) {
        closed += step.closed;
        const bool has_limits = step.open_share > 0;
        if (has_limits && !quantile.low && step.low <= left) quantile.low = step.minutes;
        if (has_limits && !quantile.high && step.high <= left) quantile.high = step.minutes;
        if (is_reached || step.open_share > left) continue;
        is_reached = true;
        quantile.minutes = step.minutes;
    }
    const auto n = static_cast<std::size_t>(closed);
    return is_reached ? found(quantile, n) : withheld<TimeQuantile>(Reason::TooFewCounts, n);
}

double open_share_at(std::span<const SurvivalStep> steps, std::int32_t minutes) {
    const auto after = std::upper_bound(steps.begin(), steps.end(), minutes, [](std::int32_t m, const SurvivalStep& step) { return m < step.minutes; });
    return after == steps.begin() ? 1 : (after - 1)->open_share;
}

}  // namespace problemator
