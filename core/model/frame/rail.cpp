#include "core/model/frame/rail.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/format.hpp"
#include "core/model/frame/filter_bar.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr Day kDays = 56;
constexpr std::size_t kFacetRows = 12, kFineRows = 6;
constexpr Dimension kFacets[] = {Dimension::Channel, Dimension::Block, Dimension::Topic, Dimension::Subtopic, Dimension::Territory, Dimension::Department, Dimension::Status};
constexpr std::size_t kMostRows = 200;   // of an unfolded facet

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
    const auto grouped = group_of(scope, filter, Axis::Day);
    for (std::size_t i = 0; i < grouped->keys.size(); ++i) {
        const auto at = grouped->keys[i] - rail.first_day;
        if (at >= 0 && at < kDays) rail.days[static_cast<std::size_t>(at)] = static_cast<std::uint32_t>(drawn_count(scope.world, grouped->tallies[i].n));
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

/// Under every filter but the facet's own.
Filter facet_filter(const Scope& scope, Dimension d) { return filter_in(scope, with_dimension(without_selection(scope.state), d, {})); }

// Topics and sub-topics are many: a few of them say where to look.
bool is_fine(Dimension d) { return d == Dimension::Topic || d == Dimension::Subtopic; }

Facet build_facet(const Scope& scope, Dimension d) {
    const State base = without_selection(scope.state);
    const auto& selected = scope.state.keep[index(d)];
    const auto counted = group_of(scope, facet_filter(scope, d), axis(d));
    const Grouped& grouped = *counted;
    Facet facet{d, std::string{dimension_name(d).in(scope.lang)}, {}, 0, {}, false};
    struct Counted { Code code; std::uint32_t n; std::string name; bool is_selected; };
    std::vector<Counted> all;
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        const auto code = static_cast<Code>(grouped.keys[i]);
        all.push_back({code, grouped.tallies[i].n, short_name_of(scope.world, d, code, scope.lang), contains(selected, std::string{scope.table.dictionary(d).id(code)})});
    }
    const auto seen = [&](const Counted& one) { return drawn_count(scope.world, one.n); };   // an order would tell hidden counts apart
    std::sort(all.begin(), all.end(), [&](const Counted& a, const Counted& b) { return a.n != b.n && seen(a) != seen(b) ? a.n > b.n : std::tie(a.name, a.code) < std::tie(b.name, b.code); });
    facet.is_unfolded = (scope.state.unfolded >> index(d) & 1u) != 0;
    const std::size_t most = facet.is_unfolded ? kMostRows : is_fine(d) ? kFineRows : kFacetRows;
    for (const auto& one : all) {
        if (facet.values.size() >= most && !one.is_selected) {
            ++facet.hidden;
            continue;
        }
        const std::string id{scope.table.dictionary(d).id(one.code)};
        const State only = with_dimension(base, d, {id});
        const bool is_only_one = one.is_selected && selected.size() == 1;
        Figure count = count_figure(scope, one.n, only);
        explain(count, scope, {"сообщения с этим значением при остальных отборах", "messages with this value under the other filters"}, only);
        facet.values.push_back({id, one.name, std::move(count), one.is_selected, to_hash(is_only_one ? with_dimension(base, d, {}) : only),
                                to_hash(with_dimension(base, d, toggled(selected, id)))});
    }
    if (facet.hidden > 0 || (facet.is_unfolded && all.size() > kFineRows)) {
        State other = scope.state;
        other.unfolded ^= 1u << index(d);
        facet.more_href = to_hash(other);
    }
    return facet;
}

void add_marks(Rail& rail, const Scope& scope) {
    State base = without_selection(scope.state);
    base.with = 0;
    const Tally tally = total(scope.table, narrowed(scope, filter_in(scope, base)));
    const auto add = [&](Mark mark, std::uint32_t n) {
        State only = base, more = without_selection(scope.state);
        only.with = bit(mark);
        more.with ^= bit(mark);
        const bool is_selected = has(scope.state.with, mark);
        Figure count = count_figure(scope, n, only);
        explain(count, scope, {"сообщения с этим признаком при остальных отборах", "messages with this mark under the other filters"}, only);
        rail.marks.emplace_back(mark, FacetValue{std::string{mark_id(mark)}, std::string{mark_name(mark).in(scope.lang)}, std::move(count), is_selected,
                                                 to_hash(is_selected && scope.state.with == bit(mark) ? base : only), to_hash(more)});
    };
    add(Mark::Open, tally.open);
    add(Mark::OverdueNow, tally.overdue_now);
    add(Mark::FastTrack, tally.fast_track);
    add(Mark::Repeat, tally.repeats);
}

struct Preset { Phrase name; int weeks; };   // 0 = all time
constexpr Preset kPresets[] = {{{"неделя", "week"}, 1}, {{"4 недели", "4 weeks"}, 4}, {{"квартал", "quarter"}, 13}, {{"год", "year"}, 52}, {{"всё", "all"}, 0}};

std::vector<Choice> build_presets(const Scope& scope) {
    std::vector<Choice> out;
    const Period current = period_of(scope.state, scope.home);
    for (const Preset& preset : kPresets) {
        const Period period = preset.weeks == 0 ? Period{} : Period{std::max(first_minute_of_week(scope.week - preset.weeks + 1), kFirstTime), first_minute_of_week(scope.week + 1)};
        State state = without_selection(scope.state);
        state.cluster.reset();
        set_period(state, period, scope.silent);
        out.push_back({std::string{preset.name.in(scope.lang)}, to_hash(state), period == current});
    }
    return out;
}

}  // namespace

void prepare_rail(Preparations& out, const Scope&) {
    for (const Dimension d : kFacets) out.push_back([d](const Scope& own) { group_of(own, facet_filter(own, d), axis(d)); });
}

Rail build_rail(const Scope& scope) {
    Rail rail;
    rail.period_text = period_words(scope.filter.period, scope.lang);
    add_histogram(rail, scope);
    for (const Dimension d : kFacets) rail.facets.push_back(build_facet(scope, d));
    add_marks(rail, scope);
    rail.chips = build_chips(scope);
    rail.presets = build_presets(scope);
    rail.reset_href = to_hash(without_filters(scope.state));
    return rail;
}

}  // namespace problemator
