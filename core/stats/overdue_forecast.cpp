#include "core/stats/overdue_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/base/parallel.hpp"
#include "core/stats/pair_numbers.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

using Curve = std::vector<SurvivalStep>;

struct Curves {
    std::unordered_map<std::uint32_t, Curve> own;
    Curve all;
    const Curve& of(std::uint32_t stratum) const {
        const auto at = own.find(stratum);
        return at == own.end() ? all : at->second;
    }
};

double closings(const Curve& curve) {
    double sum = 0;
    for (const auto& step : curve) sum += step.closed;
    return sum;
}

/// Durations of one stratum beside each other.
std::vector<std::vector<Duration>> by_stratum(const PastDurations& past, std::vector<std::uint32_t>& strata) {
    const std::size_t n = std::min(past.durations.size(), past.stratum.size());
    std::uint32_t most = 0;
    for (const std::uint32_t stratum : past.stratum.first(n)) most = std::max(most, stratum);
    PairNumbers numbers{n, 1, std::uint64_t{most} + 1};
    std::vector<std::vector<Duration>> out;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t at = numbers.id(0, past.stratum[i]);
        if (at == strata.size()) strata.push_back(past.stratum[i]), out.emplace_back();
        out[at].push_back(past.durations[i]);
    }
    return out;
}

/// The curve of all takes longest: it is made for a stratum with something open and no curve of its own.
Curves make_curves(const PastDurations& past, std::span<const OpenMessage> open, double min_closed) {
    Curves curves;
    std::vector<std::uint32_t> strata;
    auto durations = by_stratum(past, strata);
    std::vector<Curve> own(strata.size());
    parallel_for(strata.size(), [&](std::size_t piece) { own[piece] = kaplan_meier(std::move(durations[piece]), CurveLimits::LeftOut); });
    for (std::size_t i = 0; i < strata.size(); ++i)
        if (closings(own[i]) >= min_closed) curves.own.emplace(strata[i], std::move(own[i]));
    if (std::any_of(open.begin(), open.end(), [&](const OpenMessage& message) { return !curves.own.contains(message.stratum); }))
        curves.all = kaplan_meier({past.durations.begin(), past.durations.end()}, CurveLimits::LeftOut);
    return curves;
}

// Older than anything that was ever closed: it has outlived the curve and will not be closed tomorrow either.
double chance_to_miss(const OpenMessage& message, const Curve& curve) {
    const double now = open_share_at(curve, message.age_minutes);
    return now > 0 ? open_share_at(curve, message.due_minutes) / now : 1;
}

Interval by_normal(double mean, double variance, double most) {
    const double half = kZ95 * std::sqrt(variance);
    return {mean, std::max(0.0, std::floor(mean - half)), std::min(most, std::ceil(mean + half))};
}

}  // namespace

Interval poisson_binomial(std::span<const double> chances) {
    constexpr std::size_t kMostExact = 2000;
    double mean = 0, variance = 0;
    for (const double chance : chances) {
        const double p = chance > 0 ? std::min(chance, 1.0) : 0;
        mean += p;
        variance += p * (1 - p);
    }
    if (chances.size() > kMostExact) return by_normal(mean, variance, static_cast<double>(chances.size()));
    std::vector<double> at(chances.size() + 1);   // P(X = k) of the messages so far
    at[0] = 1;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const double p = chances[i] > 0 ? std::min(chances[i], 1.0) : 0;
        for (std::size_t k = i + 1; k > 0; --k) at[k] = at[k] * (1 - p) + at[k - 1] * p;
        at[0] *= 1 - p;
    }
    Interval out{mean, 0, static_cast<double>(chances.size())};
    double upto = 0;
    bool has_low = false;
    for (std::size_t k = 0; k < at.size(); ++k) {
        upto += at[k];
        if (!has_low && upto > 0.025) {
            out.low = static_cast<double>(k);
            has_low = true;
        }
        if (upto < 0.975 - 1e-12) continue;
        out.high = static_cast<double>(k);
        break;
    }
    return out;
}

Finding<OverdueForecast> forecast_overdue(std::span<const OpenMessage> open, const PastDurations& past, const OverdueForecastOptions& options) {
    const auto is_closing = [](const Duration& d) { return d.is_closed && (d.entered <= 0 || d.entered < d.minutes); };   // as the curve of all counts them
    if (static_cast<double>(std::count_if(past.durations.begin(), past.durations.end(), is_closing)) < std::max(options.min_closed, 1.0)) return withheld<OverdueForecast>(Reason::TooFewCounts, open.size());
    const Curves curves = make_curves(past, open, options.min_closed);
    OverdueForecast out;
    out.chances.resize(open.size());
    std::vector<double> due;
    for (std::size_t i = 0; i < open.size(); ++i) {
        const std::int64_t left = std::int64_t{open[i].due_minutes} - open[i].age_minutes;
        if (left < 0 || left > options.horizon_minutes) continue;
        out.chances[i] = chance_to_miss(open[i], curves.of(open[i].stratum));
        due.push_back(out.chances[i]);
    }
    out.due = due.size();
    out.overdue = poisson_binomial(due);
    return found(std::move(out), due.size());
}

DeadlineRadar deadline_radar(std::span<const std::int32_t> days_left) {
    DeadlineRadar radar;
    for (const auto days : days_left) {
        if (days < 0) ++radar.overdue;
        else if (static_cast<std::size_t>(days) < kRadarDays) ++radar.due[static_cast<std::size_t>(days)];
        else ++radar.later;
    }
    return radar;
}

}  // namespace problemator
