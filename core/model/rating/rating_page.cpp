#include "core/model/rating/rating_page.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/words.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr Week kMovementWeeks = 4;

struct RowMaker {
    const Scope& scope;
    Period period;
    const RatingUnits& rated;

    /// Points of a share tell its hidden part.
    bool tells_hidden(const RatingUnit& unit, Aspect aspect) const {
        if (aspect == Aspect::Terms) return is_hidden_count(scope.world, unit.decided.decided - unit.decided.in_time) || is_hidden_count(scope.world, unit.decided.in_time);
        return aspect == Aspect::Completeness && is_hidden_count(scope.world, unit.received.repeats);
    }

    State rows(const RatingUnit& unit, Basis basis, Marks marks = 0) const {
        return with_marks(with_code(rows_state(scope, basis, period), scope.table, rated_dimension(scope.state), unit.code), marks);
    }

    Figure in_time(const RatingUnit& unit) const {
        const Lang lang = scope.lang;
        const auto least = static_cast<std::uint32_t>(std::max(scope.world.profile.min_count_for_rank, 1));
        const State link = rows(unit, Basis::Decided);
        Figure figure = share_figure(scope, unit.decided.in_time, unit.decided.decided, 1, least, link);
        if (figure.is_few && unit.decided.decided > 0 && !hides_share(scope.world, unit.decided.in_time, unit.decided.decided))
            figure.text = format_count(unit.decided.in_time, lang) + (lang == Lang::Ru ? " из " : " of ") + format_count(unit.decided.decided, lang);
        explain(figure, scope, {"отвеченные в срок, делить на все с наступившим сроком или ответом; черта — интервал Уилсона 95 %", "answered in time, divided by all answered or past their deadline; line: Wilson interval, 95 %"}, link);
        if (!figure.href.empty()) add_comparison(figure, unit, scope);
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
        const Lang lang = scope.lang;
        Figure figure;
        if (unit.median && !is_hidden_count(scope.world, unit.received.n)) figure.value = unit.median->minutes / static_cast<double>(kMinutesPerDay);
        figure.text = figure.value ? format_decimal(*figure.value, 1, lang) : std::string{kNone};
        if (figure.value) figure.unit = std::string{Phrase{"дн.", "d"}.in(lang)};
        explain(figure, scope, {"время, за которое закрывается половина поступивших, с учётом открытых (Каплан — Мейер)", "time in which half of the received are closed, open ones included (Kaplan–Meier)"}, rows(unit, Basis::Received));
        const auto add = [&](Phrase label, std::string text) { figure.why.emplace_back(label.in(lang), std::move(text)); };
        if (!unit.median) add({"Почему не показано", "Why it is not shown"}, std::string{Phrase{"больше половины ещё открыты", "more than half are open still"}.in(lang)});
        if (!figure.value) return figure;
        add({"Интервал 95 %", "95 % interval"}, time_interval_words(*unit.median, lang));
        if (unit.slowest) add({"Девять из десяти закрыты за", "Nine of ten are closed in"}, days_words(unit.slowest->minutes, lang) + " (" + time_interval_words(*unit.slowest, lang) + ")");
        return figure;
    }

    Figure score(const RatingUnit& unit) const {
        const Lang lang = scope.lang;
        Figure figure;
        if (unit.is_ranked) figure.value = unit.score->total.value;
        figure.text = figure.value ? format_decimal(*figure.value, rated.score_digits(), lang) : std::string{kNone};
        figure.is_few = !unit.is_ranked;
        explain(figure, scope, {"сумма измерений с весами профиля; у кого оценок мало, тому их вес делят остальные", "the dimensions weighed by the profile; where ratings are few, the others take their weight"}, rows(unit, Basis::Decided));
        if (!unit.is_ranked) {
            figure.why.emplace_back(Phrase{"Почему не показано", "Why it is not shown"}.in(lang), reason_words(Reason::TooFewCounts).in(lang));
            return figure;
        }
        for (const AspectScore& aspect : unit.score->aspects)
            if (aspect.weight > 0 && !tells_hidden(unit, aspect.aspect)) figure.why.emplace_back(aspect_name(aspect.aspect).in(lang), format_decimal(100 * aspect.points.value, 0, lang) + " × " + format_percent(aspect.weight, 0, lang));
        figure.why.emplace_back(Phrase{"Интервал 95 %", "95 % interval"}.in(lang), range_words(unit.score->total.low, unit.score->total.high, 0, lang));
        return figure;
    }

