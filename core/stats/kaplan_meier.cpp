#include "core/stats/kaplan_meier.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

SurvivalStep step_at(std::int32_t minutes, double open_share, double greenwood) {
    if (open_share <= 0 || open_share >= 1) return {minutes, open_share, open_share, open_share};
    const double spread = kZ95 * std::sqrt(greenwood) / std::log(open_share);
    const double a = std::pow(open_share, std::exp(spread)), b = std::pow(open_share, std::exp(-spread));
    return {minutes, open_share, std::min(a, b), std::max(a, b)};
}

}  // namespace

std::vector<SurvivalStep> kaplan_meier(std::vector<Duration> durations) {
    std::sort(durations.begin(), durations.end(), [](const Duration& a, const Duration& b) { return a.minutes < b.minutes; });
    std::vector<SurvivalStep> steps;
    double open_share = 1, greenwood = 0;
    for (std::size_t i = 0; i < durations.size();) {
        const auto at_risk = static_cast<double>(durations.size() - i);
        const auto minutes = durations[i].minutes;
        double closed = 0;
        for (; i < durations.size() && durations[i].minutes == minutes; ++i) closed += durations[i].is_closed ? 1 : 0;
        if (closed == 0) continue;
        open_share *= 1 - closed / at_risk;
        if (closed < at_risk) greenwood += closed / (at_risk * (at_risk - closed));
        steps.push_back(step_at(minutes, open_share, greenwood));
    }
    return steps;
}

std::optional<std::int32_t> median_minutes(std::vector<Duration> durations) {
    for (const auto& step : kaplan_meier(std::move(durations)))
        if (step.open_share <= 0.5 + 1e-12) return step.minutes;
    return std::nullopt;
}

}  // namespace problemator
