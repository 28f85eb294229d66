#include "core/cli/detect_command.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>

#include "core/cli/detect_series.hpp"
#include "core/stats/cusum.hpp"
#include "core/stats/ears.hpp"
#include "core/stats/farrington.hpp"
#include "core/stats/interrupted.hpp"
#include "core/stats/multiple_testing.hpp"
#include "core/stats/special.hpp"
#include "core/stats/stl.hpp"
#include "core/stats/surge.hpp"
#include "core/stats/surge_ladder.hpp"
#include "core/stats/xmr.hpp"

namespace problemator::cli {
namespace {

using Rows = std::vector<std::vector<std::string>>;
struct Sheet { std::vector<std::string> header; Rows rows; };

/// What any method says about one week; what it does not say stays empty.
struct Judged {
    std::size_t series = 0, at = 0;
    std::string method;
    std::optional<double> expected{}, upper{}, dispersion{}, p{}, q{}, score{};
    std::optional<bool> is_alarm{};
    std::string marks{};
    std::size_t n = 0;
    Reason reason = Reason::None;
};

std::string reason_word(Reason reason) { return std::string{reason_id(reason)}; }
std::string text_of(const std::optional<double>& value) { return value ? plain_number(*value) : ""; }

Judged by_tail(std::span<const double> weeks, const DetectOptions& options) {
    const auto norm = baseline_of(weeks.first(weeks.size() - 1));
    Judged out{.method = "tail", .n = weeks.size() - 1};
    if (!norm) { out.reason = Reason::TooFewPeriods; return out; }
    const double alpha = options.alpha > 0 ? options.alpha : kThresholdP;
    out.expected = norm->mean;
    out.dispersion = norm->dispersion;
    out.upper = std::max(0, count_with_tail(alpha, norm->mean, norm->dispersion) - 1);
    out.p = surge_p(weeks.back(), *norm);
    out.is_alarm = weeks.back() > *out.upper;
    out.n = norm->weeks;
    return out;
}

Judged by_ears(std::span<const double> weeks, const DetectOptions& options) {
    const Ears method = options.method == "ears-c1" ? Ears::C1 : options.method == "ears-c2" ? Ears::C2 : Ears::C3;
    const double alpha = options.alpha > 0 ? options.alpha : ears_options(method).alpha;
    const auto point = ears(method, weeks, {options.baseline, options.min_sigma, alpha});
    Judged out{.method = options.method, .n = point.n, .reason = point.reason};
    if (!point) return out;
    out.expected = point->expected;
    out.upper = point->upper;
    out.is_alarm = point->is_alarm;
    return out;
}

Judged by_cusum(std::span<const double> weeks, const DetectOptions& options) {
    constexpr std::size_t kHalfYear = 26;
    Judged out{.method = "cusum", .n = weeks.size()};
    const auto before = weeks.first(weeks.size() > kHalfYear ? weeks.size() - kHalfYear : 0);
    const double norm = options.mean > 0 ? options.mean : before.empty() ? 0 : std::accumulate(before.begin(), before.end(), 0.0) / static_cast<double>(before.size());
    const auto points = cusum(options.mean > 0 ? weeks : weeks.last(std::min(weeks.size(), kHalfYear)), {.mean = norm, .reset = options.with_reset ? CusumReset::AfterAlarm : CusumReset::Never});
    out.reason = options.mean <= 0 && before.empty() ? Reason::TooFewPeriods : points.reason;
    if (out.reason != Reason::None) return out;
    out.expected = norm;
    out.upper = points->back().upper;
    out.score = points->back().sum;
    out.is_alarm = points->back().is_alarm;
    return out;
}

FarringtonOptions farrington_options(const DetectOptions& options) {
    FarringtonOptions out;
    out.years = options.years;
    out.half_window = options.half_window;
    out.seasons = options.seasons;
    out.weeks_left_out = options.left_out;
    out.weights_threshold = options.threshold;
    out.trend_p = options.trend_p;
    if (options.alpha > 0) out.alpha = options.alpha;
    out.form = options.form == "nb-plugin" ? BoundForm::NbPlugin : options.form == "nb-predictive" ? BoundForm::NbPredictive : BoundForm::Delta;
    out.scale = options.form == "delta-none" ? PowerScale::None : options.form == "delta-half" ? PowerScale::Half : PowerScale::TwoThirds;
    return out;
}

std::vector<std::vector<double>> first_weeks(const DetectSeries& series, std::size_t length) {
    std::vector<std::vector<double>> out;
    for (const auto& column : series.regressors) out.emplace_back(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(length));
    return out;
}

std::vector<std::size_t> lags_of(const DetectSeries& series, std::size_t length, const DetectOptions& options) {
    if (!options.by_calendar || !series.first_day || series.step != 7) return {};
    return year_lags(*series.first_day + 7 * static_cast<Day>(length - 1), options.years);
}

Judged by_farrington(const DetectSeries& series, std::span<const double> weeks, const DetectOptions& options) {
    Judged out{.method = "farrington", .n = weeks.size() - 1};
    const auto frame = farrington_frame(weeks.size(), farrington_options(options), lags_of(series, weeks.size(), options), first_weeks(series, weeks.size()));
    const auto point = frame ? farrington(*frame, weeks) : withheld<FarringtonPoint>(frame.reason, weeks.size() - 1);
    out.n = point.n;
    out.reason = point.reason;
    if (!point) return out;
    out.expected = point->expected;
    out.upper = point->bound.upper;
    out.dispersion = point->dispersion;
    out.p = point->bound.p;
    out.score = point->bound.score;
    out.is_alarm = point->is_alarm;
    if (point->has_trend) out.marks = "trend";
    return out;
}

Judged judged_of(const Finding<SurgeVerdict>& verdict, const LadderOptions& options) {
    constexpr const char* kNames[] = {"tail", "glm", "farrington"};
    Judged out{.method = verdict ? kNames[static_cast<std::size_t>(verdict->method)] : "", .n = verdict.n, .reason = verdict.reason};
    if (!verdict) return out;
    out.expected = verdict->expected;
    out.upper = verdict->upper;
    out.dispersion = verdict->dispersion;
    out.p = verdict->p;
    out.is_alarm = verdict->has_min_count && verdict->p <= options.alpha;
    const std::pair<bool, const char*> marks[] = {{verdict->marks_c1, "c1"}, {verdict->marks_c2, "c2"}, {verdict->marks_c3, "c3"}, {verdict->marks_cusum, "cusum"}};
    for (const auto& [is_set, name] : marks)
        if (is_set) out.marks += (out.marks.empty() ? "" : " ") + std::string{name};
    return out;
}

LadderOptions ladder_options(const DetectOptions& options) {
    LadderOptions out;
    if (options.alpha > 0) out.alpha = options.alpha;
    if (options.method == "glm") out.highest = SurgeMethod::SeasonalGlm;
    return out;
}

/// Cells with the same weeks and the same regressors are judged together: one design, shared overdispersion, q-values.
std::vector<Judged> by_ladder(const std::vector<DetectSeries>& all, std::size_t at, const DetectOptions& options) {
    std::vector<Judged> out;
    std::vector<bool> is_done(all.size());
    for (std::size_t first = 0; first < all.size(); ++first) {
        if (is_done[first] || at >= all[first].counts.size()) continue;
        std::vector<std::size_t> members;
        std::vector<double> counts;
        const auto regressors = first_weeks(all[first], at + 1);
        for (std::size_t s = first; s < all.size(); ++s) {
            if (is_done[s] || at >= all[s].counts.size() || all[s].dates[0] != all[first].dates[0] || first_weeks(all[s], at + 1) != regressors) continue;
            is_done[s] = true;
            members.push_back(s);
            counts.insert(counts.end(), all[s].counts.begin(), all[s].counts.begin() + static_cast<std::ptrdiff_t>(at + 1));
        }
        const LadderOptions ladder = ladder_options(options);
        const auto board = judge_cells(SurgeLadder{at + 1, ladder, regressors}, counts);
        for (std::size_t i = 0; i < members.size(); ++i) {
            Judged judged = judged_of(board.cells[i], ladder);
            judged.series = members[i];
            judged.at = at;
            out.push_back(std::move(judged));
        }
    }
    return out;
}

Judged judge_one(const DetectSeries& series, std::size_t at, const DetectOptions& options) {
    const auto weeks = std::span{series.counts}.first(at + 1);
    if (options.method == "tail") return by_tail(weeks, options);
    if (options.method == "cusum") return by_cusum(weeks, options);
    if (options.method == "farrington") return by_farrington(series, weeks, options);
    return by_ears(weeks, options);
}

/// q-values over the cells of each week.
void add_q(std::vector<Judged>& judged, const std::vector<DetectSeries>& all) {
    std::map<std::string, std::vector<Judged*>> weeks;
    for (Judged& one : judged)
        if (one.p) weeks[all[one.series].dates[one.at]].push_back(&one);
    for (auto& [week, ones] : weeks) {
        std::vector<double> p;
        for (const Judged* one : ones) p.push_back(*one->p);
        const auto q = benjamini_hochberg(p);
        for (std::size_t i = 0; i < ones.size(); ++i) ones[i]->q = q[i];
    }
}

/// Which weeks of a series are judged. Empty: none of them is meant.
std::vector<std::size_t> places(const DetectSeries& series, const std::string& at) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < series.dates.size(); ++i)
        if (at == "all" || series.dates[i] == at || (at == "last" && i + 1 == series.dates.size())) out.push_back(i);
    return out;
}

