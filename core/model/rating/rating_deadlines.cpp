// The radar of deadlines: what falls due in the next days, and how many of it will probably be late — of all and by department.

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/deadlines.hpp"
#include "core/model/names.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/reason_words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kListedUnits = 12;

State due_rows(const RatingFindings& f, Code department, const Period& period) {
    State state = with_marks(rows_state(f.scope, Basis::Due, period), kNotDue.with);
    state.without |= kNotDue.without;
    return department == kNotGiven ? state : with_code(std::move(state), f.scope.table, Dimension::Department, department);
}

std::string day_name(int days, Day day, Lang lang) {
    const std::string date = format_day_month(day, lang);
    if (days == 0) return std::string{Phrase{"сегодня, ", "today, "}.in(lang)} + date;
    if (days == 1) return std::string{Phrase{"завтра, ", "tomorrow, "}.in(lang)} + date;
    return std::string{Phrase{"через ", "in "}.in(lang)} + format_counted(days, kDaysWord, lang) + ", " + date;
}

std::string forecast_words(const RatingFindings& f, const Deadlines& deadlines) {
    const auto& forecast = deadlines.forecast;
    const Lang lang = f.lang();
    if (!forecast) return f.say({"Прогноз не показан: ", "The forecast is not shown: "}) + f.say(reason_words(forecast.reason));
    return f.say({"За 7 дней наступит срок ", "Due in 7 days: "}) + count_words(f.scope.world, static_cast<std::int64_t>(forecast->due), lang) + f.say({", из них, вероятно, опоздают ", ", of them probably late: "}) +
           format_decimal(forecast->overdue.value, 0, lang) + " (" + range_words(forecast->overdue.low, forecast->overdue.high, 0, lang) + ")";
}

ListingCell chance_cell(double expected, bool is_known, Lang lang) {
    if (!is_known) return plain_cell(std::string{kNone}, Tone::Muted);
    return plain_cell(format_decimal(expected, 1, lang));
}

}  // namespace

std::optional<Listing> deadlines_listing(const RatingFindings& f) {
    if (!f.deadlines) return std::nullopt;
    const Lang lang = f.lang();
    const Deadlines& deadlines = *f.deadlines;
    Listing out{.id = "deadlines", .title = f.say({"Сроки ближайших дней", "Deadlines of the next days"}), .note = f.say({"без ответа, по дням", "unanswered, by day"}),
                .columns = {{"day", f.say({"Срок", "Due"})}, {"open", f.say({"Без ответа", "Unanswered"}), true}, {"late", f.say({"Вероятно опоздают", "Probably late"}), true}},
                .rows = {}, .empty = {}, .more = forecast_words(f, deadlines)};
    const Day today = day_from_minute(f.scope.table.as_of);
    for (int days = 0; days < static_cast<int>(kRadarDays); ++days) {
        const State rows = due_rows(f, kNotGiven, due_period(f.scope.table.as_of, days));
        Figure count = count_figure(f.scope, static_cast<std::uint32_t>(deadlines.radar.due[static_cast<std::size_t>(days)]), rows);
        explain(count, f.scope, {"открытые сообщения, срок ответа которых приходится на этот день", "open messages whose deadline is on this day"}, rows);
        const bool is_hidden = !count.value.has_value();
        out.rows.push_back({plain_cell(day_name(days, today + days, lang)), linked_cell(std::move(count)), chance_cell(deadlines.expected[static_cast<std::size_t>(days)], deadlines.forecast && days < 7 && !is_hidden, lang)});
    }
    if (deadlines.forecast)
        out.more += f.say({". По скорости закрытия за год у того же подразделения (Каплан — Мейер); в скобках — интервал 95 %, только случайность",
                           ". By the speed of closing of the same department over a year (Kaplan–Meier); in brackets the 95 % interval, of chance alone"});
    return out;
}

std::optional<Listing> risks_listing(const RatingFindings& f) {
    if (!f.deadlines || !f.deadlines->forecast || f.deadlines->by_unit.empty()) return std::nullopt;
    Listing out{.id = "risks", .title = f.say({"Кто рискует опоздать", "Who may be late"}), .note = f.say({"срок в ближайшие 7 дней", "due in the next 7 days"}),
                .columns = {{"unit", f.say({"Подразделение", "Department"})}, {"due", f.say({"Наступит срок", "Falls due"}), true}, {"late", f.say({"Вероятно опоздают", "Probably late"}), true}},
                .rows = {}, .empty = {}, .more = {}};
    std::vector<UnitDeadlines> units = f.deadlines->by_unit;
    sort_stably(units, [](const UnitDeadlines& a, const UnitDeadlines& b) { return a.expected > b.expected; });
    for (const UnitDeadlines& unit : units) {
        if (out.rows.size() == kListedUnits) break;
        Figure due = count_figure(f.scope, unit.due, due_rows(f, unit.code, due_period(f.scope.table.as_of, 0, 7)));
        const bool is_hidden = !due.value.has_value();
        out.rows.push_back({plain_cell(short_name_of(f.scope.world, Dimension::Department, unit.code, f.lang())), linked_cell(std::move(due)), chance_cell(unit.expected, !is_hidden, f.lang())});
    }
    return out;
}

}  // namespace problemator