    RatingRow row(const RatingUnit& unit) const {
        RatingRow out;
        out.code = unit.code;
        const Dimension by = rated_dimension(scope.state);
        out.id = scope.table.dictionary(by).id(unit.code);
        out.name = name_of(scope.world, by, unit.code, scope.lang);
        out.short_name = short_name_of(scope.world, by, unit.code, scope.lang);
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
            // Where a published snapshot hides how many were late, the dot stands in the middle of what it hides.
            const double n = unit.decided.decided, late = n - unit.decided.in_time, middle = scope.world.profile.min_count_published / 2.0;
            const double in_time = is_hidden_count(scope.world, unit.decided.decided - unit.decided.in_time) ? n - middle : is_hidden_count(scope.world, unit.decided.in_time) ? middle : n - late;
            const auto interval = wilson(in_time, n);
            out.share = in_time / n;
            out.low = interval.low;
            out.high = interval.high;
        }
        if (unit.is_ranked) {
            out.tone = unit.group == RatingGroup::Worse ? Tone::Bad : unit.group == RatingGroup::Better ? Tone::Good : Tone::Plain;
            if (rated.is_told(unit)) out.place = std::to_string(unit.place);
            out.place_range = places_words(unit.chance.range);
        }
        State opened = on_screen(scope.state, Screen::Rating);
        if (scope.state.department != out.id) opened.department = out.id;   // once more closes its card
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

/// A link may name any minute: before it is moved the period is cut to the times that a table can hold.
Period shifted(const Scope& scope, const Period& period) {
    const auto earlier = [](Minute time) { return std::clamp(time, kFirstTime, kLastTime) - kMovementWeeks * kMinutesPerWeek; };
    if (scope.state.period) return {earlier(period.from), earlier(period.until)};
    return span_period(scope.state.span, scope.week - kMovementWeeks);
}

std::string joined_names(const std::vector<RatingRow>& rows, Tone tone) {
    std::string out;
    for (const auto& row : rows)
        if (row.tone == tone) out += (out.empty() ? "" : ", ") + row.short_name;
    return out;
}

std::string verdict_of(const RatingPage& page, const Scope& scope) {
    const Lang lang = scope.lang;
    if (page.rows.empty()) return std::string{Phrase{"Ответов со сроком пока мало: места не присваиваются", "Too few answers with a deadline: no places are given"}.in(lang)};
    const bool is_raw = scope.state.is_unadjusted;
    const auto worse = joined_names(page.rows, Tone::Bad), better = joined_names(page.rows, Tone::Good);
    if (!worse.empty()) return std::string{(is_raw ? Phrase{"Достоверно хуже среднего: ", "Reliably worse than the mean: "} : Phrase{"Достоверно хуже других на тех же темах и каналах: ", "Reliably worse than others on the same topics and channels: "}).in(lang)} + worse;
    if (!better.empty()) return std::string{(is_raw ? Phrase{"Отстающих нет, достоверно лучше среднего: ", "Nobody lags, reliably better than the mean: "} : Phrase{"Отстающих нет, достоверно лучше других на тех же темах и каналах: ", "Nobody lags, reliably better than others on the same topics and channels: "}).in(lang)} + better;
    return std::string{unit_words(scope.state.rated).many.in(lang)} + std::string{(is_raw ? Phrase{": все в пределах случайных отклонений от среднего", ": all within chance of the mean"} : Phrase{": все в пределах случайных отклонений от ожидаемого", ": all within chance of what is expected"}).in(lang)};
}

// The picture shows what is judged: the share in time that a department would have on everybody's mix, 1 − (fact / expected)·(late of all).
void add_points(RatingPage& page, const RatingUnits& rated, double late) {
    std::vector<double> sizes;
    for (std::size_t i = 0; i < rated.units.size(); ++i) {   // the ranked come first, in the order of the rows
        const RatingUnit& unit = rated.units[i];
        const RatingRow& row = i < page.rows.size() ? page.rows[i] : page.few[i - page.rows.size()];
        if (!row.low || !unit.late.ratio) continue;
        const double share = std::clamp(1 - unit.late.ratio->value * late, 0.0, 1.0);
        page.funnel.push_back({row.short_name, static_cast<double>(unit.late.n), share, row.tone, row.is_few, row.tone != Tone::Plain, row.href});
        sizes.push_back(page.funnel.back().n);
    }
    std::sort(sizes.rbegin(), sizes.rend());
    const double large = sizes.size() > 2 ? sizes[2] : 0;   // the three largest are named too
    for (auto& point : page.funnel) point.is_labelled = point.is_labelled || (point.n >= large && !point.is_few);
}

void add_funnel(RatingPage& page, const RatingUnits& rated) {
    if (!page.mean) return;
    const double late = 1 - *page.mean;
    add_points(page, rated, late);
    double most = 0;
    for (const auto& point : page.funnel) most = std::max(most, point.n);
    if (most <= 0 || late <= 0) return;
    constexpr int kPoints = 60;
    const double first = std::min(5.0, most), last = most * 1.06;
    for (int i = 0; i <= kPoints; ++i) {
        const double t = static_cast<double>(i) / kPoints, n = first + (last - first) * t * t;   // denser where the funnel bends
        const auto ratio = rated.spread ? ratio_funnel(n * late, *rated.spread, Spread::Added) : ratio_funnel(n * late);
        const auto share = [late](double of) { return std::clamp(1 - late * of, 0.0, 1.0); };
        page.limits.push_back({n, share(ratio.high95), share(ratio.low95), share(ratio.high998), share(ratio.low998)});
    }
}

void add_weights(RatingPage& page, const Profile& profile, Lang lang) {
    constexpr Phrase notes[] = {{"в неделю, от самого загруженного", "a week, of the busiest one's"}, {"сглажены при малом числе", "shrunk when few"},
                                {"по существу, без повторов", "on the merits, no repeats"}, {"средняя, если оценок достаточно", "mean, if there are enough ratings"}};
    double all = 0;
    const auto rules = score_rules(profile, 1);
    for (const AspectRule& rule : rules) all += rule.weight;
    for (const AspectRule& rule : rules) {
        const bool is_counted = rule.weight > 0;
        page.weights.emplace_back(aspect_name(rule.aspect).in(lang), is_counted ? format_percent(rule.weight / all, 0, lang) : std::string{Phrase{"не входит", "left out"}.in(lang)});
        page.weight_values.push_back(rule.weight / all);
        page.weight_notes.emplace_back(is_counted ? notes[static_cast<std::size_t>(rule.aspect)].in(lang) : Phrase{"вес задаёт профиль", "the profile sets its weight"}.in(lang));
    }
}

RatingPage fill_rating(const Scope& scope, const RatingUnits& rated, Movement movement) {
    const Lang lang = scope.lang;
    const Period period = scope.filter.period;
    const bool compares = movement == Movement::Shown && scope.state.compare != Compare::None && scope.is_finished && scope.has_history(week_from_minute(shifted(scope, period).from));
    const auto earlier = compares ? rating_units_of(scope, shifted(scope, period), UnitDetail::Places) : std::make_shared<const RatingUnits>();

    RatingPage page;
    if (rated.municipality.decided > 0) page.mean = static_cast<double>(rated.municipality.in_time) / rated.municipality.decided;
    const RowMaker maker{scope, period, rated};
    for (const auto& unit : rated.units) {
        RatingRow row = maker.row(unit);
        if (rated.is_told(unit)) add_movement(row, unit, *earlier);
        (unit.is_ranked ? page.rows : page.few).push_back(std::move(row));
    }
    page.verdict = verdict_of(page, scope);
    page.note = period_words(period, lang) + std::string{Phrase{". Рядом с местом — интервал мест: в его пределах различие не доказано; где он шире трети списка, места нет", ". Beside the place: its range, within which no difference is proved; where it is wider than a third of the list, there is no place"}.in(lang)};
    add_choices(page, scope);
    page.footnote = footnote_of(page, scope);
    add_funnel(page, rated);
    add_weights(page, scope.world.profile, lang);
    page.funnel_note = (scope.state.is_unadjusted ? Phrase{"доля в срок, %", "share in time, %"} : Phrase{"доля в срок с поправкой, %", "adjusted share in time, %"}).in(lang);
    return page;
}

}  // namespace

