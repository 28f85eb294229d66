// The register of problems: what is found and what people keep is one list; stages follow the days; what happened later is not known yet.
#include "core/model/problems/problem_desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/pages.hpp"
#include "core/model/problems/problem_form.hpp"
#include "core/model/problems/protocol.hpp"
#include "core/schema/register.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::home_week;
using testing_tables::Maker;
using testing_tables::oktyabrskoe;

Day day_of(Week week, Day after_monday = 1) { return first_day_of_week(week) + after_monday; }
RegisterCell text(const char* words) { return {.text = words}; }
RegisterCell on(Day day) { return {.text = {}, .day = day}; }
using Entry = std::vector<std::pair<const char*, RegisterCell>>;

Register register_of(const char* form, const std::vector<Entry>& entries) {
    Register out{*find_register_form(form)};
    for (const Entry& entry : entries) {
        RegisterRow cells(out.form.fields.size());
        for (const auto& [field, cell] : entry) cells[*out.form.find(field)] = cell;
        out.append(cells, 0, static_cast<std::uint32_t>(out.rows() + 2));
    }
    return out;
}

std::string topic(std::size_t block, std::size_t at) { return oktyabrskoe().blocks[block].topics[at].name.ru; }
std::string topic_id(std::size_t block, std::size_t at) { return oktyabrskoe().blocks[block].topics[at].id; }
std::string place(std::size_t at) { return oktyabrskoe().territories[at].name.ru; }
std::string place_id(std::size_t at) { return oktyabrskoe().territories[at].id; }

/// Two messages a week for 60 weeks on the first topic in the second territory, 12 more in the last one; another topic stops after its measure.
Snapshot made(std::vector<Register> registers = {}, bool is_published = false) {
    Maker maker;
    for (int week = 0; week < 60; ++week)
        for (int i = 0; i < 2; ++i) {
            Message m = Maker::closed_after(maker.message(0, 0, 1, week * 7 + 3 + i), 2);
            m.text = i == 0 ? "Холодные батареи в подъезде" : "Чуть тёплые трубы в доме";
            maker.builder.add(m);
        }
    for (int i = 0; i < 12; ++i) {
        Message m = maker.message(0, 0, 1, 1 + i % 6);
        m.text = "Прорвало трубу на теплотрассе, кипяток течёт по улице";
        maker.builder.add(m);
    }
    for (int week = 20; week < 60; ++week)
        for (int i = 0; i < 6; ++i) maker.builder.add(Maker::closed_after(maker.message(1, 0, 2, week * 7 + 1 + i), 2));
    for (int week = 0; week < 20; ++week) maker.builder.add(Maker::closed_after(maker.message(1, 0, 2, week * 7 + 3), 2));
    Snapshot snapshot = std::move(maker).finish(is_published);
    snapshot.registers = std::move(registers);
    return snapshot;
}

World world_of(const Snapshot& snapshot) { return {oktyabrskoe(), snapshot, "test"}; }
ProblemsPage page_of(const Snapshot& snapshot, const char* hash = "#/problemy?set=all") { return problems_page(world_of(snapshot), from_hash(hash)); }

const ProblemRow* row_of(const ProblemsPage& page, const std::string& id) {
    for (const ProblemRow& row : page.rows)
        if (row.id == id) return &row;
    return nullptr;
}

Register kept(const Entry& more = {}) {
    const std::string name = topic(1, 0), where = place(2);
    Entry entry = {{"opened", on(day_of(home_week() - 30))}, {"topic", text(name.c_str())}, {"territory", text(where.c_str())}};
    entry.insert(entry.end(), more.begin(), more.end());
    return register_of("problems", {entry});
}
std::string kept_id() { return topic_id(1, 0) + "~" + place_id(2); }

