#include "core/stats/farrington.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr std::size_t kYear = 52, kMinTrendYears = 3;
constexpr double kMinMean = 1e-10;

double exponent_of(PowerScale scale) {
    switch (scale) {
        case PowerScale::None: return 1;
        case PowerScale::Half: return 0.5;
        case PowerScale::TwoThirds: break;
    }
    return 2.0 / 3;
}

double score_of(double y, double expected, double upper) { return (y - expected) / std::max(upper - expected, 0.5); }

/// The level of each week: the windows around the same week are the last one, the weeks between them the others, as even as can be.
std::vector<std::uint32_t> seasons_of(std::size_t length, std::span<const std::size_t> lags, const FarringtonOptions& options) {
    constexpr std::uint32_t kNone = UINT32_MAX;
    const std::size_t now = length - 1, w = options.half_window, gaps = options.seasons - 1;
    std::vector<std::uint32_t> season(length, kNone);
    const auto mark = [&](std::size_t from, std::size_t until, std::size_t level) {
        for (std::size_t i = from; i < std::min(until, length); ++i) season[i] = static_cast<std::uint32_t>(level);
    };
    mark(now - std::min(now, w), length, gaps);
    std::size_t later = now;
    for (const std::size_t lag : lags) {
        const std::size_t week = now - lag;
        std::size_t from = week + w + 1;
        mark(week - std::min(week, w), from, gaps);
        const std::size_t between = later > from + w ? later - w - from : 0;
        for (std::size_t g = 0; g < gaps; ++g) {
            const std::size_t size = between / gaps + (g < between % gaps ? 1 : 0);
            mark(from, from + size, g);
            from += size;
        }
        later = week;
    }
    return season;
}

GlmDesign design_of(const FarringtonFrame& frame, std::span<const std::uint32_t> season, std::span<const std::vector<double>> regressors, bool with_trend) {
    GlmDesign design{.rows = frame.weeks.size(), .levels = frame.options.seasons, .columns = regressors.size() + (with_trend ? 1 : 0), .level = {}, .x = {}};
    for (const std::size_t week : frame.weeks) {
        design.level.push_back(season[week]);
        if (with_trend) design.x.push_back(-static_cast<double>(frame.now - week) / kYear);
        for (const auto& column : regressors) design.x.push_back(column[week]);
    }
    return design;
}

Bound bound_of(double y, const FarringtonPoint& point, const FarringtonOptions& options) {
    switch (options.form) {
        case BoundForm::Delta: return delta_bound(y, point.expected, point.se, point.dispersion, options.alpha, options.scale);
        case BoundForm::NbPlugin: return nb_bound(y, point.expected, point.dispersion, options.alpha);
        case BoundForm::NbPredictive: break;
    }
    return nb_bound(y, point.expected, point.dispersion + point.se * point.se / point.expected, options.alpha);
}

bool keeps_trend(const FarringtonFrame& frame, const GlmFit& fit, double expected, std::span<const double> counts) {
    if (fit.is_dropped[0] || frame.years < kMinTrendYears) return false;
    if (expected > *std::max_element(counts.begin(), counts.end())) return false;
    return t_two_sided(fit.slopes[0] / slope_error(fit, 0, fit.dispersion), fit.df) < frame.options.trend_p;
}

}  // namespace

Bound delta_bound(double y, double expected, double se, double dispersion, double alpha, PowerScale scale) {
    const double e = exponent_of(scale), tau = dispersion + se * se / expected, middle = std::pow(expected, e);
    const double deviation = e * std::sqrt(std::pow(expected, 2 * e - 1) * tau);
    const double reach = normal_quantile(1 - alpha) * deviation;
    const double upper = std::pow(middle + reach, 1 / e), lower = std::pow(std::max(0.0, middle - reach), 1 / e);
    const double p = normal_lower(-(std::pow(y, e) - middle) / deviation);
    return {lower, upper, p, (y - expected) / std::max(upper - expected, 1e-9)};
}

Bound nb_bound(double y, double expected, double dispersion, double alpha) {
    const double upper = std::max(0, count_with_tail(alpha, expected, dispersion) - 1);   // P(Y ≤ U) ≥ 1 − α is P(Y ≥ U + 1) ≤ α
    const double lower = std::max(0, count_with_tail(1 - alpha, expected, dispersion) - 1);
    return {lower, upper, count_tail(y, expected, dispersion), score_of(y, expected, upper)};
}

std::vector<double> outbreak_weights(std::span<const double> residuals, double threshold) {
    std::vector<double> weights;
    double sum = 0;
    for (const double s : residuals) sum += weights.emplace_back(s > threshold ? 1 / (s * s) : 1);
    const double scale = static_cast<double>(residuals.size()) / sum;
    for (double& w : weights) w *= scale;
    return weights;
}

std::vector<std::size_t> year_lags(Day day, std::size_t years) {
    std::vector<std::size_t> lags;
    const Date date = date_from_day(day);
    for (std::size_t j = 1; j <= years; ++j) {
        Date past{date.year - static_cast<int>(j), date.month, date.day};
        if (!is_valid(past)) past = {past.year, 3, 1};                 // 29 February
        if (!is_valid(past)) break;                                    // before 1900
        lags.push_back(static_cast<std::size_t>((day - day_from_date(past) + 3) / 7));
    }
    return lags;
}

