#include "core/model/problems/problems_page.hpp"

#include <algorithm>
#include <functional>

#include "core/base/format.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/problems/problem_desk.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Counted kSurges = {"всплеск", "всплеска", "всплесков", "surge", "surges"};
constexpr Counted kChronic = {"хроническая проблема", "хронические проблемы", "хронических проблем", "chronic problem", "chronic problems"};

/// The week of the state, or the last one before it that is over.
Week finished_week(const Scope& scope) {
    if (scope.table.rows() == 0) return scope.week;
    return std::min(scope.week, week_from_minute(scope.table.as_of) - 1);
}

std::size_t surges_of(const ProblemMaker& m) {
    return static_cast<std::size_t>(std::count_if(m.alarms.begin(), m.alarms.end(), [](const Alarm& alarm) { return alarm.signal->is_surge; }));
}

std::string counted(const ProblemMaker& m, std::size_t n, const Counted& noun) { return format_counted(static_cast<std::int64_t>(n), noun, m.lang()); }

/// «Неделя 46: 4 всплеска, 3 хронические проблемы.»
std::string verdict_of(const ProblemMaker& m) {
    const std::string week = m.say({"Неделя ", "Week "}) + std::to_string(iso_week(m.week).week);
    if (m.cells.size() == 0 || m.cells.known(0).size() <= kMinBaselineWeeks) return week + m.say({": мало недель истории, всплески не оцениваются.", ": too few weeks of history, surges are not judged."});
    if (m.alarms.empty()) return week + m.say({": отклонений нет.", ": nothing out of the ordinary."});
    const std::size_t surges = surges_of(m), chronic = m.alarms.size() - surges;
    std::string out = week + ": ";
    if (surges > 0) out += counted(m, surges, kSurges);
    if (chronic > 0) out += (surges > 0 ? ", " : "") + counted(m, chronic, kChronic);
    return out + ".";
}

/// «Первым разобрать: Температура в квартирах, Приобье — рост ×6,1 к норме; на 80 %: …».
std::string tail_of(const ProblemMaker& m) {
    if (m.alarms.empty()) return {};
    const Alarm& first = m.alarms.front();
    return m.say({"Первой разобрать: ", "First to look at: "}) + m.topic(first.cell) + ", " + m.territory(first.cell) + " — " + growth_words(*first.signal, m.lang());
}

std::string note_of(const ProblemMaker& m) {
    if (m.week == m.scope.week) return {};
    return m.say({"Неделя ", "Week "}) + std::to_string(iso_week(m.scope.week).week) + m.say({" идёт: показана последняя полная", " is in progress: the last complete one is shown"});
}

Tile tile_of(const ProblemMaker& m, std::string id, Phrase label, std::size_t n, Phrase below, Phrase how, Tone tone) {
    Tile tile;
    tile.id = std::move(id);
    tile.label = m.say(label);
    tile.change.text = m.say(below);
    tile.change.tone = n > 0 ? tone : Tone::Plain;
    tile.figure.text = m.count(n);
    tile.figure.value = static_cast<double>(n);
    tile.figure.why = {{m.say({"Как считается", "Formula"}), m.say(how)}};
    return tile;
}

std::size_t count_open(const std::vector<SurgeEpisode>& episodes) {
    return static_cast<std::size_t>(std::count_if(episodes.begin(), episodes.end(), [](const SurgeEpisode& one) { return state_of(one) == SurgeState::New || state_of(one) == SurgeState::Acknowledged; }));
}

}  // namespace

std::string ProblemMaker::topic(std::size_t cell) const { return name_of(scope.world, Dimension::Topic, cells.key(cell).row, scope.lang); }

std::string ProblemMaker::territory(std::size_t cell) const {
    const Code code = cells.key(cell).column;
    return code == kNotGiven ? say({"территория не указана", "no territory given"}) : name_of(scope.world, Dimension::Territory, code, scope.lang);
}

State ProblemMaker::period_rows(Week last, std::size_t weeks) const {
    State state = rows_state(scope, Basis::Received, {first_minute_of_week(last - static_cast<Week>(weeks) + 1), first_minute_of_week(last + 1)});
    state.without |= kNotProblems;
    return state;
}

State ProblemMaker::cell_rows(std::size_t cell, Week last, std::size_t weeks) const {
    State state = with_code(period_rows(last, weeks), scope.table, Dimension::Topic, cells.key(cell).row);
    return with_code(std::move(state), scope.table, Dimension::Territory, cells.key(cell).column);
}

Filter ProblemMaker::cell_filter(std::size_t cell, Week last, std::size_t weeks) const {
    Filter out = filter;
    out.period = {first_minute_of_week(last - static_cast<Week>(weeks) + 1), first_minute_of_week(last + 1)};
    out.keep[index(Dimension::Topic)] = {cells.key(cell).row};
    out.keep[index(Dimension::Territory)] = {cells.key(cell).column};
    return out;
}

Week ProblemMaker::since(const Alarm& alarm) const {
    if (alarm.signal->chronic.weeks > 0) return week - static_cast<Week>(alarm.signal->chronic.weeks) + 1;
    std::size_t back = 0;
    while (back + 1 < judged.size() && judged[back + 1].cells[alarm.cell].is_surge) ++back;
    return week - static_cast<Week>(back);
}

void prepare_problems(Preparations& out, const Scope& scope) { prepare_alarms(out, finished_week(scope), kJournalWeeks + kQuietWeeks, Where::Filtered); }

