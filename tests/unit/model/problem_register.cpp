// «Проблематор»: every alarm says what was expected, what came, what it is made of and what became of it; what cannot be said has its reason.
#include "core/model/problems/problem_register.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/schema/register.hpp"
#include "core/stats/priority.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::home_week;
using testing_tables::Maker;
using testing_tables::oktyabrskoe;

struct Made { int surge = 12, surge_week = 0; bool has_texts = true, is_published = false; };

/// Two messages a week for 40 weeks on the first topic in Andra; in one week many more of another sub-topic and in other words.
Snapshot made(const Made& how = {}) {
    Maker maker;
    const auto add = [&](Message m, const char* subtopic, const char* text) {
        m.subtopic = subtopic;
        if (how.has_texts) m.text = text;
        maker.builder.add(m);
    };
    for (int week = 0; week < 40; ++week)
        for (int i = 0; i < 2; ++i) add(Maker::closed_after(maker.message(0, 0, 1, week * 7 + 3 + i), 2), "Прохладно в квартире", i == 0 ? "В комнате прохладно, просим проверить" : "Прохладно вечером, проверьте отопление");
    for (int i = 0; i < how.surge; ++i) add(maker.message(0, 0, 1, how.surge_week * 7 + 1 + i % 6), "Прорвало трубу", "Прорвало трубу на теплотрассе, кипяток течёт по улице");
    return std::move(maker).finish(how.is_published);
}

Register register_of(const char* form, const std::vector<std::vector<std::pair<const char*, RegisterCell>>>& entries) {
    Register out{*find_register_form(form)};
    std::uint32_t row = 1;
    for (const auto& entry : entries) {
        RegisterRow cells(out.form.fields.size());
        for (const auto& [field, cell] : entry) cells[*out.form.find(field)] = cell;
        out.append(cells, 0, ++row);
    }
    return out;
}

RegisterCell text(const char* words) { return {.text = words}; }
RegisterCell on(Day day) { return {.text = {}, .day = day}; }
Day day_of(Week week, Day after_monday = 1) { return first_day_of_week(week) + after_monday; }

ProblemsPage page_of_sample(const Snapshot& snapshot, const char* hash = "#/problemy?tab=week") { return problems_page({oktyabrskoe(), snapshot, "test"}, from_hash(hash)); }

Listing listing(const ProblemsPage& page, std::string_view id) {
    for (const Listing& one : page.listings)
        if (one.id == id) return one;
    ADD_FAILURE() << id;
    return {};
}

/// The cell of a column by its id.
ListingCell cell(const Listing& listing, std::size_t row, std::string_view column) {
    for (std::size_t c = 0; c < listing.columns.size(); ++c)
        if (listing.columns[c].id == column && row < listing.rows.size()) return listing.rows[row][c];
    ADD_FAILURE() << listing.id << " " << row << " " << column;
    return {};
}
std::string words(const Listing& listing, std::size_t row, std::string_view column) { return cell(listing, row, column).figure.text; }

std::string why(const ListingCell& cell, std::string_view label) {
    for (const auto& [name, said] : cell.figure.why)
        if (name == label) return said;
    return {};
}

TEST(ProblemsPage, AnAlarmSaysWhatWasExpectedWhatCameAndHowSureItIs) {
    const Snapshot snapshot = made();
    const ProblemsPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict, "Неделя 46: 1\u00A0всплеск.");
    EXPECT_EQ(page.verdict_tail, "Первой разобрать: Температура в квартирах, Андра — 14 вместо обычных 0–4");
    const Listing alarms = listing(page, "alarms");
    ASSERT_EQ(alarms.rows.size(), 1u);
    EXPECT_EQ(words(alarms, 0, "topic"), "Температура в квартирах");
    EXPECT_EQ(words(alarms, 0, "territory"), "Андра");
    EXPECT_EQ(words(alarms, 0, "status"), "всплеск");
    EXPECT_EQ(words(alarms, 0, "count"), "14");
    EXPECT_EQ(words(alarms, 0, "expected").find("2,0 (до "), 0u) << words(alarms, 0, "expected");
    EXPECT_EQ(words(alarms, 0, "q"), "<\u00A00,001");
    EXPECT_EQ(words(alarms, 0, "method"), "12 прошлых недель");
    EXPECT_EQ(words(alarms, 0, "weeks"), "38");
    EXPECT_NE(why(cell(alarms, 0, "q"), "Подтверждают").find("C1"), std::string::npos);
    EXPECT_NE(why(cell(alarms, 0, "count"), "По чему").find("38\u00A0недель"), std::string::npos);
    EXPECT_EQ(page.tiles.front().figure.text, "1");
}

