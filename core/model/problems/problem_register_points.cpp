// Problem points: topics in territories by priority, groups of neighbours above their norm, addresses from which messages keep coming.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/remembered.hpp"
#include "core/stats/priority.hpp"
#include "core/stats/repeated_places.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShown = 15, kLeastMessages = 5, kLeastUsualWeeks = 26;
constexpr double kOperational = 0.5;               // share of fast-track messages from which a topic is a matter of repair, not of opinion

struct Point { std::size_t cell = 0; ProblemPoint of; bool may_be_asked = false; Priority priority; PollAnswer poll{}; };

double sum(std::span<const double> values) {
    double out = 0;
    for (const double value : values) out += value;
    return out;
}

/// What the weeks of the year before the window lead to expect in it.
std::optional<double> usual(std::span<const double> known) {
    if (known.size() < kPointWeeks + kLeastUsualWeeks) return std::nullopt;
    const auto before = known.first(known.size() - kPointWeeks), year = before.last(std::min(before.size(), kYearWeeks));
    return sum(year) / static_cast<double>(year.size()) * static_cast<double>(kPointWeeks);
}

std::vector<Point> points_of(const ProblemMaker& m) {
    std::vector<Point> points;
    for (std::size_t cell = 0; cell < m.cells.size(); ++cell) {
        const auto known = m.cells.known(cell), window = known.last(std::min(known.size(), kPointWeeks));
        const auto messages = static_cast<std::size_t>(sum(window));
        if (m.cells.key(cell).row == kNotGiven || m.cells.key(cell).column == kNotGiven || messages < kLeastMessages) continue;
        const auto active = static_cast<std::size_t>(std::count_if(window.begin(), window.end(), [](double n) { return n > 0; }));
        points.push_back({cell, {.messages = messages, .expected = usual(known), .weeks_active = active, .weeks = window.size(), .overdue = 0, .repeats = 0, .authors = {}}, false, {}, {}});
    }
    return points;
}

/// Late and repeated messages of the window, and which topics go by the fast track.
void read_rows(std::vector<Point>& points, const ProblemMaker& m) {
    std::vector<Point*> of_cell(m.cells.size());
    for (Point& point : points) of_cell[point.cell] = &point;
    struct Share { std::size_t n = 0, fast = 0; };
    std::map<Code, Share> topics;
    Filter filter = m.filter;
    filter.period = {first_minute_of_week(m.week - static_cast<Week>(kPointWeeks) + 1), first_minute_of_week(m.week + 1)};
    for (const std::uint32_t row : passing_rows(m.scope, filter)) {
        const Code topic = m.scope.table.column(Dimension::Topic)[row];
        const Marks marks = m.scope.table.marks[row];
        Share& share = topics[topic];
        share.n += 1;
        share.fast += has(marks, Mark::FastTrack) ? 1u : 0u;
        const auto cell = m.cells.find(topic, m.scope.table.column(Dimension::Territory)[row]);
        if (!cell || !of_cell[*cell]) continue;
        of_cell[*cell]->of.overdue += has(marks, Mark::Late) ? 1u : 0u;
        of_cell[*cell]->of.repeats += has(marks, Mark::Repeat) ? 1u : 0u;
    }
    for (Point& point : points) {
        const Share& share = topics[m.cells.key(point.cell).row];
        point.may_be_asked = static_cast<double>(share.fast) < kOperational * static_cast<double>(share.n);
    }
}

std::vector<Point> ranked_points(const ProblemMaker& m) {
    std::vector<Point> points = points_of(m);
    read_rows(points, m);
    std::size_t most = 0;
    for (const Point& point : points) most = std::max(most, point.of.messages);
    for (Point& point : points) {
        point.priority = priority_of(point.of, most);
        point.poll = poll_answer(point.of, point.may_be_asked);
    }
    sort_stably(points, [](const Point& a, const Point& b) { return a.priority.score > b.priority.score; });
    return points;
}

