// The five tiles: received, overdue, answered in time, satisfaction, repeats — each with 26 weeks, last week and АППГ.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/preparations.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

using Series = std::vector<std::optional<double>>;

struct Part { std::uint32_t part = 0, n = 0; };   // numerator and denominator of a share
struct WeekOfTallies { Week first = 0; std::vector<Tally> tallies; };

// One tally per week from `first` to `last`, zeros where nothing happened.
WeekOfTallies weekly(const Scope& scope, Basis basis, Week first, Week last) {
    Filter filter = scope.filter;
    filter.basis = basis;
    filter.period = {first_minute_of_week(first), first_minute_of_week(last + 1)};
    const auto kept = group_of(scope, filter, Axis::Week);
    const Grouped& grouped = *kept;
    WeekOfTallies out{first, std::vector<Tally>(static_cast<std::size_t>(last - first + 1))};
    for (std::size_t i = 0; i < grouped.keys.size(); ++i)
        if (grouped.keys[i] >= first && grouped.keys[i] <= last) out.tallies[static_cast<std::size_t>(grouped.keys[i] - first)] = grouped.tallies[i];
    return out;
}

template <class Value>
Series last_weeks(const Scope& scope, const WeekOfTallies& weeks, Value value) {
    Series out;
    for (std::size_t i = weeks.tallies.size() - kSparkWeeks; i < weeks.tallies.size(); ++i) {
        const bool is_known = scope.has_history(weeks.first + static_cast<Week>(i));
        out.push_back(is_known ? value(weeks.tallies[i]) : std::nullopt);
    }
    return out;
}

std::vector<double> known_before_last(const Series& series) {
    std::vector<double> out;
    for (std::size_t i = 0; i + 1 < series.size(); ++i)
        if (series[i]) out.push_back(*series[i]);
    return out;
}

// Usual range of a count: the central 80 % of its norm. Of a share or mean: the last 12 weeks without the lowest and highest.
void set_count_norm(Trend& trend) {
    const auto norm = baseline_of(known_before_last(trend.values));
    if (!norm) return;
    const auto range = usual_range(*norm);
    trend.norm_low = range.low;
    trend.norm_high = range.high;
}

void set_share_norm(Trend& trend) {
    auto values = known_before_last(trend.values);
    if (values.size() < kMinBaselineWeeks) return;
    values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(std::min(values.size(), kBaselineWeeks)));
    std::sort(values.begin(), values.end());
    trend.norm_low = values[1];
    trend.norm_high = values[values.size() - 2];
    trend.from_zero = false;
}

void finish_trend(Trend& trend, const Tile& tile, Better better, Lang lang) {
    const auto last = trend.values.empty() ? std::nullopt : trend.values.back();
    const bool is_above = last && trend.norm_high && *last > *trend.norm_high;
    const bool is_below = last && trend.norm_low && *last < *trend.norm_low;
    if ((better == Better::Higher && is_below) || (better == Better::Lower && is_above)) trend.end = Tone::Bad;
    const Phrase above = {"выше обычного", "above the usual range"}, below = {"ниже обычного", "below the usual range"};
    const Phrase within = {"в обычных пределах", "within the usual range"}, unknown = {"обычный уровень ещё не известен", "the usual range is not known yet"};
    const Phrase& verdict = !trend.norm_high || !last ? unknown : is_above ? above : is_below ? below : within;
    trend.summary = tile.label + ": " + tile.figure.text + (tile.figure.unit.empty() ? "" : "\u00A0" + tile.figure.unit) + ", " + std::string{verdict.in(lang)};
}

std::string year_ago_text(const std::string& value, Lang lang) { return std::string{Phrase{"АППГ ", "year ago "}.in(lang)} + value; }

/// A tile looks back to the same week of the year before.
Week first_week_shown(const Scope& scope) { return std::min(year_before(scope.week), scope.week - static_cast<Week>(kYearWeeks)); }

// Everything a week's tile looks at: 26 weeks on each basis, and the same week a year ago.
struct Year {
    WeekOfTallies weeks;
    Tally now, before, year_ago;
    std::optional<Week> base;              // what the reader sets the week against
    bool knows_year_ago = false;
    std::string against;                   // «к неделе 45», «к АППГ»
};

