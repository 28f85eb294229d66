#include "core/model/frame/filter_bar.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kNames = 4;

State without_selection(const State& state) {
    State out = on_screen(state, state.screen);
    out.sort = state.sort;
    return out;
}

std::string name_or_id(const Scope& scope, Dimension d, const std::string& id) {
    const auto& names = scope.table.dictionary(d);
    const Code code = names.find_id(id);
    const bool is_known = code != kNotGiven || id == names.id(kNotGiven);
    return is_known ? short_name_of(scope.world, d, code, scope.lang) : id;
}

std::string chip_names(const Scope& scope, Dimension d) {
    const auto& ids = scope.state.keep[index(d)];
    std::string out;
    for (std::size_t i = 0; i < std::min(ids.size(), kNames); ++i) out += (i ? ", " : "") + name_or_id(scope, d, ids[i]);
    if (ids.size() > kNames) out += std::string{Phrase{" и ещё ", " and "}.in(scope.lang)} + std::to_string(ids.size() - kNames) + (scope.lang == Lang::En ? " more" : "");
    return out;
}

void add_period(std::vector<Chip>& chips, const Scope& scope, const State& base) {
    if (!scope.state.period && !scope.state.week && scope.state.screen != Screen::Messages) return;
    const Period all, period = period_of(scope.state, scope.home);
    State freed = base;
    freed.week.reset();
    freed.period.reset();
    if (scope.state.screen == Screen::Messages) freed.period = all;
    if (period != all) chips.push_back({period_words(period, scope.lang), to_hash(freed)});
}

void add_basis(std::vector<Chip>& chips, const Scope& scope, const State& base) {
    if (scope.state.basis == Basis::Received) return;
    State freed = base;
    freed.basis = Basis::Received;
    chips.push_back({basis_words(scope.state.basis, scope.lang), to_hash(freed)});
}

void add_place(std::vector<Chip>& chips, const Scope& scope, const State& base) {
    if (scope.state.place.is_everywhere()) return;
    State freed = base;
    freed.place = {};
    chips.push_back({area_words(scope.state.place, scope.lang), to_hash(freed)});
}

void add_marks(std::vector<Chip>& chips, const Scope& scope, const State& base) {
    for (std::size_t i = 0; i < kMarks; ++i) {
        const auto mark = static_cast<Mark>(1u << i);
        State freed = base;
        freed.with &= ~bit(mark);
        freed.without &= ~bit(mark);
        const std::string name{mark_name(mark).in(scope.lang)};
        if (has(scope.state.with, mark)) chips.push_back({name, to_hash(freed)});
        else if (has(scope.state.without, mark)) chips.push_back({std::string{Phrase{"без: ", "without: "}.in(scope.lang)} + name, to_hash(freed)});
    }
}

void add_texts(std::vector<Chip>& chips, const Scope& scope, const State& base) {
    if (scope.state.cluster) {
        State freed = base;
        freed.cluster.reset();
        chips.push_back({std::string{Phrase{"Похожие на ", "Like "}.in(scope.lang)} + scope.state.cluster->message, to_hash(freed)});
    }
    if (scope.state.screen == Screen::Messages && !scope.state.search.empty()) {
        State freed = base;
        freed.search.clear();
        freed.is_search_linked = true;   // a link that ends the search
        chips.push_back({std::string{Phrase{"Текст: ", "Text: "}.in(scope.lang)} + scope.state.search, to_hash(freed)});
    }
}

/// A reader's choice besides the week: what «Сбросить всё» takes off.
bool has_filters(const State& state) {
    const bool has_names = std::any_of(state.keep.begin(), state.keep.end(), [](const auto& ids) { return !ids.empty(); });
    return has_names || state.period || state.with || state.without || state.basis != Basis::Received || !state.place.is_everywhere() || state.cluster || !state.search.empty() || !state.place.is_everywhere();
}

// What the screen leaves aside although the link asks for it.
std::string ignored_words(const Scope& scope) {
    const Followed follows = followed_by(scope.state.screen);
    const State& state = scope.state;
    const Lang lang = scope.lang;
    std::string out;
    const auto add = [&](bool is_ignored, Phrase words) {
        if (is_ignored) out += (out.empty() ? "" : "; ") + std::string{words.in(lang)};
    };
    const bool has_names = std::any_of(state.keep.begin(), state.keep.end(), [](const auto& ids) { return !ids.empty(); });
    add(!follows.names && has_names, {"отбор по именам: экран описывает весь срез", "names: the screen describes the whole snapshot"});
    add(!follows.period && state.period && !scope.is_one_week, {"период: экран считает по целым неделям или месяцам", "the period: the screen counts whole weeks or months"});
    add(!follows.marks && (state.with | state.without) != 0, {"признаки: доли и нормы считаются по всем сообщениям", "marks: shares and norms are counted of all messages"});
    add(!follows.basis && state.basis != Basis::Received, {"дата отсчёта: у каждого числа она своя", "the basis of time: every number has its own"});
    if (out.empty()) return out;
    return std::string{Phrase{"Не учитывается на этом экране: ", "Not followed on this screen: "}.in(lang)} + out;
}