TEST(ProblemList, ASurgeThatNobodyWroteAboutIsFoundThisWeek) {
    const ProblemsPage page = page_of(made());
    ASSERT_EQ(page.rows.size(), 1u);
    const ProblemRow& row = page.rows.front();
    EXPECT_EQ(row.id, topic_id(0, 0) + "~" + place_id(1));
    EXPECT_EQ(row.stage, ProblemStage::Found);
    EXPECT_EQ(row.cause, "Причина не установлена");
    EXPECT_FALSE(row.has_cause);
    EXPECT_EQ(row.reason, "14 вместо обычных 0–4");
    EXPECT_EQ(row.recent.text, "20");
    EXPECT_EQ(row.was, "было 8");
    EXPECT_EQ(page.stages[0].count, "1");
    EXPECT_EQ(page.stages[0].note, "+1 за неделю");
}

TEST(ProblemList, TheNumberOfARowOpensExactlyItsMessages) {
    const Snapshot snapshot = made({kept()});
    const ProblemsPage page = page_of(snapshot);
    ASSERT_EQ(page.rows.size(), 2u);
    for (const ProblemRow& row : page.rows) EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(row.recent.href), snapshot.table, snapshot.info.week)), row.recent.n) << row.id;
}

TEST(ProblemList, StagesFollowTheDaysThatPeopleWroteDown) {
    struct Case { Entry more; ProblemStage stage; };
    const Case cases[] = {{{}, ProblemStage::Found},
                          {{{"cause", text("Износ сетей")}}, ProblemStage::InWork},
                          {{{"taken", on(day_of(home_week() - 20))}}, ProblemStage::InWork},
                          {{{"taken", on(day_of(home_week() - 20))}, {"mapped", on(day_of(home_week() - 10))}}, ProblemStage::RoadMap},
                          {{{"closed", on(day_of(home_week() - 2))}}, ProblemStage::Solved},
                          {{{"closed", on(day_of(home_week() + 6))}}, ProblemStage::Found}};   // of the future: not known yet
    for (const Case& one : cases) {
        const ProblemsPage page = page_of(made({kept(one.more)}));
        const ProblemRow* row = row_of(page, kept_id());
        ASSERT_TRUE(row);
        EXPECT_EQ(row->stage, one.stage) << static_cast<int>(one.stage);
    }
}

TEST(ProblemList, ALateProblemSaysByHowManyDays) {
    const Snapshot snapshot = made({kept({{"taken", on(day_of(home_week() - 20))}, {"due", on(day_of(home_week(), 3))}})});
    const ProblemsPage page = page_of(snapshot);
    const ProblemRow* row = row_of(page, kept_id());
    ASSERT_TRUE(row);
    EXPECT_TRUE(row->is_late);
    EXPECT_EQ(row->late, "−4 дн.");
    EXPECT_EQ(page.stages[1].note, "1 с опозданием");
    EXPECT_EQ(page.stages[1].tone, Tone::Warn);
    const ProblemsPage earlier = page_of(snapshot, "#/problemy?set=all&w=2026-W40");
    ASSERT_TRUE(row_of(earlier, kept_id()));
    EXPECT_FALSE(row_of(earlier, kept_id())->is_late);
}

TEST(ProblemList, AnEarlierWeekDoesNotKnowWhatCameLater) {
    const Snapshot snapshot = made({kept({{"taken", on(day_of(home_week() - 3))}})});
    EXPECT_EQ(row_of(page_of(snapshot), kept_id())->stage, ProblemStage::InWork);
    EXPECT_EQ(row_of(page_of(snapshot, "#/problemy?set=all&w=2026-W40"), kept_id())->stage, ProblemStage::Found);
    EXPECT_FALSE(row_of(page_of(snapshot, "#/problemy?set=all&w=2026-W10"), kept_id()));
}

TEST(ProblemList, ASolvedProblemThatSurgesAgainIsANewOne) {
    const std::string name = topic(0, 0), where = place(1);
    const Register old = register_of("surges", {{{"detected", on(day_of(home_week() - 20))}, {"topic", text(name.c_str())}, {"territory", text(where.c_str())}, {"acknowledged", on(day_of(home_week() - 19))}, {"closed", on(day_of(home_week() - 15))}}});
    const ProblemsPage page = page_of(made({old}), "#/problemy");
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(page.rows.front().stage, ProblemStage::Found);
    EXPECT_EQ(page.stages[0].note, "+1 за неделю");
}