TEST(ProblemsPage, TheMethodGrowsWithTheHistory) {
    for (const auto& [weeks, method] : {std::pair{30, "12 прошлых недель"}, {70, "тренд и сезон за всю историю"}, {170, "те же недели прошлых лет (Фаррингтон)"}}) {
        Maker maker;
        for (int week = 0; week <= weeks; ++week)
            for (int i = 0; i < 4 + week % 3; ++i) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, week * 7 + 1 + i), 2));
        for (int i = 0; i < 20; ++i) maker.builder.add(maker.message(0, 0, 1, 1 + i % 6));
        const Snapshot snapshot = std::move(maker).finish();
        EXPECT_EQ(words(listing(page_of_sample(snapshot), "alarms"), 0, "method"), method);
    }
}

TEST(ProblemsPage, TheGrowthIsExplainedByThePartThatGrewAndByNewWords) {
    const Snapshot snapshot = made();
    const ProblemsPage page = page_of_sample(snapshot);
    EXPECT_EQ(words(listing(page, "alarms"), 0, "explained"), "на 100\u00A0% дают: Прорвало трубу (Подтема)");
    EXPECT_NE(words(listing(page, "alarms"), 0, "words").find("кипяток"), std::string::npos) << words(listing(page, "alarms"), 0, "words");
    const Listing growth = listing(page, "growth");
    ASSERT_EQ(growth.rows.size(), 1u);
    EXPECT_EQ(words(growth, 0, "part"), "Прорвало трубу");
    EXPECT_EQ(words(growth, 0, "count"), "12");
    EXPECT_EQ(words(growth, 0, "expected"), "0,0");
    EXPECT_EQ(words(growth, 0, "excess"), "+12");
    EXPECT_NE(cell(growth, 0, "count").figure.href.find("sub="), std::string::npos);
}

TEST(ProblemsPage, TheNameOfThePlaceIsNoNewWord) {
    Maker maker;
    const auto add = [&](Message m, const char* said) { m.text = said; maker.builder.add(m); };
    for (int week = 1; week < 30; ++week) add(maker.message(0, 0, 2, week * 7 + 3), "холодные батареи");
    for (int i = 0; i < 10; ++i) add(maker.message(0, 0, 1, 1 + i % 6), "Андра: прорвало трубу");
    const Snapshot snapshot = std::move(maker).finish();
    const std::string said = words(listing(page_of_sample(snapshot), "alarms"), 0, "words");
    EXPECT_EQ(said.find("андра"), std::string::npos) << said;
    EXPECT_NE(said.find("прорвало"), std::string::npos) << said;
}

TEST(ProblemsPage, WithoutTextsThereAreNoNewWordsAndCausesGoByTopicAndPlace) {
    const Snapshot snapshot = made({.surge = 12, .surge_week = 0, .has_texts = false, .is_published = true});
    const ProblemsPage page = page_of_sample(snapshot);
    for (const ListingColumn& column : listing(page, "alarms").columns) EXPECT_NE(column.id, "words");
    const Listing causes = listing(page, "causes");
    EXPECT_NE(causes.note.find("текстов в снимке нет"), std::string::npos) << causes.note;
    ASSERT_EQ(causes.rows.size(), 1u);
    EXPECT_EQ(words(causes, 0, "count"), "28");
    EXPECT_EQ(listing(page, "addresses").empty, "В опубликованном снимке нет адресов");
}

TEST(ProblemsPage, LikeTextsOfOnePlaceAreOneCause) {
    const Snapshot snapshot = made();
    const Listing causes = listing(page_of_sample(snapshot), "causes");
    ASSERT_GE(causes.rows.size(), 1u);
    EXPECT_EQ(words(causes, 0, "topic"), "Температура в квартирах");
    EXPECT_NE(words(causes, 0, "words").find("теплотрассе"), std::string::npos) << words(causes, 0, "words");
    EXPECT_EQ(words(causes, 0, "count"), "12");
}

