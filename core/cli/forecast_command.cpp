#include "core/cli/forecast_command.hpp"

#include <algorithm>

#include "core/cli/plain_table.hpp"
#include "core/stats/plan_forecast.hpp"
#include "core/stats/seasonal_naive.hpp"
#include "core/stats/special.hpp"
#include "core/stats/theta.hpp"

namespace problemator::cli {
namespace {

using Numbers = std::vector<double>;

Error refusal(Reason reason, const std::string& file) {
    return {.fault = Fault::BadValue, .place = {.file = file}, .piece = std::string{reason_id(reason)}, .expected = "docs/methods.md"};
}

std::string season_text(const EtsFit& fit) { return fit.form.period > 1 ? ", gamma " + plain_number(fit.gamma) + ", period " + std::to_string(fit.form.period) : ""; }

/// What was fitted, for the reader of the numbers; goes to stderr so that the CSV stays a CSV.
std::string told(const EtsFit& fit) {
    std::string text = "n " + std::to_string(fit.n) + ", alpha " + plain_number(fit.alpha);
    if (fit.form.slope != Slope::None) text += ", beta " + plain_number(fit.beta);
    if (fit.form.slope == Slope::Damped) text += ", phi " + plain_number(fit.phi);
    return text + season_text(fit) + ", sse " + plain_number(fit.sse);
}

Result<Forecast> ets_path(const Finding<EtsFit>& fit, const ForecastOptions& o) {
    if (!fit) return refusal(fit.reason, o.series);
    note(told(*fit));
    return forecast_ets(*fit, o.steps);
}

Result<Forecast> path_of(const Numbers& values, const ForecastOptions& o) {
    if (o.method == "ets") return ets_path(fit_best_ets(values, o.period), o);
    if (o.method == "ses") return ets_path(fit_ets(values, {.slope = Slope::None, .period = o.period}), o);
    if (o.method == "holt") return ets_path(fit_ets(values, {.slope = Slope::Linear, .period = o.period}), o);
    if (o.method == "damped") return ets_path(fit_ets(values, {.slope = Slope::Damped, .period = o.period}), o);
    if (o.method == "snaive") {
        const auto path = forecast_seasonal_naive(values, static_cast<std::size_t>(o.period), o.steps);
        if (!path) return refusal(path.reason, o.series);
        return *path;
    }
    const auto fit = fit_theta(values, o.period);
    if (!fit) return refusal(fit.reason, o.series);
    note(told(fit->smoothing) + ", drift " + plain_number(fit->drift) + (fit->factors.empty() ? "" : ", season taken out"));
    return forecast_theta(*fit, o.steps);
}

Result<std::string> path_csv(const PlainTable& table, const ForecastOptions& o) {
    TRY(const Numbers values, number_column(table, "value"));
    TRY(const Forecast path, path_of(values, o));
    const double z = normal_quantile((1 + o.level) / 2);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t h = 0; h < path.points.size(); ++h) {
        const Interval at = interval_at(path, h, z);
        rows.push_back({std::to_string(h + 1), plain_number(at.value), plain_number(spread_at(path, h)), plain_number(at.low), plain_number(at.high)});
    }
    return plain_csv({"step", "point", "spread", "low", "high"}, rows);
}

constexpr const char* kVerdicts[] = {"met", "on_track", "at_risk", "missed", "too_early"};   // as PlanVerdict

Result<std::string> plan_csv(const PlainTable& table, const ForecastOptions& o) {
    TRY(const Numbers numerator, number_column(table, "numerator"));
    Numbers denominator;
    if (std::find(table.header.begin(), table.header.end(), "denominator") != table.header.end()) {
        TRY(Numbers column, number_column(table, "denominator"));
        denominator = std::move(column);
    }
    if (o.this_year > numerator.size()) return Error{.fault = Fault::BadArgument, .piece = "--this-year " + std::to_string(o.this_year), .expected = "0 … " + std::to_string(numerator.size())};
    const auto by = std::find(std::begin(kPlanMethods), std::end(kPlanMethods), o.by) - std::begin(kPlanMethods);
    const auto found = forecast_plan({.numerator = numerator, .denominator = denominator, .this_year = o.this_year, .remaining = o.remaining, .period = o.period, .plan = o.plan,
                                      .direction = o.at_most ? PlanDirection::AtMost : PlanDirection::AtLeast, .method = static_cast<PlanMethod>(by), .borders = {}, .seed = o.seed, .draws = o.draws});
    if (!found) return refusal(found.reason, o.series);
    return plain_csv({"method", "periods", "so_far", "at_year_end", "low", "high", "chance", "verdict"},
                     {{kPlanMethods[static_cast<std::size_t>(found->method)], std::to_string(found.n), plain_number(found->so_far), plain_number(found->at_year_end.value), plain_number(found->at_year_end.low),
                       plain_number(found->at_year_end.high), plain_number(found->chance), kVerdicts[static_cast<std::size_t>(found->verdict)]}});
}

Result<Nothing> write_forecast(const ForecastOptions& o) {
    TRY(const PlainTable table, read_plain_table(o.series));
    TRY(const std::string text, o.method == "plan" ? plan_csv(table, o) : path_csv(table, o));
    return put_csv(o.out, text);
}

}  // namespace

Exit run_forecast(const ForecastOptions& options) {
    return finish(write_forecast(options));
}

}  // namespace problemator::cli
