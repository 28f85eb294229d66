// What the reader does with the table of the rating: orders it, compares departments, looks at their places of a year.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr std::size_t kPeriods = 13, kMostVersus = 4;
constexpr Week kStep = 4;

std::optional<double> value_of(const RatingRow& row, std::string_view column) {
    if (column == "place") return row.place_range.empty() ? std::nullopt : std::optional{-row.score.value.value_or(0)};   // the score gives the places
    const std::pair<std::string_view, const Figure*> figures[] = {{"count", &row.count}, {"completeness", &row.completeness}, {"median", &row.median_reply}, {"satisfaction", &row.satisfaction}, {"repeats", &row.repeats}, {"score", &row.score}};
    if (column == "in-time") return row.share;
    for (const auto& [id, figure] : figures)
        if (id == column) return figure->value;
    return std::nullopt;
}

/// Those without a value stand last in either direction.
void order_rows(std::vector<RatingRow>& rows, std::string_view column, bool is_descending) {
    sort_stably(rows, [&](const RatingRow& a, const RatingRow& b) {
        if (column == "name") return is_descending ? b.name < a.name : a.name < b.name;
        const auto left = value_of(a, column), right = value_of(b, column);
        if (!left || !right) return left.has_value() && !right.has_value();
        return is_descending ? *left > *right : *left < *right;
    });
}

/// The reader's own period or span, `weeks` earlier.
Period earlier(const Scope& scope, Week weeks) {
    const Period& period = scope.filter.period;
    if (scope.state.period) return {period.from - weeks * kMinutesPerWeek, period.until - weeks * kMinutesPerWeek};
    return span_period(scope.state.span, scope.week - weeks);
}

/// Those of a year before the shown one that the table knows, oldest first.
std::vector<Period> earlier_periods(const Scope& scope) {
    std::vector<Period> out;
    if (!is_table_time(scope.filter.period.from) || !is_table_time(scope.filter.period.until)) return out;
    for (std::size_t back = kPeriods; back-- > 1;)
        if (const Period period = earlier(scope, kStep * static_cast<Week>(back)); is_table_time(period.from) && scope.has_history(week_from_minute(period.from))) out.push_back(period);
    return out;
}

/// Those of them whose places the page tells: all for the history, the last for the step up or down beside a place.
std::vector<Period> compared_periods(const Scope& scope) {
    std::vector<Period> periods = earlier_periods(scope);
    if (shows_history(scope.world) || periods.empty()) return periods;
    return shows_movement(scope.world) ? std::vector{periods.back()} : std::vector<Period>{};
}

void add_places(RatingPage& page, const RatingUnits& rated, std::size_t at) {
    for (auto* rows : {&page.rows, &page.few})
        for (RatingRow& row : *rows)
            row.places = std::max(row.places, rated.ranked());
    for (const RatingUnit& unit : rated.units) {
        if (!unit.is_ranked) continue;
        for (auto* rows : {&page.rows, &page.few})
            for (RatingRow& row : *rows)
                if (row.code == unit.code) row.history[at] = RatingRow::Places{unit.chance.range.low, unit.chance.range.high, rated.is_told(unit) ? unit.place : 0};
    }
}

std::string short_period(const Period& period, Lang lang) {
    return format_day_month(day_from_minute(period.from), lang) + " – " + format_date(day_from_minute(period.until - 1), lang);
}

}  // namespace

void sort_rating(RatingPage& page, const State& state) {
    constexpr std::string_view ids[] = {"place", "name", "count", "in-time", "completeness", "median", "satisfaction", "repeats", "score"};
    const bool is_descending = !state.sort.starts_with('-') ? state.sort.empty() : true;
    const std::string_view asked = state.sort.empty() ? std::string_view{"score"} : std::string_view{state.sort}.substr(state.sort.starts_with('-') ? 1 : 0);
    const bool is_known = std::find(std::begin(ids), std::end(ids), asked) != std::end(ids);
    const std::string_view column = is_known ? asked : "score";
    for (const std::string_view id : ids) {
        const bool is_sorted = id == column, down = is_sorted && (is_descending || !is_known);
        const bool grows = id == "name" || id == "place" || id == "median" || id == "repeats";   // what is best or first stands on top at the first click
        State next = state;
        const bool next_down = is_sorted ? !down : !grows;
        next.sort = next_down ? "-" + std::string{id} : std::string{id};
        if (next.sort == "-score") next.sort.clear();
        page.columns.push_back({std::string{id}, to_hash(next), is_sorted, down});
    }
    if (state.sort.empty() || !is_known) return;
    order_rows(page.rows, column, is_descending);
    order_rows(page.few, column, is_descending);
}

