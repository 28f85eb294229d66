#include "core/model/problems/problem_form.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_desk.hpp"

namespace problemator {
namespace {

constexpr std::string_view kStageIds[kStages] = {"opened", "taken", "mapped", "closed"};   // the day on which the stage began

std::string russian_name(const Name& name, const std::string& id) { return name.ru.empty() ? id : name.ru; }
std::string shown_name(const Name& name, const std::string& value, Lang lang) { return name.in(lang).empty() ? value : std::string{name.in(lang)}; }

std::vector<FormField::Group> topic_groups(const Profile& profile, Lang lang) {
    std::vector<FormField::Group> out;
    for (const Block& block : profile.blocks) {
        FormField::Group group{shown_name(block.name, block.id, lang), {}};
        for (const TopicRule& topic : block.topics) {
            const std::string value = russian_name(topic.name, topic.id);
            group.options.emplace_back(value, shown_name(topic.name, value, lang));
        }
        if (!group.options.empty()) out.push_back(std::move(group));
    }
    return out;
}

std::vector<FormField::Group> territory_groups(const Profile& profile, Lang lang) {
    FormField::Group group{{}, {{"", std::string{Phrase{"вся территория", "everywhere"}.in(lang)}}}};
    for (const Territory& territory : profile.territories) {
        const std::string value = russian_name(territory.name, territory.id);
        group.options.emplace_back(value, shown_name(territory.name, value, lang));
    }
    return {group};
}

std::vector<FormField::Group> stage_groups(Lang lang) {
    FormField::Group group;
    for (std::size_t i = 0; i < kStages; ++i) group.options.emplace_back(kStageIds[i], stage_name(static_cast<ProblemStage>(i)).in(lang));
    return {group};
}

/// The fields as they stand for a problem; of a new one there is only the day.
struct Filled { std::string topic, territory, title, cause, responsible; Day opened = kNoDay, due = kNoDay, taken = kNoDay, mapped = kNoDay, closed = kNoDay; ProblemStage stage{}; bool is_known = false; };

std::string names_of(const ProblemMaker& m, const ListedProblem& problem) {
    std::string out;
    for (const Code topic : problem.topics) out += (out.empty() ? "" : "; ") + name_of(m.scope.world, Dimension::Topic, topic, Lang::Ru);
    return out;
}

Filled filled_of(const World& world, const State& state) {
    Filled out;
    with_problems(world, state, [&](const ProblemMaker& m) {
        out.opened = today_of(m);
        if (state.overlay != Overlay::Cause) return;
        for (const ListedProblem& problem : list_problems(m)) {
            if (problem.id != state.problem) continue;
            const std::string territory = problem.key.is_everywhere || problem.key.territory == kNotGiven ? std::string{} : name_of(world, Dimension::Territory, problem.key.territory, Lang::Ru);
            out = {names_of(m, problem), territory, problem.title, problem.cause, problem.responsible, problem.opened != kNoDay ? problem.opened : problem.found != kNoDay ? problem.found : out.opened, problem.is_due_answer ? kNoDay : problem.due,
                   problem.taken, problem.mapped, problem.closed, problem.stage(), true};
            break;
        }
    });
    return out;
}

std::string iso(Day day) { return day == kNoDay ? std::string{} : format_iso_day(day); }

}  // namespace

EntryForm problem_form(const World& world, const State& state) {
    const Lang lang = state.lang;
    const Filled filled = filled_of(world, state);
    EntryForm form;
    form.title = filled.is_known ? Phrase{"Причина и стадия", "Cause and stage"}.in(lang) : Phrase{"Новая проблема", "New problem"}.in(lang);
    form.note = Phrase{"Запись остаётся в этом браузере, пока её не сохранят файлом и не положат к выгрузкам недели. Без имён, телефонов и адресов жителей: только должности",
                       "The entry stays in this browser until it is saved as a file and put with the exports of the week. No names, telephones or addresses of people: posts only"}.in(lang);
    const auto add = [&](std::string id, Phrase label, std::string value, FormField::Kind kind) -> FormField& {
        form.fields.push_back({std::move(id), std::string{label.in(lang)}, std::move(value), kind});
        return form.fields.back();
    };
    const auto fix = [&](FormField& field) { field.is_fixed = filled.is_known; };
    FormField& topic = add("topic", {"Тема", "Topic"}, filled.topic, FormField::Kind::Choice);
    topic.groups = topic_groups(world.profile, lang);
    topic.is_required = true;
    fix(topic);
    FormField& territory = add("territory", {"Территория", "Territory"}, filled.territory, FormField::Kind::Choice);
    territory.groups = territory_groups(world.profile, lang);
    fix(territory);
    add("title", {"Как называется проблема", "What the problem is called"}, filled.title, FormField::Kind::Line);
    add("cause", {"Причина", "Cause"}, filled.cause, FormField::Kind::Text);
    add("responsible", {"Ответственный (должность)", "Responsible (post)"}, filled.responsible, FormField::Kind::Line);
    add("due", {"Срок", "Due"}, iso(filled.due), FormField::Kind::Date);
    add("opened", {"Выявлена", "Found on"}, iso(filled.opened), FormField::Kind::Date).is_required = true;
    fix(form.fields.back());
    FormField& stage = add("stage", {"Стадия", "Stage"}, std::string{kStageIds[static_cast<std::size_t>(filled.stage)]}, FormField::Kind::Choice);
    stage.groups = stage_groups(lang);
    add("taken", {"В работе с", "In work since"}, iso(filled.taken), FormField::Kind::Date);
    add("mapped", {"Дорожная карта с", "Road map since"}, iso(filled.mapped), FormField::Kind::Date);
    add("closed", {"Устранена", "Solved on"}, iso(filled.closed), FormField::Kind::Date);
    return form;
}

}  // namespace problemator
