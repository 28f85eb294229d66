#include "core/import/date_order.hpp"

#include <gtest/gtest.h>

#include "core/base/format.hpp"

namespace problemator {
namespace {

using Cells = std::vector<std::string_view>;

std::string shown(const std::optional<ReadTime>& time) {
    if (!time) return "-";
    std::string text = time->has_time ? format_iso_minute(time->minute) : format_iso_day(day_from_minute(time->minute));
    return time->utc_offset_minutes ? text + " " + std::to_string(*time->utc_offset_minutes) : text;
}

TEST(DateOrder, EveryFormOfTheExportsIsReadInTheOrderOfItsColumn) {
    struct Case { DateOrder order; const char* text; const char* expected; };
    using enum DateOrder;
    const Case cases[] = {
        {DayFirst, "09.11.2026 8:15:00", "2026-11-09T08:15"}, {DayFirst, "2026-11-09T08:15:00+03:00", "2026-11-09T08:15 180"},
        {DayFirst, "09.11.2026, 08:15", "2026-11-09T08:15"}, {DayFirst, "9.11.26 8:15", "2026-11-09T08:15"}, {DayFirst, "09/11/2026", "2026-11-09"},
        {DayFirst, "09-11-26", "2026-11-09"}, {DayFirst, "12 января 2026", "2026-01-12"}, {DayFirst, "12 января 2026 г. 09:30", "2026-01-12T09:30"},
        {DayFirst, "12-янв-26", "2026-01-12"}, {DayFirst, "3 мая 2026 г.", "2026-05-03"}, {DayFirst, "1 сент. 2026", "2026-09-01"}, {DayFirst, "12-JAN-2026", "2026-01-12"},
        {DayFirst, "Jan 12, 2026", "2026-01-12"}, {DayFirst, "January 12, 2026 01:05 PM", "2026-01-12T13:05"}, {DayFirst, "09/11/2026 08:15:30 PM", "2026-11-09T20:15"},
        {MonthFirst, "11/09/2026 08:15:30 PM", "2026-11-09T20:15"}, {MonthFirst, "11/9/26 0:05", "2026-11-09T00:05"}, {MonthFirst, "2026-11-09", "2026-11-09"},
        {MonthFirst, "13/09/2026", "-"}, {YearFirst, "2026.11.09 08:15", "2026-11-09T08:15"}, {YearFirst, "26-11-09", "2026-11-09"}, {YearFirst, "2026/1/9", "2026-01-09"},
        {DayFirst, "09.11/2026", "-"}, {DayFirst, "31.02.2026", "-"}, {DayFirst, "12 мартобря 2026", "-"}, {DayFirst, "12 ма 2026", "-"}, {DayFirst, "", "-"},
    };
    for (const Case& c : cases) EXPECT_EQ(shown(read_date(c.text, date_forms(c.order))), c.expected) << c.text;
}

TEST(DateOrder, AllValuesOfTheColumnDecide) {
    struct Case { const char* name; Cells cells; DateOrder order; double least, most; };
    using enum DateOrder;
    const Case cases[] = {
        {"a day above 12 stands first", {"01.02.2026", "17.02.2026", "19.02.2026", "28.02.2026"}, DayFirst, 1, 1},
        {"a day above 12 stands second", {"1/2/20 0:05", "1/13/20 8:43", "2/14/20", "3/30/20"}, MonthFirst, 1, 1},
        {"both fit", {"01/02/2026", "03/04/2026"}, YearFirst, 0.5, 0.5},   // as assumed
        {"the year stands first", {"2026-11-09", "2026-01-02T10:00"}, YearFirst, 1, 1},
        {"names of months", {"12 января 2026", "3 мая 2026"}, YearFirst, 1, 1},
        {"a slip of the pen among many", {"17.02.2026", "18.02.2026", "19.02.2026", "20.02.2026", "02.30.2026"}, DayFirst, 0.75, 0.85},
        {"no dates at all", {"снег", "5", "1.2.3.4"}, YearFirst, 0.5, 0.5},
    };
    for (const Case& c : cases) {
        const DateOrderGuess guess = guess_date_order(c.cells, YearFirst);
        EXPECT_EQ(order_id(guess.order), order_id(c.order)) << c.name;
        EXPECT_GE(guess.confidence, c.least) << c.name;
        EXPECT_LE(guess.confidence, c.most) << c.name;
    }
}

TEST(DateOrder, InAStretchOfDaysTheDayIsWhatVaries) {
    std::vector<std::string> texts;
    for (int day = 1; day <= 12; ++day)
        for (int i = 0; i < 3; ++i) texts.push_back("11/" + std::to_string(day) + "/2026");
    const Cells cells{texts.begin(), texts.end()};
    const DateOrderGuess guess = guess_date_order(cells, DateOrder::DayFirst);
    EXPECT_EQ(guess.order, DateOrder::MonthFirst);
    EXPECT_EQ(guess.confidence, 0.75);
}

TEST(DateOrder, ColumnsOfOneFileAgree) {
    std::vector<DateOrderGuess> columns = {guess_date_order(Cells{"01/02/2026"}, DateOrder::DayFirst), guess_date_order(Cells{"01/20/2026", "01/21/2026", "01/22/2026"}, DateOrder::DayFirst)};
    EXPECT_EQ(shown_order(columns)->confidence, 0.5);
    agree_on_order(columns);
    EXPECT_EQ(columns[0].order, DateOrder::MonthFirst);
    const auto guess = shown_order(columns);
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->value, "mdy");
    EXPECT_EQ(guess->confidence, 0.9);
    EXPECT_FALSE(shown_order(std::span<const DateOrderGuess>{}));
}

TEST(DateOrder, HasAnIdThatTheUserMayGive) {
    for (const char* id : {"dmy", "mdy", "ymd"}) EXPECT_EQ(order_id(*parse_order(id)), id);
    EXPECT_FALSE(parse_order("dym"));
}

TEST(DateForms, AreShownInTheLanguageOfTheReader) {
    struct Case { const char* pattern; const char* ru; const char* en; };
    const Case cases[] = {
        {"dd.mm.yyyy[ HH:MM[:SS]]", "ДД.ММ.ГГГГ", "DD.MM.YYYY"}, {"iso", "ГГГГ-ММ-ДД", "YYYY-MM-DD"}, {"mm/dd/yyyy hh:MM:SS am", "ММ/ДД/ГГГГ чч:мм:сс AM", "MM/DD/YYYY hh:mm:ss AM"},
        {"d mon yyyy[ г.]", "ДД МЕС ГГГГ", "DD MON YYYY"}, {"dd.mm.yyyy HH:MM", "ДД.ММ.ГГГГ чч:мм", "DD.MM.YYYY hh:mm"},
    };
    for (const Case& c : cases) {
        const Error error{.fault = Fault::BadDate, .piece = "вчера", .expected = DateForm::compile(c.pattern)->shown()};
        EXPECT_NE(describe(error, Lang::Ru).find(std::string{"ожидается "} + c.ru + ";"), std::string::npos) << describe(error, Lang::Ru);
        EXPECT_NE(describe(error, Lang::En).find(std::string{"expected "} + c.en + ";"), std::string::npos) << describe(error, Lang::En);
    }
}

}  // namespace
}  // namespace problemator