std::string poll_words(const ProblemMaker& m, PollAnswer answer) {
    switch (answer) {
        case PollAnswer::Ask: return m.say({"вопрос для опроса", "a question for a poll"});
        case PollAnswer::TopicIsNotAsked: return m.say({"нет: устраняют, а не спрашивают", "no: to be repaired, not asked"});
        case PollAnswer::TooFewMessages: return m.say({"нет: мало сообщений", "no: too few messages"});
        case PollAnswer::TooFewAuthors: return m.say({"нет: мало авторов", "no: too few authors"});
        case PollAnswer::TooShort: return m.say({"нет: недолго", "no: not for long"});
        case PollAnswer::AnswersHelp: return m.say({"нет: ответы помогают", "no: answers help"});
    }
    return {};
}

/// The parts of the score, unless a published snapshot hides one of the counts they come from.
void explain_score(ListingCell& cell, const ProblemMaker& m, const Point& point) {
    constexpr Phrase names[] = {{"объём", "volume"}, {"сверх обычного", "above the usual"}, {"постоянство", "persistence"}, {"просрочка", "overdue"}, {"повторы", "repeats"}};
    if (is_hidden_count(m.scope.world, static_cast<std::uint32_t>(point.of.overdue)) || is_hidden_count(m.scope.world, static_cast<std::uint32_t>(point.of.repeats))) return;
    const PriorityWeights weights;
    for (std::size_t i = 0; i < kPriorityParts; ++i)
        cell.figure.why.emplace_back(m.say(names[i]), format_percent(point.priority.parts[i], 0, m.lang()) + m.say({" с весом ", " with weight "}) + format_percent(weights.of[i], 0, m.lang()));
}

ListingCell marked_cell(const ProblemMaker& m, std::size_t n, const State& rows, Mark mark) { return rows_cell(m, static_cast<std::uint32_t>(n), with_marks(rows, bit(mark))); }

std::vector<ListingCell> point_row(const ProblemMaker& m, const Point& point) {
    const State rows = m.cell_rows(point.cell, m.week, kPointWeeks);
    ListingCell score = words_cell(format_decimal(point.priority.score, 0, m.lang()));
    explain_score(score, m, point);
    ListingCell count = rows_cell(m, static_cast<std::uint32_t>(point.of.messages), rows);
    explain(count.figure, m.scope, {"сообщения темы на территории за 12 недель", "messages of the topic in the territory in 12 weeks"}, rows);
    const std::string active = format_count(static_cast<std::int64_t>(point.of.weeks_active), m.lang()) + m.say({" из ", " of "}) + format_count(static_cast<std::int64_t>(point.of.weeks), m.lang());
    return {words_cell(m.topic(point.cell)), words_cell(m.territory(point.cell)), std::move(score), std::move(count),
            words_cell(point.of.expected ? format_decimal(*point.of.expected, 1, m.lang()) : std::string{kNone}), words_cell(active), marked_cell(m, point.of.overdue, rows, Mark::Late),
            marked_cell(m, point.of.repeats, rows, Mark::Repeat), words_cell(poll_words(m, point.poll), point.poll == PollAnswer::Ask ? Tone::Warn : Tone::Muted)};
}

/// Two messages are of one address when their points are the same to about ten metres.
std::uint32_t address_of(std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t>& known, const Table& table, std::uint32_t row) {
    const std::pair at{table.lat_e6[row] / 100, table.lon_e6[row] / 100};
    return known.try_emplace(at, static_cast<std::uint32_t>(known.size()) + 1).first->second;
}

/// Latitude and longitude: the snapshot keeps no streets.
std::string address_words(const Table& table, std::uint32_t row) { return format_decimal(table.lat_e6[row] / 1e6, 4, Lang::En) + ", " + format_decimal(table.lon_e6[row] / 1e6, 4, Lang::En); }

