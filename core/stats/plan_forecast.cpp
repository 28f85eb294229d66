#include "core/stats/plan_forecast.hpp"

#include <numeric>

#include "core/stats/random.hpp"
#include "core/stats/seasonal_naive.hpp"
#include "core/stats/theta.hpp"

namespace problemator {
namespace {

constexpr std::size_t kFewest = 3, kFewestForTheta = 8, kMostRemaining = 400;
constexpr int kMostDraws = 100'000;

using Values = std::span<const double>;

double sum_of(Values values) { return std::accumulate(values.begin(), values.end(), 0.0); }
double root_mean_square(Values errors) { return errors.empty() ? 0 : std::sqrt(std::inner_product(errors.begin(), errors.end(), errors.begin(), 0.0) / static_cast<double>(errors.size())); }

/// A forecast and how little is known about its level: an error common to all steps, by its standard deviation on each.
struct Path {
    Forecast steps;
    std::vector<double> level;
};

/// The mean of the last year. Counts spread at least as chance makes them: variance ≥ mean (and ≥ ½, for nothing seen is not nothing to come).
Path mean_path(Values values, const PlanQuestion& q) {
    const Values last = values.last(std::min(values.size(), static_cast<std::size_t>(std::max(q.period, 1))));
    const double n = static_cast<double>(last.size()), mean = sum_of(last) / n;
    Path path;
    for (const double v : values) path.steps.residuals.push_back(v - mean);
    const double spread = n > 1 ? root_mean_square(Values{path.steps.residuals}.last(last.size())) * std::sqrt(n / (n - 1)) : 0;
    path.steps.sigma = std::max(spread, std::sqrt(std::max(mean, 0.5)));
    path.level.assign(q.remaining, path.steps.sigma / std::sqrt(n));
    path.steps.points.assign(q.remaining, mean);
    path.steps.memory.assign(q.remaining, 0);
    if (q.remaining > 0) path.steps.memory[0] = 1;
    return path;
}

/// Every factor of a season is a mean over few years, which adds its own error to a step's.
Path theta_path(const ThetaFit& fit, const PlanQuestion& q) {
    Path path{forecast_theta(fit, q.remaining), theta_level_spread(fit, q.remaining)};
    if (!fit.factors.empty()) path.steps.sigma *= std::sqrt(1 + static_cast<double>(fit.factors.size()) / static_cast<double>(fit.smoothing.n));
    return path;
}

Path path_of(Values values, const PlanQuestion& q, PlanMethod method) {
    Path path;
    switch (method) {
        case PlanMethod::Theta:
            if (const auto fit = fit_theta(values, q.period)) return theta_path(*fit, q);
            break;
        case PlanMethod::Damped:
            if (const auto fit = fit_ets(values, {.slope = Slope::Damped, .period = 1})) return {forecast_ets(*fit, q.remaining), std::vector<double>(q.remaining)};
            break;
        case PlanMethod::SeasonalNaive:
            if (auto steps = forecast_seasonal_naive(values, static_cast<std::size_t>(std::max(q.period, 1)), q.remaining)) return {*std::move(steps.value), std::vector<double>(q.remaining)};
            break;
        case PlanMethod::Auto:
        case PlanMethod::Mean: break;
    }
    return mean_path(values, q);
}

/// Error one step ahead over the periods that the seasonal naive can forecast, against the series' mean.
double relative_error(Values values, const PlanQuestion& q, const Path& path) {
    const double mean = sum_of(values) / static_cast<double>(values.size());
    const auto& residuals = path.steps.residuals;
    const std::size_t compared = values.size() - static_cast<std::size_t>(q.period);
    return mean > 0 ? root_mean_square(Values{residuals}.last(std::min(compared, residuals.size()))) / mean : 0;
}

/// Both series by one method.
struct Paths { PlanMethod method{}; Path upper, lower; };

Paths paths_by(const PlanQuestion& q, PlanMethod method) { return {method, path_of(q.numerator, q, method), q.denominator.empty() ? Path{} : path_of(q.denominator, q, method)}; }

Paths choose(const PlanQuestion& q) {
    const std::size_t n = q.numerator.size();
    if (q.method != PlanMethod::Auto) return paths_by(q, q.method);
    if (n < kFewestForTheta) return paths_by(q, PlanMethod::Mean);
    Paths theta = paths_by(q, PlanMethod::Theta);
    if (q.period < 2 || n < 2 * static_cast<std::size_t>(q.period)) return theta;
    const auto error = [&](const Paths& paths) { return relative_error(q.numerator, q, paths.upper) + (q.denominator.empty() ? 0 : relative_error(q.denominator, q, paths.lower)); };
    Paths naive = paths_by(q, PlanMethod::SeasonalNaive);
    return error(naive) < error(theta) ? naive : theta;
}

/// Correlation of the last common errors; 0 when one of them has none.
double correlation(Values a, Values b) {
    const std::size_t n = std::min(a.size(), b.size());
    a = a.last(n), b = b.last(n);
    const double down = root_mean_square(a) * root_mean_square(b) * static_cast<double>(n);
    return down > 0 ? std::clamp(std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / down, -1.0, 1.0) : 0;
}

/// The year so far and the two paths; knows what a year comes to.
struct Year {
    const PlanQuestion& question;
    double numerator = 0, denominator = 0;   // so far
    Path upper, lower;
    bool is_part = false;                    // the numerator counts some of the denominator

