// Surge: is this week's count of one cell more than its own recent weeks explain?
// Baseline: mean of the previous complete weeks with outliers weighed down by their Anscombe residual (Farrington et al. 1996,
// JRSS-A 159:547–563; threshold 2.58 of Noufaily et al. 2013, Stat Med 32:1206–1222; residuals about the median and scaled MAD),
// dispersion estimated and never below 1.
// Tail: Poisson, or negative binomial with the plug-in mean (the "nbPlugin" form of Salmon et al. 2016, JSS 70(10)).
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace problemator {

inline constexpr std::size_t kBaselineWeeks = 12;   // weeks that make the norm
inline constexpr std::size_t kMinBaselineWeeks = 8; // fewer: counts only, no alarm
inline constexpr int kMinCountForSurge = 7;
inline constexpr double kMaxFalseShare = 0.05;      // an alarm has q ≤ this
inline constexpr double kThresholdP = 0.001;        // tail at which a single cell is shown as "above the threshold"

struct Baseline { double mean = 0, dispersion = 1; std::size_t weeks = 0; };

/// Norm of a cell from its previous weeks, oldest first; only the last kBaselineWeeks are used.
/// The mean of an empty cell is half a message per window, so that a first message is no miracle.
/// nullopt below kMinBaselineWeeks.
std::optional<Baseline> baseline_of(std::span<const double> weeks);
/// P(Y ≥ count) under the norm.
double surge_p(double count, const Baseline& baseline);
/// Smallest count whose tail is ≤ `p` and which is at least kMinCountForSurge.
int surge_threshold(const Baseline& baseline, double p = kThresholdP);
/// Usual range: the central 80 % of the norm's distribution, whole numbers.
struct UsualRange { int low = 0, high = 0; };
UsualRange usual_range(const Baseline& baseline);

/// «Выше нормы N недель»: the longest run of weeks that ends the series, 6…26 long, every one above the norm of the
/// kBaselineWeeks before the run, and whose sum has a tail ≤ `p` under that norm. 0 when there is none.
struct Chronic { std::size_t weeks = 0; Baseline before; };
Chronic chronic_run(std::span<const double> weeks, double p = kThresholdP);

}  // namespace problemator
