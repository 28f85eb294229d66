#include "core/model/problems/protocol.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/problems/problem_desk.hpp"
#include "core/model/register_names.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostItems = 60;

/// Measures that are not done, each with its day.
std::string measures_of(const ProblemMaker& m, const ListedProblem& problem) {
    const Register* maps = find_register(m.scope.world.snapshot.registers, "road_maps");
    std::string out;
    for (const std::size_t row : problem.measures) {
        const Day done = entry_cell(*maps, "done", row).day, due = entry_cell(*maps, "due", row).day;
        if (done != kNoDay && done <= today_of(m)) continue;
        out += (out.empty() ? "" : "; ") + entry_cell(*maps, "measure", row).text + (due == kNoDay ? "" : m.say({" — до ", " — by "}) + format_date(due, m.lang()));
    }
    return out;
}

ProtocolItem item_of(const ProblemMaker& m, const ListedProblem& problem, const ProblemRow& row) {
    ProtocolItem item;
    item.number = row.rank;
    item.title = row.title;
    item.place = row.place + (row.block.empty() ? "" : ", " + row.block);
    item.numbers = m.say({"за 4 недели ", "in 4 weeks "}) + row.recent.text + (row.was.empty() ? "" : ", " + row.was) + (row.reason.empty() ? "" : "; " + row.reason);
    item.cause = problem.cause;
    item.measures = measures_of(m, problem);
    item.responsible = problem.responsible.empty() ? row.unit : problem.responsible;
    if (problem.due != kNoDay) item.due = format_date(problem.due, m.lang());
    return item;
}

bool is_taken(const State& state, const ListedProblem& problem) {
    if (state.protocol.empty()) return is_listed(state, problem);
    return std::find(state.protocol.begin(), state.protocol.end(), problem.id) != state.protocol.end();
}

}  // namespace

Protocol protocol_of(const World& world, const State& state) {
    Protocol out;
    const Lang lang = state.lang;
    const auto say = [lang](Phrase phrase) { return std::string{phrase.in(lang)}; };
    with_problems(world, state, [&](const ProblemMaker& m) {
        const std::vector<ListedProblem> problems = list_problems(m);
        std::vector<const ListedProblem*> taken;
        for (const ListedProblem& problem : problems)
            if (is_taken(state, problem) && taken.size() < kMostItems) taken.push_back(&problem);
        const std::vector<ProblemRow> rows = problem_rows(m, taken);
        for (std::size_t i = 0; i < taken.size(); ++i) out.items.push_back(item_of(m, *taken[i], rows[i]));
        out.date = format_date(today_of(m), lang);
        out.file_name = say({"Протокол ", "Protocol "}) + format_iso_day(today_of(m));
        out.intro = say({"Рассмотрены проблемы по сообщениям жителей на ", "Problems by messages of residents considered as of "}) + out.date + say({". Решили:", ". Decided:"});
        out.basis = say({"Основание: ", "Basis: "}) + filter_words(world, m.rows, lang) + ", " + format_week(m.week, lang) + (world.checksum.empty() ? "" : say({"; контрольная сумма ", "; checksum "}) + world.checksum);
    });
    out.heading = say({"ПРОЕКТ ПРОТОКОЛА", "DRAFT PROTOCOL"});
    out.centre = world.profile.centre.in(lang).empty() ? std::string{world.profile.name.in(lang)} : std::string{world.profile.centre.in(lang)};
    out.addressee = world.profile.head_addressee.in(lang);
    out.subject = say({"О мерах по устранению проблем, выявленных по сообщениям жителей", "On measures against problems found by messages of residents"});
    out.empty = say({"Проблем в списке нет", "There are no problems in the list"});
    out.signatures = {say({"Председатель", "Chair"}), say({"Секретарь", "Secretary"})};
    return out;
}

}  // namespace problemator
