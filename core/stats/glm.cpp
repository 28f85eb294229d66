#include "core/stats/glm.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr double kMaxCount = 1e9, kTolerance = 1e-10, kMinPivot = 1e-10, kMinEta = -40, kMaxEta = 40, kEmptyEta = -23;
constexpr int kMaxSteps = 60, kMaxHalvings = 20;

bool are_counts(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return v >= 0 && v <= kMaxCount; });   // false for NaN too
}
bool are_finite(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v) && std::abs(v) <= 1e12; });
}

/// One fit: the coefficients, and the least squares around them.
class Irls {
public:
    Irls(const GlmDesign& design, std::span<const double> counts, const GlmInput& input)
        : design_{design}, counts_{counts}, input_{input}, eta_(design.rows), mu_(design.rows), row_weight_(design.rows), working_(design.rows), mean_(design.levels * design.columns), weight_(design.levels),
          z_(design.levels), s_(design.columns * design.columns), b_(design.columns), norm_(design.columns) {
        at_ = {std::vector<double>(design.levels, kEmptyEta), std::vector<double>(design.columns)};
        dropped_.assign(design.columns, false);
    }

    bool run() {
        start();
        double deviance = deviance_now();
        for (int step = 0; step < kMaxSteps; ++step) {
            gather();
            if (step == 0 && !input_.start) note_dropped();
            if (!factorise()) return false;
            const Coefficients before = at_;
            at_ = solve();
            double next = deviance_now();
            for (int half = 0; half < kMaxHalvings && !(next <= deviance + 1e-8 * (std::abs(deviance) + 0.1)); ++half) {
                halve_towards(before);
                next = deviance_now();
            }
            if (!std::isfinite(next)) return false;
            const bool is_settled = std::abs(deviance - next) <= kTolerance * (std::abs(next) + 0.1);
            deviance = next;
            if (is_settled) return finish();
        }
        return false;
    }

    GlmFit fit(double df) {
        GlmFit out{.intercepts = std::move(at_.intercepts), .slopes = std::move(at_.slopes), .is_dropped = dropped_, .fitted = std::move(mu_), .hat = {}, .dispersion = 1,
                   .df = df, .level_weights = std::move(weight_), .level_means = std::move(mean_), .slope_inverse = inverse()};
        double chi = 0;
        out.hat.resize(design_.rows);
        for (std::size_t i = 0; i < design_.rows; ++i) {
            const double mu = out.fitted[i], error = counts_[i] - mu;
            chi += weight(i) * error * error / mu;
            const auto line = predict(out, design_.level_of(i), design_.row(i), 0, 1);
            out.hat[i] = line ? std::min(1.0, weight(i) * mu * line->se * line->se) : 0;
        }
        out.dispersion = chi / df;
        return out;
    }

private:
    struct Coefficients { std::vector<double> intercepts, slopes; };

    double weight(std::size_t i) const { return input_.weights.empty() ? 1 : input_.weights[i]; }
    double offset(std::size_t i) const { return input_.offset.empty() ? 0 : input_.offset[i]; }

    /// The exact fit without slopes: the mean of each level.
    void start() {
        if (input_.start) {
            at_ = {input_.start->intercepts, input_.start->slopes};
            dropped_ = input_.start->is_dropped;
            return;
        }
        std::vector<double> exposure(design_.levels);
        for (std::size_t i = 0; i < design_.rows; ++i) {
            z_[design_.level_of(i)] += weight(i) * counts_[i];
            exposure[design_.level_of(i)] += weight(i) * std::exp(offset(i));
        }
        for (std::size_t g = 0; g < design_.levels; ++g)
            if (z_[g] > 0 && exposure[g] > 0) at_.intercepts[g] = std::log(z_[g] / exposure[g]);
    }

    /// Means at the present coefficients, and twice the log-likelihood they lose, up to what does not depend on them.
    double deviance_now() {
        double sum = 0;
        const std::size_t columns = design_.columns;
        for (std::size_t i = 0; i < design_.rows; ++i) {
            double eta = offset(i) + at_.intercepts[design_.level_of(i)];
            for (std::size_t j = 0; j < columns; ++j) eta += design_.x[i * columns + j] * at_.slopes[j];
            eta_[i] = std::clamp(eta, kMinEta, kMaxEta);
            mu_[i] = std::exp(eta_[i]);
            sum += weight(i) * (mu_[i] - counts_[i] * eta_[i]);
        }
        return 2 * sum;
    }

    /// Weighted means in the levels, then products of what is left of the columns and of the working response.
    void gather() {
        const std::size_t columns = design_.columns;
        for (auto* sums : {&weight_, &z_, &mean_, &s_, &b_, &norm_}) std::fill(sums->begin(), sums->end(), 0.0);
        for (std::size_t i = 0; i < design_.rows; ++i) {
            const std::size_t g = design_.level_of(i);
            const double w = row_weight_[i] = weight(i) * mu_[i];
            weight_[g] += w;
            working_[i] = eta_[i] - offset(i) + (counts_[i] - mu_[i]) / mu_[i];
            z_[g] += w * working_[i];
            for (std::size_t j = 0; j < columns; ++j) mean_[g * columns + j] += w * design_.x[i * columns + j];
        }
        for (std::size_t g = 0; g < design_.levels; ++g) {
            if (weight_[g] <= 0) continue;
            z_[g] /= weight_[g];
            for (std::size_t j = 0; j < columns; ++j) mean_[g * columns + j] /= weight_[g];
        }
        switch (columns) {
            case 0: return;
            case 2: return gather_products<2>();
            case 3: return gather_products<3>();
            case 4: return gather_products<4>();
            default: return gather_products<0>();
        }
    }