Year year_of(const Scope& scope, Basis basis) {
    Year year;
    const Week ago = year_before(scope.week);
    year.weeks = weekly(scope, basis, first_week_shown(scope), scope.week);
    const auto& all = year.weeks.tallies;
    year.now = all.back();
    year.base = scope.base_week(scope.week);
    if (year.base) year.before = all[static_cast<std::size_t>(*year.base - year.weeks.first)];
    year.against = to_week(year.base.value_or(scope.week - 1), scope.week, scope.lang);
    year.year_ago = all[static_cast<std::size_t>(ago - year.weeks.first)];
    year.knows_year_ago = scope.compares() && scope.has_history(ago);
    return year;
}

Tile received_tile(const Scope& scope, const Year& year) {
    const Lang lang = scope.lang;
    Tile tile{"received", std::string{Phrase{"Поступило", "Received"}.in(lang)}, {}, {}, {}, {}, {}};
    const State rows = rows_state(scope, Basis::Received, week_period(scope.week));
    tile.figure = count_figure(scope, year.now.n, rows);
    explain(tile.figure, scope, {"число сообщений, поступивших за неделю", "messages received in the week"}, rows);
    if (year.base)
        tile.change = change_of_messages(scope.world, year.now.n, year.before.n, year.against, Better::Neither, lang);
    if (year.knows_year_ago) tile.year_ago = year_ago_text(count_words(scope.world, year.year_ago.n, lang), lang);
    tile.trend.values = last_weeks(scope, year.weeks, [&](const Tally& t) { return std::optional<double>{drawn_count(scope.world, t.n)}; });
    if (scope.is_finished) set_count_norm(tile.trend);
    finish_trend(tile.trend, tile, Better::Neither, lang);
    return tile;
}

/// What the next seven days will add, under «Почему это число».
void add_forecast(Figure& figure, const Scope& scope) {
    const Lang lang = scope.lang;
    const auto deadlines = deadlines_of(scope);
    const std::string label{Phrase{"За 7 дней", "In 7 days"}.in(lang)};
    if (!deadlines->forecast) {
        figure.why.emplace_back(label, std::string{Phrase{"прогноз не показан: ", "no forecast: "}.in(lang)} + std::string{reason_words(deadlines->forecast.reason).in(lang)});
        return;
    }
    const OverdueForecast& forecast = *deadlines->forecast;
    figure.why.emplace_back(label, std::string{Phrase{"наступит срок ", "falls due: "}.in(lang)} + count_words(scope.world, static_cast<std::int64_t>(forecast.due), lang) + std::string{Phrase{", вероятно опоздают ", ", probably late: "}.in(lang)} +
                                       format_decimal(forecast.overdue.value, 0, lang) + " (" + format_decimal(forecast.overdue.low, 0, lang) + "–" + format_decimal(forecast.overdue.high, 0, lang) +
                                       std::string{Phrase{"), по скорости закрытия за год; по дням — в разделе «Рейтинг»", "), by the speed of closing of the last year; by day on the rating's page"}.in(lang)});
}

