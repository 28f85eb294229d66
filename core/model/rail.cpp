#include "core/model/rail.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr Day kDays = 56;
constexpr std::size_t kFacetRows = 12;
constexpr Dimension kFacets[] = {Dimension::Channel, Dimension::Block, Dimension::Territory, Dimension::Department, Dimension::Status};

// The window stays put while the reader brushes inside the last 56 days; otherwise it ends with the period.
Day last_day(const Scope& scope) {
    const Day home_end = first_day_of_week(scope.home + 1);
    const Period& period = scope.filter.period;
    if (!is_table_time(period.from) || !is_table_time(period.until)) return home_end;
    const Day first = day_from_minute(period.from), end = day_from_minute(period.until - 1) + 1;
    return first >= home_end - kDays && end <= home_end ? home_end : end;
}

void add_histogram(Rail& rail, const Scope& scope) {
    const Day end = last_day(scope);
    rail.first_day = end - kDays;
    rail.days.assign(static_cast<std::size_t>(kDays), 0);
    Filter filter = scope.filter;
    filter.period = {minute_from_day(rail.first_day), minute_from_day(end)};
    const auto grouped = group(scope.table, filter, Axis::Day);
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        const auto at = grouped.keys[i] - rail.first_day;
        if (at >= 0 && at < kDays) rail.days[static_cast<std::size_t>(at)] = grouped.tallies[i].n;
    }
    const auto bar = [&](Minute m) {
        if (m < minute_from_day(rail.first_day)) return std::size_t{0};
        return m >= minute_from_day(end) ? rail.days.size() : static_cast<std::size_t>(day_from_minute(m) - rail.first_day);
    };
    const Period& period = scope.filter.period;
    rail.brush_begin = bar(period.from);
    rail.brush_end = period.until > period.from && period.until != INT32_MAX ? std::min(bar(period.until - 1) + 1, rail.days.size()) : rail.days.size();
    for (const std::size_t at : {std::size_t{0}, std::size_t{21}, std::size_t{42}}) {
        const Day day = rail.first_day + static_cast<Day>(at);
        rail.day_labels.emplace_back(at, std::to_string(date_from_day(day).day) + "\u00A0" + format_month_short(month_from_day(day), scope.lang));
    }
}

bool contains(const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

std::vector<std::string> toggled(std::vector<std::string> ids, const std::string& id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) ids.push_back(id);
    else ids.erase(found);
    return ids;
}

State without_selection(const State& state) {
    State out = on_screen(state, state.screen);
    out.sort = state.sort;
    return out;
}

Facet build_facet(const Scope& scope, Dimension d) {
    const State base = without_selection(scope.state);
    const auto& selected = scope.state.keep[index(d)];
    const auto grouped = group(scope.table, filter_of(with_dimension(base, d, {}), scope.table, scope.home), axis(d));
    Facet facet{d, std::string{dimension_name(d).in(scope.lang)}, {}, 0};
    struct Counted { Code code; std::uint32_t n; std::string name; bool is_selected; };
    std::vector<Counted> all;
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        const auto code = static_cast<Code>(grouped.keys[i]);
        all.push_back({code, grouped.tallies[i].n, short_name_of(scope.world, d, code, scope.lang), contains(selected, std::string{scope.table.dictionary(d).id(code)})});
    }
    std::sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.n != b.n ? a.n > b.n : std::tie(a.name, a.code) < std::tie(b.name, b.code); });
    for (const auto& one : all) {
        if (facet.values.size() >= kFacetRows && !one.is_selected) {
            ++facet.hidden;
            continue;
        }
        const std::string id{scope.table.dictionary(d).id(one.code)};
        const State only = with_dimension(base, d, {id});
        const bool is_only_one = one.is_selected && selected.size() == 1;
        facet.values.push_back({id, one.name, count_figure(scope, one.n, only), one.is_selected, to_hash(is_only_one ? with_dimension(base, d, {}) : only),
                                to_hash(with_dimension(base, d, toggled(selected, id)))});
    }
    return facet;
}

