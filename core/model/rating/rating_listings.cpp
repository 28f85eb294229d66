// What the table of the rating has no room for: late answers against the expected ones, the decree's dimensions with their intervals,
// times to closing, satisfaction, and the region's own rating.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/base/text.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/remembered.hpp"
#include "core/stats/poisson_interval.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr std::size_t kRegionRows = 30;

ListingCell none_cell(Reason reason, Lang lang) { return plain_cell(std::string{reason_words(reason).in(lang)}, Tone::Muted); }

/// «< 3» hides what a published snapshot must not show, and with it everything that would give it away.
bool is_shown(const RatingFindings& f, const RatingUnit& unit) {
    return !is_hidden_count(f.scope.world, unit.decided.decided) && !is_hidden_count(f.scope.world, unit.decided.decided - unit.decided.in_time);
}

Tone group_tone(RatingGroup group) {
    switch (group) {
        case RatingGroup::Worse: return Tone::Bad;
        case RatingGroup::Better: return Tone::Good;
        case RatingGroup::None: case RatingGroup::Few: return Tone::Muted;
        case RatingGroup::Within: break;
    }
    return Tone::Plain;
}

Figure late_figure(const RatingFindings& f, const RatingUnit& unit) {
    const State rows = f.rows(unit.code, Basis::Decided, bit(Mark::Late));
    Figure figure = count_figure(f.scope, unit.decided.decided - unit.decided.in_time, rows);
    explain(figure, f.scope, {"ответы и открытые сообщения, срок которых нарушен", "answers and open messages whose deadline was missed"}, rows);
    return figure;
}

constexpr Phrase kFairRatio = {"опоздания, делить на ожидаемые: доля опозданий у других на том же канале, теме и месяце, сложенная по ответам строки",
                               "late answers divided by the expected: the share of late ones elsewhere on the same channel, topic and month, summed over the answers of the row"};
constexpr Phrase kRawRatio = {"опоздания, делить на ожидаемые: средняя доля опозданий по всем ответам, умноженная на число ответов строки",
                              "late answers divided by the expected: the mean share of late ones among all answers, times the answers of the row"};
constexpr Phrase kFairNote = {"как у других на тех же каналах, темах и месяцах", "as others on the same channels, topics and months"}, kRawNote = {"по средней доле опозданий, без поправки", "by the mean share of late ones, not adjusted"};

std::vector<ListingCell> fair_row(const RatingFindings& f, const RatingUnit& unit) {
    const Lang lang = f.lang();
    const State rows = f.rows(unit.code, Basis::Decided);
    std::vector<ListingCell> cells = {plain_cell(f.name(unit.code)), linked_cell(count_figure(f.scope, unit.decided.decided, rows)), linked_cell(late_figure(f, unit))};
    const bool is_known = unit.late.ratio && is_shown(f, unit) && static_cast<double>(unit.late.n) >= kLeastShown.min_figure;
    if (!is_known) {
        const Reason reason = unit.late.ratio ? Reason::TooFewCounts : unit.late.ratio.reason;
        cells.insert(cells.end(), {none_cell(reason, lang), plain_cell(std::string{kNone}, Tone::Muted), plain_cell(std::string{kNone}, Tone::Muted)});
    } else {
        Figure ratio;
        ratio.text = format_decimal(unit.late.ratio->value, 2, lang);
        ratio.why.emplace_back(f.say({"Как считается", "Formula"}), f.say(f.scope.state.is_unadjusted ? kRawRatio : kFairRatio));
        ratio.why.emplace_back(f.say({"Период", "Period"}), period_words(f.period, lang));
        add_comparison(ratio, unit, f.scope);
        const Tone tone = group_tone(unit.group);
        cells.insert(cells.end(), {plain_cell(format_decimal(unit.late.expected, 1, lang)), linked_cell(std::move(ratio), tone == Tone::Muted ? Tone::Plain : tone),
                                   plain_cell(range_words(unit.late.ratio->low, unit.late.ratio->high, 2, lang))});
    }
    cells.push_back(plain_cell(f.say(is_known ? group_name(unit.group) : group_name(RatingGroup::None)), is_known ? group_tone(unit.group) : Tone::Muted));
    const bool has_thirds = unit.is_ranked && f.rated.ranked() >= 3;
    cells.push_back(plain_cell(has_thirds ? format_percent(unit.chance.top_third, 0, lang) : std::string{kNone}, has_thirds ? Tone::Plain : Tone::Muted));
    cells.push_back(plain_cell(has_thirds ? format_percent(unit.chance.bottom_third, 0, lang) : std::string{kNone}, has_thirds ? Tone::Plain : Tone::Muted));
    return cells;
}