Sheet surges(const std::vector<DetectSeries>& all, const DetectOptions& options) {
    std::vector<Judged> judged;
    const bool is_ladder = options.method == "ladder" || options.method == "glm";
    std::vector<std::vector<bool>> is_wanted;
    std::size_t longest = 0;
    for (std::size_t s = 0; s < all.size(); ++s) {
        is_wanted.emplace_back(all[s].dates.size());
        longest = std::max(longest, all[s].dates.size());
        for (const std::size_t at : places(all[s], options.at)) {
            is_wanted[s][at] = true;
            if (is_ladder) continue;
            judged.push_back(judge_one(all[s], at, options));
            judged.back().series = s;
            judged.back().at = at;
        }
    }
    for (std::size_t at = 0; is_ladder && at < longest; ++at) {
        const bool is_asked = std::any_of(is_wanted.begin(), is_wanted.end(), [&](const auto& weeks) { return at < weeks.size() && weeks[at]; });
        if (!is_asked) continue;
        for (Judged& one : by_ladder(all, at, options))
            if (is_wanted[one.series][at]) judged.push_back(std::move(one));
    }
    std::stable_sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) { return a.series < b.series; });
    add_q(judged, all);
    Sheet sheet{{"cell", "week", "count", "method", "expected", "upper", "dispersion", "p", "q", "score", "alarm", "marks", "n", "reason"}, {}};
    for (const Judged& one : judged) {
        const DetectSeries& series = all[one.series];
        sheet.rows.push_back({series.cell, series.dates[one.at], plain_number(series.counts[one.at]), one.method, text_of(one.expected), text_of(one.upper), text_of(one.dispersion), text_of(one.p),
                              text_of(one.q), text_of(one.score), one.is_alarm ? *one.is_alarm ? "1" : "0" : "", one.marks, std::to_string(one.n), reason_word(one.reason)});
    }
    return sheet;
}

