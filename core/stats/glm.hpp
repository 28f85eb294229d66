// Glm: counts as a log-linear function of a factor and of numbers, with a variance proportional to the mean (quasi-Poisson).
// Iteratively reweighted least squares (Nelder & Wedderburn 1972, JRSS-A 135:370–384; McCullagh & Nelder 1989, ch. 9). The factor
// (season, or one common intercept) is taken out by centring within its levels (Frisch & Waugh 1933), so that a fit with ten
// seasons costs as much as one with none, and the rest is a small Cholesky whose pivots show what cannot be told apart.
// Against R glm(family = quasipoisson): tests/unit/stats/glm.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

/// What the counts depend on; shared by all cells of a table.
struct GlmDesign {
    std::size_t rows = 0, levels = 1, columns = 0;
    std::vector<std::uint32_t> level;          // of each row, below `levels`; empty: all in level 0
    std::vector<double> x;                     // rows × columns, row by row

    std::span<const double> row(std::size_t i) const { return std::span{x}.subspan(i * columns, columns); }
    std::size_t level_of(std::size_t i) const { return level.empty() ? 0 : level[i]; }
};

struct GlmFit {
    std::vector<double> intercepts;            // of each level; a level without rows has none (its level_weights is 0)
    std::vector<double> slopes;                // of each column; 0 for one that is_dropped
    std::vector<bool> is_dropped;              // columns that the levels and the columns before them already say
    std::vector<double> fitted, hat;           // of each row
    double dispersion = 1;                     // Pearson's χ² by df, as it comes: it may be below 1
    double df = 0;
    std::vector<double> level_weights;         // Σ of working weights in a level
    std::vector<double> level_means;           // levels × columns: weighted means of the columns in a level
    std::vector<double> slope_inverse;         // columns × columns: covariance of the slopes at dispersion 1
};

struct GlmInput {
    std::span<const double> weights{};         // prior weights; empty: all 1
    std::span<const double> offset{};          // on the log scale; empty: all 0
    const GlmFit* start = nullptr;             // where to start from: a fit of the same design with other weights
};

/// pre: spans have design.rows elements or are empty where they may be. n = rows with a weight.
/// TooFewPeriods: no degree of freedom is left. TooFewCounts: nothing but zeros. NotConverged: no finite fit, or counts that are
/// negative, not finite or beyond 10^9.
Finding<GlmFit> fit_quasi_poisson(const GlmDesign& design, std::span<const double> counts, const GlmInput& input = {});

/// Log of the mean for a new row and its standard error at `dispersion`; nullopt for a level that no row has.
struct GlmPrediction { double eta = 0, se = 0; };
std::optional<GlmPrediction> predict(const GlmFit& fit, std::size_t level, std::span<const double> x, double offset, double dispersion);
/// Standard error of a slope at `dispersion`.
double slope_error(const GlmFit& fit, std::size_t column, double dispersion);
/// Covariance of (intercepts, slopes) at `dispersion`, row by row. pre: every level has rows.
std::vector<double> covariance(const GlmFit& fit, double dispersion);

/// P(|T| > |t|) of Student's t, and the t with P(|T| > t) = p. df > 0.
double t_two_sided(double t, double df);
double t_critical(double p, double df);

}  // namespace problemator