std::string spread_words(const RatingFindings& f) {
    if (!f.rated.spread) return f.say({"Разброс сверх случайного не оценён: нужно не меньше четырёх строк", "The spread beyond chance is not known: it takes four rows"});
    return f.say({"«Хуже» и «лучше» — интервал 95 % не содержит 1, и отношение за пределами воронки, расширенной их собственным разбросом (их разброс к случайному в этом периоде: ",
                  "“Worse” and “better”: the 95 % interval leaves out 1, and the ratio lies beyond the funnel widened by their own spread (in this period, against chance alone: "}) + format_times(f.rated.spread->phi, f.lang()) + ")";
}

}  // namespace

std::optional<Listing> fair_listing(const RatingFindings& f) {
    if (f.rated.units.empty()) return std::nullopt;
    Listing out{.id = "fair", .title = f.say({"Опоздания: факт и ожидание", "Late answers: fact and expected"}), .note = f.say(f.scope.state.is_unadjusted ? kRawNote : kFairNote),
                .columns = {{"unit", f.say(unit_words(f.scope.state.rated).one)}, {"n", f.say({"Ответов", "Answers"}), true, true}, {"late", f.say({"Опоздало", "Late"}), true},
                            {"expected", f.say({"Ожидалось", "Expected"}), true, true}, {"ratio", f.say({"Факт / ожид.", "Fact / exp."}), true}, {"interval", f.say({"95 %", "95 %"}), true, true},
                            {"group", f.say({"Группа", "Group"})}, {"top", f.say({"В верхней трети", "Upper third"}), true, true}, {"bottom", f.say({"В нижней трети", "Lower third"}), true, true}},
                .rows = {}, .empty = {}, .more = spread_words(f)};
    for (const RatingUnit& unit : f.rated.units) out.rows.push_back(fair_row(f, unit));
    return out;
}

namespace {

ListingCell interval_cell(const RatingFindings& f, double low, double high, int digits, std::uint32_t n) {
    return plain_cell(range_words(low, high, digits, f.lang()) + ", n\u00A0=\u00A0" + format_count(n, f.lang()), Tone::Muted);
}

void add_share(std::vector<ListingCell>& cells, const RatingFindings& f, std::uint32_t part, std::uint32_t n, const State& rows, Phrase formula) {
    const auto least = static_cast<std::uint32_t>(kLeastShown.min_figure);
    Figure figure = share_figure(f.scope, part, n, 1, least, rows);
    explain(figure, f.scope, formula, rows);
    const bool is_known = figure.value.has_value();
    cells.push_back(linked_cell(std::move(figure)));
    if (!is_known) return cells.push_back(none_cell(Reason::TooFewCounts, f.lang()));
    const auto interval = wilson(part, n);
    cells.push_back(interval_cell(f, 100 * interval.low, 100 * interval.high, 0, n));
}

double weeks_of(const RatingFindings& f) {
    const Minute until = std::min(f.period.until, f.scope.table.as_of);
    const Minute from = std::max(f.period.from, f.scope.table.rows() > 0 ? f.scope.table.received.front() : f.period.from);
    return std::max(1.0, (static_cast<double>(until) - static_cast<double>(from)) / kMinutesPerWeek);
}

std::vector<ListingCell> dimensions_row(const RatingFindings& f, const RatingUnit& unit) {
    const Lang lang = f.lang();
    const State received = f.rows(unit.code, Basis::Received);
    std::vector<ListingCell> cells = {plain_cell(f.name(unit.code))};
    Figure count = count_figure(f.scope, unit.received.n, received);
    explain(count, f.scope, {"поступившие сообщения, делить на число недель; интервал пуассоновский точный", "messages received divided by the weeks; exact Poisson interval"}, received);
    if (count.value) {
        const double weeks = weeks_of(f);
        const auto interval = poisson_interval(unit.received.n);
        count.text = format_decimal(unit.received.n / weeks, 1, lang);
        cells.push_back(linked_cell(std::move(count)));
        cells.push_back(interval_cell(f, interval.low / weeks, interval.high / weeks, 1, unit.received.n));
    } else {
        cells.push_back(linked_cell(std::move(count)));
        cells.push_back(none_cell(Reason::TooFewCounts, lang));
    }
    add_share(cells, f, unit.decided.in_time, unit.decided.decided, f.rows(unit.code, Basis::Decided), {"отвеченные в срок, делить на все с наступившим сроком или ответом; интервал Уилсона", "answered in time divided by all answered or past their deadline; Wilson interval"});
    add_share(cells, f, unit.received.n - unit.received.repeats, unit.received.n, received, {"1 минус доля повторных сообщений; интервал Уилсона", "1 minus the share of repeated messages; Wilson interval"});
    if (unit.is_ranked) {
        cells.push_back(plain_cell(format_decimal(unit.score->total.value, f.rated.score_digits(), lang)));
        cells.push_back(plain_cell(range_words(unit.score->total.low, unit.score->total.high, 0, lang), Tone::Muted));
    } else {
        cells.push_back(plain_cell(std::string{kNone}, Tone::Muted));
        cells.push_back(none_cell(Reason::TooFewCounts, lang));
    }
    return cells;
}

}  // namespace

