// What the centre keeps beside the messages: decisions of its meetings and what became of them, votes and surveys, information risks.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_desk.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/register_names.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Day kDoneShown = 28, kYear = 364, kHalfYear = 182, kBesideRisk = 7;

/// An entry by its days; those after today are not known yet.
struct Dated { std::size_t row = 0; Day from = kNoDay, due = kNoDay, done = kNoDay; bool is_open() const { return done == kNoDay; } };

/// Entries whose day `from` lies within `reach` days before today, or that are still open.
std::vector<Dated> entries_of(const ProblemMaker& m, const Register& entries, std::string_view from, std::string_view due, std::string_view done, Day reach) {
    const Day today = today_of(m);
    std::vector<Dated> out;
    for (std::size_t row = 0; row < entries.rows(); ++row) {
        Dated one{row, entry_cell(entries, from, row).day, due.empty() ? kNoDay : entry_cell(entries, due, row).day, entry_cell(entries, done, row).day};
        if (one.from == kNoDay || one.from > today) continue;
        if (one.done > today) one.done = kNoDay;
        if (one.from > today - reach || one.is_open()) out.push_back(one);
    }
    return out;
}

std::string days_words(const ProblemMaker& m, Day days) { return format_counted(days, kDaysWord, m.lang()); }

std::string of_filter(const ProblemMaker& m) {
    const auto is_narrow = [](const auto& kept) { return !kept.empty(); };
    return std::any_of(m.filter.keep.begin(), m.filter.keep.end(), is_narrow) ? m.say({"; весь муниципалитет, без отбора", "; the whole municipality, without the filter"}) : std::string{};
}

ListingCell decision_state(const ProblemMaker& m, const Dated& one) {
    const Day today = today_of(m);
    if (!one.is_open()) {
        const std::string done = m.say({"исполнено ", "done "}) + format_day_month(one.done, m.lang());
        if (one.due == kNoDay || one.done <= one.due) return words_cell(done, Tone::Good);
        return words_cell(done + m.say({", позже срока на ", ", late by "}) + days_words(m, one.done - one.due), Tone::Warn);
    }
    if (one.due == kNoDay) return words_cell(m.say({"без срока", "no deadline"}), Tone::Muted);
    if (one.due < today) return words_cell(m.say({"просрочено на ", "overdue by "}) + days_words(m, today - one.due), Tone::Bad);
    if (one.due == today) return words_cell(m.say({"срок сегодня", "due today"}), Tone::Warn);
    return words_cell(m.say({"осталось ", "left: "}) + days_words(m, one.due - today));
}

/// «исполнено в срок 9 из 12 за год»: of those whose deadline is over.
std::string decisions_note(const ProblemMaker& m, const std::vector<Dated>& all) {
    std::size_t due = 0, in_time = 0, open = 0;
    for (const Dated& one : all) {
        open += one.is_open() ? 1u : 0u;
        if (one.due == kNoDay || one.due >= today_of(m)) continue;
        due += 1;
        in_time += !one.is_open() && one.done <= one.due ? 1u : 0u;
    }
    return m.say({"открыто ", "open: "}) + m.count(open) + m.say({", исполнено в срок за год ", ", done in time in a year: "}) + m.count(in_time) + m.say({" из ", " of "}) + m.count(due);
}

std::vector<ListingCell> decision_row(const ProblemMaker& m, const Register& entries, const Dated& one) {
    const auto text = [&](std::string_view field) { return entry_cell(entries, field, one.row).text; };
    const std::string number = text("number");
    return {words_cell(one.due == kNoDay ? std::string{kNone} : format_date(one.due, m.lang())), words_cell(text("what")), words_cell(or_none(text("responsible"))), words_cell(or_none(text("topic"))),
            words_cell((number.empty() ? "" : "№\u00A0" + number + ", ") + format_date(one.from, m.lang())), decision_state(m, one)};
}