void with_problems(const World& world, const State& state, const std::function<void(const ProblemMaker&)>& act) {
    const Scope scope = scope_of(world, state);
    const Week week = finished_week(scope);
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.without |= kNotProblems;
    const CellsQuestion question{.filter = filter, .rows = Dimension::Topic, .columns = Dimension::Territory, .last = week};
    const auto cells = cells_of(scope, question);
    std::vector<Signals> judged;
    for (std::size_t back = 0; back < kJournalWeeks + kQuietWeeks; ++back) judged.push_back(*signals_of(scope, question, *cells, back, Judged::PossibleSurges));
    const std::vector<Alarm> alarms = find_alarms(scope, *cells, judged.front());
    act(ProblemMaker{listing_maker(scope), filter, week, *cells, judged, alarms});
}

namespace {

/// What the tiles tell of the listings.
struct WeekCounts { std::size_t open = 0, causes = 0, points = 0, effects = 0; };

void add_tiles(ProblemsPage& page, const ProblemMaker& m, const WeekCounts& n) {
    page.tiles_name = m.say({"Проблемы в числах", "Problems in numbers"});
    const std::size_t surges = surges_of(m);
    page.tiles.push_back(tile_of(m, "surges", {"Всплески", "Surges"}, surges, {"за неделю", "in the week"}, {"темы на территориях, где сообщений больше, чем объясняет их история (q ≤ 0,05, не меньше 7)", "topics in territories with more messages than their history explains (q ≤ 0.05, at least 7)"}, Tone::Bad));
    page.tiles.push_back(tile_of(m, "chronic", {"Хронические", "Chronic"}, m.alarms.size() - surges, {"выше нормы от 6 недель", "above the norm for 6 weeks and more"}, {"6–26 недель подряд выше нормы 12 недель до них", "6–26 weeks in a row above the norm of the 12 weeks before"}, Tone::Warn));
    page.tiles.push_back(tile_of(m, "open", {"Без названной причины", "Without a named cause"}, n.open, {"всплески 8 недель", "surges of 8 weeks"}, {"незакрытые всплески журнала, у которых в реестре нет причины", "open surges of the journal without a cause in the register"}, Tone::Warn));
    page.tiles.push_back(tile_of(m, "unsolved", {"Возвращаются после ответа", "Come back after an answer"}, n.causes, {"группы сообщений", "groups of messages"}, {"группы похожих сообщений за 8 недель, где о том же месте и теме снова написали тем же текстом или тот же автор вскоре после закрытия: срок — в профиле, метод — под списком «Первопричины»", "groups of like messages of 8 weeks where somebody wrote again about the same place and topic in like words, or the same author did, soon after the closing: the term is the profile's, the method stands with “Root causes”"}, Tone::Warn));
    page.tiles.push_back(tile_of(m, "poll", {"Вопросы для опроса", "Questions for a poll"}, n.points, {"из проблемных точек", "of the problem points"}, {"долго, много и с повторами; не аварийные темы", "for long, many and with repeats; no breakdowns"}, Tone::Plain));
    page.tiles.push_back(tile_of(m, "helped", {"Мероприятия помогли", "Measures that helped"}, n.effects, {"дорожных карт", "of road maps"}, {"после выполнения сообщений стало меньше, интервал 95 % не доходит до 1", "fewer messages since it was done, the 95 % interval stays below 1"}, Tone::Good));
}

/// The listings of the week: what surged, what it is made of, what lies behind it.
void add_week(ProblemsPage& page, const ProblemMaker& m) {
    const auto takes = [&](auto... ids) { return takes_any(m.scope.world, {std::string_view{ids}...}); };
    const auto add = [&](Listing listing) { page.listings.push_back(std::move(listing)); };
    std::vector<Explained> explained;
    WeekClusters clusters;
    if (takes("alarms", "growth"))
        for (const Alarm& alarm : m.alarms) explained.push_back(explain_alarm(m, alarm, clusters));
    const auto episodes = takes("journal", "tiles") ? surge_episodes(m) : std::vector<SurgeEpisode>{};
    CountedListing points = takes("points", "tiles") ? points_listing(m) : CountedListing{}, causes = takes("causes", "tiles") ? causes_listing(m) : CountedListing{}, effects = takes("effects", "tiles") ? effects_listing(m) : CountedListing{};
    if (takes("tiles")) add_tiles(page, m, {count_open(episodes), causes.n, points.n, effects.n});
    if (takes("alarms")) add(alarms_listing(m, explained));
    if (takes("growth")) add(growth_listing(m, explained));
    if (takes("journal")) add(journal_listing(m, episodes));
    if (takes("decisions")) add(decisions_listing(m));
    if (takes("points")) add(std::move(points.listing));
    if (takes("spots")) add(spots_listing(m));
    if (takes("addresses")) add(addresses_listing(m));
    if (takes("causes")) add(std::move(causes.listing));
    if (takes("rules")) add(rules_listing(m));
    if (takes("effects")) add(std::move(effects.listing));
    if (takes("votes")) add(votes_listing(m));
    if (takes("info-risks")) add(info_risks_listing(m));
}

}  // namespace

ProblemsPage problems_page(const World& world, const State& state) {
    ProblemsPage page;
    with_problems(world, state, [&](const ProblemMaker& m) {
        page.verdict = verdict_of(m);
        page.verdict_tail = tail_of(m);
        page.note = note_of(m);
        add_toolbar(page, m);
        if (state.problem_view == ProblemView::OfWeek) add_week(page, m);
        else add_register(page, m);
    });
    return page;
}

}  // namespace problemator
