// Indicators that are not of the decree, and what 31 December will bring.
#include <gtest/gtest.h>

#include "core/model/indicators/indicator_outlook.hpp"
#include "core/schema/indicator_file.hpp"
#include "core/schema/indicator_term.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;

/// Twenty rated answers a month for `months` months up to October, `high` of them rated 5.
Snapshot rated_months(int months, int high) {
    Maker maker;
    for (int month = 0; month < months; ++month)
        for (int i = 0; i < 20; ++i) {
            Message m = maker.message(0, 0, 1, 1);
            m.received = minute_from_day(first_day_of_month(month_from_day(day_from_date({2026, 10, 1})) - month) + 1) + 60;
            m = Maker::closed_after(m, 3);
            m.rating = i < high ? 5 : 3;
            maker.builder.add(m);
        }
    return std::move(maker).finish();
}

const IndicatorCard& card(const IndicatorsPage& page, std::string_view id) {
    for (const auto& one : page.cards)
        if (one.id == id) return one;
    ADD_FAILURE() << "no card " << id;
    static const IndicatorCard none;
    return none;
}

TEST(OwnIndicators, AFileOfDataIndicatorsIsCountedByItsFilter) {
    const auto snapshot = rated_months(10, 18);
    const auto page = indicators_page({oktyabrskoe(), snapshot, ""}, {});
    const IndicatorCard& own = card(page, "high_ratings");
    EXPECT_EQ(own.number, 0);
    EXPECT_EQ(own.fraction, "18 из 20");
    EXPECT_NEAR(*own.fact.value, 90, 1e-9);
    EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(own.part.href), snapshot.table, snapshot.info.week)), 18u);
    EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(own.fraction_href), snapshot.table, snapshot.info.week)), 20u);
}

TEST(Outlook, ASteadyShareAboveThePlanWillMeetIt) {
    const auto snapshot = rated_months(10, 18);
    const auto page = indicators_page({oktyabrskoe(), snapshot, ""}, {});
    const IndicatorCard& own = card(page, "high_ratings");
    ASSERT_TRUE(own.outlook);
    EXPECT_NEAR(own.outlook->so_far, 90, 1e-9);
    EXPECT_NEAR(own.outlook->value, 90, 1);
    EXPECT_LE(own.outlook->low, own.outlook->value);
    EXPECT_GE(own.outlook->high, own.outlook->value);
    EXPECT_EQ(own.outlook_text.find("план будет выполнен, вероятность"), 0u) << own.outlook_text;
    EXPECT_EQ(own.outlook_tone, Tone::Good);
    EXPECT_NE(page.note.find("план будет выполнен 1"), std::string::npos) << page.note;
}

TEST(Outlook, AShareFarUnderThePlanWillNotMeetIt) {
    const auto snapshot = rated_months(10, 4);
    const IndicatorCard own = card(indicators_page({oktyabrskoe(), snapshot, ""}, {}), "high_ratings");
    EXPECT_EQ(own.outlook_text.find("план не будет выполнен"), 0u) << own.outlook_text;
    EXPECT_EQ(own.outlook_tone, Tone::Bad);
}

TEST(Outlook, AShortHistoryIsTooEarlyToTell) {
    const auto four = card(indicators_page({oktyabrskoe(), rated_months(4, 18), ""}, {}), "high_ratings");
    EXPECT_EQ(four.outlook_text, "рано судить: история — 4\u00A0месяца");
    const auto two = card(indicators_page({oktyabrskoe(), rated_months(2, 18), ""}, {}), "high_ratings");
    EXPECT_EQ(two.outlook_text, "рано судить: история коротка");
    EXPECT_FALSE(two.outlook);
}

TEST(OwnIndicators, WordsOfFiltersAreThoseOfThePages) {
    EXPECT_EQ(message_marks().size(), kMarks);
    for (const auto mark : message_marks()) EXPECT_TRUE(parse_mark(mark)) << mark;
    for (const auto basis : message_bases()) EXPECT_TRUE(from_hash("#/soobshcheniya?basis=" + std::string{basis}).unknown.empty()) << basis;
    IndicatorTerm term = *parse_term("messages?b=utilities,roads&basis=closed&not=gratitude&m=rated");
    const auto rows = *rows_of_term(term);
    EXPECT_EQ(rows.basis, Basis::Closed);
    EXPECT_EQ(rows.with, bit(Mark::Rated));
    EXPECT_EQ(rows.without, bit(Mark::Gratitude));
    EXPECT_EQ(rows.keep[index(Dimension::Block)], (std::vector<std::string>{"roads", "utilities"}));
}

TEST(OwnIndicators, ThePagesFilterAndTheIndicatorsHoldTogether) {
    const auto snapshot = testing_tables::random_snapshot(8, 8000);
    const World world{oktyabrskoe(), snapshot, ""};
    for (const char* hash : {"#/pokazateli?b=utilities", "#/pokazateli?b=no-such", "#/pokazateli?t=andra&m=repeat"}) {
        const auto page = indicators_page(world, from_hash(hash));
        const IndicatorCard& own = card(page, "high_ratings");
        if (!own.fact.href.empty()) { EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(own.fact.href), snapshot.table, snapshot.info.week)), own.fact.n) << hash; }
    }
}

}  // namespace
}  // namespace problemator
