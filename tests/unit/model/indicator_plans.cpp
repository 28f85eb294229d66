// Plans of indicators: the profile's, over it the register's, over that the reader's; and months summed to quarters, against numbers counted by hand.
#include <gtest/gtest.h>

#include <set>

#include "core/model/indicators/indicator_plans.hpp"
#include "core/model/indicators/indicator_quarters.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/model/indicators/plan_form.hpp"
#include "core/model/overview/overview_page.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {
namespace {

Register plans(std::initializer_list<std::tuple<const char*, double, double>> entries) {
    const RegisterForm& form = *find_register_form("plans");
    Register out{form};
    for (const auto& [indicator, year, percent] : entries) {
        RegisterRow cells(form.fields.size());
        cells[*form.find("indicator")].text = indicator;
        cells[*form.find("year")].number = year;
        cells[*form.find("percent")].number = percent;
        out.append(cells, 0, static_cast<std::uint32_t>(out.rows() + 2));
    }
    return out;
}

Indicator indicator_of(const World& world, std::string_view id) {
    for (const PlannedIndicator& one : planned_indicators(world, OwnIndicators::Added))
        if (one.indicator.id == id) return one.indicator;
    return {};
}

double plan_in(const World& world, std::string_view id, int year) { return plan_of_year(indicator_of(world, id), year).value_or(-1); }

TEST(Plans, TheReadersPlanCountsBeforeTheRegistersAndThatBeforeTheProfiles) {
    Snapshot snapshot = Maker{}.finish();
    const Register mine = plans({{"ФАСТ-ТРЕК", 2027, 97}});
    World world{oktyabrskoe(), snapshot, ""};
    const double own = plan_in(world, "fast_track", 2026);
    EXPECT_GT(own, 0);
    snapshot.registers = {plans({{"Фаст-трек", 2026, 71.5}, {"Фаст-трек", 2027, 72}, {"fast_track", 2031, 99}, {"Нет такого", 2026, 1}})};
    EXPECT_EQ(plan_in(world, "fast_track", 2026), 71.5);
    EXPECT_EQ(plan_in(world, "fast_track", 2031), 99);
    world.unpublished_plans = &mine;
    EXPECT_EQ(plan_in(world, "fast_track", 2026), 71.5);
    EXPECT_EQ(plan_in(world, "fast_track", 2027), 97);
    std::set<std::string> unpublished;
    for (const PlannedIndicator& one : planned_indicators(world, OwnIndicators::LeftOut))
        if (one.is_unpublished) unpublished.insert(one.indicator.id);
    EXPECT_EQ(unpublished, std::set<std::string>{"fast_track"});
}

TEST(Plans, WhatIsNoPlanChangesNothing) {
    Snapshot snapshot = Maker{}.finish();
    const World world{oktyabrskoe(), snapshot, ""};
    const auto before = indicator_of(world, "fast_track").plan.size();
    snapshot.registers = {plans({{"Фаст-трек", 2026.5, 50}, {"Фаст-трек", 20, 50}, {"Фаст-трек", 2040, 101}, {"Фаст-трек", 2040, -1}, {"", 2040, 50}})};
    EXPECT_EQ(indicator_of(world, "fast_track").plan.size(), before);
    EXPECT_EQ(plan_in(world, "fast_track", 2040), -1);
}

TEST(Plans, TheCardSaysThePlanThatCounts) {
    const Snapshot snapshot = random_snapshot(3, 3000);
    const Register mine = plans({{"fast_track", 2026, 12.5}});
    World world{oktyabrskoe(), snapshot, ""};
    world.unpublished_plans = &mine;
    const IndicatorsPage page = indicators_page(world, from_hash("#/pokazateli"));
    EXPECT_NE(page.cards.front().plan_text.find("план 12,5"), std::string::npos) << page.cards.front().plan_text;
    EXPECT_TRUE(page.cards.front().is_plan_unpublished);
    EXPECT_EQ(overview_page(world, from_hash("")).indicators.front().plan, 12.5);
    EXPECT_EQ(page.plan_href, "#/pokazateli?ind=fast_track&over=plan");
}

TEST(Plans, TheFormHasAFieldAYearAndNamesItsIndicator) {
    const Snapshot snapshot = Maker{}.finish();
    const World world{oktyabrskoe(), snapshot, ""};
    const EntryForm form = plan_form(world, from_hash("#/pokazateli?ind=fast_track&over=plan"));
    ASSERT_GE(form.fields.size(), 4u);
    EXPECT_EQ(form.fields[0].id, "of");
    EXPECT_EQ(form.fields[0].value, "fast_track");
    EXPECT_EQ(form.fields[1].value, "Фаст-трек");
    EXPECT_EQ(form.fields[2].id, "2025");
    EXPECT_TRUE(plan_form(world, from_hash("#/pokazateli?ind=none-such&over=plan")).fields.empty());
}

/// Three messages a month from June to October 2026; in May one alone. Of every third answer the mark is high.
Snapshot five_months() {
    Maker maker;
    const auto put = [&](unsigned month, unsigned day, int rating) {
        Message m = Maker::closed_after(maker.message(0, 0, 0, static_cast<int>(day_from_minute(as_of()) - day_from_date({2026, month, day}))), 1);
        m.rating = rating;
        maker.builder.add(m);
    };
    put(5, 20, 5);
    for (unsigned month = 6; month <= 10; ++month)
        for (unsigned day = 3; day <= 21; day += 9) put(month, day, day == 3 ? 5 : 2);
    return std::move(maker).finish();
}

TEST(Quarters, AQuarterIsTheSumOfItsMonthsAndTheLastWholeOneIsTheFact) {
    const Snapshot snapshot = five_months();
    const World world{oktyabrskoe(), snapshot, ""};
    const State state;
    const Scope scope = scope_of(world, state);
    const Indicator rated = indicator_of(world, "high_ratings");
    ASSERT_FALSE(rated.id.empty());
    const IndicatorFacts monthly = indicator_facts(scope, rated), quarters = by_quarter(scope, monthly);
    EXPECT_EQ(monthly.denominator, 3u);
    EXPECT_EQ(quarters.step, 3);
    EXPECT_EQ(point_name(quarters.month, 3, Lang::Ru), "III квартал 2026");
    EXPECT_EQ(point_name(quarters.month, 3, Lang::En), "Q3 2026");
    EXPECT_EQ(quarters.numerator, 3u);
    EXPECT_EQ(quarters.denominator, 9u);
    ASSERT_EQ(quarters.months.size(), 1u);   // the table begins in the middle of the second quarter
    EXPECT_EQ(count_rows(snapshot.table, filter_of(indicator_rows(scope, quarters), snapshot.table, home_week())), 9u);
}

TEST(Quarters, ThePageSaysQuartersAndKeepsTheEndOfTheYear) {
    const Snapshot snapshot = random_snapshot(5, 6000, 120);
    const World world{oktyabrskoe(), snapshot, ""};
    const IndicatorsPage months = indicators_page(world, from_hash("#/pokazateli?ind=fast_track")), quarters = indicators_page(world, from_hash("#/pokazateli?g=quarter&ind=fast_track"));
    EXPECT_NE(quarters.note.find("III квартал 2026"), std::string::npos) << quarters.note;
    EXPECT_TRUE(quarters.grains[1].is_selected);
    EXPECT_EQ(quarters.grains[0].href, "#/pokazateli?ind=fast_track");
    EXPECT_EQ(quarters.cards.front().outlook_figure.text, months.cards.front().outlook_figure.text);
    ASSERT_TRUE(quarters.study && months.study);
    EXPECT_LT(quarters.study->points.size() * 2, months.study->points.size());
    EXPECT_EQ(quarters.study->points.back().name, "III квартал 2026");
}

}  // namespace
}  // namespace problemator::testing_tables
