#include "core/model/matrix_measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

using Limits = std::array<double, 7>;   // lower limits of the classes 1…7
constexpr Limits kCountLimits = {1, 3, 6, 10, 16, 25, 40};
constexpr Limits kBadShareLimits = {0.001, 0.05, 0.10, 0.20, 0.30, 0.50, 0.70};
constexpr Limits kGoodShareLimits = {0.001, 0.50, 0.70, 0.80, 0.90, 0.95, 0.99};
constexpr Limits kRatingLimits = {1, 2, 2.5, 3, 3.5, 4, 4.5};
constexpr std::array<int, 6> kChangeLimits = {-9, -4, -1, 2, 5, 10};   // lower limits of the classes 1…6

const Limits& limits_of(Measure measure) {
    switch (measure) {
        case Measure::InTimeShare: case Measure::HighRatingShare: case Measure::FastTrackShare: return kGoodShareLimits;
        case Measure::OverdueShare: case Measure::RepeatShare: return kBadShareLimits;
        case Measure::Satisfaction: return kRatingLimits;
        case Measure::Count: case Measure::OverdueNow: case Measure::Open: case Measure::Repeats: case Measure::MedianReply: case Measure::PerThousand: break;
    }
    return kCountLimits;
}

std::string limit_text(double limit, Measure measure, Lang lang) {
    if (is_share(measure)) return format_decimal(std::floor(limit * 100), 0, lang);
    return measure == Measure::Satisfaction ? format_decimal(limit, 1, lang) : format_decimal(limit, 0, lang);
}

}  // namespace

bool is_share(Measure measure) {
    switch (measure) {
        case Measure::InTimeShare: case Measure::OverdueShare: case Measure::HighRatingShare: case Measure::RepeatShare: case Measure::FastTrackShare: return true;
        case Measure::Count: case Measure::OverdueNow: case Measure::Open: case Measure::MedianReply: case Measure::Satisfaction: case Measure::Repeats: case Measure::PerThousand: break;
    }
    return false;
}

std::vector<Measure> offered_measures() {
    return {Measure::Count, Measure::OverdueNow, Measure::OverdueShare, Measure::InTimeShare, Measure::RepeatShare, Measure::Satisfaction};
}

Measure matrix_measure(const State& state) {
    const bool is_possible = state.measure != Measure::MedianReply && state.measure != Measure::PerThousand;
    return is_possible && !state.as_change ? state.measure : Measure::Count;
}

MeasureRows rows_of(Measure measure) {
    switch (measure) {
        case Measure::InTimeShare: case Measure::OverdueShare: return {Basis::Decided, 0};
        case Measure::FastTrackShare: return {Basis::Decided, bit(Mark::FastEligible)};
        case Measure::Satisfaction: case Measure::HighRatingShare: return {Basis::Closed, bit(Mark::Rated)};
        case Measure::OverdueNow: return {Basis::Received, bit(Mark::OverdueNow)};
        case Measure::Open: return {Basis::Received, bit(Mark::Open)};
        case Measure::Repeats: return {Basis::Received, bit(Mark::Repeat)};
        case Measure::Count: case Measure::RepeatShare: case Measure::MedianReply: case Measure::PerThousand: break;
    }
    return {};
}

std::uint32_t base_of(const Tally& tally, Measure) { return tally.n; }   // the filter of rows_of() has chosen them already

Figure measure_figure(const Scope& scope, const Tally& tally, Measure measure, const State& rows) {
    const std::uint32_t n = base_of(tally, measure);
    Figure figure = count_figure(scope, n, rows);
    if (!is_share(measure) && measure != Measure::Satisfaction) {
        if (n == 0) figure.text.clear();
        return figure;
    }
    const auto& profile = scope.world.profile;
    const int least = is_share(measure) ? profile.min_count_for_percent : profile.min_ratings;
    const auto amount = value(tally, measure);
    figure.value.reset();
    if (n == 0) {
        figure.text.clear();
        return figure;
    }
    figure.is_few = static_cast<int>(n) < least || !amount;
    if (figure.is_few) {
        if (!figure.href.empty()) figure.text = kNone;
        return figure;
    }
    figure.value = amount;
    figure.text = is_share(measure) ? format_decimal(*amount * 100, 0, scope.lang) : format_decimal(*amount, 1, scope.lang);
    if (is_share(measure)) figure.unit = "%";
    return figure;
}

int color_class(const Figure& figure, Measure measure) {
    if (!figure.value) return figure.text.empty() && !is_share(measure) && measure != Measure::Satisfaction ? 0 : -1;
    const auto& limits = limits_of(measure);
    return static_cast<int>(std::upper_bound(limits.begin(), limits.end(), *figure.value + 1e-12) - limits.begin());
}

int change_class(std::int64_t difference) {
    return static_cast<int>(std::upper_bound(kChangeLimits.begin(), kChangeLimits.end(), difference) - kChangeLimits.begin());
}

std::vector<std::string> legend_of(Measure measure, bool as_change, Lang lang) {
    if (as_change) return {"≤ −10", "−9…−5", "−4…−2", "−1…1", "2–4", "5–9", "≥ 10"};
    const auto& limits = limits_of(measure);
    std::vector<std::string> out;
    const bool is_whole = !is_share(measure) && measure != Measure::Satisfaction;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const std::string low = limit_text(limits[i], measure, lang);
        if (i + 1 == limits.size()) out.push_back(low + "+");
        else out.push_back(low + "–" + limit_text(is_whole ? limits[i + 1] - 1 : limits[i + 1], measure, lang));
    }
    return out;
}

}  // namespace problemator
