// Farrington: what this week should hold, from the same weeks of the years before. Needs three years; follows season and trend.
// Farrington et al. 1996, JRSS-A 159:547–563; improved by Noufaily et al. 2013, Stat Med 32:1206–1222: a factor for the seasons instead
// of the same weeks alone, the last 26 weeks left out, only clear outbreaks of the past weighed down; threshold of the negative
// binomial after Salmon et al. 2016, JSS 70(10). Against R surveillance::farringtonFlexible: tests/unit/stats/farrington.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/time.hpp"
#include "core/stats/finding.hpp"
#include "core/stats/glm.hpp"

namespace problemator {

enum class PowerScale : std::uint8_t { None, Half, TwoThirds };
enum class BoundForm : std::uint8_t {
    Delta,          // normal on the scale of PowerScale, with the error of the prediction
    NbPlugin,       // Poisson or negative binomial around the prediction, as if it were certain
    NbPredictive,   // the same with the variance φ·μ + se² of a new week: honest about the prediction where counts are small
};

/// p = P(a week is y or more); score = (y − expected) / (upper − expected): above 1 is above the bound.
struct Bound { double lower = 0, upper = 0, p = 1, score = 0; };
/// pre: expected > 0, dispersion ≥ 1; se: of the expected count itself.
Bound delta_bound(double y, double expected, double se, double dispersion, double alpha, PowerScale scale);
Bound nb_bound(double y, double expected, double dispersion, double alpha);

/// 1 up to the threshold, s⁻² above, all scaled so that they add up to their number.
std::vector<double> outbreak_weights(std::span<const double> residuals, double threshold);
/// Weeks from `day` back to the same weekday nearest to the same date 1…years years before: 52 or 53 apart.
std::vector<std::size_t> year_lags(Day day, std::size_t years);

struct FarringtonOptions {                     // Noufaily's
    std::size_t years = 5, half_window = 3;    // w: weeks on either side of the same week
    std::size_t seasons = 10;                  // levels of the factor; 1: only the windows are used
    std::size_t weeks_left_out = 26;           // before the week that is judged
    double weights_threshold = 2.58;           // of Anscombe residuals; 0: no reweighting
    double trend_p = 1;                        // the trend is kept below this p
    bool with_trend = true;                    // never kept with fewer than 3 years, nor where it leads above every past week
    double alpha = 0.05;
    double min_total = 5;                      // no bound with fewer messages than this …
    std::size_t min_total_weeks = 4;           // … in the last weeks, the judged one included
    PowerScale scale = PowerScale::TwoThirds;
    BoundForm form = BoundForm::Delta;
};
/// Farrington's of 1996: windows alone, all past weeks above the norm weighed down, trend at p < 0.05.
FarringtonOptions farrington_1996();

/// Which weeks are compared, and in which season each is: made once for all cells of a week.
struct FarringtonFrame {
    std::vector<std::size_t> weeks;            // indices into the series
    GlmDesign with_trend, without_trend;       // the trend is the first column, in years from the judged week
    std::vector<double> now_with, now_without; // columns of the judged week
    std::size_t now = 0, years = 0;            // index of the judged week
    FarringtonOptions options;
};
/// `length`: weeks of the series, the judged one last. `lags`: see year_lags(); empty: 52 weeks a year. `regressors`: columns of `length`
/// numbers. TooFewPeriods: the series does not reach back to the same week of the first year.
Finding<FarringtonFrame> farrington_frame(std::size_t length, const FarringtonOptions& options, std::span<const std::size_t> lags = {},
                                          std::span<const std::vector<double>> regressors = {});

struct FarringtonPoint {
    double expected = 0, se = 0, dispersion = 1;   // se: of the expected count; dispersion ≥ 1
    Bound bound;
    double trend = 0;                              // growth of the log in a year; 0 when has_trend is false
    bool has_trend = false, is_alarm = false;
};
/// pre: series has frame.now + 1 weeks. n = weeks compared. TooFewCounts: below min_total, or nothing but zeros.
Finding<FarringtonPoint> farrington(const FarringtonFrame& frame, std::span<const double> series);
Finding<FarringtonPoint> farrington(std::span<const double> series, const FarringtonOptions& options);

/// The fit that the 1996 paper makes twice: all weeks alike, then outbreaks weighed down. Dispersion is at least 1.
Finding<GlmFit> fit_without_outbreaks(const GlmDesign& design, std::span<const double> counts, double threshold);

}  // namespace problemator
