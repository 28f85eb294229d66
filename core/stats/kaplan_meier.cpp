#include "core/stats/kaplan_meier.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/sort_minutes.hpp"
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

constexpr double kRounding = 1e-12;   // 1 − 1/2 of a product of fractions is not exactly 1/2

}  // namespace

std::vector<SurvivalStep> kaplan_meier(std::vector<Duration> durations, CurveLimits limits) {
    std::erase_if(durations, [](const Duration& d) { return d.entered > 0 && d.entered >= d.minutes; });
    sort_by_minutes(durations, [](const Duration& d) { return d.minutes; });
    std::vector<std::int32_t> late;   // ages of those watched from later on
    for (const auto& d : durations)
        if (d.entered > 0) late.push_back(d.entered);
    sort_by_minutes(late, [](std::int32_t entered) { return entered; });
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
