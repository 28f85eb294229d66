// Journal of surges: when each was found, how large it was, who took it up, why it was, whether it is over.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/register_names.hpp"

namespace problemator {
namespace {

constexpr Week kEntryReach = 2;                    // weeks around an episode in which an entry of the register speaks of it

bool is_within_norm(const ProblemMaker& m, std::size_t cell, std::size_t back) {
    if (m.judged[back].cells[cell].is_surge) return false;
    const auto verdict = WeekJudge{m.cells, back}.of(cell);
    return verdict && verdict->count <= verdict->upper;
}

/// Over: every one of the kQuietWeeks weeks that follow is within the norm.
bool is_over(const ProblemMaker& m, std::size_t cell, std::size_t last_back) {
    if (last_back < kQuietWeeks) return false;
    for (std::size_t back = last_back - kQuietWeeks; back < last_back; ++back)
        if (!is_within_norm(m, cell, back)) return false;
    return true;
}

/// Surges with less than kQuietWeeks quiet weeks between them are one.
void add_episodes(std::vector<SurgeEpisode>& out, const ProblemMaker& m, std::size_t cell) {
    const std::size_t mine = out.size();
    for (std::size_t back = m.judged.size(); back-- > 0;) {
        if (!m.judged[back].cells[cell].is_surge) continue;
        const bool goes_on = out.size() > mine && out.back().last_back - back <= kQuietWeeks;
        if (!goes_on) out.push_back({cell, back, back, back});
        SurgeEpisode& episode = out.back();
        episode.last_back = back;
        if (m.judged[back].cells[cell].count > m.judged[episode.peak_back].cells[cell].count) episode.peak_back = back;
    }
    for (std::size_t i = mine; i < out.size(); ++i) out[i].is_over = is_over(m, cell, out[i].last_back);
}

bool speaks_of(const ProblemMaker& m, const Register& entries, std::size_t row, const SurgeEpisode& episode) {
    const Day day = entry_cell(entries, "detected", row).day;
    if (day == kNoDay) return false;
    const Week week = week_from_day(day), first = m.week - static_cast<Week>(episode.first_back), last = m.week - static_cast<Week>(episode.last_back);
    if (week < first - kEntryReach || week > last + kEntryReach) return false;
    const WeeklyCells::Key key = m.cells.key(episode.cell);
    const auto topics = topics_named(m.scope.world, entry_cell(entries, "topic", row).text);
    const auto territory = territory_named(m.scope.world, entry_cell(entries, "territory", row).text);
    return std::binary_search(topics.begin(), topics.end(), key.row) && territory && *territory == key.column;
}

void read_entry(SurgeEpisode& episode, const Register& entries, std::size_t row) {
    episode.acknowledged = entry_cell(entries, "acknowledged", row).day;
    episode.closed = entry_cell(entries, "closed", row).day;
    episode.role = entry_cell(entries, "role", row).text;
    episode.cause = entry_cell(entries, "cause", row).text;
}

ListingCell state_cell(const ProblemMaker& m, const SurgeEpisode& episode) {
    switch (state_of(episode)) {
        case SurgeState::New: return words_cell(m.say({"новый", "new"}), Tone::Bad);
        case SurgeState::Acknowledged: return words_cell(m.say({"подтверждён", "acknowledged"}), Tone::Warn);
        case SurgeState::CauseNamed: return words_cell(m.say({"причина названа", "cause named"}), Tone::Warn);
        case SurgeState::Closed: return words_cell(m.say({"закрыт", "closed"}), Tone::Good);
    }
    return {};
}

/// Why it is in that state: the dates of the register, or the quiet weeks.
void add_reasons(ListingCell& cell, const ProblemMaker& m, const SurgeEpisode& episode) {
    if (episode.acknowledged != kNoDay) cell.figure.why.emplace_back(m.say({"Подтверждён", "Acknowledged"}), format_date(episode.acknowledged, m.lang()));
    if (episode.closed != kNoDay) cell.figure.why.emplace_back(m.say({"Закрыт", "Closed"}), format_date(episode.closed, m.lang()));
    if (episode.is_over) cell.figure.why.emplace_back(m.say({"В норме", "Within the norm"}), m.say({"2 недели подряд", "2 weeks in a row"}));
}

std::vector<ListingCell> journal_row(const ProblemMaker& m, const SurgeEpisode& episode) {
    const Week found = m.week - static_cast<Week>(episode.first_back), peak = m.week - static_cast<Week>(episode.peak_back);
    const Signal& signal = m.judged[episode.peak_back].cells[episode.cell];
    const State rows = m.cell_rows(episode.cell, peak);
    ListingCell count = rows_cell(m, static_cast<std::uint32_t>(signal.count), rows);
    explain(count.figure, m.scope, {"сообщения в самой высокой неделе всплеска", "messages in the highest week of the surge"}, rows);
    ListingCell state = state_cell(m, episode);
    add_reasons(state, m, episode);
    return {words_cell(format_week(found, m.lang())), words_cell(m.topic(episode.cell)), words_cell(m.territory(episode.cell)), std::move(count),
            words_cell(format_decimal(signal.norm->mean, 1, m.lang())), number_cell(m, episode.first_back - episode.last_back + 1), std::move(state),
            words_cell(episode.cause.empty() ? std::string{kNone} : episode.cause, episode.cause.empty() ? Tone::Muted : Tone::Plain), words_cell(episode.role)};
}

}  // namespace

SurgeState state_of(const SurgeEpisode& episode) {
    if (episode.is_over || episode.closed != kNoDay) return SurgeState::Closed;
    if (!episode.cause.empty()) return SurgeState::CauseNamed;
    return episode.acknowledged != kNoDay || !episode.role.empty() ? SurgeState::Acknowledged : SurgeState::New;
}

std::vector<SurgeEpisode> surge_episodes(const ProblemMaker& m) {
    std::vector<SurgeEpisode> out;
    for (std::size_t cell = 0; cell < m.cells.size(); ++cell)
        if (m.cells.key(cell).row != kNotGiven) add_episodes(out, m, cell);
    std::erase_if(out, [](const SurgeEpisode& one) { return one.is_over && one.last_back - kQuietWeeks >= kJournalWeeks; });
    if (const Register* entries = find_register(m.scope.world.snapshot.registers, "surges"))
        for (SurgeEpisode& episode : out)
            for (std::size_t row = 0; row < entries->rows(); ++row)
                if (speaks_of(m, *entries, row, episode)) read_entry(episode, *entries, row);
    const auto size = [&](const SurgeEpisode& one) { return m.judged[one.peak_back].cells[one.cell].count; };
    sort_stably(out, [&](const SurgeEpisode& a, const SurgeEpisode& b) { return std::pair{a.first_back, -size(a)} < std::pair{b.first_back, -size(b)}; });
    return out;
}

Listing journal_listing(const ProblemMaker& m, const std::vector<SurgeEpisode>& episodes) {
    Listing out;
    out.id = "journal";
    out.title = m.say({"Журнал всплесков", "Journal of surges"});
    out.note = m.say({"8 последних недель; закрыт — две недели в пределах нормы или отметка в реестре", "the last 8 weeks; closed: two weeks within the norm, or so marked in the register"});
    out.columns = {{"found", m.say({"Обнаружен", "Found"})}, {"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Территория", "Territory"})}, {"peak", m.say({"На пике", "At the peak"}), true},
                   {"expected", m.say({"Ожидалось", "Expected"}), true}, {"weeks", m.say({"Недель", "Weeks"}), true}, {"state", m.say({"Состояние", "State"})}, {"cause", m.say({"Причина", "Cause"})},
                   {"role", m.say({"Кто подтвердил", "Acknowledged by"}), false, true}};
    for (const SurgeEpisode& episode : episodes) out.rows.push_back(journal_row(m, episode));
    out.empty = m.say({"За 8 недель всплесков не было", "No surges in 8 weeks"});
    keep_first(out, kListed, m);
    return out;
}

}  // namespace problemator
