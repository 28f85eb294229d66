#include "core/stats/stl.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

using Series = std::vector<double>;
constexpr double kNearOne = 0.999, kNearZero = 0.001;
constexpr std::size_t kMaxLoops = 100;

struct Window { std::size_t first = 0, last = 0; };   // inclusive

/// Where a local fit at a place looks, and how much it trusts what it sees. Tricube weights over the distance to the farthest value.
class LocalFit {
public:
    LocalFit(std::span<const double> y, const Loess& loess, std::span<const double> trust) : y_{y}, loess_{loess}, trust_{trust}, w_(y.size()) {}

    /// The fitted value at `place` (which may lie just outside), or `otherwise` when all weights vanish.
    double at(double place, Window window, double otherwise) {
        double reach = std::max(place - static_cast<double>(window.first), static_cast<double>(window.last) - place);
        if (loess_.window > y_.size()) reach += static_cast<double>((loess_.window - y_.size()) / 2);   // a window wider than the series
        double total = 0;
        for (std::size_t j = window.first; j <= window.last; ++j) total += w_[j] = weight(std::abs(static_cast<double>(j) - place), reach) * (trust_.empty() ? 1 : trust_[j]);
        if (total <= 0) return otherwise;
        for (std::size_t j = window.first; j <= window.last; ++j) w_[j] /= total;
        if (reach > 0 && loess_.degree > 0) lean(place, window);
        double value = 0;
        for (std::size_t j = window.first; j <= window.last; ++j) value += w_[j] * y_[j];
        return value;
    }

    Series smooth() {
        const std::size_t n = y_.size();
        Series out{y_.begin(), y_.end()};
        if (n < 2) return out;
        const std::size_t jump = std::clamp<std::size_t>(loess_.jump, 1, n - 1);
        std::size_t done = 0;
        for (std::size_t i = 0; i < n; i += jump) out[done = i] = at(static_cast<double>(i), window_of(i), y_[i]);
        for (std::size_t i = 0; i + jump <= done; i += jump) join(out, i, i + jump);
        if (done == n - 1) return out;
        out[n - 1] = at(static_cast<double>(n - 1), window_of(done), y_[n - 1]);   // the window of the last fit before it, as published
        join(out, done, n - 1);
        return out;
    }

private:
    static double weight(double distance, double reach) {
        if (distance > kNearOne * reach) return 0;
        if (distance <= kNearZero * reach) return 1;
        const double r = distance / reach, rest = 1 - r * r * r;
        return rest * rest * rest;
    }

    /// Weights of a local line instead of a local mean, unless the values stand too close together for a slope.
    void lean(double place, Window window) {
        double centre = 0, spread = 0;
        for (std::size_t j = window.first; j <= window.last; ++j) centre += w_[j] * static_cast<double>(j);
        for (std::size_t j = window.first; j <= window.last; ++j) spread += w_[j] * (static_cast<double>(j) - centre) * (static_cast<double>(j) - centre);
        if (!(std::sqrt(spread) > kNearZero * (static_cast<double>(y_.size()) - 1))) return;
        const double slope = (place - centre) / spread;
        for (std::size_t j = window.first; j <= window.last; ++j) w_[j] *= 1 + slope * (static_cast<double>(j) - centre);
    }

    /// The window's values around `i`, moved inwards at the ends.
    Window window_of(std::size_t i) const {
        const std::size_t n = y_.size(), size = loess_.window;
        if (size >= n) return {0, n - 1};
        const std::size_t half = (size - 1) / 2, first = std::min(i > half ? i - half : 0, n - size);
        return {first, first + size - 1};
    }

    static void join(Series& out, std::size_t from, std::size_t to) {
        const double step = (out[to] - out[from]) / static_cast<double>(to - from);
        for (std::size_t j = from + 1; j < to; ++j) out[j] = out[from] + step * static_cast<double>(j - from);
    }

    std::span<const double> y_;
    const Loess& loess_;
    std::span<const double> trust_;
    Series w_;
};

/// Each season's own series (all Januaries) smoothed, with one more value before and after: n + 2·period values.
Series smooth_seasons(std::span<const double> y, std::span<const double> trust, std::size_t period, const Loess& loess) {
    Series out(y.size() + 2 * period);
    for (std::size_t j = 0; j < period; ++j) {
        Series values, trusts;
        for (std::size_t i = j; i < y.size(); i += period) {
            values.push_back(y[i]);
            if (!trust.empty()) trusts.push_back(trust[i]);
        }
        const std::size_t k = values.size(), size = std::min(loess.window, k);
        LocalFit fit{values, loess, trusts};
        const Series smooth = fit.smooth();
        out[j] = fit.at(-1, {0, size - 1}, smooth.front());
        for (std::size_t m = 0; m < k; ++m) out[j + (m + 1) * period] = smooth[m];
        out[j + (k + 1) * period] = fit.at(static_cast<double>(k), {k - size, k - 1}, smooth.back());
    }
    return out;
}