void add_search(FilterBar& bar, const Scope& scope) {
    bar.can_search = scope.table.text.text_bytes() > 0;
    bar.search = scope.state.search;
    if (bar.search.empty()) return;
    State linked = scope.state;
    linked.is_search_linked = true;
    if (!scope.state.is_search_linked) bar.search_href = to_hash(linked);
    bar.search_note = (scope.state.is_search_linked ? Phrase{"поиск включён в ссылку", "the search is in the link"} : Phrase{"Включить поиск в ссылку", "Put the search into the link"}).in(scope.lang);
}

}  // namespace

Followed followed_by(Screen screen) {
    switch (screen) {
        case Screen::Heatmap:
        case Screen::Messages: return {};
        case Screen::Overview: return {.period = false, .marks = true, .basis = false, .names = true};
        case Screen::Problems: return {.period = false, .marks = false, .basis = false, .names = true};
        case Screen::Rating: return {.period = true, .marks = true, .basis = false, .names = true};
        case Screen::Indicators: return {.period = false, .marks = false, .basis = false, .names = true};
        case Screen::Quality:
        case Screen::Reports:
        case Screen::About:
        case Screen::Sections: break;
    }
    return {.period = false, .marks = false, .basis = false, .names = false};
}

std::vector<Chip> build_chips(const Scope& scope) {
    const State base = without_selection(scope.state);
    std::vector<Chip> chips;
    add_period(chips, scope, base);
    add_basis(chips, scope, base);
    for (const Dimension d : kAllDimensions)
        if (!scope.state.keep[index(d)].empty()) chips.push_back({chip_names(scope, d), to_hash(with_dimension(base, d, {}))});
    add_marks(chips, scope, base);
    add_place(chips, scope, base);
    add_texts(chips, scope, base);
    return chips;
}

State without_filters(const State& state) {
    State out = without_selection(state);
    const State plain;
    out.keep = plain.keep;
    out.period = plain.period;
    out.with = out.without = 0;
    out.basis = plain.basis;
    out.place = plain.place;
    out.cluster.reset();
    out.sort.clear();
    out.is_search_linked = !out.search.empty();
    out.search.clear();
    return out;
}

std::vector<FilterBar::Remedy> build_remedies(const Scope& scope) {
    std::vector<FilterBar::Remedy> out;
    if (count_rows(scope.table, scope.filter) > 0) return out;
    const auto quoted = [&](const std::string& name) { return scope.lang == Lang::Ru ? "Без отбора «" + name + "»" : "Without “" + name + "”"; };
    for (const Chip& chip : build_chips(scope)) {
        const State freed = from_hash(chip.href);
        State rows = freed;
        rows.screen = Screen::Messages;
        const auto n = static_cast<std::uint32_t>(count_rows(scope.table, filter_in(scope, freed)));
        if (n == 0) continue;
        set_period(rows, period_of(freed, scope.home), scope.silent);
        Figure count = count_figure(scope, n, rows);
        explain(count, scope, {"сообщения, если убрать этот отбор", "messages when this filter is taken off"}, rows);
        out.push_back({quoted(chip.text), std::move(count), chip.href});
    }
    sort_stably(out, [](const auto& a, const auto& b) { return a.count.n > b.count.n; });
    return out;
}

FilterBar build_filter_bar(const Scope& scope) {
    FilterBar bar;
    bar.chips = build_chips(scope);
    if (has_filters(scope.state)) bar.reset_href = to_hash(without_filters(scope.state));
    bar.ignored = ignored_words(scope);
    if (scope.state.screen == Screen::Messages) add_search(bar, scope);
    if (!followed_by(scope.state.screen).names) return bar;
    if (count_rows(scope.table, narrowed(scope, scope.filter)) > 0) return bar;
    bar.nothing = Phrase{"Ничего не найдено", "Nothing found"}.in(scope.lang);
    bar.remedies = build_remedies(scope);
    return bar;
}

}  // namespace problemator