TEST(ProblemList, TheFilterAndTheSetNarrowTheList) {
    const Snapshot snapshot = made({kept({{"cause", text("Износ")}})});
    EXPECT_EQ(page_of(snapshot, "#/problemy").rows.size(), 2u);
    EXPECT_EQ(page_of(snapshot, "#/problemy?set=work").rows.size(), 1u);
    EXPECT_EQ(page_of(snapshot, ("#/problemy?t=" + place_id(1)).c_str()).rows.size(), 1u);
    EXPECT_EQ(page_of(snapshot, ("#/problemy?b=" + oktyabrskoe().blocks[1].id).c_str()).rows.size(), 1u);
    EXPECT_EQ(page_of(snapshot, "#/problemy?set=solved").rows.size(), 0u);
}

Register map_of(Day done, Day due) {
    const std::string name = topic(1, 0), where = place(2);
    const Entry base = {{"map", text("Вода")}, {"topic", text(name.c_str())}, {"territory", text(where.c_str())}};
    Entry first = base, second = base;
    first.insert(first.end(), {{"measure", text("Заменить насос")}, {"started", on(done - 40)}, {"due", on(done)}, {"done", on(done)}});
    second.insert(second.end(), {{"measure", text("Проверить давление")}, {"due", on(due)}, {"responsible", text("Главный инженер")}});
    return register_of("road_maps", {first, second});
}

ProblemCard card_of(const Snapshot& snapshot, const std::string& id, const char* more = "") {
    const ProblemsPage page = page_of(snapshot, ("#/problemy?set=all&problem=" + id + more).c_str());
    if (!page.card) ADD_FAILURE() << id;
    return page.card.value_or(ProblemCard{});
}

TEST(ProblemCard, TheRoadMapIsDrawnAndItsEffectIsMeasured) {
    const ProblemCard card = card_of(made({map_of(day_of(home_week() - 20, 5), day_of(home_week(), 4))}), kept_id());
    EXPECT_EQ(card.stage, ProblemStage::RoadMap);
    ASSERT_TRUE(card.gantt);
    EXPECT_EQ(card.gantt->measures.size(), 2u);
    EXPECT_TRUE(card.gantt->measures[1].is_late);
    EXPECT_EQ(card.measures_note, "выполнено 1 из 2");
    EXPECT_EQ(card.unit, "Главный инженер");
    ASSERT_TRUE(card.effect) << card.no_effect;
    EXPECT_EQ(card.effect->before_text, "было 6,0 в неделю");
    EXPECT_EQ(card.effect->after_text, "стало 1,0");
    EXPECT_EQ(card.change_tone, Tone::Good);
    EXPECT_TRUE(card.change.starts_with("−8")) << card.change;
    EXPECT_EQ(card.season_note, "без сезонной поправки");
}

TEST(ProblemCard, AYoungMeasureIsNotJudged) {
    const ProblemCard card = card_of(made({map_of(day_of(home_week() - 6), day_of(home_week() + 4))}), kept_id());
    EXPECT_FALSE(card.effect);
    EXPECT_EQ(card.no_effect, "Эффект пока не оценивается: нужно по 12 недель до и после меры");
}

TEST(ProblemCard, TheCauseIsToldInTheWordsOfPeople) {
    const Snapshot snapshot = made();
    const ProblemCard card = card_of(snapshot, topic_id(0, 0) + "~" + place_id(1));
    ASSERT_FALSE(card.words.empty());
    EXPECT_TRUE(std::any_of(card.words.begin(), card.words.end(), [](const auto& word) { return word.second == "12"; }));
    EXPECT_EQ(card.quote, "Прорвало трубу на теплотрассе, кипяток течёт по улице");
    EXPECT_TRUE(card.alike.starts_with("похожи 12 из ")) << card.alike;
    EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(card.all.href), snapshot.table, snapshot.info.week)), card.all.n);
    EXPECT_EQ(card.all.n, 2u * 52 + 12);
}

TEST(ProblemCard, TheProtocolTakesTheProblemAndGivesItBack) {
    const Snapshot snapshot = made();
    const std::string id = topic_id(0, 0) + "~" + place_id(1);
    const ProblemCard card = card_of(snapshot, id);
    EXPECT_EQ(from_hash(card.protocol_href).protocol, std::vector<std::string>{id});
    const ProblemCard again = card_of(snapshot, id, ("&protocol=" + id).c_str());
    EXPECT_EQ(again.protocol_text, "Убрать из протокола");
    EXPECT_TRUE(from_hash(again.protocol_href).protocol.empty());
}