Series moving_average(const Series& y, std::size_t size) {
    Series out(y.size() - size + 1);
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        sum += y[i];
        if (i + 1 < size) continue;
        out[i + 1 - size] = sum / static_cast<double>(size);
        sum -= y[i + 1 - size];
    }
    return out;
}

void inner_loop(std::span<const double> y, const StlOptions& options, std::span<const double> trust, Stl& parts) {
    const std::size_t n = y.size();
    Series work(n);
    for (std::size_t i = 0; i < n; ++i) work[i] = y[i] - parts.trend[i];
    const Series cycle = smooth_seasons(work, trust, options.period, options.seasonal);
    const Series level = moving_average(moving_average(moving_average(cycle, options.period), options.period), 3);
    const Series low = LocalFit{level, options.low_pass, {}}.smooth();
    for (std::size_t i = 0; i < n; ++i) {
        parts.seasonal[i] = cycle[options.period + i] - low[i];
        work[i] = y[i] - parts.seasonal[i];
    }
    parts.trend = LocalFit{work, options.trend, trust}.smooth();
}

/// Bisquare weights about six times the median of what is left.
Series trust_of(std::span<const double> y, const Stl& parts) {
    Series rest(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) rest[i] = std::abs(y[i] - parts.trend[i] - parts.seasonal[i]);
    Series sorted = rest;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t upper = sorted.size() / 2, lower = sorted.size() - upper - 1;
    const double reach = 3 * (sorted[lower] + sorted[upper]);
    for (double& r : rest) {
        const double share = reach > 0 ? r / reach : 0, left = 1 - share * share;
        r = r <= kNearZero * reach ? 1 : r <= kNearOne * reach ? left * left : 0;
    }
    return rest;
}

Loess sound(Loess loess, std::size_t longest) {
    loess.window = std::clamp<std::size_t>(loess.window, 3, 20 * longest + 3) | 1;
    loess.jump = std::max<std::size_t>(loess.jump, 1);
    loess.degree = loess.degree > 0 ? 1 : 0;
    return loess;
}

std::size_t next_odd(double value) { return static_cast<std::size_t>(std::ceil(value)) | 1; }
Loess with_jump(std::size_t window, int degree) { return {window, degree, (window + 9) / 10}; }

}  // namespace

StlOptions stl_options(std::size_t period, std::size_t seasonal_window) {
    const double p = static_cast<double>(period), s = static_cast<double>(std::max<std::size_t>(seasonal_window | 1, 3));
    return {.period = period, .seasonal = with_jump(seasonal_window | 1, 0), .trend = with_jump(next_odd(1.5 * p / (1 - 1.5 / s)), 1),
            .low_pass = with_jump(period | 1, 1), .inner = 2, .outer = 0};
}

StlOptions robust(StlOptions options) {
    options.inner = 1;
    options.outer = 15;
    return options;
}

Finding<Stl> stl(std::span<const double> values, const StlOptions& given) {
    const std::size_t n = values.size();
    if (given.period < 2 || given.period > n / 2) return withheld<Stl>(Reason::TooFewPeriods, n);
    if (!std::all_of(values.begin(), values.end(), [](double v) { return std::abs(v) <= 1e100; })) return withheld<Stl>(Reason::NotConverged, n);
    if (std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; })) return withheld<Stl>(Reason::NoVariation, n);
    const StlOptions options{given.period, sound(given.seasonal, n), sound(given.trend, n), sound(given.low_pass, n), std::clamp<std::size_t>(given.inner, 1, kMaxLoops), std::min(given.outer, kMaxLoops)};
    Stl parts{Series(n), Series(n), Series(n), Series(n, 1.0)};
    Series trust;
    for (std::size_t loop = 0; loop <= options.outer; ++loop) {
        if (loop > 0) trust = trust_of(values, parts);
        for (std::size_t i = 0; i < options.inner; ++i) inner_loop(values, options, trust, parts);
    }
    if (!trust.empty()) parts.weights = std::move(trust);
    for (std::size_t i = 0; i < n; ++i) parts.remainder[i] = values[i] - parts.seasonal[i] - parts.trend[i];
    return found(std::move(parts), n);
}

}  // namespace problemator
