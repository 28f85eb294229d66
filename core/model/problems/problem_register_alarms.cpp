// Alarms of the week: what was expected, what came, how sure that is more than chance, and what it is made of.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/reason_words.hpp"

namespace problemator {
namespace {

bool is_chronic_only(const Signal& signal) { return !signal.is_surge && signal.chronic.weeks > 0; }

/// «всплеск», «всплеск с недели 45», «всплеск, выше нормы с недели 38», «выше нормы с недели 37».
ListingCell status_cell(const ProblemMaker& m, const Alarm& alarm) {
    const Week since = m.since(alarm);
    const std::string from = m.say({" с недели ", " since week "}) + std::to_string(iso_week(since).week);
    if (is_chronic_only(*alarm.signal)) return words_cell(m.say({"выше нормы", "above the norm"}) + from, Tone::Warn);
    if (alarm.signal->chronic.weeks > 0) return words_cell(m.say({"всплеск, выше нормы", "surge, above the norm"}) + from, Tone::Bad);
    return words_cell(m.say({"всплеск", "surge"}) + (since == m.week ? std::string{} : from), Tone::Bad);
}

std::string mark_words(const SurgeVerdict& verdict) {
    std::string out;
    for (const auto& [is_marked, name] : {std::pair{verdict.marks_c1, "C1"}, {verdict.marks_c2, "C2"}, {verdict.marks_c3, "C3"}, {verdict.marks_cusum, "CUSUM"}})
        if (is_marked) out += (out.empty() ? "" : ", ") + std::string{name};
    return out;
}

ListingCell expected_cell(const ProblemMaker& m, const Signal& signal) {
    const std::string mean = format_decimal(norm_of(signal).mean, 1, m.lang());
    const bool has_bound = !is_chronic_only(signal) && signal.verdict;
    return words_cell(has_bound ? mean + m.say({" (до ", " (up to "}) + format_decimal(signal.verdict->upper, 0, m.lang()) + ")" : mean);
}

ListingCell q_cell(const ProblemMaker& m, const Signal& signal) {
    if (is_chronic_only(signal)) return words_cell(std::string{kNone}, Tone::Muted);
    ListingCell cell = words_cell(signal.q < 0.001 ? "<\u00A0" + format_decimal(0.001, 3, m.lang()) : format_decimal(signal.q, 3, m.lang()));
    cell.figure.value = signal.q;
    cell.figure.why.emplace_back(m.say({"q", "q"}), m.say({"доля ложных тревог среди таких же сильных", "share of false alarms among those as strong"}));
    if (signal.verdict)
        if (const std::string marks = mark_words(*signal.verdict); !marks.empty()) cell.figure.why.emplace_back(m.say({"Подтверждают", "Marks beside it"}), marks);
    return cell;
}

ListingCell method_cell(const ProblemMaker& m, const Signal& signal) {
    if (is_chronic_only(signal)) return words_cell(m.say({"12 недель до роста", "the 12 weeks before the growth"}));
    return words_cell(std::string{method_words(signal.verdict->method, m.lang())});
}

ListingCell history_cell(const ProblemMaker& m, const Alarm& alarm) {
    const Signal& signal = *alarm.signal;
    return number_cell(m, is_chronic_only(signal) ? signal.chronic.before.weeks : signal.verdict->weeks);
}

std::string joined(const std::vector<NewPhrase>& phrases) {
    std::string out;
    for (const NewPhrase& phrase : phrases) out += (out.empty() ? "" : ", ") + phrase.words;
    return out;
}

std::vector<ListingCell> alarm_row(const ProblemMaker& m, const Alarm& alarm, const Explained& explained) {
    const Signal& signal = *alarm.signal;
    const State rows = m.cell_rows(alarm.cell, m.week);
    ListingCell count = rows_cell(m, static_cast<std::uint32_t>(signal.count), rows, Tone::Plain);
    explain(count.figure, m.scope, {"сообщения темы на территории за неделю", "messages of the topic in the territory in the week"}, rows);
    explain_norm(count.figure, signal, m.lang());
    return {words_cell(m.topic(alarm.cell)), words_cell(m.territory(alarm.cell)), status_cell(m, alarm), std::move(count), expected_cell(m, signal), q_cell(m, signal), method_cell(m, signal),
            history_cell(m, alarm), words_cell(explanation_words(m, explained)), words_cell(joined(new_phrases_of(m, alarm)))};
}

/// A column whose cells say nothing is no column.
void drop_blank(Listing& listing, std::size_t column) {
    if (std::any_of(listing.rows.begin(), listing.rows.end(), [column](const auto& row) { return !row[column].figure.text.empty(); })) return;
    listing.columns.erase(listing.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (auto& row : listing.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

ListingCell excess_cell(const ProblemMaker& m, double excess, bool is_hidden) {
    return words_cell(is_hidden ? std::string{kNone} : format_signed(excess, 0, m.lang()), is_hidden ? Tone::Muted : Tone::Plain);
}

void add_growth_rows(Listing& listing, const ProblemMaker& m, const Alarm& alarm, const Explained& explained) {
    if (!explained.best) return;
    const ExcessCut& cut = explained.cuts[explained.best->dimension];
    for (const ExcessPart& part : explained.best->split.parts) {
        const ExcessChild& child = cut.children[part.child];
        const auto n = static_cast<std::uint32_t>(child.observed);
        const State rows = child_rows(m.scope, cut, part.child, m.cell_rows(alarm.cell, m.week));
        ListingCell count = rows_cell(m, n, rows);
        if (!is_hidden_count(m.scope.world, n)) explain(count.figure, m.scope, {"сообщения этой части за неделю", "messages of this part in the week"}, rows);
        const bool is_hidden = is_hidden_count(m.scope.world, n);
        listing.rows.push_back({words_cell(m.topic(alarm.cell)), words_cell(m.territory(alarm.cell)), words_cell(m.say(cut_name(cut))),
                                words_cell(child_name(m.scope, cut, part.child)), std::move(count), words_cell(format_decimal(child.expected, 1, m.lang())),
                                excess_cell(m, part.excess, is_hidden), words_cell(is_hidden ? std::string{kNone} : format_percent(part.share, 0, m.lang()))});
    }
}

}  // namespace

Listing alarms_listing(const ProblemMaker& m, const std::vector<Explained>& explained) {
    Listing out;
    out.id = "alarms";
    out.title = m.say({"Всплески и хронические проблемы недели", "Surges and chronic problems of the week"});
    out.note = m.say({"тема на территории; q — доля ложных тревог", "topic in a territory; q: share of false alarms"});
    out.columns = {{"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Территория", "Territory"})}, {"status", m.say({"Что это", "What it is"})}, {"count", m.say({"Поступило", "Came"}), true},
                   {"expected", m.say({"Ожидалось", "Expected"}), true}, {"q", "q", true}, {"method", m.say({"Ожидание по", "Expected from"}), false, true},
                   {"weeks", m.say({"Недель истории", "Weeks of history"}), true, true}, {"explained", m.say({"Чем объясняется", "What explains it"})}, {"words", m.say({"Новые слова", "New words"}), false, true}};
    for (std::size_t i = 0; i < m.alarms.size(); ++i) out.rows.push_back(alarm_row(m, m.alarms[i], explained[i]));
    drop_blank(out, 9);
    out.empty = m.say({"Отклонений нет", "Nothing out of the ordinary"});
    keep_first(out, kListed, m);
    return out;
}

Listing growth_listing(const ProblemMaker& m, const std::vector<Explained>& explained) {
    Listing out;
    out.id = "growth";
    out.title = m.say({"Из чего сложился рост", "What the growth is made of"});
    out.note = m.say({"части сверх своей нормы, пока не наберётся 80 % роста", "parts above their norm until 80 % of the growth is covered"});
    out.columns = {{"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Территория", "Territory"})}, {"by", m.say({"Разрез", "By"})}, {"part", m.say({"Часть", "Part"})}, {"count", m.say({"Поступило", "Came"}), true},
                   {"expected", m.say({"Ожидалось", "Expected"}), true}, {"excess", m.say({"Сверх нормы", "Above the norm"}), true}, {"share", m.say({"Доля роста", "Share of the growth"}), true}};
    for (std::size_t i = 0; i < m.alarms.size(); ++i) add_growth_rows(out, m, m.alarms[i], explained[i]);
    out.empty = m.alarms.empty() ? m.say({"Отклонений нет", "Nothing out of the ordinary"}) : m.say({"Всё выросло одинаково: ни одна часть не выделяется", "All rose alike: no part stands out"});
    keep_first(out, kListed, m);
    return out;
}

}  // namespace problemator
