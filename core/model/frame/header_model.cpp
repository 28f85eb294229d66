#include "core/model/frame/header_model.hpp"

#include <algorithm>
#include <set>

#include "core/base/format.hpp"
#include "core/model/frame/filter_bar.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kWeeksListed = 104;

// Filters go along to every tab, and a screen says which of them it does not follow. The date that the period speaks of goes only
// where rows are listed by it.
State on_tab(const State& state, Screen screen) {
    State out = on_screen(state, screen);
    if (!followed_by(screen).basis) out.basis = Basis::Received;
    return out;
}

State at_week(const State& state, Week week, Week silent) {
    State out = state;
    out.message.clear();
    out.cluster.reset();   // a cluster belongs to the period that it was found in
    set_period(out, week_period(week), silent);
    return out;
}

Week last_week(const Scope& scope) {
    const Week running = week_from_minute(scope.table.as_of - 1);
    return std::max(scope.home, running);
}

// Weeks of the site that came after this snapshot.
void add_later_weeks(HeaderModel& header, const Scope& scope, Week newest) {
    for (const ArchiveWeek& later : scope.world.archive)
        if (later.week > newest)
            header.weeks.push_back({later.week, period_words(week_period(later.week), scope.lang), counted_words(scope.world, later.messages, kMessages, scope.lang),
                                    to_hash(at_week(scope.state, later.week, scope.silent)), false});
}

void list_weeks(HeaderModel& header, const Scope& scope, Week newest, Week oldest) {
    add_later_weeks(header, scope, newest);
    for (Week week = newest; week >= oldest && header.weeks.size() < kWeeksListed; --week) {
        const Period period = week_period(week);
        const auto n = static_cast<std::int64_t>(rows_received(scope.table, period.from, period.until).size());
        const bool is_running = period.until > scope.table.as_of;
        WeekChoice choice{week, period_words(period, scope.lang), counted_words(scope.world, n, kMessages, scope.lang), to_hash(at_week(scope.state, week, scope.silent)), week == scope.week && scope.is_one_week};
        if (is_running) choice.text += std::string{Phrase{", неделя идёт", ", in progress"}.in(scope.lang)};
        header.weeks.push_back(std::move(choice));
    }
}

void add_weeks(HeaderModel& header, const Scope& scope, HeaderDetail detail) {
    const Table& table = scope.table;
    const Week newest = last_week(scope);
    const Week oldest = table.rows() ? std::min(week_from_minute(table.received.front()), newest) : newest;
    if (detail == HeaderDetail::Whole) list_weeks(header, scope, newest, oldest);
    if (scope.week > oldest) header.previous_href = to_hash(at_week(scope.state, scope.week - 1, scope.silent));
    if (scope.week < std::max(newest, scope.silent)) header.next_href = to_hash(at_week(scope.state, scope.week + 1, scope.silent));
}

/// Surges and chronic problems; empty for none.
std::string problems_of_week(const World& world, const State& state, HeaderDetail detail) {
    const Week week = state.week.value_or(world.snapshot.info.week);
    if (detail == HeaderDetail::AtHand && world.remembered && !world.remembered->week_problems.find(week)) return {};
    const std::size_t n = *recall(world, &Remembered::week_problems, week, [&] { return count_week_problems(world, week); });
    return n > 0 ? format_count(static_cast<std::int64_t>(n), state.lang) : std::string{};
}

/// What of the exports needs somebody's eyes: «отброшено 12 строк, не узнано 3 названия»; empty when nothing does.
std::string doubts_about(const World& world, Lang lang) {
    constexpr Counted rows = {"строка", "строки", "строк", "row", "rows"}, names = {"название", "названия", "названий", "name", "names"};
    const auto& report = world.snapshot.quality;
    if (!report) return {};
    std::int64_t rejected = 0;
    for (const QualityTable& table : report->tables) rejected += table.rows_rejected;
    std::string out;
    if (rejected > 0) out = std::string{Phrase{"отброшено: ", "rejected: "}.in(lang)} + format_counted(rejected, rows, lang);
    if (!report->unmapped.empty()) out += (out.empty() ? "" : ", ") + std::string{Phrase{"не узнано: ", "not known: "}.in(lang)} + format_counted(static_cast<std::int64_t>(report->unmapped.size()), names, lang);
    return out;
}

