// Rating: departments by score, with the places that chance leaves open, and the funnel of shares in time.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/overview_parts.hpp"
#include "core/model/rating_units.hpp"
#include "core/model/words.hpp"
#include "core/stats/funnel.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr Week kMovementWeeks = 4;

struct RowMaker {
    const Scope& scope;
    Period period;
    std::optional<double> mean;

    State rows(const RatingUnit& unit, Basis basis, Marks marks = 0) const {
        return with_marks(with_code(rows_state(scope, basis, period), scope.table, Dimension::Department, unit.code), marks);
    }

    Figure in_time(const RatingUnit& unit) const {
        const Lang lang = scope.lang;
        const auto least = static_cast<std::uint32_t>(std::max(scope.world.profile.min_count_for_rank, 1));
        const State link = rows(unit, Basis::Decided);
        Figure figure = share_figure(scope, unit.decided.in_time, unit.decided.decided, 1, least, link);
        if (figure.is_few && unit.decided.decided > 0 && !figure.href.empty())
            figure.text = format_count(unit.decided.in_time, lang) + (lang == Lang::Ru ? " из " : " of ") + format_count(unit.decided.decided, lang);
        explain(figure, scope, {"отвеченные в срок, делить на все с наступившим сроком или ответом; черта — интервал Уилсона 95 %", "answered in time, divided by all answered or past their deadline; line: Wilson interval, 95 %"}, link);
        return figure;
    }

    Figure completeness(const RatingUnit& unit) const {
        const State link = rows(unit, Basis::Received);
        const auto least = static_cast<std::uint32_t>(std::max(scope.world.profile.min_count_for_percent, 1));
        Figure figure = share_figure(scope, unit.received.n - unit.received.repeats, unit.received.n, 0, least, link);
        explain(figure, scope, {"1 минус доля повторных сообщений", "1 minus the share of repeated messages"}, link);
        return figure;
    }

    Figure satisfaction(const RatingUnit& unit) const {
        const State link = rows(unit, Basis::Closed, bit(Mark::Rated));
        Figure figure = count_figure(scope, unit.closed.rated, link);
        figure.is_few = static_cast<int>(unit.closed.rated) < std::max(scope.world.profile.min_ratings, 1);
        figure.value.reset();
        if (!figure.is_few) figure.value = value(unit.closed, Measure::Satisfaction);
        figure.text = figure.value ? format_decimal(*figure.value, 1, scope.lang) : std::string{kNone};
        explain(figure, scope, {"средняя оценка жителей по закрытым сообщениям", "mean rating of closed messages"}, link);
        return figure;
    }

    Figure median(const RatingUnit& unit) const {
        Figure figure;
        if (unit.median) figure.value = *unit.median / static_cast<double>(kMinutesPerDay);
        figure.text = figure.value ? format_decimal(*figure.value, 1, scope.lang) : std::string{kNone};
        if (figure.value) figure.unit = std::string{Phrase{"дн.", "d"}.in(scope.lang)};
        explain(figure, scope, {"время, за которое закрывается половина поступивших, с учётом открытых (Каплан — Мейер)", "time in which half of the received are closed, open ones included (Kaplan–Meier)"}, rows(unit, Basis::Received));
        return figure;
    }

    Figure score(const RatingUnit& unit) const {
        Figure figure;
        if (unit.is_ranked) figure.value = unit.score;
        figure.text = figure.value ? format_decimal(*figure.value, 0, scope.lang) : std::string{kNone};
        figure.is_few = !unit.is_ranked;
        explain(figure, scope, {"50 % — доля в срок, сглаженная к среднему; 30 % — полнота; 20 % — оценка жителя, если оценок достаточно, иначе её вес делят остальные", "50 %: share in time, shrunk to the mean; 30 %: completeness; 20 %: rating, if there are enough, otherwise the others take its weight"}, rows(unit, Basis::Decided));
        return figure;
    }