std::optional<Listing> dimensions_listing(const RatingFindings& f) {
    if (f.rated.units.empty()) return std::nullopt;
    Listing out{.id = "dimensions", .title = f.say({"Количество, сроки, полнота", "Quantity, terms, completeness"}), .note = f.say({"три измерения постановлений; рядом — интервал 95 % и число сообщений", "three dimensions of the decrees; beside them the 95 % interval and the number of messages"}),
                .columns = {{"unit", f.say(unit_words(f.scope.state.rated).one)}, {"count", f.say({"В неделю", "A week"}), true}, {"count-range", f.say({"95 %", "95 %"}), true, true},
                            {"in-time", f.say({"В срок, %", "In time, %"}), true}, {"in-time-range", f.say({"95 %", "95 %"}), true, true},
                            {"complete", f.say({"Полнота, %", "Complete, %"}), true}, {"complete-range", f.say({"95 %", "95 %"}), true, true},
                            {"score", f.say({"Балл", "Score"}), true}, {"score-range", f.say({"95 %", "95 %"}), true, true}},
                .rows = {}, .empty = {}, .more = {}};
    for (const RatingUnit& unit : f.rated.units) out.rows.push_back(dimensions_row(f, unit));
    return out;
}

namespace {

/// «быстрее, p = 0,003»: all closings of the department against those that everybody's speed would give.
ListingCell speed_cell(const RatingFindings& f, const UnitSpeeds& speeds, const RatingUnit& unit) {
    const Lang lang = f.lang();
    const auto known = speeds.find(unit.code);
    if (known == speeds.end()) return none_cell(Reason::TooFewCounts, lang);
    const Finding<AgainstRest>& test = known->second;
    if (!test) return none_cell(test.reason, lang);
    const LogRankGroup& own = test->own;
    constexpr double kLeastExpected = 5;   // closings that the χ² needs
    if (own.expected < kLeastExpected || test->rest_expected < kLeastExpected) return none_cell(Reason::TooFewCounts, lang);
    const bool is_proved = test->p < 0.05, is_faster = own.observed > own.expected;
    Figure figure;
    const Phrase word = !is_proved ? Phrase{"как остальные", "as the rest"} : is_faster ? Phrase{"быстрее", "faster"} : Phrase{"медленнее", "slower"};
    figure.text = f.say(word) + (test->p < 0.001 ? ", p\u00A0<\u00A0" + format_decimal(0.001, 3, lang) : ", p\u00A0=\u00A0" + format_decimal(test->p, test->p < 0.1 ? 3 : 2, lang));
    figure.why.emplace_back(f.say({"Как считается", "Formula"}), f.say({"лог-ранговый критерий: строка против всех остальных, открытые учтены", "log-rank test: the row against all others, open ones included"}));
    figure.why.emplace_back(f.say({"Период", "Period"}), period_words(f.period, lang));
    figure.why.emplace_back(f.say({"Закрыто", "Closed"}), format_decimal(own.observed, 0, lang) + f.say({", при общей скорости было бы ", ", at the common speed it would be "}) + format_decimal(own.expected, 1, lang));
    figure.why.emplace_back(f.say({"Хи-квадрат", "Chi-squared"}), format_decimal(test->chi2, 2, lang));
    return linked_cell(std::move(figure), !is_proved ? Tone::Plain : is_faster ? Tone::Good : Tone::Bad);
}

void add_time(std::vector<ListingCell>& cells, const RatingFindings& f, const Finding<TimeQuantile>& time, bool is_hidden) {
    if (!time || is_hidden) {
        cells.push_back(plain_cell(std::string{kNone}, Tone::Muted));
        return cells.push_back(plain_cell(is_hidden ? f.say(reason_words(Reason::TooFewCounts)) : f.say({"столько ещё не закрыто", "not so many are closed yet"}), Tone::Muted));
    }
    cells.push_back(plain_cell(format_decimal(time->minutes / static_cast<double>(kMinutesPerDay), 1, f.lang())));
    cells.push_back(plain_cell(time_interval_words(*time, f.lang()), Tone::Muted));
}

}  // namespace