// In the order of the design; «О данных» is opened by the line «Срез на …», «Разделы» exist where somebody made one.
void add_tabs(HeaderModel& header, const World& world, const State& state, HeaderDetail detail) {
    const auto add = [&](Screen screen) {
        header.tabs.push_back({{std::string{screen_name(screen).in(state.lang)}, to_hash(on_tab(state, screen)), screen == state.screen}});
        if (screen == Screen::Problems) header.tabs.back().count = problems_of_week(world, state, detail);
        if (screen == Screen::Quality) header.tabs.back().alert = doubts_about(world, state.lang);
    };
    for (const Screen screen : {Screen::Overview, Screen::Heatmap, Screen::Rating, Screen::Indicators, Screen::Problems, Screen::Messages, Screen::Reports, Screen::Quality}) add(screen);
    if (!world.sections.empty() || state.screen == Screen::Sections) add(Screen::Sections);
    header.about_href = to_hash(on_tab(state, Screen::About));
}

std::string capitalised_week(const Scope& scope) {
    const Day first = first_day_of_week(scope.week);
    const std::string number = std::to_string(iso_week(scope.week).week);
    return std::string{Phrase{"Неделя ", "Week "}.in(scope.lang)} + number + " · " + format_date_range(first, first + 6, scope.lang);
}

std::string moment_words(const Scope& scope) {
    constexpr Counted sources = {"источник", "источника", "источников", "source", "sources"};
    const Minute as_of = scope.table.as_of;
    const int in_day = as_of - minute_from_day(day_from_minute(as_of));
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::set<std::string> channels;
    for (const auto& input : scope.world.snapshot.info.inputs) channels.insert(input.channel);
    std::string out = std::string{Phrase{"Срез на ", "Snapshot of "}.in(scope.lang)} + format_date(day_from_minute(as_of), scope.lang) + ", " + two(in_day / 60) + ":" + two(in_day % 60);
    if (!channels.empty()) out += " · " + format_counted(static_cast<std::int64_t>(channels.size()), sources, scope.lang);
    return out;
}

std::string days_gone(const Scope& scope) {
    const int days = std::clamp((scope.table.as_of - first_minute_of_week(scope.week)) / kMinutesPerDay, 0, 7);
    return std::to_string(days) + std::string{Phrase{" из 7 дней", " of 7 days"}.in(scope.lang)};
}

std::string compare_name(const Scope& scope, Compare compare) {
    const Lang lang = scope.lang;
    switch (compare) {
        case Compare::PreviousWeek: return format_week(scope.week - 1, lang);
        case Compare::YearAgo: return std::string{Phrase{"АППГ, ", "year ago, "}.in(lang)} + format_week(year_before(scope.week), lang) + " " + std::to_string(iso_week(year_before(scope.week)).year);
        case Compare::Plan: return std::string{Phrase{"план", "plan"}.in(lang)};
        case Compare::None: return std::string{Phrase{"нет", "none"}.in(lang)};
    }
    return {};
}

void add_compares(HeaderModel& header, const Scope& scope) {
    State other = scope.state;
    const Compare current = scope.state.compare;
    const bool is_running = scope.is_one_week && !scope.is_finished;
    header.compare = current != Compare::None;
    header.compare_text = is_running ? std::string{Phrase{"Неделя идёт, ", "In progress, "}.in(scope.lang)} + days_gone(scope)
                                     : std::string{Phrase{"Сравнение: ", "Compare: "}.in(scope.lang)} + compare_name(scope, current);
    for (const Compare compare : {Compare::PreviousWeek, Compare::YearAgo, Compare::Plan, Compare::None}) {
        other.compare = compare;
        header.compares.push_back({compare_name(scope, compare), to_hash(other), compare == current});
    }
    other.compare = header.compare ? Compare::None : Compare::PreviousWeek;
    header.compare_href = to_hash(other);
}

}  // namespace

HeaderModel header_model(const World& world, const State& state, HeaderDetail detail) {
    const Scope scope = scope_of(world, state);
    const Lang lang = scope.lang;
    HeaderModel header;
    header.product = Phrase{"Проблематор", "Problemator"}.in(lang);
    header.municipality = world.profile.name.in(lang);
    header.period = scope.is_one_week || !state.period ? capitalised_week(scope) : period_words(scope.filter.period, lang);
    header.as_of = moment_words(scope);
    header.checksum = world.checksum;
    State other = state;
    other.lang = lang == Lang::Ru ? Lang::En : Lang::Ru;
    header.lang_href = to_hash(other);
    header.lang_text = lang == Lang::Ru ? "English" : "Русский";
    add_tabs(header, world, state, detail);
    add_weeks(header, scope, detail);
    add_compares(header, scope);
    header.filters = build_filter_bar(scope);
    return header;
}

}  // namespace problemator