TEST(ProblemsPage, TheJournalKnowsWhatTheRegisterSays) {
    struct { std::vector<std::pair<const char*, RegisterCell>> entry; const char* state; } const cases[] = {
        {{}, "новый"},
        {{{"detected", on(day_of(home_week()))}, {"topic", text("Температура в квартирах")}, {"territory", text("Андра")}, {"acknowledged", on(day_of(home_week(), 3))}, {"role", text("Куратор")}}, "подтверждён"},
        {{{"detected", on(day_of(home_week()))}, {"topic", text("температура в квартирах")}, {"territory", text("гп Андра")}, {"cause", text("Прорыв")}}, "причина названа"},
        {{{"detected", on(day_of(home_week()))}, {"topic", text("Температура в квартирах")}, {"territory", text("Андра")}, {"closed", on(day_of(home_week(), 6))}}, "закрыт"},
        {{{"detected", on(day_of(home_week()))}, {"topic", text("Температура в квартирах")}, {"territory", text("Талинка")}, {"cause", text("Другое место")}}, "новый"},
        {{{"detected", on(day_of(home_week() - 5))}, {"topic", text("Температура в квартирах")}, {"territory", text("Андра")}, {"cause", text("Давно")}}, "новый"},
    };
    for (const auto& [entry, state] : cases) {
        Snapshot snapshot = made();
        if (!entry.empty()) snapshot.registers.push_back(register_of("surges", {entry}));
        const ProblemsPage page = page_of_sample(snapshot);
        const Listing journal = listing(page, "journal");
        ASSERT_EQ(journal.rows.size(), 1u);
        EXPECT_EQ(words(journal, 0, "state"), state);
        EXPECT_EQ(words(journal, 0, "found"), "неделя\u00A046");
        EXPECT_EQ(words(journal, 0, "peak"), "14");
    }
}

TEST(ProblemsPage, ASurgeIsClosedAfterTwoWeeksWithinTheNorm) {
    EXPECT_EQ(words(listing(page_of_sample(made({.surge = 12, .surge_week = 3})), "journal"), 0, "state"), "закрыт");
    EXPECT_EQ(words(listing(page_of_sample(made({.surge = 12, .surge_week = 1})), "journal"), 0, "state"), "новый");
    EXPECT_EQ(listing(page_of_sample(made({.surge = 12, .surge_week = 12})), "journal").rows.size(), 0u);
    EXPECT_EQ(listing(page_of_sample(made({.surge = 12, .surge_week = 12})), "journal").empty, "За 8 недель всплесков не было");
}

TEST(ProblemsPage, AnUnfinishedWeekShowsTheLastCompleteOne) {
    const Snapshot snapshot = made();
    const ProblemsPage page = page_of_sample(snapshot, "#/problemy?tab=week&w=2026-W47");
    EXPECT_EQ(page.note, "Неделя 47 идёт: показана последняя полная");
    EXPECT_EQ(page.verdict, "Неделя 46: 1\u00A0всплеск.");
}

TEST(ProblemsPage, TooLittleHistoryIsSaid) {
    Maker maker;
    for (int i = 0; i < 30; ++i) maker.builder.add(maker.message(0, 0, 1, 1 + i));
    const Snapshot snapshot = std::move(maker).finish();
    const ProblemsPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict, "Неделя 46: мало недель истории, всплески не оцениваются.");
    EXPECT_TRUE(listing(page, "alarms").rows.empty());
    Maker nothing;
    const Snapshot empty = std::move(nothing).finish();
    for (const Listing& one : page_of_sample(empty).listings) EXPECT_TRUE(one.rows.empty()) << one.id;
}

