#include "core/model/heat/matrix_measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/heat/matrix_axes.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

using Limits = std::array<double, 7>;   // lower limits of the classes 1…7
constexpr Limits kCountLimits = {1, 3, 6, 10, 16, 25, 40};
constexpr Limits kBadShareLimits = {0.001, 0.05, 0.10, 0.20, 0.30, 0.50, 0.70};
constexpr Limits kGoodShareLimits = {0.001, 0.50, 0.70, 0.80, 0.90, 0.95, 0.99};
constexpr Limits kRatingLimits = {1, 2, 2.5, 3, 3.5, 4, 4.5};
constexpr Limits kRateLimits = {0.01, 0.5, 1, 2, 3, 5, 10};
constexpr std::array<double, 6> kDeviationLimits = {-3, -2, -1, 1, 2, 3};
constexpr std::array<int, 6> kChangeLimits = {-9, -4, -1, 2, 5, 10};   // lower limits of the classes 1…6

const Limits& limits_of(Measure measure) {
    switch (measure) {
        case Measure::InTimeShare: case Measure::HighRatingShare: case Measure::FastTrackShare: return kGoodShareLimits;
        case Measure::OverdueShare: case Measure::RepeatShare: return kBadShareLimits;
        case Measure::Satisfaction: return kRatingLimits;
        case Measure::PerThousand: return kRateLimits;
        case Measure::Count: case Measure::OverdueNow: case Measure::Open: case Measure::Repeats: case Measure::MedianReply: break;
    }
    return kCountLimits;
}

std::string limit_text(double limit, Measure measure, Lang lang) {
    if (is_share(measure)) return format_decimal(std::floor(limit * 100), 0, lang);
    const bool has_tenths = measure == Measure::Satisfaction || (measure == Measure::PerThousand && limit < 1);
    return format_decimal(limit, has_tenths ? 1 : 0, lang);
}

}  // namespace

bool is_share(Measure measure) {
    switch (measure) {
        case Measure::InTimeShare: case Measure::OverdueShare: case Measure::HighRatingShare: case Measure::RepeatShare: case Measure::FastTrackShare: return true;
        case Measure::Count: case Measure::OverdueNow: case Measure::Open: case Measure::MedianReply: case Measure::Satisfaction: case Measure::Repeats: case Measure::PerThousand: break;
    }
    return false;
}

std::vector<Measure> offered_measures(MatrixView view) {
    std::vector<Measure> out = {Measure::Count, Measure::OverdueNow, Measure::OverdueShare, Measure::InTimeShare, Measure::RepeatShare, Measure::Satisfaction};
    if (shape_of(view).row == Axis::Territory) out.insert(out.begin() + 1, Measure::PerThousand);
    return out;
}

Measure matrix_measure(const State& state, MatrixView view) {
    if (state.measure == Measure::MedianReply || cell_meaning(state) != CellMeaning::Value) return Measure::Count;
    return state.measure == Measure::PerThousand && shape_of(view).row != Axis::Territory ? Measure::Count : state.measure;
}

CellMeaning cell_meaning(const State& state) {
    if (state.as_deviation) return CellMeaning::Deviation;
    return state.as_change ? CellMeaning::Change : CellMeaning::Value;
}

Phrase measure_formula(Measure measure) {
    switch (measure) {
        case Measure::Count: return {"число поступивших сообщений", "number of messages received"};
        case Measure::InTimeShare: return {"отвеченные в срок, делить на все, у которых есть ответ или нарушен срок", "answered in time, divided by all that were answered or missed their deadline"};
        case Measure::OverdueNow: return {"без ответа, срок прошёл к моменту среза", "unanswered and past the deadline at the moment of the snapshot"};
        case Measure::OverdueShare: return {"нарушившие срок, делить на все, у которых есть ответ или нарушен срок", "those that missed their deadline, divided by all that were answered or missed it"};
        case Measure::Open: return {"без ответа на момент среза", "unanswered at the moment of the snapshot"};
        case Measure::MedianReply: return {"медиана времени от поступления до закрытия", "median time from receipt to closing"};
        case Measure::Satisfaction: return {"средняя оценка жителей по закрытым сообщениям", "mean rating of the closed messages"};
        case Measure::HighRatingShare: return {"оценки 4 и 5, делить на все оценки", "ratings 4 and 5, divided by all ratings"};
        case Measure::RepeatShare: return {"повторные, делить на все поступившие", "repeats, divided by all received"};
        case Measure::Repeats: return {"число повторных сообщений", "number of repeats"};
        case Measure::FastTrackShare: return {"фаст-трек в срок, делить на все сообщения каналов с фаст-треком", "fast track in time, divided by all messages of channels with a fast track"};
        case Measure::PerThousand: return {"поступившие сообщения, делить на число жителей, умножить на 1 000", "messages received, divided by the number of residents, times 1,000"};
    }
    return {"–", "–"};
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

namespace {

// Without a number of residents there is no rate.
void set_rate(Figure& figure, const Scope& scope, std::uint32_t n, double people) {
    if (figure.is_few) return;   // hidden
    figure.value.reset();
    if (n == 0 && people > 0) {
        figure.text.clear();
        figure.value = 0;
        return;
    }
    figure.text = kNone;
    if (!(people > 0)) return;
    figure.value = 1000.0 * n / people;
    figure.text = format_decimal(*figure.value, *figure.value < 10 ? 1 : 0, scope.lang);
}

}  // namespace

Figure measure_figure(const Scope& scope, const Tally& tally, Measure measure, const State& rows, double people) {
    const std::uint32_t n = base_of(tally, measure);
    Figure figure = count_figure(scope, n, rows);
    if (measure == Measure::PerThousand) {
        set_rate(figure, scope, n, people);
        return figure;
    }
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

int deviation_class(double z) {
    return static_cast<int>(std::upper_bound(kDeviationLimits.begin(), kDeviationLimits.end(), z) - kDeviationLimits.begin());
}

int change_class(std::int64_t difference) {
    return static_cast<int>(std::upper_bound(kChangeLimits.begin(), kChangeLimits.end(), difference) - kChangeLimits.begin());
}

std::vector<std::string> legend_of(Measure measure, CellMeaning kind, Lang lang) {
    if (kind == CellMeaning::Deviation) return {"≤ −3", "−3…−2", "−2…−1", "−1…1", "1–2", "2–3", "≥ 3"};
    if (kind == CellMeaning::Change) return {"≤ −10", "−9…−5", "−4…−2", "−1…1", "2–4", "5–9", "≥ 10"};
    const auto& limits = limits_of(measure);
    std::vector<std::string> out;
    const bool is_whole = !is_share(measure) && measure != Measure::Satisfaction && measure != Measure::PerThousand;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const std::string low = limit_text(limits[i], measure, lang);
        if (i + 1 == limits.size()) out.push_back(low + "+");
        else out.push_back(low + "–" + limit_text(is_whole ? limits[i + 1] - 1 : limits[i + 1], measure, lang));
    }
    return out;
}

}  // namespace problemator
