#include "core/model/overview/overview_page.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/heat/matrix.hpp"
#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/indicators/indicator_plans.hpp"
#include "core/model/map/map_cells.hpp"
#include "core/model/names.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kProblemsShown = 7, kRatingEnds = 3;

std::string growth_sentence(const World& world, std::int64_t now, std::int64_t before, Lang lang) {
    if (before < world.profile.min_count_for_percent || is_hidden_count(world, now)) return std::string{Phrase{"на прошлой было ", "the week before: "}.in(lang)} + count_words(world, before, lang);
    const double ratio = static_cast<double>(now - before) / static_cast<double>(before);
    const double percent = std::round(std::fabs(ratio) * 100) / 100;
    if (percent == 0) return std::string{Phrase{"почти столько же, сколько на прошлой", "about as many as the week before"}.in(lang)};
    const std::string size = format_percent(percent, 0, lang);
    if (lang == Lang::Ru) return "на " + size + (ratio > 0 ? " больше прошлой" : " меньше прошлой");
    return size + (ratio > 0 ? " more than the week before" : " fewer than the week before");
}

std::int64_t received_in(const Scope& scope, Week week) {
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = week_period(week);
    return static_cast<std::int64_t>(count_rows(scope.table, narrowed(scope, filter)));
}

std::string verdict_of(const Scope& scope) {
    const Lang lang = scope.lang;
    const auto now = received_in(scope, scope.week), before = received_in(scope, scope.week - 1);
    const std::string count = counted_words(scope.world, now, kMessages, lang) + std::string{Phrase{" за неделю", " in the week"}.in(lang)};
    if (!scope.is_finished) {
        const Minute start = first_minute_of_week(scope.week);
        const int days = std::clamp((scope.table.as_of - start) / kMinutesPerDay, 0, 7);
        return count + (lang == Lang::Ru ? ", неделя идёт: " + std::to_string(days) + " из 7 дней." : ", in progress: " + std::to_string(days) + " of 7 days.");
    }
    if (!scope.compares() || !scope.has_history(scope.week - 1)) return count + ".";
    return count + ", " + growth_sentence(scope.world, now, before, lang) + ".";
}

std::string tail_of(const Scope& scope, const Problems& problems) {
    const Lang lang = scope.lang;
    if (!scope.is_finished) return std::string{Phrase{"Тревоги считаются по полным неделям.", "Alarms are counted for complete weeks."}.in(lang)};
    if (problems.total == 0) return std::string{Phrase{"Отклонений нет.", "Nothing out of the ordinary."}.in(lang)};
    std::string places;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, problems.shown.size()); ++i)
        places += (i ? "; " : "") + problems.shown[i].title + ", " + problems.shown[i].place;
    const auto n = format_count(static_cast<std::int64_t>(problems.total), lang);
    const std::string first = lang == Lang::Ru ? (problems.total == 1 ? "Тревога одна: " : "Тревог " + n + ", первыми разобрать: ") : (problems.total == 1 ? "One alarm: " : n + " alarms, first: ");
    return first + places + ".";
}

void add_problems(OverviewPage& page, const Scope& scope) {
    auto problems = build_problems(scope, kProblemsShown);
    page.verdict = verdict_of(scope);
    page.verdict_tail = tail_of(scope, problems);
    page.problems = std::move(problems.shown);
    page.problems_total = problems.total;
    if (page.problems.empty()) page.no_problems = Phrase{"Отклонений нет", "Nothing out of the ordinary"}.in(scope.lang);
}