FarringtonOptions farrington_1996() {
    FarringtonOptions options;
    options.seasons = 1;
    options.weeks_left_out = options.half_window;
    options.weights_threshold = 1;
    options.trend_p = 0.05;
    return options;
}

Finding<FarringtonFrame> farrington_frame(std::size_t length, const FarringtonOptions& options, std::span<const std::size_t> lags, std::span<const std::vector<double>> regressors) {
    std::vector<std::size_t> years{lags.begin(), lags.end()};
    if (lags.empty())
        for (std::size_t j = 1; j <= options.years; ++j) years.push_back(j * kYear);
    const bool reaches = !years.empty() && options.seasons > 0 && length > years.back();
    const bool are_whole = std::all_of(regressors.begin(), regressors.end(), [&](const auto& column) { return column.size() == length; });
    if (!reaches || !are_whole) return withheld<FarringtonFrame>(Reason::TooFewPeriods, length);
    FarringtonFrame frame{.weeks = {}, .with_trend = {}, .without_trend = {}, .now_with = {0}, .now_without = {}, .now = length - 1, .years = years.size(), .options = options};
    const auto season = seasons_of(length, years, options);
    for (std::size_t i = 0; i + options.weeks_left_out < frame.now; ++i)
        if (season[i] < options.seasons) frame.weeks.push_back(i);
    if (frame.weeks.empty()) return withheld<FarringtonFrame>(Reason::TooFewPeriods, length);
    frame.with_trend = design_of(frame, season, regressors, true);
    frame.without_trend = design_of(frame, season, regressors, false);
    for (const auto& column : regressors) {
        frame.now_with.push_back(column[frame.now]);
        frame.now_without.push_back(column[frame.now]);
    }
    return found(std::move(frame), length);
}

Finding<GlmFit> fit_without_outbreaks(const GlmDesign& design, std::span<const double> counts, double threshold) {
    auto fit = fit_quasi_poisson(design, counts);
    if (!fit) return fit;
    fit.value->dispersion = std::max(1.0, fit->dispersion);
    if (threshold <= 0) return fit;
    std::vector<double> residuals(design.rows);
    bool has_outbreak = false;
    for (std::size_t i = 0; i < design.rows; ++i) {
        const double mu = std::max(fit->fitted[i], kMinMean), free = std::max(1 - fit->hat[i], 1e-9);
        const double root = std::cbrt(counts[i] * counts[i]) / std::pow(mu, 1.0 / 6);   // y^⅔·μ^−⅙
        residuals[i] = 1.5 * (root - std::sqrt(mu)) / std::sqrt(fit->dispersion * free);
        has_outbreak |= residuals[i] > threshold;
    }
    if (!has_outbreak) return fit;                                     // all weights are 1
    const auto weights = outbreak_weights(residuals, threshold);
    auto again = fit_quasi_poisson(design, counts, {.weights = weights, .offset = {}, .start = &*fit});
    if (again) again.value->dispersion = std::max(1.0, again->dispersion);
    return again;
}

Finding<FarringtonPoint> farrington(const FarringtonFrame& frame, std::span<const double> series) {
    const FarringtonOptions& options = frame.options;
    std::vector<double> counts;
    for (const std::size_t week : frame.weeks) counts.push_back(series[week]);
    const double y = series[frame.now];
    double recent = 0;
    for (const double count : series.subspan(0, frame.now + 1).last(std::min(options.min_total_weeks, frame.now + 1))) recent += count;
    if (!(y >= 0 && y <= 1e9)) return withheld<FarringtonPoint>(Reason::NotConverged, counts.size());
    if (!(recent >= options.min_total)) return withheld<FarringtonPoint>(Reason::TooFewCounts, counts.size());

    FarringtonPoint point;
    const std::size_t level = options.seasons - 1;
    auto fit = options.with_trend ? fit_without_outbreaks(frame.with_trend, counts, options.weights_threshold) : withheld<GlmFit>(Reason::NotConverged);
    auto line = fit ? predict(*fit, level, frame.now_with, 0, fit->dispersion) : std::nullopt;
    point.has_trend = line && keeps_trend(frame, *fit, std::exp(line->eta), counts);
    if (!point.has_trend) {
        fit = fit_without_outbreaks(frame.without_trend, counts, options.weights_threshold);
        if (!fit) return withheld<FarringtonPoint>(fit.reason, counts.size());
        line = predict(*fit, level, frame.now_without, 0, fit->dispersion);
    }
    if (!line) return withheld<FarringtonPoint>(Reason::TooFewPeriods, counts.size());
    if (!(line->eta < 30)) return withheld<FarringtonPoint>(Reason::NotConverged, counts.size());
    point.expected = std::max(std::exp(line->eta), kMinMean);
    point.se = point.expected * std::min(line->se, 1e6);
    point.dispersion = fit->dispersion;
    point.trend = point.has_trend ? fit->slopes[0] : 0;
    point.bound = bound_of(y, point, options);
    point.is_alarm = y > point.bound.upper && y > 0;
    return found(point, counts.size());
}

Finding<FarringtonPoint> farrington(std::span<const double> series, const FarringtonOptions& options) {
    const auto frame = farrington_frame(series.size(), options);
    return frame ? farrington(*frame, series) : withheld<FarringtonPoint>(frame.reason, series.size());
}

}  // namespace problemator