TEST(ProblemsPage, PointsAreRankedAndSayWhetherToAskPeople) {
    Maker maker;
    for (int week = 0; week < 40; ++week)
        for (int i = 0; i < 3; ++i) {
            Message m = maker.message(1, 0, 2, week * 7 + 1 + i);
            m.repeat = i == 0 ? Answer::Yes : Answer::No;
            m.fast_track = Answer::No;
            maker.builder.add(m);
            Message pipe = Maker::closed_after(maker.message(0, 0, 1, week * 7 + 1 + i), 1);
            pipe.fast_track = Answer::Yes;
            maker.builder.add(pipe);
        }
    const Snapshot snapshot = std::move(maker).finish();
    const ProblemsPage page = page_of_sample(snapshot);
    const Listing points = listing(page, "points");
    ASSERT_EQ(points.rows.size(), 2u);
    EXPECT_EQ(words(points, 0, "poll"), "вопрос для опроса");
    EXPECT_EQ(words(points, 1, "poll"), "нет: устраняют, а не спрашивают");
    EXPECT_EQ(words(points, 0, "count"), "36");
    EXPECT_EQ(words(points, 0, "expected"), "36,0");
    EXPECT_EQ(words(points, 0, "weeks"), "12 из 12");
    EXPECT_EQ(words(points, 0, "repeats"), "12");
    EXPECT_GT(std::stoi(words(points, 0, "priority")), std::stoi(words(points, 1, "priority")));
    EXPECT_EQ(cell(points, 0, "priority").figure.why.size(), kPriorityParts);
    EXPECT_NE(listing(page, "spots").note.find("известны у 6 из 11"), std::string::npos) << listing(page, "spots").note;
}

TEST(ProblemsPage, AddressesThatComeAgainAreListedWhereTheSnapshotHasPoints) {
    Maker maker;
    for (int i = 0; i < 4; ++i) {
        Message m = maker.message(0, 0, 1, 5 + i * 7);
        m.lat = 62.5, m.lon = 66.1;
        m.has_place = true;
        maker.builder.add(m);
    }
    const Snapshot snapshot = std::move(maker).finish();
    const Listing addresses = listing(page_of_sample(snapshot), "addresses");
    ASSERT_EQ(addresses.rows.size(), 1u);
    EXPECT_EQ(words(addresses, 0, "place"), "62.5000, 66.1000");
    EXPECT_EQ(words(addresses, 0, "count"), "4");
    EXPECT_EQ(words(addresses, 0, "weeks"), "неделя\u00A043 – неделя\u00A046");
}

TEST(ProblemsPage, AMeasureShowsItsEffectOrTheReasonWhyNot) {
    Maker maker;
    for (int week = 0; week < 60; ++week)
        for (int i = 0; i < (week >= 20 ? 9 + week % 3 : 2); ++i) maker.builder.add(maker.message(0, 0, 1, week * 7 + 1 + i % 7));
    Snapshot snapshot = std::move(maker).finish();
    const auto step = [](const char* measure, const char* topic, const char* territory, Day done) {
        return std::vector<std::pair<const char*, RegisterCell>>{{"map", text("Тепло")}, {"measure", text(measure)}, {"topic", text(topic)}, {"territory", text(territory)}, {"done", on(done)}};
    };
    snapshot.registers.push_back(register_of("road_maps", {step("Заменить сеть", "Температура в квартирах", "Андра", day_of(home_week() - 20, 3)), step("Вчера", "Температура в квартирах", "", day_of(home_week() - 3, 3)),
                                                           step("Чужое", "Летающие тарелки", "", day_of(home_week() - 20, 3)), step("Не сделано", "Температура в квартирах", "", kNoDay)}));
    const ProblemsPage page = page_of_sample(snapshot);
    const Listing effects = listing(page, "effects");
    ASSERT_EQ(effects.rows.size(), 3u) << "what is not done has no effect yet";
    EXPECT_EQ(words(effects, 0, "measure"), "Заменить сеть");
    EXPECT_EQ(words(effects, 0, "verdict"), "стало меньше сразу");
    EXPECT_EQ(words(effects, 0, "change"), "10,0 → 2,0");
    EXPECT_EQ(words(effects, 0, "level").find("×0,2"), 0u) << words(effects, 0, "level");
    EXPECT_EQ(words(effects, 1, "verdict"), "нужно по 12 недель до и после");
    EXPECT_EQ(words(effects, 2, "verdict"), "темы нет в профиле");
    EXPECT_EQ(page.tiles.back().figure.text, "1");
}

