#include "core/stats/ets.hpp"

#include <numeric>

#include "core/base/stable_order.hpp"
#include "core/stats/nelder_mead.hpp"

namespace problemator {
namespace {

constexpr double kLeast = 1e-4, kMost = 1 - 1e-4;
constexpr std::size_t kMostValues = 5'000;
constexpr int kLongestPeriod = 53;

bool has_slope(const EtsForm& form) { return form.slope != Slope::None; }
bool has_season(const EtsForm& form) { return form.period > 1; }
std::size_t period_of(const EtsForm& form) { return static_cast<std::size_t>(form.period); }

/// Errors one step ahead; `state` ends as it is after the last value. `y` gives the value of a time.
template <class Values>
void run(const EtsFit& by, std::size_t n, const Values& y, EtsState& state, std::vector<double>& errors) {
    errors.resize(n);
    const std::size_t period = state.seasons.size();
    for (std::size_t t = 0, season = 0; t < n; ++t, season = season + 1 < period ? season + 1 : 0) {
        const double slope = by.phi * state.slope;
        const double error = y(t) - (state.level + slope + (period > 0 ? state.seasons[season] : 0));
        state.level += slope + by.alpha * error;
        state.slope = slope + by.beta * error;
        if (period > 0) state.seasons[season] += by.gamma * error;
        errors[t] = error;
    }
    if (period > 0) std::rotate(state.seasons.begin(), state.seasons.begin() + static_cast<std::ptrdiff_t>(n % period), state.seasons.end());
}

double dot(const std::vector<double>& a, const std::vector<double>& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// Start states of one unit each: level, slope, and every season but the last, which makes their sum zero.
std::vector<EtsState> unit_starts(const EtsForm& form) {
    const std::size_t period = has_season(form) ? period_of(form) : 0;
    const EtsState none{0, 0, std::vector<double>(period)};
    std::vector<EtsState> units;
    units.reserve(2 + period);
    units.push_back({1, 0, none.seasons});
    if (has_slope(form)) units.push_back({0, 1, none.seasons});
    for (std::size_t s = 0; s + 1 < period; ++s) {
        units.push_back(none);
        units.back().seasons[s] = 1;
        units.back().seasons[period - 1] = -1;
    }
    return units;
}

/// The start with the least sum of squares for the smoothing of a fit. Memory is kept between calls, for the search calls it often.
class StartSolver {
public:
    StartSolver(std::span<const double> values, const EtsForm& form) : values_{values}, units_{unit_starts(form)}, columns_(units_.size()), triangle_(units_.size() * units_.size()) {}

    double least_sum(const EtsFit& fit) {
        EtsState zero = units_[0];
        zero.level = 0;
        run(fit, values_.size(), [&](std::size_t t) { return values_[t]; }, zero, errors_);
        for (std::size_t j = 0; j < units_.size(); ++j) {
            EtsState unit = units_[j];
            run(fit, values_.size(), [](std::size_t) { return 0.0; }, unit, columns_[j]);
        }
        orthogonalise();
        return dot(errors_, errors_);
    }
    /// After least_sum.
    EtsState start() const {
        const std::size_t k = units_.size();
        std::vector<double> x(k);
        for (std::size_t j = k; j-- > 0;) {
            double rest = -parts_[j];
            for (std::size_t i = j + 1; i < k; ++i) rest -= triangle_[j * k + i] * x[i];
            x[j] = triangle_[j * k + j] > 0 ? rest / triangle_[j * k + j] : 0;
        }
        EtsState start{0, 0, std::vector<double>(units_[0].seasons.size())};
        for (std::size_t j = 0; j < k; ++j) {
            start.level += x[j] * units_[j].level;
            start.slope += x[j] * units_[j].slope;
            for (std::size_t s = 0; s < start.seasons.size(); ++s) start.seasons[s] += x[j] * units_[j].seasons[s];
        }
        return start;
    }

private:
    /// Modified Gram–Schmidt; `errors_` loses its part in every column. A column that the others already say is left out.
    void orthogonalise() {
        const std::size_t k = units_.size();
        parts_.assign(k, 0);
        std::fill(triangle_.begin(), triangle_.end(), 0.0);
        for (std::size_t j = 0; j < k; ++j) {
            auto& column = columns_[j];
            const double before = std::sqrt(dot(column, column));
            for (std::size_t i = 0; i < j; ++i) {
                if (triangle_[i * k + i] == 0) continue;
                take(column, columns_[i], triangle_[i * k + j] = dot(columns_[i], column));
            }
            const double length = std::sqrt(dot(column, column));
            if (!(length > 1e-10 * before)) continue;
            for (double& v : column) v /= length;
            triangle_[j * k + j] = length;
            take(errors_, column, parts_[j] = dot(column, errors_));
        }
    }
    static void take(std::vector<double>& from, const std::vector<double>& direction, double amount) {
        for (std::size_t t = 0; t < from.size(); ++t) from[t] -= amount * direction[t];
    }

    std::span<const double> values_;
    std::vector<EtsState> units_;
    std::vector<double> errors_, parts_;
    std::vector<std::vector<double>> columns_;
    std::vector<double> triangle_;
};

/// Places of the four in the search: α; β as a part of α; φ; γ as a part of 1 − α.
void set_smoothing(EtsFit& fit, std::span<const double> at) {
    std::size_t next = 0;
    fit.alpha = at[next++];
    if (has_slope(fit.form)) fit.beta = std::clamp(fit.alpha * at[next++], kLeast, fit.alpha);
    if (fit.form.slope == Slope::Damped) fit.phi = at[next++];
    if (has_season(fit.form)) fit.gamma = std::min((1 - fit.alpha) * at[next++], 1 - fit.alpha);
}

std::vector<Bounds> bounds_of(const EtsForm& form) {
    std::vector<Bounds> bounds{{kLeast, kMost}};
    if (has_slope(form)) bounds.push_back({kLeast, kMost});
    if (form.slope == Slope::Damped) bounds.push_back({0.8, 0.98});
    if (has_season(form)) bounds.push_back({kLeast, kMost});
    return bounds;
}

/// The sum of squares may have several valleys: the search starts from the best few places of a coarse net, always the same.
std::vector<Minimum> starts_of(const std::function<double(std::span<const double>)>& sum, std::span<const Bounds> bounds) {
    constexpr double kNet[] = {0.02, 0.25, 0.55, 0.9};
    constexpr std::size_t kTried = 3;
    std::vector<Minimum> net;
    std::size_t places = 1;
    for (std::size_t i = 0; i < bounds.size(); ++i) places *= std::size(kNet);
    for (std::size_t place = 0; place < places; ++place) {
        Minimum m{std::vector<double>(bounds.size()), 0};
        for (std::size_t i = 0, rest = place; i < bounds.size(); ++i, rest /= std::size(kNet)) m.at[i] = bounds[i].low + kNet[rest % std::size(kNet)] * (bounds[i].high - bounds[i].low);
        m.value = sum(m.at);
        net.push_back(std::move(m));
    }
    sort_stably(net, [](const Minimum& a, const Minimum& b) { return a.value < b.value; });
    net.resize(std::min(net.size(), kTried));
    return net;
}

/// A call costs n·k² multiplications: a long series with a long season gets fewer of them, so that a fit ends in a second or two.
int most_calls(std::size_t n, std::size_t parameters) {
    const double cost = static_cast<double>(n) * static_cast<double>(parameters * parameters);
    return static_cast<int>(std::clamp(2e8 / cost, 100.0, 2000.0));
}

std::optional<Reason> why_not(std::span<const double> values, const EtsForm& form) {
    const bool is_sound = form.period >= 1 && form.period <= kLongestPeriod && values.size() <= kMostValues;
    if (!is_sound || std::any_of(values.begin(), values.end(), [](double v) { return !(std::abs(v) <= 1e100); })) return Reason::TooLarge;
    if (values.size() < count_parameters(form) + 3 || (has_season(form) && values.size() < 2 * period_of(form))) return Reason::TooFewPeriods;
    if (are_equal(values)) return Reason::NoVariation;
    return std::nullopt;
}

}  // namespace

std::size_t count_parameters(const EtsForm& form) {
    return 2 + (has_slope(form) ? 2u : 0u) + (form.slope == Slope::Damped ? 1u : 0u) + (has_season(form) ? period_of(form) : 0u);
}

Finding<EtsFit> fit_ets(std::span<const double> values, const EtsForm& form) {
    if (const auto reason = why_not(values, form)) return withheld<EtsFit>(*reason, values.size());
    double largest = 0;
    for (const double v : values) largest = std::max(largest, std::abs(v));
    std::vector<double> scaled(values.begin(), values.end());
    for (double& v : scaled) v /= largest;
    StartSolver solver{scaled, form};
    EtsFit fit;
    fit.form = form;
    const auto sum = [&](std::span<const double> at) {
        set_smoothing(fit, at);
        const double value = solver.least_sum(fit);
        return std::isfinite(value) ? value : 1e100;
    };
    const auto bounds = bounds_of(form);
    Minimum best;
    for (const Minimum& start : starts_of(sum, bounds)) {
        Minimum found = minimise(sum, start.at, bounds, most_calls(values.size(), count_parameters(form)));
        if (best.at.empty() || found.value < best.value) best = std::move(found);
    }
    sum(best.at);
    fit.start = solver.start();
    fit.start.level *= largest, fit.start.slope *= largest;
    for (double& s : fit.start.seasons) s *= largest;
    return found(run_ets(values, std::move(fit)), values.size());
}

double aicc(const EtsFit& fit) {
    const double n = static_cast<double>(fit.n), k = static_cast<double>(count_parameters(fit.form)) + 1;
    return n * std::log(std::max(fit.sse / n, 1e-300)) + 2 * k + 2 * k * (k + 1) / std::max(n - k - 1, 1.0);
}

Finding<EtsFit> fit_best_ets(std::span<const double> values, int period) {
    Finding<EtsFit> best = fit_ets(values, {});
    for (const int season : {1, period})
        for (const Slope slope : {Slope::None, Slope::Linear, Slope::Damped}) {
            auto other = fit_ets(values, {.slope = slope, .period = season});
            if (best && other && aicc(*other) < aicc(*best)) best = std::move(other);
        }
    return best;
}

EtsFit run_ets(std::span<const double> values, EtsFit fit) {
    fit.end = fit.start;
    fit.n = values.size();
    run(fit, values.size(), [&](std::size_t t) { return values[t]; }, fit.end, fit.residuals);
    fit.sse = dot(fit.residuals, fit.residuals);
    return fit;
}

Forecast forecast_ets(const EtsFit& fit, std::size_t steps) {
    Forecast out;
    const std::size_t parameters = count_parameters(fit.form);
    out.sigma = fit.n > parameters ? std::sqrt(fit.sse / static_cast<double>(fit.n - parameters)) : 0;
    double slope = fit.end.slope, level = fit.end.level, memory_level = fit.alpha, memory_slope = fit.beta;
    const std::size_t period = fit.end.seasons.size();
    for (std::size_t h = 0; h < steps; ++h) {
        slope *= fit.phi;
        level += slope;
        out.points.push_back(level + (period > 0 ? fit.end.seasons[h % period] : 0));
        if (h > 0) {
            memory_slope *= fit.phi;
            memory_level += memory_slope;
        }
        out.memory.push_back(h == 0 ? 1 : memory_level + (period > 0 && h % period == 0 ? fit.gamma : 0));
    }
    out.residuals = fit.residuals;
    return out;
}

}  // namespace problemator