ListingCell informed_cell(const ProblemMaker& m, Answer answer, bool is_over) {
    if (answer == Answer::Yes) return words_cell(m.say({"опубликованы", "published"}), Tone::Good);
    if (!is_over) return words_cell(m.say({"идёт", "running"}), Tone::Muted);
    return answer == Answer::No ? words_cell(m.say({"не опубликованы", "not published"}), Tone::Bad) : words_cell(std::string{kNone});
}

std::string votes_note(const ProblemMaker& m, const Register& entries, const std::vector<Dated>& all) {
    std::size_t over = 0, told = 0;
    for (const Dated& one : all) {
        if (one.is_open()) continue;
        over += 1;
        told += entry_cell(entries, "informed", one.row).answer == Answer::Yes ? 1u : 0u;
    }
    return m.say({"за год; жители узнали итоги ", "in a year; residents were told the results of "}) + m.count(told) + m.say({" из ", " of "}) + m.count(over) + m.say({" завершённых", " that are over"});
}

std::vector<ListingCell> vote_row(const ProblemMaker& m, const Register& entries, const Dated& one) {
    const std::string days = one.is_open() ? m.say({"с ", "since "}) + format_date(one.from, m.lang()) : format_date_range(one.from, std::max(one.from, one.done), m.lang());
    return {words_cell(days), words_cell(entry_cell(entries, "title", one.row).text), words_cell(or_none(entry_cell(entries, "kind", one.row).text)), words_cell(number_words(entry_cell(entries, "participants", one.row).number, 0, m.lang())),
            words_cell(or_none(entry_cell(entries, "decision", one.row).text)), informed_cell(m, entry_cell(entries, "informed", one.row).answer, !one.is_open())};
}

/// Messages about the topic of a risk, in its territory, in the days [from, until).
ListingCell beside_risk(const ProblemMaker& m, const Register& entries, std::size_t row, Day from, Day until) {
    const auto topics = topics_named(m.scope.world, entry_cell(entries, "topic", row).text);
    const auto territory = territory_named(m.scope.world, entry_cell(entries, "territory", row).text);
    if (topics.empty() || !territory) return words_cell(std::string{kNone}, Tone::Muted);
    State rows = with_codes(m.rows, m.scope.table, Dimension::Topic, topics);
    rows.period = Period{minute_from_day(from), minute_from_day(until)};
    if (*territory != kNotGiven) rows = with_code(std::move(rows), m.scope.table, Dimension::Territory, *territory);
    return rows_cell(m, static_cast<std::uint32_t>(count_of(m.scope, filter_of(rows, m.scope.table, m.scope.home))), rows);
}

ListingCell risk_state(const ProblemMaker& m, const Register& entries, const Dated& one) {
    if (one.is_open()) {
        const std::string status = entry_cell(entries, "status", one.row).text;
        return words_cell((status.empty() ? m.say({"не отработано", "not answered"}) : status) + ", " + days_words(m, today_of(m) - one.from), Tone::Warn);
    }
    if (one.done <= one.from) return words_cell(m.say({"отработано в тот же день", "answered the same day"}), Tone::Good);
    return words_cell(m.say({"отработано за ", "answered in "}) + days_words(m, one.done - one.from), Tone::Good);
}

std::vector<ListingCell> risk_row(const ProblemMaker& m, const Register& entries, const Dated& one) {
    const auto text = [&](std::string_view field) { return entry_cell(entries, field, one.row).text; };
    const std::string network = text("network");
    return {words_cell(format_date(one.from, m.lang())), words_cell(or_none(text("source")) + (network.empty() ? "" : " · " + network)), words_cell(or_none(text("topic"))), words_cell(or_none(text("territory"))),
            words_cell(number_words(entry_cell(entries, "reach", one.row).number, 0, m.lang())),
            beside_risk(m, entries, one.row, one.from - kBesideRisk, one.from), beside_risk(m, entries, one.row, one.from, one.from + kBesideRisk), risk_state(m, entries, one)};
}

std::string risks_note(const ProblemMaker& m, const std::vector<Dated>& all) {
    const auto answered = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Dated& one) { return !one.is_open(); }));
    return m.say({"за полгода; отработано ", "in half a year; answered: "}) + m.count(answered) + m.say({" из ", " of "}) + m.count(all.size());
}