Tile overdue_tile(const Scope& scope) {
    const Lang lang = scope.lang;
    const bool is_now = scope.week >= scope.home;
    const Week ago = year_before(scope.week);
    const auto kept = overdue_of(scope, first_week_shown(scope), scope.week);
    const std::vector<std::uint32_t>& by_week = *kept;
    const auto now = by_week.back();
    const auto of_week = [&](Week week) { return by_week[by_week.size() - 1 - static_cast<std::size_t>(scope.week - week)]; };
    Tile tile{"overdue", std::string{(is_now ? Phrase{"Просрочено сейчас", "Overdue now"} : Phrase{"Просрочено на конец недели", "Overdue at the week's end"}).in(lang)}, {}, {}, {}, {}, {}};
    const State rows = with_marks(rows_state(scope, Basis::Received, {}), bit(Mark::OverdueNow));
    tile.figure = count_figure(scope, now, rows);
    explain(tile.figure, scope, {"без ответа, срок прошёл к моменту среза", "unanswered and past the deadline at the moment of the snapshot"}, rows);
    if (!is_now) tile.figure.href.clear();   // rows of a past moment cannot be listed by what is true now
    if (is_now) {
        add_forecast(tile.figure, scope);
        Filter soon = scope.filter;
        soon.basis = Basis::Received;
        soon.period = {};
        soon.with |= bit(Mark::DueSoon);
        const auto n = count_rows(scope.table, narrowed(scope, soon));
        if (n > 0) tile.aside = lang == Lang::Ru ? "ещё " + count_words(scope.world, static_cast<std::int64_t>(n), lang) + " за 3 дня" : count_words(scope.world, static_cast<std::int64_t>(n), lang) + " more in 3 days";
    }
    if (const auto base = scope.base_week(scope.week))
        tile.change = change_of_messages(scope.world, now, of_week(*base), to_week(*base, scope.week, lang), Better::Lower, lang);
    if (scope.compares() && scope.has_history(ago))
        tile.year_ago = year_ago_text(count_words(scope.world, of_week(ago), lang), lang);
    for (std::size_t i = by_week.size() - kSparkWeeks; i < by_week.size(); ++i) {
        const Week week = scope.week - static_cast<Week>(by_week.size() - 1 - i);
        tile.trend.values.push_back(scope.has_history(week) ? std::optional<double>{drawn_count(scope.world, by_week[i])} : std::nullopt);
    }
    set_count_norm(tile.trend);
    finish_trend(tile.trend, tile, Better::Lower, lang);
    return tile;
}

struct ShareTile { const char* id; Phrase label, formula; Basis basis; Marks marks; Better better; };

// «Отвечено в срок» and «Повторные»: a share with its numerator and denominator taken from the week's tally.
template <class Parts>
Tile share_tile(const Scope& scope, const Year& year, const ShareTile& what, Parts parts) {
    const Lang lang = scope.lang;
    const auto min_n = static_cast<std::uint32_t>(std::max(scope.world.profile.min_count_for_percent, 1));
    const Part now = parts(year.now), before = parts(year.before), ago = parts(year.year_ago);
    Tile tile{what.id, std::string{what.label.in(lang)}, {}, {}, {}, {}, {}};
    const State rows = with_marks(rows_state(scope, what.basis, week_period(scope.week)), what.marks);
    tile.figure = share_figure(scope, now.part, now.n, 1, min_n, rows);
    explain(tile.figure, scope, what.formula, rows);
    const auto share = [&](const Part& p) { return drawn_share(scope.world, p.part, p.n); };
    const auto is_told = [&](const Part& p) { return p.n >= min_n && !hides_share(scope.world, p.part, p.n); };
    if (year.base && is_told(now) && is_told(before)) tile.change = change_of_share(share(now), share(before), year.against, what.better, lang);
    if (year.knows_year_ago && ago.n >= min_n) {
        const Figure then = share_figure(scope, ago.part, ago.n, 1, min_n, rows);
        tile.year_ago = year_ago_text(then.text + "\u00A0" + then.unit, lang);
    }
    tile.trend.values = last_weeks(scope, year.weeks, [&](const Tally& t) {
        const Part p = parts(t);
        return p.n >= min_n ? std::optional{share(p)} : std::nullopt;
    });
    if (scope.is_finished) set_share_norm(tile.trend);
    finish_trend(tile.trend, tile, what.better, lang);
    return tile;
}

Tile in_time_tile(const Scope& scope) {
    const Year year = year_of(scope, Basis::Decided);
    Tile tile = share_tile(scope, year,
        {"in_time", {"Отвечено в срок", "Answered in time"},
         {"отвеченные в срок, делить на все, у которых за неделю есть ответ или нарушен срок", "answered in time, divided by all that were answered or missed their deadline in the week"},
         Basis::Decided, 0, Better::Higher},
        [](const Tally& t) { return Part{t.in_time, t.decided}; });
    tile.aside = std::string{Phrase{"из ", "of "}.in(scope.lang)} + count_words(scope.world, year.now.decided, scope.lang);
    return tile;
}