void add_marks(Rail& rail, const Scope& scope) {
    State base = without_selection(scope.state);
    base.with = 0;
    const Tally tally = total(scope.table, filter_of(base, scope.table, scope.home));
    const auto add = [&](Mark mark, std::uint32_t n) {
        State only = base, more = without_selection(scope.state);
        only.with = bit(mark);
        more.with ^= bit(mark);
        const bool is_selected = has(scope.state.with, mark);
        rail.marks.emplace_back(mark, FacetValue{std::string{mark_id(mark)}, std::string{mark_name(mark).in(scope.lang)}, count_figure(scope, n, only), is_selected,
                                                 to_hash(is_selected && scope.state.with == bit(mark) ? base : only), to_hash(more)});
    };
    add(Mark::Open, tally.open);
    add(Mark::OverdueNow, tally.overdue_now);
    add(Mark::FastTrack, tally.fast_track);
    add(Mark::Repeat, tally.repeats);
}

std::string chip_names(const Scope& scope, Dimension d) {
    constexpr std::size_t kNames = 4;
    const auto& ids = scope.state.keep[index(d)];
    std::string out;
    for (std::size_t i = 0; i < std::min(ids.size(), kNames); ++i) {
        const auto& names = scope.table.dictionary(d);
        const Code code = names.find_id(ids[i]);
        const bool is_known = code != kNotGiven || ids[i] == names.id(kNotGiven);
        out += (i ? ", " : "") + (is_known ? short_name_of(scope.world, d, code, scope.lang) : ids[i]);
    }
    if (ids.size() > kNames) out += std::string{Phrase{" и ещё ", " and "}.in(scope.lang)} + std::to_string(ids.size() - kNames) + (scope.lang == Lang::En ? " more" : "");
    return out;
}

}  // namespace

std::vector<Chip> build_chips(const Scope& scope) {
    const State base = without_selection(scope.state);
    const Lang lang = scope.lang;
    std::vector<Chip> chips;
    const Period all, period = period_of(scope.state, scope.home);
    if (scope.state.period || scope.state.week || scope.state.screen == Screen::Messages) {
        State freed = base;
        freed.week.reset();
        freed.period.reset();
        if (scope.state.screen == Screen::Messages) freed.period = all;
        if (period != all) chips.push_back({period_words(period, lang), to_hash(freed)});
    }
    if (scope.state.basis != Basis::Received) {
        State freed = base;
        freed.basis = Basis::Received;
        const bool is_decided = scope.state.basis == Basis::Decided;
        chips.push_back({std::string{(is_decided ? Phrase{"по дате ответа или нарушения срока", "by date of answer or missed deadline"} : Phrase{"по дате закрытия", "by date of closing"}).in(lang)}, to_hash(freed)});
    }
    for (const Dimension d : kAllDimensions)
        if (!scope.state.keep[index(d)].empty()) chips.push_back({chip_names(scope, d), to_hash(with_dimension(base, d, {}))});
    for (std::size_t i = 0; i < kMarks; ++i) {
        const auto mark = static_cast<Mark>(1u << i);
        State freed = base;
        freed.with &= ~bit(mark);
        freed.without &= ~bit(mark);
        const std::string name{mark_name(mark).in(lang)};
        if (has(scope.state.with, mark)) chips.push_back({name, to_hash(freed)});
        else if (has(scope.state.without, mark)) chips.push_back({std::string{Phrase{"без: ", "without: "}.in(lang)} + name, to_hash(freed)});
    }
    return chips;
}

Rail build_rail(const Scope& scope) {
    Rail rail;
    rail.period_text = period_words(scope.filter.period, scope.lang);
    add_histogram(rail, scope);
    for (const Dimension d : kFacets) rail.facets.push_back(build_facet(scope, d));
    add_marks(rail, scope);
    rail.chips = build_chips(scope);
    State reset;
    reset.screen = scope.state.screen;
    reset.lang = scope.lang;
    reset.compare = scope.state.compare;
    reset.view = scope.state.view;
    rail.reset_href = to_hash(reset);
    return rail;
}

}  // namespace problemator
