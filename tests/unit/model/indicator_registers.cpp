// Indicators 2 to 7 against numbers counted by hand: from registers, from the join of topics, from marks.
#include <gtest/gtest.h>

#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {
namespace {

Day day(unsigned month, unsigned of) { return day_from_date({2026, month, of}); }

void add(Register& entries, std::initializer_list<std::pair<const char*, RegisterCell>> cells) {
    RegisterRow entry(entries.form.fields.size());
    for (const auto& [field, cell] : cells) entry[*entries.form.find(field)] = cell;
    entries.append(entry, 0, static_cast<std::uint32_t>(entries.rows()) + 2);
}

Register hearings() {
    Register entries{*find_register_form("hearings")};
    add(entries, {{"held", {.day = day_from_date({2025, 12, 20})}}, {"title", {.text = "Прошлый год"}}, {"through_pos", {.answer = Answer::No}}});
    add(entries, {{"held", {.day = day(2, 5)}}, {"title", {.text = "Бюджет"}}, {"through_pos", {.answer = Answer::Yes}}});
    add(entries, {{"held", {.day = day(6, 9)}}, {"title", {.text = "Генплан"}}, {"through_pos", {.answer = Answer::No}}});
    add(entries, {{"held", {.day = day(10, 31)}}, {"title", {.text = "Сквер"}}, {"through_pos", {.answer = Answer::Yes}}});
    add(entries, {{"held", {.day = day(11, 3)}}, {"title", {.text = "Следующий месяц"}}, {"through_pos", {.answer = Answer::No}}});
    return entries;
}

Register pages() {
    Register entries{*find_register_form("pages")};
    for (const unsigned month : {9u, 10u}) {
        add(entries, {{"institution", {.text = "Школа № 1"}}, {"network", {.text = "ВК"}}, {"active", {.answer = Answer::Yes}}, {"month", {.day = day(month, 1)}}});
        add(entries, {{"institution", {.text = "Школа № 1"}}, {"network", {.text = "ОК"}}, {"active", {.answer = Answer::Yes}}, {"month", {.day = day(month, 1)}}});
        add(entries, {{"institution", {.text = "Музей"}}, {"network", {.text = "ВК"}}, {"active", {.answer = month == 9 ? Answer::Yes : Answer::No}}, {"month", {.day = day(month, 1)}}});
        add(entries, {{"institution", {.text = "Клуб"}}, {"active", {.answer = Answer::No}}, {"month", {.day = day(month, 1)}}});
    }
    return entries;
}

Register road_maps(const Profile& profile) {
    Register entries{*find_register_form("road_maps")};
    add(entries, {{"map", {.text = "Тепло"}}, {"topic", {.text = profile.blocks[0].topics[0].name.ru + "; Небывалая тема"}}, {"measure", {.text = "Ввод"}}, {"done", {.day = day(10, 15)}}});
    add(entries, {{"map", {.text = "Снег"}}, {"topic", {.text = profile.blocks[1].topics[0].name.ru}}, {"measure", {.text = "Грейдер"}}, {"done", {.day = day(11, 2)}}});
    return entries;
}

/// October 2026: 12 messages of the first topic of block 0, 8 of block 1; five of them recognised by a rule, two routed by the source.
Snapshot october() {
    Maker maker;
    const auto days_before = [](unsigned of) { return static_cast<int>(day_from_minute(as_of()) - day(10, of)); };
    for (int i = 0; i < 20; ++i) {
        Message m = maker.message(i < 12 ? 0 : 1, 0, 0, days_before(1 + static_cast<unsigned>(i)));
        m.matched_rule = i < 5;
        m.auto_routed = i >= 4 && i < 6 ? Answer::Yes : Answer::No;
        maker.builder.add(m);
    }
    Snapshot snapshot;
    snapshot.table = std::move(maker.builder).finish(as_of(), {});
    snapshot.info = {.profile_json = profile_text(), .profile_id = "oktyabrskoe", .week = home_week(), .as_of = as_of(), .built_by = "test", .is_published = false, .inputs = {}};
    return snapshot;
}

IndicatorFacts facts_of(const Snapshot& snapshot, std::string_view id) {
    const World world{oktyabrskoe(), snapshot, ""};
    const State state;
    const Scope scope = scope_of(world, state);
    for (const Indicator& indicator : world.profile.indicators)
        if (indicator.id == id) return indicator_facts(scope, indicator);
    return {};
}

TEST(IndicatorFacts, WithoutTheHistoryOfMonthsTheFactIsTheSame) {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Snapshot snapshot = random_snapshot(seed, 900, 60);
        const World world{oktyabrskoe(), snapshot, ""};
        for (Week back = 0; back < 60; back += 7) {
            State state;
            state.week = home_week() - back;
            const Scope scope = scope_of(world, state);
            for (const Indicator& indicator : world.profile.indicators) {
                const auto all = indicator_facts(scope, indicator), last = indicator_facts(scope, indicator, MonthSpan::Last);
                EXPECT_EQ(last.numerator, all.numerator) << indicator.id << ", " << back << " weeks back";
                EXPECT_EQ(last.denominator, all.denominator) << indicator.id;
                EXPECT_EQ(last.percent, all.percent) << indicator.id;
                EXPECT_EQ(last.standing, all.standing) << indicator.id;
                EXPECT_EQ(last.also.has_value(), all.also.has_value()) << indicator.id;
                EXPECT_LE(last.months.size(), all.months.size()) << indicator.id;
            }
        }
    }
}