    RatingRow row(const RatingUnit& unit) const {
        RatingRow out;
        out.id = scope.table.dictionary(Dimension::Department).id(unit.code);
        out.name = name_of(scope.world, Dimension::Department, unit.code, scope.lang);
        out.short_name = short_name_of(scope.world, Dimension::Department, unit.code, scope.lang);
        const State received = rows(unit, Basis::Received);
        out.count = count_figure(scope, unit.received.n, received);
        explain(out.count, scope, {"число поступивших сообщений", "messages received"}, received);
        const State repeated = rows(unit, Basis::Received, bit(Mark::Repeat));
        out.repeats = count_figure(scope, unit.received.repeats, repeated);
        out.in_time = in_time(unit);
        out.completeness = completeness(unit);
        out.median_reply = median(unit);
        out.satisfaction = satisfaction(unit);
        out.score = score(unit);
        out.is_few = !unit.is_ranked;
        if (unit.decided.decided > 0 && !is_hidden_count(scope.world, unit.decided.decided)) {
            const auto interval = wilson(unit.decided.in_time, unit.decided.decided);
            out.share = static_cast<double>(unit.decided.in_time) / static_cast<double>(unit.decided.decided);
            out.low = interval.low;
            out.high = interval.high;
            if (unit.is_ranked && mean && interval.low > *mean) out.tone = Tone::Good;
            if (unit.is_ranked && mean && interval.high < *mean) out.tone = Tone::Bad;
        }
        if (unit.is_ranked) {
            out.place = std::to_string(unit.place);
            out.place_range = unit.range.low == unit.range.high ? out.place : std::to_string(unit.range.low) + "–" + std::to_string(unit.range.high);
        }
        State opened = on_screen(scope.state, Screen::Rating);
        opened.department = out.id;
        out.href = to_hash(opened);
        return out;
    }
};

void add_movement(RatingRow& row, const RatingUnit& unit, const RatingUnits& earlier) {
    for (const auto& before : earlier.units) {
        if (before.code != unit.code || !before.is_ranked || before.place == unit.place) continue;
        row.movement_direction = before.place > unit.place ? 1 : -1;
        row.movement = std::to_string(std::abs(before.place - unit.place));
    }
}

Period shifted(const Scope& scope, const Period& period) {
    if (scope.state.period) return {period.from - kMovementWeeks * kMinutesPerWeek, period.until - kMovementWeeks * kMinutesPerWeek};
    return span_period(scope.state.span, scope.week - kMovementWeeks);
}

std::string joined_names(const std::vector<RatingRow>& rows, Tone tone) {
    std::string out;
    for (const auto& row : rows)
        if (row.tone == tone) out += (out.empty() ? "" : ", ") + row.short_name;
    return out;
}

std::string verdict_of(const RatingPage& page, Lang lang) {
    if (page.rows.empty()) return std::string{Phrase{"Ответов со сроком пока мало: места не присваиваются", "Too few answers with a deadline: no places are given"}.in(lang)};
    const auto worse = joined_names(page.rows, Tone::Bad), better = joined_names(page.rows, Tone::Good);
    if (!worse.empty()) return std::string{Phrase{"Достоверно ниже среднего: ", "Reliably below the mean: "}.in(lang)} + worse;
    if (!better.empty()) return std::string{Phrase{"Отстающих нет, достоверно выше среднего: ", "Nobody lags, reliably above the mean: "}.in(lang)} + better;
    return std::string{Phrase{"Все подразделения в пределах случайных отклонений от среднего", "All departments are within chance of the mean"}.in(lang)};
}

