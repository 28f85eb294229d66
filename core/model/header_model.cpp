// Header: municipality, week picker, tabs, comparison switch — what the shell draws as real HTML.
#include <algorithm>
#include <set>

#include "core/base/format.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kWeeksListed = 104;

// Names of filters go along to every tab; a brushed period and marks only to the screens that list rows.
State on_tab(const State& state, Screen screen) {
    State out = on_screen(state, screen);
    if (screen == Screen::Heatmap || screen == Screen::Messages) return out;
    out.period.reset();
    out.basis = Basis::Received;
    out.with = out.without = 0;
    return out;
}

State at_week(const State& state, Week week, Week silent) {
    State out = state;
    out.message.clear();
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
            header.weeks.push_back({later.week, period_words(week_period(later.week), scope.lang), format_counted(later.messages, kMessages, scope.lang),
                                    to_hash(at_week(scope.state, later.week, scope.silent)), false});
}

void add_weeks(HeaderModel& header, const Scope& scope) {
    const Table& table = scope.table;
    const Week newest = last_week(scope);
    const Week oldest = table.rows() ? std::min(week_from_minute(table.received.front()), newest) : newest;
    add_later_weeks(header, scope, newest);
    for (Week week = newest; week >= oldest && header.weeks.size() < kWeeksListed; --week) {
        const Period period = week_period(week);
        const auto n = static_cast<std::int64_t>(rows_received(table, period.from, period.until).size());
        const bool is_running = period.until > table.as_of;
        WeekChoice choice{week, period_words(period, scope.lang), format_counted(n, kMessages, scope.lang), to_hash(at_week(scope.state, week, scope.silent)), week == scope.week && scope.is_one_week};
        if (is_running) choice.text += std::string{Phrase{", неделя идёт", ", in progress"}.in(scope.lang)};
        header.weeks.push_back(std::move(choice));
    }
    if (scope.week > oldest) header.previous_href = to_hash(at_week(scope.state, scope.week - 1, scope.silent));
    if (scope.week < std::max(newest, scope.silent)) header.next_href = to_hash(at_week(scope.state, scope.week + 1, scope.silent));
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

}  // namespace

HeaderModel header_model(const World& world, const State& state) {
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
    for (const Screen screen : {Screen::Overview, Screen::Heatmap, Screen::Problems, Screen::Rating, Screen::Indicators, Screen::Messages, Screen::Quality})
        header.tabs.push_back({std::string{screen_name(screen).in(lang)}, to_hash(on_tab(state, screen)), screen == state.screen});
    add_weeks(header, scope);
    header.compare = state.compare;
    header.compare_text = std::string{Phrase{"Сравнение: ", "Compare: "}.in(lang)} + format_week(scope.week - 1, lang);
    State toggled = state;
    toggled.compare = !state.compare;
    header.compare_href = to_hash(toggled);
    return header;
}

}  // namespace problemator