TEST(IndicatorRegisters, HearingsAreCountedFromTheBeginningOfTheYear) {
    Snapshot snapshot = october();
    snapshot.registers = {hearings()};
    const auto facts = facts_of(snapshot, "hearings");
    EXPECT_TRUE(facts.is_year);
    EXPECT_EQ(facts.numerator, 2u);
    EXPECT_EQ(facts.denominator, 3u) << "neither last year's nor next month's";
    EXPECT_EQ(facts.plan, 80);
    EXPECT_EQ(facts.standing, Standing::Close) << "one hearing short: 3 of 3 would do";
    ASSERT_EQ(facts.months.size(), 4u) << "months with hearings";
    EXPECT_EQ(facts.months.back().numerator, 1u);
    ASSERT_EQ(facts.lines.size(), 3u);
    EXPECT_EQ(facts.lines[0].text, "Генплан") << "what is not counted comes first";
    EXPECT_FALSE(facts.lines[0].is_counted);
}

TEST(IndicatorRegisters, TheLineOfFewEntriesSumsEachYearAndEndsAtTheFact) {
    Snapshot snapshot = october();
    snapshot.registers = {hearings()};
    const auto facts = facts_of(snapshot, "hearings");
    const World world{oktyabrskoe(), snapshot, "test"};
    for (const char* link : {"#/pokazateli", "#/pokazateli?g=quarter"}) {
        const IndicatorsPage page = indicators_page(world, from_hash(link));
        const auto card = std::find_if(page.cards.begin(), page.cards.end(), [](const IndicatorCard& c) { return c.id == "hearings"; });
        ASSERT_TRUE(card != page.cards.end());
        EXPECT_TRUE(card->is_since_january);
        ASSERT_EQ(card->facts.size(), facts.months.size()) << link;
        EXPECT_DOUBLE_EQ(card->facts.back().second, *facts.percent) << link;
        EXPECT_EQ(card->facts.back().first, facts.months.back().month);
        EXPECT_DOUBLE_EQ(card->facts.front().second, 100.0 * facts.months.front().numerator / facts.months.front().denominator) << "a new year begins anew";
    }
}

TEST(IndicatorRegisters, AnInstitutionIsCountedOnceHoweverManyPagesItHas) {
    Snapshot snapshot = october();
    snapshot.registers = {pages()};
    const auto facts = facts_of(snapshot, "social_media");
    EXPECT_FALSE(facts.is_year);
    EXPECT_EQ(facts.numerator, 1u);
    EXPECT_EQ(facts.denominator, 3u);
    ASSERT_EQ(facts.months.size(), 2u);
    EXPECT_EQ(facts.months[0].numerator, 2u);
    EXPECT_EQ(facts.standing, Standing::Behind) << "no interval: the register is the whole";
}