void newest_first(std::vector<Dated>& all) {
    sort_stably(all, [](const Dated& a, const Dated& b) { return a.from > b.from; });
}

}  // namespace

Listing decisions_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "decisions";
    out.title = m.say({"Решения заседаний", "Decisions of meetings"});
    out.columns = {{"due", m.say({"Срок", "Due"})}, {"what", m.say({"Решение", "Decision"})}, {"responsible", m.say({"Ответственный", "In charge"})}, {"topic", m.say({"Тема", "Topic"}), false, true},
                   {"meeting", m.say({"Заседание", "Meeting"}), false, true}, {"state", m.say({"Исполнение", "Carried out"})}};
    out.empty = m.say({"Открытых решений и исполненных за 4 недели в выгрузках нет", "The exports hold no open decisions and none done in the last 4 weeks"});
    const Register* entries = find_register(m.scope.world.snapshot.registers, "protocol");
    if (!entries) return out;
    std::vector<Dated> all = entries_of(m, *entries, "date", "due", "done", kYear);
    out.note = decisions_note(m, all) + of_filter(m);
    std::erase_if(all, [&](const Dated& one) { return !one.is_open() && one.done <= today_of(m) - kDoneShown; });
    const auto rank = [](const Dated& one) { return one.is_open() ? std::pair{one.due == kNoDay ? 1 : 0, one.due} : std::pair{2, -one.done}; };   // open by deadline, then what was done last
    sort_stably(all, [&](const Dated& a, const Dated& b) { return rank(a) < rank(b); });
    add_first(out, all, kListed, m, [&](const Dated& one) { return decision_row(m, *entries, one); });
    return out;
}

Listing votes_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "votes";
    out.title = m.say({"Голосования, обсуждения, опросы", "Votes, discussions, surveys"});
    out.columns = {{"days", m.say({"Когда", "When"})}, {"title", m.say({"Вопрос", "Question"})}, {"kind", m.say({"Вид", "Kind"}), false, true}, {"participants", m.say({"Участников", "Participants"}), true},
                   {"decision", m.say({"Решение", "Decision"})}, {"informed", m.say({"Итоги", "Results"})}};
    out.empty = m.say({"Голосований за год в выгрузках нет", "The exports hold no votes of the last year"});
    const Register* entries = find_register(m.scope.world.snapshot.registers, "votes");
    if (!entries) return out;
    std::vector<Dated> all = entries_of(m, *entries, "from", {}, "until", kYear);
    out.note = votes_note(m, *entries, all) + of_filter(m);
    newest_first(all);
    add_first(out, all, kListed, m, [&](const Dated& one) { return vote_row(m, *entries, one); });
    return out;
}

Listing info_risks_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "info-risks";
    out.title = m.say({"Информационные риски", "Information risks"});
    out.columns = {{"date", m.say({"Дата", "Date"})}, {"source", m.say({"Источник", "Source"})}, {"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Территория", "Territory"}), false, true}, {"reach", m.say({"Охват", "Reach"}), true},
                   {"before", m.say({"За 7 дней до", "7 days before"}), true, true}, {"after", m.say({"7 дней с него", "7 days since"}), true}, {"state", m.say({"Состояние", "State"})}};
    out.empty = m.say({"Публикаций за полгода в журнале нет", "The journal holds no publications of the last half year"});
    const Register* entries = find_register(m.scope.world.snapshot.registers, "risks");
    if (!entries) return out;
    std::vector<Dated> all = entries_of(m, *entries, "date", {}, "answered", kHalfYear);
    out.note = risks_note(m, all) + m.say({"; рядом — сообщения о той же теме и территории", "; beside them messages about the same topic and territory"}) + of_filter(m);
    newest_first(all);
    add_first(out, all, kListed, m, [&](const Dated& one) { return risk_row(m, *entries, one); });
    return out;
}

}  // namespace problemator