std::vector<ListingCell> address_row(const ProblemMaker& m, const RepeatedPlace& place, std::uint32_t row) {
    const auto count = [&](std::size_t n) { return number_cell(m, n); };
    ListingCell score = words_cell(format_decimal(place.priority.score, 0, m.lang()));
    const std::string weeks = format_week(place.first_week, m.lang()) + (place.first_week == place.last_week ? std::string{} : " – " + format_week(place.last_week, m.lang()));
    return {words_cell(address_words(m.scope.table, row)), words_cell(name_of(m.scope.world, Dimension::Territory, m.scope.table.column(Dimension::Territory)[row], m.lang())), std::move(score), count(place.point.messages),
            count(place.point.overdue), count(place.point.repeats), words_cell(weeks)};
}

}  // namespace

CountedListing points_listing(const ProblemMaker& m) {
    CountedListing out;
    Listing& listing = out.listing;
    listing.id = "points";
    listing.title = m.say({"Проблемные точки", "Problem points"});
    listing.note = m.say({"12 недель; приоритет 0–100 по объёму, росту, постоянству, просрочке и повторам; авторы в снимке не хранятся", "12 weeks; priority 0–100 by volume, growth, persistence, overdue and repeats; a snapshot keeps no authors"});
    listing.columns = {{"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Территория", "Territory"})}, {"priority", m.say({"Приоритет", "Priority"}), true}, {"count", m.say({"Сообщений", "Messages"}), true},
                       {"expected", m.say({"Обычно", "Usually"}), true}, {"weeks", m.say({"Недель с ними", "Weeks with them"}), true, true}, {"late", m.say({"Просрочено", "Overdue"}), true},
                       {"repeats", m.say({"Повторных", "Repeats"}), true}, {"poll", m.say({"Опрос или голосование", "Poll or vote"})}};
    const std::vector<Point> points = ranked_points(m);
    for (const Point& point : points) out.n += point.poll == PollAnswer::Ask ? 1u : 0u;
    add_first(listing, points, kShown, m, [&](const Point& point) { return point_row(m, point); });
    listing.empty = m.say({"Мало сообщений: точек нет", "Too few messages: there are no points"});
    return out;
}

Listing addresses_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "addresses";
    out.title = m.say({"Повторные адреса", "Repeated addresses"});
    out.note = m.say({"точки на карте с тремя сообщениями и больше за год", "points on the map with three messages or more in a year"});
    out.columns = {{"place", m.say({"Точка", "Point"})}, {"territory", m.say({"Территория", "Territory"})}, {"priority", m.say({"Приоритет", "Priority"}), true}, {"count", m.say({"Сообщений", "Messages"}), true},
                   {"late", m.say({"Просрочено", "Overdue"}), true}, {"repeats", m.say({"Повторных", "Repeats"}), true}, {"weeks", m.say({"Когда", "When"})}};
    const Table& table = m.scope.table;
    out.empty = m.scope.world.snapshot.info.is_published ? m.say({"В опубликованном снимке нет адресов", "A published snapshot has no addresses"}) : m.say({"Повторных адресов нет", "No repeated addresses"});
    if (m.scope.world.snapshot.info.is_published || table.lat_e6.size() != table.rows() || table.lon_e6.size() != table.rows()) return out;
    Filter filter = m.filter;
    filter.with |= bit(Mark::HasPlace);
    filter.period = {first_minute_of_week(m.week - static_cast<Week>(kYearWeeks) + 1), first_minute_of_week(m.week + 1)};
    std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t> known;
    std::vector<AddressedMessage> messages;
    std::vector<std::uint32_t> row_of{0};          // one row of every address
    for (const std::uint32_t row : matching_rows(table, filter)) {
        const std::uint32_t code = address_of(known, table, row);
        if (code == row_of.size()) row_of.push_back(row);
        messages.push_back({code, code, kNoAuthor, week_from_minute(table.received[row]), has(table.marks[row], Mark::Repeat), has(table.marks[row], Mark::Late)});
    }
    const auto places = repeated_places(messages);
    add_first(out, places, kShown, m, [&](const RepeatedPlace& place) { return address_row(m, place, row_of[place.street]); });
    return out;
}

}  // namespace problemator
