#include "core/stats/xmr.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

constexpr double kLimit = 2.66, kRangeLimit = 3.268;
constexpr std::size_t kRun = 8, kNear = 4, kNearNeeded = 3;

int side_of(double value, double mean) { return (value > mean) - (value < mean); }

/// −1, 0, 1: nearer to the lower limit than to the mean, to neither, to the upper. The limits are as far from the mean on both sides.
int near_limit(double value, const Xmr& chart) {
    const double half = (chart.upper - chart.mean) / 2;
    return (value > chart.mean + half) - (value < chart.mean - half);
}

void mark_runs(std::span<const double> values, Xmr& chart) {
    for (std::size_t from = 0; from < values.size();) {
        const int side = side_of(values[from], chart.mean);
        std::size_t until = from + 1;
        while (until < values.size() && side_of(values[until], chart.mean) == side) ++until;
        if (side != 0 && until - from >= kRun)
            for (std::size_t i = from; i < until; ++i) chart.signals[i].is_run = true;
        from = until;
    }
}

void mark_near(std::span<const double> values, Xmr& chart) {
    for (std::size_t from = 0; from + kNear <= values.size(); ++from) {
        for (const int side : {-1, 1}) {
            std::size_t near = 0;
            for (std::size_t i = from; i < from + kNear; ++i) near += near_limit(values[i], chart) == side;
            if (near < kNearNeeded) continue;
            for (std::size_t i = from; i < from + kNear; ++i) chart.signals[i].is_near_limit |= near_limit(values[i], chart) == side;
        }
    }
}

}  // namespace

Finding<Xmr> xmr(std::span<const double> values) {
    if (values.size() < kMinXmrPoints) return withheld<Xmr>(Reason::TooFewPeriods, values.size());
    if (!std::all_of(values.begin(), values.end(), [](double v) { return std::abs(v) <= 1e100; })) return withheld<Xmr>(Reason::NotConverged, values.size());
    Xmr chart;
    double sum = 0, ranges = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i > 0) ranges += std::abs(values[i] - values[i - 1]);
    }
    if (ranges <= 0) return withheld<Xmr>(Reason::NoVariation, values.size());
    chart.mean = sum / static_cast<double>(values.size());
    chart.mean_range = ranges / static_cast<double>(values.size() - 1);
    chart.lower = chart.mean - kLimit * chart.mean_range;
    chart.upper = chart.mean + kLimit * chart.mean_range;
    chart.range_upper = kRangeLimit * chart.mean_range;
    chart.signals.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) chart.signals[i].is_outside = values[i] < chart.lower || values[i] > chart.upper;
    mark_runs(values, chart);
    mark_near(values, chart);
    return found(std::move(chart), values.size());
}

}  // namespace problemator