TEST(ProblemsPage, APublishedSnapshotHidesSmallParts) {
    Maker maker;
    for (int week = 1; week < 30; ++week) maker.builder.add(maker.message(0, 0, 1, week * 7 + 3));
    for (int i = 0; i < 12; ++i) {
        Message m = maker.message(0, 0, 1, 1 + i % 6);
        m.subtopic = i < 10 ? "" : "Редкое";
        m.repeat = i < 2 ? Answer::Yes : Answer::No;
        m.channel = i % 2 == 0 ? "pos" : "im";
        maker.builder.add(m);
    }
    const Snapshot snapshot = std::move(maker).finish(true);
    const ProblemsPage page = page_of_sample(snapshot);
    EXPECT_EQ(words(listing(page, "points"), 0, "repeats"), "<\u00A03");
    EXPECT_TRUE(cell(listing(page, "points"), 0, "priority").figure.why.empty()) << "the parts of the score would tell the hidden count";
    for (const Listing& one : page.listings)
        for (std::size_t row = 0; row < one.rows.size(); ++row)
            for (std::size_t c = 0; c < one.columns.size(); ++c)
                if (one.columns[c].id == "count" || one.columns[c].id == "late" || one.columns[c].id == "repeats" || one.columns[c].id == "unsolved") { EXPECT_FALSE(one.rows[row][c].figure.text == "1" || one.rows[row][c].figure.text == "2") << one.id; }
}

/// Every topic that an entry names counts, whatever the page is narrowed to: the journal is the whole municipality's.
TEST(ProblemsPage, ARiskOfTwoTopicsCountsBothUnderAnyFilter) {
    const Profile& profile = oktyabrskoe();
    const auto &first = profile.blocks[0].topics[0], &second = profile.blocks[1].topics[0];
    Maker maker;
    for (int i = 0; i < 5; ++i) maker.builder.add(maker.message(0, 0, 1, 3));
    for (int i = 0; i < 4; ++i) maker.builder.add(maker.message(1, 0, 2, 3));
    maker.builder.add(maker.message(1, 0, 2, 30));
    Snapshot snapshot = std::move(maker).finish();
    snapshot.registers.push_back(register_of("risks", {{{"date", on(day_of(home_week(), 0))}, {"topic", text((first.name.ru + "; " + second.name.ru).c_str())}, {"reach", {.number = 1e300}}}}));
    for (const std::string hash : {"#/problemy?tab=week", "#/problemy?tab=week&b=roads", "#/problemy?tab=week&t=andra"}) {
        const Listing risks = listing(page_of_sample(snapshot, hash.c_str()), "info-risks");
        ASSERT_EQ(risks.rows.size(), 1u);
        EXPECT_EQ(words(risks, 0, "after"), "9") << hash;
        EXPECT_EQ(words(risks, 0, "before"), "0") << hash;
        EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(cell(risks, 0, "after").figure.href), snapshot.table, snapshot.info.week)), 9u) << hash;
    }
}

TEST(ProblemsPage, EnglishHasNoRussianWordsOfItsOwn) {
    const Snapshot snapshot = made();
    const ProblemsPage page = page_of_sample(snapshot, "#/problemy?tab=week&lang=en");
    EXPECT_EQ(page.verdict, "Week 46: 1\u00A0surge.");
    const auto has_russian = [](const std::string& said) { return said.find("\xD0") != std::string::npos || said.find("\xD1") != std::string::npos; };
    for (const Tile& tile : page.tiles) EXPECT_FALSE(has_russian(tile.label + tile.change.text)) << tile.label;
    for (const Listing& one : page.listings) {
        EXPECT_FALSE(has_russian(one.title + one.note + one.empty)) << one.id;
        for (const ListingColumn& column : one.columns) EXPECT_FALSE(has_russian(column.title)) << column.id;
    }
}

/// The last day of the week that is shown.
Day today() { return day_of(home_week(), 7); }

