#include "core/cli/detect_series.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "core/base/format.hpp"

namespace problemator::cli {
namespace {

enum class DateKind : unsigned char { Number, Week, Day };

/// A date as a number of its kind, so that the next one is known.
struct Moment { DateKind kind = DateKind::Number; std::int32_t at = 0; };

std::optional<Moment> moment_of(std::string_view text) {
    if (const auto week = parse_week(text)) return Moment{DateKind::Week, *week};
    if (const auto minute = parse_iso_minute(text)) return Moment{DateKind::Day, day_from_minute(*minute)};
    std::int32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = read.ec == std::errc{} && read.ptr == text.data() + text.size() && number > -2'000'000'000 && number < 2'000'000'000;
    return is_number ? std::optional{Moment{DateKind::Number, number}} : std::nullopt;
}

std::string text_of(const Moment& moment) {
    switch (moment.kind) {
        case DateKind::Week: return format_week_key(moment.at);
        case DateKind::Day: return format_iso_day(moment.at);
        case DateKind::Number: break;
    }
    return std::to_string(moment.at);
}

/// Days may follow each other by one or by seven, weeks and numbers by one.
std::int32_t step_of(const Moment& first, const Moment& second) { return first.kind == DateKind::Day && second.at - first.at == 7 ? 7 : 1; }

Result<Nothing> check_order(DetectSeries& series, const std::vector<std::size_t>& rows, const PlainTable& table, const std::string& column) {
    std::optional<Moment> before;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Place place{table.file, static_cast<std::uint32_t>(rows[i] + 2), column};
        const auto moment = moment_of(series.dates[i]);
        if (!moment) return Error{.fault = Fault::BadDate, .place = place, .piece = series.dates[i], .expected = "2026-W46, 2026-11-16, 46"};
        if (i == 0 && moment->kind != DateKind::Number) series.first_day = moment->kind == DateKind::Week ? first_day_of_week(moment->at) : moment->at;
        if (i == 1) series.step = step_of(*before, *moment);
        if (before && (before->kind != moment->kind || moment->at != before->at + series.step))
            return Error{.fault = Fault::OutOfRange, .place = place, .piece = series.dates[i], .expected = text_of({before->kind, before->at + series.step})};
        before = moment;
    }
    if (before && before->kind == DateKind::Week) series.step = 7;
    return Nothing{};
}

bool needs_counts(const std::string& method) { return method != "stl" && method != "xmr"; }

}  // namespace

Result<std::vector<DetectSeries>> series_of(const PlainTable& table, const DetectOptions& options) {
    TRY(const auto dates, text_column(table, options.date));
    TRY(const auto counts, number_column(table, options.count));
    std::vector<std::string> cells(table.rows.size());
    if (!options.cell.empty()) { TRY(cells, text_column(table, options.cell)); }
    std::vector<std::vector<double>> regressors;
    for (const std::string& name : options.regressors) {
        TRY(auto column, number_column(table, name));
        regressors.push_back(std::move(column));
    }
    std::map<std::string, std::size_t> order;
    std::vector<DetectSeries> all;
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (counts[i] < 0 && needs_counts(options.method))
            return Error{.fault = Fault::OutOfRange, .place = {table.file, static_cast<std::uint32_t>(i + 2), options.count}, .piece = plain_number(counts[i]), .expected = "0, 1, 2…"};
        const auto [at, is_new] = order.try_emplace(cells[i], all.size());
        if (is_new) {
            all.push_back({.cell = cells[i], .dates = {}, .counts = {}, .regressors = std::vector<std::vector<double>>(regressors.size()), .first_day = {}});
            rows.emplace_back();
        }
        DetectSeries& series = all[at->second];
        series.dates.push_back(dates[i]);
        series.counts.push_back(counts[i]);
        for (std::size_t j = 0; j < regressors.size(); ++j) series.regressors[j].push_back(regressors[j][i]);
        rows[at->second].push_back(i);
    }
    for (std::size_t s = 0; s < all.size(); ++s) {
        TRY([[maybe_unused]] const Nothing done, check_order(all[s], rows[s], table, options.date));
    }
    if (all.empty()) return Error{.fault = Fault::NoRows, .place = {.file = table.file}};
    return all;
}

}  // namespace problemator::cli