    /// A number of columns that the compiler knows keeps the sums of a few columns at hand; 0: any number. The sums are the same either way.
    template <std::size_t kColumns>
    void gather_products() {
        constexpr bool is_known = kColumns > 0;
        const std::size_t columns = is_known ? kColumns : design_.columns;
        std::conditional_t<is_known, std::array<double, kColumns>, std::vector<double>> b{}, norm{}, left{};
        std::conditional_t<is_known, std::array<double, kColumns * kColumns>, std::vector<double>> s{};
        if constexpr (!is_known) {
            for (auto* sums : {&b, &norm, &left}) sums->resize(columns);
            s.resize(columns * columns);
        }
        for (std::size_t i = 0; i < design_.rows; ++i) {
            const std::size_t g = design_.level_of(i);
            const double w = row_weight_[i], z = working_[i] - z_[g];
            const double* x = &design_.x[i * columns];
            const double* mean = &mean_[g * columns];
            for (std::size_t j = 0; j < columns; ++j) left[j] = x[j] - mean[j];
            for (std::size_t j = 0; j < columns; ++j) {
                const double weighed = w * left[j];
                b[j] += weighed * z;
                norm[j] += w * x[j] * x[j];
                for (std::size_t k = 0; k <= j; ++k) s[j * columns + k] += weighed * left[k];
            }
        }
        std::copy(b.begin(), b.end(), b_.begin());
        std::copy(norm.begin(), norm.end(), norm_.begin());
        std::copy(s.begin(), s.end(), s_.begin());
    }

    /// A column whose remainder is nothing beside itself says nothing new: R calls its coefficient NA.
    void note_dropped() {
        for (std::size_t j = 0; j < design_.columns; ++j) dropped_[j] = !pivot(j);
        gather();   // pivots overwrote the products
    }

    /// Row j of the Cholesky factor in place of row j of the products; false when its pivot vanishes. Dropped columns are passed over.
    bool pivot(std::size_t j) {
        const std::size_t columns = design_.columns;
        double rest = s_[j * columns + j];
        for (std::size_t k = 0; k < j; ++k) {
            if (dropped_[k]) continue;
            double sum = s_[j * columns + k];
            for (std::size_t m = 0; m < k; ++m)
                if (!dropped_[m]) sum -= s_[j * columns + m] * s_[k * columns + m];
            s_[j * columns + k] = sum / s_[k * columns + k];
            rest -= s_[j * columns + k] * s_[j * columns + k];
        }
        if (!(rest > kMinPivot * norm_[j])) return false;
        s_[j * columns + j] = std::sqrt(rest);
        return true;
    }

    bool factorise() {
        for (std::size_t j = 0; j < design_.columns; ++j)
            if (!dropped_[j] && !pivot(j)) return false;
        return true;
    }

    std::vector<double> solve_slopes(std::vector<double> b) const {
        const std::size_t columns = design_.columns;
        for (std::size_t j = 0; j < columns; ++j) {
            if (dropped_[j]) { b[j] = 0; continue; }
            for (std::size_t k = 0; k < j; ++k) b[j] -= dropped_[k] ? 0 : s_[j * columns + k] * b[k];
            b[j] /= s_[j * columns + j];
        }
        for (std::size_t j = columns; j-- > 0;) {
            if (dropped_[j]) continue;
            for (std::size_t k = j + 1; k < columns; ++k) b[j] -= dropped_[k] ? 0 : s_[k * columns + j] * b[k];
            b[j] /= s_[j * columns + j];
        }
        return b;
    }

    Coefficients solve() const {
        Coefficients next{at_.intercepts, solve_slopes(b_)};
        for (std::size_t g = 0; g < design_.levels; ++g) {
            if (weight_[g] <= 0) continue;
            next.intercepts[g] = z_[g];
            for (std::size_t j = 0; j < design_.columns; ++j) next.intercepts[g] -= mean_[g * design_.columns + j] * next.slopes[j];
        }
        return next;
    }

    void halve_towards(const Coefficients& before) {
        for (std::size_t g = 0; g < at_.intercepts.size(); ++g) at_.intercepts[g] = (at_.intercepts[g] + before.intercepts[g]) / 2;
        for (std::size_t j = 0; j < at_.slopes.size(); ++j) at_.slopes[j] = (at_.slopes[j] + before.slopes[j]) / 2;
    }

    bool finish() {                                // weights of the last means, not of those before
        gather();
        return factorise() && are_finite(at_.intercepts) && are_finite(at_.slopes);
    }