Tile repeats_tile(const Scope& scope, const Year& year) {
    Tile tile = share_tile(scope, year,
        {"repeats", {"Повторные", "Repeated"}, {"повторные, делить на все поступившие за неделю; ссылка открывает повторные", "repeats divided by all received in the week; the link lists the repeats"},
         Basis::Received, bit(Mark::Repeat), Better::Lower},
        [](const Tally& t) { return Part{t.repeats, t.n}; });
    tile.figure.n = year.now.repeats;   // the number opens the repeats themselves
    if (is_hidden_count(scope.world, year.now.repeats)) tile.figure.href.clear();
    else if (!tile.figure.why.empty()) tile.figure.why.back().second = format_count(year.now.repeats, scope.lang);
    tile.aside = counted_words(scope.world, year.now.repeats, kMessages, scope.lang);
    return tile;
}

Tile satisfaction_tile(const Scope& scope) {
    const Lang lang = scope.lang;
    const Year year = year_of(scope, Basis::Closed);
    const auto min_n = static_cast<std::uint32_t>(std::max(scope.world.profile.min_ratings, 1));
    const auto mean = [min_n](const Tally& t) { return t.rated >= min_n ? value(t, Measure::Satisfaction) : std::nullopt; };
    Tile tile{"satisfaction", std::string{Phrase{"Удовлетворённость", "Satisfaction"}.in(lang)}, counted_words(scope.world, year.now.rated, kRatings, lang), {}, {}, {}, {}};
    const State rows = with_marks(rows_state(scope, Basis::Closed, week_period(scope.week)), bit(Mark::Rated));
    tile.figure = count_figure(scope, year.now.rated, rows);
    const auto now = mean(year.now), before = mean(year.before), ago = mean(year.year_ago);
    tile.figure.is_few = !now;
    tile.figure.value = now;
    tile.figure.text = now ? format_decimal(*now, 1, lang) : std::string{kNone};
    if (now) tile.figure.unit = std::string{Phrase{"из 5", "of 5"}.in(lang)};
    explain(tile.figure, scope, {"средняя оценка жителей по сообщениям, закрытым за неделю", "mean rating of the messages closed in the week"}, rows);
    if (year.base && now && before) tile.change = change_of_value(*now, *before, 1, year.against, Better::Higher, lang);
    if (year.knows_year_ago && ago) tile.year_ago = year_ago_text(format_decimal(*ago, 1, lang), lang);
    tile.trend.values = last_weeks(scope, year.weeks, mean);
    if (scope.is_finished) set_share_norm(tile.trend);
    finish_trend(tile.trend, tile, Better::Higher, lang);
    return tile;
}

// A place for a change is never silently empty: the week is in progress, or what the reader compares with has no such number.
void say_why_nothing_is_compared(Tile& tile, const Scope& scope) {
    if (!tile.change.text.empty() || scope.state.compare == Compare::None) return;
    const Lang lang = scope.lang;
    tile.change.tone = Tone::Muted;
    if (!scope.is_finished) {
        const int days = std::clamp((scope.table.as_of - first_minute_of_week(scope.week)) / kMinutesPerDay, 0, 7);
        tile.change.text = std::string{Phrase{"неделя идёт, ", "in progress, "}.in(lang)} + std::to_string(days) + std::string{Phrase{" из 7 дней", " of 7 days"}.in(lang)};
    } else if (scope.state.compare == Compare::Plan) {
        tile.change.text = Phrase{"плана нет", "no plan"}.in(lang);
    } else if (!scope.base_week(scope.week)) {
        tile.change.text = Phrase{"сравнить не с чем", "nothing to compare with"}.in(lang);
    }
}

}  // namespace

void prepare_tiles(Preparations& out, const Scope& scope) {
    for (const Basis basis : {Basis::Received, Basis::Decided, Basis::Closed})
        out.push_back([basis](const Scope& own) { year_of(own, basis); });
    out.push_back([](const Scope& own) { overdue_of(own, first_week_shown(own), own.week); });
    if (scope.week >= scope.home) prepare_deadlines(out);
}

std::vector<Tile> build_tiles(const Scope& scope) {
    const Year received = year_of(scope, Basis::Received);
    std::vector<Tile> tiles = {received_tile(scope, received), overdue_tile(scope), in_time_tile(scope), satisfaction_tile(scope), repeats_tile(scope, received)};
    for (Tile& tile : tiles) say_why_nothing_is_compared(tile, scope);
    return tiles;
}

}  // namespace problemator