void add_funnel(RatingPage& page, const RatingUnits& rated) {
    double most = 0;
    std::vector<RatingRow> all = page.rows;
    all.insert(all.end(), page.few.begin(), page.few.end());
    std::vector<double> sizes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& tally = rated.units[i].decided;
        if (tally.decided == 0 || !all[i].low) continue;
        page.funnel.push_back({all[i].short_name, static_cast<double>(tally.decided), static_cast<double>(tally.in_time) / tally.decided, all[i].tone, all[i].is_few, all[i].tone != Tone::Plain, all[i].href});
        sizes.push_back(page.funnel.back().n);
        most = std::max(most, page.funnel.back().n);
    }
    std::sort(sizes.rbegin(), sizes.rend());
    const double large = sizes.size() > 2 ? sizes[2] : 0;   // the three largest are named too
    for (auto& point : page.funnel) point.is_labelled = point.is_labelled || (point.n >= large && !point.is_few);
    if (!page.mean || most <= 0) return;
    constexpr int kPoints = 60;
    const double first = std::min(5.0, most), last = most * 1.06;
    for (int i = 0; i <= kPoints; ++i) {
        const double t = static_cast<double>(i) / kPoints;
        const auto limit = funnel_limit(*page.mean, first + (last - first) * t * t);   // denser where the funnel bends
        page.limits.push_back({limit.n, limit.low95, limit.high95, limit.low998, limit.high998});
    }
}

std::vector<Choice> span_choices(const Scope& scope) {
    constexpr std::pair<RatingSpan, Phrase> all[] = {{RatingSpan::FourWeeks, {"4 недели", "4 weeks"}}, {RatingSpan::Quarter, {"13 недель", "13 weeks"}}, {RatingSpan::YearToDate, {"С начала года", "Year to date"}}};
    std::vector<Choice> out;
    for (const auto& [span, name] : all) {
        State state = scope.state;
        state.span = span;
        state.period.reset();
        out.push_back({std::string{name.in(scope.lang)}, to_hash(state), !scope.state.period && scope.state.span == span});
    }
    return out;
}

void add_weights(RatingPage& page, Lang lang) {
    const auto add = [&](Phrase name, double weight, Phrase note) {
        page.weights.emplace_back(name.in(lang), format_percent(weight, 0, lang));
        page.weight_values.push_back(weight);
        page.weight_notes.emplace_back(note.in(lang));
    };
    add({"Ответы в срок", "Answers in time"}, kWeightInTime, {"сглажены к среднему при малом числе", "shrunk to the mean when few"});
    add({"Полнота ответа", "Completeness"}, kWeightComplete, {"без повторных обращений", "without repeats"});
    add({"Оценка жителя", "Residents' rating"}, kWeightSatisfied, {"средняя, если оценок достаточно", "mean, if there are enough ratings"});
}

}  // namespace

RatingPage rating_page(const World& world, const State& state) { return build_rating(world, state, Movement::Shown); }

RatingPage build_rating(const World& world, const State& state, Movement movement) {
    const Scope scope = scope_of(world, state);
    const Lang lang = scope.lang;
    const Period period = scope.filter.period;
    const RatingUnits rated = rate_units(scope, period);
    const bool compares = movement == Movement::Shown && state.compare && scope.is_finished && is_table_time(period.from) && is_table_time(period.until) && scope.has_history(week_from_minute(shifted(scope, period).from));
    const RatingUnits earlier = compares ? rate_units(scope, shifted(scope, period)) : RatingUnits{};

    RatingPage page;
    if (rated.municipality.decided > 0) page.mean = static_cast<double>(rated.municipality.in_time) / rated.municipality.decided;
    const RowMaker maker{scope, period, page.mean};
    for (const auto& unit : rated.units) {
        RatingRow row = maker.row(unit);
        if (unit.is_ranked) add_movement(row, unit, earlier);
        (unit.is_ranked ? page.rows : page.few).push_back(std::move(row));
    }
    page.verdict = verdict_of(page, lang);
    page.note = period_words(period, lang) + std::string{Phrase{". Рядом с местом — интервал мест: в его пределах различие не доказано", ". Beside the place: its range, within which no difference is proved"}.in(lang)};
    page.spans = span_choices(scope);
    if (page.mean) page.footnote = std::string{Phrase{"Пунктир — среднее, ", "Dashed: mean, "}.in(lang)} + format_percent(*page.mean, 1, lang) +
        std::string{Phrase{". Черта — доверительный интервал 95 %; зелёный и красный — отличие от среднего достоверно. Медиана — с учётом открытых", ". Line: 95 % interval; green and red: reliably different from the mean. Median: open ones included"}.in(lang)};
    add_funnel(page, rated);
    add_weights(page, lang);
    return page;
}

}  // namespace problemator