    bool is_share() const { return !question.denominator.empty(); }
    double value(double up, double down) const {
        if (!is_share()) return numerator + up;
        return denominator + down > 0 ? (numerator + up) / (denominator + down) : 0;
    }
    bool meets(double value) const {
        const double slack = 1e-12 * std::max(1.0, std::abs(question.plan));
        return question.direction == PlanDirection::AtLeast ? value >= question.plan - slack : value <= question.plan + slack;
    }
    double most_likely() const {
        double up = 0, down = 0;
        for (std::size_t h = 0; h < question.remaining; ++h) {
            const double all = is_share() ? std::max(lower.steps.points[h], 0.0) : 0;
            down += all;
            up += is_part ? std::clamp(upper.steps.points[h], 0.0, all) : std::max(upper.steps.points[h], 0.0);
        }
        return value(up, down);
    }
};

/// The errors of one series in a simulated year, as they add up.
class Errors {
public:
    explicit Errors(const Path& path) : path_{path}, drawn_(path.steps.points.size()) {}
    void begin(double level) { level_ = level; }
    double value(std::size_t h, double shock) {
        drawn_[h] = shock * path_.steps.sigma;
        double value = path_.steps.points[h] + level_ * path_.level[h];
        for (std::size_t j = 0; j <= h; ++j) value += path_.steps.memory[j] * drawn_[h - j];
        return std::max(value, 0.0);
    }

private:
    const Path& path_;
    std::vector<double> drawn_;
    double level_ = 0;
};

/// Values of the year, in no order.
std::vector<double> simulate(const Year& year) {
    const PlanQuestion& q = year.question;
    const double rho = year.is_share() ? correlation(year.upper.steps.residuals, year.lower.steps.residuals) : 0, rest = std::sqrt(1 - rho * rho);
    Random random{q.seed};
    Errors upper{year.upper}, lower{year.lower};
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(std::clamp(q.draws, 100, kMostDraws)));
    for (int draw = 0; draw < std::clamp(q.draws, 100, kMostDraws); ++draw) {
        const double common = random.normal();
        lower.begin(common);
        upper.begin(rho * common + rest * random.normal());
        double up = 0, down = 0;
        for (std::size_t h = 0; h < q.remaining; ++h) {
            const double shock = random.normal(), all = year.is_share() ? lower.value(h, shock) : 0;
            const double some = upper.value(h, rho * shock + rest * random.normal());
            down += all;
            up += year.is_part ? std::min(some, all) : some;
        }
        values.push_back(year.value(up, down));
    }
    return values;
}

double quantile(std::vector<double>& values, double p) {   // reorders
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), below, values.end());
    if (below + 1 == values.end()) return *below;
    return *below + (place - std::floor(place)) * (*std::min_element(below + 1, values.end()) - *below);
}

PlanVerdict verdict_of(const Year& year, const PlanForecast& found) {
    const PlanQuestion& q = year.question;
    if (q.remaining == 0) return found.chance > 0 ? PlanVerdict::Met : PlanVerdict::Missed;
    if (!year.is_share() && q.direction == PlanDirection::AtLeast && year.meets(year.numerator)) return PlanVerdict::Met;      // a sum only grows
    if (!year.is_share() && q.direction == PlanDirection::AtMost && !year.meets(year.numerator)) return PlanVerdict::Missed;
    if (q.numerator.size() < kFewestForTheta) return PlanVerdict::TooEarly;
    if (found.chance >= q.borders.on_track) return PlanVerdict::OnTrack;
    return found.chance < q.borders.missed ? PlanVerdict::Missed : PlanVerdict::AtRisk;
}

bool is_sound(const PlanQuestion& q) {
    const auto is_good = [](Values values) { return std::all_of(values.begin(), values.end(), [](double v) { return v >= 0 && v <= 1e100; }); };
    const bool has_lengths = (q.denominator.empty() || q.denominator.size() == q.numerator.size()) && q.this_year <= q.numerator.size();
    return has_lengths && std::isfinite(q.plan) && q.remaining <= kMostRemaining && is_good(q.numerator) && is_good(q.denominator);
}

}  // namespace

Finding<PlanForecast> forecast_plan(const PlanQuestion& q) {
    const std::size_t n = q.numerator.size();
    if (!is_sound(q)) return withheld<PlanForecast>(Reason::TooLarge, n);
    if (q.remaining > 0 ? n < kFewest : q.this_year == 0) return withheld<PlanForecast>(Reason::TooFewPeriods, n);
    Year year{q, sum_of(q.numerator.last(q.this_year)), 0, {}, {}};
    PlanForecast out;
    Paths paths = choose(q);
    out.method = paths.method;
    year.upper = std::move(paths.upper);
    year.lower = std::move(paths.lower);
    if (year.is_share()) {
        year.denominator = sum_of(q.denominator.last(q.this_year));
        year.is_part = std::equal(q.numerator.begin(), q.numerator.end(), q.denominator.begin(), [](double part, double all) { return part <= all; });
        if (year.denominator <= 0 && (q.remaining == 0 || sum_of(q.denominator) <= 0)) return withheld<PlanForecast>(Reason::TooFewCounts, n);
    }
    out.so_far = q.this_year > 0 ? year.value(0, 0) : 0;
    auto values = simulate(year);
    out.at_year_end = {year.most_likely(), quantile(values, 0.025), quantile(values, 0.975)};
    out.chance = static_cast<double>(std::count_if(values.begin(), values.end(), [&](double v) { return year.meets(v); })) / static_cast<double>(values.size());
    out.verdict = verdict_of(year, out);
    out.numerator = year.upper.steps.points;
    out.denominator = year.lower.steps.points;
    return found(std::move(out), n);
}

}  // namespace problemator