TEST(ProblemsPage, DecisionsOfMeetingsAreFollowedUp) {
    Snapshot snapshot = made();
    const auto decided = [](const char* what, Day due, Day done) {
        return std::vector<std::pair<const char*, RegisterCell>>{{"number", text("7")}, {"date", on(today() - 60)}, {"what", text(what)}, {"due", on(due)}, {"done", on(done)}};
    };
    snapshot.registers.push_back(register_of("protocol", {decided("в срок", today() - 10, today() - 11), decided("позже", today() - 10, today() - 8), decided("давно", today() - 50, today() - 50), decided("впереди", today() + 3, kNoDay),
                                                          decided("просрочено", today() - 2, kNoDay), decided("без срока", kNoDay, kNoDay), decided("сегодня", today(), kNoDay), decided("будущее", today() + 1, today() + 2)}));
    const Listing decisions = listing(page_of_sample(snapshot), "decisions");
    std::string order;
    for (std::size_t row = 0; row < decisions.rows.size(); ++row) order += words(decisions, row, "what") + ": " + words(decisions, row, "state") + '|';
    EXPECT_EQ(order, "просрочено: просрочено на 2\u00A0дня|сегодня: срок сегодня|будущее: осталось 1\u00A0день|впереди: осталось 3\u00A0дня|без срока: без срока|позже: исполнено " + format_day_month(today() - 8, Lang::Ru) +
                         ", позже срока на 2\u00A0дня|в срок: исполнено " + format_day_month(today() - 11, Lang::Ru) + '|');
    EXPECT_EQ(decisions.note, "открыто 5, исполнено в срок за год 2 из 4");
    EXPECT_EQ(cell(decisions, 0, "state").tone, Tone::Bad);
    EXPECT_NE(listing(page_of_sample(snapshot, "#/problemy?tab=week&t=andra"), "decisions").note.find("без отбора"), std::string::npos);
    EXPECT_TRUE(listing(page_of_sample(made()), "decisions").rows.empty());
}

TEST(ProblemsPage, VotesSayWhetherResidentsWereToldTheResults) {
    Snapshot snapshot = made();
    const auto vote = [](const char* title, Day from, Day until, Answer informed) {
        return std::vector<std::pair<const char*, RegisterCell>>{{"title", text(title)}, {"from", on(from)}, {"until", on(until)}, {"participants", {.number = 1318}}, {"informed", {.answer = informed}}};
    };
    snapshot.registers.push_back(register_of("votes", {vote("идёт", today() - 3, kNoDay, Answer::Unknown), vote("рассказано", today() - 40, today() - 30, Answer::Yes), vote("молчание", today() - 50, today() - 45, Answer::No),
                                                       vote("прошлый год", today() - 500, today() - 490, Answer::Yes)}));
    const Listing votes = listing(page_of_sample(snapshot), "votes");
    ASSERT_EQ(votes.rows.size(), 3u);
    EXPECT_EQ(words(votes, 0, "title") + words(votes, 0, "informed"), "идётидёт");
    EXPECT_EQ(words(votes, 1, "informed"), "опубликованы");
    EXPECT_EQ(words(votes, 2, "informed"), "не опубликованы");
    EXPECT_EQ(cell(votes, 2, "informed").tone, Tone::Bad);
    EXPECT_EQ(words(votes, 2, "participants"), "1\u00A0318");
    EXPECT_EQ(votes.note, "за год; жители узнали итоги 1 из 2 завершённых");
}

TEST(ProblemsPage, ARiskStandsBesideTheMessagesAboutItsTopic) {
    Snapshot snapshot = made();
    const Day found = day_of(home_week(), 0);
    snapshot.registers.push_back(register_of("risks", {{{"date", on(found)}, {"source", text("Газета")}, {"network", text("Сайт")}, {"topic", text("Температура в квартирах")}, {"territory", text("Андра")}, {"answered", on(found + 2)}},
                                                       {{"date", on(found - 20)}, {"source", text("Канал")}, {"topic", text("Неведомая тема")}, {"status", text("В работе")}}}));
    const ProblemsPage page = page_of_sample(snapshot);
    const Listing risks = listing(page, "info-risks");
    ASSERT_EQ(risks.rows.size(), 2u);
    EXPECT_EQ(words(risks, 0, "source"), "Газета · Сайт");
    EXPECT_EQ(words(risks, 0, "before"), "2");
    EXPECT_EQ(words(risks, 0, "after"), "14");
    EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(cell(risks, 0, "after").figure.href), snapshot.table, snapshot.info.week)), 14u);
    EXPECT_EQ(words(risks, 0, "state"), "отработано за 2\u00A0дня");
    EXPECT_EQ(words(risks, 1, "after"), "–");
    EXPECT_EQ(words(risks, 1, "state").substr(0, words(risks, 1, "state").find(',')), "В работе");
    EXPECT_EQ(risks.note.substr(0, risks.note.find("; рядом")), "за полгода; отработано 1 из 2");
}

}  // namespace
}  // namespace problemator