std::optional<Listing> times_listing(const RatingFindings& f) {
    if (f.rated.units.empty()) return std::nullopt;
    Listing out{.id = "times", .title = f.say({"Время до закрытия, дней", "Time to closing, days"}), .note = f.say({"с учётом открытых (Каплан — Мейер), интервал 95 %", "open ones included (Kaplan–Meier), 95 % interval"}),
                .columns = {{"unit", f.say(unit_words(f.scope.state.rated).one)}, {"n", f.say({"Поступило", "Received"}), true, true}, {"median", f.say({"Половина за", "Half in"}), true},
                            {"median-range", f.say({"95 %", "95 %"}), true, true}, {"most", f.say({"90 % за", "90 % in"}), true, true}, {"most-range", f.say({"95 %", "95 %"}), true, true},
                            {"speed", f.say({"Против остальных", "Against the rest"})}},
                .rows = {}, .empty = {}, .more = {}};
    const auto speeds = unit_speeds_of(f.scope, f.period);
    for (const RatingUnit& unit : f.rated.units) {
        const bool is_hidden = is_hidden_count(f.scope.world, unit.received.n);
        std::vector<ListingCell> cells = {plain_cell(f.name(unit.code)), linked_cell(count_figure(f.scope, unit.received.n, f.rows(unit.code, Basis::Received)))};
        add_time(cells, f, unit.median, is_hidden);
        add_time(cells, f, unit.slowest, is_hidden);
        cells.push_back(is_hidden ? none_cell(Reason::TooFewCounts, f.lang()) : speed_cell(f, *speeds, unit));
        out.rows.push_back(std::move(cells));
    }
    return out;
}

std::optional<Listing> satisfaction_listing(const RatingFindings& f) {
    const bool has_ratings = std::any_of(f.rated.units.begin(), f.rated.units.end(), [](const RatingUnit& unit) { return unit.closed.rated > 0; });
    if (!has_ratings) return std::nullopt;
    Listing out{.id = "satisfaction", .title = f.say({"Удовлетворённость", "Satisfaction"}), .note = f.say({"оценки закрытых сообщений; кто не ответил, не учтён", "ratings of closed messages; who did not answer is not known"}),
                .columns = {{"unit", f.say(unit_words(f.scope.state.rated).one)}, {"n", f.say({"Оценок", "Ratings"}), true}, {"mean", f.say({"Средняя", "Mean"}), true}, {"mean-range", f.say({"95 %", "95 %"}), true, true},
                            {"good", f.say({"4–5, %", "4–5, %"}), true}, {"good-range", f.say({"95 %", "95 %"}), true, true}, {"response", f.say({"Оценили, %", "Rated, %"}), true, true}, {"response-range", f.say({"95 %", "95 %"}), true, true}},
                .rows = {}, .empty = {}, .more = {}};
    for (const RatingUnit& unit : f.rated.units) {
        if (unit.closed.n == 0) continue;
        std::vector<ListingCell> cells = {plain_cell(f.name(unit.code)), linked_cell(count_figure(f.scope, unit.closed.rated, f.rows(unit.code, Basis::Closed, bit(Mark::Rated))))};
        const auto& known = unit.satisfaction;
        if (known && !is_hidden_count(f.scope.world, unit.closed.rated)) {
            cells.push_back(plain_cell(format_decimal(known->mean.value, 2, f.lang())));
            cells.push_back(plain_cell(range_words(known->mean.low, known->mean.high, 1, f.lang()), Tone::Muted));
            for (const Interval* share : {&known->good, &known->response}) {
                cells.push_back(plain_cell(format_decimal(100 * share->value, 0, f.lang())));
                cells.push_back(plain_cell(range_words(100 * share->low, 100 * share->high, 0, f.lang()), Tone::Muted));
            }
        } else {
            cells.push_back(none_cell(Reason::TooFewCounts, f.lang()));
            for (int i = 0; i < 5; ++i) cells.push_back(plain_cell(std::string{kNone}, Tone::Muted));
        }
        out.rows.push_back(std::move(cells));
    }
    return out;
}

