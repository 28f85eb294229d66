#include "core/import/serial.hpp"

#include <gtest/gtest.h>

#include "core/import/number_format.hpp"

namespace problemator {
namespace {

constexpr DateSystem k1900 = DateSystem::From1900, k1904 = DateSystem::From1904;

std::string date_text(std::string_view decimal, DateSystem system) {
    std::string out;
    return append_serial_date(out, decimal, system) ? out : "none";
}

TEST(Serial, DaysBecomeDatesInBothSystems) {
    struct Case { std::string_view decimal; DateSystem system; const char* date; };
    const Case cases[] = {
        {"1", k1900, "1900-01-01"}, {"59", k1900, "1900-02-28"}, {"61", k1900, "1900-03-01"}, {"25569", k1900, "1970-01-01"},
        {"46335", k1900, "2026-11-09"}, {"46335.34375", k1900, "2026-11-09T08:15:00"}, {"4.6335343750000002E4", k1900, "2026-11-09T08:15:00"},
        {"1.5E4", k1900, "1941-01-24"}, {"+46335", k1900, "2026-11-09"}, {"046335.0", k1900, "2026-11-09"},
        {"0", k1904, "1904-01-01"}, {"44873.5", k1904, "2026-11-09T12:00:00"}, {"109574", k1900, "2199-12-31"}, {"109575", k1900, "none"},
    };
    for (const Case& c : cases) EXPECT_EQ(date_text(c.decimal, c.system), c.date) << c.decimal;
}

TEST(Serial, TheFalseLeapDayAndNonsenseAreNoDates) {
    for (const char* decimal : {"60", "60.5", "0", "0.5", "-1", "", ".", "1e", "1e999", "12.3.4", "46335,5", "1E400", "9999999", "99999999999", "0x10", "nan", " 1"})
        EXPECT_EQ(time_from_serial(decimal, k1900), std::nullopt) << decimal;
}

TEST(Serial, MinutesAreNeverOneShort) {
    // Every minute of a day, as the 17 digits that a double of it prints.
    for (int minute = 0; minute < kMinutesPerDay; ++minute) {
        char decimal[64];
        std::snprintf(decimal, sizeof decimal, "%.17g", 46335 + minute / 1440.0);
        const auto time = time_from_serial(decimal, k1900);
        ASSERT_TRUE(time) << decimal;
        EXPECT_EQ(time->minute, minute_from_day(day_from_date({2026, 11, 9})) + minute) << decimal;
        EXPECT_EQ(time->has_time, minute != 0);
    }
}

TEST(Serial, TheLastMicrosecondsOfADayAreTheNextDay) {
    EXPECT_EQ(date_text("46335.999999", k1900), "2026-11-10");
    EXPECT_EQ(date_text("46335.99999", k1900), "2026-11-09T23:59:59");
    EXPECT_EQ(date_text("59.9999999", k1900), "none") << "it is the false 29 February";
}

TEST(Serial, DurationsGoBeyondADay) {
    struct Case { std::string_view decimal; std::optional<Minute> minutes; const char* text; };
    const Case cases[] = {
        {"1.10625", 26 * 60 + 33, "26:33:00"}, {"0", 0, "00:00:00"}, {"9.2592592592592588E-5", 0, "00:00:08"}, {"0.99999999", 1440, "24:00:00"},
        {"100", 144000, "2400:00:00"}, {"-0.5", std::nullopt, "none"}, {"36526", std::nullopt, "none"}, {"x", std::nullopt, "none"},
    };
    for (const Case& c : cases) {
        std::string out;
        EXPECT_EQ(duration_from_serial(c.decimal), c.minutes) << c.decimal;
        EXPECT_EQ(append_serial_duration(out, c.decimal) ? out : "none", c.text) << c.decimal;
    }
}

TEST(Serial, NumbersAreWrittenAsPeopleReadThem) {
    struct Case { std::string_view decimal; const char* text; };
    const Case cases[] = {
        {"327441806", "327441806"}, {"3.27441806E8", "327441806"}, {"0.10000000000000001", "0.1"}, {"56.123456000000001", "56.123456"},
        {"46335.343749999985", "46335.34375"}, {"-1.50", "-1.5"}, {"-0", "0"}, {"0.000", "0"}, {"1E-3", "0.001"}, {"1.2E+2", "120"}, {"12345678901234567", "12345678901234567"},
        {"9007199254740993", "9007199254740993"}, {"123456789012345678", "123456789012345680"}, {"0.99999999999999999", "1"}, {"999999999999999999", "1000000000000000000"},
        {".5", "0.5"}, {"5.", "5"}, {"1E20", "100000000000000000000"},
    };
    for (const Case& c : cases) {
        std::string out;
        ASSERT_TRUE(append_number(out, c.decimal)) << c.decimal;
        EXPECT_EQ(out, c.text);
    }
}

TEST(Serial, WhatIsWrittenIsReadAgainOrNothingIsWritten) {
    for (const std::string_view decimal : {"1E399", "4.633534375002E400", "1E-400", "1.5E-396", "-9.99E398", "1E400"}) {
        std::string out, again;
        if (append_number(out, decimal)) EXPECT_TRUE(append_number(again, out) && again == out) << decimal;
        else EXPECT_EQ(out, "") << decimal;
    }
    std::string out;
    EXPECT_TRUE(append_number(out, "1E308"));
    EXPECT_EQ(out.size(), 309u);
}

TEST(NumberFormat, ACodeTellsDatesFromNumbers) {
    using enum NumberForm;
    struct Case { std::string_view code; NumberForm form; };
    const Case cases[] = {
        {"General", Plain}, {"0.00", Plain}, {"#,##0\\ \"дней\"", Plain}, {"0.00E+00", Plain}, {"[Red]0;[Blue]-0", Plain}, {"@", Plain}, {"\"Шт. dd\"0", Plain}, {"_-* #,##0_-", Plain},
        {"dd.mm.yyyy", Date}, {"dd\\.mm\\.yyyy", Date}, {"[$-419]d mmm yyyy;@", Date}, {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Date}, {"mmm", Date}, {"mm-yy", Date},
        {"dd.mm.yyyy hh:mm", DateTime}, {"m/d/yy h:mm AM/PM", DateTime}, {"yyyy-mm-dd\\Thh:mm:ss", DateTime}, {"hh:mm dd.mm", DateTime}, {"YYYY-MM-DD HH:MM:SS", DateTime},
        {"h:mm", Time}, {"mm:ss", Time}, {"mm:ss.0", Time}, {"hh:mm:ss AM/PM", Time}, {"h A/P", Time},
        {"[h]:mm:ss", Duration}, {"[hh]:mm", Duration}, {"[mm]:ss", Duration}, {"[ss]", Duration}, {"[$-419][H]:MM", Duration}, {"[h", Duration}, {"\"", Plain}, {"\\", Plain}, {"", Plain},
    };
    for (const Case& c : cases) EXPECT_EQ(form_of_code(c.code), c.form) << c.code;
}

TEST(NumberFormat, ACellIsReadAsItIsShown) {
    struct Case { std::string_view decimal; NumberForm form; CellKind kind; const char* text; };
    const Case cases[] = {
        {"46335", NumberForm::Date, CellKind::Date, "2026-11-09"}, {"46335", NumberForm::DateTime, CellKind::Date, "2026-11-09T00:00:00"},
        {"46335.34375", NumberForm::Date, CellKind::Date, "2026-11-09T08:15:00"}, {"46335.34375", NumberForm::Time, CellKind::Date, "2026-11-09T08:15:00"},
        {"0.34375", NumberForm::Time, CellKind::Duration, "08:15:00"}, {"1.10625", NumberForm::Duration, CellKind::Duration, "26:33:00"},
        {"60", NumberForm::Date, CellKind::Number, "60"}, {"-5", NumberForm::DateTime, CellKind::Number, "-5"}, {"46335", NumberForm::Plain, CellKind::Number, "46335"},
        {"1e9999", NumberForm::Date, CellKind::Text, "1e9999"},
    };
    for (const Case& c : cases) {
        std::string out;
        EXPECT_EQ(append_number_cell(out, c.decimal, c.form, k1900), c.kind) << c.decimal;
        EXPECT_EQ(out, c.text);
    }
}

TEST(NumberFormat, BuiltInNumbersHaveTheirForms) {
    for (const std::uint32_t id : {14u, 15u, 16u, 17u}) EXPECT_EQ(form_of_builtin(id), NumberForm::Date);
    EXPECT_EQ(form_of_builtin(22), NumberForm::DateTime);
    EXPECT_EQ(form_of_builtin(20), NumberForm::Time);
    EXPECT_EQ(form_of_builtin(46), NumberForm::Duration);
    for (const std::uint32_t id : {0u, 1u, 2u, 4u, 9u, 49u, 164u}) EXPECT_EQ(form_of_builtin(id), NumberForm::Plain);
}

}  // namespace
}  // namespace problemator