void prepare_rating_history(Preparations& out, const Scope& scope) {
    for (const Period& period : compared_periods(scope))
        out.push_back([period](const Scope& own) { rating_units_of(own, period, UnitDetail::Places); });
}

void add_history(RatingPage& page, const RatingFindings& f) {
    std::vector<Period> periods = earlier_periods(f.scope);
    if (periods.empty() || page.rows.empty()) return;
    periods.push_back(f.period);
    for (const Period& period : periods) page.history_periods.push_back(short_period(period, f.lang()));
    for (auto* rows : {&page.rows, &page.few})
        for (RatingRow& row : *rows) row.history.resize(periods.size());
    for (std::size_t i = 0; i + 1 < periods.size(); ++i) add_places(page, *rating_units_of(f.scope, periods[i], UnitDetail::Places), i);
    add_places(page, f.rated, periods.size() - 1);
}

void add_versus(RatingPage& page, const RatingFindings& f) {
    const auto& chosen = f.scope.state.versus;
    for (auto* rows : {&page.rows, &page.few})
        for (RatingRow& row : *rows) {
            const auto at = std::lower_bound(chosen.begin(), chosen.end(), row.id);
            row.is_compared = at != chosen.end() && *at == row.id;
            State next = f.scope.state;
            if (row.is_compared) next.versus.erase(next.versus.begin() + (at - chosen.begin()));
            else if (chosen.size() < kMostVersus) next.versus.insert(next.versus.begin() + (at - chosen.begin()), row.id);
            row.versus_href = next == f.scope.state ? std::string{} : to_hash(next);
        }
    page.versus_note = chosen.size() == 1 ? f.say({"Отметьте ещё одну строку, чтобы сравнить", "Tick one more row to compare"}) : std::string{};
}

std::optional<Listing> versus_listing(const RatingPage& page, const RatingFindings& f) {
    std::vector<const RatingRow*> compared;
    for (const auto* rows : {&page.rows, &page.few})
        for (const RatingRow& row : *rows)
            if (row.is_compared) compared.push_back(&row);
    if (compared.size() < 2) return std::nullopt;
    Listing out{.id = "versus", .title = f.say({"Сравнение: ", "Compared: "}) + f.say(unit_words(f.scope.state.rated).many), .note = period_words(f.period, f.lang()), .columns = {{"measure", f.say({"Показатель", "Measure"})}}, .rows = {}, .empty = {}, .more = {}};
    for (const RatingRow* row : compared) out.columns.push_back({row->id, row->short_name, true});
    const auto add = [&](Phrase name, const auto& cell_of) {
        std::vector<ListingCell> cells = {plain_cell(f.say(name))};
        for (const RatingRow* row : compared) cells.push_back(cell_of(*row));
        out.rows.push_back(std::move(cells));
    };
    const auto figure = [&](Phrase name, Figure RatingRow::* part) { add(name, [part](const RatingRow& row) { return linked_cell(row.*part); }); };
    add({"Место, интервал", "Place, range"}, [&](const RatingRow& row) { return plain_cell(row.place_range.empty() ? std::string{kNone} : row.place.empty() ? row.place_range : row.place + " (" + row.place_range + ")"); });
    figure({"Сообщений", "Messages"}, &RatingRow::count);
    add({"В срок, %", "In time, %"}, [](const RatingRow& row) { return linked_cell(row.in_time, row.tone); });
    add({"Интервал 95 %", "95 % interval"}, [&](const RatingRow& row) { return plain_cell(row.low && row.high ? range_words(100 * *row.low, 100 * *row.high, 0, f.lang()) : std::string{kNone}, Tone::Muted); });
    figure({"Полнота, %", "Complete, %"}, &RatingRow::completeness);
    figure({"Медиана, дн.", "Median, days"}, &RatingRow::median_reply);
    figure({"Оценка", "Rated"}, &RatingRow::satisfaction);
    figure({"Повторных", "Repeats"}, &RatingRow::repeats);
    figure({"Балл", "Score"}, &RatingRow::score);
    return out;
}

}  // namespace problemator