RatingPage rating_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    const auto kept = rating_units_of(scope, scope.filter.period);
    const RatingUnits& rated = *kept;
    RatingPage page = fill_rating(scope, rated, shows_movement(world) ? Movement::Shown : Movement::LeftOut);
    const RatingFindings findings{scope, scope.filter.period, rated, shows_deadlines(scope) ? deadlines_of(scope) : nullptr};
    add_versus(page, findings);
    if (shows_history(world)) add_history(page, findings);
    sort_rating(page, state);
    if (auto versus = versus_listing(page, findings)) page.listings.push_back(*std::move(versus));
    add_card(page.listings, findings);
    for (auto build : {deadlines_listing, risks_listing, fair_listing, dimensions_listing, times_listing, satisfaction_listing, lowest_listing, region_listing})
        if (auto listing = build(findings)) page.listings.push_back(*std::move(listing));
    return page;
}

RatingPage build_rating(const World& world, const State& state, Movement movement) {
    State departments = state;                     // other screens show the departments, fairly compared, whatever the rating was left at
    departments.rated = Rated::Departments;
    departments.is_unadjusted = false;
    const Scope scope = scope_of(world, departments);
    return fill_rating(scope, *rating_units_of(scope, scope.filter.period), movement);
}

}  // namespace problemator
