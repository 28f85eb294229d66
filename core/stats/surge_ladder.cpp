#include "core/stats/surge_ladder.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/base/parallel.hpp"
#include "core/stats/cusum.hpp"
#include "core/stats/ears.hpp"
#include "core/stats/multiple_testing.hpp"
#include "core/stats/special.hpp"
#include "core/stats/surge.hpp"

namespace problemator {
namespace {

constexpr std::size_t kYear = 52, kTrendWeeks = 104, kFarringtonWeeks = 156, kMaxYears = 5, kCusumWeeks = 26;
constexpr double kPeriod = 52.1775, kOutbreak = 2.58;
constexpr double kMaxLogError = 1;   // a prediction known only to a factor of e and worse is none: its wide tail would have most mass at zero

/// Half of the message that a rung assumes for an empty history: a first message is no miracle.
double least_mean(std::size_t weeks) { return 0.5 / static_cast<double>(std::max<std::size_t>(weeks, 1)); }

void add_season_row(std::vector<double>& x, std::size_t week, std::size_t now, std::span<const std::vector<double>> regressors) {
    const double since = static_cast<double>(week) - static_cast<double>(now), angle = 2 * std::numbers::pi * since / kPeriod;
    if (now >= kTrendWeeks) x.push_back(since / kPeriod);   // in one year a trend and a season are one and the same
    for (const double value : {std::sin(angle), std::cos(angle)}) x.push_back(value);
    for (const auto& column : regressors) x.push_back(column[week]);
}

double sum_of(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Excess that adds up over half a year before and up to this week, against the norm of the weeks before that.
bool cusum_marks(std::span<const double> series) {
    if (series.size() <= kCusumWeeks) return false;
    const auto norm = baseline_of(series.first(series.size() - kCusumWeeks));
    if (!norm) return false;
    const auto points = cusum(series.last(kCusumWeeks), {.mean = norm->mean});
    return points && points->back().is_alarm;
}

void add_marks(SurgeVerdict& verdict, std::span<const double> series) {
    const auto is_marked = [&](Ears method) {
        const auto point = ears(method, series, ears_options(method));
        return point && point->is_alarm;
    };
    verdict.marks_c1 = is_marked(Ears::C1);
    verdict.marks_c2 = is_marked(Ears::C2);
    verdict.marks_c3 = is_marked(Ears::C3);
    verdict.marks_cusum = cusum_marks(series);
}

}  // namespace

SurgeLadder::SurgeLadder(std::size_t length, const LadderOptions& options, std::vector<std::vector<double>> regressors, std::span<const std::size_t> year_lags)
    : length_{length}, options_{options} {
    const std::size_t history = length > 0 ? length - 1 : 0;
    std::erase_if(regressors, [&](const auto& column) { return column.size() != length; });
    if (history >= kFarringtonWeeks && options.highest == SurgeMethod::Farrington) {
        FarringtonOptions farrington;
        farrington.years = std::min(kMaxYears, history / kYear);
        farrington.alpha = options.alpha;
        farrington.form = BoundForm::NbPredictive;
        farrington.min_total = 0;
        if (auto frame = farrington_frame(length, farrington, year_lags.first(std::min(year_lags.size(), farrington.years)), regressors)) frame_ = *std::move(frame.value);
    }
    if (history < kYear || options.highest == SurgeMethod::Tail) return;
    season_ = {.rows = history, .levels = 1, .columns = (history >= kTrendWeeks ? 3 : 2) + regressors.size(), .level = {}, .x = {}};
    for (std::size_t week = 0; week < history; ++week) add_season_row(season_.x, week, history, regressors);
    add_season_row(season_now_, history, history, regressors);
}

Finding<SurgeVerdict> SurgeLadder::judge(std::span<const double> series, double overdispersion) const {
    const std::size_t history = length_ > 0 ? length_ - 1 : 0;
    if (!options_.is_finished) return withheld<SurgeVerdict>(Reason::Unfinished, history);
    if (history < kMinBaselineWeeks || series.size() != length_) return withheld<SurgeVerdict>(Reason::TooFewPeriods, history);
    if (!std::all_of(series.begin(), series.end(), [](double y) { return y >= 0 && y <= 1e9; })) return withheld<SurgeVerdict>(Reason::NotConverged, history);
    auto model = frame_ ? by_farrington(series) : std::nullopt;
    if (!model && season_.rows > 0) model = by_season(series, overdispersion);
    SurgeVerdict verdict = model ? *model : by_tail(series, overdispersion);
    verdict.count = series.back();
    verdict.weeks = history;
    verdict.has_min_count = series.back() >= options_.min_count;
    verdict.expected = std::max(verdict.expected, least_mean(history));
    verdict.p = count_tail(verdict.count, verdict.expected, verdict.dispersion);
    verdict.upper = std::max(0, count_with_tail(options_.alpha, verdict.expected, verdict.dispersion) - 1);
    add_marks(verdict, series);
    return found(verdict, history);
}

std::optional<SurgeVerdict> SurgeLadder::by_farrington(std::span<const double> series) const {
    const auto point = farrington(*frame_, series);
    if (!point || point->se > kMaxLogError * point->expected) return std::nullopt;
    SurgeVerdict verdict;
    verdict.method = SurgeMethod::Farrington;
    verdict.expected = point->expected;
    verdict.dispersion = point->dispersion + point->se * point->se / point->expected;
    return verdict;
}

std::optional<SurgeVerdict> SurgeLadder::by_season(std::span<const double> series, double overdispersion) const {
    const auto history = series.first(season_.rows);
    const auto fit = fit_without_outbreaks(season_, history, kOutbreak);
    if (!fit) return std::nullopt;
    const auto line = predict(*fit, 0, season_now_, 0, fit->dispersion);
    const double highest = *std::max_element(history.begin(), history.end());
    if (!line || line->se > kMaxLogError || !(std::exp(line->eta) <= highest)) return std::nullopt;   // a trend that leads above every past week is no norm
    SurgeVerdict verdict;
    verdict.method = SurgeMethod::SeasonalGlm;
    verdict.expected = std::max(std::exp(line->eta), least_mean(history.size()));
    const double shared = uses_shared_overdispersion(verdict.method, history.size()) ? 1 + overdispersion * verdict.expected : 1;
    verdict.dispersion = std::max(fit->dispersion, shared) + verdict.expected * line->se * line->se;
    return verdict;
}

SurgeVerdict SurgeLadder::by_tail(std::span<const double> series, double overdispersion) const {
    const auto norm = baseline_of(series.first(series.size() - 1));   // at least kMinBaselineWeeks: judge() saw to it
    const double dispersion = std::max(norm->dispersion, 1 + overdispersion * norm->mean);
    SurgeVerdict verdict;
    verdict.expected = norm->mean;
    verdict.dispersion = dispersion + dispersion / static_cast<double>(norm->weeks);   // a mean of so many weeks
    return verdict;
}

double shared_overdispersion(std::span<const double> counts, std::size_t length) {
    if (length < 3) return 0;
    const std::size_t weeks = std::min(length - 1, kBaselineWeeks);
    const double n = static_cast<double>(weeks);
    double excess = 0, scale = 0;
    for (std::size_t cell = 0; (cell + 1) * length <= counts.size(); ++cell) {
        const auto used = counts.subspan(cell * length + length - 1 - weeks, weeks);
        const double mean = sum_of(used) / n;
        if (!(mean > 0 && mean <= 1e9)) continue;
        double squares = 0;
        for (const double y : used) squares += (y - mean) * (y - mean);
        excess += (squares / (n - 1) - mean) / ((1 + mean) * (1 + mean));
        scale += mean * mean / ((1 + mean) * (1 + mean));
    }
    return scale > 0 ? std::clamp(excess / scale, 0.0, 10.0) : 0;
}

bool uses_shared_overdispersion(SurgeMethod method, std::size_t weeks) {
    return method == SurgeMethod::Tail || (method == SurgeMethod::SeasonalGlm && weeks < kTrendWeeks);
}

SurgeBoard judge_cells(const SurgeLadder& ladder, std::span<const double> counts, double max_false_share) {
    constexpr std::size_t kAtOnce = 64;
    SurgeBoard board;
    const std::size_t length = ladder.length(), active = std::min(length, ladder.options().active_weeks);
    const double overdispersion = shared_overdispersion(counts, length);
    board.cells.resize(length > 0 ? counts.size() / length : 0);
    const auto series_of = [&](std::size_t cell) { return counts.subspan(cell * length, length); };
    parallel_ranges(board.cells.size(), kAtOnce, [&](std::size_t first, std::size_t until) {
        for (std::size_t cell = first; cell < until; ++cell) board.cells[cell] = ladder.judge(series_of(cell), overdispersion);
    });
    std::vector<double> p;
    std::vector<std::size_t> looked_at;
    for (std::size_t cell = 0; cell < board.cells.size(); ++cell) {
        auto& verdict = board.cells[cell];
        if (!verdict) continue;
        if (sum_of(series_of(cell).last(active)) <= 0) { verdict.value->p = 1; continue; }
        looked_at.push_back(cell);
        p.push_back(verdict->p);
    }
    board.tests = p.size();
    const auto q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < looked_at.size(); ++i) {
        board.cells[looked_at[i]].value->q = q[i];
        if (q[i] <= max_false_share) board.p_bound = std::max(board.p_bound, p[i]);
    }
    return board;
}

bool is_surge(const SurgeVerdict& verdict, double max_false_share) { return verdict.has_min_count && verdict.q <= max_false_share; }

}  // namespace problemator