TEST(ProblemCard, EnglishHasNoRussianWordsOfItsOwn) {
    const Snapshot snapshot = made({map_of(day_of(home_week() - 20, 5), day_of(home_week(), 4))});
    const ProblemCard card = card_of(snapshot, kept_id(), "&lang=en");
    const auto is_cyrillic = [](const std::string& words) { return std::any_of(words.begin(), words.end(), [](char c) { return c == '\xD0' || c == '\xD1'; }); };
    for (const std::string& words : {card.measures_note, card.interval, card.season_note, card.protocol_text, card.all_text, card.effect->before_text, card.effect->day_text, card.steps[1].name}) EXPECT_FALSE(is_cyrillic(words)) << words;
}

TEST(Unpublished, AnEntryOfThisBrowserIsListedAndSaysSo) {
    const Snapshot snapshot = made();
    const Register mine = kept({{"title", text("Нет давления")}, {"cause", text("Насос")}});
    World world = world_of(snapshot);
    world.unpublished = &mine;
    const ProblemsPage page = problems_page(world, from_hash("#/problemy"));
    const ProblemRow* row = row_of(page, kept_id());
    ASSERT_TRUE(row);
    EXPECT_TRUE(row->is_unpublished);
    EXPECT_EQ(row->title, "Нет давления");
    EXPECT_EQ(row->stage, ProblemStage::InWork);
}

TEST(ProblemFormModel, TheCauseFormKnowsTheProblem) {
    const Snapshot snapshot = made({kept({{"due", on(day_of(home_week(), 3))}})});
    const EntryForm form = problem_form(world_of(snapshot), from_hash("#/problemy?over=cause&problem=" + kept_id()));
    const auto value = [&](std::string_view id) {
        for (const FormField& field : form.fields)
            if (field.id == id) return field.value + (field.is_fixed ? " (fixed)" : "");
        return std::string{"absent"};
    };
    EXPECT_EQ(value("topic"), topic(1, 0) + " (fixed)");
    EXPECT_EQ(value("territory"), place(2) + " (fixed)");
    EXPECT_EQ(value("opened"), "2026-04-14 (fixed)");
    EXPECT_EQ(value("due"), "2026-11-12");
    EXPECT_EQ(value("stage"), "opened");
    // Seen earlier than people wrote it down: the entry keeps its own day, so that the saved one takes its place.
    const std::string name = topic(1, 0), where = place(2);
    const Register seen = register_of("surges", {{{"detected", on(day_of(home_week() - 33))}, {"topic", text(name.c_str())}, {"territory", text(where.c_str())}}});
    const Snapshot earlier = made({kept(), seen});
    for (const FormField& field : problem_form(world_of(earlier), from_hash("#/problemy?over=cause&problem=" + kept_id())).fields)
        if (field.id == "opened") { EXPECT_EQ(field.value, "2026-04-14"); }
    const EntryForm fresh = problem_form(world_of(snapshot), from_hash("#/problemy?over=new"));
    EXPECT_EQ(fresh.title, "Новая проблема");
}

TEST(ProtocolModel, HoldsTheChosenProblemsOrAllThatAreListed) {
    const Snapshot snapshot = made({kept({{"cause", text("Износ")}, {"responsible", text("Начальник отдела")}, {"due", on(day_of(home_week(), 3))}})});
    EXPECT_EQ(protocol_of(world_of(snapshot), from_hash("#/problemy?over=protocol")).items.size(), 2u);
    const Protocol one = protocol_of(world_of(snapshot), from_hash("#/problemy?over=protocol&protocol=" + kept_id()));
    ASSERT_EQ(one.items.size(), 1u);
    EXPECT_EQ(one.items.front().cause, "Износ");
    EXPECT_EQ(one.items.front().responsible, "Начальник отдела");
    EXPECT_EQ(one.items.front().due, "12.11.2026");
}

}  // namespace
}  // namespace problemator