// Where the messages come from, and how many of them sit in surging cells.
void add_map(OverviewPage& page, const Scope& scope) {
    std::string without_point;
    for (std::size_t r = 0; r < page.matrix.rows.size(); ++r) {
        const auto& head = page.matrix.rows[r];
        const auto& all = scope.world.profile.territories;
        const auto place = std::find_if(all.begin(), all.end(), [&](const Territory& t) { return t.id == head.id; });
        if (place == all.end() || !place->lat || !place->lon) {
            if (head.value > 0 && head.id != scope.table.dictionary(Dimension::Territory).id(kNotGiven)) without_point += (without_point.empty() ? "" : ", ") + head.name;
            continue;
        }
        std::uint32_t in_surge = 0;
        std::vector<std::string> blocks;
        for (std::size_t c = 0; c < page.matrix.columns.size(); ++c) {
            const Cell& cell = page.matrix.at(r, c);
            if (!cell.is_surge) continue;
            in_surge += cell.figure.n;
            blocks.push_back(cell.column_id);
        }
        OverviewPage::MapPoint point{head.name, *place->lat, *place->lon, head.total, {}, !blocks.empty()};
        State rows = with_dimension(rows_state(scope, Basis::Received, week_period(scope.week)), Dimension::Territory, {head.id});
        if (!blocks.empty()) point.surge = count_figure(scope, in_surge, with_dimension(std::move(rows), Dimension::Block, blocks));
        page.map.push_back(std::move(point));
    }
    page.ground = scope.world.snapshot.map;
    page.plane = map_plane(scope.world);
    if (!without_point.empty()) page.map_note = std::string{Phrase{"Без точки на карте: ", "Without a point on the map: "}.in(scope.lang)} + without_point;
}

void add_indicators(OverviewPage& page, const Scope& scope) {
    for (const auto& [indicator, is_unpublished] : planned_indicators(scope.world, OwnIndicators::LeftOut)) {
        const auto facts = indicator_facts(scope, indicator, MonthSpan::Last);
        Bullet bullet;
        bullet.id = indicator.id;
        bullet.name = indicator.short_name.in(scope.lang).empty() ? indicator.name.in(scope.lang) : indicator.short_name.in(scope.lang);
        bullet.fact = indicator_figure(scope, facts);
        bullet.plan = facts.plan;
        bullet.status = standing_word(facts.standing, scope.lang);
        bullet.tone = standing_tone(facts.standing);
        if (facts.standing == Standing::Missing) bullet.missing = indicator.needs.in(scope.lang);
        page.indicators.push_back(std::move(bullet));
        const int year = date_from_day(first_day_of_month(facts.month)).year;
        page.indicators_note = std::string{Phrase{"факт за ", "fact of "}.in(scope.lang)} + format_month(facts.month, scope.lang) + std::string{Phrase{", план ", ", plan "}.in(scope.lang)} + std::to_string(year);
    }
}

void add_rating(OverviewPage& page, const Scope& scope) {
    State state = on_screen(scope.state, Screen::Rating);
    auto rating = build_rating(scope.world, state, Movement::LeftOut);
    page.rating_mean = rating.mean;
    const auto n = rating.rows.size();
    for (std::size_t i = 0; i < n; ++i)
        if (i < kRatingEnds || i + kRatingEnds >= n) page.rating.push_back(std::move(rating.rows[i]));
    if (rating.mean) page.rating_note = std::string{Phrase{"за 4 недели; пунктир — среднее ", "4 weeks; dashed: mean "}.in(scope.lang)} + format_percent(*rating.mean, 1, scope.lang) + std::string{Phrase{", черта — 95 %", ", line: 95 %"}.in(scope.lang)};
    else page.rating_note = Phrase{"ответов со сроком пока нет", "no answers with a deadline yet"}.in(scope.lang);
}

}  // namespace

State overview_state(const Scope& asked) {
    State out = rows_state(asked, Basis::Received, week_period(asked.week));
    out.screen = Screen::Overview;
    return out;
}

OverviewPage overview_page(const World& world, const State& state) {
    const State own = overview_state(scope_of(world, state));
    const Scope scope = scope_of(world, own);
    OverviewPage page;
    if (takes_any(world, {"tiles"})) page.tiles = build_tiles(scope);
    if (takes_any(world, {"main", "problems"})) add_problems(page, scope);
    if (takes_any(world, {"matrix", "map"})) {
        page.matrix = build_matrix(scope, MatrixView::TerritoryBlock).matrix;
        add_map(page, scope);
    }
    if (takes_any(world, {"bullets"})) add_indicators(page, scope);
    if (page.indicators.empty())
        page.no_indicators = Phrase{"Постановление не называет целевых показателей; свои можно описать в профиле", "The decree names no target indicators; your own can be described in the profile"}.in(scope.lang);
    if (takes_any(world, {"short-rating"})) add_rating(page, scope);
    return page;
}

}  // namespace problemator
