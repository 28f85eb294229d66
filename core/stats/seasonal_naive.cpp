#include "core/stats/seasonal_naive.hpp"

namespace problemator {

Finding<Forecast> forecast_seasonal_naive(std::span<const double> values, std::size_t period, std::size_t steps) {
    if (std::any_of(values.begin(), values.end(), [](double v) { return !(std::abs(v) <= 1e100); })) return withheld<Forecast>(Reason::TooLarge, values.size());
    if (period == 0 || values.size() < 3 || values.size() - 3 < period) return withheld<Forecast>(Reason::TooFewPeriods, values.size());
    Forecast out;
    double sum = 0;
    for (std::size_t t = period; t < values.size(); ++t) {
        out.residuals.push_back(values[t] - values[t - period]);
        sum += out.residuals.back() * out.residuals.back();
    }
    if (sum == 0) return withheld<Forecast>(Reason::NoVariation, values.size());
    out.sigma = std::sqrt(sum / static_cast<double>(out.residuals.size()));
    for (std::size_t h = 0; h < steps; ++h) {
        out.points.push_back(values[values.size() - period + h % period]);
        out.memory.push_back(h % period == 0 ? 1 : 0);
    }
    return found(std::move(out), values.size());
}

}  // namespace problemator