TEST(IndicatorRegisters, DecisionsWithoutAWordAboutThePlatformBelongToIt) {
    Snapshot snapshot = october();
    Register entries{*find_register_form("decisions")};
    add(entries, {{"date", {.day = day(3, 1)}}, {"subject", {.text = "Каток"}}, {"informed", {.answer = Answer::Yes}}});
    add(entries, {{"date", {.day = day(4, 1)}}, {"subject", {.text = "Сквер"}}, {"through_pos", {.answer = Answer::Yes}}, {"informed", {.answer = Answer::Yes}}});
    add(entries, {{"date", {.day = day(4, 2)}}, {"subject", {.text = "Парковка"}}, {"through_pos", {.answer = Answer::No}}, {"informed", {.answer = Answer::No}}});
    snapshot.registers = {entries};
    const auto facts = facts_of(snapshot, "decisions_informed");
    EXPECT_EQ(facts.numerator, 2u);
    EXPECT_EQ(facts.denominator, 2u);
    EXPECT_EQ(facts.standing, Standing::Met);
}

TEST(IndicatorRegisters, MessagesOfATopicWithACompletedMeasureAreCountedAndUnknownTopicsAreTold) {
    Snapshot snapshot = october();
    snapshot.registers = {road_maps(oktyabrskoe())};
    const auto facts = facts_of(snapshot, "road_maps");
    EXPECT_EQ(facts.numerator, 12u) << "the grader came in November";
    EXPECT_EQ(facts.denominator, 20u);
    ASSERT_EQ(facts.lines.size(), 2u);
    EXPECT_EQ(facts.lines[0].text, "небывалая тема");
    EXPECT_FALSE(facts.lines[0].is_counted);
}

TEST(IndicatorRegisters, DeliveryByTheSourceOrByARuleIsCountedOnce) {
    const auto facts = facts_of(october(), "auto_delivery");
    EXPECT_EQ(facts.numerator, 6u) << "rows 0…4 by a rule, 4 and 5 by the source";
    EXPECT_EQ(facts.denominator, 20u);
}

TEST(IndicatorRegisters, AListThatNamesNothingIsZeroAndNoListIsMissing) {
    Snapshot snapshot = october();
    EXPECT_EQ(facts_of(snapshot, "auto_control").standing, Standing::Missing);
    snapshot.registers = {Register{*find_register_form("auto_control")}};
    EXPECT_EQ(facts_of(snapshot, "auto_control").percent, 0);
    EXPECT_EQ(facts_of(snapshot, "hearings").standing, Standing::Missing);
    snapshot.registers = {Register{*find_register_form("hearings")}};
    EXPECT_EQ(facts_of(snapshot, "hearings").standing, Standing::Missing) << "an empty register says nothing about the year";
}

TEST(IndicatorRegisters, APageSaysWhereTheNumberComesFrom) {
    Snapshot snapshot = october();
    snapshot.registers = {hearings()};
    const auto page = indicators_page({oktyabrskoe(), snapshot, ""}, {});
    const auto& card = page.cards[6];
    EXPECT_EQ(card.fraction, "2 из 3");
    EXPECT_EQ(card.fact.text, "66,7");
    EXPECT_TRUE(card.fact.href.empty());
    EXPECT_EQ(card.footer, "январь – октябрь 2026");
    ASSERT_GE(card.fact.why.size(), 6u);
    EXPECT_EQ(card.fact.why[1].second, "январь – октябрь 2026");
    EXPECT_EQ(card.fact.why[2].second, "3");
    EXPECT_EQ(card.fact.why[3].second, "09.06.2026: Генплан");
    EXPECT_NE(card.note.find("70"), std::string::npos) << "the defect of the decree stays told";
}

TEST(IndicatorRegisters, ADecreeWithoutPlansShowsTheFactAlone) {
    Snapshot snapshot = october();
    snapshot.registers = {hearings()};
    const Profile okha = *builtin_profile("okha");
    const auto page = indicators_page({okha, snapshot, ""}, {});
    ASSERT_EQ(page.cards.size(), 7u);
    EXPECT_EQ(page.cards[6].fact.text, "66,7");
    EXPECT_EQ(page.cards[6].status, "плана нет");
    EXPECT_NE(page.verdict.find("без плана"), std::string::npos) << page.verdict;
}

}  // namespace
}  // namespace problemator::testing_tables