namespace {

struct RegionPlaces { const Register& entries; std::size_t period, recipient, place, score; };

std::optional<RegionPlaces> region_places(const RatingFindings& f) {
    const Register* entries = find_register(f.scope.world.snapshot.registers, "ranking");
    if (!entries) return std::nullopt;
    const auto period = entries->form.find("period"), recipient = entries->form.find("recipient"), place = entries->form.find("place"), score = entries->form.find("score");
    if (!period || !recipient || !place || !score) return std::nullopt;
    return RegionPlaces{*entries, *period, *recipient, *place, *score};
}

Day last_day_until(const RegionPlaces& of, Day until) {
    Day last = kNoDay;
    for (std::size_t row = 0; row < of.entries.rows(); ++row)
        if (const Day day = of.entries.columns[of.period].days[row]; day < until) last = std::max(last, day);
    return last;
}

std::optional<std::size_t> find_entry(const RegionPlaces& of, Day day, std::string_view recipient) {
    if (day == kNoDay) return std::nullopt;
    for (std::size_t row = 0; row < of.entries.rows(); ++row)
        if (of.entries.columns[of.period].days[row] == day && of.entries.columns[of.recipient].texts[row] == recipient) return row;
    return std::nullopt;
}

/// «3 (2–5)» of the department that the region means; empty when it is none of ours.
std::string own_place(const RatingFindings& f, std::string_view recipient) {
    if (f.dimension() != Dimension::Department) return std::string{kNone};
    for (const Department& department : f.scope.world.profile.departments) {
        const std::string wanted = fold(recipient);
        const bool is_named = wanted == fold(department.name.ru) || wanted == fold(department.short_name.ru) ||
                              std::any_of(department.aliases.begin(), department.aliases.end(), [&](const std::string& alias) { return fold(alias) == wanted; });
        if (!is_named) continue;
        const Code code = f.scope.table.dictionary(Dimension::Department).find_id(department.id);
        for (const RatingUnit& unit : f.rated.units)
            if (unit.code == code && unit.is_ranked) return (f.rated.is_told(unit) ? std::to_string(unit.place) + " " : std::string{}) + "(" + places_words(unit.chance.range) + ")";
    }
    return std::string{kNone};
}

}  // namespace

std::optional<Listing> region_listing(const RatingFindings& f) {
    const auto of = region_places(f);
    if (!of) return std::nullopt;
    const Lang lang = f.lang();
    const Day last = last_day_until(*of, day_from_minute(std::min(f.period.until, f.scope.table.as_of) - 1) + 1), before = last == kNoDay ? kNoDay : last_day_until(*of, last);
    Listing out{.id = "region", .title = f.say({"Рейтинг ЦУР региона", "Rating by the regional centre"}), .note = last == kNoDay ? std::string{} : format_month(month_from_day(last), lang),
                .columns = {{"recipient", f.say({"Кого оценивает ЦУР", "Whom the region rates"})}, {"place", f.say({"Место", "Place"}), true}, {"score", f.say({"Балл", "Score"}), true},
                            {"was", f.say({"Было", "Was"}), true}},
                .rows = {}, .empty = f.say({"К этому периоду оценок ЦУР нет", "The region had rated nobody by then"}), .more = {}};
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < of->entries.rows(); ++row)
        if (last != kNoDay && of->entries.columns[of->period].days[row] == last) rows.push_back(row);
    const auto place_of = [&](std::size_t row) { return of->entries.columns[of->place].numbers[row].value_or(1e9); };
    sort_stably(rows, [&](std::size_t a, std::size_t b) { return place_of(a) < place_of(b); });
    bool has_own = false;
    for (const std::size_t row : rows) {
        if (out.rows.size() == kRegionRows) break;
        const std::string& recipient = of->entries.columns[of->recipient].texts[row];
        const auto was = find_entry(*of, before, recipient);
        out.rows.push_back({plain_cell(recipient), plain_cell(number_words(of->entries.columns[of->place].numbers[row], 0, lang)), plain_cell(number_words(of->entries.columns[of->score].numbers[row], 1, lang)),
                            plain_cell(was ? number_words(of->entries.columns[of->place].numbers[*was], 0, lang) : std::string{kNone}, Tone::Muted), plain_cell(own_place(f, recipient), Tone::Muted)});
        has_own = has_own || out.rows.back().back().figure.text != kNone;
    }
    if (has_own) out.columns.push_back({"own", f.say({"Место у нас", "Our place"}), true});
    else for (auto& row : out.rows) row.pop_back();
    if (rows.size() > kRegionRows) out.more = f.say({"… и ещё ", "… and more: "}) + format_count(static_cast<std::int64_t>(rows.size() - kRegionRows), lang);
    return out;
}

}  // namespace problemator
