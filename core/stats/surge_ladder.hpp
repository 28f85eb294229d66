// SurgeLadder: what a cell should hold this week, by the best method that its history allows, and how surely it holds more.
//   below 8 weeks   nothing is said
//   8…51 weeks      Poisson or negative binomial tail on the robust baseline of surge.hpp
//   52…155 weeks    quasi-Poisson with one harmonic, from 104 weeks on with a trend, outbreaks of the past weighed down
//   156 and more    Farrington Flexible with Noufaily's settings
// EARS and CUSUM stand beside it as supporting marks. All rungs give p the same way: the tail of a negative binomial with the expected
// mean and the variance of a new week, φ·μ + se² (BoundForm::NbPredictive), so that the q-values of one week's cells belong together.
// A cell too sparse for its rung stands one rung lower: its method is told. Designs are made once for all cells.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/farrington.hpp"
#include "core/stats/finding.hpp"

namespace problemator {

enum class SurgeMethod : std::uint8_t { Tail, SeasonalGlm, Farrington };

struct LadderOptions {
    double alpha = 0.001;                      // of the upper bound of a single cell
    int min_count = 7;                         // fewer messages are never a surge
    bool is_finished = true;                   // the judged week is over
    SurgeMethod highest = SurgeMethod::Farrington;   // no rung above this one
    std::size_t active_weeks = 13;             // a cell without a message in so many last weeks is not looked at: no test
};

/// dispersion: variance of a new week by its mean, the error of the prediction in it. q: 1 until the cells of a week are judged together.
struct SurgeVerdict {
    double count = 0, expected = 0, upper = 0, dispersion = 1, p = 1, q = 1;
    SurgeMethod method = SurgeMethod::Tail;
    std::size_t weeks = 0;                     // of history
    bool has_min_count = false;
    bool marks_c1 = false, marks_c2 = false, marks_c3 = false, marks_cusum = false;
};

class SurgeLadder {
public:
    /// `length`: weeks of a cell, the judged one last. `regressors`: columns of `length` numbers, the judged week included: event marks,
    /// non-working days, snow, heating season. They enter the rungs that fit a model.
    SurgeLadder(std::size_t length, const LadderOptions& options = {}, std::vector<std::vector<double>> regressors = {}, std::span<const std::size_t> year_lags = {});

    /// pre: series has `length` weeks. n = weeks of history. Unfinished; TooFewPeriods below 8 weeks of history;
    /// NotConverged: counts that are negative, not finite or beyond 10^9. `overdispersion`: see shared_overdispersion().
    Finding<SurgeVerdict> judge(std::span<const double> series, double overdispersion = 0) const;
    std::size_t length() const { return length_; }
    const LadderOptions& options() const { return options_; }

private:
    std::optional<SurgeVerdict> by_season(std::span<const double> series, double overdispersion) const;
    std::optional<SurgeVerdict> by_farrington(std::span<const double> series) const;
    SurgeVerdict by_tail(std::span<const double> series, double overdispersion) const;

    std::size_t length_;
    LadderOptions options_;
    GlmDesign season_;                         // trend (from two years on), sine, cosine, regressors
    std::vector<double> season_now_;
    std::optional<FarringtonFrame> frame_;
};

/// v in variance = mean + v·mean², what all cells together show in the weeks of the baseline: moments, each cell by what it tells
/// (mean² / (1 + mean)²). Twelve weeks of one cell hardly know their own dispersion, nor does a year how it varies about its season: on the
/// tail rung, and below two years of history, it is at least 1 + v·mean.
/// 0 when the cells show none. `counts` as in judge_cells().
double shared_overdispersion(std::span<const double> counts, std::size_t length);

/// Whether it has a say on this rung with so many weeks of history.
bool uses_shared_overdispersion(SurgeMethod method, std::size_t weeks);

/// All cells of a week. tests: cells that were looked at. p_bound: the largest p that is a surge, 0 when there is none.
struct SurgeBoard {
    std::vector<Finding<SurgeVerdict>> cells;
    std::size_t tests = 0;
    double p_bound = 0;
};
/// `counts`: cells × ladder.length(), cell by cell, oldest week first. `max_false_share`: the q up to which a cell is a surge.
/// A cell that is not looked at has p = q = 1.
SurgeBoard judge_cells(const SurgeLadder& ladder, std::span<const double> counts, double max_false_share = 0.05);

/// q at most `max_false_share`, and enough messages.
bool is_surge(const SurgeVerdict& verdict, double max_false_share = 0.05);

}  // namespace problemator