Result<Sheet> effects(const std::vector<DetectSeries>& all, const DetectOptions& options) {
    Sheet sheet{{"cell", "start", "level", "level_low", "level_high", "level_p", "slope", "slope_low", "slope_high", "slope_p", "before", "before_low", "before_high", "dispersion", "n", "reason"}, {}};
    InterruptedOptions settings;
    settings.harmonics = options.harmonics;
    if (options.alpha > 0) settings.alpha = options.alpha;
    for (const DetectSeries& series : all) {
        const auto start = std::find(series.dates.begin(), series.dates.end(), options.start);
        if (start == series.dates.end()) return Error{.fault = Fault::BadArgument, .place = {.column = "--start"}, .piece = options.start, .expected = series.dates.front() + "…" + series.dates.back()};
        const auto effect = interrupted(series.counts, static_cast<std::size_t>(start - series.dates.begin()), settings, series.regressors);
        std::vector<std::string> row = {series.cell, options.start};
        const auto add = [&](std::optional<double> value) { row.push_back(text_of(value)); };
        const auto add_interval = [&](const Interval& v) { for (const double one : {v.value, v.low, v.high}) add(one); };
        if (effect) {
            add_interval(effect->level);
            add(effect->level_p);
            add_interval(effect->slope);
            add(effect->slope_p);
            add_interval(effect->slope_before);
            add(effect->dispersion);
        } else row.resize(sheet.header.size() - 2);
        row.push_back(std::to_string(effect.n));
        row.push_back(reason_word(effect.reason));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

StlOptions stl_settings(const DetectOptions& options) {
    StlOptions out = stl_options(options.period, options.seasonal_window);
    if (options.trend_window > 0) out.trend = {options.trend_window | 1, 1, ((options.trend_window | 1) + 9) / 10};
    return options.is_robust ? robust(out) : out;
}

Sheet parts(const std::vector<DetectSeries>& all, const DetectOptions& options) {
    Sheet sheet{{"cell", "week", "count", "seasonal", "trend", "remainder", "weight", "reason"}, {}};
    for (const DetectSeries& series : all) {
        const auto found = stl(series.counts, stl_settings(options));
        for (std::size_t i = 0; i < series.counts.size(); ++i) {
            const auto part = [&](const std::vector<double> Stl::*values) { return found ? plain_number((*found.value.*values)[i]) : std::string{}; };
            sheet.rows.push_back({series.cell, series.dates[i], plain_number(series.counts[i]), part(&Stl::seasonal), part(&Stl::trend), part(&Stl::remainder), part(&Stl::weights), reason_word(found.reason)});
        }
    }
    return sheet;
}

Sheet charts(const std::vector<DetectSeries>& all) {
    Sheet sheet{{"cell", "week", "count", "mean", "mean_range", "lower", "upper", "outside", "run", "near_limit", "reason"}, {}};
    for (const DetectSeries& series : all) {
        const auto chart = xmr(series.counts);
        for (std::size_t i = 0; i < series.counts.size(); ++i) {
            std::vector<std::string> row = {series.cell, series.dates[i], plain_number(series.counts[i])};
            if (chart) {
                for (const double value : {chart->mean, chart->mean_range, chart->lower, chart->upper}) row.push_back(plain_number(value));
                for (const bool is_set : {chart->signals[i].is_outside, chart->signals[i].is_run, chart->signals[i].is_near_limit}) row.push_back(is_set ? "1" : "0");
            } else row.resize(sheet.header.size() - 1);
            row.push_back(reason_word(chart.reason));
            sheet.rows.push_back(std::move(row));
        }
    }
    return sheet;
}

Result<Sheet> answer_of(const std::vector<DetectSeries>& all, const DetectOptions& options) {
    if (options.method == "its") return effects(all, options);
    if (options.method == "stl") return parts(all, options);
    if (options.method == "xmr") return charts(all);
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const DetectSeries& series) { return !places(series, options.at).empty(); });
    if (!is_known) return Error{.fault = Fault::BadArgument, .place = {.column = "--at"}, .piece = options.at, .expected = "last, all, " + all.front().dates.back()};
    return surges(all, options);
}

Result<Nothing> detect(const DetectOptions& options) {
    TRY(const PlainTable table, read_plain_table(options.series));
    TRY(const auto all, series_of(table, options));
    TRY(const Sheet sheet, answer_of(all, options));
    return put_csv(options.out, plain_csv(sheet.header, sheet.rows));
}

}  // namespace

Exit run_detect(const DetectOptions& options) {
    return finish(detect(options));
}

}  // namespace problemator::cli
