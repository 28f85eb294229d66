// The card of a message: the problem that people have registered about its topic and place. What the page finds itself is judged anew
// every week; only what somebody wrote down stays true of a message.
#include <algorithm>

#include "core/model/messages/message_history.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_list.hpp"
#include "core/model/register_names.hpp"

namespace problemator {
namespace {

constexpr Day kYear = 364;                 // messages of so long before led to the problem

struct Registered { const Register* entries = nullptr; std::string_view since; };   // `since`: the day that the entry begins with

std::vector<Registered> registers_of(const World& world) {
    std::vector<Registered> out = {{world.unpublished, "opened"}};
    for (const auto& [id, since] : {std::pair{"problems", "opened"}, {"surges", "detected"}, {"road_maps", "started"}}) out.push_back({find_register(world.snapshot.registers, id), since});
    std::erase_if(out, [](const Registered& one) { return !one.entries; });
    return out;
}

struct Entry { ProblemKey key; Day since = kNoDay, closed = kNoDay; std::string title; };

/// nullopt: the entry is about something else, or about another time.
std::optional<Entry> entry_about(const Scope& scope, const Registered& from, std::size_t at, std::uint32_t row) {
    const Table& table = scope.table;
    const auto territory = territory_named(scope.world, entry_cell(*from.entries, "territory", at).text);
    if (!territory || (*territory != kNotGiven && *territory != table.column(Dimension::Territory)[row])) return std::nullopt;
    const std::vector<Code> topics = topics_named(scope.world, entry_cell(*from.entries, "topic", at).text);
    if (!std::binary_search(topics.begin(), topics.end(), table.column(Dimension::Topic)[row])) return std::nullopt;
    Entry entry{{topics.front(), *territory, *territory == kNotGiven}, entry_cell(*from.entries, from.since, at).day, entry_cell(*from.entries, "closed", at).day, entry_cell(*from.entries, "title", at).text};
    const Day today = day_from_minute(table.as_of), received = day_from_minute(table.received[row]);
    const bool is_known = entry.since == kNoDay || entry.since <= today || from.entries == scope.world.unpublished;
    const bool is_forgotten = entry.closed != kNoDay && date_from_day(entry.closed).year != date_from_day(today).year;   // the register drops it too
    const bool is_of_its_time = (entry.since == kNoDay || received >= entry.since - kYear) && (entry.closed == kNoDay || received <= entry.closed);
    return is_known && !is_forgotten && is_of_its_time ? std::optional{std::move(entry)} : std::nullopt;
}

/// Of several the one that began last.
std::optional<Entry> registered_problem(const Scope& scope, std::uint32_t row) {
    std::optional<Entry> out;
    for (const Registered& from : registers_of(scope.world)) {
        for (std::size_t at = 0; at < from.entries->rows(); ++at) {
            auto entry = entry_about(scope, from, at, row);
            if (entry && (!out || entry->since > out->since)) out = std::move(entry);
        }
        if (out) return out;
    }
    return out;
}

std::string place_of(const Scope& scope, const ProblemKey& key) {
    return key.is_everywhere ? std::string{Phrase{"вся территория", "everywhere"}.in(scope.lang)} : name_of(scope.world, Dimension::Territory, key.territory, scope.lang);
}

}  // namespace

void add_problem(MessagesPage::Card& card, const Scope& scope, std::uint32_t row) {
    if (scope.table.column(Dimension::Topic)[row] == kNotGiven) return;
    const auto entry = registered_problem(scope, row);
    if (!entry) return;
    const std::string title = entry->title.empty() ? name_of(scope.world, Dimension::Topic, entry->key.topic, scope.lang) : entry->title;
    card.problem_text = std::string{Phrase{"Входит в проблему: ", "Part of the problem: "}.in(scope.lang)} + title + ", " + place_of(scope, entry->key);
    State register_of;                             // whole: the filters of the list might leave the problem out
    register_of.screen = Screen::Problems;
    register_of.lang = scope.lang;
    register_of.compare = scope.state.compare;
    set_period(register_of, week_period(scope.home), scope.silent);
    register_of.problem_set = entry->closed == kNoDay ? ProblemSet::Open : ProblemSet::All;
    register_of.problem = problem_id(scope.table, entry->key);
    card.problem_href = to_hash(register_of);
}

}  // namespace problemator
