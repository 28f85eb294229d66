// From a state to the rows it speaks of.
#include <algorithm>
#include <iterator>

#include "core/base/text.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/state.hpp"
#include "core/query/text_search.hpp"

namespace problemator {
namespace {

struct MarkWord { Mark mark; std::string_view id; Phrase name; };
constexpr MarkWord kMarkWords[] = {
    {Mark::HasTime, "has_time", {"Известен час", "Hour known"}},
    {Mark::FastTrack, "fast_track", {"Фаст-трек", "Fast track"}},
    {Mark::Repeat, "repeat", {"Повторные", "Repeated"}},
    {Mark::Open, "open", {"Без ответа", "Unanswered"}},
    {Mark::OverdueNow, "overdue", {"Просрочено сейчас", "Overdue now"}},
    {Mark::Decided, "decided", {"Срок наступил или есть ответ", "Deadline met or missed"}},
    {Mark::InTime, "in_time", {"Отвечено в срок", "Answered in time"}},
    {Mark::Late, "late", {"Срок нарушен", "Deadline missed"}},
    {Mark::Rated, "rated", {"С оценкой", "Rated"}},
    {Mark::RatedHigh, "rated_high", {"Оценка 4–5", "Rated 4–5"}},
    {Mark::DueSoon, "due_soon", {"Срок в ближайшие 3 дня", "Due within 3 days"}},
    {Mark::AutoRouted, "auto_routed", {"Доставлено автоматически", "Routed automatically"}},
    {Mark::AutoControl, "auto_control", {"Автоконтроль решения", "Controlled automatically"}},
    {Mark::Gratitude, "gratitude", {"Благодарности", "Thanks"}},
    {Mark::Consultation, "consultation", {"Консультации", "Consultations"}},
    {Mark::Closed, "closed", {"Закрыто", "Closed"}},
    {Mark::HasPlace, "has_place", {"Известна точка", "Point known"}},
    {Mark::FastEligible, "fast_eligible", {"Канал с фаст-треком", "Channel with fast track"}},
    {Mark::DueByAnswer, "due_by_answer", {"Срок — до первого ответа", "Due by the first answer"}},
    {Mark::Conflict, "conflict", {"Конфликт в общении", "Conflict in the communication"}},
    {Mark::LateRegistered, "late_registered", {"Зарегистрировано поздно", "Registered late"}},
    {Mark::LateForwarded, "late_forwarded", {"Переадресовано поздно", "Forwarded late"}},
    {Mark::MatchedRule, "matched_rule", {"Сработало автоправило", "Matched an automatic rule"}},
    {Mark::Linked, "linked", {"Пришло и по другому каналу", "Came through another channel too"}},
};
static_assert(std::size(kMarkWords) == kMarks);

constexpr Code kNoSuchCode = 65535;   // the last code of a full dictionary: no table of a municipality comes near

const MarkWord& word_of(Mark mark) {
    for (const auto& word : kMarkWords)
        if (word.mark == mark) return word;
    return kMarkWords[0];
}

std::optional<Code> code_of(const Dictionary& names, std::string_view id) {
    if (id == names.id(kNotGiven)) return kNotGiven;
    const Code code = names.find_id(id);
    return code == kNotGiven ? std::nullopt : std::optional{code};
}

using SharedRows = std::shared_ptr<const std::vector<std::uint32_t>>;

bool is_searching(const State& state) { return state.screen == Screen::Messages && !state.search.empty(); }

/// Rows whose text holds every word of the search, among those that a period of receipt leaves.
SharedRows searched_rows(const State& state, const Table& table, const Filter& filter) {
    const bool is_range = filter.basis == Basis::Received;
    TextSearch search{table, state.search, is_range ? rows_received(table, filter.period.from, filter.period.until) : RowRange{0, table.rows()}};
    search.step(SIZE_MAX);
    return std::make_shared<std::vector<std::uint32_t>>(std::move(search.rows()));
}

SharedRows in_both(const SharedRows& a, const SharedRows& b) {
    if (!a || !b) return a ? a : b;
    auto both = std::make_shared<std::vector<std::uint32_t>>();
    std::set_intersection(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(*both));
    return both;
}

/// What no column says: the rows of a cluster, and those that a search finds.
SharedRows only_rows(const State& state, const Table& table, const Filter& filter) {
    const SharedRows cluster = state.cluster ? cluster_rows(table, *state.cluster) : nullptr;
    return in_both(cluster, is_searching(state) ? searched_rows(state, table, filter) : nullptr);
}

}  // namespace

std::string_view mark_id(Mark mark) { return word_of(mark).id; }
Phrase mark_name(Mark mark) { return word_of(mark).name; }

std::optional<Mark> parse_mark(std::string_view id) {
    for (const auto& word : kMarkWords)
        if (word.id == id) return word.mark;
    return std::nullopt;
}

Period span_period(RatingSpan span, Week week) {
    const Minute until = first_minute_of_week(week + 1);
    switch (span) {
        case RatingSpan::FourWeeks: return {first_minute_of_week(week - 3), until};
        case RatingSpan::Quarter: return {first_minute_of_week(week - 12), until};
        case RatingSpan::YearToDate: break;
    }
    const int year = date_from_day(first_day_of_week(week + 1) - 1).year;
    return {minute_from_day(day_from_date({year, 1, 1})), until};
}

Period period_of(const State& state, Week snapshot_week) {
    if (state.period) return *state.period;
    const Week week = state.week.value_or(snapshot_week);
    if (state.screen == Screen::Rating) return span_period(state.span, week);
    return {first_minute_of_week(week), first_minute_of_week(week + 1)};
}

namespace {

Filter filter_by_columns(const State& state, const Table& table, Week snapshot_week, std::vector<std::string>* problems) {
    Filter filter;
    filter.basis = state.basis;
    filter.period = period_of(state, snapshot_week);
    filter.with = state.with;
    filter.without = state.without;
    filter.place = state.place;
    for (const Dimension d : kAllDimensions) {
        const auto& ids = state.keep[index(d)];
        auto& keep = filter.keep[index(d)];
        for (const auto& id : ids) {
            if (const auto code = code_of(table.dictionary(d), id)) keep.push_back(*code);
            else if (problems) problems->push_back(id);
        }
        std::sort(keep.begin(), keep.end());
        // Asked only for names that this table has never seen: nothing passes, rather than everything.
        if (keep.empty() && !ids.empty()) keep.push_back(kNoSuchCode);
    }
    return filter;
}

}  // namespace

Filter filter_of(const State& state, const Table& table, Week snapshot_week, std::vector<std::string>* problems) {
    Filter filter = filter_by_columns(state, table, snapshot_week, problems);
    filter.only = only_rows(state, table, filter);
    return filter;
}

Filter filter_of(const State& state, const Table& table, Week snapshot_week, const State& of, const Filter& known) {
    Filter filter = filter_by_columns(state, table, snapshot_week, nullptr);
    const bool is_same_search = is_searching(state) == is_searching(of) && (!is_searching(state) || (state.search == of.search && filter.period == known.period && filter.basis == known.basis));
    filter.only = state.cluster == of.cluster && is_same_search ? known.only : only_rows(state, table, filter);
    return filter;
}

}  // namespace problemator