    std::vector<double> inverse() const {
        const std::size_t columns = design_.columns;
        std::vector<double> out(columns * columns);
        for (std::size_t j = 0; j < columns; ++j) {
            std::vector<double> unit(columns);
            unit[j] = dropped_[j] ? 0 : 1;
            const auto column = solve_slopes(std::move(unit));
            for (std::size_t k = 0; k < columns; ++k) out[k * columns + j] = dropped_[j] ? 0 : column[k];
        }
        return out;
    }

    const GlmDesign& design_;
    std::span<const double> counts_;
    const GlmInput& input_;
    std::vector<double> eta_, mu_, row_weight_, working_, mean_, weight_, z_, s_, b_, norm_;
    Coefficients at_;
    std::vector<bool> dropped_;
};

/// Parameters that the fit spends: levels with rows, and columns that were not dropped.
std::size_t parameters_of(const GlmFit& fit) {
    const auto levels = std::count_if(fit.level_weights.begin(), fit.level_weights.end(), [](double w) { return w > 0; });
    return static_cast<std::size_t>(levels + std::count(fit.is_dropped.begin(), fit.is_dropped.end(), false));
}

}  // namespace

Finding<GlmFit> fit_quasi_poisson(const GlmDesign& design, std::span<const double> counts, const GlmInput& input) {
    std::size_t rows = 0;
    double total = 0;
    if (!are_counts(counts) || !are_counts(input.weights) || !are_finite(input.offset) || !are_finite(design.x)) return withheld<GlmFit>(Reason::NotConverged, counts.size());
    for (std::size_t i = 0; i < design.rows; ++i) {
        const double weight = input.weights.empty() ? 1 : input.weights[i];
        rows += weight > 0;
        total += weight * counts[i];
    }
    if (rows == 0) return withheld<GlmFit>(Reason::TooFewPeriods);
    if (total <= 0) return withheld<GlmFit>(Reason::TooFewCounts, rows);
    Irls irls{design, counts, input};
    if (!irls.run()) return withheld<GlmFit>(Reason::NotConverged, rows);
    GlmFit fit = irls.fit(1);
    const std::size_t spent = parameters_of(fit);
    if (rows <= spent) return withheld<GlmFit>(Reason::TooFewPeriods, rows);
    fit.df = static_cast<double>(rows - spent);
    fit.dispersion /= fit.df;
    if (!std::isfinite(fit.dispersion)) return withheld<GlmFit>(Reason::NotConverged, rows);
    return found(std::move(fit), rows);
}

std::optional<GlmPrediction> predict(const GlmFit& fit, std::size_t level, std::span<const double> x, double offset, double dispersion) {
    if (level >= fit.level_weights.size() || fit.level_weights[level] <= 0) return std::nullopt;
    const std::size_t columns = fit.slopes.size();
    const auto mean = std::span{fit.level_means}.subspan(level * columns, columns);
    double eta = offset + fit.intercepts[level], variance = 1 / fit.level_weights[level];
    for (std::size_t j = 0; j < columns; ++j) {
        eta += x[j] * fit.slopes[j];
        for (std::size_t k = 0; k < columns; ++k) variance += (x[j] - mean[j]) * fit.slope_inverse[j * columns + k] * (x[k] - mean[k]);
    }
    return GlmPrediction{eta, std::sqrt(std::max(0.0, variance) * dispersion)};
}

double slope_error(const GlmFit& fit, std::size_t column, double dispersion) {
    return std::sqrt(fit.slope_inverse[column * fit.slopes.size() + column] * dispersion);
}

std::vector<double> covariance(const GlmFit& fit, double dispersion) {
    const std::size_t levels = fit.intercepts.size(), columns = fit.slopes.size(), size = levels + columns;
    std::vector<double> leaned(levels * columns);          // level means times the covariance of the slopes
    for (std::size_t g = 0; g < levels; ++g)
        for (std::size_t j = 0; j < columns; ++j)
            for (std::size_t k = 0; k < columns; ++k) leaned[g * columns + j] += fit.level_means[g * columns + k] * fit.slope_inverse[k * columns + j];
    std::vector<double> out(size * size);
    for (std::size_t g = 0; g < levels; ++g) {
        out[g * size + g] = 1 / fit.level_weights[g];
        for (std::size_t j = 0; j < columns; ++j) {
            out[g * size + levels + j] = out[(levels + j) * size + g] = -leaned[g * columns + j];
            for (std::size_t h = 0; h < levels; ++h) out[g * size + h] += leaned[g * columns + j] * fit.level_means[h * columns + j];
        }
    }
    for (std::size_t j = 0; j < columns; ++j)
        for (std::size_t k = 0; k < columns; ++k) out[(levels + j) * size + levels + k] = fit.slope_inverse[j * columns + k];
    for (double& v : out) v *= dispersion;
    return out;
}

double t_two_sided(double t, double df) { return beta_lower(df / 2, 0.5, df / (df + t * t)); }

double t_critical(double p, double df) {
    double low = 0, high = 1;
    while (high < 1e12 && t_two_sided(high, df) > p) high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-13 * high; ++i) {
        const double middle = (low + high) / 2;
        (t_two_sided(middle, df) > p ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace problemator
